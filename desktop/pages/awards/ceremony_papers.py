"""Papers of the ceremony: certificates, letters, badges and cards, the presenters' paper, the lists for the room."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from awards.ceremony.certificates import Batch, save_certificates
from awards.ceremony.honours import is_secret
from awards.ceremony.letter_words import set_wording, wording_of
from awards.ceremony.letters import LettersFor, letter_text, letters_for, save_letters
from awards.ceremony.name_cards import guests_for_cards, save_name_badges, save_table_cards
from awards.ceremony.people import nominee, nominees
from awards.ceremony.script import script
from awards.ceremony.tables import counts_tables, guests_table
from awards.rounds.rounds import AwardRound
from awards.vocabulary import CeremonyLetter
from desktop.ceremony_invitations import ceremony_event, ceremony_starts
from desktop.dialogs.awards.ceremony_papers import AskCertificates, AskLetters, honours_counted
from desktop.dialogs.mailing.badges import AskPapers, Papers
from desktop.documents import TABLE_FILES, save_tables
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.page import Desk
from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.problem import Problem
from resources.wording import count_of
from resources.wordings import Wording


class CeremonyPapers(QObject):
    """Asks whom they are for and where they go, and saves them. Nothing is kept of it but the wording of letters."""

    def __init__(
        self, desk: Desk, view: QWidget, held: Callable[[], AwardRound], keys: Callable[[], Sequence[str]],
        *, today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._held, self._keys, self._today = desk, view, held, keys, today

    @property
    def _db(self) -> Database:
        return self._desk.db

    # Certificates

    def ask_certificates(self) -> None:
        """Whose."""
        held = self._held()
        some = nominees(self._db, held.id)
        if not some:
            raise Problem("Nobody is nominated in this round, so there is no certificate to make.")
        keys = self._keys()
        chosen = nominee(self._db, keys[0]).name if len(keys) == 1 else ""
        dialog = AskCertificates(
            honours_counted([one.honour for one in some]), self._view,
            secret=is_secret(held, [one.status for one in some]), chosen=chosen, entry_id=keys[0] if chosen else "",
        )  # fmt: skip
        dialog.ask(partial(self._certificates, held))

    def _certificates(self, held: AwardRound, batch: Batch) -> None:
        path = (
            self._folder()
            if batch.one_each
            else self._word("Save the certificates", f"Certificates, {held.name}")
        )
        if path is not None:
            self.save_certificates(held, path, batch)

    def save_certificates(self, held: AwardRound, path: Path, batch: Batch) -> None:
        """Write them, with the day of the ceremony where it is known."""
        event = ceremony_event(self._db, held)
        whole = replace(batch, on=event.day if event else None)
        saved = save_certificates(self._db, held.id, path, whole, today=self._today())
        self._desk.messages.done(saved.words, undo=False)

    # Letters

    def ask_letters(self) -> None:
        """To whom, and in which words."""
        held = self._held()
        letters_for(self._db, held.id, CeremonyLetter.NOMINATORS)  # refused before the announcement
        dialog = AskLetters(
            partial(letters_for, self._db, held.id), partial(wording_of, self._db), self._view,
            preview=partial(self._first, held),
        )  # fmt: skip
        dialog.ask(partial(self._letters, held))

    def _first(self, held: AwardRound, found: LettersFor, wording: Wording) -> str:
        if not found.addressees:
            return "Nobody would be written to."
        made = letter_text(found.addressees[0], wording, held, letterhead(self._db))
        return f"{made.subject}\n\n{made.body}"

    def _letters(self, held: AwardRound, asked: tuple[LettersFor, Wording]) -> None:
        found, wording = asked
        title = f"Letters to {found.letter.label.lower()}, {held.name}"
        path = self._word("Save the letters", title)
        if path is not None:
            self.save_letters(held, path, found, wording)

    def save_letters(self, held: AwardRound, path: Path, found: LettersFor, wording: Wording) -> None:
        """Write them, and keep the wording for the next time."""
        number = save_letters(self._db, found, held.id, path, today=self._today(), wording=wording)
        set_wording(self._db, found.letter, wording)
        self._desk.messages.done(f"Saved “{name_of(path)}”: {count_of(number, 'letter')}", undo=False)

    # Badges and cards

    def ask_badges(self) -> None:
        """Whose badges."""
        intro = "Eight a page, to cut along the lines. Who brings somebody gets a blank one for each."
        self._ask_cards("Name badges", intro, blank=True, then=self._badges)

    def ask_cards(self) -> None:
        """Whose table cards."""
        intro = "Two a page, to cut out and to fold above the name."
        self._ask_cards("Table cards", intro, blank=False, then=self._cards)

    def _ask_cards(self, title: str, intro: str, *, blank: bool, then: Callable[[Papers], None]) -> None:
        if len(self._keys()) < 2:
            guests_for_cards(self._db, self._held().id)  # refused where nobody comes
        dialog = AskPapers(
            title, "Everybody who comes", self._view, chosen=len(self._keys()), blank=blank, intro=intro
        )
        dialog.ask(then)

    def _badges(self, papers: Papers) -> None:
        held, chosen = self._held(), self._keys() if papers.only_chosen else ()
        path = self._word("Save the name badges", f"Name badges, {held.name}")
        if path is not None:
            number = save_name_badges(
                self._db, held.id, path, today=self._today(), chosen=chosen, blank=papers.blank
            )
            self._desk.messages.done(f"Saved “{name_of(path)}”: {count_of(number, 'badge')}", undo=False)

    def _cards(self, papers: Papers) -> None:
        held, chosen = self._held(), self._keys() if papers.only_chosen else ()
        path = self._word("Save the table cards", f"Table cards, {held.name}")
        if path is not None:
            number = save_table_cards(self._db, held.id, path, today=self._today(), chosen=chosen)
            self._desk.messages.done(f"Saved “{name_of(path)}”: {count_of(number, 'card')}", undo=False)

    # The day

    def ask_script(self) -> None:
        """The running order with what is read out."""
        held = self._held()
        made = script(self._db, held.id, today=self._today(), starts=ceremony_starts(self._db, held))
        path = self._word("Save the running order and citations", made.title.replace(":", " -"))
        if path is not None:
            from resources.report.word import save_word  # loaded when first used

            save_word(made, path, exempt_terms=())
            self._desk.messages.done(f"Saved “{name_of(path)}”, marked as exempt", undo=False)

    def ask_lists(self) -> None:
        """Guest list and counts, for the room and the kitchen."""
        held = self._held()
        table, _ = guests_table(self._db, held.id)
        stem = f"Guests and counts, {held.name} - EXEMPT"
        path = ask_path(self._view, "Save guest list and counts", stem, ".xlsx", TABLE_FILES)
        if path is not None:
            saved = save_tables([table, *counts_tables(self._db, held.id)], path, db=self._db)
            self._desk.messages.done(saved.words, undo=False)

    # Where

    def _word(self, title: str, stem: str) -> Path | None:
        return ask_path(self._view, title, stem, ".docx", WORD_FILES)

    def _folder(self) -> Path | None:
        name = QFileDialog.getExistingDirectory(
            self._view, "Folder for the certificates", str(documents_folder())
        )
        return Path(name) if name else None
