"""What is done to the questionnaire: questions added, changed, moved, retired; the questionnaire on paper."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.question import WriteQuestion
from desktop.dialogs.survey.survey_name import Named, NameSurvey
from desktop.documents import save_public
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from desktop.widgets.question import Question as Ask
from resources.files.names import name_of
from resources.report.blocks import Report
from resources.wording import shortened
from workforce.survey.questionnaire import editing
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.questionnaire.questions import Question, question
from workforce.survey.report.questionnaire_paper import questionnaire_paper, wave_paper
from workforce.survey.surveys import add_survey, archive_survey, edit_survey, survey
from workforce.survey.waves.waves import wave


class QuestionnaireActs(QObject):
    """Opens the dialogs over `page`. `added` carries the key of a new question."""

    added = Signal(str)

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        *,
        survey_id: Callable[[], str],
        key: Callable[[], str],
        today: Callable[[], date],
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._today = desk, page, today
        self._survey_id, self._key = survey_id, key

    def _held(self) -> Question:
        return question(self._desk.db, self._key())

    # Questions

    def add(self) -> None:
        """One more question."""
        WriteQuestion(None, self._page).ask(self._add)

    def _add(self, draft: QuestionDraft) -> None:
        made = editing.add_question(self._desk.db, self._survey_id(), draft)
        self._desk.messages.done(f"Added “{shortened(made.wording)}”")
        self.added.emit(made.id)

    def edit(self) -> None:
        """The chosen question with its options."""
        held = self._held()
        answers = editing.answers_held(self._desk.db, held.id)
        WriteQuestion(held, self._page, answers=answers).ask(partial(self._edit, held))

    def _edit(self, held: Question, draft: QuestionDraft) -> None:
        made = editing.rewrite_question(self._desk.db, held.id, draft, today=self._today())
        if made == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed “{shortened(made.wording)}”")

    def move_up(self) -> None:
        """One place earlier."""
        editing.move_question(self._desk.db, self._key(), -1)

    def move_down(self) -> None:
        """One place later."""
        editing.move_question(self._desk.db, self._key(), 1)

    def retire_or_restore(self) -> None:
        """Ask it no more in waves to come, or again."""
        held = self._held()
        if held.retired_on is None:
            editing.retire_question(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Retired “{shortened(held.wording)}”")
        else:
            editing.restore_question(self._desk.db, held.id)
            self._desk.messages.done(f"Restored “{shortened(held.wording)}”")

    def remove(self) -> None:
        """One that was never asked."""
        held = self._held()
        editing.remove_question(self._desk.db, held.id)
        self._desk.messages.done(f"Removed “{shortened(held.wording)}”")

    # The survey itself

    def name_survey(self) -> None:
        """What it is called, and what it is for."""
        held = survey(self._desk.db, self._survey_id())
        NameSurvey(held, self._page).ask(partial(self._name, held.id))

    def _name(self, key: str, named: Named) -> None:
        made = edit_survey(self._desk.db, key, name=named.name, purpose=named.purpose)
        self._desk.messages.done(f"Changed {made.name}")

    def add_survey(self) -> None:
        """Another survey, without questions yet."""
        NameSurvey(None, self._page).ask(self._add_survey)

    def _add_survey(self, named: Named) -> None:
        made = add_survey(self._desk.db, named.name, purpose=named.purpose)
        self._desk.messages.done(f"Added {made.name}. Choose it above.")

    def archive_survey(self) -> None:
        """Put the survey away, with everything in it."""
        held = survey(self._desk.db, self._survey_id())
        asked = Ask(
            f"Archive {held.name}?",
            "Its waves and answers are kept, and it is no longer shown.",
            "Archive",
            self._page,
        )
        asked.ask(partial(self._archive, held.id))

    def _archive(self, key: str) -> None:
        made = archive_survey(self._desk.db, key, today=self._today())
        self._desk.messages.done(f"Archived {made.name}")

    # On paper

    def ask_paper(self, wave_id: str = "") -> None:
        """Ask where the questionnaire goes as a Word document; of a wave, as it asks."""
        db = self._desk.db
        if wave_id:
            report = wave_paper(db, wave_id)
            name = f"Questionnaire {wave(db, wave_id).name}"
        else:
            report = questionnaire_paper(db, self._survey_id(), today=self._today())
            name = f"Questionnaire {survey(db, self._survey_id()).name}"
        path = ask_path(self._page, "Save the questionnaire", name, ".docx", WORD_FILES)
        if path is not None:
            self._save(report, path)

    def _save(self, report: Report, path: Path) -> None:
        saved = save_public(self._desk.db, report, path)
        self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)
