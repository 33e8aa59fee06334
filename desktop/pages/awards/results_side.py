"""What the scores say, and what the panel decided."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from awards.nominations.entries import entry, is_entry
from awards.results.deciding.decisions import is_decision
from awards.results.reading import round_standings
from awards.results.standings import CategoryStanding
from awards.results.tables import standings_table
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.results_detail import Ways
from desktop.pages.awards.results_figures import ALL as FIGURES
from desktop.pages.awards.results_figures import FiguresPart
from desktop.pages.awards.results_menu import ResultsMenu
from desktop.pages.awards.results_parts import DecisionsPart, NomineesPart
from desktop.pages.awards.results_words import headline, remarks
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside
from desktop.widgets.parts import label
from resources.tables import Table

NOMINEES, ADJUSTED, DECISIONS = "nominees", "adjusted", "decisions"
_VIEWS = [
    (NOMINEES, "Nominees by the mean"),
    (ADJUSTED, "By the adjusted mean"),
    *((one.view, one.label) for one in FIGURES),
    (DECISIONS, "Decisions of the round"),
]
_NO_ROUND = "No round of the awards is held yet, so that there are no results."


class ResultsSide(AwardsSide):
    """A category’s nominees by place, or what was decided in the whole round."""

    tab = "Results"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._held: list[CategoryStanding] = []
        self.menu = ResultsMenu(desk, self, self, now=now, may_change=self.may_change_round)
        ways = Ways(self.menu.open_note, partial(self.turn_to.emit, "Nominations"))
        in_pane, go = self.menu.in_pane, self.turn_to.emit
        self.nominees = NomineesPart(
            desk, in_pane, ways, partial(go, "Qualifying", ""), self.menu.acts.not_award
        )
        self.decisions = DecisionsPart(desk, in_pane, partial(self._show_view, NOMINEES))
        self.figures = {one.view: FiguresPart(desk, one, partial(go, "Scores", "")) for one in FIGURES}
        self.none = EmptyPage(_NO_ROUND, Action("results_round", "Go to the round", partial(go, "Round", "")))
        self._lay_out()
        self.which.changed.connect(self._turn)
        self.view.changed.connect(self._turn)
        self.nominees.moved.connect(self._tell)
        self.decisions.moved.connect(self._tell)
        for part in self.figures.values():
            part.moved.connect(self._tell)
        self.nominees.opened.connect(self.menu.open_row)

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.which = add_choice(head, "Category", least_letters=20)
        self.view = add_choice(head, "Show", _VIEWS, least_letters=12)
        self.view.show_answer(NOMINEES)
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        put_beside(head, (self.row,), share=2)
        head.setStretch(0, 3)  # categories have long names
        self.sentence = label("", "section", wrap=True)
        self.remarks = label("", "quiet", wrap=True, copyable=True)
        told = QVBoxLayout()
        told.setContentsMargins(PANE, 0, PANE, 0)
        told.setSpacing(2)
        told.addWidget(self.sentence)
        told.addWidget(self.remarks)
        self._pile = QStackedLayout()
        for part in (self.nominees, self.decisions, *self.figures.values(), self.none):
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addLayout(told)
        column.addLayout(self._pile, 1)

    def actions_here(self) -> list[Action]:
        """Decisions, notes and papers."""
        return self.menu.listed()

    # What is shown

    def shown(self) -> CategoryStanding | None:
        """The category chosen, as it stands."""
        key = self.which.answer()
        return next((one for one in self._held if one.category.id == key), None)

    def is_adjusted(self) -> bool:
        """Whether nominees stand by the adjusted mean."""
        return bool(self.view.answer() == ADJUSTED)

    def nominee_key(self) -> str:
        """The nominee that the cursor is on."""
        return self.nominees.key if self._pile.currentWidget() is self.nominees else ""

    def decision_key(self) -> str:
        """The decision that the cursor is on."""
        return self.decisions.key if self._pile.currentWidget() is self.decisions else ""

    @Slot()
    def reload(self) -> None:
        """The round as it stands now; the category shown stays, else the first with somebody in it."""
        rnd, before = self.round(), self.which.answer()
        self._held = round_standings(self._desk.db, rnd.id) if rnd is not None else []
        keys = [one.category.id for one in self._held]
        first = next((one.category.id for one in self._held if one.nominees), next(iter(keys), None))
        with QSignalBlocker(self.which):
            self.which.set_options([(one.category.id, one.category.name) for one in self._held])
            self.which.show_answer(before if before in keys else first)
        self._head.setVisible(bool(self._held))
        self._turn()

    @Slot()
    def _turn(self) -> None:
        held = self.shown()
        if held is None:
            self._pile.setCurrentWidget(self.none)
        elif self.view.answer() == DECISIONS:
            self._pile.setCurrentWidget(self.decisions)
            self.decisions.show_round(held.round.id)
        elif (part := self.figures.get(str(self.view.answer()))) is not None:
            self._pile.setCurrentWidget(part)
            part.show_category(held, self._held)
        else:
            self._pile.setCurrentWidget(self.nominees)
            self.nominees.show_category(held, adjusted=self.is_adjusted())
        self._tell()

    @Slot()
    def _tell(self) -> None:
        held, part = self.shown(), self._pile.currentWidget()
        whole = part is self.decisions
        told, more = "", ""
        if held is not None:
            told = "" if whole or isinstance(part, FiguresPart) else headline(self._desk.db, held)
            more = (
                part.figures.words(held)
                if isinstance(part, FiguresPart)
                else remarks(self._desk.db, held, adjusted=self.is_adjusted(), whole=whole, now=self._now())
            )
        for words, text in ((self.sentence, told), (self.remarks, more)):
            words.setText(text)
            words.setVisible(bool(text))
        self.row.refresh()
        self.moved.emit()

    def _show_view(self, view: str) -> None:
        self.view.show_answer(view)

    # What the page asks

    def has(self, key: str) -> bool:
        """Decisions; nominees are shown on the Nominations side unless results are asked for."""
        return is_decision(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """A decision, or a nominee with the judges."""
        if is_decision(self._desk.db, key):
            self._show_view(DECISIONS)
            self.decisions.show_row(key)
        elif is_entry(self._desk.db, key):
            self.show_category(entry(self._desk.db, key).category_id)
            self.nominees.show_row(key)

    def show_category(self, key: str) -> None:
        """The nominees of a category."""
        with QSignalBlocker(self.view), QSignalBlocker(self.which):
            if self.view.answer() not in (NOMINEES, ADJUSTED):
                self.view.show_answer(NOMINEES)
            self.which.show_answer(key)
        self._turn()

    def table(self) -> Table | None:
        """What is shown, with all that is to be known of it."""
        held = self.shown()
        if held is None:
            return None
        part = self._pile.currentWidget()
        if part is self.decisions:
            return self.decisions.all_of(held.round.id, held.round.name)
        if isinstance(part, FiguresPart):
            return part.figures.made(held, self._held)
        return standings_table(held, adjusted=self.is_adjusted())

    def row_for_history(self) -> tuple[str, str]:
        """The nominee or the decision."""
        if key := self.decision_key():
            return "award_decision", key
        return "award_entry", self.nominee_key()

    def status_text(self) -> str:
        """How many rows."""
        part = self._pile.currentWidget()
        return part.pane.rows_words if isinstance(part, ListPart) else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        part = self._pile.currentWidget()
        (part.focus_first if isinstance(part, ListPart) else self.none.setFocus)()

    def focus_filter(self) -> None:
        """The filter of what is shown."""
        part = self._pile.currentWidget()
        if isinstance(part, ListPart):
            part.pane.bar.focus_field()
