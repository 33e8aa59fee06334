"""The lines of a report's outline, in their order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypedDict, Unpack

from engagement.committee import kept, pictures
from engagement.committee.limits import ALT_MOST, one_line, several_lines
from engagement.committee.order import moved, number_rows
from engagement.committee.reports import open_report
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.report.committee.outline import Item, ItemKind
from resources.report.exemption import Exemption
from resources.rows import cells_of, columns_of, made
from resources.tables import Cell
from resources.wording import shortened


class ItemFacts(TypedDict, total=False):
    """What can be said of a line; which of it matters depends on its kind."""

    text: str
    level: int
    alt: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class ReportItem:
    """A line of an outline. `file_sha256` is what the bytes of a picture are kept under.

    `carried_over` is the report that it was copied from, until somebody looked at it or changed it.
    """

    id: str
    report_id: str
    place: int
    kind: ItemKind
    section: str
    text: str
    level: int
    alt: str
    file_sha256: str
    file_name: str
    options: Mapping[str, str] = field(hash=False)
    exempt_paragraph: int | None = None
    exempt_reason: str = ""
    public_interest: str = ""
    seen_by: str = ""
    review_on: date | None = None
    carried_over: str | None = None

    @property
    def exempt(self) -> Exemption | None:
        """Why it is not for publication; None for what the public may read."""
        if self.exempt_paragraph is None:
            return None
        review = self.review_on.isoformat() if self.review_on else ""
        return Exemption(
            self.exempt_paragraph, self.exempt_reason, self.public_interest, self.seen_by, review
        )

    @property
    def line(self) -> Item:
        """As the outline has it."""
        return Item(
            self.id, self.kind, self.section, self.text, self.level, self.alt, self.file_sha256, self.exempt,
            self.options,
        )  # fmt: skip

    @property
    def words(self) -> str:
        """What it is called in the history: the section “good practice”, the heading “Information”."""
        told = self.section.replace("_", " ") or self.text or self.file_name
        called = f"the {self.kind.label.lower()}"
        return f"{called} “{shortened(told, 40)}”" if told else "a new page"


_COLUMNS = columns_of(ReportItem)
_READ: dict[str, Cell] = {"carried_over": None}


def _item(row: tuple[Any, ...]) -> ReportItem:
    return made(ReportItem, row, kind=ItemKind, options=json.loads, review_on=date.fromisoformat)


# --- reading --------------------------------------------------------------------------------------------------


def item(db: Database, key: str) -> ReportItem:
    """The line with this key."""
    row = db.row(f"select {_COLUMNS} from report_item where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no line {key}")
    return _item(row)


def items_of(db: Database, report_id: str) -> list[ReportItem]:
    """The lines of a report in their order."""
    rows = db.rows(f"select {_COLUMNS} from report_item where report_id = ? order by place, id", (report_id,))
    return [_item(row) for row in rows]


# --- adding ---------------------------------------------------------------------------------------------------


def add_section(
    db: Database, report_id: str, section: str, *, options: Mapping[str, str] | None = None,
    after: str | None = None,
) -> ReportItem:  # fmt: skip
    """Put a section of a capability into a report, at its end or `after` another line; once in each report."""
    held = open_report(db, report_id)
    key = one_line("section", "Section", section, empty="nothing was chosen. Choose one.")
    if any(one.section == key for one in items_of(db, report_id)):
        raise FieldProblem(
            "section",
            f"The section “{key.replace('_', ' ')}” is in {held.title} already. Change or move it there.",
        )
    return _add(db, report_id, after, kind=ItemKind.SECTION, section=key, options=options or {})


def add_heading(
    db: Database, report_id: str, text: str, *, level: int = 2, after: str | None = None
) -> ReportItem:
    """A heading of somebody's own; level 1 stands beside “Information”, level 2 beneath it."""
    return _add(db, report_id, after, kind=ItemKind.HEADING, text=text, level=level)


def add_paragraph(db: Database, report_id: str, text: str, *, after: str | None = None) -> ReportItem:
    """A paragraph in somebody's own words; it is numbered with the others."""
    return _add(db, report_id, after, kind=ItemKind.PARAGRAPH, text=text)


def add_bullets(
    db: Database, report_id: str, lines: Sequence[str], *, after: str | None = None
) -> ReportItem:
    """A list, an item a line."""
    return _add(db, report_id, after, kind=ItemKind.BULLETS, text="\n".join(lines))


def add_page_break(db: Database, report_id: str, *, after: str | None = None) -> ReportItem:
    """What follows it starts on a new page."""
    return _add(db, report_id, after, kind=ItemKind.PAGE_BREAK)


def add_picture(
    db: Database, report_id: str, file: Path, *, alt: str, caption: str, after: str | None = None
) -> ReportItem:
    """A picture with its caption and a description for those who cannot see it; made anew from what it shows."""
    open_report(db, report_id)
    words = _checked(ItemKind.PICTURE, {"text": caption, "alt": alt})
    sha256 = kept.keep_picture(db, pictures.read(file))
    return _add(
        db, report_id, after, kind=ItemKind.PICTURE, file_sha256=sha256, file_name=file.name, text=words["text"],
        alt=words["alt"],
    )  # fmt: skip


def _add(db: Database, report_id: str, after: str | None, *, kind: ItemKind, **given: Any) -> ReportItem:
    open_report(db, report_id)
    order = [one.id for one in items_of(db, report_id)]
    if after is not None and after not in order:
        raise LookupError(f"there is no line {after} in the report")
    key, cells = new_key(), write_cells(kind, given)
    order.insert(len(order) if after is None else order.index(after) + 1, key)
    place = order.index(key) + 1
    added = made_line(key, report_id, place, kind, cells)
    with change(db, f"Added {added.words}"):
        db.insert_row("report_item", {"id": key, "report_id": report_id, "place": place, **cells})
        number_rows(db, "report_item", order)
    return item(db, key)


def write_cells(kind: ItemKind, given: Mapping[str, Any]) -> dict[str, Cell]:
    """The cells of a new line, its words checked."""
    told = _checked(kind, dict(given), new=True)
    return {"kind": kind.value, **cells_of(told)}


def made_line(key: str, report_id: str, place: int, kind: ItemKind, cells: Mapping[str, Cell]) -> ReportItem:
    """A line before it is kept, so that its change can be named."""
    text = {
        name: str(cells.get(name) or "") for name in ("section", "text", "alt", "file_sha256", "file_name")
    }
    return ReportItem(
        key, report_id, place, kind, text["section"], text["text"], 1, text["alt"], text["file_sha256"],
        text["file_name"], {},
    )  # fmt: skip


# --- changing -------------------------------------------------------------------------------------------------


def edit_item(db: Database, key: str, **given: Unpack[ItemFacts]) -> ReportItem:
    """Change what is given and leave the rest."""
    held = item(db, key)
    open_report(db, held.report_id)
    cells = cells_of(_checked(held.kind, dict(given)))
    if not cells:
        return held
    if held.kind is not ItemKind.SECTION:  # what is chosen for one says nothing of why it is kept back
        cells |= _READ
    with change(db, f"Changed {held.words}"):
        db.update_row("report_item", key, cells)
    return item(db, key)


def replace_picture(db: Database, key: str, file: Path) -> ReportItem:
    """Another picture in the place of this one; its words stay."""
    held = item(db, key)
    open_report(db, held.report_id)
    if held.kind is not ItemKind.PICTURE:
        raise Problem(f"{held.words.capitalize()} is no picture, so no other can take its place.")
    sha256 = kept.keep_picture(db, pictures.read(file))
    with change(db, f"Replaced {held.words}"):
        db.update_row("report_item", key, {"file_sha256": sha256, "file_name": file.name, **_READ})
    return item(db, key)


def set_exempt(db: Database, key: str, exempt: Exemption | None) -> ReportItem:
    """Keep a line from the public, with all that is to be said of why; None lets everybody read it.

    Of a section it is what its exempt blocks are printed with: what of it is public stays so.
    """
    held = item(db, key)
    open_report(db, held.report_id)
    if held.kind is ItemKind.PAGE_BREAK and exempt is not None:
        raise Problem("A new page tells nothing, so it cannot be exempt.")
    cells = exempt_cells(exempt) | _READ
    named = f"Marked {held.words} as exempt" if exempt else f"Made {held.words} public"
    with change(db, named):
        db.update_row("report_item", key, cells)
    return item(db, key)


def set_read_again(db: Database, key: str) -> ReportItem:
    """A line that was carried over from another report was looked at, and stands as it is."""
    held = item(db, key)
    open_report(db, held.report_id)
    with change(db, f"Read {held.words} again"):
        db.update_row("report_item", key, _READ)
    return item(db, key)


def move_item(db: Database, key: str, by: int) -> ReportItem:
    """Further down by so many places, or up where `by` is below 0."""
    held = item(db, key)
    open_report(db, held.report_id)
    order = moved([one.id for one in items_of(db, held.report_id)], key, by)
    with change(db, f"Moved {held.words}"):
        number_rows(db, "report_item", order)
    return item(db, key)


def remove_item(db: Database, key: str) -> None:
    """Take a line out; of a picture the file stays, so that this can be undone."""
    held = item(db, key)
    open_report(db, held.report_id)
    with change(db, f"Removed {held.words}"):
        db.delete_row("report_item", key)
        number_rows(db, "report_item", [one.id for one in items_of(db, held.report_id)])


def exempt_cells(exempt: Exemption | None) -> dict[str, Cell]:
    """Why a line is not for publication, as it is kept."""
    if exempt is None:
        return {
            "exempt_paragraph": None, "exempt_reason": "", "public_interest": "", "seen_by": "", "review_on": None,
        }  # fmt: skip
    if not exempt.reason.strip():
        raise FieldProblem(
            "reason",
            "Why it is exempt: nothing was entered. Write what makes it so; only the exempt appendix says it.",
        )
    return {
        "exempt_paragraph": exempt.paragraph,
        "exempt_reason": several_lines("reason", "Why it is exempt", exempt.reason),
        "public_interest": several_lines("public_interest", "Public interest", exempt.public_interest),
        "seen_by": one_line("seen_by", "Who may see it", exempt.seen_by),
        "review_on": exempt.review_on or None,
    }


def _checked(kind: ItemKind, given: dict[str, Any], *, new: bool = False) -> dict[str, Any]:
    """What was given, its words as they are kept; what a line of this kind needs is refused where it is empty."""
    told = dict(given)
    if new or "text" in told:
        told["text"] = _text(kind, str(told.get("text", "")))
    if kind is ItemKind.PICTURE and (new or "alt" in told):
        told["alt"] = one_line(
            "alt", "Description", str(told.get("alt", "")), most=ALT_MOST,
            empty="nothing was entered. Say what the picture shows, for those who cannot see it.",
        )  # fmt: skip
    if "level" in told and told["level"] not in (1, 2):
        raise FieldProblem("level", f"Level: {told['level']} was given. Headings have level 1 or 2.")
    if "options" in told:
        told["options"] = json.dumps(dict(told["options"]), ensure_ascii=False, sort_keys=True)
    return told


def _text(kind: ItemKind, text: str) -> str:
    match kind:
        case ItemKind.HEADING:
            return one_line("text", "Heading", text, empty="nothing was entered. Write one.")
        case ItemKind.PARAGRAPH:
            return several_lines("text", "Paragraph", text, empty="nothing was entered. Write it.")
        case ItemKind.BULLETS:
            lines = several_lines("text", "List", text, empty="nothing was entered. Write an item a line.")
            return "\n".join(line for line in lines.split("\n") if line)
        case ItemKind.PICTURE:
            return one_line(
                "text",
                "Caption",
                text,
                empty="nothing was entered. Say in a few words what the picture is of.",
            )
        case _:
            return ""
