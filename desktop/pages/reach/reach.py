"""The reach page: who is reached by events and who is not, and the list behind every figure to be invited."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import clock
from desktop.pages.reach.counting import Counting
from desktop.pages.reach.reach_acts import ReachActs
from desktop.pages.reach.reach_filters import ReachFilters
from desktop.pages.reach.reach_views import ReachViews
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale
from desktop.shell.page import Desk, Page
from desktop.widgets.empty import EmptyPage
from desktop.widgets.notes import Notes
from desktop.widgets.parts import label
from engagement.forums.reach.answering import Answer
from engagement.forums.reach.tables import headlines
from resources.tables import Table

_FOLDED = "reach_sentences_folded"
_ROOM_FOR_ALL = 500


class ReachPage(Page):
    """Four choices, what is to be said first, and a view behind each tab."""

    covered_because = "it lists providers by name with how often they came"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self.counting = Counting(desk, self)
        self.filters = ReachFilters(desk)
        self.headline = label("", "section", wrap=True, copyable=True)
        self.more = Notes()
        self.views = ReachViews(desk.settings)
        self.acts = ReachActs(desk, self, self._shown_table, now=now)
        self._empty = EmptyPage(
            "No services are held yet. Import CQC’s directory, then plan a forum, to see who is reached.",
            Action("go_imports", "Import CQC files", partial(desk.navigator.go, "imports")),
            Action("go_forums", "Go to Forums", partial(desk.navigator.go, "forums")),
        )
        self._body = self._lay_out()
        self._body.hide()
        self._listen()

    def _lay_out(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.headline.setContentsMargins(PANE, 4, PANE, 0)
        for part in (self.filters, self.headline, self.more):
            column.addWidget(part)
        column.addWidget(self.views, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._empty)
        whole.addWidget(body)
        return body

    def _listen(self) -> None:
        self.filters.changed.connect(self._count)
        self.counting.found.connect(self._show)
        self.counting.stopped.connect(self._say_stopped)
        self.views.moved.connect(self.state_changed)
        self.views.opened.connect(partial(self._desk.navigator.go, "providers"))

    # Actions

    def page_actions(self) -> list[Action]:
        """What can be done with the view shown."""
        return [
            Action("invite_these", "Invite these…", self.invite, primary=True, icon="mail",
                   enabled=self._can_invite,
                   tip="Invite the services selected, or all that are shown, to an event"),
            Action("open_cell", "Open the list", self.views.open_cell, icon="people",
                   enabled=self.views.may_open_cell),
            Action("save_reach", "Save table…", self.acts.save, "Ctrl+S", icon="export", enabled=self._is_counted),
            Action("copy_reach", "Copy table", self.acts.copy, "Ctrl+Shift+C", icon="copy",
                   enabled=self._is_counted),
            Action("fold_sentences", "Hide the sentences", self._turn_sentences, toolbar=False,
                   label_now=self._fold_words),
            Action("copy_headlines", "Copy the sentences", self.copy_headlines, icon="copy", toolbar=False,
                   enabled=self._is_counted),
        ]  # fmt: skip

    def _shown_table(self) -> Table:
        return self.views.table

    def _fold_words(self) -> str:
        return "Show the sentences" if self.more.isHidden() else "Hide the sentences"

    def _can_invite(self) -> bool:
        return not self._desk.opened.read_only and self.views.may_invite()

    def _is_counted(self) -> bool:
        return self.views.answer is not None

    def invite(self) -> None:
        """Invite the services of the list shown."""
        self.acts.invite(self.views.to_invite, self.views.what)

    def copy_headlines(self) -> None:
        """For a letter or a report."""
        if self.views.answer is not None:
            QGuiApplication.clipboard().setText("\n".join(headlines(self.views.answer.reach)))
            self._desk.messages.done("Copied the sentences", undo=False)

    # Room

    def _turn_sentences(self) -> None:
        self.more.setHidden(not self.more.isHidden())
        self._desk.settings.put(_FOLDED, int(self.more.isHidden()))
        self.state_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until the person chooses, the sentences after the first make way where the table has too little room."""
        super().resizeEvent(event)
        self._fold_as_chosen()

    def _fold_as_chosen(self) -> None:
        too_low = self.height() < _ROOM_FOR_ALL * text_scale()
        self.more.setHidden(self._desk.settings.number(_FOLDED, too_low) > 0)

    # Counting

    def reload(self) -> None:
        """Count again."""
        held = bool(self.filters.reload())
        self._empty.setVisible(not held)
        self._body.setVisible(held)
        if held:
            self._count()
        else:
            self.views.answer = None

    @Slot()
    def _count(self) -> None:
        self.counting.ask(self.filters.question)

    @Slot(object)
    def _show(self, found: Answer) -> None:
        first, *rest = headlines(found.reach)
        self.headline.setText(first)
        self.more.say(" ".join(rest))
        self.headline.setToolTip(" ".join(rest))
        self.headline.setAccessibleDescription(" ".join(rest))
        self.views.show_answer(found)

    @Slot()
    def _say_stopped(self) -> None:
        if self.views.answer is None:
            self.headline.setText("Counting was stopped. Change one of the choices to count again.")

    # What the window asks

    def status_text(self) -> str:
        """How many rows a list has; of what else is shown, as at which day."""
        return self.views.status_text()

    def focus_first(self) -> None:
        """The table shown, or what comes next when nothing is held."""
        if self._body.isHidden():
            self._empty.setFocus()
        elif not self.views.focus_first():
            self.filters.time.widget.setFocus()

    def focus_filter(self) -> None:
        """The filter of the list shown, else the first choice."""
        if not self.views.focus_filter():
            self.filters.time.widget.setFocus()
