"""What every preview of a forms file shows alike: its groups of responses, what is refused, and what is left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from resources.files.forms.forms_file import FormResponse, FormsFile
from resources.files.refused import RefusedRow, group_refused, rows_by_repair, save_refused
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, shortened

SECOND_ROW = "Belongs to the headings"
LINE = Column("line", "Line", ColumnKind.NUMBER, 60)
_MOST_NAMED = 6

A_co = TypeVar("A_co", covariant=True)
A = TypeVar("A")


@dataclass(frozen=True)
class PreviewGroup:
    """One outcome of a check. `to_decide` where something is still to be decided.

    Names and addresses of people are never shown: they are not kept either.
    """

    name: str
    number: int
    table: Table
    explanation: str = ""
    refused: bool = False
    to_decide: bool = False


class Answered(Protocol[A_co]):
    """A response to be kept, with its answers by column."""

    @property
    def line(self) -> int:
        """Where it stands in the file."""

    @property
    def answers(self) -> Mapping[str, A_co]:
        """By column."""


# --- groups -----------------------------------------------------------------------------------------------


def new_group(table: Table) -> PreviewGroup:
    """The responses that would be added."""
    return PreviewGroup("New responses", len(table.rows), table, "They are added, each with the next number.")


def held_already(
    responses: Iterable[FormResponse], named: Mapping[int, str] | None = None
) -> list[PreviewGroup]:
    """Those that come in no second time; nothing where there are none."""
    return lines_group(
        "Held already",
        responses,
        "They were taken in before, or stand in the file twice; nothing is added twice.",
        named,
    )


def nothing_answered(
    responses: Iterable[FormResponse], named: Mapping[int, str] | None = None
) -> list[PreviewGroup]:
    """Those that are blank; nothing where there are none."""
    return lines_group(
        "Nothing answered", responses, "No question that is taken in is answered in them.", named
    )


def lines_group(
    name: str, responses: Iterable[FormResponse], words: str, named: Mapping[int, str] | None = None
) -> list[PreviewGroup]:
    """Responses of which the line says enough, or that and the name in it; nothing where there are none.

    `named` are the providers or services that gave their name, by line: never people.
    """
    some = list(responses)
    shown = named is not None and any(one.line in named for one in some)
    columns = (LINE, Column("whose", "Of", width=260)) if shown else (LINE,)
    rows: list[tuple[Cell, ...]] = [
        (one.line, (named or {}).get(one.line, "")) if shown else (one.line,) for one in some
    ]
    return [PreviewGroup(name, len(rows), Table(name, columns, rows), words)] if rows else []


def refused_groups(refused: Sequence[RefusedRow]) -> list[PreviewGroup]:
    """What is refused, a group for each thing that would repair it."""
    groups = []
    for group, rows in zip(group_refused(refused), rows_by_repair(refused), strict=True):
        cells: list[tuple[Cell, ...]] = [(row.line, row.reason) for row in rows]
        table = Table("Refused", (LINE, Column("reason", "Why", width=420)), cells)
        what = rows[0].repair or shortened(rows[0].field)
        name = f"Refused: {what}" if what else "Refused"
        groups.append(PreviewGroup(name, group.rows, table, group.reason, refused=True))
    return groups


# --- tables -----------------------------------------------------------------------------------------------


def responses_table(
    file: FormsFile,
    wordings: Mapping[str, str],
    new: Sequence[Answered[A]],
    said: Callable[[str, A], str],
    whose: Sequence[str] = (),
) -> Table:
    """The new responses as they will be kept: their answers by the wording of each column that is used.

    `whose` says of each in turn whose it is, where that is shown.
    """
    used = [one.key for one in file.columns if one.key in wordings]
    of = (Column("whose", "Of", width=190),) if whose else ()
    rows: list[tuple[Cell, ...]] = [
        (
            one.line,
            *whose[place : place + 1],
            *(" ".join(said(key, one.answers[key]).split()) if key in one.answers else "" for key in used),
        )
        for place, one in enumerate(new)
    ]
    return Table("New responses", (LINE, *of, *(Column(key, wordings[key], width=190) for key in used)), rows)


def uses_table(
    headings: Iterable[tuple[str, str]], taken_for: Callable[[str], tuple[str, str]], title: str
) -> Table:
    """What each column is taken for, and why; `headings` are the columns' keys and headings."""
    rows: list[tuple[Cell, ...]] = [(heading, *taken_for(key)) for key, heading in headings]
    columns = (
        Column("heading", "Column", width=260),
        Column("question", title, width=260),
        Column("why", "Why", width=190),
    )
    return Table("Columns of the file", columns, rows)


# --- sentences --------------------------------------------------------------------------------------------


def new_questions_words(drafts: Iterable[tuple[str, str]]) -> list[str]:
    """A sentence on the questions that are added, each with how it is answered; none where there are none."""
    names = [f"“{shortened(wording)}” ({kind.lower()})" for wording, kind in drafts]
    what = "question" if len(names) == 1 else f"{len(names)} questions"
    return [f"New {what}: {_some(names)}."] if names else []


def left_out_words(headings: Sequence[str]) -> list[str]:
    """A sentence on the columns that are left out; none where there are none."""
    names = [f"“{shortened(heading)}”" for heading in headings]
    return [f"{count_of(len(names), 'column')} left out: {_some(names)}."] if names else []


def ignored_words(file: FormsFile) -> list[str]:
    """A sentence on what a forms program adds to its exports; none where there is nothing."""
    names = [f"“{heading}”" for heading in file.ignored]
    return [f"Not a question of the form, and not read: {and_list(names)}."] if names else []


def _some(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return and_list(list(names))
    return f"{', '.join(names[:_MOST_NAMED])}, and {len(names) - _MOST_NAMED} more"


# --- what is refused --------------------------------------------------------------------------------------


def save_refused_rows(file: FormsFile, refused: Sequence[RefusedRow], path: Path) -> None:
    """The refused rows as they stood in the file, each with the reason, to be mended and taken in.

    A second row of headings goes with them, so that the file is read as it was.
    """
    rows = list(refused)
    if any(file.second_headings):
        rows.insert(0, RefusedRow(file.responses[0].line - 1, file.sheet, file.second_headings, SECOND_ROW))
    save_refused(path, file.headings, rows)
