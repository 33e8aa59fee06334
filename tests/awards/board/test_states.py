"""The columns of the board, and what may be moved between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.board.states import SHOWN, STATUSES, BoardState, asks_reason, refusal, state_of, ways_out
from awards.nominations.steps import may_move
from awards.vocabulary import EntryStatus, RoundPhase

S, P, B = EntryStatus, RoundPhase, BoardState


def test_every_status_has_one_column_but_who_is_grouped_with_another() -> None:
    assert sorted(SHOWN) == sorted(set(S) - {S.MERGED}) and len(SHOWN) == len(set(SHOWN))
    assert (
        state_of(S.MERGED) is None
        and state_of(S.DRAFT) is B.SUBMITTED
        and state_of(S.RUNNER_UP) is B.HONOURED
    )


def test_from_submitted_to_the_judges_in_one_move_while_that_may_be() -> None:
    assert refusal(S.SUBMITTED, B.JUDGING, P.QUALIFY) is None
    assert "move the round there first" in str(refusal(S.SUBMITTED, B.JUDGING, P.NOMINATE))
    assert "Nobody is moved from “Submitted” to “Judging”" in str(refusal(S.DRAFT, B.JUDGING, P.QUALIFY))


def test_a_refusal_says_to_which_columns_a_card_can_go() -> None:
    assert refusal(S.SUBMITTED, B.FINALIST, P.QUALIFY) == (
        "Nobody is moved from “Submitted” to “Finalist”. From here they can go to “Returned”, “Qualifying”, “Judging” "
        "or “Out”."
    )
    assert "From there they can go to" in str(refusal(S.MERGED, B.FINALIST, P.QUALIFY))


@pytest.mark.parametrize("phase", list(P))
@pytest.mark.parametrize("held", SHOWN)
def test_nobody_is_honoured_by_a_move_on_the_board(held: EntryStatus, phase: RoundPhase) -> None:
    assert "decided on the side “Results”" in str(refusal(held, B.HONOURED, phase))


def test_an_honour_is_not_taken_away_by_a_move_but_who_holds_it_may_withdraw() -> None:
    assert "Take the decision back" in str(refusal(S.PENDING_WINNER, B.FINALIST, P.DECIDE))
    assert refusal(S.WINNER, B.OUT, P.ANNOUNCE) is None and asks_reason(S.WINNER, B.OUT)


def test_a_draft_leaves_only_as_withdrawn() -> None:
    assert (
        ways_out(S.DRAFT, P.NOMINATE) == (S.WITHDRAWN,)
        and ways_out(S.SUBMITTED, P.QUALIFY) == STATUSES[B.OUT]
    )
    assert ways_out(S.MERGED, P.QUALIFY) == () and refusal(S.MERGED, B.OUT, P.QUALIFY) is not None


def test_a_reason_is_asked_for_what_leads_back_or_out() -> None:
    assert asks_reason(S.JUDGING, B.QUALIFYING) and asks_reason(S.SUBMITTED, B.RETURNED)
    assert asks_reason(S.QUALIFYING, B.OUT) and asks_reason(S.INELIGIBLE, B.QUALIFYING)
    assert not asks_reason(S.SUBMITTED, B.QUALIFYING) and not asks_reason(S.SUBMITTED, B.JUDGING)
    assert not asks_reason(S.RETURNED_FOR_INFO, B.JUDGING) and not asks_reason(S.JUDGING, B.FINALIST)


@given(st.sampled_from(SHOWN), st.sampled_from(list(B)), st.sampled_from(list(P)))
def test_the_board_allows_nothing_that_the_steps_refuse(
    held: EntryStatus, to: BoardState, phase: RoundPhase
) -> None:
    if refusal(held, to, phase) is not None:
        return
    if to is B.OUT:
        assert all(may_move(held, one, phase) is None for one in ways_out(held, phase)) and ways_out(
            held, phase
        )
    elif to is B.JUDGING and held in (S.SUBMITTED, S.RETURNED_FOR_INFO):
        assert (
            may_move(held, S.QUALIFYING, phase) is None and may_move(S.QUALIFYING, S.JUDGING, phase) is None
        )
    else:
        assert may_move(held, STATUSES[to][0], phase) is None
