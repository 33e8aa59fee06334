"""What comes back to an event: the mail-merge workbook filled in, and replies by e-mail."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.dialogs.mailing.answers import AnswersPreview, Confirmed, PasteReply
from desktop.pages.mailing.mailing_acts import MailingActs
from desktop.pages.saving import WORKBOOKS
from engagement.forums.mailing.answers_read import Answers, keep_answers, read_answers
from engagement.forums.mailing.recipients import correspondents
from engagement.forums.people import invitations
from engagement.forums.people.invitations import Recorded
from resources.files.names import name_of
from resources.folders import documents_folder
from resources.wording import count_of

_ANSWERS = "Workbooks and CSV (*.xlsx *.xls *.ods *.csv);;All files (*)"


class ComingIn(MailingActs):
    """Shows what came before anything is recorded, and records it."""

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
        self._desk.messages.done(". ".join((said, *done.sentences)))

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
