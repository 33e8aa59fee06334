"""What can be done on the side Panel, and when."""

from collections.abc import Callable
from typing import Protocol

from awards.judging.panel import is_member
from desktop.pages.awards.panel_acts import MemberActs
from desktop.pages.awards.panel_giving import GivingActs
from desktop.pages.awards.panel_lists import CONFLICTS, MATRIX, PANEL
from desktop.pages.awards.panel_rulings import RulingActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk

_DOWN, _BACK = "Stand down…", "Bring back"

IN_PANE = ("panel_edit", "panel_down", "panel_rule", "panel_again", "conflict_unrule")
"""What stands beside the row chosen instead of above the list."""


class PanelView(Protocol):
    """Which list is shown, and the row chosen in it."""

    @property
    def what(self) -> str:
        """The list."""

    @property
    def key(self) -> str:
        """The row: of the conflicts it is a judge and a nominee."""

    def may_keep(self) -> bool:
        """Whether the round shown may be changed."""


class PanelChosen:
    """What is chosen; '' where it is something else."""

    def __init__(self, desk: Desk, view: PanelView) -> None:
        self._db, self._view = desk.db, view

    def member(self) -> str:
        """The member in the list of the panel."""
        return self._view.key if self._view.what == PANEL and is_member(self._db, self._view.key) else ""

    def nominee(self) -> str:
        """The nominee in the matrix, or the one of a conflict."""
        if self._view.what == CONFLICTS:
            return self._view.key.partition("/")[2]
        return self._view.key if self._view.what == MATRIX else ""

    def judge(self) -> str:
        """The judge of a conflict."""
        return self._view.key.partition("/")[0] if self._view.what == CONFLICTS else ""

    def may_keep(self) -> bool:
        """Whether anything can be changed."""
        return self._view.may_keep()


class PanelMenu:
    """The actions, each with whether it can be run now."""

    def __init__(
        self, chosen: PanelChosen, people: MemberActs, giving: GivingActs, rulings: RulingActs
    ) -> None:
        self._chosen, self._people, self._giving, self._rulings = chosen, people, giving, rulings

    def listed(self) -> list[Action]:
        """All of them; those of what is shown stand in the row above it."""
        return [self.primary(), *self.of_panel(), *self.of_nominee(), *self.of_conflict()]

    def primary(self) -> Action:
        """What the panel is for."""
        return Action("panel_plan", "Give nominees to judges…", self._giving.plan, icon="merge", primary=True,
                      enabled=self._chosen.may_keep, tip="A plan is shown before anything is given")  # fmt: skip

    def of_panel(self) -> list[Action]:
        """With the member chosen."""
        acts, one = self._people, self._has_member
        return [
            Action("panel_add", "Add a member…", acts.add, "Ctrl+N", icon="add", enabled=self._chosen.may_keep),
            Action("panel_edit", "Change…", acts.edit, icon="edit", enabled=one),
            Action("panel_interest", "Declare an interest…", acts.declare, icon="contacts", enabled=one),
            Action("panel_none", "Declared none…", acts.declare_none, icon="check", enabled=one),
            Action("panel_down", _DOWN, acts.stand_down_or_back, icon="archive", enabled=one,
                   label_now=lambda: _BACK if acts.is_down else _DOWN),
        ]  # fmt: skip

    def of_nominee(self) -> list[Action]:
        """With the nominee chosen in the matrix."""
        acts = self._giving
        return [
            Action("panel_give", "Give to a judge…", acts.give, icon="add", enabled=self._in_matrix),
            Action("panel_take_back", "Take back…", acts.take_back, icon="undo",
                   enabled=lambda: self._in_matrix() and bool(acts.open_ones())),
            Action("panel_aside", "Stand aside…", acts.stand_aside, icon="close",
                   enabled=lambda: self._in_matrix() and bool(acts.judging_ones())),
            Action("panel_again", "Judge after all…", acts.again, icon="restore",
                   enabled=lambda: self._in_matrix() and bool(acts.left_ones())),
            Action("panel_rule", "Rule on a conflict…", self._rulings.rule, icon="lock", enabled=self._in_matrix),
        ]  # fmt: skip

    def of_conflict(self) -> list[Action]:
        """With the conflict chosen."""
        acts, one = self._giving, self._has_pair
        return [
            Action("conflict_rule", "Rule on it…", self._rulings.rule, icon="lock", enabled=one),
            Action("conflict_aside", "Stand aside…", acts.stand_aside, icon="close",
                   enabled=lambda: one() and bool(acts.judging_ones())),
            Action("conflict_unrule", "Remove the ruling…", self._rulings.unrule, icon="undo",
                   enabled=lambda: one() and self._rulings.has_ruling()),
        ]  # fmt: skip

    # When

    def _if(self, met: Callable[[], bool]) -> bool:
        return self._chosen.may_keep() and met()

    def _has_member(self) -> bool:
        return self._if(lambda: bool(self._chosen.member()))

    def _in_matrix(self) -> bool:
        return self._if(lambda: bool(self._chosen.nominee()) and not self._chosen.judge())

    def _has_pair(self) -> bool:
        return self._if(lambda: bool(self._chosen.judge()))
