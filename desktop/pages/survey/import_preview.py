"""The last step: what the file would bring, and whether answers that changed since stand, and who is tied too."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.dialogs.preview_dialog import shown_groups
from desktop.pages.survey.import_doubts import DoubtfulRows
from desktop.pages.survey.import_draft import ImportDraft
from desktop.shell.looks.look import PANE
from desktop.widgets.import_preview import ImportPreview, Preview
from desktop.widgets.parts import button, empty_layout, label, scrolled
from resources.wording import and_list, count_of, number
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.preview import preview_groups, preview_notes


class AnswersPreview(QWidget):
    """`said` carries the draft once it is said whether changed answers stand; `refused_asked` saves the refused.

    `tied` gives the names of those to whom responses are tied, by their keys.
    """

    said = Signal(object)
    refused_asked = Signal()

    def __init__(self, tied: Callable[[Checked], Mapping[str, str]]) -> None:
        super().__init__()
        self._tied = tied
        self.draft: ImportDraft | None = None
        self.verb = "Take in"
        self.can_commit = False
        self.changed = QCheckBox()
        self.earlier = QCheckBox()
        self.doubts = DoubtfulRows()
        self.save = button("", icon="export")
        self.sentence = label("", "bold", wrap=True)
        self.groups: ImportPreview | None = None
        self._notes = QVBoxLayout()
        self._notes.setSpacing(4)
        self._held = QVBoxLayout()
        inside = QWidget()
        above = QVBoxLayout(inside)
        above.setContentsMargins(PANE, 0, PANE, 0)
        above.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self.sentence, 1)
        row.addWidget(self.save)
        above.addLayout(row)
        above.addWidget(self.changed)
        above.addWidget(self.doubts)
        above.addWidget(self.earlier)
        above.addLayout(self._notes)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(inside)
        column.addLayout(self._held, 1)
        whole = QWidget()
        whole.setLayout(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(whole, "What the file brings", sideways=False))
        self.changed.clicked.connect(self._choose_changed)
        self.doubts.said.connect(self.said)
        self.earlier.clicked.connect(self._choose_earlier)
        self.save.clicked.connect(self.refused_asked)

    def show_draft(self, draft: ImportDraft) -> None:
        """What checking the draft found."""
        found = draft.found
        self.draft = draft
        assert found is not None
        self.can_commit = found.brings_something
        self.verb = _verb(found)
        self.sentence.setText(preview_sentence(found))
        self._show_changed(found)
        self.doubts.show_draft(draft, found)
        self._show_earlier(found)
        self.save.setVisible(bool(found.refused))
        rows = count_of(len({one.line for one in found.refused}), "refused row")
        self.save.setText(f"Save the {rows} as a workbook")
        self.save.setAccessibleName(self.save.text())
        empty_layout(self._notes)
        for note in preview_notes(found):
            self._notes.addWidget(label(note, wrap=True))
        self._show_groups(found)

    def _show_changed(self, found: Checked) -> None:
        number_of = len(found.changed)
        self.changed.setVisible(bool(number_of))
        said = f"{count_of(number_of, 'response')} said something else when first taken in"
        self.changed.setText(f"{said}: let what the file says now stand")
        self.changed.setChecked(bool(number_of) and len(found.changed_chosen) == number_of)

    def _show_earlier(self, found: Checked) -> None:
        number_of = len(found.earlier)
        self.earlier.setVisible(bool(number_of))
        them = "it" if number_of == 1 else "them"
        self.earlier.setText(
            f"{count_of(number_of, 'earlier response')} gave a name that is decided now: tie {them} too"
        )
        self.earlier.setChecked(bool(found.earlier_chosen))

    def _show_groups(self, found: Checked) -> None:
        groups = shown_groups(preview_groups(found, self._tied(found)))
        empty_layout(self._held)
        self.groups = ImportPreview(Preview("", "", groups, self.verb), within=True)
        self.groups.setMinimumHeight(220)
        self._held.addWidget(self.groups, 1)

    @Slot(bool)
    def _choose_changed(self, wanted: bool) -> None:
        if self.draft is not None and self.draft.found is not None:
            keys = frozenset(one.row_key for one in self.draft.found.changed) if wanted else frozenset()
            self.said.emit(self.draft.with_changed(keys))

    @Slot(bool)
    def _choose_earlier(self, wanted: bool) -> None:
        if self.draft is not None:
            self.said.emit(self.draft.with_earlier(wanted))

    def focus_first(self) -> None:
        """The groups."""
        if self.groups is not None:
            self.groups.focus_first()


def preview_sentence(found: Checked) -> str:
    """12 new, 88 already in."""
    outcomes = (
        (len(found.new), "new"),
        (len(found.already), "already in"),
        (len(found.changed), "changed since"),
        (len(found.doubtful), "to be decided"),
        (len(found.blank), "with nothing answered"),
        (len(found.left_rows), "left out"),
        (len(found.held_back), "left out as nobody’s"),
        (len({one.line for one in found.refused}), "refused"),
    )
    said = [f"{number(rows)} {what}" for rows, what in outcomes if rows]
    return f"{count_of(len(found.file.responses), 'response')}: {and_list(said)}."


def _verb(found: Checked) -> str:
    changed = len({one.line for one in (*found.changed_chosen, *found.withdrawn)})
    if not found.brings_something:
        return "Nothing to take in"
    parts = [count_of(len(found.new), "response")] if found.new else []
    parts += [count_of(changed, "change")] if changed else []
    return f"Take in {' and '.join(parts)}"
