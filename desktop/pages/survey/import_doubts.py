"""Rows that may be held already, and those never sent off: what they are taken for, beside the preview."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.pages.survey.import_draft import ImportDraft
from desktop.widgets.parts import button, label
from resources.wording import count_of
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.decisions import RowMeans

_MEANS = (
    (None, "Not decided"),
    (RowMeans.HELD, "The response held already"),
    (RowMeans.NEW, "A response of its own"),
    (RowMeans.LEFT_OUT, "Left out"),
)
_EVERY = "All of them"
_LISTED = 200


class DoubtfulRows(QWidget):
    """`said` carries the draft with what was chosen. A row that is decided goes from the list."""

    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.draft: ImportDraft | None = None
        self.incomplete = QCheckBox()
        self.about = label("", wrap=True)
        self.which, self.means = QComboBox(), QComboBox()
        self.which.setAccessibleName("Rows that may be held already")
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.means.setAccessibleName("What they are")
        self.means.addItems([words for _, words in _MEANS])
        self.anew = button("Decide them anew")
        self._line = QWidget()
        row = QHBoxLayout(self._line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.which, 1)
        row.addWidget(self.means)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.incomplete)
        column.addWidget(self.about)
        column.addWidget(self._line)
        column.addWidget(self.anew)
        self.incomplete.clicked.connect(self._leave_incomplete)
        self.means.activated.connect(self._choose)
        self.anew.clicked.connect(self._decide_anew)

    def show_draft(self, draft: ImportDraft, found: Checked) -> None:
        """What is to be said of the rows of this file."""
        self.draft = draft
        begun = sum(one.incomplete for one in found.file.responses)
        self.incomplete.setVisible(bool(begun))
        were = "response was" if begun == 1 else "responses were"
        self.incomplete.setText(f"{begun:,} {were} begun and never sent off: leave out what is new of them")
        self.incomplete.setChecked(draft.decisions.leave_incomplete)
        doubtful = found.doubtful
        self._line.setVisible(bool(doubtful))
        self.about.setVisible(bool(doubtful))
        self.about.setText(
            f"{count_of(len(doubtful), 'row')} may be held already or stand twice: say what each is, or all at once."
        )
        self.which.clear()
        self.which.addItem(_EVERY, tuple(one.handle for one in doubtful))
        for one in doubtful[:_LISTED]:
            self.which.addItem(f"Line {one.line}: {one.reason}", (one.handle,))
        self.means.setCurrentIndex(0)
        decided = len(draft.decisions.rows)
        self.anew.setVisible(bool(decided))
        self.anew.setText(f"Decide the {count_of(decided, 'row')} anew")

    @Slot()
    def _choose(self) -> None:
        means = _MEANS[self.means.currentIndex()][0]
        if self.draft is not None and means is not None:
            handles = self.which.currentData()
            self.said.emit(
                self.draft.with_rows({**self.draft.decisions.rows, **dict.fromkeys(handles, means)})
            )

    @Slot()
    def _decide_anew(self) -> None:
        if self.draft is not None:
            self.said.emit(self.draft.with_rows({}))

    @Slot(bool)
    def _leave_incomplete(self, wanted: bool) -> None:
        if self.draft is not None:
            self.said.emit(self.draft.with_incomplete_left(wanted))
