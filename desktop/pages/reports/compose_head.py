"""Above the pages: which report is composed, and which of its documents is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.reports.chosen_report import ChosenReport
from desktop.shell.looks.style import text_scale
from desktop.shell.page import Desk
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.page_preview.marks import Showing
from desktop.widgets.parts import label
from engagement.committee.meetings import meeting
from engagement.committee.reports import CommitteeReport, reports
from resources.wording import date_short

SHOWN = (
    (Showing.WHOLE, "All of it"),
    (Showing.PUBLIC, "What the public will see"),
    (Showing.EXEMPT, "The exempt appendix"),
)

_LARGE_TEXT = 1.5  # the outline and the pages need the room of what is said of the report


class ComposeHead(QWidget):
    """`shown_changed` when another document is to be shown. Under the lens it is always the public one."""

    shown_changed = Signal()

    def __init__(self, desk: Desk, chosen: ChosenReport) -> None:
        super().__init__()
        self._desk, self._chosen = desk, chosen
        row = row_of_choices()
        self.which = add_choice(row, "Report", least_letters=24)
        self.shown = add_choice(row, "Show", SHOWN, least_letters=14)
        self.shown.show_answer(Showing.WHOLE)
        self.words = label("", "quiet", wrap=True)
        row.setStretch(0, 3)  # the title of a report is longer than the names of its documents
        row.setStretch(1, 2)
        put_beside(row, (self.words,), share=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.which.changed.connect(self._choose)
        self.shown.changed.connect(self.shown_changed)
        desk.lens.changed.connect(self._follow_lens)
        self._follow_lens()

    @property
    def showing(self) -> Showing:
        """Which document is shown."""
        if self._desk.lens.public:
            return Showing.PUBLIC
        answer = self.shown.answer()
        return answer if isinstance(answer, Showing) else Showing.WHOLE

    @Slot()
    def _follow_lens(self) -> None:
        self.shown.widget.setEnabled(not self._desk.lens.public)
        self.shown_changed.emit()

    @Slot()
    def _choose(self) -> None:
        self._chosen.choose(str(self.which.answer() or ""))

    def reload(self, *, is_making: bool) -> None:
        """The reports as they are now, and the one that is composed."""
        held = self._chosen.report()
        offered = reports(self._desk.db)
        if held is not None and held.id not in {one.id for one in offered}:
            offered = [*offered, held]
        with QSignalBlocker(self.which):
            self.which.set_options(self._options(offered))
            self.which.show_answer(held.id if held is not None else None)
        about = self._about(held) if held is not None else ""
        state = self._state(held, is_making=is_making) if held is not None else ""
        self.which.widget.setToolTip(about)
        has_room = text_scale() < _LARGE_TEXT
        self.words.setText(" ".join(filter(None, (about if has_room else "", state))))

    def _options(self, offered: Sequence[CommitteeReport]) -> list[tuple[str, str]]:
        return [(one.id, f"{one.title}, {date_short(one.last_on)}") for one in offered]

    def _about(self, held: CommitteeReport) -> str:
        at = meeting(self._desk.db, held.meeting_id)
        return f"{at.committee}, {date_short(at.meets_on)}. Period: {held.span.short}."

    def _state(self, held: CommitteeReport, *, is_making: bool) -> str:
        if held.archived_on is not None:
            return "Archived: nothing of it changes any more."
        return "Figures are being read…" if is_making else ""
