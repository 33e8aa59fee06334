"""What goes out from an event and comes back: asks, saves the file, and keeps that it was made."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.dialogs.mailing.answers import AnswersPreview, Confirmed, PasteReply
from desktop.dialogs.mailing.badges import AskPapers, Papers
from desktop.dialogs.mailing.wording import ChangeLetterhead, ChangeWording, NewWording
from desktop.dialogs.mailing.write_to import Asked, WriteTo
from desktop.documents import save_tables
from desktop.pages.events.event_view import EventView
from desktop.pages.saving import WORD_FILES, WORKBOOKS, ask_path, ask_table
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.mailing import words
from engagement.forums.mailing.answers_read import Answers, keep_answers, read_answers
from engagement.forums.mailing.making import Made, Mailing, keep_made, save_mailing
from engagement.forums.mailing.recipients import (
    barred_people,
    correspondents,
    fitting_purpose,
    left_out_table,
)
from engagement.forums.mailing.reminders import reminders_table
from engagement.forums.mailing.vocabulary import Way
from engagement.forums.people import invitations
from engagement.forums.people.invitations import Recorded
from engagement.register.letterhead import Letterhead, letterhead, set_letterhead
from resources.database import OpenFile
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.problem import Problem
from resources.tables import Table
from resources.wording import count_of, in_london

_MERGE = "Excel workbook (*.xlsx);;CSV (*.csv)"
_ANSWERS = "Workbooks and CSV (*.xlsx *.xls *.ods *.csv);;All files (*)"
_KINDS = {Way.LETTER: (WORD_FILES, ".docx"), Way.LABEL: (WORD_FILES, ".docx"), Way.MAIL_MERGE: (_MERGE, ".xlsx"),
          Way.EMAIL_DRAFT: ("Drafts in one file (*.zip)", ".zip")}  # fmt: skip
SENDER = "mail_sender"
"""Under this name the window remembers the person's own address."""


class MailingActs(QObject):
    """Acts on the event that the view shows; `chosen` gives the keys of the people selected."""

    def __init__(
        self, desk: Desk, view: EventView, chosen: Callable[[], list[str]], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._chosen, self._now = desk, view, chosen, now

    @property
    def _event(self) -> str:
        return self._view.event_id

    # Out

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

    def _path(self, what: str, ending: str, kinds: str) -> Path | None:
        title = events.get(self._desk.db, self._event).title
        stem = f"{title}, {what[0].lower()}{what[1:]}"
        return ask_path(self._view, f"Save: {what}", stem, ending, kinds)

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

    # Files of their own

    def ask_calendar(self) -> None:
        """Ask where the calendar file goes."""
        path = self._path("calendar file", ".ics", "Calendar file (*.ics)")
        if path is not None:
            self.save_calendar(path)

    def save_calendar(self, path: Path) -> None:
        """The event for a calendar."""
        from engagement.forums.mailing.calendar_file import save_calendar  # loaded when first used

        save_calendar(self._desk.db, self._event, path, now=self._now())
        self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def ask_badges(self) -> None:
        """Ask whose badges."""
        dialog = AskPapers(
            "Name badges", "Everybody expected, and everybody who came", self._view, chosen=len(self._chosen()),
            blank=True, intro="Eight a page, to cut along the lines.",
        )  # fmt: skip
        dialog.ask(self._badges)

    def _badges(self, papers: Papers) -> None:
        from engagement.forums.mailing.badges import save_badges  # loaded when first used

        path = self._needed_path("name badges")
        chosen = self._chosen() if papers.only_chosen else []
        day = in_london(self._now()).date()
        number = save_badges(self._desk.db, self._event, path, day=day, chosen=chosen, blank=papers.blank)
        self._desk.messages.done(f"Saved “{name_of(path)}”: {count_of(number, 'badge')}", undo=False)

    def ask_certificates(self) -> None:
        """Ask whose certificates."""
        dialog = AskPapers(
            "Certificates of attendance", "Everybody who came", self._view, chosen=len(self._chosen()), blank=False,
            intro="Only for those who came, with the time that they were there.",
        )  # fmt: skip
        dialog.ask(self._certificates)

    def _certificates(self, papers: Papers) -> None:
        from engagement.forums.mailing.certificates import check_certificates, save_certificates

        chosen = self._chosen() if papers.only_chosen else []
        check_certificates(self._desk.db, self._event, now=self._now(), chosen=chosen)
        path = self._needed_path("certificates")
        number = save_certificates(self._desk.db, self._event, path, now=self._now(), chosen=chosen)
        self._desk.messages.done(f"Saved “{name_of(path)}”: {count_of(number, 'certificate')}", undo=False)

    def _needed_path(self, what: str) -> Path:
        path = self._path(what, ".docx", WORD_FILES)
        if path is None:
            raise Problem("No place was chosen, so nothing was saved.")
        return path

    def ask_left_out(self) -> None:
        """Ask where the list of those who cannot be written to goes."""
        found = barred_people(self._desk.db, self._event)
        event = events.get(self._desk.db, self._event)
        self._ask_table(left_out_table(found, event.title, event.openness))

    def ask_reminders(self) -> None:
        """Ask where the list of those who have not answered goes."""
        event = events.get(self._desk.db, self._event)
        self._ask_table(reminders_table(self._desk.db, [event], now=self._now()))

    def _ask_table(self, table: Table) -> None:
        path = ask_table(self._view, table)
        if path is not None:
            self._desk.messages.done(save_tables([table], path, db=self._desk.db).words, undo=False)

    # In

    def ask_answers(self) -> None:
        """Ask for the file that came back."""
        start = str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._view, "Answers that came back", start, _ANSWERS)
        if name:
            self.show_answers(Path(name))

    def show_answers(self, path: Path) -> None:
        """What the file holds, before anything is recorded."""
        read = read_answers(self._desk.db, self._event, path)
        AnswersPreview(read, self._view, commit=self._keep_answers, save_refused=self._save_refused).ask()

    def _keep_answers(self, read: Answers) -> None:
        done = keep_answers(self._desk.db, read, now=self._now())
        self._say_recorded(f"Recorded {count_of(len(read.kept), 'answer')}", done)

    def _say_recorded(self, said: str, done: Recorded) -> None:
        if done.waiting:
            number = count_of(len(done.waiting), "person", "people")
            said += f". All places are taken: {number} put on the waiting list"
        if done.offered:
            said += f". {count_of(len(done.offered), 'free place')} offered to the waiting list"
        self._desk.messages.done(said)

    def _save_refused(self, read: Answers) -> None:
        from resources.files.refused import save_refused  # loaded when first used

        path = self._path("refused answers", ".xlsx", WORKBOOKS)
        if path is not None:
            save_refused(path, read.headings, read.refused)
            self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)

    def ask_reply(self) -> None:
        """Ask for an e-mail that was answered with."""
        PasteReply(correspondents(self._desk.db, self._event), self._view).ask(self._confirmed)

    def _confirmed(self, confirmed: Confirmed) -> None:
        db = self._desk.db
        done = invitations.record_reply(
            db, [confirmed.participant_id], confirmed.answer, now=self._now(), note=confirmed.note
        )
        name = next(
            one.person.name
            for one in correspondents(db, self._event)
            if one.person.id == confirmed.participant_id
        )
        self._say_recorded(f"{name}: {confirmed.answer.label.lower()}", done)

    # Words

    def ask_wording(self) -> None:
        """Ask for another wording."""
        ChangeWording(self._desk.db, self._event, self._view, now=self._now).ask(self._keep_wording)

    def _keep_wording(self, new: NewWording) -> None:
        words.change_wording(self._desk.db, new.purpose, new.kind, new.wording)
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
