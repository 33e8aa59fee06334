"""What goes out from an event: letters, drafts, labels and the mail merge, and the words that they use."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.dialogs.mailing.wording import ChangeLetterhead, ChangeWording, NewWording
from desktop.dialogs.mailing.write_to import Asked, WriteTo
from desktop.pages.mailing.mailing_acts import MailingActs
from desktop.pages.saving import WORD_FILES
from desktop.shell.jobs import Progress
from engagement.forums.mailing import words
from engagement.forums.mailing.making import Made, Mailing, keep_made, save_mailing
from engagement.forums.mailing.recipients import fitting_purpose
from engagement.forums.mailing.vocabulary import Way
from engagement.register.letterhead import Letterhead, letterhead, set_letterhead
from resources.database import OpenFile
from resources.folders import documents_folder
from resources.problem import Problem

_MERGE = "Excel workbook (*.xlsx);;CSV (*.csv)"
_KINDS = {Way.LETTER: (WORD_FILES, ".docx"), Way.LABEL: (WORD_FILES, ".docx"), Way.MAIL_MERGE: (_MERGE, ".xlsx"),
          Way.EMAIL_DRAFT: ("Drafts in one file (*.zip)", ".zip")}  # fmt: skip
SENDER = "mail_sender"
"""Under this name the window remembers the person's own address."""


class GoingOut(MailingActs):
    """Asks what to write and to whom, makes the file beside the window, and keeps that it was made."""

    def ask_write(self) -> None:
        """Ask what to write, as what and to whom."""
        self._ask(Way.EMAIL_DRAFT)

    def ask_labels(self) -> None:
        """Ask for whom labels are made."""
        self._ask(Way.LABEL)

    def ask_merge(self) -> None:
        """Ask for whom the workbook is made."""
        self._ask(Way.MAIL_MERGE)

    def _ask(self, way: Way) -> None:
        dialog = WriteTo(
            self._desk.db, self._event, self._chosen(), self._view, now=self._now,
            purpose=fitting_purpose(self._desk.db, self._event), way=way,
            sender=self._desk.settings.text(SENDER),
        )  # fmt: skip
        dialog.ask(self._place_and_make)

    def _place_and_make(self, asked: Asked) -> None:
        path = self._place(asked)
        if path is None:
            raise Problem("No place was chosen, so nothing was made. What you typed is still here.")
        self.make(asked, path)

    def _place(self, asked: Asked) -> Path | None:
        mailing = asked.mailing
        if mailing.way is Way.EMAIL_DRAFT and asked.in_folder:
            start = str(documents_folder())
            folder = QFileDialog.getExistingDirectory(self._view, "An empty folder for the drafts", start)
            return Path(folder) if folder else None
        kinds, ending = _KINDS[mailing.way]
        what = mailing.way.plural if mailing.way is not Way.MAIL_MERGE else "mail merge"
        return self._path(f"{mailing.purpose.label}, {what}", ending, kinds)

    def make(self, asked: Asked, path: Path) -> None:
        """Make the file beside the window, then keep that it was made."""
        work = partial(_saved, self._desk.opened, asked.mailing, path, self._now())
        self._desk.jobs.run(f"Making {asked.mailing.way.plural}", work, done=partial(self._made, asked))

    def _made(self, asked: Asked, made: Made | Problem) -> None:
        if isinstance(made, Problem):
            self._ask_again(asked.mailing, made)
            return
        keep_made(self._desk.db, made, now=self._now(), keep_wording=asked.keep)
        if asked.mailing.way is Way.EMAIL_DRAFT:
            self._desk.settings.put(SENDER, asked.mailing.sender)
        self._desk.messages.done(made.words)

    def _ask_again(self, mailing: Mailing, problem: Problem) -> None:
        """With what was typed, where the file could not be saved."""
        dialog = WriteTo(
            self._desk.db, mailing.event_id, mailing.chosen, self._view, now=self._now, purpose=mailing.purpose,
            way=mailing.way, sender=mailing.sender, wording=mailing.wording,
        )  # fmt: skip
        dialog.ask(self._place_and_make)
        dialog.banner.say(problem)

    # Words

    def ask_wording(self) -> None:
        """Ask for another wording."""
        ChangeWording(self._desk.db, self._event, self._view, now=self._now).ask(self._keep_wording)

    def _keep_wording(self, new: NewWording) -> None:
        words.edit_wording(self._desk.db, new.purpose, new.kind, new.wording)
        self._desk.messages.done(f"Kept the wording: {words.said(new.purpose, new.kind)}")

    def ask_letterhead(self) -> None:
        """Ask for what stands above letters."""
        ChangeLetterhead(letterhead(self._desk.db), self._view).ask(self._keep_letterhead)

    def _keep_letterhead(self, head: Letterhead) -> None:
        set_letterhead(self._desk.db, head)
        self._desk.messages.done("Kept the letterhead")


def _saved(opened: OpenFile, asked: Mailing, path: Path, now: datetime, progress: Progress) -> Made | Problem:
    """A problem is given back, so that what was typed can be shown again."""
    progress.step(0, 0, "Writing them, and proving the file")
    db = opened.connection(read_only=True)
    try:
        return save_mailing(db, asked, path, now=now)
    except Problem as problem:
        return problem
    finally:
        db.close()
