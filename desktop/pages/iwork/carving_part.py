"""The day of one team: as lanes, and as a table beneath where the same can be done. What is chosen becomes a post."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.iwork.carving_day import NEW_POST, blocks_of, lanes_of
from desktop.pages.sides.list_part import ListPart
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.day_lanes import DayLanes
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from workforce.iwork.carving.day import Laid, Made, made_of
from workforce.iwork.carving.tables import DAY_COLUMNS, day_row
from workforce.iwork.carving.teams import Team


class TeamDayPart(QWidget):
    """`moved` with the cursor or the choice, `opened` with a task, `shifted` with a task and by how many minutes."""

    moved = Signal()
    opened = Signal(str)
    shifted = Signal(str, int)

    def __init__(self, desk: Desk, empty: EmptyPage, draw: Callable[[Laid], Detail]) -> None:
        super().__init__()
        self._draw_task, self._team = draw, ""
        self._laid: tuple[Laid, ...] = ()
        self._hours = (0, 0)
        self.chosen: frozenset[str] = frozenset()
        self.lanes = DayLanes("The team’s day")
        self.sentence = label("", "quiet", wrap=True)
        self.tasks = ListPart(
            desk, DAY_COLUMNS, name="iwork_carving", title="Tasks of the day", one="Task", empty=empty, draw=self._draw,
            chips=("standing",),
        )  # fmt: skip
        above = QVBoxLayout()
        above.setContentsMargins(PANE, 0, PANE, 0)
        above.setSpacing(6)
        above.addWidget(self.sentence)
        above.addWidget(self.lanes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.tasks, 1)
        self.tasks.moved.connect(self._follow)
        self.tasks.opened.connect(self.opened)
        self.lanes.current_changed.connect(self.tasks.show_row)
        self.lanes.opened.connect(self.opened)
        self.lanes.taken.connect(self._take)
        self.lanes.moved.connect(self.shifted)

    # What is chosen

    def task_key(self) -> str:
        """The task with the cursor."""
        return self.tasks.key if self.tasks.has_rows else ""

    def task(self) -> Laid | None:
        """The same, as it lies on the day."""
        return self.task_of(self.task_key())

    def task_of(self, key: str) -> Laid | None:
        """A task of the day."""
        return next((one for one in self._laid if one.key == key), None)

    def made(self) -> Made:
        """What the tasks chosen come to."""
        return made_of(one for one in self._laid if one.key in self.chosen)

    def choose(self) -> None:
        """Every task selected goes into the new post; out of it where all of them are in it."""
        selected = self._free() & frozenset(self.tasks.pane.table.selected_keys() or [self.task_key()])
        self._choose(self.chosen - selected if selected <= self.chosen else self.chosen | selected)

    def choose_none(self) -> None:
        """What was chosen is a post now."""
        self._choose(frozenset())

    def _free(self) -> frozenset[str]:
        return frozenset(one.key for one in self._laid if not one.post)

    def _choose(self, keys: frozenset[str]) -> None:
        self.chosen = keys
        self._show()

    @Slot(str, str)
    def _take(self, key: str, lane: str) -> None:
        self._choose(self.chosen | {key} if lane == NEW_POST else self.chosen - {key})

    # What is shown

    def show_day(self, held: Team | None, laid: Sequence[Laid]) -> None:
        """Another team, or the same as it stands now."""
        self._laid = tuple(laid)
        self._team, self._hours = (held.name, (held.day_from, held.day_until)) if held else ("", (0, 60))
        self._show()

    def _show(self) -> None:
        self.chosen &= self._free()
        self.tasks.show_rows(
            [day_row(one, self.chosen) for one in self._laid], [one.key for one in self._laid]
        )
        self.lanes.show_day(
            lanes_of(self._team, self._laid), blocks_of(self._laid, self.chosen), *self._hours
        )
        self.lanes.setVisible(bool(self._laid))
        sentences = self.made().sentences
        self.sentence.setText(f"The new post: {' '.join(sentences)}" if sentences else "")
        self.sentence.setVisible(bool(sentences))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        self.lanes.go_to(self.task_key())
        self.moved.emit()

    def _draw(self, key: str) -> Detail | None:
        one = self.task_of(key)
        return None if one is None else self._draw_task(one)
