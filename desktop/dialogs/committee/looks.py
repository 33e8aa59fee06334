"""What is asked about looks of reports, and about how plainly reports are to be written."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, TextField, fitting, number_field
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.report.base_document import TakenLooks
from resources.report.lint.lint import LEAST_AGE, MOST_AGE

OWN = ""
"""The answer for our own looks."""


class KeepLooks(FormDialog):
    """What was taken of a document and what was not, before it is kept under a name."""

    def __init__(self, taken: TakenLooks, file_name: str, parent: QWidget | None, *, name: str) -> None:
        intro = f"Nothing in “{file_name}” was run, and nothing of it is kept but these values."
        super().__init__("Take looks from a document", "Keep these looks", parent, intro=intro, width=600)
        self._add_lines("Taken", taken.taken)
        self._add_lines("Not taken", taken.left)
        self.form.add(
            "name", "Name", TextField(), value=name, needed=True, help_text="Such as the council’s name."
        )

    def _add_lines(self, heading: str, lines: Sequence[str]) -> None:
        self.form.add_heading(heading)
        for line in lines or ("Nothing.",):
            self.form.add_widget(label(line, wrap=True))

    def value(self, answers: Answers) -> str:
        """Its name."""
        return str(answers["name"])


class RenameLooks(FormDialog):
    """Another name; `name` is the one that they have."""

    def __init__(self, name: str, parent: QWidget | None) -> None:
        super().__init__("Rename the looks", "Rename", parent, width=480)
        self.form.add("name", "Name", TextField(), value=name, needed=True)

    def value(self, answers: Answers) -> str:
        """The name."""
        return str(answers["name"])


class ChooseReport(FormDialog):
    """Which report is to have the looks; `reports` are keys and words."""

    def __init__(
        self, name: str, reports: Sequence[tuple[str, str]], parent: QWidget | None, *, chosen: str
    ) -> None:
        super().__init__(
            "Use for a report", "Use", parent, intro=f"The report is written in {name}.", width=560
        )
        self.form.add("report", "Report", fitting(ChoiceField(list(reports))), value=chosen, needed=True)

    def value(self, answers: Answers) -> str:
        """Its key."""
        return str(answers["report"])


@dataclass(frozen=True)
class PlainWords:
    """The answer: a reading age, and initials with spaces between them."""

    reading_age: int
    known_initials: str


class PlainEnglish(FormDialog):
    """How plainly reports are to be written."""

    def __init__(self, held: PlainWords, parent: QWidget | None) -> None:
        intro = "“Check” on the side “Compose” holds reports against these. Nothing of it stops a report."
        super().__init__("Plain English", "Save changes", parent, intro=intro, width=560)
        self.form.add(
            "reading_age", "Reading age", number_field(least=LEAST_AGE, most=MOST_AGE), value=held.reading_age,
            needed=True, help_text="In years. At 15 most adults can read a text with ease.",
        )  # fmt: skip
        self.form.add(
            "known_initials", "Known initials", TextField(), value=held.known_initials,
            help_text="Those that readers know without being told, such as “ICB, VCSE”.",
        )  # fmt: skip

    def value(self, answers: Answers) -> PlainWords:
        """Both."""
        return PlainWords(int(answers["reading_age"]), str(answers["known_initials"] or ""))
