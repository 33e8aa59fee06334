"""Entries: somebody nominated in a category, with all nominations of them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from awards.nominations.citing import refuse_citation
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import Consent, EntryStatus, NomineeKind
from engagement.register.letterhead import is_address
from engagement.register.names import name_key
from engagement.register.person_names import spoken_name
from resources.database import Database, change
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made
from resources.tables import Cell
from resources.words import Word, sql_values

_NAMES = ("also_known_as", "also_hide")
_KEYS = ("service_id", "provider_id", "contact_id")
_WHO = (
    "nominee_kind",
    "nominee",
    "also_known_as",
    "service_id",
    "provider_id",
    "contact_id",
    "place_told",
    "email",
)
_WORDS: dict[str, type[Word]] = {"nominee_kind": NomineeKind, "publish_name": Consent, "photo": Consent}


class EntryFacts(TypedDict, total=False):
    """What can be put right of one. Names in `also_known_as` and `also_hide` stand with “;” between them."""

    nominee_kind: NomineeKind
    nominee: str
    also_known_as: str
    job_role: str
    service_id: str | None
    provider_id: str | None
    contact_id: str | None
    place_told: str
    email: str
    phone: str
    also_hide: str
    publish_name: Consent
    publish_asked_on: date | None
    photo: Consent
    photo_asked_on: date | None
    citation: str
    note: str


@dataclass(frozen=True)
class Entry:
    """Somebody nominated in a category, as they stand. `employed` is None while nobody knows."""

    id: str
    round_id: str
    category_id: str
    number: int
    nominee_kind: NomineeKind
    nominee: str
    also_known_as: str
    job_role: str
    service_id: str | None
    provider_id: str | None
    contact_id: str | None
    place_told: str
    email: str
    phone: str
    status: EntryStatus
    merged_into_id: str | None
    employed: bool | None
    employed_asked_on: date | None
    employed_asked_of: str
    also_hide: str
    publish_name: Consent
    publish_asked_on: date | None
    photo: Consent
    photo_asked_on: date | None
    citation: str
    note: str
    added_on: date

    @property
    def other_names(self) -> tuple[str, ...]:
        """What the nominee is also called."""
        return listed_names(self.also_known_as)

    @property
    def hidden_too(self) -> tuple[str, ...]:
        """What else a blind copy hides."""
        return listed_names(self.also_hide)


def listed_names(text: str) -> tuple[str, ...]:
    """Names with “;”, “|” or a new line between, each once."""
    plain = text.replace("|", ";").replace("\n", ";")
    return tuple(dict.fromkeys(name for part in plain.split(";") if (name := " ".join(part.split()))))


def joined_names(names: Iterable[str]) -> str:
    """Several names as a nominee keeps them."""
    return "; ".join(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))


def with_names(of: Entry, told: Iterable[str]) -> str:
    """What somebody is also known as, once they were called by other names too: blind copies hide all of them."""
    others = [name for name in told if name_key(name) != name_key(of.nominee)]
    return joined_names([*of.other_names, *others])


def _entry(row: tuple[Any, ...]) -> Entry:
    return made(
        Entry, row, **_WORDS, status=EntryStatus, employed=bool, employed_asked_on=date.fromisoformat,
        publish_asked_on=date.fromisoformat, photo_asked_on=date.fromisoformat, added_on=date.fromisoformat,
    )  # fmt: skip


_COLUMNS = columns_of(Entry)


# --- reading --------------------------------------------------------------------------------------------------


def entry(db: Database, key: str) -> Entry:
    """The one with this key."""
    row = db.row(f"select {_COLUMNS} from award_entry where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is nobody nominated {key}")
    return _entry(row)


def is_entry(db: Database, key: str) -> bool:
    """Whether the file holds it."""
    return bool(db.value("select exists (select 1 from award_entry where id = ?)", (key,)))


def entries(
    db: Database, round_id: str, *, category_id: str | None = None,
    statuses: Iterable[EntryStatus] | None = None,
) -> list[Entry]:  # fmt: skip
    """Those of a round by their numbers; of a category, or with one of some statuses, where that is asked."""
    only = "" if statuses is None else f" and status in ({sql_values(statuses)})"
    rows = db.rows(
        f"""select {_COLUMNS} from award_entry where round_id = ?1 and (?2 is null or category_id = ?2){only}
        order by number""",
        (round_id, category_id),
    )
    return [_entry(row) for row in rows]


def merged_into(db: Database, key: str) -> list[Entry]:
    """Those that were grouped with it."""
    return [
        _entry(row)
        for row in db.rows(
            f"select {_COLUMNS} from award_entry where merged_into_id = ? order by number", (key,)
        )
    ]


def kept_entry(db: Database, key: str) -> Entry:
    """The one with this key, or the one that it was grouped with."""
    found = entry(db, key)
    return entry(db, found.merged_into_id) if found.merged_into_id else found


def reference_of(year: int, number: int) -> str:
    """2026-014: what people and papers know somebody nominated by."""
    return f"{year}-{number:03d}"


def sql_reference(*, round_as: str = "award_round", entry_as: str = "award_entry") -> str:
    """The same in SQL, over a round and somebody nominated in it as they are called in the query."""
    return f"{round_as}.year || '-' || printf('%03d', {entry_as}.number)"


def reference(db: Database, of: Entry) -> str:
    """The same, of one that was read."""
    return reference_of(int(db.value("select year from award_round where id = ?", (of.round_id,))), of.number)


# --- putting right --------------------------------------------------------------------------------------------


def edit_entry(db: Database, key: str, **given: Unpack[EntryFacts]) -> Entry:
    """Put right who was nominated, where they work, and what they agreed to."""
    held = entry(db, key)
    refuse_archived(award_round(db, held.round_id))
    cells = entry_cells(db, dict(given), held)
    _refuse_citation(db, held, cells)
    with change(db, f"Changed the nominee {held.nominee}"):
        db.update_row("award_entry", key, cells)
        _ask_again(db, held, entry(db, key))
    return entry(db, key)


def _ask_again(db: Database, before: Entry, now: Entry) -> None:
    """Which words are no names was decided of the names as they were: what was let stand is asked again."""
    if all(getattr(before, name) == getattr(now, name) for name in _WHO):
        return
    rows = db.rows(
        """select blind_choice.id from blind_choice join nomination on nomination.id = nomination_id
        join award_entry on award_entry.id = entry_id where ? in (entry_id, merged_into_id) and hide = 0""",
        (now.merged_into_id or now.id,),
    )
    for (choice,) in rows:
        db.delete_row("blind_choice", choice)


def _refuse_citation(db: Database, held: Entry, cells: dict[str, Cell]) -> None:
    """What is read out is looked at whoever writes it; one that stands is not, when something else is put right."""
    text = str(cells.get("citation", held.citation))
    if text == held.citation:
        return
    kind = NomineeKind(str(cells.get("nominee_kind", held.nominee_kind.value)))
    name = str(cells.get("nominee", held.nominee))
    refuse_citation(
        db, held.id, text, name=spoken_name(name) if kind is NomineeKind.INDIVIDUAL else name, kind=kind,
        publish_name=Consent(str(cells.get("publish_name", held.publish_name.value))),
    )  # fmt: skip


def entry_cells(db: Database, given: dict[str, Any], held: Entry | None = None) -> dict[str, Cell]:
    """What was given as cells to keep, or a FieldProblem. The provider of a service comes with the service."""
    cells = cells_of(given)
    cells |= {name: cells[name] or None for name in _KEYS if name in given}
    cells |= {name: joined_names(listed_names(given[name])) for name in _NAMES if name in given}
    if cells.get("nominee") == "":
        raise FieldProblem("nominee", "Nobody is named. Write the name of the person, team or service.")
    if cells.get("email") and not is_address(str(cells["email"])):
        raise FieldProblem(
            "email",
            f"“{cells['email']}” is not a whole address. Write it like name@example.org, or leave it empty.",
        )
    return cells | _provider_of(db, cells, held)


def _provider_of(db: Database, cells: dict[str, Cell], held: Entry | None) -> dict[str, Cell]:
    if not {"service_id", "provider_id"} & cells.keys():
        return {}
    service = cells.get("service_id", held.service_id if held else None)
    if service is None:
        return {}
    provider = db.value("select provider_id from service where id = ?", (service,))
    told = cells.get("provider_id") or provider
    if told != provider and "service_id" in cells:
        raise FieldProblem("service_id", "The service is another provider’s. Choose one of this provider.")
    if told != provider:
        return {"service_id": None}
    return {"provider_id": provider}
