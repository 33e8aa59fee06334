"""What a round may be moved to, and what still stands in the way. Pure: it knows what it is told."""

from dataclasses import dataclass
from datetime import datetime

from awards.vocabulary import RoundPhase
from resources.wording import and_list, capital_first, count_of, until_words

P = RoundPhase
ORDER = tuple(P)


@dataclass(frozen=True)
class PhaseStanding:
    """How a round stands. `undecided` names the categories with neither a winner nor the word that there is none.

    `unscored` names those in which nothing is scored; `open_scores` are judges’ scores of a nominee still awaited.
    """

    categories: int = 0
    unscored: tuple[str, ...] = ()
    drafts: int = 0
    submitted: int = 0
    qualifying: int = 0
    returned: int = 0
    judged: int = 0
    judges: int = 0
    short: int = 0
    open_scores: int = 0
    undecided: tuple[str, ...] = ()
    pending: int = 0
    announced: bool = False
    embargo_until: datetime | None = None

    @property
    def before_judging(self) -> int:
        """Nominees about whom it is not settled whether the judges see them."""
        return self.drafts + self.submitted + self.qualifying + self.returned


def following(phase: RoundPhase) -> RoundPhase | None:
    """The phase after it; None after the last."""
    place = ORDER.index(phase) + 1
    return ORDER[place] if place < len(ORDER) else None


def is_back(from_: RoundPhase, to: RoundPhase) -> bool:
    """Whether this is a step back, which needs a reason."""
    return ORDER.index(to) < ORDER.index(from_)


def may_move(from_: RoundPhase, to: RoundPhase, standing: PhaseStanding) -> str | None:
    """Why it may not, as a sentence; None where it may."""
    if from_ is to:
        return f"The round is at “{to.label}” already. Choose another phase."
    if is_back(from_, to):
        return _back(from_, to, standing)
    if to is not following(from_):
        return (
            f"After “{from_.label}” comes “{_after(from_).label}”; “{to.label}” is further on. "
            "Move the round one phase at a time."
        )
    return next(iter(in_the_way(to, standing)), None)


def in_the_way(to: RoundPhase, standing: PhaseStanding) -> tuple[str, ...]:
    """All that stands in the way of moving on to a phase from the one before it, as sentences; none where nothing."""
    return tuple(sentence for sentence in _WAYS[to](standing) if sentence)


def worth_knowing(to: RoundPhase, standing: PhaseStanding) -> tuple[str, ...]:
    """What does not stop the move but should be known before it."""
    if to is P.MODERATE and standing.short:
        has = "has" if standing.short == 1 else "have"
        return (
            f"{count_of(standing.short, 'nominee')} {has} fewer scores than the round asks for. "
            "They are marked in the results.",
        )
    if to is P.QUALIFY and not standing.before_judging and not standing.judged:
        return ("Nobody is nominated yet.",)
    return ()


def _after(phase: RoundPhase) -> RoundPhase:
    found = following(phase)
    assert found is not None  # asked only of a phase with one further on
    return found


def _back(from_: RoundPhase, to: RoundPhase, standing: PhaseStanding) -> str | None:
    if from_ is P.ANNOUNCE and to is not P.DECIDE:
        return (
            "The results are announced. The round can go back to deciding, so that an honour given up can be given "
            "anew, and no further."
        )
    if standing.announced and to is not P.DECIDE:
        return "The results were announced, so the round goes back no further than to deciding."
    if standing.pending and ORDER.index(to) < ORDER.index(P.MODERATE):
        are = "decision is" if standing.pending == 1 else "decisions are"
        return (
            f"{standing.pending} {are} made and not announced. Take them back on the Results side first: what is "
            "scored again may decide otherwise."
        )
    return None


def _to_nominate(_standing: PhaseStanding) -> tuple[str, ...]:
    return ()


def _to_qualify(standing: PhaseStanding) -> tuple[str, ...]:
    return ("" if standing.categories else "The round has no category. Add one first.",)


def _to_score(standing: PhaseStanding) -> tuple[str, ...]:
    waiting = [
        (standing.drafts, "a draft", "drafts"),
        (standing.submitted, "submitted", "submitted"),
        (standing.qualifying, "qualifying", "qualifying"),
        (standing.returned, "returned for information", "returned for information"),
    ]
    still = [
        f"{count_of(number, 'nominee')} {f'is still {one}' if number == 1 else f'are still {many}'}"
        for number, one, many in waiting
        if number
    ]
    return (
        f"{capital_first(and_list(still))}. Send each to the judges or find it ineligible." if still else "",
        "" if standing.judged else "No nominee has qualified, so there is nobody to score.",
        "" if standing.judges else "The panel has no judge. Add its members on the Panel side.",
        _nothing_counts(standing),
    )


def _nothing_counts(standing: PhaseStanding) -> str:
    if not standing.unscored:
        return ""
    return f"Nothing counts in {and_list(standing.unscored)}. Add a criterion with a weight first."


def _to_moderate(standing: PhaseStanding) -> tuple[str, ...]:
    number = standing.open_scores
    still = "judge’s scores of a nominee are" if number == 1 else "scores of nominees by judges are"
    return (
        f"{number} {still} still awaited. Have each given, abstained from or given to another judge."
        if number
        else "",
        _nothing_counts(standing),
    )


def _to_decide(standing: PhaseStanding) -> tuple[str, ...]:
    return (_nothing_counts(standing),)


def _to_announce(standing: PhaseStanding) -> tuple[str, ...]:
    pending = standing.pending
    return (
        f"Nothing is decided yet in {and_list(standing.undecided)}. Decide on a winner there, or that there is none."
        if standing.undecided
        else "",
        f"{count_of(pending, 'decision')} {'waits' if pending == 1 else 'wait'} for the announcement. Announce the "
        "results on the Results side, all together."
        if pending
        else "",
    )


_WAYS = {
    P.NOMINATE: _to_nominate,
    P.QUALIFY: _to_qualify,
    P.SCORE: _to_score,
    P.MODERATE: _to_moderate,
    P.DECIDE: _to_decide,
    P.ANNOUNCE: _to_announce,
}


def embargo_words(until: datetime | None) -> str:
    """Until when results are kept back, in words; '' where no embargo is set."""
    return f"Under embargo until {until_words(until)}" if until is not None else ""
