"""Reading a file of attendance: which program made it, and what each of its lines says, still as text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from engagement.cqc_files.layouts import LAYOUTS
from engagement.forums.online.layouts import TableFound, TableKind, meta_of, table_of
from engagement.forums.online.vocabulary import Layout
from resources.files.cells import is_error_value
from resources.files.formats.guards import refuse_changed, stamp_of
from resources.files.headers import find_header
from resources.files.names import name_of
from resources.files.reading import Progress, Row, Sheet, read_sheets
from resources.files.sha256 import sha256_of
from resources.files.values import clean_text
from resources.problem import Problem
from resources.wording import and_list, count_of

_EXPECTED = (
    "a Teams attendance report, a Zoom participants file or an Eventbrite attendee report was expected"
)
_MOST_ROWS = 100_000
_SECTION = re.compile(r"\d+\.\s+\S")
_DAY_ONLY = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?")
_TIME_ONLY = re.compile(r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?", re.IGNORECASE)
_ZONE_IN_HEADING = re.compile(
    r"[(\[]\s*((?:utc|gmt|bst|cet|cest|est|edt|z)?\s*(?:[+-]\d{1,2}(?::?\d{2})?)?)\s*[)\]]", re.I
)


@dataclass(frozen=True)
class Entry:
    """A line about a person, as it stands in the file. `stated` is how long the file says that it lasted.

    `whole` lines run from the first join to the last leave, so what the file states is what counts.
    """

    line: int
    shown: str
    email: str = ""
    joined: str = ""
    left: str = ""
    stated: str = ""
    action: str = ""
    ticket: str = ""
    order: str = ""
    quantity: int = 1
    company: str = ""
    whole: bool = False

    @property
    def who(self) -> tuple[str, str]:
        """The same for every line of one person, by address, else by name."""
        return self.email.casefold(), "" if self.email else self.shown.casefold()


@dataclass(frozen=True)
class OnlineFile:
    """A file as it was read. `starts`, `ends` and `title` are '' where it does not tell of the meeting itself.

    `zone` is what its headings say of the clock; '' where the times are those of the wall. `people_stated` and `lasted`
    are what its head says of how many came and how long it was. `others` are further meetings in the same file.
    """

    name: str
    sha256: str
    layout: Layout
    entries: tuple[Entry, ...]
    title: str = ""
    starts: str = ""
    ends: str = ""
    zone: str = ""
    refused: tuple[tuple[int, str], ...] = ()
    remarks: tuple[str, ...] = ()
    people_stated: int | None = None
    lasted: str = ""
    others: tuple["OnlineFile", ...] = ()


def read(path: Path, *, progress: Progress | None = None) -> OnlineFile:
    """What the file says. Any file that is none of those expected is a Problem."""
    before = stamp_of(path)
    sheets = [
        parts
        for sheet in read_sheets(path, progress=progress)
        if not sheet.hidden and (parts := _gone_through(sheet))
    ]
    if not sheets:
        raise _not_expected(path)
    best = max(sheets, key=lambda parts: sum(len(one.entries()) for one in parts))
    meetings = [one for one in (*best, *_of_other_sheets(best, sheets)) if one.entries()]
    if not meetings:
        raise Problem(
            f"“{name_of(path)}” is a file of attendance with headings and nobody beneath them. Download it again once "
            "the meeting has taken place."
        )
    sha256 = sha256_of(path)
    refuse_changed(path, before)
    first, *others = (_as_file(one, name_of(path), sha256) for one in meetings)
    return replace(first, others=tuple(others))


def _of_other_sheets(best: "list[_Found]", sheets: "Sequence[list[_Found]]") -> "list[_Found]":
    """Meetings of further sheets; the same meeting's people on a sheet and joins on another are none."""
    known = {one.which for one in best}
    return [
        one
        for parts in sheets
        if parts is not best
        for one in parts
        if any(one.which) and one.which not in known
    ]


def _as_file(found: "_Found", name: str, sha256: str) -> OnlineFile:
    meta = found.meta
    return OnlineFile(
        name, sha256, found.layout(), found.entries(), meta.get("title", ""), meta.get("starts", ""),
        meta.get("ends", ""), found.zone, tuple(found.refused), tuple(found.remarks()),
        _people(meta.get("people", "")), meta.get("lasted", ""),
    )  # fmt: skip


def _people(text: str) -> int | None:
    return int(text) if re.fullmatch("[0-9]{1,5}", text) else None


def _not_expected(path: Path) -> Problem:
    sheets = [sheet for sheet in read_sheets(path) if not sheet.hidden]
    for sheet in sheets:
        head = sheet.head()
        for layout in LAYOUTS:
            header = find_header(head, layout.fields)
            if header is not None and not header.missing:
                return Problem(
                    f"“{name_of(path)}” is CQC’s {layout.kind.label}; {_EXPECTED}. Bring CQC’s files in on the page "
                    "“Imports”, and choose the file of the meeting here."
                )
    return Problem(
        f"“{name_of(path)}” is no file of attendance: {_EXPECTED}, and {_first_words(sheets)}. Choose the file that "
        "Teams, Zoom or Eventbrite saved, as it was saved."
    )


def _first_words(sheets: Sequence[Sheet]) -> str:
    rows = (row for sheet in sheets for row in sheet.head() if not row.is_blank)
    cells = [clean_text(cell)[:40] for cell in next(rows, Row(0, ())).cells if cell.strip()][:3]
    return f"it begins with {and_list([f'“{cell}”' for cell in cells])}" if cells else "it holds no rows"


# --- one sheet ------------------------------------------------------------------------------------------


@dataclass
class _Found:
    """What going through a sheet found."""

    meta: dict[str, str] = field(default_factory=dict)
    tables: set[TableKind] = field(default_factory=set)
    lines: dict[TableKind, list[Entry]] = field(default_factory=dict)
    refused: list[tuple[int, str]] = field(default_factory=list)
    zone: str = ""
    zoom: bool = False
    engagement: bool = False
    waiting: int = 0
    not_coming: int = 0

    @property
    def which(self) -> tuple[str, str]:
        """What tells its meeting from another."""
        return self.meta.get("title", ""), self.meta.get("starts", "")

    @property
    def has_people(self) -> bool:
        """Whether a table of people has begun."""
        return bool(self.tables - {TableKind.MEETING})

    def layout(self) -> Layout:
        if TableKind.TICKETS in self.tables:
            return Layout.EVENTBRITE
        if TableKind.EVENTS in self.tables:
            return Layout.TEAMS_OLD
        if self.zoom:
            return Layout.ZOOM
        return Layout.TEAMS_WEBINAR if self.engagement else Layout.TEAMS

    def entries(self) -> tuple[Entry, ...]:
        """The lines to count: the joins where there are any, and whoever stands only among the people."""
        several = self.lines.get(TableKind.JOINS, [])
        spans = [
            *self.lines.get(TableKind.SPANS, []),
            *self.lines.get(TableKind.TOTALS, []),
        ]
        known = {one.who for one in several}
        others = [*self.lines.get(TableKind.EVENTS, []), *self.lines.get(TableKind.TICKETS, [])]
        return tuple([*several, *(one for one in spans if one.who not in known), *others])

    def remarks(self) -> list[str]:
        said = []
        if self.waiting:
            said.append(f"Time in the waiting room does not count: {count_of(self.waiting, 'line')} of it.")
        if self.not_coming:
            said.append(
                f"{count_of(self.not_coming, 'ticket')} refunded, cancelled or not attending: left out."
            )
        return said


def _gone_through(sheet: Sheet) -> list[_Found]:
    """The meetings of a sheet: another one begins where people were named and a title or a start follows."""
    parts, table = [_Found()], None
    for number, row in enumerate(sheet.rows):
        if number >= _MOST_ROWS:
            raise Problem(
                f"“{sheet.name}” has more than {_MOST_ROWS:,} rows, and no meeting has so many joins. "
                "Choose another file."
            )
        if row.is_blank:
            continue
        headed, said = table_of(row), meta_of(row)
        if headed is not None:
            table = headed
            if table.kind is TableKind.MEETING and parts[-1].has_people:
                parts.append(_Found())
            _note_table(parts[-1], table)
        elif _is_section(row):
            table = None
        elif said is not None and (table is None or _begins_another(said[0], row)):
            table = None
            if said[0] in ("title", "starts") and parts[-1].has_people:
                parts.append(_Found())
            parts[-1].meta.setdefault(*said)
        elif table is not None:
            _take(parts[-1], table, row)
    return [one for one in parts if one.has_people]


def _begins_another(name: str, row: Row) -> bool:
    """Whether a line beneath a table is the head of another meeting: it stands alone with what it says."""
    return name in ("title", "starts") and sum(bool(cell.strip()) for cell in row.cells) <= 3


def _is_section(row: Row) -> bool:
    filled = [cell for cell in row.cells if cell.strip()]
    return len(filled) == 1 and filled[0] == row.cells[0] and _SECTION.match(filled[0].strip()) is not None


def _note_table(found: _Found, table: TableFound) -> None:
    found.tables.add(table.kind)
    found.zoom = found.zoom or table.is_zoom
    found.engagement = found.engagement or table.is_engagement
    for name in ("joined", "at", "starts"):
        place = table.header.mapping.get(name)
        zone = _ZONE_IN_HEADING.search(table.header.headings[place]) if place is not None else None
        if zone and zone[1].strip():
            found.zone = found.zone or zone[1].strip()


def _take(found: _Found, table: TableFound, row: Row) -> None:
    row = _mended(table, row)
    said = {name: _said(text) for name, text in table.header.values(row).items()}
    if table.kind is TableKind.MEETING:
        told = ("title", "starts", "ends", "people", "lasted")
        found.meta |= {name: said[name] for name in told if said.get(name)}
    elif table.kind is TableKind.TICKETS:
        _take_ticket(found, row, said)
    elif said.get("waiting", "").casefold() in ("yes", "y", "true"):
        found.waiting += 1
    elif not said["name"] and not _address(said):
        found.refused.append((row.line, "It names nobody."))
    else:
        found.lines.setdefault(table.kind, []).append(
            Entry(
                row.line,
                said["name"] or _address(said),
                _address(said),
                said.get("joined") or said.get("at", ""),
                said.get("left", ""),
                said.get("duration", ""),
                said.get("action", ""),
                whole=table.kind in (TableKind.SPANS, TableKind.TOTALS),
            )
        )


def _said(text: str) -> str:
    """What a cell says: an error of the spreadsheet says nothing, and is nobody's name."""
    return "" if is_error_value(text) else clean_text(text)


def _address(said: dict[str, str]) -> str:
    return next((text for name in ("email", "upn") if "@" in (text := said.get(name, ""))), "")


def _mended(table: TableFound, row: Row) -> Row:
    """Teams' report on engagement has day and time in a cell each, and so more cells in a row than headings."""
    if len(row.cells) <= len(table.header.headings):
        return row
    cells: list[str] = []
    for cell in row.cells:
        if cells and _TIME_ONLY.fullmatch(cell.strip()) and _DAY_ONLY.fullmatch(cells[-1].strip()):
            cells[-1] = f"{cells[-1].strip()} {cell.strip()}"
        else:
            cells.append(cell)
    return Row(row.line, tuple(cells))


# --- tickets ----------------------------------------------------------------------------------------------

CHECKED_IN, BOOKED = "checked in", "attending"
_NOT_COMING = ("refunded", "not attending", "cancelled", "canceled", "deleted", "transferred", "no show")


def _take_ticket(found: _Found, row: Row, said: dict[str, str]) -> None:
    ticket = said["ticket"].casefold().replace("-", " ")
    for name in ("title", "starts"):
        if said.get(name):
            found.meta.setdefault(name, said[name])
    if ticket in _NOT_COMING:
        found.not_coming += 1
        return
    if ticket not in (CHECKED_IN, BOOKED):
        reason = f"“{said['ticket']}” is no status of a ticket: Checked In or Attending was expected."
        found.refused.append((row.line, reason))
        return
    name = " ".join(filter(None, (said.get("first", ""), said.get("last", "")))) or said.get("email", "")
    if not name:
        found.refused.append((row.line, "It names nobody."))
        return
    found.lines.setdefault(TableKind.TICKETS, []).append(
        Entry(
            row.line,
            name,
            said.get("email", "") if "@" in said.get("email", "") else "",
            ticket=ticket,
            order=said.get("order", ""),
            quantity=_whole_number(said.get("quantity", "")),
            company=said.get("company", ""),
        )
    )


def _whole_number(text: str) -> int:
    """How many a ticket is for; 1 where that is not said, or is no number to believe."""
    return max(int(text), 1) if re.fullmatch("[0-9]{1,3}", text) else 1
