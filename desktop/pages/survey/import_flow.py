"""Taking an answers file in: chosen or dropped, read and checked beside the window, taken in as one change."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.pages.saving import ask_and_save_refused
from desktop.pages.survey.import_draft import ImportDraft
from desktop.pages.survey.import_wizard import PREVIEW, ImportWizard
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import OpenFile
from resources.database.history import ChangedSince, history_position
from resources.files.forms.forms_file import read_forms_file
from resources.files.forms.preview import save_refused_rows
from resources.folders import documents_folder
from resources.problem import Problem
from resources.wording import count_of, in_london
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.asked_otherwise import planned_wordings
from workforce.survey.answers.mapping import questions_to_choose, suggest
from workforce.survey.answers.taking_in import Taken, take_in
from workforce.survey.waves.waves import wave

AT_ONCE = 4_000
"""From so many answers on the writing goes beside the window."""
_FORMS = "Answers of a form (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"


def read_beside(opened: OpenFile, wave_id: str, path: Path, progress: Progress) -> ImportDraft:
    """Read a file and suggest what its columns are, on a connection of its own."""

    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    file = read_forms_file(path, progress=step)
    db = opened.connection(read_only=True)
    try:
        uses = suggest(db, wave_id, file)
    finally:
        db.close()
    return ImportDraft(wave_id, file, uses, uses)


def check_beside(opened: OpenFile, draft: ImportDraft, today: date, progress: Progress) -> Checked | Problem:
    """Check a draft on a connection of its own; a Problem of its columns is shown beside them."""
    progress.step(0, 0, f"Checking {draft.file.name}")
    db = opened.connection(read_only=True)
    try:
        return check(db, draft.wave_id, draft.file, draft.uses, draft.decisions, today=today)
    except Problem as problem:
        return problem
    finally:
        db.close()


def take_in_beside(opened: OpenFile, found: Checked, now: datetime, progress: Progress) -> Taken:
    """Write a checked file on a connection of its own."""
    progress.step(0, 0, f"Taking in {found.file.name}")
    db = opened.connection(read_only=False)
    try:
        return take_in(db, found, now=now)
    finally:
        db.close()


class ImportFlow(QObject):
    """`began` when a file was read, `left` when it is taken in or put away, `taken` once it is in.

    `wave_id` says which wave a file is for.
    """

    began = Signal()
    left = Signal()
    taken = Signal()

    def __init__(
        self, desk: Desk, view: QWidget, wave_id: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._wave_id, self._now = desk, view, wave_id, now
        self.wizard = ImportWizard(desk.db, desk.settings)
        self.wizard.step_asked.connect(self._ask_step)
        self.wizard.committed.connect(self.commit)
        self.wizard.left.connect(self.ask_leave)
        self.wizard.refused_asked.connect(self._save_refused)
        desk.jobs.ended.connect(self._free)

    @Slot(object)
    def _free(self, _job: object) -> None:
        """However a job came to its end, the steps can be turned again."""
        self.wizard.set_busy(False)

    def shows(self, wave_id: str) -> bool:
        """Whether a file for this wave is on its way in."""
        return self.wizard.draft is not None and self.wizard.draft.wave_id == wave_id

    @property
    def busy(self) -> bool:
        """Whether a file is being read or checked."""
        return self._desk.jobs.busy

    def choose(self) -> None:
        """Ask which file."""
        self._refuse_where_nothing_may_come()
        start = self._desk.settings.text("survey_folder") or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Take in answers", start, _FORMS)
        if name:
            self._desk.settings.put("survey_folder", str(Path(name).parent))
            self.begin(Path(name))

    def _refuse_where_nothing_may_come(self) -> None:
        """The empty page has its buttons whatever the file."""
        if self._desk.opened.read_only:
            raise Problem("The file is only read, so no answers can be taken in. Open it for writing first.")

    def begin(self, path: Path) -> None:
        """Read this file for the wave shown, and show what its columns are taken for."""
        self._refuse_second(path)
        work = partial(read_beside, self._desk.opened, self._wave_id(), path)
        self._desk.jobs.run(f"Reading {path.name}", work, done=self._have_read, writes=False)

    def _refuse_second(self, path: Path) -> None:
        """What was said of a file that is on its way into another wave would be lost."""
        draft = self.wizard.draft
        if draft is not None:
            name = wave(self._desk.db, draft.wave_id).name
            raise Problem(
                f"“{draft.file.name}” is still on its way into {name}. Take it in or leave it, then take in "
                f"“{path.name}”."
            )

    def _have_read(self, draft: ImportDraft) -> None:
        if draft.wave_id != self._wave_id():
            return  # another wave is shown by now
        held = wave(self._desk.db, draft.wave_id)
        self.wizard.names.asked_of = held.asked_of
        self._offer_questions(draft.wave_id)
        self.wizard.begin(draft)
        self.began.emit()
        self.wizard.focus_first()

    def catch_up(self, wave_id: str) -> None:
        """The file may have changed: what was checked before is checked anew, and stays where it was left."""
        draft = self.wizard.draft
        if draft is None or draft.wave_id != wave_id:
            return
        self._offer_questions(wave_id)

    def _offer_questions(self, wave_id: str) -> None:
        db = self._desk.db
        self.wizard.columns.offer_questions(questions_to_choose(db, wave_id), planned_wordings(db, wave_id))

    # Steps

    @Slot(int)
    def _ask_step(self, place: int) -> None:
        """Show a step; everything after the columns needs the file checked as it stands."""
        draft = self.wizard.draft
        if draft is None or (place == self.wizard.at and not draft.stale):
            return
        if place == 0 or not draft.stale:
            self.wizard.show_step(place)
            return
        self.wizard.set_busy(True)
        work = partial(check_beside, self._desk.opened, draft, in_london(self._now()).date())
        self._desk.jobs.run(
            f"Checking {draft.file.name}", work, done=partial(self._have_checked, draft, place), writes=False,
        )  # fmt: skip

    def _have_checked(self, draft: ImportDraft, place: int, found: Checked | Problem) -> None:
        if self.wizard.draft is not draft:
            return  # it was put away, or something else was said meanwhile
        self.wizard.set_busy(False)
        if isinstance(found, Problem):
            self.wizard.refuse(found)
            return
        self.wizard.draft = draft.checked(found)
        self.wizard.show_step(place)

    # The end

    @Slot()
    def commit(self) -> None:
        """Write what the preview shows, as one change; beside the window where it is long."""
        draft = self.wizard.draft
        if draft is None or draft.found is None or draft.stale:
            return
        if history_position(self._desk.db) != draft.found.position:
            self.wizard.draft = draft.with_changed(draft.decisions.changed)
            self._ask_step(PREVIEW)
            raise ChangedSince(
                "Something changed after this preview was made. Here is the preview as it is now; look at it again."
            )
        if len(draft.found.new) * len(draft.found.asked) > AT_ONCE:
            self.wizard.set_busy(True)
            work = partial(take_in_beside, self._desk.opened, draft.found, self._now())
            self._desk.jobs.run(f"Taking in {draft.file.name}", work, done=self._taken)
        else:
            self._taken(take_in(self._desk.db, draft.found, now=self._now()))

    def _taken(self, taken: Taken) -> None:
        self._leave()
        self.taken.emit()
        self._desk.messages.done(_done_words(taken))

    @Slot()
    def ask_leave(self) -> None:
        """Put the file away; ask first where something was said of it."""
        draft = self.wizard.draft
        if draft is not None and (
            draft.uses != draft.suggested or draft.decisions != draft.decisions.__class__()
        ):
            question = Question(
                f"Leave {draft.file.name}?", "What was chosen here is not kept. Nothing of the file was taken in.",
                "Leave", self._view,
            )  # fmt: skip
            question.ask(self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        self.wizard.put_away()
        self.left.emit()

    @Slot()
    def _save_refused(self) -> None:
        draft = self.wizard.draft
        if draft is None or draft.found is None:
            return
        save = partial(save_refused_rows, draft.found.file, draft.found.refused)
        ask_and_save_refused(self._view, draft.file.name, save, self._desk.messages)


def _done_words(taken: Taken) -> str:
    parts = [count_of(taken.added, "response")] if taken.added or not taken.changed else []
    parts += [count_of(taken.changed, "change")] if taken.changed else []
    tied = f", and tied {count_of(taken.tied, 'earlier response')}" if taken.tied else ""
    return f"Took in {' and '.join(parts)}{tied}"
