"""What is made for the day and after it: the calendar file, badges, certificates, and two lists."""

from pathlib import Path

from desktop.dialogs.mailing.badges import AskPapers, Papers
from desktop.documents import save_tables
from desktop.pages.mailing.mailing_acts import MailingActs
from desktop.pages.saving import WORD_FILES, ask_table
from engagement.forums import events
from engagement.forums.mailing.recipients import barred_people, left_out_table
from engagement.forums.mailing.reminders import reminders_table
from resources.files.names import name_of
from resources.problem import Problem
from resources.tables import Table
from resources.wording import count_of, in_london


class EventPapers(MailingActs):
    """Asks whom they are for and where they go, and saves them. Nothing is kept of it."""

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
        from engagement.forums.mailing.badges import badges_words, save_badges  # loaded when first used

        path = self._needed_path("name badges")
        chosen = self._chosen() if papers.only_chosen else []
        day = in_london(self._now()).date()
        number = save_badges(self._desk.db, self._event, path, day=day, chosen=chosen, blank=papers.blank)
        made = badges_words(number, papers.blank)
        self._desk.messages.done(f"Saved “{name_of(path)}”: {made}", undo=False)

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
