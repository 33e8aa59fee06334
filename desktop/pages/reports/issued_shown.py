"""An issued report in full: its files with their checksums, figures, edits, and what was not searched."""

import json
from collections.abc import Sequence
from typing import Any

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.committee.issue_files import files_of
from engagement.committee.issues import ReportIssue
from resources.report.committee.outline import Style
from resources.tables import Column, ColumnKind, Table
from resources.wording import date_words, moment_words, number

_FIGURES = (
    Column("words", "As printed", width=110),
    Column("section", "Section", width=110),
    Column("as_at", "As at", width=130),
)


def issue_detail(held: ReportIssue, manifest: str, actions: Sequence[Action]) -> Detail:
    """All that its manifest tells."""
    told = json.loads(manifest)
    halves = [told.get(name, {}) for name in ("public", "exempt")]
    figures = [one for half in halves for one in half.get("figures", [])]
    edits = [one for half in halves for one in half.get("edits", [])]
    return Detail(
        held.title,
        f"Saved on {moment_words(held.issued_at)}",
        actions=actions,
        sections=(
            Section("Report", _about(held, told)),
            Section("Files", [_file_line(one.what, one.name, one.size, one.sha256) for one in files_of(held, manifest)],
                    stacked=True),
            Section(f"Figures ({len(figures):,})", table=_figures_table(figures), folded=True),
            Section(f"Edited sentences ({len(edits):,})",
                    [Line(f"{one['section']}, {one['sentence']}", one["printed"]) for one in edits], stacked=True,
                    folded=True),
            Section("Not searched", [Line("", words) for words in told.get("not_searched", [])], stacked=True,
                    folded=not told.get("not_searched")),
            Section("Looked at when it was saved",
                    [Line(one.get("where", ""), one["words"]) for one in told.get("to_look_at", [])], stacked=True,
                    folded=True),
        ),
    )  # fmt: skip


def _about(held: ReportIssue, told: dict[str, Any]) -> list[Line]:
    first, last = told.get("period", ["", ""])
    style = Style.read(told.get("house_style", ""))
    return [
        Line("Note", held.note),
        Line("Committee", told.get("committee", "")),
        Line("Meets on", date_words(told["meets_on"]) if told.get("meets_on") else ""),
        Line("Period", f"{date_words(first)} to {date_words(last)}" if first else ""),
        Line("House style", style.label if style else ""),
        Line("Program", told.get("program", "")),
        Line("Marked", told.get("marking", "")),
    ]


def _file_line(what: str, name: str, size: int, sha256: str) -> Line:
    half = len(sha256) // 2  # whole it is one word, wider than the pane
    return Line(
        f"{what[0].upper()}{what[1:]}",
        f"{name}, {number(size)} bytes, SHA-256 {sha256[:half]} {sha256[half:]}",
    )


def _figures_table(figures: Sequence[dict[str, Any]]) -> Table | None:
    if not figures:
        return None
    rows = [(one["words"], one["section"].replace("_", " "), one.get("as_at", "")) for one in figures]
    return Table("Figures", _FIGURES, rows)


ISSUED_COLUMNS = (
    Column("title", "Report", width=280),
    Column("issued_at", "Saved", ColumnKind.TIME, width=150),
    Column("as_at", "As at", ColumnKind.DATE, width=108),
    Column("exempt", "Exempt appendix", ColumnKind.FLAG, width=96),
    Column("file_name", "File", width=220),
    Column("note", "Note", width=200),
)
