"""What is shown before a scoring workbook is taken in: its groups of rows, and the sentences beside them."""

from collections.abc import Callable, Mapping, Sequence

from awards.exempt import EXEMPTION
from awards.judging.scores import Given
from awards.judging.workbook_in.checking import CheckedScores, FoundRow
from awards.points import points_words
from resources.files.forms.preview import LINE, PreviewGroup, refused_groups
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of

_ROWS = (
    LINE,
    Column("reference", "Reference", width=96),
    Column("scores", "In the file", width=245),
    Column("before", "Held so far", width=245),
    Column("comment", "Comment", width=220),
)
_MISSING = (
    Column("reference", "Reference", width=96),
    Column("status", "Held so far", ColumnKind.STATUS, 180),
)


def preview_groups(found: CheckedScores) -> list[PreviewGroup]:
    """New, changed, abstained, the same, empty and missing, and each thing that would repair what was refused."""
    kept = found.to_keep
    sorts: list[tuple[str, str, Callable[[FoundRow], bool], Sequence[FoundRow]]] = [
        ("New scores", "They are added.", lambda one: one.is_new and bool(one.points), kept),
        ("Changed scores", "What is held is replaced; its history stays.",
         lambda one: not one.is_new and bool(one.points), kept),
        ("Comment alone", "The comment is kept. Neither scored nor abstained from: they stay open.",
         lambda one: one.is_comment, kept),
        ("Abstentions", "No score is kept of these, and they count in no mean.", lambda one: bool(one.abstain), kept),
        ("Unchanged", "What the file says is held already.", lambda one: one.is_same and not one.is_empty, found.rows),
        ("Nothing entered", "Neither scored nor abstained from: they stay open.",
         lambda one: one.is_empty and not one.is_comment, found.rows),
    ]  # fmt: skip
    groups = []
    for name, words, meant, rows in sorts:
        some = [one for one in rows if meant(one)]
        if some:
            groups.append(PreviewGroup(name, len(some), _table(name, some), words))
    if found.missing:
        words = "Given to this judge, and in no row of the file. They stay as they are."
        groups.append(PreviewGroup("Not in the file", len(found.missing), _missing(found.missing), words))
    return [*groups, *refused_groups(found.refused)]


def preview_notes(found: CheckedScores) -> list[str]:
    """Whose file it is, and what is not read of it."""
    notes = [f"{found.round.name}: the workbook of {found.judge} (judge {found.member.number})."]
    left = sum(one.left_empty for one in found.rows if not one.is_empty)
    if left:
        notes.append(f"{count_of(left, 'cell')} empty in the file where a score is held: what is held stays.")
    if not found.file.cover.is_said:
        notes.append(
            "Its cover is gone, so nothing says by which scales it was filled in: look at them before."
        )
    if found.file.others:
        others = and_list([f"“{one}”" for one in found.file.others])
        hold = "holds" if len(found.file.others) == 1 else "hold"
        notes.append(f"Only the sheet “{found.file.sheet}” is read; {others} {hold} references too.")
    if found.unread:
        notes.append(f"Not read: {and_list([f'“{one}”' for one in found.unread[:8]])}.")
    return notes


def summary_table(found: CheckedScores) -> Table:
    """The counts alone, for the command line."""
    rows: list[tuple[Cell, ...]] = [(one.name, one.number, one.explanation) for one in preview_groups(found)]
    columns = (
        Column("group", "In the file", width=236),
        Column("rows", "Rows", ColumnKind.NUMBER, 84),
        Column("words", "What becomes of them", width=420),
    )
    return Table(found.file.name, columns, rows, exempt=EXEMPTION)


def _table(title: str, some: Sequence[FoundRow]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (one.line, one.given.reference, _told(one), _held(one), one.comment) for one in some
    ]
    return Table(title, _ROWS, rows, exempt=EXEMPTION)


def _told(one: FoundRow) -> str:
    if one.abstain:
        return f"Abstains: {one.abstain}"
    return _said(one, {key: points for key, points in one.points.items() if _is_shown(one, key)})


def _held(one: FoundRow) -> str:
    if one.before:
        return _said(one, {key: points for key, points in one.before.items() if _is_shown(one, key)})
    return f"Abstained: {one.given.reason}" if one.given.reason else ""


def _is_shown(one: FoundRow, key: str) -> bool:
    """Of a row with changes those alone: among all the criteria nobody finds them."""
    if not one.before or one.is_same or one.abstain:
        return True
    return key in one.points and one.points[key] != one.before.get(key)


def _said(one: FoundRow, points: Mapping[str, int]) -> str:
    return ", ".join(
        f"{each.name} {points_words(points[each.id])}" for each in one.criteria if each.id in points
    )


def _missing(some: Sequence[Given]) -> Table:
    return Table(
        "Not in the file", _MISSING, [(one.reference, one.status.label) for one in some], exempt=EXEMPTION
    )
