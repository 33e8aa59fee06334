"""The formal parts of a report as people wrote them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.committee.limits import one_line, several_lines
from engagement.committee.reports import open_report
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.report.committee.outline import PartText
from resources.report.committee.parts import Part
from resources.rows import cells_of, columns_of, made

INITIALS_MOST = 10


@dataclass(frozen=True)
class ReportPart:
    """What a part of a report says; initials and a day where it is a comment."""

    id: str
    report_id: str
    part: Part
    text: str
    initials: str
    commented_on: date | None

    @property
    def written(self) -> PartText:
        """As the outline has it."""
        return PartText(self.text, self.initials, self.commented_on)


_COLUMNS = columns_of(ReportPart)


def _part(row: tuple[Any, ...]) -> ReportPart:
    return made(ReportPart, row, part=Part, commented_on=date.fromisoformat)


def part_of(db: Database, report_id: str, part: Part) -> ReportPart | None:
    """What one part says; None while nothing is written."""
    row = db.row(
        f"select {_COLUMNS} from report_part where report_id = ? and part = ?", (report_id, part.value)
    )
    return None if row is None else _part(row)


def parts_of(db: Database, report_id: str) -> list[ReportPart]:
    """All that are written, in the order in which parts are listed."""
    rows = db.rows(f"select {_COLUMNS} from report_part where report_id = ?", (report_id,))
    return sorted((_part(row) for row in rows), key=lambda one: tuple(Part).index(one.part))


def set_part(
    db: Database, report_id: str, part: Part, text: str, *, initials: str = "", on: date | None = None
) -> ReportPart | None:
    """Write a part, or take it away where `text` is empty. Only comments have initials and a day."""
    held = part_of(db, report_id, part)
    of = open_report(db, report_id)
    told = several_lines("text", part.label, text)
    by = one_line("initials", "Initials", initials, most=INITIALS_MOST)
    if not part.is_commented and (by or on):
        raise FieldProblem(
            "initials", f"{part.label}: only comments have initials and a day. Leave both out."
        )
    if not told:
        if held is not None:
            with change(db, f"Removed “{part.label}” from {of.title}"):
                db.delete_row("report_part", held.id)
        return None
    cells = cells_of({"text": told, "initials": by, "commented_on": on})
    with change(db, f"Wrote “{part.label}” in {of.title}"):
        if held is None:
            db.insert_row(
                "report_part", {"id": new_key(), "report_id": report_id, "part": part.value, **cells}
            )
        else:
            db.update_row("report_part", held.id, cells)
    return part_of(db, report_id, part)
