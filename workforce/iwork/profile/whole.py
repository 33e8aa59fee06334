"""All of one profile as a value: what is judged, shown and printed."""

from dataclasses import dataclass

from resources.database import Database
from workforce.iwork.profile.adjustments import Adjustment, adjustments
from workforce.iwork.profile.availability import week_of
from workforce.iwork.profile.checks import CheckHeld, checks_of
from workforce.iwork.profile.meetings import ProfileMeeting, meetings_of
from workforce.iwork.profile.needs import needs_of
from workforce.iwork.profile.profile_tasks import profile_tasks_of
from workforce.iwork.profile.profiles import Profile, profile_of
from workforce.iwork.profile.tasks import Task, tasks
from workforce.iwork.profile.travel import Way, travel_of
from workforce.iwork.vocabulary import Need, TaskWish
from workforce.iwork.weeks import WeekTime


@dataclass(frozen=True)
class WishedTask:
    """A task with what is said of it."""

    task: Task
    wish: TaskWish
    done_before: bool = False
    note: str = ""


@dataclass(frozen=True)
class NeededAdjustment:
    """An adjustment with how much it is needed."""

    adjustment: Adjustment
    need: Need
    note: str = ""


@dataclass(frozen=True)
class WholeProfile:
    """A profile and all that hangs on it. It holds no name."""

    profile: Profile
    tasks: tuple[WishedTask, ...] = ()
    week: tuple[WeekTime, ...] = ()
    ways: tuple[Way, ...] = ()
    checks: tuple[CheckHeld, ...] = ()
    needs: tuple[NeededAdjustment, ...] = ()
    meetings: tuple[ProfileMeeting, ...] = ()
    has_postcode: bool = False

    def wished(self, wish: TaskWish) -> tuple[WishedTask, ...]:
        """The tasks of which they say so."""
        return tuple(one for one in self.tasks if one.wish is wish)

    def needed(self, need: Need) -> tuple[NeededAdjustment, ...]:
        """The adjustments that they need so much."""
        return tuple(one for one in self.needs if one.need is need)

    @property
    def is_begun(self) -> bool:
        """Whether anything at all was written."""
        parts = (self.tasks, self.week, self.ways, self.checks, self.needs, self.meetings)
        return bool(self.profile.id) or any(parts)


def whole_profile(vault: Database, person_id: str) -> WholeProfile:
    """All of somebody's profile."""
    by_task = {one.id: one for one in tasks(vault, archived=True)}
    by_need = {one.id: one for one in adjustments(vault, archived=True)}
    return WholeProfile(
        profile_of(vault, person_id),
        tuple(
            WishedTask(by_task[one.task_id], one.wish, one.done_before, one.note)
            for one in profile_tasks_of(vault, person_id)
        ),
        week_of(vault, person_id),
        tuple(one.way for one in travel_of(vault, person_id)),
        tuple(checks_of(vault, person_id)),
        tuple(
            NeededAdjustment(by_need[one.adjustment_id], one.need, one.note)
            for one in needs_of(vault, person_id)
        ),
        tuple(meetings_of(vault, person_id)),
        vault.value("select easting from person where id = ?", (person_id,)) is not None,
    )
