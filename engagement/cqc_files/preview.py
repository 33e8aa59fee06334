"""What is shown before CQC's files are taken in: counts, a group for each thing that was found, and refused rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from engagement.cqc_files.check import Checked
from engagement.cqc_files.contents import FileFindings, Finding, Found
from resources.files.refused import RefusedRow, group_refused, rows_by_repair, save_refused
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_short

LEFT_OUT = "Left out (not adult social care)"
REFUSED = "Refused"

_LEFT_OUT_MEANS = "Dentists, doctors, hospitals and the like: counted, and not brought into the register."
_REFUSED_MEANS = "Left out of the import. Save them as a workbook, mend them there, and bring them in again."

_FIRST = (
    Finding.NEW,
    Finding.CHANGED,
    Finding.GONE,
    Finding.RETURNED,
    Finding.RE_INSPECTED,
    Finding.FIRST_RATING,
    Finding.CHANGED_RATING,
    Finding.CORRECTED,
    Finding.NOT_HELD,
)
_LAST = tuple(finding for finding in Finding if finding not in _FIRST and finding is not Finding.UNCHANGED)
_IN_SUMMARY = (
    Finding.NEW,
    Finding.CHANGED,
    Finding.GONE,
    Finding.RETURNED,
    Finding.UNCHANGED,
    Finding.RE_INSPECTED,
    Finding.FIRST_RATING,
    Finding.CHANGED_RATING,
    Finding.RATINGS_ADDED,
    Finding.CORRECTED,
    Finding.NOT_HELD,
)


@dataclass(frozen=True)
class PreviewGroup:
    """One outcome with its rows. `number` is of all locations; `refused` rows can be saved to be mended."""

    name: str
    explanation: str
    number: int
    number_social_care: int
    table: Table
    refused: bool = False


def preview_groups(checked: Checked) -> list[PreviewGroup]:
    """Every group that has a row: what changes first, then what was refused or left out, and last what stays."""
    groups = [_found_group(checked, finding) for finding in _FIRST]
    groups += _refused_groups(checked)
    groups += [_found_group(checked, finding) for finding in _LAST]
    left_out = [(one, found) for one in checked.findings for found in one.left_out]
    groups.append(_group(checked, LEFT_OUT, _LEFT_OUT_MEANS, left_out))
    groups.append(_found_group(checked, Finding.UNCHANGED))
    return [group for group in groups if group.number]


def _found_group(checked: Checked, finding: Finding) -> PreviewGroup:
    found = [(one, found) for one in checked.findings for found in one.groups.get(finding, ())]
    return _group(checked, finding.label, finding.meaning, found)


def _group(
    checked: Checked, name: str, explanation: str, found: Sequence[tuple[FileFindings, Found]]
) -> PreviewGroup:
    several = len(checked.findings) > 1
    columns = (
        *_file_column(checked),
        Column("name", "Location", width=260),
        Column("authority", "Authority", width=150),
        Column("detail", "Detail", width=360),
        Column("social_care", "Adult social care", ColumnKind.FLAG, 120),
        Column("location_id", "CQC Location ID", width=130),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *((_file_words(one),) if several else ()),
            each.name,
            each.authority,
            each.detail,
            int(each.social_care),
            each.location_id,
        )
        for one, each in found
    ]
    social = sum(each.social_care for _, each in found)
    return PreviewGroup(name, explanation, len(rows), social, Table(name, columns, rows))


def _file_column(checked: Checked) -> tuple[Column, ...]:
    return (Column("file", "File", width=200),) if len(checked.findings) > 1 else ()


def _file_words(one: FileFindings) -> str:
    return f"{one.file.kind.label}, {date_short(one.file.as_at)}"


def _refused_groups(checked: Checked) -> Iterator[PreviewGroup]:
    """A group for each thing that would repair its rows, file by file, the most frequent first."""
    found = [
        (one, group.reason, rows)
        for one in checked.findings
        for group, rows in zip(group_refused(one.file.refused), rows_by_repair(one.file.refused), strict=True)
    ]
    for one, reason, rows in sorted(found, key=lambda each: -len(each[2])):
        name = f"{REFUSED}: {reason}"
        table = _refused_table(checked, one, name, rows)
        yield PreviewGroup(name, _REFUSED_MEANS, len(rows), 0, table, refused=True)


def _refused_table(checked: Checked, one: FileFindings, name: str, rows: Sequence[RefusedRow]) -> Table:
    several = len(checked.findings) > 1
    columns = (
        *_file_column(checked),
        Column("line", "Line", ColumnKind.NUMBER, 70),
        Column("reason", "Reason", width=360),
        Column("row", "The row", width=480),
    )
    cells: list[tuple[Cell, ...]] = [
        (*((_file_words(one),) if several else ()), row.line, row.reason, _as_text(row.cells)) for row in rows
    ]
    return Table(name, columns, cells)


def _as_text(cells: Sequence[str]) -> str:
    """The filled cells of a row, short enough to show."""
    text = " · ".join(cell.strip() for cell in cells if cell.strip())
    return text if len(text) <= 200 else f"{text[:199]}…"


def summary_tables(checked: Checked) -> list[Table]:
    """The counts of each file, in the order in which the files are taken in."""
    return [_summary(f"{_file_words(one)}: {one.file.name}", [one]) for one in checked.findings]


def summary_table(checked: Checked) -> Table:
    """The counts over all files: of all locations, and of those that are adult social care."""
    if len(checked.findings) == 1:
        return summary_tables(checked)[0]
    return _summary(f"{count_of(len(checked.findings), 'file')} from CQC", checked.findings)


def _summary(title: str, findings: Sequence[FileFindings]) -> Table:
    columns = (
        Column("what", "", width=240),
        Column("all", "All locations", ColumnKind.NUMBER, 110),
        Column("social_care", "Adult social care", ColumnKind.NUMBER, 130),
    )
    rows: list[tuple[Cell, ...]] = [
        (finding.label, _total(findings, finding, None), _total(findings, finding, True))
        for finding in (*_IN_SUMMARY, *_only_when_found(findings))
    ]
    rows.append((REFUSED, sum(len(one.file.refused) for one in findings), None))
    rows.append((LEFT_OUT, sum(len(one.left_out) for one in findings), 0))
    days = {one.file.as_at for one in findings}
    as_at = days.pop() if len(days) == 1 else None
    return Table(title, columns, rows, source="Care Quality Commission", as_at=as_at)


def _only_when_found(findings: Sequence[FileFindings]) -> list[Finding]:
    rare = (finding for finding in Finding if finding not in _IN_SUMMARY)
    return [finding for finding in rare if _total(findings, finding, None)]


def _total(findings: Sequence[FileFindings], finding: Finding, social_care: bool | None) -> int:
    return sum(one.count(finding, social_care=social_care) for one in findings)


def preview_notes(checked: Checked) -> tuple[str, ...]:
    """What a person should know before importing: warnings first, then how each file was read."""
    warnings = [warning for one in checked.findings for warning in one.warnings]
    notes = []
    for one in checked.findings:
        file = one.file
        notes.append(f"“{file.name}” is {file.kind.label} of {date_short(file.as_at)}, by {file.dated_by}.")
        notes.extend(file.remarks)
        if file.not_overall:
            notes.append(
                f"{count_of(file.not_overall, 'row')} of “{file.name}” rate a part of a location, not the whole, "
                "and were passed by."
            )
    return (*warnings, *notes)


def save_refused_rows(checked: Checked, folder: Path) -> list[Path]:
    """A workbook for each file that has refused rows; its name keeps the day, so that it is read as of that day."""
    saved = []
    for one in checked.findings:
        if one.file.refused:
            path = _unused(folder, f"{one.file.as_at:%Y-%m-%d} refused rows of {Path(one.file.name).stem}")
            save_refused(path, one.file.headings, one.file.refused)
            saved.append(path)
    return saved


def _unused(folder: Path, stem: str) -> Path:
    """A name that no file in the folder has, so that rows being mended are never written over."""
    path, number = folder / f"{stem}.xlsx", 2
    while path.exists():
        path, number = folder / f"{stem} {number}.xlsx", number + 1
    return path
