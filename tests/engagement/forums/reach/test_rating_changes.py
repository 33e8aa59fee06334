"""Ratings before and after: who is compared, who is left out and why, and what may not be concluded."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.reach.question import NOT_CONFIDENTIAL
from engagement.forums.reach.rating_changes import (
    NOT_PROOF,
    Attended,
    Moved,
    NotCompared,
    attended,
    change_sentences,
    changes_table,
    compare,
    moved,
)
from engagement.register.vocabulary import GRADES, Rating
from resources.spans import Span
from tests.engagement.forums.reach.made_services import service

BEFORE, AFTER = Span(date(2018, 1, 1), date(2018, 12, 31)), Span(date(2019, 1, 1), date(2019, 12, 31))
R = Rating


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (R.INADEQUATE, R.GOOD, Moved.UP),
        (R.GOOD, R.GOOD, Moved.SAME),
        (R.OUTSTANDING, R.GOOD, Moved.DOWN),
    ],
)
def test_up_is_towards_outstanding(before: Rating, after: Rating, what: Moved) -> None:
    assert moved(before, after) is what


SERVICES = {
    "up": Attended.CAME, "no new": Attended.CAME, "day care": Attended.CAME, "down": Attended.INVITED,
    "same": Attended.NOT_INVITED, "unrated": Attended.NOT_INVITED, "no grade": Attended.NOT_INVITED,
}  # fmt: skip
STOOD = {"up": R.INADEQUATE, "no new": R.GOOD, "down": R.GOOD, "same": R.GOOD, "no grade": R.NOT_RATED}
NEW = {"up": R.GOOD, "down": R.INADEQUATE, "same": R.GOOD, "unrated": R.GOOD, "no grade": R.GOOD}


def test_each_group_is_counted_with_its_base_and_with_who_is_left_out() -> None:
    found = compare(BEFORE, AFTER, SERVICES, STOOD, NEW, unrated={"day care"})
    came, absent = found.lines[Attended.CAME], found.did_not_come
    assert (came.services, came.compared, came.moved[Moved.UP]) == (3, 1, 1)
    assert came.left_out == {
        NotCompared.NOT_RATED_BY_CQC: 1, NotCompared.NO_RATING_BEFORE: 0, NotCompared.NO_NEW_RATING: 1,
    }  # fmt: skip
    assert (absent.services, absent.compared) == (4, 2)
    assert (absent.moved[Moved.DOWN], absent.moved[Moved.SAME]) == (1, 1)
    assert absent.left_out[NotCompared.NO_RATING_BEFORE] == 2


def test_the_table_says_that_it_is_no_proof_and_hides_small_bases() -> None:
    table = changes_table(compare(BEFORE, AFTER, SERVICES, STOOD, NEW, unrated={"day care"}))
    assert [row[0] for row in table.rows] == ["Came", "Did not come", "Invited, did not come", "Not invited"]
    assert table.rows[0] == ("Came", 3, 1, 1, None, 0, None, 0, None, 1, 0, 1)
    assert table.notes[0] == NOT_PROOF
    assert table.notes[1] == NOT_CONFIDENTIAL
    assert table.notes[2] == (
        "Not compared: 1 service (not rated by CQC), 2 services (no rating before) and 1 service (no new rating since)."
    )
    assert any("No percentage is given of fewer than 10" in note for note in table.notes)
    assert [column.heading for column in table.columns][-3:] == [
        "Not rated by CQC", "No rating before", "No new rating since",
    ]  # fmt: skip


def test_sentences_give_a_percentage_where_the_base_allows() -> None:
    many = {str(at): Attended.CAME for at in range(10)} | {"x": Attended.INVITED}
    found = compare(BEFORE, AFTER, many, dict.fromkeys(many, R.GOOD), dict.fromkeys(many, R.OUTSTANDING))
    assert change_sentences(found) == [
        "Of 10 services that came, with a rating before and since, 10 (100%) went up and 0 (0%) went down.",
        "Of 1 service that did not come, with a rating before and since, 1 went up and 0 went down.",
    ]


@given(
    st.dictionaries(
        st.text("abc", min_size=1, max_size=4),
        st.tuples(
            st.sampled_from(list(Attended)),
            st.none() | st.sampled_from(list(R)),
            st.none() | st.sampled_from(GRADES),
        ),
    )
)
def test_everybody_is_compared_or_left_out_with_one_reason(
    facts: dict[str, tuple[Attended, Rating | None, Rating | None]],
) -> None:
    found = compare(
        BEFORE, AFTER, {key: one[0] for key, one in facts.items()},
        {key: one[1] for key, one in facts.items() if one[1]}, {key: one[2] for key, one in facts.items() if one[2]},
    )  # fmt: skip
    for line in (*found.lines.values(), found.did_not_come):
        assert line.services == line.compared + sum(line.left_out.values())


def test_who_came_counts_as_come_although_invited() -> None:
    records = [service(key) for key in ("a", "b", "c")] + [service("gone", archived_on="2019-01-01")]
    assert attended(records, "2019-12-31", {"a": True, "b": False, "gone": True}, {"a": True, "b": True}) == {
        "a": Attended.CAME, "b": Attended.INVITED, "c": Attended.NOT_INVITED,
    }  # fmt: skip
