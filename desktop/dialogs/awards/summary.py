"""What goes with the public summary of a round."""

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label


class ChooseSummary(FormDialog):
    """Gives whether the exempt appendix is saved beside the summary; `unnamed` is said where it would name nobody."""

    def __init__(self, round_name: str, parent: QWidget | None, *, unnamed: str = "") -> None:
        super().__init__(
            "Public summary", "Choose the file…", parent,
            intro=f"Winners and figures of {round_name}. Who did not agree to be named is not named, nor is any other "
            "nominee, nominator or judge; before it is saved it is searched for all of their names.",
        )  # fmt: skip
        if unnamed:
            self.form.add_widget(label(unnamed, "bold", wrap=True, copyable=True))
        self.form.add("appendix", "", CheckField("Save the exempt appendix beside it"), value=False,
                      help_text="The panel’s decisions with the reasons and scores: not for publication.")  # fmt: skip

    def value(self, answers: Answers) -> bool:
        """What was chosen."""
        return bool(answers["appendix"])
