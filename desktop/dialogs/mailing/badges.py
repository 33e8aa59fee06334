"""Whose badges or certificates are made."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from resources.wording import count_of


@dataclass(frozen=True)
class Papers:
    """For the people selected, or for everybody whom it fits; `blank` more without a name."""

    only_chosen: bool
    blank: int = 0


class AskPapers(FormDialog):
    """Of everybody, or of the people selected in the table."""

    def __init__(
        self, title: str, everybody: str, parent: QWidget | None, *, chosen: int, blank: bool, intro: str
    ) -> None:
        super().__init__(title, "Choose where to save…", parent, intro=intro)
        options = [(False, everybody)]
        if chosen:
            options.append((True, f"The {count_of(chosen, 'person', 'people')} selected in the table"))
        self.form.add("only_chosen", "For", ChoiceField(options), value=chosen > 1, needed=True)
        if blank:
            self.form.add("blank", "And without a name", number_field(most=200), value=8,
                          help_text="For people who walk in.")  # fmt: skip

    def value(self, answers: Answers) -> Papers:
        """Whose."""
        return Papers(answers["only_chosen"], answers.get("blank") or 0)
