"""Which stage may follow which, and what each step needs. Pure."""

from enum import StrEnum

from resources.wording import and_list
from workforce.iwork.vocabulary import IN_WORK, OVER, Stage

S = Stage
_BEFORE_WORK = (S.PAUSED, S.WITHDRAWN)

MAY_FOLLOW: dict[Stage, tuple[Stage, ...]] = {
    S.REFERRED: (S.ENGAGED, *_BEFORE_WORK),
    S.ENGAGED: (S.PROFILING, S.REFERRED, *_BEFORE_WORK),
    S.PROFILING: (S.JOB_READY, S.ENGAGED, *_BEFORE_WORK),
    S.JOB_READY: (S.MATCHED, S.OFFERED, S.STARTED, S.PROFILING, *_BEFORE_WORK),
    S.MATCHED: (S.INTRODUCED, S.JOB_READY, *_BEFORE_WORK),
    S.INTRODUCED: (S.TASTER, S.OFFERED, S.MATCHED, S.JOB_READY, *_BEFORE_WORK),
    S.TASTER: (S.OFFERED, S.INTRODUCED, S.JOB_READY, *_BEFORE_WORK),
    S.OFFERED: (S.STARTED, S.TASTER, S.INTRODUCED, S.JOB_READY, *_BEFORE_WORK),
    S.STARTED: (S.IN_POST, S.OFFERED, S.LEFT),
    S.IN_POST: (S.SUSTAINED_13, S.STARTED, S.LEFT),
    S.SUSTAINED_13: (S.SUSTAINED_26, S.IN_POST, S.LEFT),
    S.SUSTAINED_26: (S.SUSTAINED_13, S.LEFT),
    S.PAUSED: (S.WITHDRAWN,),
    S.LEFT: (),
    S.WITHDRAWN: (),
}
"""A pause leads back to where it began, too. From “Job ready” straight to an offer goes who found a job themselves."""

SEARCHING = (S.REFERRED, S.ENGAGED, S.PROFILING, S.JOB_READY)
"""Stages before there is a post."""

ORDER = (
    *SEARCHING, S.MATCHED, S.INTRODUCED, S.TASTER, S.OFFERED, S.STARTED, S.IN_POST, S.SUSTAINED_13, S.SUSTAINED_26,
)  # fmt: skip
"""As they follow one another; a pause and what ends stand outside."""

SUSTAINED_WEEKS = {S.SUSTAINED_13: 13, S.SUSTAINED_26: 26}
"""After so many weeks, at the checkpoint of that week."""


class StepNeed(StrEnum):
    """What a step is not taken without."""

    POST = "post"  # a post with a free place
    JOB = "job"  # title and employer of a job found elsewhere
    PLACE = "place"  # its post still has a free place
    MATCHING = "matching"  # consent to be matched
    SHARE = "share"  # consent to be introduced by name
    HOURS = "hours"  # hours a week, from the start date
    CHECKPOINT = "checkpoint"  # in work at the checkpoint of that week
    END_REASON = "end_reason"
    WORDS = "words"  # why, in a sentence


def moves(held: Stage, paused_from: Stage | None = None) -> tuple[Stage, ...]:
    """What may follow now; a pause leads back to where it began."""
    return (paused_from, *MAY_FOLLOW[held]) if held is S.PAUSED and paused_from else MAY_FOLLOW[held]


def may_move(
    held: Stage, to: Stage, paused_from: Stage | None = None, *, has_post: bool = True
) -> str | None:
    """Why this step cannot be taken, and what can; None where it can. `has_post`: of the register."""
    if to is held:
        return f"They are at “{held.label}” already."
    if held in OVER:
        return f"It ended at “{held.label}”, and nothing follows. Begin a new placement instead."
    if to is S.PAUSED and held in IN_WORK:
        return f"Somebody at “{held.label}” is in work, which is not paused. Plan less support, or end the placement."
    if to not in moves(held, paused_from):
        can = and_list([f"“{one.label}”" for one in moves(held, paused_from)], "or")
        return (
            f"Nobody goes from “{held.label}” to “{to.label}” in one step. From there they can go to {can}."
        )
    if not has_post and held not in SEARCHING and to in (S.MATCHED, S.INTRODUCED, S.TASTER):
        return f"Their job was found outside the register, so nobody is at “{to.label}”."
    return None


def is_back(held: Stage, to: Stage) -> bool:
    """Whether the step leads back to where it has been."""
    return held in ORDER and to in ORDER and ORDER.index(to) < ORDER.index(held)


def needs(held: Stage, to: Stage, *, has_post: bool = True) -> tuple[StepNeed, ...]:
    """What the step is not taken without. `has_post`: whether it is about a post of the register already."""
    if to is S.LEFT:
        return (StepNeed.END_REASON,)
    if to in (S.WITHDRAWN, S.PAUSED) or is_back(held, to):
        return (StepNeed.WORDS,)
    if held is S.PAUSED:
        return _agreed(to, has_post=has_post)
    if to is S.MATCHED:
        return (StepNeed.POST, StepNeed.MATCHING)
    if to in SUSTAINED_WEEKS:
        return (StepNeed.CHECKPOINT,)
    wanted = list(_agreed(to, has_post=has_post and held is not S.JOB_READY))
    if held is S.JOB_READY and to in (S.OFFERED, S.STARTED):
        wanted.append(StepNeed.JOB)
    if to is S.OFFERED and has_post and held is not S.JOB_READY:
        wanted.append(StepNeed.PLACE)
    if to is S.STARTED:
        wanted.append(StepNeed.HOURS)
    return tuple(wanted)


def _agreed(to: Stage, *, has_post: bool) -> tuple[StepNeed, ...]:
    """What somebody must agree to on that day: an employer of the register hears of nobody who took that back."""
    if to is S.MATCHED:
        return (StepNeed.MATCHING,)
    return (StepNeed.SHARE,) if has_post and to in (S.INTRODUCED, S.TASTER, S.OFFERED, S.STARTED) else ()
