"""The columns of the board, which status stands in which, and what may be moved from one to another. Pure."""

from collections.abc import Sequence

from awards.nominations.steps import MAY_FOLLOW, may_move, needs_reason
from awards.vocabulary import EntryStatus, RoundPhase
from resources.wording import and_list
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
    """Why somebody is not moved to a column now, and to which columns they may be; None where they may be."""
    if to is BoardState.HONOURED:
        return _DECIDED_ELSEWHERE
    if to is not BoardState.OUT and state_of(held) is BoardState.HONOURED:
        return _TAKEN_BACK_ELSEWHERE
    refused = _refused(held, to, phase)
    if refused is None or all(other in MAY_FOLLOW[one] for one, other in _steps(held, STATUSES[to][0])):
        return refused
    here = state_of(held)
    open_to = [
        one for one in BoardState if one not in (here, BoardState.HONOURED) and not _refused(held, one, phase)
    ]
    if here is None or not open_to:
        return refused
    columns = and_list([f"“{one.label}”" for one in open_to], "or")
    return f"Nobody is moved from “{here.label}” to “{to.label}”. From here they can go to {columns}."


def _refused(held: EntryStatus, to: BoardState, phase: RoundPhase) -> str | None:
    """What the rules of the steps say against it."""
    if to is BoardState.OUT:
        return None if ways_out(held, phase) else may_move(held, STATUSES[to][0], phase)
    steps = _steps(held, STATUSES[to][0])
    return next((no for one, other in steps if (no := may_move(one, other, phase)) is not None), None)


def _steps(held: EntryStatus, to: EntryStatus) -> Sequence[tuple[EntryStatus, EntryStatus]]:
    """The steps that a move takes: to the judges one goes by way of qualifying."""
    if to is S.JUDGING and held in (S.SUBMITTED, S.RETURNED_FOR_INFO):
        return ((held, S.QUALIFYING), (S.QUALIFYING, S.JUDGING))
    return ((held, to),)


def asks_reason(held: EntryStatus, to: BoardState) -> bool:
    """Whether the move is made only with a reason."""
    return to is BoardState.OUT or any(needs_reason(*step) for step in _steps(held, STATUSES[to][0]))
