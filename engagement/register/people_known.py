"""Everybody at providers whom the register knows by name: no public document names one who did not agree to it."""

from collections.abc import Iterable

from engagement.register.names import name_key
from engagement.register.person_names import names_ever, person_terms
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from resources.report.exempt_names import ExemptTerm, words_of
from resources.report.ordinary_words import ORDINARY_WORDS
from resources.words import sql_text

CONTACT = "somebody at a provider"
"""What contacts are said to be."""
_OF_POSTS_WORDS = """
    account accounts admin administration administrator area assistant business care carer carers centre chair
    clinical contact contacts coordinator department deputy desk director duty enquiries finance general head home
    homes housekeeping human lead leader main manager managers marketing matron new night nights none nurse
    nurses nursing office officer operations owner partner partners payroll quality reception receptionist
    recruitment regional registered rota sales secretary senior service services shift staff supervisor
    supervisors support supporter team test the training unknown vacant
"""
_OF_POSTS = frozenset(_OF_POSTS_WORDS.split())
"""What posts are called by: no name of ordinary words that holds one is of a person."""
_COUNCIL = sql_text(OrganisationKind.COUNCIL)


def contact_terms(db: Database) -> list[ExemptTerm]:
    """The full names, now and before, of contacts at all organisations but the council.

    “Home Manager” is nobody; “Will May” is somebody, in capitals. Left out are also names that stand in public
    already: of registered managers, whom CQC
    publishes, of the council's own officers, and those that a provider or a service bears.
    """
    rows = db.rows(
        f"""select contact.id from contact join provider on provider.id = provider_id
        where provider.organisation <> {_COUNCIL}"""
    )
    held = names_ever(db, [*(key for (key,) in rows), *_gone(db)])
    told = (name for names in held.values() for name in names if not _is_post(name))
    return without_published(db, person_terms(told, CONTACT))


def _is_post(name: str) -> bool:
    """Whether it is what somebody does, and nobody's name: ordinary words of which one is of a post."""
    held = set(words_of(name))
    return held <= ORDINARY_WORDS | _OF_POSTS and not _OF_POSTS.isdisjoint(held)


def without_published(db: Database, terms: Iterable[ExemptTerm]) -> list[ExemptTerm]:
    """Those of people's names that stand nowhere in public."""
    published = published_names(db)
    return [one for one in terms if name_key(one.text) not in published]


def published_names(db: Database) -> frozenset[str]:
    """The keys of names that stand in public; CQC writes a manager as “Example, Ada”."""
    columns = (("provider", "name"), ("service", "name"), ("service", "registered_manager"),
               ("service", "portfolio_officer"))  # fmt: skip
    found = db.rows(" union ".join(f"select {column} from {table}" for table, column in columns))
    council = db.rows(
        f"select contact.name from contact join provider on provider.id = provider_id "
        f"where provider.organisation = {_COUNCIL}"
    )
    return frozenset(name_key(name) for (name,) in (*found, *council)) - {""}


def addresses_held(db: Database) -> list[str]:
    """E-mail addresses and telephone numbers of contacts at all organisations but the council."""
    rows = db.rows(
        f"""select email, contact.phone from contact join provider on provider.id = provider_id
        where provider.organisation <> {_COUNCIL}"""
    )
    public = {
        phone
        for row in db.rows("select phone from service union select phone from provider")
        for phone in row
    }
    return sorted({one for row in rows for one in row if one} - public)


def _gone(db: Database) -> list[str]:
    """The keys of contacts that were deleted or merged into others."""
    rows = db.rows(
        """select distinct row_id from history_row join history_change on history_change.id = change_id
        where table_name = 'contact' and history_row.kind = 'delete' and history_change.kind = 'ordinary'
        and undone_by is null and row_id not in (select id from contact)"""
    )
    return [key for (key,) in rows]
