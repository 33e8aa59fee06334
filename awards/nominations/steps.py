"""Which status of a nominee may follow which, in which phase of the round, and which steps need a reason. Pure."""

from awards.vocabulary import EntryStatus, RoundPhase
from resources.wording import and_list, lower_first

S, P = EntryStatus, RoundPhase
_PENDING = (S.PENDING_WINNER, S.PENDING_HIGHLY_COMMENDED, S.PENDING_RUNNER_UP)
_OUT = (S.INELIGIBLE, S.WITHDRAWN)
_TAKING_IN = (P.NOMINATE, P.QUALIFY, P.SCORE)
_AFTER_SCORES = (P.MODERATE, P.DECIDE, P.ANNOUNCE)

MAY_FOLLOW: dict[EntryStatus, tuple[EntryStatus, ...]] = {
    S.DRAFT: (S.SUBMITTED, S.WITHDRAWN),
    S.SUBMITTED: (S.QUALIFYING, S.RETURNED_FOR_INFO, S.MERGED, *_OUT),
    S.QUALIFYING: (S.JUDGING, S.SUBMITTED, S.RETURNED_FOR_INFO, S.MERGED, *_OUT),
    S.RETURNED_FOR_INFO: (S.SUBMITTED, S.QUALIFYING, S.MERGED, *_OUT),
    S.MERGED: (S.SUBMITTED, S.QUALIFYING),
    S.INELIGIBLE: (S.SUBMITTED, S.QUALIFYING, S.WITHDRAWN),
    S.WITHDRAWN: (S.SUBMITTED, S.QUALIFYING, S.INELIGIBLE),
    S.JUDGING: (S.SHORTLISTED, S.NOT_SHORTLISTED, *_PENDING, S.QUALIFYING, S.MERGED, *_OUT),
    S.SHORTLISTED: (*_PENDING, S.NOT_SHORTLISTED, S.JUDGING, *_OUT),
    S.NOT_SHORTLISTED: (S.SHORTLISTED, S.JUDGING, *_OUT),
    S.PENDING_WINNER: (
        S.WINNER, S.PENDING_HIGHLY_COMMENDED, S.PENDING_RUNNER_UP, S.SHORTLISTED, S.JUDGING, *_OUT,
    ),
    S.PENDING_HIGHLY_COMMENDED: (
        S.HIGHLY_COMMENDED, S.PENDING_WINNER, S.PENDING_RUNNER_UP, S.SHORTLISTED, S.JUDGING, *_OUT,
    ),
    S.PENDING_RUNNER_UP: (
        S.RUNNER_UP, S.PENDING_WINNER, S.PENDING_HIGHLY_COMMENDED, S.SHORTLISTED, S.JUDGING, *_OUT,
    ),
    S.WINNER: (S.SHORTLISTED, *_OUT),
    S.HIGHLY_COMMENDED: (S.PENDING_WINNER, S.PENDING_RUNNER_UP, S.SHORTLISTED, *_OUT),
    S.RUNNER_UP: (S.PENDING_WINNER, S.PENDING_HIGHLY_COMMENDED, S.SHORTLISTED, *_OUT),
}  # fmt: skip
"""A runner-up can still win after the announcement, once the winner is gone; an honour by mistake is taken back."""

IN_PHASES: dict[EntryStatus, tuple[RoundPhase, ...]] = {
    S.DRAFT: _TAKING_IN,
    S.SUBMITTED: _TAKING_IN,
    S.QUALIFYING: _TAKING_IN,
    S.RETURNED_FOR_INFO: _TAKING_IN,
    S.MERGED: _TAKING_IN,
    S.INELIGIBLE: tuple(P),
    S.WITHDRAWN: tuple(P),
    S.JUDGING: (P.QUALIFY, P.SCORE),
    S.SHORTLISTED: _AFTER_SCORES,
    S.NOT_SHORTLISTED: _AFTER_SCORES,
    S.PENDING_WINNER: (P.DECIDE, P.ANNOUNCE),
    S.PENDING_HIGHLY_COMMENDED: (P.DECIDE, P.ANNOUNCE),
    S.PENDING_RUNNER_UP: (P.DECIDE, P.ANNOUNCE),
    S.WINNER: (P.DECIDE, P.ANNOUNCE),
    S.HIGHLY_COMMENDED: (P.DECIDE, P.ANNOUNCE),
    S.RUNNER_UP: (P.DECIDE, P.ANNOUNCE),
}
"""In which phases of its round somebody may come to a status."""

_BACK_TO_JUDGING = (P.SCORE, *_AFTER_SCORES)
_ORDER = (
    S.DRAFT, S.SUBMITTED, S.RETURNED_FOR_INFO, S.QUALIFYING, S.JUDGING, S.NOT_SHORTLISTED, S.SHORTLISTED,
    *_PENDING, S.RUNNER_UP, S.HIGHLY_COMMENDED, S.WINNER,
)  # fmt: skip


def may_move(held: EntryStatus, to: EntryStatus, phase: RoundPhase) -> str | None:
    """Why this step cannot be taken in this phase, and what can; None where it can."""
    if to is held:
        return f"They are at “{held.label}” already."
    if to not in MAY_FOLLOW[held]:
        can = and_list([f"“{one.label}”" for one in MAY_FOLLOW[held] if one is not S.MERGED], "or")
        return (
            f"Nobody goes from “{held.label}” to “{to.label}” in one step. From there they can go to {can}."
        )
    phases = _BACK_TO_JUDGING if is_back(held, to) and to is S.JUDGING else IN_PHASES[to]
    if phase not in phases:
        wanted = and_list([f"“{one.label}”" for one in phases], "or")
        return (
            f"Nobody goes to “{to.label}” while the round is at “{phase.label}”. That is done while it is at "
            f"{wanted}: move the round there first."
        )
    return None


def moves(held: EntryStatus, phase: RoundPhase) -> tuple[EntryStatus, ...]:
    """What it can become now."""
    return tuple(to for to in MAY_FOLLOW[held] if may_move(held, to, phase) is None)


def is_back(held: EntryStatus, to: EntryStatus) -> bool:
    """Whether the step leads back to where it has been, or out of an honour."""
    if held in _PENDING and to in _PENDING:
        return False
    if held.is_honoured and to.is_pending:
        return False
    return held in _ORDER and to in _ORDER and _ORDER.index(to) < _ORDER.index(held)


def needs_reason(held: EntryStatus, to: EntryStatus) -> bool:
    """Whether the step is taken only with a reason on file: what takes somebody out, back, or in again."""
    return (
        to in (S.RETURNED_FOR_INFO, *_OUT)
        or (held.is_out and to is not S.MERGED)
        or (is_back(held, to) and held is not S.RETURNED_FOR_INFO)
        or (held is S.JUDGING and to is S.MERGED)
        or (held.is_honoured and to.is_pending)
    )


def status_words(status: EntryStatus) -> str:
    """As it stands in a sentence: a finalist, submitted."""
    with_article = {
        S.DRAFT: "a draft", S.SHORTLISTED: "a finalist", S.NOT_SHORTLISTED: "not a finalist",
        S.JUDGING: "with the judges", S.WINNER: "a winner", S.RUNNER_UP: "a runner-up",
        S.PENDING_WINNER: "a winner not yet announced", S.PENDING_RUNNER_UP: "a runner-up not yet announced",
        S.PENDING_HIGHLY_COMMENDED: "highly commended and not yet announced",
    }  # fmt: skip
    return with_article.get(status, lower_first(status.label))
