"""From which day changes are told on one page, and how it is saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, ChoiceField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.page_preview.page_preview import PagePreview
from desktop.widgets.parts import label
from resources.problem import FieldProblem, Problem
from resources.report.blocks import Report

INTRO = (
    "One page of A4 for the team before a visit. It is marked as exempt and is not for publication. The posts offered "
    "to i-Work are on it while that register is open."
)
_PAUSE = 250
"""Milliseconds after the last key before the page is made again."""
_SHOWN = 340
"""How high the preview is at least."""


@dataclass(frozen=True)
class AskedPage:
    """The answer; `key` is of the service or of its provider."""

    key: str
    since: date
    pdf: bool


class AskOnePage(FormDialog):
    """Asks whom it is about, since when news are told, and whether a PDF is wanted; `no_pdf` says why there is none.

    `draw` makes the page of a key and a day, which is shown beneath.
    """

    def __init__(
        self,
        about: Sequence[tuple[str, str]],
        since: date,
        today: date,
        parent: QWidget | None,
        *,
        draw: Callable[[str, date], Report],
        no_pdf: str = "",
    ) -> None:
        super().__init__("One-page summary", "Choose where…", parent, intro=INTRO, width=680)
        self._today, self._draw = today, draw
        self.form.add("key", "About", ChoiceField(list(about)), value=about[0][0], needed=True)
        self.form.add("since", "News since", DateField(today=today), value=since, needed=True,
                      help_text="At first the last day that the last report to a committee tells of.")  # fmt: skip
        if no_pdf:
            self.form.add_widget(label(no_pdf, "small", wrap=True))
        else:
            self.form.add("pdf", "", CheckField("A PDF copy beside it"), value=False)

        self.preview = PagePreview("The page as it will be printed")
        self.preview.setMinimumHeight(_SHOWN)
        self.form.add_widget(self.preview)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.show_page)
        self.form.changed.connect(self._soon.start)
        self.show_page()

    @Slot()
    def show_page(self) -> None:
        """As it would be with what stands in the form; what cannot be read leaves the page as it was."""
        try:
            key, since = (self.form.rows[name].read() for name in ("key", "since"))
            self.preview.show_report(self._draw(key, since))
        except Problem:
            return

    def value(self, answers: Answers) -> AskedPage:
        """What is to be made."""
        if answers["since"] > self._today:
            raise FieldProblem("since", "News since: this day is in the future. Give an earlier one.")
        return AskedPage(answers["key"], answers["since"], bool(answers.get("pdf")))
