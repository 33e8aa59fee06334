"""Nominations that come as files or e-mails, on the side Nominations: each is looked at before anything is kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from awards.nominations.entries import entry, reference
from awards.nominations.files.checked import Checked, Choices
from awards.nominations.files.checking import check
from awards.nominations.files.mapping import Uses, suggest
from awards.nominations.files.pasted_draft import PastedDraft
from awards.nominations.files.taking_in import take_in
from awards.nominations.late import refuse_closed
from awards.nominations.nominations import add_nomination
from awards.rounds.categories import categories
from awards.rounds.rounds import AwardRound, refuse_archived
from awards.vocabulary import HowReceived
from desktop.dialogs.awards.nomination import WrittenNomination
from desktop.dialogs.awards.nominations_file import (
    DecideNominations,
    MapNominationColumns,
    Mapped,
    NominationsPreview,
)
from desktop.dialogs.awards.pasted_nomination import ConfirmPasted, PasteEmail
from desktop.pages.saving import ask_and_save_refused
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from resources.database.history import ChangedSince
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.files.forms.preview import save_refused_rows
from resources.folders import documents_folder
from resources.problem import Problem
from resources.wording import in_london

_FORMS = "Responses of a form (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;All files (*)"
_FOLDER = "nominations_folder"


def _read(path: Path, progress: Progress) -> FormsFile:
    def step(done: int, total: int | None = None) -> None:
        progress.step(done, total or 0, f"Reading {path.name}")

    step(0)
    return read_forms_file(path, progress=step)


class NominationFiles(QObject):
    """Asks over `view` for the round shown. `taken` carries the key of a nominee that was taken in."""

    taken = Signal(str)

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        round_now: Callable[[], AwardRound | None],
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._round, self._now = desk, view, round_now, now
        self.preview: NominationsPreview | None = None

    def listed(self) -> list[Action]:
        """What can be taken in."""
        return [
            Action("nominations_file", "Take in a forms file…", self.choose, "Ctrl+Shift+I", icon="import",
                   enabled=self._may, tip="Nominations exported from Microsoft Forms, Google Forms and the like"),
            Action("nomination_paste", "Paste an e-mail…", self.paste, "Ctrl+Shift+V", icon="mail",
                   enabled=self._may, tip="A nomination that came by e-mail"),
        ]  # fmt: skip

    def _may(self) -> bool:
        held = self._round()
        return not self._desk.opened.read_only and held is not None and held.archived_on is None

    def _current(self) -> AwardRound:
        held = self._round()
        if held is None:
            raise Problem("No round of the awards is held yet. Start one on the side “Round”.")
        refuse_archived(held)
        refuse_closed(held)
        return held

    def _today(self) -> date:
        return in_london(self._now()).date()

    # A file

    def choose(self) -> None:
        """Ask which file."""
        self._current()
        start = self._desk.settings.text(_FOLDER) or str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Take in nominations", start, _FORMS)
        if name:
            self._desk.settings.put(_FOLDER, str(Path(name).parent))
            self.begin(Path(name))

    def begin(self, path: Path) -> None:
        """Read it, and show what its columns are taken for."""
        done = partial(self._have_read, self._current().id)
        self._desk.jobs.run(f"Reading {path.name}", partial(_read, path), done=done, writes=False)

    def _have_read(self, round_id: str, file: FormsFile) -> None:
        if round_id != self._current().id:
            return  # another round is shown by now
        names = [(one.id, one.name) for one in categories(self._desk.db, round_id)]
        self._ask_columns(round_id, file, suggest(self._desk.db, file, names), Choices())

    def _ask_columns(self, round_id: str, file: FormsFile, uses: Uses, choices: Choices) -> None:
        offered = categories(self._desk.db, round_id)
        dialog = MapNominationColumns(file, uses, offered, self._view, category_id=choices.category_id)
        dialog.ask(partial(self._mapped, round_id, file, choices))

    def _mapped(self, round_id: str, file: FormsFile, choices: Choices, mapped: Mapped) -> None:
        chosen = replace(choices, category_id=mapped.category_id)
        found = self._check(round_id, file, mapped.uses, chosen)
        if found.asked.is_any:
            offered = categories(self._desk.db, round_id)
            DecideNominations(found, offered, self._view).ask(partial(self._decided, found))
        else:
            self._show(found)

    def _decided(self, found: Checked, choices: Choices) -> None:
        self._show(self._check(found.round.id, found.file, found.uses, choices))

    def _check(self, round_id: str, file: FormsFile, uses: Uses, choices: Choices) -> Checked:
        return check(self._desk.db, round_id, file, uses, choices, today=self._today())

    def _show(self, found: Checked) -> None:
        preview = self.preview = NominationsPreview(found, self._view)
        preview.committed.connect(partial(self._commit, preview))
        preview.back_asked.connect(partial(self._back, preview))
        preview.refused_asked.connect(partial(self._save_refused, found))
        preview.open()

    def _back(self, preview: NominationsPreview) -> None:
        preview.reject()
        found = preview.found
        self._ask_columns(found.round.id, found.file, found.uses, found.choices)

    def _save_refused(self, found: Checked) -> None:
        save = partial(save_refused_rows, found.file, found.refused)
        ask_and_save_refused(self._view, found.file.name, save, self._desk.messages)

    def _commit(self, preview: NominationsPreview) -> None:
        found = preview.found
        preview.accept()
        try:
            taken = take_in(self._desk.db, found, now=self._now())
        except ChangedSince:
            self._show(self._check(found.round.id, found.file, found.uses, found.choices))
            raise
        self._desk.messages.done(taken.words)

    # An e-mail

    def paste(self) -> None:
        """Ask for the text of an e-mail."""
        PasteEmail(self._desk.db, self._current(), self._view).ask(self._found)

    def _found(self, found: PastedDraft) -> None:
        held = self._current()
        ConfirmPasted(self._desk.db, held, found, self._today(), self._view).ask(partial(self._keep, held))

    def _keep(self, held: AwardRound, said: WrittenNomination) -> None:
        db = self._desk.db
        made = add_nomination(
            db, held.id, said.draft, now=self._now(), how=HowReceived.EMAIL, as_draft=said.as_draft,
            entry_id=said.entry_id, received_on=said.received_on, late_reason=said.late_reason,
        )  # fmt: skip
        of = entry(db, made.entry_id)
        self._desk.messages.done(f"Added the nomination of {of.nominee}, {reference(db, of)}")
        self.taken.emit(of.id)
