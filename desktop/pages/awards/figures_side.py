"""Who nominates, who is nominated, and who never is."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Slot

from awards.figures.never_nominated import USUAL_ROUNDS, last_rounds
from awards.rounds.rounds import AwardRound
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.figures_acts import FiguresActs
from desktop.pages.awards.figures_part import FiguresPart
from desktop.pages.awards.figures_views import VIEWS, Shown, page_of, shown
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import pile_of, under_choices
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table

ALL = 1000
_OF = [(1, "This round"), (USUAL_ROUNDS, f"The last {USUAL_ROUNDS} rounds"), (ALL, "All rounds")]
_NOTHING = "No round of the awards is held yet, so that there are no figures."


class FiguresSide(AwardsSide):
    """A choice of figures above, their table beneath, and beside it the same as bars."""

    tab = "Figures"
    public_sections = ("awards",)
    covered_because = "what is not announced, and who was nominated, is not for the public"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.acts = FiguresActs(desk, self, chosen, now=self._now)
        self.row = ActionRow([one for one in self.actions_here() if not one.primary])
        self._shown: Shown | None = None
        self.part = FiguresPart(desk)
        self.empty = EmptyPage(_NOTHING, Action("figures_round", "Go to the round", self._go_to_round))
        self._lay_out()
        self.which.changed.connect(self._turn)
        self.of.changed.connect(self._turn)
        self.part.moved.connect(self._tell)
        self.part.opened.connect(self._opened)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.which = add_choice(head, "Figures", list(VIEWS.items()), least_letters=12)
        self.which.show_answer(next(iter(VIEWS)))
        self.of = add_choice(head, "Of", _OF)
        self.of.show_answer(1)
        put_beside(head, (self.row,), share=2)
        self._inside = under_choices(head, self.part)
        self._pile = pile_of(self, self._inside, self.empty)

    def actions_here(self) -> list[Action]:
        """Documents of the round, and the way to a row."""
        return [
            *self.acts.listed(is_shown=self._has_round),
            Action(
                "figures_open", "Show in Providers", self._open_row, icon="providers", enabled=self._leads_on
            ),
        ]

    def _has_round(self) -> bool:
        return self.is_current and self.round() is not None

    def _leads_on(self) -> bool:
        return self._has_round() and bool(page_of(self.view)) and bool(self.pane.table.current_key)

    def _open_row(self) -> None:
        self._desk.navigator.go(page_of(self.view), self.pane.table.current_key)

    def _go_to_round(self) -> None:
        self.turn_to.emit("Round", "")

    # What is shown

    @property
    def view(self) -> str:
        """Which figures are shown."""
        return str(self.which.answer() or next(iter(VIEWS)))

    @property
    def pane(self) -> TablePane:
        """Their table."""
        return self.part.pane(self.view)

    def rounds(self) -> Sequence[AwardRound]:
        """Those that are counted: the one shown, and as many before it as is chosen."""
        held, number = self.round(), int(self.of.answer() or 1)
        if held is None:
            return []
        return [held] if number == 1 else last_rounds(self._desk.db, number, upto=held)

    @Slot()
    def _turn(self) -> None:
        self.reload()

    @Slot()
    def reload(self) -> None:
        """The figures as they stand now."""
        held = self.rounds()
        self._pile.setCurrentWidget(self._inside if held else self.empty)
        self._shown = shown(self._desk.db, self.view, held, today=self._today()) if held else None
        if self._shown is not None:
            self.part.show_figures(self.view, self._shown)
        self._tell()

    @Slot(str)
    def _opened(self, _key: str) -> None:
        if self._leads_on():
            self._open_row()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def table(self) -> Table | None:
        """The figures shown, with a line for all."""
        return self._shown.table if self._shown is not None else None

    def status_text(self) -> str:
        """How many lines."""
        return self.pane.rows_words if self._shown is not None else ""

    def focus_first(self) -> None:
        """The table, or the way to a round."""
        (self.pane.focus_table if self._shown is not None else self.empty.setFocus)()

    def focus_filter(self) -> None:
        """The filter of the table."""
        self.pane.bar.focus_field()
