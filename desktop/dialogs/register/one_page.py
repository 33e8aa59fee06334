"""From which day changes are told on one page, and how it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, ChoiceField, DateField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.problem import FieldProblem

INTRO = (
    "One page of A4 for the team before a visit: ratings, contract, forums, actions, funding, training, awards, notes "
    "and what to ask. It is marked as exempt and is not for publication. The posts offered to i-Work are on it while "
    "that register is open."
)


@dataclass(frozen=True)
class AskedPage:
    """The answer; `key` is of the service or of its provider."""

    key: str
    since: date
    pdf: bool


class AskOnePage(FormDialog):
    """Asks whom it is about, since when news are told, and whether a PDF is wanted; `no_pdf` says why there is none."""

    def __init__(
        self,
        about: Sequence[tuple[str, str]],
        since: date,
        today: date,
        parent: QWidget | None,
        *,
        no_pdf: str = "",
    ) -> None:
        super().__init__("One-page summary", "Choose where…", parent, intro=INTRO, width=560)
        self._today = today
        self.form.add("key", "About", ChoiceField(list(about)), value=about[0][0], needed=True)
        self.form.add("since", "News since", DateField(today=today), value=since, needed=True,
                      help_text="At first the last day that the last report to a committee tells of.")  # fmt: skip
        if no_pdf:
            self.form.add_widget(label(no_pdf, "small", wrap=True))
        else:
            self.form.add("pdf", "", CheckField("A PDF copy beside it"), value=False)

    def value(self, answers: Answers) -> AskedPage:
        """What is to be made."""
        if answers["since"] > self._today:
            raise FieldProblem("since", "News since: this day is in the future. Give an earlier one.")
        return AskedPage(answers["key"], answers["since"], bool(answers.get("pdf")))
