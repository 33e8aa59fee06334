"""Who is in the register on a day, and why the others are left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.reach.standing import CqcPeriod, Why, left_out_words, standing_on
from engagement.register.vocabulary import ServiceKind
from tests.engagement.forums.reach.made_services import service

HELD = CqcPeriod("2015-01-01", "2019-06-01", "nursing_home", False)
AS_HOME_CARE = CqcPeriod("2019-06-01", None, "home_care", True)


@pytest.mark.parametrize(
    ("day", "kind", "why"),
    [
        ("2014-12-31", ServiceKind.EXTRA_CARE, Why.NOT_YET),
        ("2015-01-01", ServiceKind.NURSING_HOME, None),
        ("2019-05-31", ServiceKind.NURSING_HOME, None),
        ("2019-06-01", ServiceKind.HOME_CARE, Why.DORMANT),
    ],
)
def test_one_of_cqcs_is_as_its_directory_said_on_the_day(
    day: str, kind: ServiceKind, why: Why | None
) -> None:
    found = standing_on(service("Ada", kind="extra_care", periods=(HELD, AS_HOME_CARE)), day)
    assert (found.kind, found.why) == (kind, why)


def test_one_that_the_directory_no_longer_lists_is_gone() -> None:
    assert standing_on(service("Ada", periods=(HELD,)), "2019-06-01").why is Why.GONE


def test_any_other_counts_from_its_registration() -> None:
    assert standing_on(service("Ada", registered_on="2019-12-10"), "2019-12-09").why is Why.NOT_YET
    assert standing_on(service("Ada", registered_on="2019-12-10"), "2019-12-10").why is None
    assert standing_on(service("Ada", registered_on=None), "1999-01-01").why is None
    assert standing_on(service("Ada", dormant=True), "2019-12-10").why is Why.DORMANT


def test_what_the_team_archived_counts_only_when_asked_for() -> None:
    put_away = service("Ada", archived_on="2019-12-10")
    assert standing_on(put_away, "2019-12-09").why is None
    assert standing_on(put_away, "2019-12-10").why is Why.ARCHIVED
    assert standing_on(put_away, "2019-12-10", with_archived=True).why is None


@given(st.lists(st.sampled_from(list(Why)), min_size=1))
def test_everybody_left_out_is_counted_once(reasons: list[Why]) -> None:
    said = left_out_words(reasons)
    assert said.startswith(f"Left out: {len(reasons)} service")
    assert all((why.label in said) == (why in reasons) for why in Why)


def test_nobody_left_out_is_not_said() -> None:
    assert left_out_words([]) == ""
