"""What stands in the place of a page while the lens is on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.lens import Lens
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale
from desktop.widgets.page_preview.marks import Showing
from desktop.widgets.page_preview.page_preview import PagePreview
from desktop.widgets.parts import button, label
from resources.report.blocks import Report

_READING = "What is public of this page is being read…"
_SAID = (
    "You see what the public may see. Everything else is covered, also in Find anything and in the menus, until it is "
    "shown again."
)


class LensNotice(QFrame):
    """Over every page while the lens is on, with the way back."""

    def __init__(self, lens: Lens) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._lens = lens
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(label(_SAID, wrap=True), 1)
        self.again = button("Show all again", name="Show all again")
        self.again.clicked.connect(self._show_all)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)
        lens.changed.connect(self._follow)
        self._follow()

    def _show_all(self) -> None:
        self._lens.look(public=False)

    def _follow(self) -> None:
        self.setVisible(self._lens.public)


class PublicFace(QWidget):
    """Pages of what is public, and sentences that say why the rest is covered."""

    def __init__(self) -> None:
        super().__init__()
        self.preview = PagePreview("What the public may see of this page")
        self.words = label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 8, PANE, PANE)
        column.setSpacing(PANE)
        column.addWidget(self.words)
        column.addWidget(self.preview, 1)
        column.addStretch(0)

    def show_covered(self, covered: Sequence[str], *, reading: bool) -> None:
        """Only why things are covered; while it is read, that it is."""
        self._show(None, [*covered, *([_READING] if reading else [])])

    def show_public(self, report: Report | None, covered: Sequence[str]) -> None:
        """What is public, and why the rest is covered."""
        self._show(report, covered)

    def _show(self, report: Report | None, said: Sequence[str]) -> None:
        self.words.setText("\n".join(said))
        self.preview.setVisible(report is not None)
        (self.preview.full_size if text_scale() <= 1 else self.preview.fit_width)()
        self.preview.show_report(report, Showing.PUBLIC)

    def focus_first(self) -> None:
        """What is public, or why nothing is."""
        (self.preview.view if not self.preview.isHidden() else self.words).setFocus()
