"""The forums page's actions on the event that is chosen, and when each can be run."""

from collections.abc import Callable, Sequence

from desktop.pages.door_files.door_file_acts import DoorFileActs
from desktop.pages.events.event_acts import EventActs
from desktop.pages.events.event_files import EventFiles
from desktop.pages.events.series_acts import SeriesActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.forums.at_the_door.door_log import log_table
from engagement.forums.at_the_door.interest import interest_table
from engagement.forums.events import Event
from engagement.forums.vocabulary import EventState
from resources.tables import Table


class PaperActions:
    """What is taken away. `current` gives the event, `shown` the table on the screen."""

    def __init__(
        self, desk: Desk, files: EventFiles, current: Callable[[], Event | None], shown: Callable[[], Table]
    ) -> None:
        self._desk, self._files, self._current, self._shown = desk, files, current, shown

    def _event_id(self) -> str:
        event = self._current()
        return event.id if event is not None else ""

    def documents(self, *, one: Callable[[], bool], happens: Callable[[], bool]) -> list[Action]:
        """For Word; `one` says whether an event is chosen, `happens` whether it takes place."""
        return [
            Action("summary", "Word summary…", self._ask_summary, "Ctrl+Shift+W", icon="word", enabled=happens),
            Action("summary_names", "Word summary with exempt appendix…", self._ask_summary_names, icon="word",
                   toolbar=False, enabled=happens),
            Action("sheet", "Sign-in sheet…", self._ask_sheet, icon="print", enabled=one),
        ]  # fmt: skip

    def tables(self, *, one: Callable[[], bool]) -> list[Action]:
        """For Excel; `one` says whether an event is chosen."""
        return [
            Action("log", "Save the door’s log…", self._save_log, icon="history", toolbar=False, enabled=one),
            Action("interests", "Save who is interested in i-Work…", self._save_interests, toolbar=False,
                   enabled=one),
            Action("save_table", "Save table…", self._save_table, "Ctrl+S", icon="export", toolbar=False),
            Action("copy_table", "Copy table", self._copy_table, "Ctrl+Shift+C", icon="copy", toolbar=False),
        ]  # fmt: skip

    def _ask_summary(self) -> None:
        self._files.ask_summary(self._event_id(), names=False)

    def _ask_summary_names(self) -> None:
        self._files.ask_summary(self._event_id(), names=True)

    def _ask_sheet(self) -> None:
        self._files.ask_sheet(self._event_id())

    def _save_log(self) -> None:
        self._files.ask_table(log_table(self._desk.db, self._event_id()))

    def _save_interests(self) -> None:
        self._files.ask_table(interest_table(self._desk.db, self._event_id()))

    def _save_table(self) -> None:
        self._files.ask_table(self._shown())

    def _copy_table(self) -> None:
        self._files.copy_table(self._shown())


class EventActions:
    """Lists the actions. `current` gives the event; `show_people`, `open_door` and `histories` are the page's own."""

    def __init__(
        self,
        acts: EventActs,
        series: SeriesActs,
        papers: PaperActions,
        *,
        current: Callable[[], Event | None],
        show_people: Callable[[], object],
        open_door: Callable[[], object],
        door_files: DoorFileActs,
        histories: Sequence[Action],
        may_write: Callable[[], bool],
    ) -> None:
        self._acts, self._series, self._papers, self._current = acts, series, papers, current
        self._show_people, self._open_door = show_people, open_door
        self._door_files = door_files
        self._histories, self._may_write = histories, may_write

    def listed(self) -> list[Action]:
        """All of them, in the order of the menu."""
        acts, one = self._acts, self.is_one
        actions = [
            Action("plan", "Plan a forum", acts.plan, "Ctrl+N", primary=True, icon="add", enabled=self._may_write),
            Action("people", "People", self._show_people, "Ctrl+P", icon="people", enabled=one),
            Action("audience", "Audience and invitations…", acts.choose_audience, "Ctrl+I", icon="mail",
                   enabled=self._may_invite),
            Action("open_door", "Open the door", self._open_door, "Ctrl+D", icon="door", enabled=self._may_hold),
            *self._papers.documents(one=one, happens=self._happens),
            Action("tick", "Tick the paper sheet…", acts.tick_paper, "Ctrl+T", toolbar=False, icon="check",
                   enabled=self._may_hold),
            *self._door_files.listed(may_hold=self._may_hold, may_write=self._may_write),
            *self._papers.tables(one=one),
            *self._changes(),
            *self._histories,
        ]  # fmt: skip
        return self._door_files.left(actions)

    def beside(self) -> list[Action]:
        """Those with a button in the pane beside the table."""
        actions = [
            Action("people", "People", self._show_people, icon="people"),
            Action("audience", "Invite…", self._acts.choose_audience, enabled=self._may_invite, icon="mail"),
            Action("door", "Door", self._open_door, enabled=self._may_hold, icon="door"),
        ]
        return self._door_files.left(actions)

    def _changes(self) -> list[Action]:
        one, acts, series = self._may_change, self._acts, self._series
        return [
            Action("edit", "Change…", acts.edit, "Ctrl+E", icon="edit", toolbar=False, enabled=one),
            Action("next", "Plan the next of this series…", series.plan_next, "Ctrl+Shift+X", icon="calendar",
                   toolbar=False, enabled=self._in_series),
            Action("series", "Make a series of this forum…", series.make_series, toolbar=False,
                   enabled=self._is_alone),
            Action("edit_series", "Change its series…", series.edit_series, toolbar=False, enabled=self._in_series),
            Action("close", "Close the event…", acts.close_or_reopen, "Ctrl+L", toolbar=False,
                   enabled=self._may_hold,
                   label_now=self._close_words),
            Action("cancel", "Cancel the event…", acts.cancel_or_plan_again, toolbar=False,
                   enabled=self._may_cancel,
                   label_now=self._cancel_words),
            Action("archive", "Archive", acts.archive_or_restore, icon="archive", toolbar=False, enabled=one,
                   label_now=self._archive_words),
        ]  # fmt: skip

    # When

    def is_one(self) -> bool:
        """Whether an event is chosen."""
        return self._current() is not None

    def _may_change(self) -> bool:
        return self.is_one() and self._may_write()

    def _is(self, state: EventState) -> bool:
        event = self._current()
        return event is not None and event.state is state

    def _may_invite(self) -> bool:
        return self._is(EventState.PLANNED) and self._may_write()

    def _happens(self) -> bool:
        event = self._current()
        return event is not None and event.state is not EventState.CANCELLED

    def _may_hold(self) -> bool:
        return self._happens() and self._may_write()

    def _may_cancel(self) -> bool:
        return self._may_change() and not self._is(EventState.HELD)

    def _in_series(self) -> bool:
        event = self._current()
        return event is not None and event.series_id is not None and self._may_write()

    def _is_alone(self) -> bool:
        event = self._current()
        return event is not None and event.series_id is None and self._may_write()

    # Words that follow the event

    def _close_words(self) -> str:
        return "Reopen the event" if self._is(EventState.HELD) else "Close the event…"

    def _cancel_words(self) -> str:
        return "Plan the event again" if self._is(EventState.CANCELLED) else "Cancel the event…"

    def _archive_words(self) -> str:
        event = self._current()
        return "Restore" if event is not None and event.archived_on is not None else "Archive"
