"""Scores as a judge gives them: packs and workbooks out and in, and what was scored by whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from awards.judging.others import others_scores
from awards.judging.panel import member_names, members
from awards.judging.progress import judge_progress
from awards.judging.score_tables import OF_JUDGE, judge_table
from awards.judging.scores import given, is_given
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.scores_detail import score_detail
from desktop.pages.awards.scores_menu import IN_PANE, ScoresMenu
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import label
from resources.database import Database
from resources.tables import Table
from resources.wording import count_of

_REMEMBERED = "awards_judge"
NOTHING = (
    "Nobody was given to this judge yet. Nominees are given to the judges on the side Panel, and scored here once the "
    "round is scoring."
)


def _line(db: Database, round_id: str, judge: str) -> str:
    """How far the judge has come."""
    one = next((each for each in judge_progress(db, round_id) if each.member_id == judge), None)
    if one is None:
        return ""
    given_words = count_of(one.given, "nominee")
    return f"{given_words}, {one.scored} scored, {one.abstained} abstained, {one.open} open"


class ScoresSide(AwardsSide):
    """One judge, chosen above; beneath, who was given to them."""

    tab = "Scores"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.menu = ScoresMenu(
            desk,
            self,
            chosen,
            judge=lambda: self.judge,
            key=self.current_key,
            selected=self.selected,
            now=now,
        )
        beside = [one for one in self.menu.listed() if one.toolbar and not one.primary]
        self.row = ActionRow([one for one in beside if one.name not in IN_PANE])
        self.stands = label("", "quiet", wrap=True)
        first = Action("scores_first", "Give nominees to the judges", partial(self.turn_to.emit, "Panel", ""))
        self.part = ListPart(
            desk, OF_JUDGE, name="awards_scores", title="Scores", one="Nominee",
            empty=EmptyPage(NOTHING, None if desk.opened.read_only else first), draw=self._draw,
            chips=("category", "status"), sizes=(690, 488),
        )  # fmt: skip
        self._lay_out()
        self.which.changed.connect(self._choose)
        self.part.moved.connect(self._tell)
        self.part.opened.connect(self._open)
        self.menu.acts.scored.connect(self._next)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.which = add_choice(head, "Judge", least_letters=18)
        put_beside(head, (self.row,), share=4)
        told = QHBoxLayout()
        told.setContentsMargins(PANE, 0, PANE, 0)
        told.addWidget(self.stands)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(told)
        column.addWidget(self.part, 1)

    def actions_here(self) -> list[Action]:
        """All that can be done here."""
        return self.menu.listed()

    # What is shown

    @property
    def judge(self) -> str:
        """The key of the judge chosen; '' while there is none."""
        return str(self.which.answer() or "")

    def current_key(self) -> str:
        """The key of the assignment with the cursor; '' while there is none."""
        return self.part.key if self.part.has_rows else ""

    def selected(self) -> list[str]:
        """The keys of all rows selected."""
        return list(self.part.pane.table.selected_keys()) if self.part.has_rows else []

    @Slot()
    def _choose(self) -> None:
        self._desk.settings.put(_REMEMBERED, {"judge": self.judge})
        self.reload()

    @Slot()
    def reload(self) -> None:
        """The judge chosen and their nominees, as they stand now."""
        db, held = self._desk.db, self.chosen.key
        names = member_names(db, held) if held else {}
        keys = [one.id for one in members(db, held)] if held else []
        kept = str(self._desk.settings.mapping(_REMEMBERED).get("judge") or "")
        wanted = kept if kept in names else next(iter(keys), None)
        with QSignalBlocker(self.which):
            self.which.set_options([(key, names[key]) for key in keys])
            self.which.show_answer(wanted)
        table, rows = judge_table(db, self.judge) if self.judge else (None, [])
        self.part.show_rows(table.rows if table is not None else (), rows)
        self.stands.setText(_line(db, held, self.judge) if rows else "")
        self.stands.setVisible(bool(rows))
        self.row.setVisible(bool(keys))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    def _draw(self, key: str) -> Detail | None:
        ready = [one for one in self.menu.listed() if one.name in IN_PANE and one.ready()]
        actions = [replace(one, primary=False) for one in ready]  # it stands at the top of the page
        return score_detail(
            self._desk.db, given(self._desk.db, key), others_scores(self._desk.db, self.judge), actions
        )

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self.menu.may_score():
            self.menu.acts.score()

    @Slot(str)
    def _next(self, key: str) -> None:
        """After a score, the next that is open."""
        open_keys = [
            row
            for row in judge_table(self._desk.db, self.judge)[1]
            if given(self._desk.db, row).status.is_open
        ]
        if open_keys and not given(self._desk.db, key).status.is_open:
            self.part.show_row(open_keys[0])

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is of an assignment of the round shown."""
        return is_given(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """Put the cursor on a nominee, with the judge to whom they were given."""
        if self.has(key):
            self._desk.settings.put(_REMEMBERED, {"judge": given(self._desk.db, key).member_id})
            self.reload()
            self.part.show_row(key)

    def table(self) -> Table | None:
        """The judge’s nominees."""
        name = member_names(self._desk.db, self.chosen.key).get(self.judge)
        if name is None or not self.part.has_rows:
            return None  # the page asks while another round is still to be shown, too
        whole, _ = judge_table(self._desk.db, self.judge)
        return replace(self.part.table(), title=f"Scores of {name}", exempt=whole.exempt)

    def row_for_history(self) -> tuple[str, str]:
        """The assignment chosen."""
        return "judge_assignment", self.current_key()

    def status_text(self) -> str:
        """How many rows."""
        return self.part.pane.rows_words if self.part.has_rows else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """The filter."""
        self.part.pane.bar.focus_field()
