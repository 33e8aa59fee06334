"""Reading a file of attendance: which program made it, and what each of its lines says, still as text."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engagement.cqc_files.layouts import LAYOUTS
from engagement.forums.online.layouts import TableFound, TableKind, meta_of, table_of
from engagement.forums.online.vocabulary import Layout
from resources.files.formats.guards import refuse_changed, stamp_of
from resources.files.headers import find_header
from resources.files.names import name_of
from resources.files.reading import Progress, Row, Sheet, read_sheets
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


@dataclass(frozen=True)
class OnlineFile:
    """A file as it was read. `starts`, `ends` and `title` are '' where it does not tell of the meeting itself.

    `zone` is what its headings say of the clock; '' where the times are those of the wall.
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


def read(path: Path, *, progress: Progress | None = None) -> OnlineFile:
    """What the file says. Any file that is none of those expected is a Problem."""
    before = stamp_of(path)
    found = [
        gone
        for sheet in read_sheets(path, progress=progress)
        if not sheet.hidden and (gone := _gone_through(sheet))
    ]
    if not found:
        raise _not_expected(path)
    best = max(found, key=lambda one: len(one.entries()))
    entries = best.entries()
    if not entries:
        raise Problem(
            f"“{name_of(path)}” is a file of attendance with headings and nobody beneath them. Download it again once "
            "the meeting has taken place."
        )
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    refuse_changed(path, before)
    return OnlineFile(
        name_of(path), sha256, best.layout(), entries, best.meta.get("title", ""), best.meta.get("starts", ""),
        best.meta.get("ends", ""), best.zone, tuple(best.refused), tuple(best.remarks()),
    )  # fmt: skip


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
        known = {_who(one) for one in several}
        others = [*self.lines.get(TableKind.EVENTS, []), *self.lines.get(TableKind.TICKETS, [])]
        return tuple([*several, *(one for one in spans if _who(one) not in known), *others])

    def remarks(self) -> list[str]:
        said = []
        if self.waiting:
            said.append(f"Time in the waiting room does not count: {count_of(self.waiting, 'line')} of it.")
        if self.not_coming:
            said.append(
                f"{count_of(self.not_coming, 'ticket')} refunded, cancelled or not attending: left out."
            )
        return said


def _who(entry: Entry) -> tuple[str, str]:
    return entry.email.casefold(), "" if entry.email else entry.shown.casefold()


def _gone_through(sheet: Sheet) -> _Found | None:
    found, table = _Found(), None
    for number, row in enumerate(sheet.rows):
        if number >= _MOST_ROWS:
            raise Problem(
                f"“{sheet.name}” has more than {_MOST_ROWS:,} rows, and no meeting has so many joins. "
                "Choose another file."
            )
        if row.is_blank:
            continue
        headed = table_of(row)
        if headed is not None:
            table = headed
            _note_table(found, table)
        elif _is_section(row):
            table = None
        elif table is not None:
            _take(found, table, row)
        elif (said := meta_of(row)) is not None:
            found.meta.setdefault(*said)
    return found if found.tables - {TableKind.MEETING} else None


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
    said = {name: clean_text(text) for name, text in table.header.values(row).items()}
    if table.kind is TableKind.MEETING:
        found.meta |= {name: said[name] for name in ("title", "starts", "ends") if said.get(name)}
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
