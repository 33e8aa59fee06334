"""What is asked about an issued report: with which other it is compared, and what is to be remembered of it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, LongTextField, fitting
from desktop.widgets.forms.form import Answers, FormDialog

TODAY = ""
"""The answer for “as it would be today”."""


class CompareWith(FormDialog):
    """`others` are the keys and words of the other issues. The answer is one of these keys, or TODAY."""

    def __init__(self, words: str, others: Sequence[tuple[str, str]], parent: QWidget | None) -> None:
        intro = f"{words}. What is new, gone, said differently, and by how much figures changed."
        super().__init__("Compare", "Compare", parent, intro=intro, width=560)
        options = [(TODAY, "The same report, as it would be today"), *others]
        self.form.add("other", "Compare with", fitting(ChoiceField(options)), value=TODAY, needed=True)

    def value(self, answers: Answers) -> str:
        """With which."""
        return str(answers["other"])


class NoteOnIssue(FormDialog):
    """A note; `held` is the one that stands."""

    def __init__(self, words: str, parent: QWidget | None, *, held: str = "") -> None:
        super().__init__("Note on an issued report", "Keep the note", parent, intro=words, width=560)
        self.form.add(
            "note", "Note", LongTextField(lines=4), value=held,
            help_text="Such as “Sent to Democratic Services” or “Withdrawn: see the report of 13 January”.",
        )  # fmt: skip

    def value(self, answers: Answers) -> str:
        """As it was typed."""
        return str(answers["note"])
