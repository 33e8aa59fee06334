"""What can be done on the side Matching, and when."""

from typing import Protocol

from desktop.pages.iwork.matching_acts import MatchingActs
from desktop.shell.actions import Action
from workforce.iwork.matching.facts import MatchPerson, MatchPost

IN_PANE = ("match_pin", "match_ban", "match_end")


class MatchingView(Protocol):
    """What is chosen."""

    def pair(self) -> tuple[MatchPerson, MatchPost] | None:
        """The pair that the cursor is on."""

    def post(self) -> MatchPost | None:
        """The post chosen."""

    def may_write(self) -> bool:
        """Whether anything may be changed."""


class MatchingMenu:
    """The actions, each with whether it can be run now."""

    def __init__(self, acts: MatchingActs, view: MatchingView) -> None:
        self._acts, self._view = acts, view

    def listed(self) -> list[Action]:
        """All of them."""
        acts, one, may = self._acts, self._has_pair, self._view.may_write
        return [
            Action("match_take", "Match them…", acts.take_on, "Ctrl+N", primary=True, icon="check", enabled=one,
                   tip="Take the pair on to a placement: the team and the person decide"),
            Action("match_shortlist", "Save shortlist…", self._save, icon="word",
                   enabled=lambda: self._view.post() is not None),
            Action("match_pin", "Pin together…", acts.pin, toolbar=False, enabled=one),
            Action("match_ban", "Do not place…", acts.ban, toolbar=False, enabled=one),
            Action("match_end", "End a pin or ban…", acts.end_rule, toolbar=False, enabled=self._has_rule),
            Action("match_weights", "Weights…", acts.weigh, icon="filter", enabled=may),
            Action("match_speeds", "Ways to work…", acts.reckon, icon="filter", toolbar=False, enabled=may),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """Those beside the pair chosen that can be run now."""
        return [one for one in self.listed() if one.name in IN_PANE and one.ready()]

    def _has_pair(self) -> bool:
        return self._view.may_write() and self._view.pair() is not None

    def _has_rule(self) -> bool:
        return self._view.may_write() and bool(self._acts.standing_rules())

    def _save(self) -> None:
        post = self._view.post()
        if post is not None:
            self._acts.save_shortlist(post)
