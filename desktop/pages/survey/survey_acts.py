"""What is done to a survey as a whole: named, archived, brought back, printed to be filled in on paper."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.survey_name import BringBack, Named, NameSurvey
from desktop.documents import save_public
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.question import Question as Ask
from resources.files.names import name_of
from resources.report.blocks import Report
from workforce.survey.report.questionnaire_paper import questionnaire_paper, wave_paper
from workforce.survey.surveys import (
    Survey,
    add_survey,
    archive_survey,
    edit_survey,
    restore_survey,
    survey,
    surveys,
)
from workforce.survey.waves.waves import wave


class SurveyActs(QObject):
    """Opens the dialogs over `page`; `survey_id` gives the survey shown, or ''."""

    def __init__(
        self, desk: Desk, page: QWidget, *, survey_id: Callable[[], str], today: Callable[[], date]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._today, self._survey_id = desk, page, today, survey_id

    def listed(self, *, here: Callable[[], bool], may: Callable[[], bool]) -> list[Action]:
        """What can be done `here`; what changes the survey where it `may` be changed."""

        def shown() -> bool:
            return here() and bool(self._survey_id())

        def can_bring_back() -> bool:
            return here() and not self._desk.opened.read_only and bool(self.archived())

        return [
            Action("survey_paper", "Word questionnaire…", self.ask_paper, icon="word", enabled=shown,
                   tip="To be filled in on paper, with boxes to tick"),
            Action("name_survey", "Name of the survey…", self.name_survey, enabled=may),
            Action("add_survey", "Add another survey…", self.add_survey, enabled=may),
            Action("archive_survey", "Archive this survey…", self.archive_survey, enabled=may),
            Action("restore_survey", "Restore a survey…", self.restore_survey, enabled=can_bring_back),
        ]  # fmt: skip

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

    def archived(self) -> list[Survey]:
        """Surveys that can be brought back."""
        return [one for one in surveys(self._desk.db, archived=True) if one.archived_on is not None]

    def restore_survey(self) -> None:
        """Bring back one that was archived."""
        BringBack(self.archived(), self._page).ask(self._restore)

    def _restore(self, key: str) -> None:
        made = restore_survey(self._desk.db, key)
        self._desk.messages.done(f"Restored {made.name}")

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
