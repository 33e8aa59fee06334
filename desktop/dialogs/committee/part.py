"""A formal part of a report, as somebody writes it."""

from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import DateField, LongTextField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.report.committee.outline import PartText
from resources.report.committee.parts import Part

_ONE_LINE = (
    Part.REPORT_OF, Part.SIGNATORY, Part.SIGNATORY_POST, Part.LEAD_OFFICER, Part.AUTHOR, Part.CABINET_MEMBER
)  # fmt: skip


class WritePart(FormDialog):
    """Gives its PartText; an empty one where nothing is to be kept. `usual` are the words of the house style."""

    def __init__(
        self, part: Part, held: PartText | None, usual: str, today: date, parent: QWidget | None
    ) -> None:
        intro = (
            "Nothing is written yet. What stands here are the usual words: read them, and save them as yours."
            if usual and held is None
            else ""
        )
        super().__init__(part.label, "Save", parent, intro=intro, width=660)
        field = TextField() if part in _ONE_LINE else LongTextField(lines=10)
        self.form.add(
            "text", "Words", field, value=held.text if held is not None else usual or None,
            help_text="" if part in _ONE_LINE else "An empty line begins another paragraph.",
        )  # fmt: skip
        self._commented = part.is_commented
        if self._commented:
            self.form.add("initials", "Initials", TextField(), value=held.initials if held else None,
                          help_text="Of who made the comment, such as “AK”.")  # fmt: skip
            self.form.add("on", "On", DateField(today=today), value=held.on if held else None)

    def value(self, answers: Answers) -> PartText:
        """What is to be kept."""
        if not self._commented:
            return PartText(answers["text"])
        return PartText(answers["text"], answers["initials"], answers["on"])
