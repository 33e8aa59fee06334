"""What nobody may know of before the announcement."""

import pytest

from awards.ceremony.honours import Honour, honour_of, is_secret, refuse_secret
from awards.vocabulary import PENDING, EntryStatus
from resources.problem import Problem
from tests.awards.ceremony.conftest import Evening


def test_everybody_who_is_not_out_has_an_honour() -> None:
    out = {status for status in EntryStatus if honour_of(status) is None}
    assert out == {EntryStatus.DRAFT, EntryStatus.MERGED, EntryStatus.INELIGIBLE, EntryStatus.WITHDRAWN}


@pytest.mark.parametrize(("told", "pending"), PENDING.items())
def test_an_honour_is_the_same_before_and_after_it_is_told(told: EntryStatus, pending: EntryStatus) -> None:
    assert honour_of(told) is honour_of(pending)
    assert honour_of(told) is not None and honour_of(told).is_decided  # type: ignore[union-attr]
    assert not Honour.FINALIST.is_decided


def test_everything_is_secret_until_announced_and_again_while_a_new_decision_waits(evening: Evening) -> None:
    assert is_secret(evening.gala.round, [EntryStatus.NOT_SHORTLISTED])
    with pytest.raises(Problem, match="not all announced yet, and letters tell of them"):
        refuse_secret(evening.gala.round, [], "letters")
    evening.announce()
    assert not is_secret(evening.gala.round, [EntryStatus.WINNER, EntryStatus.SHORTLISTED])
    assert is_secret(evening.gala.round, [EntryStatus.WINNER, EntryStatus.PENDING_RUNNER_UP])
