"""Figures for a committee: what may be published as it stands, and the papers made of it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Slot

from desktop import clock
from desktop.pages.iwork.figures_acts import FiguresActs
from desktop.pages.iwork.figures_part import FiguresPart
from desktop.pages.iwork.figures_views import MEASURE, VIEWS, WORK, shown
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import pile_of, under_choices
from resources.problem import Problem
from resources.tables import Table
from workforce.iwork.figures.figures import NOTHING, IWorkFigures, iwork_figures
from workforce.iwork.figures.measure_bases import base_on
from workforce.iwork.figures.periods import end_words, ends
from workforce.iwork.figures.unsaid import unsaid_on
from workforce.iwork.vocabulary import MeasureKind

_TODAY = "today"


class FiguresSide(IWorkSide):
    """A choice of figures and of a day above; the table, and beside it the row chosen in words."""

    tab = "Figures"

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, office, now=now)
        self.found: IWorkFigures | None = None
        self.part = FiguresPart(desk, self._in_pane)
        self.acts = FiguresActs(desk, office, self, self.last, self._kind, today=self._today)
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        self.empty = EmptyPage(NOTHING, Action("figures_people", "Go to People", self._go_to_people))
        self._lay_out()
        self.which.changed.connect(self._show)
        self.upto.changed.connect(self.reload)
        self.part.moved.connect(self._tell)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.which = add_choice(head, "Figures", [(one, one) for one in VIEWS], least_letters=20)
        self.which.show_answer(WORK)
        today, *before = ends(self._today())
        days = [(_TODAY, end_words(today)), *((one.isoformat(), end_words(one)) for one in before)]
        self.upto = add_choice(head, "Of", days, least_letters=32)
        self.upto.show_answer(_TODAY)
        put_beside(head, (self.row,), share=2)
        self._inside = under_choices(head, self.part)
        self._pile = pile_of(self, self._inside, self.empty)

    def actions_here(self) -> list[Action]:
        """Papers, and what the measure is a share of."""
        acts = self.acts
        return [
            Action("iwork_summary", "Public summary…", acts.ask_summary, icon="word", primary=True, enabled=self._has,
                   tip="All figures in Word. They hold no number of a few people, and nobody’s name"),
            Action("iwork_sections", "Sections for a committee…", acts.ask_sections, icon="word", enabled=self._has),
            Action("iwork_base", "Set a denominator…", acts.set_base, icon="edit", enabled=self._may_set,
                   tip="How many people of the council the employment measure is a share of"),
            Action("iwork_base_remove", "Remove the denominator", acts.remove_base, toolbar=False,
                   enabled=self._has_base),
        ]  # fmt: skip

    # What can be done

    def _has(self) -> bool:
        return self.is_current and self.found is not None

    def _may_set(self) -> bool:
        return self.may_write() and self._has()

    def _has_base(self) -> bool:
        kind = self._kind()
        return self._may_set() and kind is not None and base_on(self._desk.db, kind, self.last()) is not None

    def _kind(self) -> MeasureKind | None:
        return MeasureKind(self.part.key) if self.view == MEASURE and self.part.key else None

    def _in_pane(self) -> Sequence[Action]:
        names = ("iwork_base", "iwork_base_remove") if self.view == MEASURE else ()
        return [one for one in self.actions_here() if one.name in names and one.ready()]

    def _go_to_people(self) -> None:
        self.turn_to.emit("People", "")

    # What is shown

    @property
    def view(self) -> str:
        """Which figures are shown."""
        return str(self.which.answer() or WORK)

    def last(self) -> date:
        """The day that figures are of."""
        chosen = str(self.upto.answer() or _TODAY)
        return self._today() if chosen == _TODAY else date.fromisoformat(chosen)

    @Slot()
    def reload(self) -> None:
        """The figures as they stand now."""
        try:
            self.found = iwork_figures(self._desk.db, self.office.db, self.last(), today=self._today())
        except Problem:  # there is nothing yet: the page says what to do
            self.found = None
        self._pile.setCurrentWidget(self.empty if self.found is None else self._inside)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self.found is not None:
            self.part.show_figures(self.found, unsaid_on(self._desk.db, self.last()), self.view)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def table(self) -> Table | None:
        """The figures shown, as they may be published."""
        made = shown(self.found, self.view).table if self.found is not None else None
        return made if made is not None and made.rows else None

    def status_text(self) -> str:
        """How many rows."""
        return self.part.shown.pane.rows_words if self.found is not None and self.part.shown else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        (self.part.shown.focus_first if self.found is not None and self.part.shown else self.empty.setFocus)()

    def focus_filter(self) -> None:
        """The filter of the table."""
        if self.part.shown is not None:
            self.part.shown.pane.bar.focus_field()
