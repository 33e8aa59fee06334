"""What is done with somebody's profile: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop import clock
from desktop.dialogs.iwork.profile import WriteProfile
from desktop.dialogs.iwork.profile_parts import WriteCheck, WriteMeeting, WrittenCheck
from desktop.pages.iwork.easy_read_files import EasyReadFiles
from desktop.pages.iwork.shared_words_acts import SharedWordsActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.wording import in_london
from workforce.iwork.people.people import Person, person, refuse_in_purge
from workforce.iwork.people.views import note_view
from workforce.iwork.profile import meetings
from workforce.iwork.profile.checks import set_check
from workforce.iwork.profile.contradictions import missing
from workforce.iwork.profile.meetings import MeetingFacts, ProfileMeeting, profile_meeting
from workforce.iwork.profile.whole import whole_profile
from workforce.iwork.profile.writing import SaidProfile, write_profile


class ProfileActs(QObject):
    """Acts on the profile of the person that `key` gives, over `view`. `listed` are for the side's menu and pane."""

    def __init__(
        self, desk: Desk, office: Desk, view: QWidget, key: Callable[[], str], *,
        now: Callable[[], datetime] = clock.now, ready: Callable[[], bool] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._key, self._now = desk, view, key, now
        self._ready = ready
        self._papers = EasyReadFiles(desk, office, view, key, now=now)
        self._words = SharedWordsActs(desk, view, now=now)

    def listed(self) -> list[Action]:
        """What can be done."""
        return [
            Action("profile", "Profile…", self.edit, "Ctrl+E", icon="edit", enabled=self.is_ready,
                   tip="Strengths, tasks, setting, hours, travel, support and checks"),
            Action("profile_meeting", "Add meeting…", self.add_meeting, icon="calendar", toolbar=False,
                   enabled=self.is_ready),
            Action("profile_check", "Set a check…", self.set_check, icon="check", toolbar=False,
                   enabled=self.is_ready),
            Action("profile_easy_read", "One-page profile…", self._papers.save, icon="word", toolbar=False,
                   enabled=self.is_chosen, tip="An easy-read profile on one page, as a Word document"),
            *self._words.listed(),
        ]  # fmt: skip

    def is_chosen(self) -> bool:
        """Whether somebody is chosen whose record is there."""
        return bool(self._key()) and (self._ready is None or self._ready())

    def is_ready(self) -> bool:
        """Whether their profile can be written."""
        return self.is_chosen() and not self._desk.opened.read_only

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _current(self, what: str) -> Person:
        held = person(self._desk.db, self._key())
        refuse_in_purge(held)
        note_view(self._desk.db, held.id, what, now=self._now())
        return held

    # The profile

    def edit(self) -> None:
        """All of it, part by part."""
        held = self._current("Profile")
        dialog = WriteProfile(
            self._desk.db, held, whole_profile(self._desk.db, held.id), self._view, today=self._today()
        )
        dialog.ask(partial(self._written, held))

    def _written(self, held: Person, said: SaidProfile) -> None:
        before = whole_profile(self._desk.db, held.id)
        if write_profile(self._desk.db, held.id, said) == before:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the profile of {held.reference}")

    # Meetings

    def add_meeting(self) -> None:
        """They met; what is still to ask stands ready for the next time."""
        held = self._current("Profile meetings")
        questions = missing(whole_profile(self._desk.db, held.id))
        first = sorted(questions, key=lambda one: not one.matters)[:_NEXT]
        dialog = WriteMeeting(
            held, self._view, today=self._today(), ask_next="\n".join(one.question for one in first)
        )
        dialog.ask(partial(self._met, held))

    def _met(self, held: Person, said: MeetingFacts) -> None:
        meetings.add_meeting(
            self._desk.db, held.id, said["met_on"], today=self._today(), with_whom=said["with_whom"],
            covered=said["covered"], next_time=said["next_time"],
        )  # fmt: skip
        self._desk.messages.done(f"Added a meeting with {held.reference}")

    def open_meeting(self, key: str) -> None:
        """A meeting as it is kept."""
        if self._desk.opened.read_only:
            return
        meeting = profile_meeting(self._desk.db, key)
        held = person(self._desk.db, meeting.person_id)
        dialog = WriteMeeting(held, self._view, today=self._today(), held=meeting)
        dialog.ask(partial(self._meeting_edited, held, meeting))

    def _meeting_edited(self, held: Person, meeting: ProfileMeeting, said: MeetingFacts) -> None:
        if meetings.edit_meeting(self._desk.db, meeting.id, today=self._today(), **said) == meeting:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed a meeting with {held.reference}")

    # Checks

    def set_check(self) -> None:
        """One check with its days."""
        held = self._current("Checks")
        WriteCheck(held, self._view, today=self._today()).ask(partial(self._checked, held))

    def _checked(self, held: Person, said: WrittenCheck) -> None:
        set_check(
            self._desk.db, held.id, said.kind, said.state, dated_on=said.dated_on, until_on=said.until_on,
            note=said.note,
        )  # fmt: skip
        self._desk.messages.done(f"Set a check of {held.reference}")


_NEXT = 4
