"""Guests of the ceremony: who is asked, as what, whether they come, and what they need."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from awards.nominations.entries import edit_entry, entry
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import Consent, GuestAnswer, GuestRole, NomineeKind
from engagement.register.letterhead import is_address
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell
from resources.wording import count_of, date_words, lower_first

MOST_PLACES = 50


class NewGuestFacts(TypedDict, total=False):
    """What can be said of a new guest. `places` are theirs and those of whom they bring."""

    entry_id: str | None
    nomination_id: str | None
    contact_id: str | None
    organisation: str
    role: GuestRole
    email: str
    places: int
    answer: GuestAnswer
    asked_on: date | None
    diet: str
    access: str
    table_name: str
    photo: Consent
    photo_asked_on: date | None
    note: str


class GuestFacts(NewGuestFacts, total=False):
    """What can be put right of one."""

    name: str


@dataclass(frozen=True)
class Guest:
    """A guest as it stands."""

    id: str
    round_id: str
    entry_id: str | None
    nomination_id: str | None
    contact_id: str | None
    name: str
    organisation: str
    role: GuestRole
    email: str
    places: int
    answer: GuestAnswer
    asked_on: date | None
    diet: str
    access: str
    table_name: str
    photo: Consent
    photo_asked_on: date | None
    note: str

    @property
    def is_coming(self) -> bool:
        """Whether they said that they come."""
        return self.answer is GuestAnswer.YES


_SELECT = f"select {columns_of(Guest)} from ceremony_guest"


def _guest(row: tuple[Any, ...]) -> Guest:
    day = date.fromisoformat
    return made(
        Guest, row, role=GuestRole, answer=GuestAnswer, photo=Consent, asked_on=day, photo_asked_on=day
    )


def guest(db: Database, key: str) -> Guest:
    """The guest with this key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no guest {key}")
    return _guest(row)


def is_guest(db: Database, key: str) -> bool:
    """Whether the file holds them."""
    return bool(db.value("select exists (select 1 from ceremony_guest where id = ?)", (key,)))


def guests(db: Database, round_id: str) -> list[Guest]:
    """The guests of a round, by name."""
    rows = db.rows(f"{_SELECT} where round_id = ? order by name collate nocase, id", (round_id,))
    return [_guest(row) for row in rows]


# --- the verbs --------------------------------------------------------------------------------------------------


def add_guest(db: Database, round_id: str, name: str, **given: Unpack[NewGuestFacts]) -> Guest:
    """One more guest; a guest of somebody else's, unless it is said as what they come."""
    refuse_archived(award_round(db, round_id))
    cells = _checked({"role": GuestRole.GUEST, **given, "name": name})
    key = new_key()
    with change(db, f"Added the guest {cells['name']}"):
        db.insert_row("ceremony_guest", {"id": key, "round_id": round_id, **cells})
    return guest(db, key)


def edit_guest(db: Database, key: str, **given: Unpack[GuestFacts]) -> Guest:
    """Change what is given and leave the rest. What a nominee says of photographs is kept of the nominee too."""
    held = guest(db, key)
    refuse_archived(award_round(db, held.round_id))
    cells = _checked(given)
    with change(db, f"Changed the guest {held.name}"):
        db.update_row("ceremony_guest", key, cells)
        if "photo" in given or "photo_asked_on" in given:
            _keep_photo(db, guest(db, key))
    return guest(db, key)


def remove_guest(db: Database, key: str) -> None:
    """Take somebody off the list who was put there by mistake."""
    held = guest(db, key)
    refuse_archived(award_round(db, held.round_id))
    with change(db, f"Removed the guest {held.name}"):
        db.delete_row("ceremony_guest", key)


def record_answers(db: Database, keys: Sequence[str], answer: GuestAnswer, *, today: date) -> list[Guest]:
    """What guests answered, or that they were asked; the day on which somebody was first asked stays."""
    some = _kept(db, keys)
    with change(db, f"{_who(some)}: {lower_first(answer.label)}"):
        for one in some:
            cells: dict[str, Cell] = {"answer": answer.value}
            if answer is GuestAnswer.NOT_ASKED:
                cells["asked_on"] = None
            elif one.asked_on is None:
                cells["asked_on"] = today.isoformat()
            db.update_row("ceremony_guest", one.id, cells)
    return [guest(db, one.id) for one in some]


def record_photos(db: Database, keys: Sequence[str], photo: Consent, *, today: date) -> list[Guest]:
    """What guests said when they were asked whether they may be photographed."""
    some = _kept(db, keys)
    asked_on = None if photo is Consent.NOT_ASKED else today.isoformat()
    with change(db, f"{_who(some)}, photographs: {lower_first(photo.label)}"):
        for one in some:
            db.update_row("ceremony_guest", one.id, {"photo": photo.value, "photo_asked_on": asked_on})
            _keep_photo(db, guest(db, one.id))
    return [guest(db, one.id) for one in some]


def seat(db: Database, keys: Sequence[str], table_name: str) -> list[Guest]:
    """Put guests at a table; without a name they stand up again."""
    some, name = _kept(db, keys), " ".join(table_name.split())
    with change(db, f"Seated {_who(some)} at {name}" if name else f"{_who(some)}: no table yet"):
        for one in some:
            db.update_row("ceremony_guest", one.id, {"table_name": name})
    return [guest(db, one.id) for one in some]


def _kept(db: Database, keys: Sequence[str]) -> list[Guest]:
    """These guests, of rounds that were not put away."""
    some = [guest(db, key) for key in keys]
    for round_id in {one.round_id for one in some}:
        refuse_archived(award_round(db, round_id))
    return some


def _who(some: Sequence[Guest]) -> str:
    return some[0].name if len(some) == 1 else count_of(len(some), "guest")


def _keep_photo(db: Database, one: Guest) -> None:
    """A nominee who comes as a person is asked once: what they said holds for them as nominee too."""
    if one.role is not GuestRole.NOMINEE or one.entry_id is None:
        return
    held = entry(db, one.entry_id)
    if held.nominee_kind is NomineeKind.INDIVIDUAL and held.photo is not one.photo:
        edit_entry(db, held.id, photo=one.photo, photo_asked_on=one.photo_asked_on)


def _checked(given: Mapping[str, Any]) -> dict[str, Cell]:
    if "name" in given:
        refuse_empty("name", given["name"], "Name: nothing is written. Write who is to be asked.")
    email = str(given.get("email") or "").strip()
    if email and not is_address(email):
        raise FieldProblem(
            "email", f"“{email}” is not a whole address. Write it like name@example.org, or leave it empty."
        )
    places = given.get("places", 1)
    if places is None or not 1 <= places <= MOST_PLACES:
        found = "nothing is written" if places is None else f"{places} is written"
        raise FieldProblem("places", f"Places: {found}. Give a whole number from 1 to {MOST_PLACES}.")
    _refuse_undated(given)
    return cells_of(given)


def _refuse_undated(given: Mapping[str, Any]) -> None:
    asked, answer = given.get("asked_on"), given.get("answer")
    if asked is not None and answer is GuestAnswer.NOT_ASKED:
        raise FieldProblem(
            "asked_on",
            f"Asked on {date_words(asked)}, but not asked: choose “Asked”, or leave the day empty.",
        )
    if "photo_asked_on" in given and "photo" in given:
        day, said = given["photo_asked_on"], given["photo"]
        if said is Consent.NOT_ASKED and day is not None:
            raise FieldProblem(
                "photo_asked_on",
                "There is a day, but nobody was asked about photographs. Choose what was said.",
            )
        if said is not Consent.NOT_ASKED and day is None:
            raise FieldProblem(
                "photo_asked_on",
                "Write the day on which they were asked, so that what they said can be relied on.",
            )
