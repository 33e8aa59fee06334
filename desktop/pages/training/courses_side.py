"""The catalogue of courses and qualifications."""

from functools import partial

from desktop.pages.sides.listing_side import ListingSide
from desktop.pages.sides.table_side import CURRENT
from desktop.pages.training.courses_acts import CourseActs
from desktop.pages.training.courses_detail import course_detail
from desktop.pages.training.sessions_acts import SessionActs
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail
from workforce.training.courses import course, is_course
from workforce.training.listings import COURSES

_NOTHING = (
    "The catalogue is empty. The usual courses are ASC-WDS’s categories of training and the qualifications that funds "
    "pay for; others can be added, and those that are not needed archived."
)


class CoursesSide(ListingSide):
    """A row for each; the pane has its sessions."""

    tab = "Courses"
    kept_in = "course"
    title = "Courses"
    listing = COURSES
    chips = ("kind", "level", "state")
    usual = CURRENT
    choose = "Choose a course to see the whole of it."

    def make_acts(self) -> None:
        """On the course chosen."""
        self.acts = CourseActs(self._desk, self, self.current_key, today=self._today)
        self.sessions = SessionActs(self._desk, self, self.current_key, now=self._now)
        self.acts.added.connect(self.show_added)
        self.sessions.added.connect(partial(self.turn_to.emit, "Sessions"))

    def listed(self) -> list[Action]:
        """What can be done with the catalogue."""
        acts, one = self.acts, self.may_change
        return [
            Action("course_add", "Add a course…", acts.add, "Ctrl+N", primary=True, icon="add", enabled=self.may_write),
            Action("course_edit", "Change…", acts.edit, "F2", icon="edit", enabled=one),
            Action("course_session", "Plan a session…", self._plan, icon="calendar", enabled=one),
            Action("course_archive", "Archive", acts.archive_or_restore, "Ctrl+Del", icon="archive", enabled=one,
                   label_now=self._archive_words),
            Action("course_usual", "Add the usual courses", acts.add_usual, toolbar=False, enabled=self.may_write,
                   tip="ASC-WDS’s categories of training and the qualifications that funds pay for"),
        ]  # fmt: skip

    def nothing(self) -> tuple[str, Action]:
        """It begins with those that come ready."""
        return _NOTHING, Action("course_first", "Add the usual courses", self.acts.add_usual)

    def open_row(self) -> None:
        """Change it."""
        self.acts.edit()

    def _plan(self) -> None:
        self.sessions.plan_course(self.key)

    def _archive_words(self) -> str:
        return "Restore" if self.is_one() and self.is_put_away(self.key) else "Archive"

    def has(self, key: str) -> bool:
        """Whether it is a course."""
        return is_course(self._desk.db, key)

    def is_put_away(self, key: str) -> bool:
        """Whether it is archived."""
        return course(self._desk.db, key).archived_on is not None

    def detail_of(self, key: str) -> Detail:
        """The whole of it."""
        actions = self.in_pane("course_edit", "course_session")
        return course_detail(self._desk.db, key, actions, partial(self.turn_to.emit, "Sessions"))
