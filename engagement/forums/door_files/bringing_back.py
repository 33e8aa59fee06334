"""Bringing a door file back: one change, one undo; what is here already is not written again."""

from dataclasses import dataclass
from datetime import datetime

from engagement.forums.door_files import ordering, taking
from engagement.forums.door_files.plan import Choices, Plan
from engagement.forums.door_files.planning import make_plan
from engagement.forums.door_files.returned import Returned, let_go
from engagement.forums.door_files.vocabulary import Side
from engagement.forums.people import participants
from resources.database import Database, change, new_key
from resources.tables import Cell
from resources.wording import as_instant, instant_text, lower_first


@dataclass(frozen=True)
class BroughtBack:
    """What came of it. With `nothing_new` not a row was written."""

    label: str
    said: str
    nothing_new: bool = False

    @property
    def sentence(self) -> str:
        """What was done."""
        if self.nothing_new:
            return f"Nothing of {self.label} was new"
        return f"Brought back {self.label}: {self.said}"


def bring_back(
    db: Database, returned: Returned, *, choices: Choices | None = None, now: datetime
) -> BroughtBack:
    """Write what is new, whole or not at all. The office's file is compared anew, as it is by now."""
    done = _brought_back(db, returned, choices or Choices(), now)
    if done.nothing_new:
        let_go(db, returned)
    return done


def _brought_back(db: Database, returned: Returned, choices: Choices, now: datetime) -> BroughtBack:
    label = returned.mark.label
    with change(db, f"Brought back {label}"):
        plan = make_plan(db, returned, choices)
        taken = [one for one in plan.differences if choices.facts.get(one.id, one.proposed) is Side.DOOR]
        before = db.value("select 1 from door_return where door_file_id = ?", (returned.mark.id,))
        if before and not (plan.lines or plan.interests or plan.new or plan.one_of_two or taken):
            return BroughtBack(label, "", nothing_new=True)
        _keep_door_file(db, plan, now)
        _add_rows(db, plan)
        for one in taken:
            db.update_row(one.table, one.key, one.cells)
        _add_lines(db, plan)
        _add_interests(db, plan)
        participants.restate_event(db, returned.mark.event_id)
    return BroughtBack(label, lower_first(plan.sentence).rstrip("."))


def _keep_door_file(db: Database, plan: Plan, now: datetime) -> None:
    """Its row may be gone: taken back with Undo, or the office's file was restored from a backup."""
    returned = plan.returned
    if not db.value("select 1 from door_file where id = ?", (returned.mark.id,)):
        taking.insert(db, returned.mark, "")
    db.insert_row(
        "door_return",
        {
            "id": new_key(),
            "door_file_id": returned.mark.id,
            "taken_in_at": instant_text(now),
            "taken_in_by": db.who,
            "sha256": returned.sha256,
            "lines": len(plan.lines),
        },
    )


def _add_rows(db: Database, plan: Plan) -> None:
    stand_ins: list[tuple[Cell, Cell]] = []
    for one in plan.new:
        cells = dict(one.cells)
        if cells.get("substitute_for_id"):  # may come after it
            stand_ins.append((cells["substitute_for_id"], cells["id"]))
            cells["substitute_for_id"] = None
        db.insert_row(one.table, cells)
    db.update_rows("participant", ("substitute_for_id",), stand_ins)
    db.insert_rows(
        "door_key",
        ("id", "door_file_id", "table_name", "door_key", "row_key"),
        [(new_key(), plan.returned.mark.id, *one) for one in plan.one_of_two],
    )


def _add_lines(db: Database, plan: Plan) -> None:
    """All lines first, since one may take back another that follows it in the file; then the order of the whole log."""
    if not plan.lines:
        return
    event = plan.returned.mark.event_id
    office = db.rows("select id, device, at, seq from check_in where event_id = ? order by seq, id", (event,))
    columns = tuple(plan.lines[0])
    firsts = [line for line in plan.lines if line["undoes_id"] is None]
    for lines in (firsts, [line for line in plan.lines if line["undoes_id"] is not None]):
        db.insert_rows("check_in", columns, [tuple(line[name] for name in columns) for line in lines])
    order = ordering.in_order(
        [ordering.Line(key, device, as_instant(at)) for key, device, at, _ in office],
        [ordering.Line(str(one["id"]), str(one["device"]), as_instant(str(one["at"]))) for one in plan.lines],
    )
    places = {key: seq for key, _, _, seq in office} | {str(one["id"]): one["seq"] for one in plan.lines}
    db.update_rows(
        "check_in",
        ("seq",),
        [(seq, key) for seq, key in enumerate(order, 1) if places[key] != seq],
    )


def _add_interests(db: Database, plan: Plan) -> None:
    for one in plan.interests:
        db.insert_row("iwork_interest", one)
