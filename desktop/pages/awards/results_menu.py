"""What can be done on the Results side, and when."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QWidget

from awards.results.deciding.decisions import decision, is_decision
from awards.results.standings import CategoryStanding
from desktop.pages.awards.results_acts import ResultsActs
from desktop.pages.awards.results_papers import ResultsPapers
from desktop.shell.actions import Action
from desktop.shell.page import Desk


class Shown(Protocol):
    """What the menu asks the side."""

    @property
    def is_current(self) -> bool:
        """Whether it is the side that is shown."""

    def shown(self) -> CategoryStanding | None:
        """The category chosen."""

    def nominee_key(self) -> str:
        """The nominee that the cursor is on."""

    def decision_key(self) -> str:
        """The decision that the cursor is on."""

    def is_adjusted(self) -> bool:
        """Whether nominees stand by the adjusted mean."""

    def show_category(self, key: str) -> None:
        """Show the nominees of a category."""


class ResultsMenu:
    """Actions over `view`, which is asked through `side` what it shows."""

    def __init__(
        self, desk: Desk, view: QWidget, side: Shown, *, now: Callable[[], datetime], may_change: Callable[[], bool]
    ) -> None:  # fmt: skip
        self._desk, self._side, self._may_change = desk, side, may_change
        asked = (side.shown, side.nominee_key, side.is_adjusted)
        self.acts = ResultsActs(desk, view, *asked, now=now)
        self.papers = ResultsPapers(desk, view, *asked, now=now)

    def listed(self) -> list[Action]:
        """Decisions, notes and papers."""
        acts, papers, one, may = self.acts, self.papers, self._may_on_one, self._may
        return [
            Action("results_decide", "Decide on the nominee…", acts.decide, "Ctrl+D", primary=True, icon="check",
                   enabled=one),
            Action("results_finalists", "Finalists…", acts.finalists, enabled=may,
                   tip="Who of the category goes on"),
            Action("results_none", "Do not award…", acts.not_award, enabled=may, toolbar=False),
            Action("results_back", "Take back…", self._take_back, enabled=may, toolbar=False,
                   tip="A decision ends, with its reason"),
            Action("results_announce", "Announce…", acts.announce, icon="lock", enabled=may,
                   tip="All that is decided becomes known at once"),
            Action("results_note", "Add a note…", papers.add_note, icon="edit", enabled=one, toolbar=False),
            Action("results_report", "Report…", papers.save_report, icon="word", enabled=self._has_round,
                   tip="The panel’s decisions and reasons, for Word; not for publication"),
            Action("results_answer", "Record…", papers.save_answer, icon="word",
                   enabled=self._has_one, toolbar=False, tip="For answering those who ask how somebody was judged"),
        ]  # fmt: skip

    def in_pane(self, *names: str) -> list[Action]:
        """Those of them that can be run now, for beside the row chosen."""
        return [one for one in self.listed() if one.name in names and one.ready()]

    def open_note(self, key: str) -> None:
        """Change a note."""
        if self._may_change():
            self.papers.open_note(key)

    def open_row(self, _key: str) -> None:
        """Enter on a nominee."""
        if self._may_on_one():
            self.acts.decide()

    def _has_round(self) -> bool:
        return self._side.is_current and self._side.shown() is not None

    def _has_one(self) -> bool:
        return self._has_round() and bool(self._side.nominee_key())

    def _may(self) -> bool:
        return self._has_round() and self._may_change()

    def _may_on_one(self) -> bool:
        return self._has_one() and self._may_change()

    def _take_back(self) -> None:
        """The decision chosen, else one of the category shown."""
        key = self._side.decision_key()
        if not is_decision(self._desk.db, key):
            self.acts.take_back()
            return
        of = decision(self._desk.db, key)
        self._side.show_category(of.category_id)
        self.acts.take_back(of.id if of.stands else "")
