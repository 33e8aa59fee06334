"""Several joins of one person added up, and who may be one person under two names."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.online.meeting import Join
from engagement.forums.online.people_joined import Joined, people_of
from engagement.forums.online.vocabulary import Layout
from tests.engagement.forums.online.made_meetings import ENDS, STARTS, join, meeting_with


def people(*joins: Join, layout: Layout = Layout.TEAMS) -> tuple[Joined, ...]:
    return people_of(meeting_with(*joins), layout, STARTS, ENDS)


def said(*joins: Join, layout: Layout = Layout.TEAMS) -> list[tuple[str, int, int]]:
    return [(one.shown, one.joins, one.minutes) for one in people(*joins, layout=layout)]


def test_thirty_joins_are_one_person() -> None:
    joins = [join("Ada Example", minute, minute + 1.5, line=minute) for minute in range(30)]
    assert said(*joins) == [("Ada Example", 30, 30)]


def test_one_address_is_one_person_however_spelt() -> None:
    assert said(
        join("Ada Example", 0, 10, "ada@example.org"), join("A Example (EXT)", 20, 30, "ADA@example.org")
    ) == [("Ada Example", 2, 20)]


def test_one_address_under_two_whole_names_is_two_people() -> None:
    found = people(
        join("Ada Example", 0, 60, "office@home.example"), join("Ben Sample", 0, 60, "office@home.example")
    )
    assert [(one.shown, one.same_as) for one in found] == [("Ada Example", ""), ("Ben Sample", "")]


def test_one_address_with_another_surname_is_one_person() -> None:
    assert (
        len(people(join("Ada Example", 0, 9, "a@b.example"), join("Ada Married", 9, 20, "a@b.example"))) == 1
    )


def test_a_join_without_an_address_goes_to_who_has_the_name() -> None:
    assert said(join("Example, Ada", 0, 10), join("Ada Example", 20, 30, "ada@example.org", line=3)) == [
        ("Example, Ada", 2, 20)
    ]


def test_two_people_of_one_name_with_two_addresses_stay_two() -> None:
    found = people(
        join("Ada Example", 0, 10, "ada@one.example"), join("Ada Example", 0, 10, "ada@two.example"),
        join("Ada Example", 20, 30),
    )  # fmt: skip
    assert [(one.email, one.joins, one.same_as) for one in found] == [
        ("ada@one.example", 1, ""), ("ada@two.example", 1, ""), ("", 1, "1"),
    ]  # fmt: skip


def test_two_spellings_are_offered_as_one() -> None:
    found = people(
        join("Nigel Velvetworth", 0, 10), join("Nigel Velvetwort", 20, 30), join("Ada Example", 0, 60)
    )
    assert [one.same_as for one in found] == ["", "1", ""]


def test_zoom_s_two_names_of_one_person() -> None:
    joins = (join("Ada (Ada Example)", 0, 10), join("Ada Example", 20, 30))
    assert said(*joins, layout=Layout.ZOOM) == [("Ada (Ada Example)", 2, 20)]


def test_time_before_the_event_is_told_apart() -> None:
    (one,) = people(join("Ada Example", -30, 10))
    assert (one.seconds, one.seconds_in_event) == (2400, 600)
    assert one.first_join == STARTS - timedelta(minutes=30)


def test_a_ticket_for_several_says_that_others_are_not_named() -> None:
    ticket = Join(2, "Ada Example", "", None, None, 0, booked=True, order="112", quantity=3)
    (one,) = people(ticket, layout=Layout.EVENTBRITE)
    assert one.booked
    assert one.remarks == ("3 tickets in this name: whoever else came is not named in the file.",)


MINUTES = st.integers(0, 120)


@given(st.lists(st.tuples(MINUTES, MINUTES), min_size=1, max_size=12), st.randoms())
def test_the_order_of_the_joins_changes_no_minutes(spans: list[tuple[int, int]], chance: object) -> None:
    joins = [join("Ada Example", min(span), max(span), line=line) for line, span in enumerate(spans)]
    there = {minute for span in spans for minute in range(min(span), max(span))}
    ((_, number, minutes),) = said(*joins)
    assert (number, minutes) == (len(spans), len(there))
    chance.shuffle(joins)  # type: ignore[attr-defined]
    assert said(*joins) == [("Ada Example", number, minutes)]
