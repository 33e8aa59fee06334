"""Before a one-page profile is saved: what it will say, and what did not go on it."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from workforce.iwork.papers.easy_page import EasyPage, telling
from workforce.iwork.people.people import Person


@dataclass(frozen=True)
class EasyReadChoice:
    """Whether the page goes without any name."""

    without_name: bool


class AskEasyRead(FormDialog):
    """What stands on the page, to be read before it is a file."""

    def __init__(self, whose: Person, page: EasyPage, parent: QWidget | None) -> None:
        super().__init__(
            f"One-page profile of {whose.reference}", "Save as Word…", parent, width=620,
            intro="Read it before it goes out. It is written by hand in the profile: put right there what is wrong.",
        )  # fmt: skip
        for sentence in telling(page.left_out):
            self.form.add_widget(label(sentence, "small", wrap=True))
        for part in page.parts:
            self.form.add_heading(part.heading)
            self.form.add_widget(label("\n".join(part.lines), wrap=True))
        self.form.add_widget(label(page.foot, "quiet", wrap=True))
        self.form.add("without_name", "", CheckField("Without any name: “About me”"))

    def value(self, answers: Answers) -> EasyReadChoice:
        """What was chosen."""
        return EasyReadChoice(answers["without_name"])
