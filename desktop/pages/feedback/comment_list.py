"""The comments on an event with their themes, and beneath them the whole of the one chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.shell.settings import Settings
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums.events import Event
from engagement.forums.feedback.comments import Comment
from engagement.forums.feedback.feedback_tables import COMMENTS_COLUMNS, comments_table
from resources.wording import moment_words

_NO_COMMENT = "Nobody wrote a comment."
_LONGEST = 300


class CommentList(QWidget):
    """`row` has the buttons above; `moved` when other comments are chosen, and with them what can be done."""

    moved = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._comments: dict[str, Comment] = {}
        self._model = RowsModel(COMMENTS_COLUMNS)
        self.row = ActionRow()
        self.pane = TablePane(
            self._model, name="feedback_comments", title="Comments", chips=("themes", "question", "publish"),
            settings=settings, empty=EmptyPage(_NO_COMMENT),
        )  # fmt: skip
        self.pane.setMinimumHeight(with_text(170))
        self.whole = label("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(_inset(self.row))
        column.addWidget(self.pane, 1)
        column.addLayout(_inset(self.whole))
        self.pane.table.current_changed.connect(self._move)
        self.pane.table.selection_moved.connect(self._move)
        self.pane.counted.connect(self._move)

    def show_comments(self, written: Sequence[Comment], event: Event) -> None:
        """All the comments on the event."""
        self._comments = {one.id: one for one in written}
        self._model.set_rows(comments_table(written, event).rows, keys=list(self._comments))
        self._show_whole()

    def all(self) -> list[Comment]:
        """Every comment, whatever the filter hides."""
        return list(self._comments.values())

    def chosen(self) -> list[Comment]:
        """The comments selected, or the one with the cursor."""
        keys = self.pane.table.selected_keys() or [self.pane.table.current_key]
        return [self._comments[key] for key in keys if key in self._comments]

    @Slot()
    def _move(self, _key: str = "") -> None:
        self._show_whole()
        self.moved.emit()

    def _show_whole(self) -> None:
        self.whole.setText(_whole(self._comments.get(self.pane.table.current_key)))


def _inset(inner: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(PANE, 0, PANE, 4)
    row.addWidget(inner, 1)
    return row


def _whole(comment: Comment | None) -> str:
    """The comment with the cursor on it, which its row may cut short, and who coded it."""
    if comment is None:
        return ""
    text = " ".join(comment.text.split())
    said = f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”"
    if not comment.codings:
        return said
    last = max(comment.codings, key=lambda one: one.coded_at)
    return f"{said} Coded by {last.coded_by} on {moment_words(last.coded_at)}."
