"""Who was at a meeting where nobody is named: no public document, of whatever, may hold their names.

Left out are names that tell nothing of the meeting: of the council's own people, of registered managers (CQC publishes
them), and those that a provider, a service or an officer bears in public. A document about the meeting itself is
searched for these too: see `sections.people_terms`.
"""

from engagement.forums.groups import GROUPS
from engagement.forums.vocabulary import CAME, Confidentiality, EventState, ParticipantStatus
from engagement.register.names import is_full_name, name_key
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
    """The full names of those who came to such a meeting, had a place there, or sent apologies.

    A name within a longer public one ('Ada Example Homes') names that one, and is not looked for there.
    """
    rows = db.rows(
        f"""select distinct contact.name from event
        join participant on participant.event_id = event.id
        join contact on contact.id = participant.contact_id
        join provider on provider.id = participant.provider_id
        where {CLOSED} and event.state <> {sql_text(EventState.CANCELLED)}
        and (participant.status in ({sql_values(CAME)}) or participant.reply in ({sql_values(_THERE)}))
        and provider.organisation <> {sql_text(OrganisationKind.COUNCIL)}
        order by contact.name"""
    )
    names = [name for (name,) in rows if is_full_name(name)]
    published = _published(db) if names else set()
    return [ExemptTerm(name, MEANS, telling=()) for name in names if name_key(name) not in published]


def _published(db: Database) -> set[str]:
    """Names that stand in public without telling of any meeting; CQC writes a manager as “Example, Ada”."""
    columns = (("provider", "name"), ("service", "name"), ("service", "registered_manager"),
               ("service", "portfolio_officer"))  # fmt: skip
    found = db.rows(" union ".join(f"select {column} from {table}" for table, column in columns))
    return {name_key(name) for (name,) in found} - {""}
