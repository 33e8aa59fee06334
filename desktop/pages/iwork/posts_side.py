"""Posts, with their tasks, times and adjustments."""

from functools import partial

from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.posts_acts import PostActs
from desktop.pages.iwork.posts_detail import post_detail
from desktop.pages.sides.listing_side import ListingSide
from desktop.shell.actions import Action
from desktop.widgets.detail import Detail
from resources.database import Condition, Query
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.listings import POSTS
from workforce.iwork.posts.posts import is_post, post
from workforce.iwork.posts.steps import BY_HAND, NEEDS_REASON
from workforce.iwork.posts.tables import OPEN_STATUSES, people_of
from workforce.iwork.vocabulary import TAKING, PostStatus

_NOTHING = (
    "No post is here yet. Add one as soon as an employer speaks of it: places, days and times, and what is done there. "
    "What is not known yet can be left empty."
)


class PostsSide(IWorkSide, ListingSide):
    """A row for each; those that are over are left out unless the filter asks for them."""

    tab = "Posts"
    page_name = "iwork"
    kept_in = "post"
    title = "Posts"
    listing = POSTS
    chips = ("status", "employer", "district")
    usual = Condition("status", tuple(one.label for one in OPEN_STATUSES))
    choose = "Choose a post to see the whole of it."
    exempt = IDENTITY

    def make_acts(self) -> None:
        """On the post chosen."""
        self.acts = PostActs(self._desk, self, self.current_key, today=self._today)
        self.acts.added.connect(self.show_added)

    def listed(self) -> list[Action]:
        """What can be done with posts."""
        acts, one = self.acts, self.may_change
        return [
            Action("post_add", "Add a post…", acts.add, "Ctrl+N", primary=True, icon="add", enabled=self.may_write),
            Action("post_edit", "Change…", acts.edit, "F2", icon="edit", enabled=one,
                   tip="Places, days and times, tasks, setting, adjustments and checks"),
            Action("post_open", "Open for matching", acts.open_for_matching, icon="check", enabled=self._may_open),
            Action("post_move", "Move…", acts.move, "Ctrl+M", enabled=one),
            Action("post_match", "Who would fit", self._match, icon="people", enabled=self._is_open,
                   tip="Show the people for this post on the side Matching"),
            Action("post_remove", "Remove…", acts.ask_remove, toolbar=False, enabled=one),
        ]  # fmt: skip

    def nothing(self) -> tuple[str, Action]:
        """It begins with the first post."""
        return _NOTHING, Action("post_first", "Add a post…", self.acts.add)

    def open_row(self) -> None:
        """Change it."""
        self.acts.edit()

    def _match(self) -> None:
        self.turn_to.emit("Matching", self.key)

    def _status(self) -> PostStatus | None:
        return post(self._desk.db, self.key).status if self.is_one() else None

    def _may_open(self) -> bool:
        now = self._status()
        return self.may_change() and now is not None and PostStatus.OPEN in BY_HAND[now]

    def _is_open(self) -> bool:
        return self._status() in TAKING

    def has(self, key: str) -> bool:
        """Whether it is a post."""
        return is_post(self._desk.db, key)

    def is_put_away(self, key: str) -> bool:
        """Whether it is closed or withdrawn."""
        return post(self._desk.db, key).status in NEEDS_REASON

    def show_row(self, key: str) -> None:
        """Put the cursor on a row, also on one that is over."""
        if self.is_put_away(key):
            over = (post(self._desk.db, key).status.label,)
            self.pane.show_query(Query(conditions=(Condition("status", over),)))
        self.pane.show_row(key)

    def detail_of(self, key: str) -> Detail:
        """The whole of it. Who is there is told too, and that is a look at them."""
        for who in people_of(self._desk.db, key):
            self.looked(who, "Post")
        return post_detail(
            self._desk.db, key, self.in_pane("post_edit", "post_open", "post_match"),
            open_employer=partial(self.turn_to.emit, "Employers"), open_task=self.acts.task_times,
            open_person=partial(self.turn_to.emit, "Placements"),
        )  # fmt: skip
