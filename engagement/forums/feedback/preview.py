"""What is shown before a forms file is taken in: counts, rows, and the sentences beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engagement.forums.feedback.checking import Checked
from engagement.forums.feedback.mapping import Use, Uses
from engagement.forums.feedback.read_value import said
from resources.files.forms.forms_file import FormResponse
from resources.files.refused import RefusedRow, group_refused, rows_by_repair, save_refused
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of

SECOND_ROW = "Belongs to the headings"
_LINE = Column("line", "Line", ColumnKind.NUMBER, 60)


@dataclass(frozen=True)
class PreviewGroup:
    """One outcome of the check. Names and addresses are never shown: they are not kept either."""

    name: str
    number: int
    table: Table
    explanation: str
    refused: bool = False


def preview_groups(found: Checked) -> list[PreviewGroup]:
    """New, held already, blank, and each thing that would repair what was refused."""
    groups = [
        PreviewGroup(
            "New responses", len(found.new), new_table(found), "They are added, each with the next number."
        ),
    ]
    if found.already:
        words = "They were taken in before, or stand in the file twice; nothing is added twice."
        groups.append(_lines("Held already", found.already, words))
    if found.blank:
        groups.append(
            _lines("Nothing answered", found.blank, "No question that is taken in is answered in them.")
        )
    by_repair = zip(group_refused(found.refused), rows_by_repair(found.refused), strict=True)
    for group, rows in by_repair:
        table = Table(
            "Refused", (_LINE, Column("reason", "Why", width=420)), [(row.line, row.reason) for row in rows]
        )
        groups.append(
            PreviewGroup(f"Refused: {rows[0].field}", group.rows, table, group.reason, refused=True)
        )
    return groups


def new_table(found: Checked) -> Table:
    """The new responses as they will be kept."""
    used = [one for one in found.file.columns if one.key in found.asked]
    columns = (_LINE, *(Column(one.key, found.asked[one.key].text, width=190) for one in used))
    rows: list[tuple[Cell, ...]] = [
        (
            one.line,
            *(
                " ".join(said(found.asked[c.key], one.answers[c.key]).split()) if c.key in one.answers else ""
                for c in used
            ),
        )
        for one in found.new
    ]
    return Table("New responses", columns, rows)


def _lines(name: str, responses: Iterable[FormResponse], words: str) -> PreviewGroup:
    rows = [(one.line,) for one in responses]
    return PreviewGroup(name, len(rows), Table(name, (_LINE,), rows), words)


def preview_notes(found: Checked) -> list[str]:
    """The warnings, what is left out, what becomes of names, and where the file comes from."""
    notes = list(found.warnings)
    if found.created:
        new = [found.asked[key] for key in found.created]
        names = and_list([f"“{one.text}” ({one.answer_kind.label.lower()})" for one in new])
        notes.append(f"New {'question' if len(found.created) == 1 else 'questions'}: {names}.")
    if found.left_out:
        names = and_list([f"“{heading}”" for heading in found.left_out])
        notes.append(f"{count_of(len(found.left_out), 'column')} left out: {names}.")
    if found.file.ignored:
        names = and_list([f"“{heading}”" for heading in found.file.ignored])
        notes.append(f"Not a question of the form, and not read: {names}.")
    notes.append(_names_note(found))
    return [note for note in notes if note]


def _names_note(found: Checked) -> str:
    if not any(one.email or one.name for one in found.file.responses):
        return ""
    linked = sum(one.participant_id is not None for one in found.new)
    if found.keep_people:
        who = count_of(linked, "response is", "responses are")
        return f"{who} kept with the name of somebody on the event’s list; every other name and address is dropped."
    return "Names and e-mail addresses in the file are not kept: every response is anonymous."


def uses_table(found_uses: Uses, headings: Iterable[tuple[str, str]], texts: dict[str, str]) -> Table:
    """Which column answers which question, and why; `headings` are the columns' keys and headings."""
    rows: list[tuple[Cell, ...]] = []
    for key, heading in headings:
        use = found_uses[key]
        what = texts.get(use.question_id, "") if use.use is Use.QUESTION else use.use.value.capitalize()
        rows.append((heading, what, use.how.value))
    return Table(
        "Columns of the file",
        (
            Column("heading", "Column", width=260),
            Column("question", "Answers", width=260),
            Column("how", "Why"),
        ),
        rows,
    )


def save_refused_rows(found: Checked, path: Path) -> None:
    """The refused rows as they stood in the file, each with the reason, to be mended and taken in."""
    file, refused = found.file, list(found.refused)
    if any(file.second_headings):
        refused.insert(
            0, RefusedRow(file.responses[0].line - 1, file.sheet, file.second_headings, SECOND_ROW)
        )
    save_refused(path, file.headings, refused)
