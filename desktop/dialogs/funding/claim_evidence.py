"""What was seen that proves a claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, DateField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from resources.files.names import name_of
from resources.problem import FieldProblem
from resources.wording import date_words
from workforce.funding.claims.evidence import CheckLine
from workforce.funding.claims.lines import ClaimLine

_OTHER = ""


@dataclass(frozen=True)
class Seen:
    """What, when and by whom; with a file where one is kept."""

    what: str
    seen_on: date
    seen_by: str
    note: str
    file: Path | None


class AddEvidence(FormDialog):
    """A line of the checklist, or something else. `file` was chosen before, if one is attached."""

    def __init__(
        self, one: ClaimLine, lines: Sequence[CheckLine], who: str, today: date, parent: QWidget | None, *,
        file: Path | None = None,
    ) -> None:  # fmt: skip
        kept = (
            f"“{name_of(file)}” is copied, and kept beside the office’s file." if file else "No file is kept."
        )
        super().__init__("Add evidence", "Add evidence", parent, intro=f"{one.words}. {kept}")
        self._today, self._file = today, file
        missing = [line.what for line in lines if line.is_missing]
        others = [line.what for line in lines if line.asked_for and not line.is_missing]
        self._line = ChoiceField(
            [*((what, f"{what} (missing)") for what in missing), *((what, what) for what in others),
             (_OTHER, "Something else")]
        )  # fmt: skip
        self.form.add("line", "Evidence", self._line, value=missing[0] if missing else _OTHER)
        self.form.add("what", "What it is", TextField())
        self.form.add("seen_on", "Seen on", DateField(today=today), value=today, needed=True)
        self.form.add("seen_by", "Seen by", TextField(), value=who)
        self.form.add("note", "Note", TextField())
        self._line.changed.connect(self._follow)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.form.show_row("what", not self._line.answer())

    def value(self, answers: Answers) -> Seen:
        """What is to be kept; the day has come."""
        day: date = answers["seen_on"]
        if day > self._today:
            raise FieldProblem(
                "seen_on", f"Seen on: {date_words(day)} is after today. Give the day on which it was seen."
            )
        what = answers["line"] or answers.get("what") or ""
        return Seen(what, day, answers["seen_by"], answers["note"], self._file)
