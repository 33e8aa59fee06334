"""Tests of what has room on one page."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.one_pager.topics import Fitted, Topic, fitted

TOPICS = (Topic("Who", ("One.", "Two.")), Topic("Ratings", ("Good.", "Better.")), Topic("Notes", ("Old.",)))


def room(signs: int, rows: int = 99):
    """A page for so many signs in so many rows."""

    def fits(page: Fitted) -> bool:
        return sum(len(words) for _, words in page.rows) <= signs and len(page.rows) <= rows

    return fits


def test_with_room_nothing_is_left_out() -> None:
    page = fitted(TOPICS, room(999))
    assert page.rows == (("Who", "One. Two."), ("Ratings", "Good. Better."), ("Notes", "Old."))
    assert page.left_out_words == ""


def test_each_topic_has_its_first_sentence_before_any_has_its_second() -> None:
    long = Topic("Who", ("First.", "W" * 200))
    page = fitted((long, TOPICS[1]), room(50))
    assert page.rows == (("Who", "First."), ("Ratings", "Good. Better."))
    assert page.left_out_words == "Left out for want of room: Who (1 sentence)."


def test_a_topic_whose_next_sentence_has_no_room_does_not_go_on_with_a_later_one() -> None:
    page = fitted((Topic("Who", ("First.", "W" * 200, "Third.")),), room(50))
    assert page.rows == (("Who", "First."),)
    assert page.left_out == (("Who", 2),)


def test_where_even_the_headings_have_no_room_the_last_give_way_and_it_is_said() -> None:
    page = fitted(TOPICS, room(999, rows=2))
    assert [heading for heading, _ in page.rows] == ["Who", "Ratings"]
    assert page.left_out == (("Notes", 1),)


def test_a_page_is_tried_no_more_often_than_it_has_sentences_and_topics() -> None:
    tried: list[Fitted] = []

    def fits(page: Fitted) -> bool:
        tried.append(page)
        return room(400)(page)

    fitted([Topic(str(at), ("A sentence.",) * 500) for at in range(14)], fits)
    assert len(tried) < 70


def test_a_very_long_sentence_is_shortened() -> None:
    assert len(fitted((Topic("Who", ("word " * 200,)),), room(999)).rows[0][1]) < 260


@given(
    st.lists(
        st.lists(st.text(alphabet="abc ", min_size=1, max_size=400), min_size=1, max_size=9),
        min_size=1,
        max_size=14,
    ),
    st.integers(10, 4000),
)
def test_every_sentence_is_printed_or_counted_as_left_out(lines: list[list[str]], signs: int) -> None:
    topics = [Topic(str(place), tuple(some)) for place, some in enumerate(lines)]
    page = fitted(topics, room(signs))
    out = dict(page.left_out)
    shown = dict(page.rows)
    assert room(signs)(page) or len(page.rows) == 1
    for one in topics:
        left = out.get(one.heading, 0)
        assert (one.heading in shown) == (left < len(one.lines))
