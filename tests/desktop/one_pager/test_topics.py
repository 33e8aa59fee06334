"""Tests of what has room on one page."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.one_pager.topics import LINE_MM, ROW_MM, Topic, fitted

ROW = LINE_MM + ROW_MM
TOPICS = (Topic("Who", ("One.", "Two.")), Topic("Ratings", ("Good.", "Better.")), Topic("Notes", ("Old.",)))


def test_with_room_nothing_is_left_out() -> None:
    page = fitted(TOPICS)
    assert page.rows == (("Who", "One. Two."), ("Ratings", "Good. Better."), ("Notes", "Old."))
    assert page.left_out_words == ""


def test_each_topic_has_its_first_sentence_before_any_has_its_second() -> None:
    long = Topic("Who", ("First.", "W" * 200))
    page = fitted((long, TOPICS[1]), room=2 * ROW)
    assert page.rows == (("Who", "First."), ("Ratings", "Good. Better."))
    assert page.left_out_words == "Left out for want of room: Who (1 sentence)."


def test_where_even_the_headings_have_no_room_the_last_give_way_and_it_is_said() -> None:
    page = fitted(TOPICS, room=2 * ROW)
    assert [heading for heading, _ in page.rows] == ["Who", "Ratings"]
    assert page.left_out == (("Notes", 1),)


def test_a_very_long_sentence_is_shortened() -> None:
    assert len(fitted((Topic("Who", ("word " * 200,)),)).rows[0][1]) < 260


@given(
    st.lists(
        st.lists(st.text(alphabet="abc ", min_size=1, max_size=400), min_size=1, max_size=9),
        min_size=1,
        max_size=14,
    ),
    st.integers(80, 400),
)
def test_every_sentence_is_printed_or_counted_as_left_out(lines: list[list[str]], room: int) -> None:
    topics = [Topic(str(place), tuple(some)) for place, some in enumerate(lines)]
    page = fitted(topics, room=room)
    out = dict(page.left_out)
    shown = dict(page.rows)
    for one in topics:
        left = out.get(one.heading, 0)
        assert (one.heading in shown) == (left < len(one.lines))
    assert page == fitted(topics, room=room)
