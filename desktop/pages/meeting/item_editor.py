"""What is noted, decided and raised at one item, written while the meeting goes on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.pages.meeting.notes_box import NotesBox
from desktop.shell.looks.look import PANE
from desktop.widgets.parts import label
from desktop.widgets.tables.small_table import SmallTable
from engagement.forums.meeting.actions import ForumAction
from engagement.forums.meeting.agenda import AgendaItem, Decision
from resources.tables import Column, ColumnKind
from resources.wording import count_of

_NARROWEST = 320
_DECISIONS = (Column("number", "No.", width=56), Column("text", "Decision", width=360))
_ACTIONS = (
    Column("text", "Action", width=170),
    Column("owner", "Owner", width=104),
    Column("due", "Due", ColumnKind.DATE, width=104),
    Column("status", "Status", ColumnKind.STATUS, width=86),
)


class DecisionLine(QLineEdit):
    """A decision is typed and entered; Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ItemEditor(QScrollArea):
    """One item: its notes, decisions and actions. `keep_notes` and `decide` are given the item's key and the words."""

    decision_opened = Signal(str)
    action_opened = Signal(str)
    state_changed = Signal()

    def __init__(
        self, keep_notes: Callable[[str, str], object], decide: Callable[[str, str], object]
    ) -> None:
        super().__init__()
        self._decide, self.item_id = decide, ""
        self.notes = NotesBox(keep_notes)
        self.decision = DecisionLine()
        self.decisions = SmallTable(_DECISIONS, name="decisions", title="Decisions")
        self.raised = SmallTable(_ACTIONS, name="item_actions", title="Actions raised here")
        self._title, self._facts = label("", "section", wrap=True), label("", "quiet", wrap=True)
        self._lay_out()
        self.decision.returnPressed.connect(self._enter_decision)
        self.decision.left.connect(self.focus_notes)
        self.decisions.opened.connect(self.decision_opened)
        self.raised.opened.connect(self.action_opened)
        for table in (self.decisions, self.raised):
            table.current_changed.connect(self._tell)
        self.notes.kept.connect(self.state_changed)

    def _lay_out(self) -> None:
        self.setObjectName("detail")
        self.setAccessibleName("Item")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(PANE + 4, 4, PANE, PANE)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        notes, decision = label("Notes", "bold"), label("Decision", "bold")
        notes.setBuddy(self.notes)
        decision.setBuddy(self.decision)
        column.addWidget(notes)
        column.addWidget(self.notes, 1)
        column.addWidget(self.decisions)
        column.addWidget(decision)
        self.decision.setAccessibleName("Decision")
        self.decision.setPlaceholderText("What was decided, then Enter (F7)")
        column.addWidget(self.decision)
        self._actions_words = label("", "bold")
        column.addWidget(self._actions_words)
        column.addWidget(self.raised)
        self.setWidget(self._inside)
        self.setMinimumWidth(_NARROWEST)
        self.notes.setMinimumHeight(self.notes.fontMetrics().lineSpacing() * 5 + 16)

    def show_item(
        self,
        item: AgendaItem | None,
        when: str = "",
        decisions: Sequence[Decision] = (),
        actions: Sequence[ForumAction] = (),
        *,
        may_write: bool = True,
    ) -> None:
        """One item, or that none is chosen."""
        self.item_id = item.id if item else ""
        self.notes.show_notes(self.item_id, item.notes if item else "")
        self._title.setText(f"{item.position}. {item.title}" if item else "Choose an item to write at it.")
        self._facts.setText(_facts(item, when) if item else "")
        self.decisions.show_rows([(one.number, one.text) for one in decisions], [one.id for one in decisions])
        rows = [
            (one.text, one.owner, one.due_on.isoformat() if one.due_on else None, one.status.label)
            for one in actions
        ]
        self.raised.show_rows(rows, [one.id for one in actions])
        number = count_of(len(actions), "action was", "actions were")
        self._actions_words.setText(f"{number} raised here" if actions else "")
        self._actions_words.setVisible(bool(actions))
        for box in (self.notes, self.decision):
            box.setReadOnly(not may_write)
            box.setEnabled(item is not None)

    def focus_notes(self) -> None:
        """The keyboard goes to the notes, behind what stands there."""
        self.notes.setFocus()
        self.notes.moveCursor(self.notes.textCursor().MoveOperation.End)

    def focus_decision(self) -> None:
        """The keyboard goes to the line for a decision."""
        self.decision.setFocus()

    @Slot()
    def _enter_decision(self) -> None:
        text = self.decision.text().strip()
        if text and self.item_id and not self.decision.isReadOnly():
            self._decide(self.item_id, text)
            self.decision.clear()
        self.focus_notes()

    @Slot(str)
    def _tell(self, _key: str) -> None:
        self.state_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt's; the pane grows to what stands in it."""
        done = super().eventFilter(watched, event)
        if watched is self._inside and event.type() is QEvent.Type.LayoutRequest:
            needs = self._inside.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(min(560, max(_NARROWEST, needs)))
        return done


def _facts(item: AgendaItem, when: str) -> str:
    length = count_of(item.minutes, "minute") if item.minutes else ""
    paper = f"Paper: {item.paper}" if item.paper else ""
    exempt = "Exempt: not for publication" if item.exempt else ""
    return " · ".join(part for part in (when, length, item.owner, paper, exempt) if part)
