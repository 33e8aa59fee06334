"""What is done about money not claimed: a call list, letters, an invitation to a forum, a call noted."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.plan_event import PlanEvent, Planned
from desktop.dialogs.funding.approach import NoteApproach, Said
from desktop.dialogs.funding.unclaimed_letters import WriteLetters
from desktop.dialogs.reach.invite_these import InviteThem, InviteThese
from desktop.pages.saving import WORD_FILES, WORKBOOKS, ask_path
from desktop.shell.page import Desk
from desktop.unclaimed_files import invite_unclaimed, letter_rows, save_call_list, write_letters
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.register.letterhead import letterhead
from engagement.register.services import services_of
from resources.files.names import name_of
from resources.wording import count_of, in_london
from workforce.funding.unclaimed import approaches
from workforce.funding.unclaimed.approaches import Whom
from workforce.funding.unclaimed.call_list import calls
from workforce.funding.unclaimed.explaining import keep_answer
from workforce.funding.unclaimed.inviting import reasons_of
from workforce.funding.unclaimed.unclaimed import Unclaimed

Rows = Sequence[Unclaimed]


class UnclaimedActs(QObject):
    """Acts over `view` on the rows that they are given."""

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._desk, self._view, self._now = desk, view, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    # To take away

    def call_list(self, rows: Rows) -> None:
        """Ask where the call list goes: its ending says whether as a Word document or as a workbook."""
        path = ask_path(
            self._view, "Save the call list", f"Call list, funding not claimed, {self._today().isoformat()} - EXEMPT",
            ".docx", f"{WORD_FILES};;{WORKBOOKS}",
        )  # fmt: skip
        if path is not None:
            saved = save_call_list(rows, path, on=self._today())
            number = count_of(len(calls(rows)), "provider")
            self._desk.messages.done(f"{saved.words}: {number} to ring", undo=False)

    def letters(self, rows: Rows) -> None:
        """Show how many letters there are, then ask where they go."""
        head = letterhead(self._desk.db)
        WriteLetters(calls(letter_rows(rows)), self._view, written_from=head.council).ask(
            partial(self._letters, rows)
        )

    def _letters(self, rows: Rows, note: bool) -> None:
        today = self._today()
        name = f"Letters, funding not claimed, {today.isoformat()}"
        path = ask_path(self._view, "Save the letters", name, ".docx", WORD_FILES)
        if path is not None:
            self.save_letters(rows, path, note=note)

    def save_letters(self, rows: Rows, path: Path, *, note: bool) -> None:
        """Write them to a file and note them, if they are to be noted."""
        number = write_letters(self._desk.db, rows, path, today=self._today(), note=note)
        said = f"Saved “{name_of(path)}”: {count_of(number, 'letter')}"
        self._desk.messages.done(f"{said}, noted at each provider" if note else said, undo=note)

    # A forum

    def invite(self, rows: Rows, *, event_id: str = "") -> None:
        """Show whom an invitation of these services would ask, and invite them."""
        reasons = reasons_of(rows)
        InviteThese(
            self._desk.db, reasons, f"Invite {count_of(len(reasons), 'service')} that could claim", self._view,
            now=self._now(), plan=partial(self._plan_first, rows), event_id=event_id,
        ).ask(partial(self._invited, rows))  # fmt: skip

    def _invited(self, rows: Rows, chosen: InviteThem) -> None:
        made = invite_unclaimed(self._desk.db, chosen.event, chosen.people, rows, now=self._now())
        who = count_of(len(made.participants), "person", "people")
        self._desk.messages.done(f"Invited {who} to {chosen.event.title}")

    def _plan_first(self, rows: Rows) -> None:
        dialog = PlanEvent(self._desk.db, self._view, now=self._now())
        dialog.form.rows["audience_next"].field.show_answer(False)
        dialog.form.show_row("audience_next", False)  # the audience is the list
        dialog.ask(partial(self._planned, rows))

    def _planned(self, rows: Rows, planned: Planned) -> None:
        key = events.plan_event(self._desk.db, planned.draft)
        self._desk.messages.done(f"Planned {planned.draft.title}")
        QTimer.singleShot(0, partial(self.invite, rows, event_id=key))  # once the form has closed

    # What was said

    def note(self, row: Unclaimed) -> None:
        """Note what was said to the provider of a row about its fund."""
        run = services_of(self._desk.db, row.place.provider_id)
        services = tuple((one.id, one.name) for one in run) if len(run) > 1 else ()
        dialog = NoteApproach(
            row.place.provider,
            row.fund.name,
            self._today(),
            self._view,
            who=self._desk.db.who,
            services=services,
        )
        dialog.ask(partial(self._noted, row))

    def _noted(self, row: Unclaimed, said: Said) -> None:
        given = asdict(said)
        whom = Whom(row.fund.id, row.place.provider_id, given.pop("service_id"))
        approaches.add_approach(self._desk.db, whom, today=self._today(), **given)
        self._desk.messages.done(f"Noted what {row.place.provider} said")

    def keep_answer(self, row: Unclaimed) -> None:
        """Keep what the rules say of it today, with its facts: as the provider was told."""
        made = keep_answer(self._desk.db, row, on=self._today(), now=self._now())
        self._desk.messages.done(f"Kept the answer for {row.place.service}: {made.outcome.label}")

    def edit_note(self, row: Unclaimed, key: str) -> None:
        """Put right what was noted."""
        held = approaches.approach(self._desk.db, key)
        fund = row.fund.name if row.fund.id == held.fund_id else "another fund"
        dialog = NoteApproach(row.place.provider, fund, self._today(), self._view, held=held)
        dialog.ask(partial(self._note_edited, key))

    def _note_edited(self, key: str, said: Said) -> None:
        given = asdict(said)
        given.pop("service_id")
        approaches.edit_approach(self._desk.db, key, today=self._today(), **given)
        self._desk.messages.done("Changed what was noted")

    def remove_note(self, row: Unclaimed) -> None:
        """Take the last note away, where it was made by mistake."""
        if row.approached is None:
            return
        question = Question(
            f"Remove the last note on {row.place.provider}?", f"“{row.approached.words}” was noted by mistake.",
            "Remove", self._view, danger=True,
        )  # fmt: skip
        question.ask(partial(self._note_removed, row.approached.id))

    def _note_removed(self, key: str) -> None:
        approaches.remove_approach(self._desk.db, key)
        self._desk.messages.done("Removed what was noted")
