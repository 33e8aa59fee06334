"""The panel of a round: its chair and judges. `number` tells two of the same name apart."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from awards.rounds.categories import open_round
from awards.vocabulary import AssignmentStatus, PanelRole
from engagement.register import contacts, providers
from engagement.register.letterhead import is_address
from engagement.register.names import name_key
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made, refuse_empty
from resources.tables import Cell


class NewMember(TypedDict, total=False):
    """What can be said of a new member. `most_entries` is how many nominees they judge at most; None is no limit."""

    role: PanelRole
    organisation: str
    provider_id: str | None
    contact_id: str | None
    email: str
    most_entries: int | None
    note: str


class MemberFacts(NewMember, total=False):
    """What can be put right of one."""

    name: str


@dataclass(frozen=True)
class Member:
    """One of the panel. `declared_on` is None until they were asked for their interests and answered."""

    id: str
    round_id: str
    number: int
    name: str
    role: PanelRole
    organisation: str
    provider_id: str | None
    contact_id: str | None
    email: str
    most_entries: int | None
    declared_on: date | None
    stood_down_on: date | None
    stood_down_reason: str
    note: str

    @property
    def is_chair(self) -> bool:
        """Whether they chair the panel."""
        return self.role is PanelRole.CHAIR

    @property
    def judges(self) -> bool:
        """Whether nominees may be given to them."""
        return self.stood_down_on is None and self.most_entries != 0


_SELECT = f"select {columns_of(Member)} from panel_member"


def _member(row: tuple[Any, ...]) -> Member:
    return made(Member, row, role=PanelRole, declared_on=date.fromisoformat, stood_down_on=date.fromisoformat)


# --- reading --------------------------------------------------------------------------------------------------


def member(db: Database, key: str) -> Member:
    """The member with this key."""
    row = db.row(f"{_SELECT} where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no member of a panel {key}")
    return _member(row)


def is_member(db: Database, key: str) -> bool:
    """Whether the key is a member’s."""
    return bool(db.value("select exists (select 1 from panel_member where id = ?)", (key,)))


def members(db: Database, round_id: str, *, stood_down: bool = True) -> list[Member]:
    """The panel of a round by number; without those who stood down where that is asked."""
    rows = db.rows(
        f"{_SELECT} where round_id = ? and (stood_down_on is null or ?) order by number",
        (round_id, stood_down),
    )
    return [_member(row) for row in rows]


def member_words(one: Member, panel: Iterable[Member]) -> str:
    """How a member is called: by name, or “Judge 2 – J. Smith” where another of the panel may be meant too."""
    key = name_key(one.name)
    return _called(one, alike=any(other.id != one.id and name_key(other.name) == key for other in panel))


def member_names(db: Database, round_id: str) -> dict[str, str]:
    """How each of the panel is called, by key, in the order of their numbers."""
    panel = members(db, round_id)
    names = Counter(name_key(one.name) for one in panel)
    return {one.id: _called(one, alike=names[name_key(one.name)] > 1) for one in panel}


def _called(one: Member, *, alike: bool) -> str:
    return f"Judge {one.number} – {one.name}" if alike else one.name


def words_of(db: Database, key: str) -> str:
    """How one member is called."""
    one = member(db, key)
    return member_words(one, members(db, one.round_id))


# --- the verbs ------------------------------------------------------------------------------------------------


def add_member(db: Database, round_id: str, name: str, **given: Unpack[NewMember]) -> Member:
    """Add somebody to the panel. Somebody of the register brings their provider with them."""
    open_round(db, round_id)
    cells = _checked(db, round_id, {"role": PanelRole.JUDGE, "name": name, **given})
    key = new_key()
    with change(db, f"Added {cells['name']} to the panel"):
        number = db.value(
            "select coalesce(max(number), 0) + 1 from panel_member where round_id = ?", (round_id,)
        )
        db.insert_row("panel_member", {"id": key, "round_id": round_id, "number": number, **cells})
    return member(db, key)


def edit_member(db: Database, key: str, **given: Unpack[MemberFacts]) -> Member:
    """Put right what is known of a member; what is not given stays."""
    held = member(db, key)
    open_round(db, held.round_id)
    cells = _checked(db, held.round_id, given, but=held)
    with change(db, f"Edited {held.name} of the panel"):
        if cells:
            db.update_row("panel_member", key, cells)
    return member(db, key)


def stand_down(db: Database, key: str, *, today: date, reason: str) -> Member:
    """End somebody’s part in the panel. What they scored stays; what they had not finished waits for another judge."""
    held = member(db, key)
    open_round(db, held.round_id)
    if held.stood_down_on is not None:
        raise Problem(f"{held.name} has already stood down. Nothing was changed.")
    if not reason.strip():
        raise FieldProblem("reason", f"Say why {held.name} stands down; it is kept with the round.")
    with change(db, f"Stood {held.name} down from the panel"):
        db.update_row(
            "panel_member", key, {"stood_down_on": today.isoformat(), "stood_down_reason": reason.strip()}
        )
        _leave_open(db, key, f"Stood down from the panel: {reason.strip()}")
    return member(db, key)


def _leave_open(db: Database, key: str, reason: str) -> None:
    """What was not begun is taken back; what was begun stays on file as stood aside."""
    rows = db.rows(
        """select id, exists (select 1 from judge_score where assignment_id = judge_assignment.id)
        from judge_assignment where member_id = ? and status in ('assigned', 'scoring')""",
        (key,),
    )
    for assignment, begun in rows:
        if begun:
            recused = {"status": AssignmentStatus.RECUSED.value, "reason": reason}
            db.update_row("judge_assignment", assignment, recused)
        else:
            db.delete_row("judge_assignment", assignment)


def bring_back(db: Database, key: str) -> Member:
    """Take somebody who stood down into the panel again. They are given nominees anew."""
    held = member(db, key)
    open_round(db, held.round_id)
    if held.stood_down_on is None:
        raise Problem(f"{held.name} has not stood down. Nothing was changed.")
    if held.is_chair:
        _refuse_second_chair(db, held.round_id, but=key)
    with change(db, f"Brought {held.name} back to the panel"):
        db.update_row("panel_member", key, {"stood_down_on": None, "stood_down_reason": ""})
    return member(db, key)


# --- checks ---------------------------------------------------------------------------------------------------


def _checked(
    db: Database, round_id: str, given: Mapping[str, Any], *, but: Member | None = None
) -> dict[str, Cell]:
    """What was given as cells, or a FieldProblem about the first that cannot be kept."""
    cells = cells_of(given)
    if "name" in cells:
        refuse_empty("name", cells["name"], "The member has no name. Write it as the panel’s papers have it.")
        cells["name"] = " ".join(str(cells["name"]).split())
    if cells.get("email") and not is_address(str(cells["email"])):
        raise FieldProblem(
            "email",
            f"“{cells['email']}” is not a whole address. Write it like name@example.org, or leave it empty.",
        )
    most = cells.get("most_entries")
    if isinstance(most, int) and most < 0:
        raise FieldProblem("most_entries", f"{most} is not a number of nominees. Write 0 or more.")
    _tie(db, cells)
    if cells.get("role") == PanelRole.CHAIR and (but is None or but.stood_down_on is None):
        _refuse_second_chair(db, round_id, but=but.id if but is not None else "")
    return cells


def _tie(db: Database, cells: dict[str, Cell]) -> None:
    """Somebody of the register comes with their provider, unless another was given."""
    for column in ("provider_id", "contact_id"):
        if column in cells:
            cells[column] = cells[column] or None
    if cells.get("contact_id"):
        person = contacts.contact(db, str(cells["contact_id"]))
        cells["provider_id"] = cells.get("provider_id") or person.provider_id
    if cells.get("provider_id") and not providers.is_provider(db, str(cells["provider_id"])):
        raise FieldProblem("provider_id", "That provider is no longer in the register. Choose another.")


def _refuse_second_chair(db: Database, round_id: str, *, but: str) -> None:
    name = db.value(
        "select name from panel_member where round_id = ? and role = 'chair' and stood_down_on is null and id <> ?",
        (round_id, but),
    )
    if name is not None:
        raise FieldProblem(
            "role", f"{name} chairs this panel, and a panel has one chair. Make {name} a judge first."
        )
