"""The tables of the side Figures, one shown at a time, and beside it the row chosen in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.iwork.figures_views import VIEWS, WORK, detail_of, shown
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from resources.tables import Column
from workforce.iwork.figures.figures import IWorkFigures
from workforce.iwork.figures.unsaid import Unsaid

_NOTHING = "No number may be shown here: all of them are too small."


class FiguresPart(QWidget):
    """`moved` when another row is chosen or their number changes; `actions` are those for beside a row."""

    moved = Signal()

    def __init__(self, desk: Desk, actions: Callable[[], Sequence[Action]]) -> None:
        super().__init__()
        self._desk, self._actions = desk, actions
        self._parts: dict[tuple[str, tuple[Column, ...]], ListPart] = {}
        self._found: IWorkFigures | None = None
        self._unsaid, self._view = Unsaid(), WORK
        self.told = label("", "quiet", wrap=True)
        said = QHBoxLayout()
        said.setContentsMargins(PANE, 0, PANE, 0)
        said.addWidget(self.told)
        tables = QWidget()
        self._tables = QStackedLayout(tables)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(said)
        column.addWidget(tables, 1)

    @property
    def shown(self) -> ListPart | None:
        """The table that is shown, once there is one."""
        part = self._tables.currentWidget()
        return part if isinstance(part, ListPart) else None

    @property
    def key(self) -> str:
        """The row that the cursor is on."""
        return self.shown.key if self.shown is not None else ""

    def show_figures(self, found: IWorkFigures, unsaid: Unsaid, view: str) -> None:
        """These figures; the columns of a table are those of its day."""
        self._found, self._unsaid, self._view = found, unsaid, view
        made = shown(found, view)
        self.told.setText(made.told)
        part = self._part(made.columns)
        self._tables.setCurrentWidget(part)
        part.show_rows(made.rows, made.keys)

    def _part(self, columns: tuple[Column, ...]) -> ListPart:
        held = (self._view, columns)
        if held not in self._parts:
            part = ListPart(
                self._desk, columns, name=f"iwork_figures_{VIEWS.index(self._view)}", title=self._view, one=self._view,
                empty=EmptyPage(_NOTHING, None), draw=self._detail, sizes=(820, 340),
            )  # fmt: skip
            part.moved.connect(self.moved)
            self._tables.addWidget(part)
            self._parts[held] = part
        return self._parts[held]

    def _detail(self, key: str) -> Detail | None:
        if self._found is None or key not in shown(self._found, self._view).keys:
            return None
        return detail_of(self._found, self._view, key, self._actions(), self._unsaid)
