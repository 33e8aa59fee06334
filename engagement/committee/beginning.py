"""What a new report begins with: the outline of its style, or what another hands on. Inside the caller's change."""

from collections.abc import Iterable

from engagement.committee.items import write_cells
from engagement.committee.report_parts import parts_of
from resources.database import Database, new_key
from resources.report.committee.default_outline import items
from resources.report.committee.outline import Item, ItemKind, Style
from resources.tables import Cell

_TYPED = (ItemKind.PARAGRAPH, ItemKind.BULLETS, ItemKind.PICTURE)


def shipped(db: Database, report_id: str, style: Style) -> None:
    """The default outline."""
    lines = (write_cells(one.kind, _given(one)) for one in items(style))
    _write(db, report_id, lines)


def copied(db: Database, source_id: str, report_id: str) -> None:
    """The lines of another report and the parts that stay the same; no edits, recommendations or comments."""
    from engagement.committee.reports import STAYS  # it calls this module

    lines = db.query("select * from report_item where report_id = ? order by place, id", (source_id,))
    _write(db, report_id, (_carried(dict(line), source_id) for line in lines))
    for part in parts_of(db, source_id):
        if part.part in STAYS:
            row = {"id": new_key(), "report_id": report_id, "part": part.part.value, "text": part.text}
            db.insert_row("report_part", row)


def _carried(line: dict[str, Cell], source_id: str) -> dict[str, Cell]:
    """What somebody wrote, and why something was kept back, is to be read again; what is made anew is not."""
    written = line["kind"] in _TYPED or line["exempt_paragraph"] is not None
    return {**line, "carried_over": source_id if written else None}


def _given(one: Item) -> dict[str, object]:
    if one.kind is ItemKind.SECTION:
        return {"section": one.section, "options": one.options}
    return {"text": one.text, "level": one.level}


def _write(db: Database, report_id: str, lines: Iterable[dict[str, Cell]]) -> None:
    for place, cells in enumerate(lines, 1):
        db.insert_row("report_item", {**cells, "id": new_key(), "report_id": report_id, "place": place})
