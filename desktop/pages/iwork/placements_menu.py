"""What can be done on the side Placements, and when."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.pages.iwork.in_work_acts import InWorkActs
from desktop.pages.iwork.placements_acts import PlacementActs
from desktop.pages.iwork.support_log_files import save_support_log
from desktop.pages.iwork.tasters_acts import TasterActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.iwork.placements.placements import Placement, is_placement, placement
from workforce.iwork.placements.steps import moves
from workforce.iwork.vocabulary import Stage

IN_PANE = ("placement_move", "placement_support", "placement_checkpoint")


class PlacementsView(Protocol):
    """The side, as its actions see it."""

    def placement_key(self) -> str: ...
    def looked(self, person_id: str, what: str) -> None: ...

    def taster_key(self) -> str: ...

    def may_write(self) -> bool: ...


class PlacementsMenu(QObject):
    """The actions, each with whether it can be run now. `added` carries the key of what was added."""

    added = Signal(str)

    def __init__(self, desk: Desk, side: PlacementsView, view: QWidget, *, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._desk, self._side, self._view, self._today = desk, side, view, today
        self.acts = PlacementActs(desk, view, side.placement_key, today=today)
        self.tasters = TasterActs(desk, view, self._person, today=today)
        self.in_work = InWorkActs(desk, view, side.placement_key, today=today)
        self.acts.added.connect(self.added)
        self.tasters.added.connect(self.added)

    def listed(self) -> list[Action]:
        """What is done most, then the rest."""
        acts, work, may = self.acts, self.in_work, self._side.may_write
        return [
            Action("placement_move", "Move to…", acts.move, "Ctrl+M", primary=True, enabled=self._can_move,
                   tip="To another stage; what the step needs is asked"),
            Action("placement_begin", "Begin a placement…", acts.begin, "Ctrl+N", icon="add", enabled=may),
            Action("placement_support", "Record support…", work.add_support, enabled=self._is_one),
            Action("placement_checkpoint", "Checkpoint…", work.checkpoint, icon="check", enabled=self._in_work,
                   tip="Still in work after 4, 13, 26 or 52 weeks?"),
            Action("placement_taster", "Plan a taster…", self.tasters.plan, icon="calendar", enabled=may),
            Action("placement_edit", "Change…", acts.edit, "F2", icon="edit", toolbar=False, enabled=self._is_one),
            Action("placement_pay", "Hours and pay…", work.set_pay, toolbar=False, enabled=self._in_work),
            Action("placement_plan", "Plan support…", work.plan_support, toolbar=False, enabled=self._is_one),
            Action("placement_end", "End…", acts.end, toolbar=False, enabled=self._can_end),
            Action("taster_open", "How the taster went…", self._open_taster, toolbar=False, enabled=self._is_taster),
            Action("taster_remove", "Remove the taster", self._remove_taster, toolbar=False, enabled=self._is_taster,
                   tip="Where it was entered by mistake; one that did not take place is cancelled"),
            Action("placement_log", "Support log…", self._log, icon="word", toolbar=False, enabled=self._is_any,
                   tip="A Word document by reference and initials, marked as exempt"),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """Those that can be run of the placement shown."""
        return [one for one in self.listed() if one.name in IN_PANE and one.ready()]

    # When

    def _one(self) -> Placement | None:
        key = self._side.placement_key()
        return placement(self._desk.db, key) if key and is_placement(self._desk.db, key) else None

    def _person(self) -> str:
        held = self._one()
        return held.person_id if held is not None else ""

    def _is_any(self) -> bool:
        return self._one() is not None

    def _is_one(self) -> bool:
        return self._side.may_write() and self._one() is not None

    def _can_move(self) -> bool:
        held = self._one()
        return self._side.may_write() and held is not None and bool(moves(held.stage, held.paused_from))

    def _can_end(self) -> bool:
        held = self._one()
        can = moves(held.stage, held.paused_from) if held is not None else ()
        return self._side.may_write() and bool({Stage.LEFT, Stage.WITHDRAWN} & set(can))

    def _in_work(self) -> bool:
        held = self._one()
        return self._side.may_write() and held is not None and held.started_on is not None

    def _is_taster(self) -> bool:
        return self._side.may_write() and bool(self._side.taster_key())

    def _open_taster(self) -> None:
        self.tasters.open(self._side.taster_key())

    def _remove_taster(self) -> None:
        self.tasters.remove(self._side.taster_key())

    def _log(self) -> None:
        held = self._one()
        if held is not None:
            save_support_log(self._desk, self._view, held, today=self._today(), looked=self._side.looked)
