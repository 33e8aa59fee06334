"""A round goes on one phase at a time, with nothing left behind, and back with what it knows."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.rounds.phases import (
    ORDER,
    PhaseStanding,
    embargo_words,
    following,
    in_the_way,
    is_back,
    may_move,
    worth_knowing,
)
from awards.vocabulary import RoundPhase

P = RoundPhase
READY = PhaseStanding(categories=7, judged=5, judges=3)
"""A round in whose way nothing stands."""

_FEW = st.integers(0, 3)
_NAMES = st.lists(st.sampled_from(("Team", "Care")), unique=True).map(tuple)
STANDINGS = st.builds(
    PhaseStanding, categories=_FEW, unscored=_NAMES, drafts=_FEW, submitted=_FEW, qualifying=_FEW, returned=_FEW,
    judged=_FEW, judges=_FEW, short=_FEW, open_scores=_FEW, undecided=_NAMES, pending=_FEW, announced=st.booleans(),
)  # fmt: skip
PHASES = st.sampled_from(ORDER)


def test_the_way_through_a_round() -> None:
    assert [following(one) for one in ORDER] == [P.QUALIFY, P.SCORE, P.MODERATE, P.DECIDE, P.ANNOUNCE, None]
    for one, then in pairwise(ORDER):
        assert may_move(one, then, READY) is None


@pytest.mark.parametrize(
    ("to", "standing", "said"),
    [
        (P.QUALIFY, {"categories": 0}, "The round has no category. Add one first."),
        (
            P.SCORE,
            {"qualifying": 7},
            "7 nominees are still qualifying. Send each to the judges or find it ineligible.",
        ),
        (
            P.SCORE,
            {"drafts": 1, "submitted": 2, "returned": 1},
            "1 nominee is still a draft, 2 nominees are still submitted and 1 nominee is still returned for "
            "information. Send each to the judges or find it ineligible.",
        ),
        (P.SCORE, {"judged": 0}, "No nominee has qualified, so there is nobody to score."),
        (P.SCORE, {"judges": 0}, "The panel has no judge. Add its members on the Panel side."),
        (P.SCORE, {"unscored": ("Team",)}, "Nothing counts in Team. Add a criterion with a weight first."),
        (P.MODERATE, {"unscored": ("Team",)}, "Nothing counts in Team. Add a criterion with a weight first."),
        (P.DECIDE, {"unscored": ("Team",)}, "Nothing counts in Team. Add a criterion with a weight first."),
        (
            P.MODERATE,
            {"open_scores": 2},
            "2 scores of nominees by judges are still awaited. Have each given, abstained from or given to another "
            "judge.",
        ),
        (
            P.ANNOUNCE,
            {"undecided": ("Team", "Care")},
            "Nothing is decided yet in Team and Care. Decide on a winner there, or that there is none.",
        ),
        (
            P.ANNOUNCE,
            {"pending": 3},
            "3 decisions wait for the announcement. Announce the results on the Results side, all together.",
        ),
    ],
)
def test_what_stands_in_the_way_is_said(to: RoundPhase, standing: dict[str, object], said: str) -> None:
    before = ORDER[ORDER.index(to) - 1]
    assert may_move(before, to, replace(READY, **standing)) == said  # type: ignore[arg-type]


def test_all_that_stands_in_the_way_is_known_at_once() -> None:
    assert len(in_the_way(P.SCORE, PhaseStanding(submitted=1, unscored=("Team",)))) == 4
    assert in_the_way(P.SCORE, READY) == ()


def test_what_does_not_stop_is_said_too() -> None:
    assert worth_knowing(P.MODERATE, replace(READY, short=1)) == (
        "1 nominee has fewer scores than the round asks for. They are marked in the results.",
    )
    assert worth_knowing(P.QUALIFY, PhaseStanding(categories=7)) == ("Nobody is nominated yet.",)
    assert worth_knowing(P.QUALIFY, replace(READY, submitted=1)) == ()


def test_what_was_decided_is_taken_back_before_anything_is_scored_again() -> None:
    pending = replace(READY, pending=1)
    refusal = may_move(P.DECIDE, P.SCORE, pending)
    assert refusal is not None and refusal.startswith("1 decision is made and not announced. Take them back")
    assert may_move(P.DECIDE, P.MODERATE, pending) is None
    assert may_move(P.DECIDE, P.SCORE, READY) is None


def test_what_was_announced_stays_announced() -> None:
    assert may_move(P.ANNOUNCE, P.DECIDE, replace(READY, announced=True)) is None
    refusal = may_move(P.ANNOUNCE, P.SCORE, replace(READY, announced=True))
    assert refusal is not None and "so that an honour given up can be given anew" in refusal
    later = may_move(P.DECIDE, P.MODERATE, replace(READY, announced=True))
    assert later == "The results were announced, so the round goes back no further than to deciding."


def test_the_embargo_in_words() -> None:
    assert embargo_words(None) == ""
    assert embargo_words(datetime(2026, 12, 9, 19, tzinfo=UTC)).startswith(
        "Under embargo until 9 December 2026"
    )


@given(PHASES, PHASES, STANDINGS)
def test_no_phase_is_skipped_and_none_is_left_with_something_in_the_way(
    at: RoundPhase, to: RoundPhase, standing: PhaseStanding
) -> None:
    if may_move(at, to, standing) is not None:
        return
    assert at is not to
    if is_back(at, to):
        assert at is not P.ANNOUNCE or to is P.DECIDE
        assert not standing.announced or to is P.DECIDE
    else:
        assert following(at) is to and in_the_way(to, standing) == ()


@given(st.lists(PHASES, max_size=12), STANDINGS)
def test_scores_are_asked_for_only_once_everybody_is_settled(
    wishes: list[RoundPhase], standing: PhaseStanding
) -> None:
    """Whatever is tried, a round comes past qualifying only where nobody waits and somebody judges."""
    at = P.NOMINATE
    for to in wishes:
        if may_move(at, to, standing) is None:
            at = to
    if ORDER.index(at) >= ORDER.index(P.SCORE):
        assert not standing.before_judging and standing.judges and standing.judged and not standing.unscored
    if at is P.ANNOUNCE:
        assert not standing.undecided and not standing.pending and not standing.open_scores


@given(PHASES, PHASES, STANDINGS)
def test_a_refusal_is_a_sentence(at: RoundPhase, to: RoundPhase, standing: PhaseStanding) -> None:
    refusal = may_move(at, to, standing)
    assert refusal is None or ((refusal[0].isupper() or refusal[0].isdigit()) and refusal.endswith("."))
