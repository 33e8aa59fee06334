"""An outline as a file: for which period it is saved, and which report is begun from one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import ChoiceField, DateField, TextField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.committee.outline_periods import RelativePeriod


class ChooseOutlinePeriod(FormDialog):
    """Gives the period that moves on with the day, or None for the days of the report itself."""

    def __init__(self, title: str, days: str, parent: QWidget | None, *, exempt: bool) -> None:
        intro = "Its parts, lines, pictures and recommendations go into the file; edited sentences and comments stay."
        if exempt:
            intro += " Some of what is typed in it is exempt, so the file is marked as not for publication."
        super().__init__(f"Save the outline of {title}", "Choose a file…", parent, intro=intro)
        options = [(None, f"As here: {days}"), *((one, one.label) for one in RelativePeriod)]
        self.form.add("period", "Period of reports begun from it", ChoiceField(options), needed=True)

    def value(self, answers: Answers) -> RelativePeriod | None:
        """The period."""
        chosen = answers["period"]
        return chosen if isinstance(chosen, RelativePeriod) else None


@dataclass(frozen=True)
class BegunFromOutline:
    """What a report that is begun from an outline is called, and the day of its meeting."""

    title: str
    meets_on: date


class BeginFromOutline(FormDialog):
    """Asks for both; `left_out` says what of the file is not known here."""

    def __init__(
        self, title: str, committee: str, meets_on: date | None, today: date, parent: QWidget | None, *,
        left_out: Sequence[str] = (),
    ) -> None:  # fmt: skip
        intro = " ".join((f"For the {committee}. A meeting that is not kept yet is added.", *left_out))
        super().__init__("Begin a report from an outline", "Begin report", parent, intro=intro)
        self.form.add("title", "Title", TextField(), value=title, needed=True)
        self.form.add("meets_on", "Meets on", DateField(today=today), value=meets_on, needed=True)

    def value(self, answers: Answers) -> BegunFromOutline:
        """Both."""
        return BegunFromOutline(**answers)
