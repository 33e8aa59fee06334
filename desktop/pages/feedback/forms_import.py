"""A forms file on its way in: read beside the window, its columns mapped, previewed, taken in."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.feedback.forms_file import FormsPreview, MapColumns, Mapped
from desktop.pages.saving import ask_and_save_refused
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.feedback import questions
from engagement.forums.feedback.checking import Checked, check, people_matched
from engagement.forums.feedback.mapping import suggest
from engagement.forums.feedback.responses import refuse_early
from engagement.forums.feedback.taking_in import take_in
from resources.database.history import ChangedSince
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.files.forms.preview import save_refused_rows
from resources.folders import documents_folder
from resources.wording import count_of

_FORMS = "Responses of a form (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"


def _read(path: Path, progress: Progress) -> FormsFile:
    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    return read_forms_file(path, progress=step)


class FormsImport(QObject):
    """Asks over `view` for the event that is current when the file is chosen."""

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._current, self._now = desk, view, current, now
        self.preview: FormsPreview | None = None

    def choose(self) -> None:
        """Ask which file."""
        refuse_early(events.get(self._desk.db, self._current()), now=self._now())
        start = self._desk.settings.text("feedback_folder") or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Take in a forms file", start, _FORMS)
        if name:
            self._desk.settings.put("feedback_folder", str(Path(name).parent))
            self.begin(Path(name))

    def begin(self, path: Path) -> None:
        """Read it, and show what its columns are taken to answer."""
        work = partial(_read, path)
        done = partial(self._have_read, self._current())
        self._desk.jobs.run(f"Reading {path.name}", work, done=done, writes=False)

    def _have_read(self, event_id: str, file: FormsFile) -> None:
        if event_id != self._current():
            return  # another event is shown by now
        kind = events.get(self._desk.db, event_id).kind
        self._ask_columns(event_id, file, Mapped(suggest(self._desk.db, file, kind), False))

    def _ask_columns(self, event_id: str, file: FormsFile, mapped: Mapped) -> None:
        db = self._desk.db
        asked = questions.asked_of(db, events.get(db, event_id).kind)
        dialog = MapColumns(
            file, mapped.uses, asked, self._view,
            matched=people_matched(db, event_id, file), keep_people=mapped.keep_people,
        )  # fmt: skip
        dialog.ask(partial(self._mapped, event_id, file))

    def _mapped(self, event_id: str, file: FormsFile, mapped: Mapped) -> None:
        self._show(check(self._desk.db, event_id, file, mapped.uses, keep_people=mapped.keep_people))

    def _show(self, found: Checked) -> None:
        preview = self.preview = FormsPreview(found, self._view)
        preview.committed.connect(partial(self._commit, preview))
        preview.back_asked.connect(partial(self._back, preview))
        preview.refused_asked.connect(partial(self._save_refused, found))
        preview.open()

    def _back(self, preview: FormsPreview) -> None:
        preview.reject()
        found = preview.found
        self._ask_columns(found.event.id, found.file, Mapped(dict(found.uses), found.keep_people))

    def _save_refused(self, found: Checked) -> None:
        save = partial(save_refused_rows, found.file, found.refused)
        ask_and_save_refused(self._view, found.file.name, save, self._desk.messages)

    def _commit(self, preview: FormsPreview) -> None:
        found = preview.found
        preview.accept()
        try:
            added = take_in(self._desk.db, found, now=self._now())
        except ChangedSince:
            self._show(
                check(self._desk.db, found.event.id, found.file, found.uses, keep_people=found.keep_people)
            )
            raise
        self._desk.messages.done(f"Took in {count_of(added, 'response')}")
