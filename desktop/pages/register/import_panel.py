"""The preview of CQC's files with the one question that it asks: whether what is not listed has gone."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.pages.register.import_reading import Ready, Request
from desktop.widgets.import_preview import Group, ImportPreview, Preview
from engagement.cqc_files.check import Checked
from engagement.cqc_files.contents import FileKind, Finding
from engagement.cqc_files.preview import LEFT_OUT, PreviewGroup, preview_groups, preview_notes
from engagement.cqc_files.taking_in import Taken, total
from resources.tables import Table
from resources.wording import and_list, count_of, date_words

SOCIAL_CARE = "Adult social care"
_SAID = (Finding.NEW, Finding.CHANGED, Finding.GONE, Finding.RETURNED, Finding.RE_INSPECTED, Finding.FIRST_RATING,
         Finding.CHANGED_RATING)  # fmt: skip


class ImportPanel(QWidget):
    """The counts and rows of each finding, notes on how the files were read, and the verb."""

    committed = Signal()
    cancelled = Signal()
    refused_asked = Signal()
    mark_gone_changed = Signal(bool)

    def __init__(self, ready: Ready, request: Request) -> None:
        super().__init__()
        self.ready = ready
        self.preview = ImportPreview(preview_of(ready))
        self.gone = QCheckBox("Services that the file does not list have gone")
        self.gone.setChecked(request.mark_gone)
        self.gone.setToolTip(
            "Only those of the authorities that the file covers. Untick it for a part of a file."
        )
        self.gone.setVisible(any(one.file.kind is not FileKind.RATINGS for one in ready.checked.findings))
        self.gone.toggled.connect(self.mark_gone_changed)
        for signal, told in (
            (self.preview.committed, self.committed),
            (self.preview.cancelled, self.cancelled),
            (self.preview.refused_asked, self.refused_asked),
        ):
            signal.connect(told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.preview.add_choice(self.gone)
        column.addWidget(self.preview)

    def focus_first(self) -> None:
        """The groups."""
        self.preview.focus_first()


def preview_of(ready: Ready) -> Preview:
    """The findings as the preview shows them."""
    checked = ready.checked
    groups = [_group(group) for group in preview_groups(checked)]
    files = [one.file for one in checked.findings]
    days = sorted({file.as_at for file in files})
    when = and_list([date_words(day) for day in days])
    title = (
        f"{files[0].kind.label}, {when}"
        if len(files) == 1
        else f"{count_of(len(files), 'file')} from CQC, {when}"
    )
    return Preview(
        title,
        and_list([file.name for file in files]),
        groups,
        f"Import {_what_enters(checked)}",
        (*_known_notes(ready), *preview_notes(checked)),
        part=SOCIAL_CARE,
    )


def _what_enters(checked: Checked) -> str:
    """What of the files the register holds afterwards: of a file of 177 locations perhaps 74 services."""
    files, register = [one.file for one in checked.findings], checked.held.services.keys()
    listed = {each.location_id for file in files for each in file.locations if each.kind is not None}
    rated = {each.location_id for file in files for each in file.ratings}
    services, ratings = len(listed & register), len(rated & register)
    what = [count_of(services, "service")] if services else []
    what += [f"ratings of {count_of(ratings, 'service')}"] if ratings else []
    return " and ".join(what) or "CQC files"


def _group(found: PreviewGroup) -> Group:
    explanation = found.explanation
    if not found.refused and found.number_social_care < found.number and found.name != LEFT_OUT:
        some = (
            f"{found.number_social_care:,} of the {found.number:,} are"
            if found.number_social_care
            else "None is"
        )
        explanation += f" {some} adult social care; only those are in the register."
    part = None if found.refused else found.number_social_care
    return Group(found.name, found.number, _register_first(found.table), explanation, found.refused, part)


def _register_first(table: Table) -> Table:
    """The register's own rows before the others, and beside each name whether it is one of them."""
    table = _name_first(table)
    at = next((at for at, column in enumerate(table.columns) if column.name == "social_care"), None)
    if at is None:
        return table
    rows = sorted(table.rows, key=lambda row: not row[at])
    moved = [(row[0], row[at], *row[1:at], *row[at + 1 :]) for row in rows]
    columns = (table.columns[0], table.columns[at], *table.columns[1:at], *table.columns[at + 1 :])
    return replace(table, columns=columns, rows=moved)


def _name_first(table: Table) -> Table:
    """Which file comes last: the first column is the one that is read."""
    if table.columns[0].name != "file":
        return table
    rows = [(*row[1:], row[0]) for row in table.rows]
    return replace(table, columns=(*table.columns[1:], table.columns[0]), rows=rows)


def _known_notes(ready: Ready) -> list[str]:
    if not ready.known:
        return []
    names = and_list([f"“{name}”" for name in ready.known])
    was = "was" if len(ready.known) == 1 else "were"
    return [
        f"{names} {was} taken in before: importing again changes nothing that the register holds already."
    ]


def counts_words(checked: Checked, taken: Taken) -> str:
    """What the toast says: the import by name, and how many services of the register each finding concerns."""
    counts = [(finding, total(checked, finding, social_care=True)) for finding in _SAID]
    said = [f"{number:,} {_counted(finding.label.lower(), number)}" for finding, number in counts if number]
    return f"{taken.action}. In the register: {', '.join(said)}" if said else taken.action


def _counted(words: str, number: int) -> str:
    """`1 first rating`, `2 first ratings`; "new" and "gone" stay as they are."""
    return words.removesuffix("s") if number == 1 and words.endswith("ratings") else words
