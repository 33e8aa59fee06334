"""Which status may follow which, in which phase, and which steps need a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from awards.nominations.steps import (
    IN_PHASES,
    MAY_FOLLOW,
    is_back,
    may_move,
    moves,
    needs_reason,
    status_words,
)
from awards.vocabulary import PENDING, EntryStatus, RoundPhase

S, P = EntryStatus, RoundPhase
statuses, phases = some.sampled_from(list(S)), some.sampled_from(list(P))
TO_THE_TOP = [
    (S.DRAFT, S.SUBMITTED, P.NOMINATE),
    (S.SUBMITTED, S.QUALIFYING, P.QUALIFY),
    (S.QUALIFYING, S.JUDGING, P.QUALIFY),
    (S.JUDGING, S.SHORTLISTED, P.MODERATE),
    (S.SHORTLISTED, S.PENDING_WINNER, P.DECIDE),
    (S.PENDING_WINNER, S.WINNER, P.DECIDE),
]


@pytest.mark.parametrize(("held", "to", "phase"), TO_THE_TOP)
def test_the_way_from_a_draft_to_a_winner_needs_no_reason(
    held: EntryStatus, to: EntryStatus, phase: RoundPhase
) -> None:
    assert may_move(held, to, phase) is None
    assert not needs_reason(held, to)


@pytest.mark.parametrize(
    ("held", "to", "phase", "reason"),
    [
        (S.SUBMITTED, S.RETURNED_FOR_INFO, P.QUALIFY, True),
        (S.RETURNED_FOR_INFO, S.QUALIFYING, P.QUALIFY, False),
        (S.RETURNED_FOR_INFO, S.SUBMITTED, P.QUALIFY, False),
        (S.QUALIFYING, S.INELIGIBLE, P.QUALIFY, True),
        (S.INELIGIBLE, S.QUALIFYING, P.QUALIFY, True),
        (S.SUBMITTED, S.MERGED, P.NOMINATE, False),
        (S.JUDGING, S.MERGED, P.SCORE, True),
        (S.JUDGING, S.QUALIFYING, P.SCORE, True),
        (S.SHORTLISTED, S.JUDGING, P.DECIDE, True),
        (S.SHORTLISTED, S.NOT_SHORTLISTED, P.DECIDE, True),
        (S.WINNER, S.WITHDRAWN, P.ANNOUNCE, True),
        (S.RUNNER_UP, S.PENDING_WINNER, P.ANNOUNCE, True),
        (S.PENDING_WINNER, S.PENDING_RUNNER_UP, P.DECIDE, False),
    ],
)
def test_what_leads_out_back_or_in_again_needs_a_reason(
    held: EntryStatus, to: EntryStatus, phase: RoundPhase, reason: bool
) -> None:
    assert may_move(held, to, phase) is None
    assert needs_reason(held, to) is reason


def test_refusals_say_what_stands_and_what_can_be_done() -> None:
    assert may_move(S.SUBMITTED, S.SUBMITTED, P.QUALIFY) == "They are at “Submitted” already."
    assert may_move(S.SUBMITTED, S.WINNER, P.DECIDE) == (
        "Nobody goes from “Submitted” to “Winner” in one step. From there they can go to “Qualifying”, “Returned for "
        "information”, “Ineligible” or “Withdrawn”."
    )
    assert may_move(S.SHORTLISTED, S.PENDING_WINNER, P.SCORE) == (
        "Nobody goes to “Winner, not announced” while the round is at “Scoring”. That is done while it is at "
        "“Deciding” or “Announced”: move the round there first."
    )


@given(held=statuses, to=statuses, phase=phases)
def test_every_step_is_allowed_or_refused_in_a_sentence(
    held: EntryStatus, to: EntryStatus, phase: RoundPhase
) -> None:
    refusal = may_move(held, to, phase)
    assert (refusal is None) == (to in moves(held, phase))
    assert refusal is None or (refusal.endswith(".") and len(refusal) > 20)


@given(held=statuses, to=statuses, phase=phases)
def test_nobody_wins_without_having_been_judged(
    held: EntryStatus, to: EntryStatus, phase: RoundPhase
) -> None:
    """An honour follows only on judging, and is announced only from where it was pending."""
    if may_move(held, to, phase) is not None:
        return
    if to.is_pending:
        assert held.is_judged
        assert phase in (P.DECIDE, P.ANNOUNCE)
    if to.is_honoured:
        assert held is PENDING[to]
        assert phase in (P.DECIDE, P.ANNOUNCE)


@given(held=statuses, to=statuses, phase=phases)
def test_what_leaves_the_judges_or_comes_back_has_a_reason(
    held: EntryStatus, to: EntryStatus, phase: RoundPhase
) -> None:
    if may_move(held, to, phase) is None and (
        (held.is_judged and not to.is_judged)
        or (held.is_out and not to.is_out)
        or to in (S.INELIGIBLE, S.WITHDRAWN)
    ):
        assert needs_reason(held, to)


@given(path=some.lists(some.tuples(statuses, phases), max_size=30))
def test_however_steps_are_tried_an_announced_winner_was_once_with_the_judges(
    path: list[tuple[EntryStatus, RoundPhase]],
) -> None:
    at, been = S.SUBMITTED, {S.SUBMITTED}
    for to, phase in path:
        if may_move(at, to, phase) is None:
            at = to
            been.add(at)
    if at.is_honoured or at.is_pending:
        assert S.JUDGING in been


def test_every_status_is_written_out_and_every_one_can_be_reached() -> None:
    assert set(MAY_FOLLOW) == set(IN_PHASES) == set(S)
    reached, at = {S.DRAFT}, [S.DRAFT]
    while at:
        for to in MAY_FOLLOW[at.pop()]:
            if to not in reached:
                reached.add(to)
                at.append(to)
    assert reached == set(S)


@pytest.mark.parametrize("phase", list(P))
def test_anybody_not_out_can_be_withdrawn_or_found_ineligible_at_any_time(phase: RoundPhase) -> None:
    for held in S:
        if not held.is_out and held is not S.DRAFT:
            assert {S.WITHDRAWN, S.INELIGIBLE} <= set(moves(held, phase))


def test_going_back_is_told_from_going_on() -> None:
    assert is_back(S.JUDGING, S.QUALIFYING)
    assert is_back(S.WINNER, S.SHORTLISTED)
    assert not is_back(S.QUALIFYING, S.JUDGING)
    assert not is_back(S.RUNNER_UP, S.PENDING_WINNER)
    assert not is_back(S.WITHDRAWN, S.SUBMITTED)


def test_statuses_stand_in_sentences() -> None:
    assert status_words(S.SHORTLISTED) == "a finalist"
    assert status_words(S.RETURNED_FOR_INFO) == "returned for information"
