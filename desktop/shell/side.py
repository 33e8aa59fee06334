"""Sides of a page behind tabs, of which one is shown at a time."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.shell.public_view import OWN_WORK, PublicView, of_sides, public_view
from resources.tables import Table


class Side(QWidget):
    """What each side can do. `tab` is its name, on the tab and as the menu of its actions.

    `is_current` while its tab is chosen. Emit `moved` when the selection, and with it what can be done, has changed.
    """

    tab = ""
    moved = Signal()
    public_sections: tuple[str, ...] = ()
    """The sections for a committee that tell of it what is public."""
    covered_because = OWN_WORK
    """Why the public does not see the rest, after ““Waves” is covered:”."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.is_current = False

    def move_on(self) -> None:
        """This side is shown in place of another."""
        self._desk.messages.move_on()

    def public_view(self) -> PublicView:
        """What of it the public may see, and why the rest is covered: nothing of it unless it says so."""
        return public_view(f"“{self.tab}”", self.public_sections, self.covered_because)

    def reload(self) -> None:
        """Show what the file holds now."""

    def actions_here(self) -> list[Action]:
        """All that can be done here, in a menu named as the tab; asked once."""
        return []

    def may_write(self) -> bool:
        """Whether this side is shown and the file can be written to."""
        return self.is_current and not self._desk.opened.read_only

    def table(self) -> Table | None:
        """What is shown as a table, to copy or save; None where there is none."""
        return None

    def row_for_history(self) -> tuple[str, str]:
        """The table and key of the row whose history is asked for; an empty key where there is none."""
        return "", ""

    def status_text(self) -> str:
        """What the status bar says, such as how many rows there are."""
        return ""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        self.setFocus()

    def focus_filter(self) -> None:
        """Put the keyboard into the filter, where there is one."""


class SideTabs(QWidget):
    """A tab for each side, and beneath them the one that is shown. `turned` tells that it is another one."""

    turned = Signal()
    moved = Signal()

    def __init__(self, sides: Sequence[Side], name: str) -> None:
        super().__init__()
        self._sides = tuple(sides)
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.bar)
        for side in self._sides:
            self.bar.addTab(side.tab)
            column.addWidget(side, 1)
            side.moved.connect(self.moved)
        self._place()
        self.bar.currentChanged.connect(self._turn)

    @property
    def at(self) -> int:
        """The place of the side that is shown."""
        return self.bar.currentIndex()

    def turn_to(self, side: Side) -> None:
        """Show another."""
        self.bar.setCurrentIndex(self._sides.index(side))

    @Slot(int)
    def _turn(self, _at: int) -> None:
        self._sides[self.at].move_on()
        self._place()
        self.turned.emit()

    def _place(self) -> None:
        current = self._sides[self.at]
        for side in self._sides:
            side.is_current = side is current
            if side is not current:  # hidden before the other is shown, it asks for no room
                side.hide()
        current.show()

    def public_view(self) -> PublicView:
        """What of each side is public, one after another, and which sides are covered."""
        return of_sides({side.tab: side.public_view() for side in self._sides})

    def ways(
        self, go: Callable[[int], object], *, menu: str = "", enabled: Callable[[], bool] | None = None
    ) -> list[Action]:
        """The way to each side, by `go` to its place: Alt+1 is the first."""
        return [
            Action(f"side_{number}", side.tab, partial(go, number - 1), f"Alt+{number}", menu=menu, toolbar=False,
                   enabled=enabled)
            for number, side in enumerate(self._sides, 1)
        ]  # fmt: skip

    def actions_here(self) -> list[Action]:
        """What can be done on each side, in a menu of its own."""
        return [
            replace(one, menu=side.tab, toolbar=False, enabled=partial(_may, side, one))
            for side in self._sides
            for one in side.actions_here()
        ]


def _may(side: Side, action: Action) -> bool:
    """What stands in a side’s menu can be run while that side is shown."""
    return side.is_current and action.ready()
