"""Who was at a meeting where nobody is named: no public document, of whatever, may hold their names.

Left out are names that tell nothing of the meeting: of the council's own people, of registered managers (CQC publishes
them), and those that a provider, a service or an officer bears in public. A document about the meeting itself is
searched for these too: see `sections.people_terms`.
"""

from dataclasses import replace

from engagement.forums.groups import GROUPS
from engagement.forums.people.names_at import all_names, merged_at
from engagement.forums.vocabulary import CAME, Confidentiality, EventState, ParticipantStatus
from engagement.register.names import name_key
from engagement.register.person_names import person_terms
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from resources.report.exempt_names import ExemptTerm
from resources.words import sql_text, sql_values

MEANS = "somebody at a meeting whose names are withheld"
_THERE = tuple(
    status for status in ParticipantStatus if status.counts or status is ParticipantStatus.APOLOGIES
)


def _that_are(*some: Confidentiality) -> str:
    kinds = (kind for kind, group in GROUPS.items() if group.confidentiality in some)
    return f"coalesce(event.confidentiality in ({sql_values(some)}), event.kind in ({sql_values(kinds)}))"


CLOSED = _that_are(Confidentiality.NAMES_WITHHELD, Confidentiality.CONFIDENTIAL)
"""SQL for an event of which nobody, and no organisation, is named."""
CONFIDENTIAL = _that_are(Confidentiality.CONFIDENTIAL)
"""SQL for an event of which only that it met may be published: no figure that is published counts it."""


def withheld_people(db: Database) -> list[ExemptTerm]:
    """The full names of those who came to such a meeting, had a place there, or sent apologies; earlier names too.

    A name within a longer public one ('Ada Example Homes') names that one, and is not looked for there.
    """
    rows = db.rows(
        f"""select distinct event.id, participant.contact_id from event
        join participant on participant.event_id = event.id
        join provider on provider.id = participant.provider_id
        where {CLOSED} and (participant.status in ({sql_values(CAME)})
            or event.state <> {sql_text(EventState.CANCELLED)} and participant.reply in ({sql_values(_THERE)}))
        and provider.organisation <> {sql_text(OrganisationKind.COUNCIL)}"""
    )
    contacts = {contact for _, contact in rows} | merged_at(db, {event for event, _ in rows})
    terms = person_terms(all_names(db, contacts), MEANS)
    published = _published(db) if terms else set()
    return [replace(term, telling=()) for term in terms if name_key(term.text) not in published]


def _published(db: Database) -> set[str]:
    """Names that stand in public without telling of any meeting; CQC writes a manager as “Example, Ada”."""
    columns = (("provider", "name"), ("service", "name"), ("service", "registered_manager"),
               ("service", "portfolio_officer"))  # fmt: skip
    found = db.rows(" union ".join(f"select {column} from {table}" for table, column in columns))
    return {name_key(name) for (name,) in found} - {""}
