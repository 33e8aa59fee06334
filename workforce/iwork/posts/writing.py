"""All that was said of a post at one sitting, kept as one change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from resources.database import Database, change
from workforce.iwork.posts.offers import set_offers
from workforce.iwork.posts.post_checks import set_post_checks
from workforce.iwork.posts.post_tasks import set_post_tasks
from workforce.iwork.posts.posts import NewPost, Post, PostFacts, add_post, edit_post, post
from workforce.iwork.posts.shifts import set_shifts
from workforce.iwork.vocabulary import CheckKind, Offer, PostStatus, WhenNeeded
from workforce.iwork.weeks import WeekTime


@dataclass(frozen=True)
class SaidPost:
    """What was said beside the facts. What is None stays as it was; `tasks` say whether each is needed in the post."""

    shifts: tuple[WeekTime, ...] | None = None
    tasks: Mapping[str, bool] | None = None
    checks: Mapping[CheckKind, WhenNeeded] | None = None
    offers: Mapping[str, Offer] | None = None


NOTHING_MORE = SaidPost()


def write_new_post(
    vault: Database, employer_id: str, title: str, facts: NewPost, said: SaidPost = NOTHING_MORE, *, today: date,
    status: PostStatus = PostStatus.INTEREST,
) -> Post:  # fmt: skip
    """Keep a post with all that belongs to it, or nothing of it."""
    with change(vault, "Added a post") as entry:
        made = add_post(vault, employer_id, title, today=today, status=status, **facts)
        entry.action = f"Added {made.reference}"
        _write(vault, made.id, said)
    return post(vault, made.id)


def write_post(
    vault: Database, key: str, facts: PostFacts, said: SaidPost = NOTHING_MORE, *, today: date
) -> Post:
    """Keep what was put right, or nothing of it."""
    with change(vault, f"Changed {post(vault, key).reference}"):
        edit_post(vault, key, today=today, **facts)
        _write(vault, key, said)
    return post(vault, key)


def _write(vault: Database, key: str, said: SaidPost) -> None:
    if said.shifts is not None:
        set_shifts(vault, key, said.shifts)
    if said.tasks is not None:
        set_post_tasks(vault, key, said.tasks)
    if said.checks is not None:
        set_post_checks(vault, key, said.checks)
    if said.offers is not None:
        set_offers(vault, key, said.offers)
