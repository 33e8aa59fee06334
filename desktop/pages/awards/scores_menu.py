"""What can be done on the side Scores, and when."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from awards.judging.score_tables import scores_table
from awards.judging.scores import given
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.scores_acts import ScoresActs
from desktop.pages.awards.scores_files import ScoresFiles
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.page import Desk

IN_PANE = ("scores_give", "scores_abstain", "scores_unlock", "scores_words")
"""What stands beside the nominee chosen too."""


class ScoresMenu(QObject):
    """The actions of the side, with what they do."""

    def __init__(
        self, desk: Desk, side: AwardsSide, chosen: ChosenRound, *, judge: Callable[[], str], key: Callable[[], str],
        selected: Callable[[], list[str]], now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(side)
        self._desk, self._side, self._chosen = desk, side, chosen
        self._judge, self._key, self._selected = judge, key, selected
        self.acts = ScoresActs(desk, side, key=key, selected=selected, now=now)
        self.files = ScoresFiles(desk, side, chosen, now=now)

    def listed(self) -> list[Action]:
        """Scores, then what goes out and comes in."""
        acts, files = self.acts, self.files
        return [
            Action("scores_give", "Score…", acts.score, "Ctrl+Return", icon="edit", primary=True,
                   enabled=self.may_score, tip="Enter what the judge gave the nominee chosen"),
            Action("scores_abstain", "Abstain…", acts.abstain, enabled=self.may_score,
                   tip="No score, and why: it counts in no mean"),
            Action("scores_lock", "Lock", acts.lock, icon="lock", enabled=self._may_lock,
                   tip="Keep the scores of the rows selected as they are"),
            Action("scores_unlock", "Unlock…", acts.unlock, enabled=self._may_unlock,
                   tip="Let locked scores be put right, with a reason"),
            Action("scores_words", "Words…", acts.decide_words, enabled=self._has_one,
                   tip="Decide of words in the blind copy that may be no names"),
            Action("scores_packs", "Packs…", files.packs, icon="word", enabled=self._has_judges,
                   tip="A Word file of blind copies for every judge"),
            Action("scores_workbooks", "Workbooks…", files.workbooks, icon="export", enabled=self._has_judges,
                   tip="A scoring workbook for every judge"),
            Action("scores_in", "Take in a workbook…", files.take_in, icon="import", enabled=self._may_take_in,
                   tip="Scores that a judge sent back, with a preview"),
            Action("scores_table", "Save every score…", self._save_all, toolbar=False, enabled=self._has_judges,
                   tip="Who scored what when, of all judges"),
        ]  # fmt: skip

    def may_score(self) -> bool:
        """Whether scores can be entered for the row chosen."""
        return self._has_one() and not self._is_locked(self._key())

    def _has_one(self) -> bool:
        return self._side.may_change_round() and bool(self._key())

    def _is_locked(self, key: str) -> bool:
        return given(self._desk.db, key).is_locked

    def _may_lock(self) -> bool:
        return self._has_one() and not all(map(self._is_locked, self._selected()))

    def _may_unlock(self) -> bool:
        return self._has_one() and self._is_locked(self._key())

    def _has_judges(self) -> bool:
        return self._side.is_current and bool(self._judge())

    def _may_take_in(self) -> bool:
        return self._side.may_change_round() and bool(self._judge())

    def _save_all(self) -> None:
        table = scores_table(self._desk.db, self._chosen.key)
        ask_and_save(table, self._desk.messages, self._side, db=self._desk.db)
