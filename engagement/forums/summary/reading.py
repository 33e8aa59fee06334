"""What the figures of a period are made from, read in a few statements.

Of a confidential meeting only its kind, its day and whether it met are read: who was there is counted nowhere.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from engagement.forums.groups import confidentiality_of
from engagement.forums.people.names_at import names_at
from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.reading import service_records
from engagement.forums.reach.standing import ServiceRecord
from engagement.forums.vocabulary import CAME, COUNTED, Confidentiality, EventKind, EventState
from engagement.register.facts import key_list
from engagement.register.person_names import person_terms
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from resources.report.exempt_names import ExemptTerm
from resources.spans import Span, end_of, start_of
from resources.wording import as_date
from resources.words import sql_values


class PeriodEvent(NamedTuple):
    """An event of the period. `met` is whether it was held, or people came to it and it is not closed yet."""

    id: str
    kind: EventKind
    day: date
    state: EventState
    openness: Confidentiality
    met: bool

    @property
    def is_open_to_figures(self) -> bool:
        """Whether more may be told of it than that it met."""
        return self.openness is not Confidentiality.CONFIDENTIAL


class Place(NamedTuple):
    """Somebody who came, or had a place at an event that was held."""

    event_id: str
    contact_id: str
    provider_id: str
    service_id: str | None
    organisation: OrganisationKind
    came: bool
    had_place: bool
    no_show: bool


_ORGANISATIONS = {one.value: one for one in OrganisationKind}


def events_in(db: Database, span: Span) -> list[PeriodEvent]:
    """Every event that begins within the span, the earliest first; archived ones too, for what came of them counts."""
    rows = db.rows(
        f"""select id, kind, starts_at, state, confidentiality, state = 'held' or state = 'planned' and exists (
            select 1 from participant where event_id = event.id and status in ({sql_values(CAME)}))
        from event where starts_at >= ? and starts_at < ? order by starts_at, id""",
        (start_of(span.first), end_of(span.last)),
    )
    return [_event(*row) for row in rows]


def _event(key: str, kind: str, starts_at: str, state: str, said: str | None, met: int) -> PeriodEvent:
    what = EventKind(kind)
    openness = confidentiality_of(what, Confidentiality(said) if said else None)
    return PeriodEvent(key, what, as_date(starts_at), EventState(state), openness, bool(met))


def places_at(db: Database, events: Sequence[PeriodEvent]) -> list[Place]:
    """Who came to these events, or had a place at them; to those alone of which figures may be told."""
    keys = [one.id for one in events if one.met and one.is_open_to_figures]
    held = {one.id for one in events if one.state is EventState.HELD}
    rows = db.rows(
        f"""select participant.event_id, participant.contact_id, participant.provider_id, participant.service_id,
            provider.organisation, participant.status in ({sql_values(CAME)}),
            participant.walk_in = 0 and participant.reply in ({sql_values(COUNTED)}), participant.status = 'no_show'
        from participant join provider on provider.id = participant.provider_id
        where participant.event_id in (select value from json_each(?))
        and (participant.status in ({sql_values(CAME)}) or participant.reply in ({sql_values(COUNTED)}))""",
        (key_list(keys),),
    )
    return [
        Place(row[0], row[1], row[2], row[3], _ORGANISATIONS[row[4]], bool(row[5]), bool(row[6]) and row[0] in held,
              bool(row[7]))
        for row in rows
    ]  # fmt: skip


def records(db: Database, span: Span, authorities: Sequence[str] = ()) -> list[ServiceRecord]:
    """Every service of a care provider, of these authorities only where some are named."""
    return service_records(db, ReachQuestion(span, authorities=tuple(authorities)))


def people_terms(db: Database, first: date, last: date) -> list[ExemptTerm]:
    """The full names of everybody on the list of an event within the period: no summary of it may hold one."""
    rows = db.rows(
        "select id from event where starts_at >= ? and starts_at < ?", (start_of(first), end_of(last))
    )
    return person_terms(names_at(db, [key for (key,) in rows]), "name of somebody at an event")
