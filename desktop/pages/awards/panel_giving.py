"""Who is given whom: each act asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.judging.assignments import (
    Assignment,
    assignments_of,
    declare_conflict,
    give,
    judge_again,
    recuse,
    take_back,
)
from awards.judging.conflict_reading import conflicts_in
from awards.judging.panel import Member, member_names, members
from awards.judging.planning import assign_panel
from awards.judging.progress import judge_progress
from awards.nominations.entries import Entry, entry, reference
from desktop.dialogs.awards.judging import (
    ChooseJudge,
    ChosenJudge,
    PlanPanel,
    SaidPlan,
)
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.shell.page import Desk
from resources.database import Database
from resources.problem import Problem


class GivingActs(QObject):
    """Acts on the round, on the nominee that `nominee` gives, and on the judge of `judge` where a row is of a pair."""

    def __init__(
        self, desk: Desk, view: QWidget, chosen: ChosenRound, nominee: Callable[[], str], judge: Callable[[], str], *,
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._chosen = desk, view, chosen
        self._nominee, self._judge, self._today = nominee, judge, today

    def plan(self) -> None:
        """Give all nominees of the round to the judges, as is shown first."""
        PlanPanel(self._desk.db, self._chosen.key, self._view).ask(self._planned)

    def _planned(self, said: SaidPlan) -> None:
        if not said.plan.alters:
            raise Problem("There is nothing to give out, so nothing was changed.")
        done = assign_panel(
            self._desk.db, self._chosen.key, today=self._today(), afresh=said.afresh, expected=said.plan
        )
        self._desk.messages.done(done.sentence)

    # What is chosen

    def _entry(self) -> Entry:
        return entry(self._desk.db, self._nominee())

    def given(self) -> list[Assignment]:
        """What judges have of the nominee chosen; of a pair that one alone."""
        key, judge = self._nominee(), self._judge()
        return assignments_of(self._desk.db, entry_id=key, member_id=judge) if key else []

    def _called(self, key: str) -> str:
        return member_names(self._desk.db, self._chosen.key)[key]

    def _judges(self, some: Sequence[Assignment]) -> list[tuple[str, str]]:
        return [(one.member_id, self._called(one.member_id)) for one in some]

    def _of(self, member_id: str) -> Assignment:
        return next(one for one in self.given() if one.member_id == member_id)

    # One nominee and one judge

    def give(self) -> None:
        """Give the nominee to one more judge."""
        held = self._entry()
        found = conflicts_in(self._desk.db, held.round_id, entry_ids=(held.id,))
        have = {one.member_id for one in assignments_of(self._desk.db, entry_id=held.id)}
        free = [one for one in members(self._desk.db, held.round_id) if one.judges and one.id not in have]
        may = [(one.id, self._with_load(one)) for one in free if (one.id, held.id) not in found]
        cannot = [found[one.id, held.id][0].sentence for one in free if (one.id, held.id) in found]
        if not may:
            raise Problem(
                "Every judge has this nominee or may not judge them. Add a judge, or let the chair rule on a conflict.",
                details=tuple(cannot),
            )
        ChooseJudge(
            "Give to a judge",
            "Give",
            may,
            self._view,
            intro=nominee_words(self._desk.db, held),
            cannot=cannot,
        ).ask(partial(self._gave, held.id))

    def _with_load(self, one: Member) -> str:
        loads = {each.member_id: each.given for each in judge_progress(self._desk.db, one.round_id)}
        return f"{self._called(one.id)}, has {loads[one.id]}"

    def _gave(self, key: str, said: ChosenJudge) -> None:
        give(self._desk.db, said.member_id, key, today=self._today())
        self._desk.messages.done(f"Gave the nominee to {self._called(said.member_id)}")

    def take_back(self) -> None:
        """As if it had not been given."""
        some = self._judges(self.open_ones())
        ChooseJudge(
            "Take back", "Take back", some, self._view, intro=nominee_words(self._desk.db, self._entry())
        ).ask(self._took_back)

    def _took_back(self, said: ChosenJudge) -> None:
        take_back(self._desk.db, self._of(said.member_id).id)
        self._desk.messages.done(f"Took the nominee back from {self._called(said.member_id)}")

    def stand_aside(self) -> None:
        """A judge does not judge the nominee after all."""
        some, intro = self._judges(self.judging_ones()), nominee_words(self._desk.db, self._entry())
        ChooseJudge("Let a judge stand aside", "Stand aside", some, self._view, intro=intro,
                    asks_why=True).ask(self._stood_aside)  # fmt: skip

    def _stood_aside(self, said: ChosenJudge) -> None:
        act = declare_conflict if said.conflict else recuse
        act(self._desk.db, self._of(said.member_id).id, said.reason)
        self._desk.messages.done(f"{self._called(said.member_id)} stands aside")

    def again(self) -> None:
        """A judge who stood aside judges the nominee."""
        some, intro = self._judges(self.left_ones()), nominee_words(self._desk.db, self._entry())
        ChooseJudge("Judge after all", "Let them judge", some, self._view, intro=intro,
                    reason=True).ask(self._judges_again)  # fmt: skip

    def _judges_again(self, said: ChosenJudge) -> None:
        judge_again(self._desk.db, self._of(said.member_id).id, said.reason)
        self._desk.messages.done(f"{self._called(said.member_id)} judges the nominee after all")

    def open_ones(self) -> list[Assignment]:
        """What could be taken back."""
        return [one for one in self.given() if one.status.is_open]

    def judging_ones(self) -> list[Assignment]:
        """From what a judge could stand aside."""
        return [one for one in self.given() if not one.is_left]

    def left_ones(self) -> list[Assignment]:
        """From what a judge stood aside."""
        return [one for one in self.given() if one.is_left]


def nominee_words(db: Database, held: Entry) -> str:
    """What a dialog calls somebody nominated."""
    return f"{held.nominee}, {reference(db, held)}"
