"""Feedback: figures with a chart, the comments with their themes, and the ways in."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.documents import save_public
from desktop.pages.events.event_view import EventView
from desktop.pages.feedback.feedback_acts import FeedbackActs
from desktop.pages.feedback.forms_import import FormsImport
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import with_text
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from desktop.widgets.tables.table_pane import TablePane
from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.feedback.comments import Comment, comments_of
from engagement.forums.feedback.feedback_tables import (
    FIGURES_COLUMNS,
    SATISFIED,
    COMMENTS_COLUMNS,
    comments_table,
    figures_table,
    themes_table,
)
from engagement.forums.feedback.figures import EventFeedback, feedback
from engagement.forums.feedback.sections import feedback_report, finding, satisfied_table
from engagement.forums.sections import check_summary, people_terms
from engagement.forums.vocabulary import EventState
from resources.files.names import name_of
from resources.problem import Problem
from resources.tables import Table
from resources.wording import count_of, moment_words

_NOBODY = "Nobody’s feedback is here yet. Take in the file of a form, or type answers in from paper."
_LONGEST = 300
_ABOVE = ("feedback_type_in", "feedback_file", "feedback_questions", "feedback_summary")
_OF_COMMENTS = ("feedback_code", "feedback_publish", "feedback_responses", "feedback_themes")
_NO_COMMENT = "Nobody wrote a comment."


class FeedbackView(EventView):
    """The figures above, the comments beneath; with no response yet, how to begin."""

    tab = "Feedback"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self._comments: dict[str, Comment] = {}
        self._found: EventFeedback | None = None
        self.acts = FeedbackActs(desk, self, self._shown_event, now=now)
        self.forms = FormsImport(desk, self, self._shown_event, now=now)
        self._words, self._notes = label("", "bold", wrap=True), label("", "quiet", wrap=True)
        self.chart = BarChart(Bars("", ("Satisfied",), []))
        self._figures_model = RowsModel(FIGURES_COLUMNS)
        self.figures = TableView(
            self._figures_model, name="feedback_figures", title="Feedback", settings=desk.settings
        )
        self._themes_model = RowsModel(themes_table([], "").columns)
        self.themes = TableView(
            self._themes_model, name="feedback_theme_counts", title="Themes", settings=desk.settings
        )
        self._comments_model = RowsModel(COMMENTS_COLUMNS)
        self.pane = TablePane(
            self._comments_model, name="feedback_comments", title="Comments", chips=("themes", "question", "publish"),
            settings=desk.settings, empty=EmptyPage(_NO_COMMENT),
        )  # fmt: skip
        self._whole = label("", "quiet", wrap=True)
        actions = {one.name: one for one in self.actions_here()}
        self.above = ActionRow([actions[name] for name in _ABOVE])
        self.of_comments = ActionRow([actions[name] for name in _OF_COMMENTS])
        self._lay_out()
        self.pane.table.current_changed.connect(self._moved)
        self.pane.table.selection_moved.connect(self._moved)
        self.pane.table.opened.connect(self.code)
        self.pane.counted.connect(self._moved)

    # Layout

    def _lay_out(self) -> None:
        first = Action("feedback_first", "Take in a forms file…", self.take_file)
        other = Action("feedback_other", "Type in answers…", self.type_in)
        self._nothing = EmptyPage(_NOBODY, first, other)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head())
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.figures)
        split.addWidget(self._lower())
        split.setSizes([150, 430])
        split.setStretchFactor(1, 1)
        column.addWidget(split, 1)
        self.figures.setMinimumHeight(with_text(110))
        self.pane.setMinimumHeight(with_text(170))
        self._held = _scrolled(held)  # large text on a small screen
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.addWidget(self._held)
        self._pile.addWidget(self._nothing)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.setSpacing(PANE)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._words)
        said.addWidget(self._notes)
        row.addLayout(said, 2)
        row.addWidget(self.above, 3, Qt.AlignmentFlag.AlignTop)
        return row

    def _lower(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(_inset(self.of_comments))
        column.addWidget(self.pane, 1)
        column.addLayout(_inset(self._whole))
        return side_by_side(left, self._beside(), sizes=(760, 410))

    def _beside(self) -> QWidget:
        """The chart, which scrolls where there is little room, over the themes."""
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(PANE, 6, PANE, 0)
        within.addWidget(self.chart)
        within.addStretch(1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(_scrolled(inside))
        split.addWidget(self.themes)
        split.setSizes([210, 210])
        return split

    def actions_here(self) -> list[Action]:
        """Answers in, questions, comments, and what is taken away."""
        one, some, write = self._one, self._some, self._may_write
        return [
            Action("feedback_type_in", "Type in answers…", self.type_in, "Ctrl+Alt+T", enabled=self._may_take,
                   icon="edit"),
            Action("feedback_file", "Take in a forms file…", self.take_file, "Ctrl+Alt+O", enabled=self._may_take,
                   icon="import"),
            Action("feedback_responses", "Responses…", self.acts.keep_responses, enabled=self._may_change,
                   icon="people"),
            Action("feedback_questions", "Questions…", self.acts.keep_questions, enabled=write, icon="reports"),
            Action("feedback_code", "Code comment…", self.code, "Ctrl+Alt+C", enabled=one, icon="check"),
            Action("feedback_publish", "Publish or withhold comment", self.publish, "Ctrl+Alt+P", enabled=some,
                   icon="copy", label_now=self._publish_words,
                   tip="Whether a public document may hold the comments chosen"),
            Action("feedback_change", "Change response…", self.change_response, enabled=one, icon="edit"),
            Action("feedback_remove", "Remove response…", self.remove_response, enabled=one),
            Action("feedback_themes", "Themes…", self.acts.keep_themes, enabled=write, icon="filter"),
            Action("feedback_summary", "Word summary of feedback…", self.ask_summary, enabled=self._has_some,
                   icon="word"),
            Action("feedback_save_comments", "Save the comments as a table…", self.save_comments,
                   enabled=self._has_some, icon="export"),
            Action("feedback_save_themes", "Save the themes as a table…", self.save_themes,
                   enabled=self._has_some, icon="export"),
        ]  # fmt: skip

    # When

    def _may_change(self) -> bool:
        return self._may_write() and self._has_some()

    def _shown_event(self) -> str:
        return self.event_id

    def _may_write(self) -> bool:
        return bool(self.event_id) and not self._desk.opened.read_only

    def _may_take(self) -> bool:
        db = self._desk.db
        if not self._may_write() or not events.is_event(db, self.event_id):
            return False
        return events.get(db, self.event_id).state is not EventState.CANCELLED

    def _has_some(self) -> bool:
        return bool(self.event_id) and self._found is not None and self._found.responses > 0

    def _chosen(self) -> list[Comment]:
        """The comments selected, or the one with the cursor."""
        keys = self.pane.table.selected_keys() or [self.pane.table.current_key]
        return [self._comments[key] for key in keys if key in self._comments]

    def _one(self) -> bool:
        return self._may_write() and len(self._chosen()) == 1

    def _some(self) -> bool:
        return self._may_write() and bool(self._chosen())

    def _publish_words(self) -> str:
        chosen = self._chosen()
        if not chosen:
            return "Publish or withhold comment"
        verb = "Withhold" if all(one.publish for one in chosen) else "Publish"
        return f"{verb} comment" if len(chosen) == 1 else f"{verb} {count_of(len(chosen), 'comment')}"

    # What is shown

    def reload(self) -> None:
        """Count again."""
        if not self.event_id:
            return
        db = self._desk.db
        found = self._found = feedback(db, self.event_id)
        written = comments_of(db, self.event_id)
        self._comments = {one.id: one for one in written}
        self._pile.setCurrentWidget(self._held if found.responses else self._nothing)
        self._words.setText(found.in_words())
        table = figures_table(found)
        self._notes.setText(_note(found))
        self._notes.setToolTip("\n".join(table.notes))
        self._figures_model.set_rows(table.rows)
        self.chart.show_bars(_bars(found))
        self._comments_model.set_rows(
            comments_table(written, found.event).rows, keys=[one.id for one in written]
        )
        self._themes_model.set_rows(themes_table(written, found.event.title).rows)
        self._moved()

    @Slot()
    def _moved(self, _key: str = "") -> None:
        self.above.refresh()
        self.of_comments.refresh()
        self._whole.setText(_whole(self._comments.get(self.pane.table.current_key)))
        self.moved.emit()

    def table(self) -> Table | None:
        """The figures of each question."""
        return figures_table(self._found) if self._found is not None and self.event_id else None

    def row_for_history(self) -> tuple[str, str]:
        """The comment chosen; otherwise the event."""
        chosen = self._chosen()
        return ("feedback_answer", chosen[0].id) if chosen else ("event", self.event_id)

    def status_text(self) -> str:
        """How many responses; the comments are counted beside their filter."""
        if self._found is None:
            return ""
        return count_of(self._found.responses, "response")

    def focus_first(self) -> None:
        """The comments, or the way to begin."""
        if self._has_some():
            self.pane.focus_table()
        else:
            self._nothing.setFocus()

    def focus_filter(self) -> None:
        """The comments' filter."""
        self.pane.bar.focus_field()

    # What is done

    @Slot()
    def take_file(self) -> None:
        """Ask for a forms file."""
        self._refuse_where_nothing_may_come()
        self.forms.choose()

    @Slot()
    def type_in(self) -> None:
        """Type answers in."""
        self._refuse_where_nothing_may_come()
        self.acts.type_in()

    def _refuse_where_nothing_may_come(self) -> None:
        """The empty page has its buttons whatever the event."""
        if self._desk.opened.read_only:
            raise Problem("The file is only read, so no feedback can be added. Open it for writing first.")
        if not self._may_take():
            raise Problem(
                "The event was cancelled, so it has no feedback. Plan it again first if that is wrong."
            )

    @Slot(str)
    def code(self, _key: str = "") -> None:
        """Code the comment chosen."""
        if self._one():  # Enter on a row asks too
            self.acts.code(self._chosen()[0])

    def publish(self) -> None:
        """Publish or withhold the comments chosen."""
        if self._some():
            self.acts.publish_or_withhold(self._chosen())

    def change_response(self) -> None:
        """Put right the response of the comment chosen."""
        if self._one():
            self.acts.change_response(self._chosen()[0])

    def remove_response(self) -> None:
        """Take away the response of the comment chosen."""
        if self._one():
            self.acts.remove_response(self._chosen()[0])

    def ask_summary(self) -> None:
        """Ask where the Word summary goes."""
        event = events.get(self._desk.db, self.event_id)
        check_summary(event, now=self._now())
        title = "Save the Word summary of feedback"
        path = ask_path(self, title, f"{event.title}, feedback", ".docx", WORD_FILES)
        if path is not None:
            self.save_summary(path)

    def save_summary(self, path: Path) -> None:
        """Figures, themes and the comments chosen; the gate looks for everybody's name."""
        db = self._desk.db
        report, people = feedback_report(db, self.event_id), people_terms(db, self.event_id)
        saved = save_public(db, report, path, also=people)
        self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)

    def save_comments(self) -> None:
        """The comments with their themes, for the team."""
        self._save(comments_table(list(self._comments.values()), self._event()))

    def save_themes(self) -> None:
        """The themes with their counts."""
        self._save(themes_table(list(self._comments.values()), self._event().title))

    def _event(self) -> Event:
        return events.get(self._desk.db, self.event_id)

    def _save(self, table: Table) -> None:
        ask_and_save(table, self._desk.messages, self, db=self._desk.db)


def _inset(inner: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(PANE, 0, PANE, 4)
    row.addWidget(inner, 1)
    return row


def _scrolled(inside: QWidget) -> QScrollArea:
    """Scrolls where there is too little room for it."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(inside)
    return made


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


def _note(found: EventFeedback) -> str:
    small = [one for one in found.measured if one.satisfied is not None and one.satisfied.small]
    if not small:
        return SATISFIED
    return "Small bases are marked: one answer more or fewer changes them a good deal."


def _bars(found: EventFeedback) -> Bars:
    table = satisfied_table(found)
    rows = [(str(row[0]), tuple(float(cell or 0) for cell in row[1:])) for row in table.rows]
    series = tuple(column.heading for column in table.columns[1:])
    return Bars(finding(found), series, rows, subtitle="People who answered the question")
