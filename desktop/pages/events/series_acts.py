"""What is done with the series that the chosen event is of: the next event, making one, changing it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.plan_event import PlanEvent, Planned
from desktop.dialogs.events.series import EditSeries, NameSeries
from desktop.shell.page import Desk
from engagement.forums import events, series
from engagement.forums.events import Event
from engagement.forums.series import SeriesDraft
from resources.database import Database

QUARTER = timedelta(weeks=13)


class SeriesActs:
    """Opens the dialogs over `page`. `plan` is given what the form for the next event says."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        current: Callable[[], Event | None],
        *,
        plan: Callable[[Planned], object],
        now: Callable[[], datetime],
    ) -> None:
        self._desk, self._page, self._current = desk, page, current
        self._plan, self._now = plan, now

    def plan_next(self) -> None:
        """Ask for the next event of the series: all but the day stands there already."""
        event = self._current()
        if event is not None and event.series_id:
            one = series.get(self._desk.db, event.series_id)
            draft = series.next_draft(one, next_day(self._desk.db, event.series_id))
            PlanEvent(self._desk.db, self._page, now=self._now(), draft=draft).ask(self._plan)

    def make_series(self) -> None:
        """Ask for the name of a series that begins with this event."""
        event = self._current()
        if event is not None:
            NameSeries(event.title, self._page).ask(partial(self._series_made, event.id))

    def _series_made(self, event_id: str, name: str) -> None:
        series.series_from_event(self._desk.db, event_id, name)
        self._desk.messages.done(f"Made the series {name}")

    def edit_series(self) -> None:
        """Ask what the next events of the series are to be like."""
        event = self._current()
        if event is not None and event.series_id:
            one = series.get(self._desk.db, event.series_id)
            EditSeries(one, self._page).ask(partial(self._series_edited, one.id))

    def _series_edited(self, series_id: str, draft: SeriesDraft) -> None:
        series.edit_series(self._desk.db, series_id, draft)
        self._desk.messages.done(f"Changed the series {draft.name}")


def next_day(db: Database, series_id: str) -> date:
    """As long after the last event of the series as that came after the one before; a quarter at first."""
    days = sorted(one.day for one in events.events(db, archived=True) if one.series_id == series_id)
    step = days[-1] - days[-2] if len(days) > 1 and days[-1] > days[-2] else QUARTER
    return days[-1] + step
