"""The columns of the board, which status stands in which, and what may be moved from one to another. Pure."""

from collections.abc import Sequence

from awards.nominations.steps import may_move, needs_reason
from awards.vocabulary import EntryStatus, RoundPhase
from resources.words import Word

S = EntryStatus


class BoardState(Word):
    """A column: what leads on stands to the right of what it leads from."""

    RETURNED = "returned", "Returned"
    SUBMITTED = "submitted", "Submitted"
    QUALIFYING = "qualifying", "Qualifying"
    JUDGING = "judging", "Judging"
    FINALIST = "finalist", "Finalist"
    NOT_FINALIST = "not_finalist", "Not a finalist"
    HONOURED = "honoured", "Honoured"
    OUT = "out", "Out"


STATUSES: dict[BoardState, tuple[EntryStatus, ...]] = {
    BoardState.RETURNED: (S.RETURNED_FOR_INFO,),
    BoardState.SUBMITTED: (S.SUBMITTED, S.DRAFT),
    BoardState.QUALIFYING: (S.QUALIFYING,),
    BoardState.JUDGING: (S.JUDGING,),
    BoardState.FINALIST: (S.SHORTLISTED,),
    BoardState.NOT_FINALIST: (S.NOT_SHORTLISTED,),
    BoardState.HONOURED: (
        S.WINNER, S.HIGHLY_COMMENDED, S.RUNNER_UP,
        S.PENDING_WINNER, S.PENDING_HIGHLY_COMMENDED, S.PENDING_RUNNER_UP,
    ),
    BoardState.OUT: (S.INELIGIBLE, S.WITHDRAWN),
}  # fmt: skip
"""The first is what somebody moved there becomes. Who is grouped with another is shown with them."""

SHOWN = tuple(status for statuses in STATUSES.values() for status in statuses)
_DECIDED_ELSEWHERE = (
    "Honours are decided on the side “Results”, with the panel’s reason. Open the category there, and decide."
)
_TAKEN_BACK_ELSEWHERE = (
    "The panel decided an honour. Take the decision back on the side “Results” first; it needs a reason."
)


def state_of(status: EntryStatus) -> BoardState | None:
    """The column that a status stands in; None for who is grouped with another."""
    return next((state for state, statuses in STATUSES.items() if status in statuses), None)


def ways_out(held: EntryStatus, phase: RoundPhase) -> tuple[EntryStatus, ...]:
    """How somebody may leave the round: ineligible, withdrawn or both."""
    return tuple(to for to in STATUSES[BoardState.OUT] if may_move(held, to, phase) is None)


def refusal(held: EntryStatus, to: BoardState, phase: RoundPhase) -> str | None:
    """Why somebody is not moved to a column now; None where they may be."""
    if to is BoardState.HONOURED:
        return _DECIDED_ELSEWHERE
    if to is BoardState.OUT:
        return None if ways_out(held, phase) else may_move(held, STATUSES[to][0], phase)
    if state_of(held) is BoardState.HONOURED:
        return _TAKEN_BACK_ELSEWHERE
    return next(
        (
            no
            for one, other in _steps(held, STATUSES[to][0])
            if (no := may_move(one, other, phase)) is not None
        ),
        None,
    )


def _steps(held: EntryStatus, to: EntryStatus) -> Sequence[tuple[EntryStatus, EntryStatus]]:
    """The steps that a move takes: to the judges one goes by way of qualifying."""
    if to is S.JUDGING and held in (S.SUBMITTED, S.RETURNED_FOR_INFO):
        return ((held, S.QUALIFYING), (S.QUALIFYING, S.JUDGING))
    return ((held, to),)


def asks_reason(held: EntryStatus, to: BoardState) -> bool:
    """Whether the move is made only with a reason."""
    return to is BoardState.OUT or any(needs_reason(*step) for step in _steps(held, STATUSES[to][0]))
