"""The pane beside a table: what matters first, then sections that fold."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from desktop.shell.actions import Action
from desktop.shell.looks.icons import set_icon
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import points
from desktop.widgets.action_row import ActionRow
from desktop.widgets.parts import button, empty_layout, hairline, label
from desktop.widgets.pills import Pill
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.tables import ColumnKind, Table

_USUAL_WIDTH = 310
_NARROWEST, _WIDEST = 280, 560


@dataclass(frozen=True)
class Line:
    """A label and its text; with `open` the text is a link. An empty text is not shown.

    With `kind` RATING or STATUS the text is a pill.
    """

    label: str
    text: str
    open: Callable[[], object] | None = None
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True)
class Section:
    """Lines, then a small table. `opened(key)` is called for a row of the table; `keys` names its rows.

    `stacked` lines have their text beneath the label: for labels that are whole sentences.
    """

    title: str
    lines: Sequence[Line] = ()
    table: Table | None = None
    folded: bool = False
    keys: Sequence[str] | None = None
    opened: Callable[[str], object] | None = None
    actions: Sequence[Action] = ()
    stacked: bool = False


@dataclass(frozen=True)
class Detail:
    """All that the pane shows of one thing."""

    title: str
    subtitle: str = ""
    pills: Sequence[tuple[ColumnKind, str]] = ()
    actions: Sequence[Action] = ()
    sections: Sequence[Section] = ()


class DetailPane(QScrollArea):
    """Shows one Detail, or a sentence. Which sections are folded is remembered from one thing to the next."""

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detail")
        self.setAccessibleName(title)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._empty = empty
        self._folds: dict[str, bool] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(PANE + 4, 4, PANE, PANE)
        self._column.setSpacing(8)
        self.setWidget(self._inside)
        self.setMinimumWidth(_NARROWEST)
        self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; the pane grows to its longest word, and scrolls sideways beyond what a table can spare."""
        done = super().eventFilter(watched, event)
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            needs = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(min(_WIDEST, max(_NARROWEST, needs)))
        return done

    def clear(self) -> None:
        """Nothing is chosen."""
        empty_layout(self._column)
        self._column.addWidget(label(self._empty, "quiet", wrap=True))
        self._column.addStretch(1)

    def show_detail(self, detail: Detail) -> None:
        """Show one thing; the scroll goes back to its top."""
        self._inside.setUpdatesEnabled(False)
        empty_layout(self._column)
        self._column.addWidget(label(detail.title, "section", wrap=True, copyable=True))
        if detail.subtitle:
            self._column.addWidget(label(detail.subtitle, "quiet", wrap=True, copyable=True))
        self._add_pills(detail)
        self._add_actions(detail.actions)
        for section in detail.sections:
            self._add_section(section)
        self._column.addStretch(1)
        self._inside.setUpdatesEnabled(True)
        self.verticalScrollBar().setValue(0)

    def _add_pills(self, detail: Detail) -> None:
        if detail.pills:
            row = QHBoxLayout()
            row.setSpacing(6)
            for kind, words in detail.pills:
                row.addWidget(Pill(kind, words))
            row.addStretch(1)
            self._column.addLayout(row)

    def _add_actions(self, actions: Sequence[Action]) -> None:
        if actions:
            row = ActionRow(actions)
            row.refresh()
            self._column.addWidget(row)

    def _add_section(self, section: Section) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(hairline())
        folded = self._folds.get(section.title, section.folded)
        self._column.addWidget(_FoldingSection(section, folded, self._folds))


class _FoldingSection(QWidget):
    """A heading to fold by, and what is beneath it."""

    def __init__(self, section: Section, folded: bool, folds: dict[str, bool]) -> None:
        super().__init__()
        self._title, self._folds = section.title, folds
        self._heading = button(section.title, "fold")
        self._heading.clicked.connect(self._turn)
        self._body = QWidget()
        self._waiting: Section | None = section  # filled when it is first unfolded
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._body)
        self._show(folded)

    def _fill(self, section: Section) -> None:
        body = QVBoxLayout(self._body)
        body.setContentsMargins(2, 0, 0, 4)
        body.setSpacing(8)
        lines = [line for line in section.lines if line.text]
        if lines:
            body.addLayout(_stacked(lines) if section.stacked else _rows(lines))
        if section.table is not None and section.table.rows:
            body.addWidget(_small_table(section))
        elif section.table is not None or not lines:
            body.addWidget(label("Nothing recorded.", "quiet"))
        for action in section.actions:
            made = button(action.label, "link")
            made.clicked.connect(action.run)
            body.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self, folded: bool) -> None:
        if not folded and self._waiting is not None:
            self._fill(self._waiting)
            self._waiting = None
        self._body.setVisible(not folded)
        set_icon(self._heading, "chevron-right" if folded else "chevron-down", role="quiet")
        self._heading.setAccessibleName(f"{self._title}, {'folded' if folded else 'unfolded'}")

    @Slot()
    def _turn(self) -> None:
        folded = not self._body.isHidden()
        self._folds[self._title] = folded
        self._show(folded)


def _rows(lines: Sequence[Line]) -> QVBoxLayout:
    metrics = QFontMetrics(points(10))
    widest = max(metrics.horizontalAdvance(line.label) for line in lines)
    words = [word for line in lines for word in line.label.split()]
    longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
    name_width = min(max(120, longest + 4), widest + 4)
    column = QVBoxLayout()
    column.setSpacing(4)
    for line in lines:
        name = label(line.label, "quiet", wrap=True)
        name.setFixedWidth(name_width)
        tall = line.open is not None or line.kind is not ColumnKind.TEXT
        height = Qt.AlignmentFlag.AlignVCenter if tall else Qt.AlignmentFlag.AlignTop
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(name, 0, height)
        row.addWidget(_value(line), 0 if tall else 1, height)
        if tall:
            row.addStretch(1)
        column.addLayout(row)
    return column


def _stacked(lines: Sequence[Line]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    for line in lines:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        if line.label:
            pair.addWidget(label(line.label, "small", wrap=True))
        pair.addWidget(_value(line))
        column.addLayout(pair)
    return column


def _value(line: Line) -> QWidget:
    if line.kind in {ColumnKind.RATING, ColumnKind.STATUS}:
        return Pill(line.kind, line.text)
    if line.open is not None:
        made = button(line.text, "value")
        made.clicked.connect(line.open)
        return made
    made_label = label(line.text, wrap=True, copyable=True)
    made_label.setAccessibleName(f"{line.label}: {line.text}")
    return made_label


def _small_table(section: Section) -> TableView:
    assert section.table is not None
    model = RowsModel(section.table.columns, section.table.rows, keys=section.keys)
    view = TableView(model, name=f"detail:{section.title}", title=section.title)
    rows = min(len(section.table.rows), 8)
    bar = (
        view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        if view.columns.wider_than(_USUAL_WIDTH)
        else 0
    )
    height = view.verticalHeader().defaultSectionSize() * rows + view.horizontalHeader().height()
    view.setFixedHeight(height + bar + 2)
    if section.opened is not None:
        view.opened.connect(section.opened)
    return view
