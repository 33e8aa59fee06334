"""What a member of the panel declared: what ties them to a provider, a service or somebody nominated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from awards.judging.panel import member
from awards.rounds.categories import open_round
from awards.vocabulary import InterestKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.tables import Cell


class InterestFacts(TypedDict, total=False):
    """What can be said of one. A provider stands for all its services; `words` for what the file does not know."""

    kind: InterestKind
    provider_id: str | None
    service_id: str | None
    entry_id: str | None
    words: str


@dataclass(frozen=True)
class Interest:
    """One interest. It is tied to one thing at most; one in words alone is held against names."""

    id: str
    member_id: str
    kind: InterestKind
    provider_id: str | None
    service_id: str | None
    entry_id: str | None
    words: str
    declared_on: date

    @property
    def is_tied(self) -> bool:
        """Whether the file knows in what it lies."""
        return bool(self.provider_id or self.service_id or self.entry_id)


_TIES = ("provider_id", "service_id", "entry_id")
_COLUMNS = ", ".join(f"panel_interest.{name}" for name in columns_of(Interest).split(", "))


def _interest(row: Sequence[Any]) -> Interest:
    return made(Interest, row, kind=InterestKind, declared_on=date.fromisoformat)


def interest(db: Database, key: str) -> Interest:
    """The one with this key."""
    row = db.row(f"select {_COLUMNS} from panel_interest where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no interest {key}")
    return _interest(row)


def interests_of(db: Database, member_id: str) -> list[Interest]:
    """What one member declared, the latest first."""
    rows = db.rows(
        f"select {_COLUMNS} from panel_interest where member_id = ? order by declared_on desc, id",
        (member_id,),
    )
    return [_interest(row) for row in rows]


def interests(db: Database, round_id: str) -> list[Interest]:
    """What all of a panel declared, by the number of the member."""
    rows = db.rows(
        f"""select {_COLUMNS} from panel_interest join panel_member on panel_member.id = member_id
        where round_id = ? order by number, panel_interest.declared_on, panel_interest.id""",
        (round_id,),
    )
    return [_interest(row) for row in rows]


# --- the verbs ------------------------------------------------------------------------------------------------


def declare_interest(db: Database, member_id: str, *, on: date, **given: Unpack[InterestFacts]) -> Interest:
    """Keep an interest that a member declared on a day."""
    judge = member(db, member_id)
    open_round(db, judge.round_id)
    cells = _checked(db, judge.round_id, given)
    key = new_key()
    with change(db, f"Declared an interest of {judge.name}"):
        db.insert_row(
            "panel_interest",
            {
                "id": key,
                "member_id": member_id,
                "kind": InterestKind.OTHER,
                "declared_on": on.isoformat(),
                **cells,
            },
        )
        _mark_asked(db, member_id, on)
    return interest(db, key)


def declare_none(db: Database, member_id: str, *, on: date) -> None:
    """Keep that a member was asked on a day and declared no interest."""
    judge = member(db, member_id)
    open_round(db, judge.round_id)
    if interests_of(db, member_id):
        raise Problem(
            f"{judge.name} has declared interests, so “none” would contradict them. Remove those that hold no more."
        )
    with change(db, f"{judge.name} declared no interests"):
        _mark_asked(db, member_id, on)


def edit_interest(db: Database, key: str, **given: Unpack[InterestFacts]) -> Interest:
    """Put right what was declared; what is not given stays."""
    held = interest(db, key)
    judge = member(db, held.member_id)
    open_round(db, judge.round_id)
    before = {name: getattr(held, name) for name in ("kind", *_TIES, "words")}
    cells = _checked(db, judge.round_id, {**before, **given})
    with change(db, f"Edited an interest of {judge.name}"):
        db.update_row("panel_interest", key, cells)
    return interest(db, key)


def remove_interest(db: Database, key: str) -> None:
    """Take an interest away that holds no more or was never meant; its history stays."""
    judge = member(db, interest(db, key).member_id)
    open_round(db, judge.round_id)
    with change(db, f"Removed an interest of {judge.name}"):
        db.delete_row("panel_interest", key)


def _mark_asked(db: Database, member_id: str, on: date) -> None:
    db.update_row("panel_member", member_id, {"declared_on": on.isoformat()})


def _checked(db: Database, round_id: str, given: Mapping[str, Any]) -> dict[str, Cell]:
    cells = cells_of(given)
    for tie in _TIES:
        if tie in cells:
            cells[tie] = cells[tie] or None
    tied = [tie for tie in _TIES if cells.get(tie)]
    if len(tied) > 1:
        raise FieldProblem(
            tied[1],
            "One interest is in one provider, one service or one nominee. Declare the other as its own.",
        )
    if not tied and not cells.get("words"):
        raise FieldProblem(
            "words", "Say in what the interest lies: choose a provider, service or nominee, or write it."
        )
    if (
        cells.get("entry_id")
        and db.value("select round_id from award_entry where id = ?", (cells["entry_id"],)) != round_id
    ):
        raise FieldProblem(
            "entry_id", "That nominee is not of this round. Choose one of the round’s nominees."
        )
    return cells


# --- in words -------------------------------------------------------------------------------------------------


def interest_words(db: Database, one: Interest) -> str:
    """“Works or worked there: Rosewood House (until 2024)”."""
    table = next((name for name in ("provider", "service", "entry") if getattr(one, f"{name}_id")), "")
    column = "nominee" if table == "entry" else "name"
    stored = "award_entry" if table == "entry" else table
    name = (
        db.value(f"select {column} from {stored} where id = ?", (getattr(one, f"{table}_id"),))
        if table
        else ""
    )
    if not name:
        return f"{one.kind.label}: {one.words}"
    return f"{one.kind.label}: {name}{f' ({one.words})' if one.words else ''}"
