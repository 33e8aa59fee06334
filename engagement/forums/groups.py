"""What sets one kind of meeting apart from another: who takes part in it, and what of it may be published.

The team's forums are open. A managers network speaks freely because nobody is named afterwards, the Experts by
Experience are people who draw on care, and information-sharing meetings with CQC, the integrated care board or
Healthwatch are about services by name. One event may be made more or less open than its kind.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from engagement.forums.vocabulary import Confidentiality, EventKind, ParticipantRole
from engagement.register.facts import key_list
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Table

_R = ParticipantRole
_K = EventKind
_AROUND = (_R.SPEAKER, _R.FACILITATOR, _R.HOST, _R.PARTNER, _R.MINUTE_TAKER, _R.OBSERVER)


@dataclass(frozen=True)
class Group:
    """A kind of meeting: the roles that people have there, the usual one first."""

    roles: tuple[ParticipantRole, ...]
    confidentiality: Confidentiality = Confidentiality.OPEN

    @property
    def usual_role(self) -> ParticipantRole:
        """What somebody is who is invited without more being said."""
        return self.roles[0]


GROUPS: Mapping[EventKind, Group] = {
    _K.PROVIDER_FORUM: Group((_R.DELEGATE, *_AROUND, _R.EXPERT_BY_EXPERIENCE)),
    _K.MANAGERS_NETWORK: Group((_R.MEMBER, _R.CHAIR, *_AROUND), Confidentiality.NAMES_WITHHELD),
    _K.RECRUITMENT_EVENT: Group((_R.DELEGATE, *_AROUND)),
    _K.TRAINING_SESSION: Group((_R.DELEGATE, *_AROUND)),
    _K.CONSULTATION_EVENT: Group((_R.DELEGATE, *_AROUND, _R.EXPERT_BY_EXPERIENCE, _R.SUPPORTER)),
    _K.AWARD_CEREMONY: Group((_R.DELEGATE, *_AROUND)),
    _K.INFORMATION_SHARING: Group(
        (_R.PARTNER, _R.CHAIR, _R.MEMBER, _R.HOST, _R.MINUTE_TAKER, _R.OBSERVER), Confidentiality.CONFIDENTIAL
    ),
    _K.EXPERTS_BY_EXPERIENCE: Group(
        (_R.EXPERT_BY_EXPERIENCE, _R.SUPPORTER, _R.CHAIR, *_AROUND), Confidentiality.NAMES_WITHHELD
    ),
    _K.OTHER: Group(tuple(ParticipantRole)),
}

NAMES_WITHHELD = Exemption(
    2,
    "Who takes part was promised that nobody would be named, and a list of organisations would reveal them.",
)
CONFIDENTIAL = Exemption(
    3,
    "Partners share at this meeting what they know of services by name, which may damage the business affairs of "
    "those services.",
)

PUBLISHED: Mapping[Confidentiality, str] = {
    Confidentiality.OPEN: "Figures and the names of organisations may be published; people are never named.",
    Confidentiality.NAMES_WITHHELD: "Figures may be published; no organisation and nobody is named.",
    Confidentiality.CONFIDENTIAL: "Only that it met may be published; everything else is exempt.",
}
"""What may be published, as the forms say it."""


_ROLE_OF: Mapping[OrganisationKind, ParticipantRole] = {
    OrganisationKind.PARTNER: _R.PARTNER,
    OrganisationKind.COUNCIL: _R.HOST,
    OrganisationKind.GROUP: _R.EXPERT_BY_EXPERIENCE,
}


def usual_role(
    kind: EventKind, organisation: OrganisationKind = OrganisationKind.CARE_PROVIDER
) -> ParticipantRole:
    """What somebody from such an organisation is at such an event, without more being said."""
    group = GROUPS[kind]
    theirs = _ROLE_OF.get(organisation)
    return theirs if theirs in group.roles else group.usual_role


def usual_roles(db: Database, kind: EventKind, contact_ids: Iterable[str]) -> dict[str, ParticipantRole]:
    """The usual role of each contact."""
    rows = db.rows(
        """select contact.id, provider.organisation from contact join provider on provider.id = contact.provider_id
        where contact.id in (select value from json_each(?))""",
        (key_list(contact_ids),),
    )
    return {key: usual_role(kind, OrganisationKind(organisation)) for key, organisation in rows}


def confidentiality_of(kind: EventKind, said: Confidentiality | None) -> Confidentiality:
    """What is said of the event itself, or what its kind has."""
    return said or GROUPS[kind].confidentiality


def exemption_of(confidentiality: Confidentiality) -> Exemption | None:
    """Why the names of organisations at such an event are not for publication; None when they are."""
    return {Confidentiality.NAMES_WITHHELD: NAMES_WITHHELD, Confidentiality.CONFIDENTIAL: CONFIDENTIAL}.get(
        confidentiality
    )


def marked(table: Table, confidentiality: Confidentiality) -> Table:
    """A table that names people or organisations, marked as exempt unless they may be named."""
    return replace(table, exempt=exemption_of(confidentiality))


def marked_figures(table: Table, confidentiality: Confidentiality) -> Table:
    """A table that names nobody: its figures are exempt only where not even figures may be published."""
    return marked(table, confidentiality) if confidentiality is Confidentiality.CONFIDENTIAL else table


def event_confidentiality(db: Database, event_id: str) -> Confidentiality:
    """How confidential one event is."""
    row = db.row("select kind, confidentiality from event where id = ?", (event_id,))
    if row is None:
        raise LookupError(f"there is no event {event_id}")
    return _confidentiality(*row)


def confidential_events(db: Database, event_ids: Iterable[str]) -> set[str]:
    """Those of these events of which nothing may be published."""
    rows = db.rows(
        "select id, kind, confidentiality from event where id in (select value from json_each(?))",
        (key_list(event_ids),),
    )
    return {key for key, *said in rows if _confidentiality(*said) is Confidentiality.CONFIDENTIAL}


def _confidentiality(kind: str, said: str | None) -> Confidentiality:
    return confidentiality_of(EventKind(kind), Confidentiality(said) if said else None)
