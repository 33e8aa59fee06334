"""The one writer of where a post stands: each move is a step with its day, who, and why."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made
from resources.words import sql_values
from workforce.iwork.employers.employers import employer
from workforce.iwork.posts.posts import Post, post
from workforce.iwork.posts.steps import NEEDS_REASON, refusal, settled
from workforce.iwork.vocabulary import IN_WORK, WITH_A_POST, EmployerStage, PostStatus

FIRST = (PostStatus.INTEREST, PostStatus.VISIT_BOOKED, PostStatus.CARVING, PostStatus.OPEN)
"""Where a new post may stand."""


@dataclass(frozen=True)
class PostStep:
    """One move of a post; the first one comes from nowhere."""

    id: str
    post_id: str
    done_on: date
    by: str
    from_status: PostStatus | None
    to_status: PostStatus
    reason: str


def post_steps_of(vault: Database, post_id: str) -> list[PostStep]:
    """All moves of a post in the order in which they were made."""
    rows: list[tuple[Any, ...]] = vault.rows(
        f"select {columns_of(PostStep)} from post_step where post_id = ? order by rowid", (post_id,)
    )
    return [
        made(PostStep, row, done_on=date.fromisoformat, from_status=PostStatus, to_status=PostStatus)
        for row in rows
    ]


def filled_places(vault: Database, post_id: str) -> int:
    """How many people are in paid work in the post."""
    return _count(vault, post_id, sql_values(sorted(IN_WORK)))


def taken_places(vault: Database, post_id: str) -> int:
    """How many people are matched to the post or further: their places are spoken for."""
    return _count(vault, post_id, sql_values(sorted(WITH_A_POST)))


def _count(vault: Database, post_id: str, stages: str) -> int:
    """A paused placement keeps the place of the stage from which it was paused."""
    found = vault.value(
        f"select count(*) from placement where post_id = ? and coalesce(paused_from, stage) in ({stages})",
        (post_id,),
    )
    assert isinstance(found, int)
    return found


def move_post(vault: Database, key: str, to: PostStatus, *, today: date, reason: str = "") -> Post:
    """Move a post by hand; closing and withdrawing need a reason."""
    held = post(vault, key)
    refused = refusal(held.status, to)
    if refused:
        raise Problem(f"{held.reference}: {refused}")
    if to in NEEDS_REASON and not reason.strip():
        raise FieldProblem("reason", "Why: nothing is written. Say why the post is over.")
    if to is PostStatus.WITHDRAWN:
        _refuse_while_spoken_for(vault, held)
    with change(vault, f"{held.reference}: {to.label.lower()}"):
        write_status(vault, held, to, today=today, reason=reason)
        settle_status(vault, key, today=today)
    return post(vault, key)


def settle_status(vault: Database, key: str, *, today: date) -> Post:
    """Open, part filled or filled, as the places stand now. Whoever moves a placement calls it, in the same change."""
    held = post(vault, key)
    to = settled(held.status, filled_places(vault, key), held.places_most)
    if to is not held.status:
        with change(vault, f"{held.reference}: {to.label.lower()}"):
            write_status(vault, held, to, today=today, reason="It follows from the placements.")
    return post(vault, key)


def write_status(
    vault: Database, held: Post, to: PostStatus, *, today: date, reason: str, first: bool = False
) -> None:
    """The step and the status, inside the caller's change."""
    vault.insert_row(
        "post_step",
        {
            "id": new_key(), "post_id": held.id, "done_on": today.isoformat(), "by": vault.who,
            "from_status": None if first else held.status.value, "to_status": to.value, "reason": reason.strip(),
        },
    )  # fmt: skip
    if to is PostStatus.OPEN:
        _has_posts(vault, held.employer_id)
    over = to in NEEDS_REASON
    opened = held.opened_on or (today if to is PostStatus.OPEN else None)
    vault.update_row(
        "post",
        held.id,
        {
            "status": to.value, "opened_on": opened.isoformat() if opened else None,
            "closed_on": today.isoformat() if over else None,
        },
    )  # fmt: skip


def _has_posts(vault: Database, employer_id: str) -> None:
    """An employer with an open post has come that far."""
    if employer(vault, employer_id).stage is not EmployerStage.POSTS:
        vault.update_row("employer", employer_id, {"stage": EmployerStage.POSTS.value})


def _refuse_while_spoken_for(vault: Database, held: Post) -> None:
    spoken_for = taken_places(vault, held.id)
    if spoken_for:
        raise Problem(
            f"{held.reference} has {spoken_for} of its places taken or spoken for. End those placements first, or "
            "close the post."
        )
