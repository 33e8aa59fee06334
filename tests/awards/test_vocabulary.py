"""What the words of the awards know of themselves."""

import pytest

from awards.vocabulary import PENDING, AssignmentStatus, EntryStatus, NominationStatus

E = EntryStatus


def test_an_entry_is_before_the_judges_with_them_or_out() -> None:
    """Each status is just one of the three."""
    for status in E:
        assert [status.is_before_judging, status.is_judged, status.is_out].count(True) == 1, status
    assert {one for one in E if one.is_out} == {E.MERGED, E.INELIGIBLE, E.WITHDRAWN}


def test_an_honour_is_kept_back_before_it_is_held() -> None:
    assert {one for one in E if one.is_pending} == set(PENDING.values())
    assert {one for one in E if one.is_honoured} == {E.WINNER, E.HIGHLY_COMMENDED, E.RUNNER_UP}
    assert all(one.is_judged for one in E if one.is_pending or one.is_honoured)


@pytest.mark.parametrize(
    ("status", "counted"),
    [
        ("submitted", True),
        ("returned_for_info", True),
        ("draft", False),
        ("duplicate", False),
        ("withdrawn", False),
    ],
)
def test_a_voice_counts_once_it_is_submitted(status: str, counted: bool) -> None:
    assert NominationStatus(status).is_counted is counted


def test_scores_are_awaited_until_they_are_given_or_cannot_be() -> None:
    assert {one for one in AssignmentStatus if one.is_open} == {
        AssignmentStatus.ASSIGNED, AssignmentStatus.SCORING
    }  # fmt: skip
