"""The scoring workbook of one judge: a row for each nominee by reference, a column for each criterion, and a cover.

The cover says whose it is and of which round, with a code that only that judge’s workbook of that round has, and a code
for the scale of each criterion as it then was. Nothing in it is hidden or locked, and nobody nominated is named.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from awards.judging.packs import Pack, packs, scale_words
from awards.judging.panel import Member
from awards.judging.scores import Given, scores_of
from awards.points import POINT
from awards.rounds.criteria import Criterion, criteria_by_category
from awards.vocabulary import AssignmentStatus
from resources.database import Database
from resources.files.replacing import safe_write
from resources.files.safe_names import unique_names
from resources.files.writing import verify_workbook
from resources.problem import Problem
from resources.report.exemption import MARKING
from resources.wording import date_words

REFERENCE, CATEGORY, ABSTAIN, COMMENT = "Reference", "Category", "Abstain: why", "Comment"
ROUND, JUDGE, NUMBER, CODE, SCALES_CODE = "Round", "Judge", "Judge number", "Check code", "Scale codes"
COVER, SCORES, SCALES = "About", "Scores", "Criteria"
NOT_SCORED = "–"
"""Stands where a criterion is not one of the nominee’s category."""
_MOST_LISTED = 40
_SHEETS = 3
_LINE, _LETTER = 20, 7
"""How high a line is and how wide a letter, in pixels."""
_CATEGORY, _WHY, _NOTE = 330, 220, 300


@dataclass(frozen=True)
class Line:
    """A row of it: a nominee, the criteria that they are scored by, and what is held of them so far."""

    given: Given
    category: str
    criteria: tuple[Criterion, ...]
    held: Mapping[str, int]


def check_code(round_id: str, member_id: str) -> str:
    """Eight letters and figures that only this judge’s workbook of this round has."""
    found = sha256(f"{round_id} {member_id}".encode()).hexdigest()[:8].upper()
    return f"{found[:4]}-{found[4:]}"


def scale_code(of: Criterion) -> str:
    """Letters and figures that change with the name and the scale of a criterion; never read as a number."""
    told = f"{of.id} {of.name.casefold()} {of.least} {of.most} {of.step}"
    return f"S{sha256(told.encode()).hexdigest()[:4].upper()}"


def save_workbooks(
    db: Database, round_id: str, folder: Path, *, today: date, only: Sequence[str] | None = None
) -> list[Path]:
    """One for each judge who was given somebody, or for these of them."""
    made = [one for one in packs(db, round_id, only=only) if one.copies]
    if not made:
        raise Problem("No judge was given anybody to judge yet. Give the nominees to the panel first.")
    named = unique_names(
        [f"Scores {pack.member.number} {pack.judge}, {pack.round.name}" for pack in made], ".xlsx"
    )
    files = []
    for pack, name in zip(made, named, strict=True):
        save_workbook(db, pack, folder / name, today=today)
        files.append(folder / name)
    return files


def save_workbook(db: Database, pack: Pack, path: Path, *, today: date) -> None:
    """That of one judge."""
    data = _workbook(db, pack, today)

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    safe_write(path, write, lambda written: verify_workbook(path, written, _SHEETS))


def lines_of(db: Database, pack: Pack) -> list[Line]:
    """The rows, in the order of the pack."""
    criteria = criteria_by_category(db, pack.round.id)
    return [
        Line(
            given, copy.category, tuple(criteria[copy.category_id]),
            {one.criterion_id: one.points for one in scores_of(db, given.id)},
        )
        for given, copy in zip(pack.given, pack.copies, strict=True)
    ]  # fmt: skip


def columns_for(lines: Sequence[Line]) -> list[Criterion]:
    """Every criterion that a row has, once, in their order."""
    found = {one.id: one for line in lines for one in line.criteria}
    return sorted(found.values(), key=lambda one: (one.category_id is not None, one.position, one.id))


def heading_of(criterion: Criterion, others: Sequence[Criterion]) -> str:
    """Its name; with its scale where another column has the same name."""
    alike = [one for one in others if one.name.casefold() == criterion.name.casefold()]
    return criterion.name if len(alike) == 1 else f"{criterion.name} ({alike.index(criterion) + 1})"


# --- the file -------------------------------------------------------------------------------------------------


class _Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        top: dict[str, Any] = {"valign": "top", "text_wrap": True}
        edge = {**top, "border": 1, "border_color": "#8A8A8A"}
        self.title = book.add_format({"bold": True, "font_size": 16})
        self.label = book.add_format({"bold": True, **top})
        self.text = book.add_format(top)
        self.head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E7EEF5", **top})
        self.told = book.add_format(edge)
        self.points = book.add_format(
            {**edge, "align": "center", "num_format": "General", "bg_color": "#FFFBE6"}
        )
        self.none = book.add_format(
            {**edge, "align": "center", "bg_color": "#EDEDED", "font_color": "#595959"}
        )


def _workbook(db: Database, pack: Pack, today: date) -> bytes:
    import xlsxwriter  # loaded when first used

    memory = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(memory, plain)
    title = f"Scoring workbook: {pack.round.name}"
    book.set_properties({"title": title, "author": "", "company": "", "comments": ""})
    looks, lines = _Looks(book), lines_of(db, pack)
    _cover(book.add_worksheet(COVER), looks, pack, columns_for(lines), today)
    scores = book.add_worksheet(SCORES)
    _scores(scores, looks, lines, title)
    _scales(db, book.add_worksheet(SCALES), looks, lines)
    scores.activate()
    book.close()
    return memory.getvalue()


def _cover(sheet: Any, looks: _Looks, pack: Pack, criteria: Sequence[Criterion], today: date) -> None:
    sheet.set_column_pixels(0, 0, 150)
    sheet.set_column_pixels(1, 1, 620)
    sheet.write_string(0, 0, "Scoring workbook", looks.title)
    facts = [
        (ROUND, pack.round.name), (NUMBER, str(pack.member.number)), (JUDGE, pack.member.name),
        (CODE, check_code(pack.round.id, pack.member.id)),
        (SCALES_CODE, " ".join(scale_code(one) for one in criteria)),
        ("Made on", date_words(today)), ("Marking", MARKING),
    ]  # fmt: skip
    for row, (label, words) in enumerate(facts, 2):
        sheet.write_string(row, 0, label, looks.label)
        sheet.write_string(row, 1, words, looks.text)
        sheet.set_row_pixels(row, _height([(words, 620)]))
    told = (
        "Score each nominee on the sheet “Scores”, with the pack beside it. The sheet “Criteria” says what each "
        "criterion and each figure means.",
        "Leave a cell empty where you have not decided yet; empty is not 0. Where you cannot judge somebody, leave the "
        "scores of the row empty and write under “Abstain: why” the reason.",
        "The rows may be sorted. Leave this sheet and the references as they are: they say whose scores these are.",
    )
    for row, words in enumerate(told, len(facts) + 3):
        sheet.write_string(row, 1, words, looks.text)
        sheet.set_row_pixels(row, _height([(words, 620)]))
    _to_print(sheet, "Scoring workbook")


def _scores(sheet: Any, looks: _Looks, lines: Sequence[Line], title: str) -> None:
    criteria = columns_for(lines)
    headings = [REFERENCE, CATEGORY, *(heading_of(one, criteria) for one in criteria), ABSTAIN, COMMENT]
    widths = [92, _CATEGORY, *[104] * len(criteria), _WHY, _NOTE]
    sheet.set_row_pixels(0, _height([(heading, 92) for heading in headings]))
    for place, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column_pixels(place, place, width)
        sheet.write_string(0, place, heading, looks.head)
    for row, line in enumerate(lines, 1):
        _row(sheet, looks, row, line, criteria)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(len(lines), 1), len(headings) - 1)
    sheet.repeat_rows(0)
    _to_print(sheet, title)


def _row(sheet: Any, looks: _Looks, row: int, line: Line, criteria: Sequence[Criterion]) -> None:
    sheet.write_string(row, 0, line.given.reference, looks.told)
    sheet.write_string(row, 1, line.category, looks.told)
    for place, one in enumerate(criteria, 2):
        if one not in line.criteria:
            sheet.write_string(row, place, NOT_SCORED, looks.none)
            continue
        if one.id in line.held:
            sheet.write_number(row, place, line.held[one.id] / POINT, looks.points)
        else:
            sheet.write_blank(row, place, None, looks.points)
        sheet.data_validation(row, place, row, place, _rule(one))
    end = len(criteria) + 2
    abstained = line.given.status is AssignmentStatus.ABSTAINED
    sheet.write_string(row, end, line.given.reason if abstained else "", looks.told)
    sheet.write_string(row, end + 1, line.given.comment, looks.told)
    why = line.given.reason if abstained else ""
    sheet.set_row_pixels(row, _height([(line.category, _CATEGORY), (why, _WHY), (line.given.comment, _NOTE)]))


def _height(cells: Sequence[tuple[str, int]]) -> int:
    """How high a row of texts is, each as wide as its column: not every program fits rows to what is in them."""
    return _LINE * max(-(-len(text) * _LETTER // width) or 1 for text, width in cells) + 4


def _rule(one: Criterion) -> dict[str, Any]:
    """What Excel lets somebody type in a cell."""
    asked = {
        "ignore_blank": True,
        "error_title": "Not on the scale",
        "error_message": f"{one.name[:60]} is scored from {one.scale_words}. Leave the cell empty where you abstain.",
    }
    if len(one.allowed) <= _MOST_LISTED:
        return {"validate": "list", "source": [figure_words(points) for points in one.allowed], **asked}
    ends = {"minimum": one.least / POINT, "maximum": one.most / POINT}
    whole = one.step % POINT == 0 and one.least % POINT == 0
    return {"validate": "integer" if whole else "decimal", "criteria": "between", **ends, **asked}


def figure_words(points: int) -> str:
    """4 or 4.5, as a list in Excel has it."""
    return f"{points / POINT:g}"


def _scales(db: Database, sheet: Any, looks: _Looks, lines: Sequence[Line]) -> None:
    widths = (("Criterion", 190), ("What to look for", 420), ("Scale", 380), ("Weight", 110))
    for place, (heading, width) in enumerate(widths):
        sheet.set_column_pixels(place, place, width)
        sheet.write_string(0, place, heading, looks.head)
    criteria = columns_for(lines)
    for row, one in enumerate(criteria, 1):
        told = (heading_of(one, criteria), one.guidance, scale_words(db, one), one.weight_words)
        for place, words in enumerate(told):
            sheet.write_string(row, place, words, looks.told)
        sheet.set_row_pixels(
            row, _height([(text, width) for text, (_, width) in zip(told, widths, strict=True)])
        )
    sheet.freeze_panes(1, 0)
    _to_print(sheet, "Criteria")


def _to_print(sheet: Any, title: str) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&L" + f"{MARKING}: {title}".replace("&", "&&")[:200])


def is_of(code: str, round_id: str, member: Member) -> bool:
    """Whether a code is that of this judge’s workbook, however it was typed."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return plain == check_code(round_id, member.id).replace("-", "")
