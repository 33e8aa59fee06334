"""Strips on pages, broken as Word breaks them."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.page_preview.flow import Placed, Strip, flow


def test_strips_follow_each_other_and_the_larger_room_between_two_counts():
    strips = (Strip(10, after=6), Strip(10, before=18, after=4), Strip(10, before=2))
    assert flow(strips, 100) == (Placed(0, 0, 0), Placed(1, 0, 28), Placed(2, 0, 42))


def test_what_does_not_fit_begins_a_page_without_room_above():
    strips = (Strip(60, after=6), Strip(50, before=18))
    assert flow(strips, 100) == (Placed(0, 0, 0), Placed(1, 1, 0))


def test_what_keeps_with_the_next_goes_with_it():
    strips = (Strip(60), Strip(20, keep_next=True), Strip(30))
    assert flow(strips, 100) == (Placed(0, 0, 0), Placed(1, 1, 0), Placed(2, 1, 20))


def test_what_is_kept_together_but_higher_than_a_page_is_broken_where_it_must_be():
    strips = (Strip(50), *(Strip(30, keep_next=True) for _ in range(4)))
    assert [(one.page, one.top) for one in flow(strips, 100)] == [(0, 0), (0, 50), (1, 0), (1, 30), (1, 60)]


def test_a_table_that_goes_on_repeats_its_heading():
    heading = Strip(10, keep_next=True)
    rows = tuple(Strip(40, header=0) for _ in range(3))
    assert flow((heading, *rows), 100) == (
        Placed(0, 0, 0),
        Placed(1, 0, 10),
        Placed(2, 0, 50),
        Placed(0, 1, 0, repeated=True),
        Placed(3, 1, 10),
    )


def test_a_new_page_is_begun_where_it_is_asked_for_and_not_twice():
    strips = (Strip(10, new_page=True), Strip(10, new_page=True), Strip(10))
    assert [(one.page, one.top) for one in flow(strips, 100)] == [(0, 0), (1, 0), (1, 10)]


def test_a_strip_higher_than_a_page_has_one_to_itself():
    assert [one.page for one in flow((Strip(10), Strip(150), Strip(10)), 100)] == [0, 1, 2]


@given(
    st.lists(
        st.builds(
            Strip,
            st.integers(1, 90).map(float),
            before=st.integers(0, 20).map(float),
            after=st.integers(0, 20).map(float),
            keep_next=st.booleans(),
            new_page=st.booleans(),
        ),
        max_size=40,
    )
)
def test_every_strip_stands_once_in_order_and_within_its_page(strips):
    placed = flow(strips, 100)
    assert [one.strip for one in placed] == list(range(len(strips)))
    ends: dict[int, float] = {}
    pages = [one.page for one in placed]
    assert pages == sorted(pages)
    for one in placed:
        assert one.top >= ends.get(one.page, 0.0)
        ends[one.page] = one.top + strips[one.strip].height
        assert ends[one.page] <= 100
