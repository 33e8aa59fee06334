"""How a report is saved."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import CheckField, LongTextField
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label


@dataclass(frozen=True)
class AskedSaving:
    """The answer. As an `issue` it is kept, to be drawn again and compared."""

    issue: bool
    note: str
    pdf: bool


class SaveReport(FormDialog):
    """Before the place is asked for. `no_pdf` says why there can be no PDF; empty where there can."""

    def __init__(self, parent: QWidget | None, *, no_pdf: str = "") -> None:
        intro = (
            "The public document, the exempt appendix beside it where something is exempt, and a manifest of both. "
            "The public document is searched first for everything that is exempt: whatever is found stops the save."
        )
        super().__init__("Save the report", "Choose where…", parent, intro=intro, width=560)
        self.form.add(
            "issue", "", CheckField("Keep it as it is now, to draw again and to compare"), value=True
        )
        self.form.add(
            "note", "Note", LongTextField(lines=2), help_text="Such as “Sent to Democratic Services”."
        )
        if no_pdf:
            self.form.add_widget(label(no_pdf, "small", wrap=True))
        else:
            self.form.add("pdf", "", CheckField("PDF copies beside them"), value=False)

    def value(self, answers: Answers) -> AskedSaving:
        """How."""
        return AskedSaving(bool(answers["issue"]), answers["note"], bool(answers.get("pdf")))
