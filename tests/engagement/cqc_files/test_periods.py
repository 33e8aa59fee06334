"""Periods told from dated files, whatever the order in which the files come."""

from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from engagement.cqc_files.periods import Period, Said, missing, seen
from engagement.register.vocabulary import ServiceKind

HOME = Said(ServiceKind.RESIDENTIAL_HOME, False, "Oldham")
NURSING = Said(ServiceKind.NURSING_HOME, False, "Oldham")
DORMANT = Said(ServiceKind.RESIDENTIAL_HOME, True, "Oldham")
MARCH, MAY, AUGUST, NOVEMBER = "2019-03-01", "2019-05-01", "2019-08-01", "2019-11-01"

Files = dict[str, Said | None]


def taken_in(order: list[str], said: Files, registered: dict[str, str] | None = None) -> list[Period]:
    """The periods after files of these days, in this order; `registered` is what a day's file says of that."""
    periods: list[Period] = []
    since: str | None = None
    days: set[str] = set()
    for day in order:
        now = said[day]
        if now is None:
            periods = missing(periods, day, since=since, files=days)
        else:
            since = (registered or {}).get(day) or since
            periods = seen(periods, now, day, since=since, files=days)
        days.add(day)
    return periods


def test_what_a_file_says_holds_until_the_next_one() -> None:
    said: Files = {MAY: HOME, AUGUST: NURSING, NOVEMBER: None}
    expected = [Period(MAY, AUGUST, HOME), Period(AUGUST, NOVEMBER, NURSING)]
    assert {str(taken_in(list(order), said)) for order in permutations(said)} == {str(expected)}


def test_a_location_that_went_and_came_back_has_two_periods() -> None:
    said: Files = {MAY: HOME, AUGUST: None, NOVEMBER: HOME}
    expected = [Period(MAY, AUGUST, HOME), Period(NOVEMBER, None, HOME)]
    assert {str(taken_in(list(order), said)) for order in permutations(said)} == {str(expected)}


def test_registration_is_believed_back_to_the_last_file_without_the_location() -> None:
    said: Files = {MARCH: None, AUGUST: HOME}
    for registered, start in (("2019-04-15", "2019-04-15"), ("2011-01-01", AUGUST), (MARCH, AUGUST)):
        for order in permutations(said):
            assert taken_in(list(order), said, {AUGUST: registered}) == [Period(start, None, HOME)]


def test_a_registration_that_is_learned_later_reaches_back_from_the_first_sighting() -> None:
    said: Files = {MAY: HOME, AUGUST: HOME}
    for order in permutations(said):
        assert taken_in(list(order), said, {AUGUST: "2011-01-01"}) == [Period("2011-01-01", None, HOME)]


def test_a_period_that_no_file_told_of_ends_where_a_file_lacks_the_location() -> None:
    typed = [Period("2011-01-01", None, HOME)]
    ended = [Period("2011-01-01", AUGUST, HOME)]
    assert missing(typed, AUGUST, since="2011-01-01", files=()) == ended
    assert missing(typed, AUGUST, since=None, files=()) == ended
    assert missing(ended, NOVEMBER, since=None, files=(AUGUST,)) == ended


DAYS = st.lists(st.dates().map(str), min_size=1, max_size=6, unique=True)


@given(st.data())
def test_any_order_of_files_makes_the_periods_of_their_own_order(data: st.DataObject) -> None:
    days = data.draw(DAYS)
    said: Files = {day: data.draw(st.sampled_from([None, HOME, NURSING, DORMANT])) for day in days}
    registered = data.draw(st.one_of(st.none(), st.dates().map(str), st.sampled_from(days)))
    told = data.draw(st.sets(st.sampled_from(days)))
    says = {day: registered for day in told if registered is not None}
    expected = taken_in(sorted(days), said, says)
    assert taken_in(data.draw(st.permutations(days)), said, says) == expected
    # Each file's own day is as the file said, and periods neither overlap nor touch with the same words.
    for day in days:
        assert [period.said for period in expected if period.covers(day)] == [said[day]] * (
            said[day] is not None
        )
    for one, other in pairwise(expected):
        assert one.until_on is not None and one.until_on <= other.from_on
        assert one.until_on < other.from_on or one.said != other.said


@given(DAYS, st.data())
def test_a_file_taken_in_again_changes_nothing(days: list[str], data: st.DataObject) -> None:
    said: Files = {day: data.draw(st.sampled_from([None, HOME, NURSING])) for day in days}
    once = taken_in(sorted(days), said)
    assert taken_in([*sorted(days), data.draw(st.sampled_from(days))], said) == once
