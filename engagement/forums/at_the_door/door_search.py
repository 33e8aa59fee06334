"""Finding somebody at the door by three letters of a person, a home or a provider."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from engagement.forums.listings import DOOR, HOUSE_MARK
from engagement.forums.people import participants
from engagement.forums.people.participants import Participant, is_present, log_of_event
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register.names import folded, letters_of
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database

MOST_HITS = 64
"""As many of the register are looked at as could ever be shown."""


class DoorState(Enum):
    """What the door shows beside a name, in words and shape."""

    EXPECTED = "Expected"
    PRESENT = "Here"
    LEFT = "Gone"
    ON_LIST = "On the list"
    NOT_ON_LIST = "Not on the list"


@dataclass(frozen=True)
class DoorLine:
    """A person the letters may mean. `participant_id` is None for one who is not on the event's list."""

    contact_id: str
    participant_id: str | None
    name: str
    service: str
    provider: str
    service_id: str | None
    provider_id: str
    state: DoorState
    status: ParticipantStatus | None
    by_name: bool
    party: int
    """How many are expected and not here from the same provider, this one among them."""


@dataclass(frozen=True)
class HomeLine:
    """A service, or a provider or other organisation that has none, for a walk-in's form to complete."""

    provider_id: str
    provider: str
    service_id: str | None
    service: str
    organisation: OrganisationKind


class Finder:
    """Finds people at one event, key after key: the event's list is read once, and again after `forget`."""

    def __init__(self, db: Database, event_id: str) -> None:
        self._db, self._event_id = db, event_id
        self._list: list[_Listed] | None = None

    def forget(self) -> None:
        """Something has changed: read the list again at the next key."""
        self._list = None

    def find(self, letters: str, *, limit: int = 8) -> list[DoorLine]:
        """Whom the letters may mean: those expected first, then the rest of the list, then the register.

        Each word may be the beginning of any word of the name, the home or the provider. Without letters nobody is
        shown.
        """
        words = letters_of(letters).split()
        if not words:
            return []
        if self._list is None:
            self._list = _listed(self._db, self._event_id)
        lines = _on_the_list(self._list, words)
        if len(lines) < limit:
            known = {one.line.contact_id for one in self._list}
            lines += _of_the_register(self._db, known, words, limit - len(lines))
        return lines[:limit]


def find(db: Database, event_id: str, letters: str, *, limit: int = 8) -> list[DoorLine]:
    """Whom the letters may mean, looked up once: see `Finder.find`."""
    return Finder(db, event_id).find(letters, limit=limit)


@dataclass(frozen=True)
class _Listed:
    """A person on the event's list, with the words to be found by."""

    line: DoorLine
    of_name: tuple[str, ...]
    of_all: tuple[str, ...]


def _listed(db: Database, event_id: str) -> list[_Listed]:
    people, log = participants.of_event(db, event_id), log_of_event(db, event_id)
    missing = _missing(people)
    return [
        _Listed(
            DoorLine(
                contact_id=person.contact_id, participant_id=person.id, name=person.name, service=person.service,
                provider=person.provider, service_id=person.service_id, provider_id=person.provider_id,
                state=_state(person, present=is_present(log.get(person.id, []))), status=person.status,
                by_name=False, party=missing.get(person.provider_id, 0),
            ),
            tuple(folded(person.name).split()),
            tuple(folded(f"{person.name} {person.service} {person.provider}").split()),
        )
        for person in people
    ]  # fmt: skip


def _on_the_list(people: list[_Listed], words: list[str]) -> list[DoorLine]:
    lines = [
        replace(one.line, by_name=_are_begun(words, one.of_name))
        for one in people
        if _are_begun(words, one.of_all)
    ]
    order = list(DoorState)
    return sorted(
        lines,
        key=lambda line: (order.index(line.state) > 0, not line.by_name, order.index(line.state), line.name),
    )


def _state(person: Participant, *, present: bool) -> DoorState:
    if present:
        return DoorState.PRESENT
    if person.status.came:
        return DoorState.LEFT
    return DoorState.EXPECTED if person.reply.counts else DoorState.ON_LIST


def _missing(people: list[Participant]) -> dict[str, int]:
    missing: dict[str, int] = {}
    for person in people:
        if person.reply.counts and not person.status.came:
            missing[person.provider_id] = missing.get(person.provider_id, 0) + 1
    return missing


def _of_the_register(db: Database, known: set[str], words: list[str], limit: int) -> list[DoorLine]:
    """People by their own names first, then by where they work."""
    names = " ".join(f'"{word}"*' for word in words)
    anywhere = " AND ".join(f'("{word}"* OR "{HOUSE_MARK}{word}"*)' for word in words)
    found: dict[str, DoorLine] = {}
    for match, by_name in ((names, True), (anywhere, False)):
        rows = db.rows(
            f"""select line.id, line.name, line.service, line.provider, line.service_id, line.provider_id
            from {DOOR.table}_fts as hit join {DOOR.table} as line on line.rowid = hit.rowid
            where {DOOR.table}_fts match ? limit ?""",
            (match, MOST_HITS + len(known)),
        )
        for key, name, service, provider, service_id, provider_id in sorted(rows, key=lambda row: row[1:4]):
            if key not in known and key not in found and len(found) < limit:
                found[key] = DoorLine(
                    contact_id=key, participant_id=None, name=name, service=service, provider=provider,
                    service_id=service_id or None, provider_id=provider_id, state=DoorState.NOT_ON_LIST,
                    status=None, by_name=by_name, party=0,
                )  # fmt: skip
        if len(found) >= limit:
            break
    return list(found.values())


def find_homes(db: Database, letters: str, *, limit: int = 8) -> list[HomeLine]:
    """Services and providers whose name the letters may mean, for a walk-in's form."""
    words = letters_of(letters).split()
    if not words:
        return []
    rows = db.rows(
        """select provider.id, provider.name, service.id, coalesce(service.name, ''), provider.organisation
        from provider left join service on service.provider_id = provider.id and service.archived_on is null
        where provider.archived_on is null"""
    )
    hits = [
        HomeLine(key, provider, service_id, service, OrganisationKind(organisation))
        for key, provider, service_id, service, organisation in rows
        if _begins(words, f"{provider} {service}")
    ]
    return sorted(hits, key=lambda line: (not _begins(words, line.service), line.provider, line.service))[
        :limit
    ]


def _begins(words: list[str], text: str) -> bool:
    """Whether each word is the beginning of one of the text's words."""
    return _are_begun(words, folded(text).split())


def _are_begun(words: list[str], there: Sequence[str]) -> bool:
    return all(any(one.startswith(word) for one in there) for word in words)
