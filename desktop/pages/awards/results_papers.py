"""Notes of the panel, and the papers of the results."""

from functools import partial

from awards.nominations.entries import entry
from awards.results.notes import add_note, edit_note, note, remove_note
from awards.results.standings import NomineeStanding
from desktop.awards_results_files import answer_name, results_name, save_answer, save_results
from desktop.dialogs.awards.decide import WriteNote
from desktop.pages.awards.results_base import ResultsBase
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.widgets.question import Question
from resources.files.names import name_of


class ResultsPapers(ResultsBase):
    """What is written down of nominees, and given away."""

    # Notes

    def add_note(self) -> None:
        """What the panel said of the nominee chosen."""
        one = self._one()
        WriteNote(one.nominee.name, self._view).ask(partial(self._noted, one))

    def _noted(self, one: NomineeStanding, text: str) -> None:
        add_note(self._desk.db, one.key, text, now=self._now())
        self._desk.messages.done(f"Noted something on {one.nominee.name}")

    def open_note(self, key: str) -> None:
        """Change it; it is removed by way of a button of the dialog."""
        held = note(self._desk.db, key)
        name = entry(self._desk.db, held.entry_id).nominee
        dialog = WriteNote(name, self._view, text=held.text)
        dialog.add_way("Remove").clicked.connect(partial(self._ask_removal, key, name, dialog))
        dialog.ask(partial(self._note_changed, key))

    def _note_changed(self, key: str, text: str) -> None:
        edit_note(self._desk.db, key, text)
        self._desk.messages.done("Changed the note")

    def _ask_removal(self, key: str, name: str, dialog: WriteNote) -> None:
        question = Question(
            f"Remove this note on {name}?", "Its history stays.", "Remove", dialog, danger=True
        )
        question.ask(partial(self._note_removed, key, dialog))

    def _note_removed(self, key: str, dialog: WriteNote) -> None:
        remove_note(self._desk.db, key)
        self._desk.messages.done("Removed the note")
        dialog.accept()

    # Papers

    def save_report(self) -> None:
        """The results of the round with the panel's reasons."""
        key = self._round().id
        path = ask_path(self._view, "Save the results", results_name(self._desk.db, key), ".docx", WORD_FILES)
        if path is not None:
            saved = save_results(self._desk.db, key, path, today=self._today())
            self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)

    def save_answer(self) -> None:
        """The record of the nominee chosen."""
        key = self._one().key
        path = ask_path(self._view, "Save the record", answer_name(self._desk.db, key), ".docx", WORD_FILES)
        if path is not None:
            saved = save_answer(self._desk.db, key, path, today=self._today())
            self._desk.messages.done(f"Saved “{name_of(saved)}”", undo=False)
