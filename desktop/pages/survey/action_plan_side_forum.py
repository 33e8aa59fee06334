"""Practices taken to a forum: a page to hand out, and an item on an agenda."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.practice import ForAgenda, PutOnAgenda
from desktop.documents import save_public
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.meeting.agenda import add_item
from engagement.forums.meeting.first_agenda import ItemDraft
from resources.files.names import name_of
from resources.wording import count_of, in_london
from workforce.survey.action_plan.standing import PracticeStanding, waves_answered
from workforce.survey.report.practices_paper import TITLE, practices_paper


class ForumActs:
    """Acts on the practices that `chosen` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, survey: Callable[[], str],
        chosen: Callable[[], list[PracticeStanding]], *, now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self._desk, self._view, self._survey, self._chosen, self._now = desk, view, survey, chosen, now

    def ask_paper(self) -> None:
        """Ask where the page on the practices chosen goes."""
        path = ask_path(self._view, "Save the Word document", TITLE, ".docx", WORD_FILES)
        if path is not None:
            self.save_paper(path)

    def save_paper(self, path: Path) -> None:
        """A page without names, to hand out."""
        db, chosen = self._desk.db, self._chosen()
        asked = waves_answered(db, self._survey())
        report = practices_paper(chosen, asked, today=in_london(self._now()).date())
        saved = save_public(db, report, path)
        said = count_of(len(chosen), "practice")
        self._desk.messages.done(f"Saved “{name_of(saved)}” with {said}", undo=False)

    def put_on_agenda(self) -> None:
        """An item on the practices chosen, for an event to come."""
        coming = events.events_to_come(self._desk.db, self._now())
        if not coming:
            Question(
                "No forum is planned yet",
                "Plan one, with its agenda; then come back and put the practices on it.",
                "Go to Forums", self._view,
            ).ask(partial(self._desk.navigator.go, "forums"))  # fmt: skip
            return
        names = [one.practice.name for one in self._chosen()]
        PutOnAgenda(names, coming, self._view).ask(partial(self._put, names))

    def _put(self, names: list[str], wanted: ForAgenda) -> None:
        db = self._desk.db
        draft = ItemDraft(wanted.title, wanted.minutes, wanted.owner, paper=TITLE if len(names) > 1 else "")
        add_item(db, wanted.event_id, draft)
        self._desk.messages.done(
            f"Put “{wanted.title}” on the agenda of {events.get(db, wanted.event_id).title}"
        )
