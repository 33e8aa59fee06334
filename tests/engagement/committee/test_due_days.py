from datetime import date

from engagement.committee.due_days import PUBLICATION, SHIPPED, Deadline, Rule, applying, due
from resources.working_days import HolidayChange

MEETING = date(2019, 12, 9)


def test_publication_is_five_clear_days_before_by_law() -> None:
    assert [(one.name, one.day) for one in due(SHIPPED, MEETING)] == [(PUBLICATION, date(2019, 11, 29))]
    assert SHIPPED[0].words == "5 clear days before the meeting"


def test_days_come_in_their_order_and_a_holiday_moves_them() -> None:
    rules = (*SHIPPED, Rule("Financial comments", 17), Rule("Briefing", 0))
    assert [(one.name, one.day) for one in due(rules, MEETING, [HolidayChange(date(2019, 11, 28))])] == [
        ("Financial comments", date(2019, 11, 13)),
        (PUBLICATION, date(2019, 11, 29)),
        ("Briefing", MEETING),
    ]


def test_a_committees_own_rule_stands_before_that_for_all() -> None:
    all_of_them, own = Rule(PUBLICATION, 6, is_clear=True), Rule(PUBLICATION, 8, committee="Scrutiny")
    other = Rule("Briefing", 2, committee="Health")
    assert applying([all_of_them, own, other], "Scrutiny") == (own,)
    assert applying([all_of_them, own, other], "health") == (all_of_them, other)


def test_a_deadline_says_how_it_stands() -> None:
    one = Deadline(Rule("Briefing", 1), date(2019, 12, 6))
    assert [one.state(date(2019, 12, day)) for day in (5, 6, 7)] == ["To come", "Due today", "Late"]
    met = Deadline(Rule("Briefing", 1), date(2019, 12, 6), date(2019, 12, 7))
    assert met.state(date(2019, 12, 8)) == "Met late on 7 December 2019"
    assert not met.is_late(date(2019, 12, 8))


def test_a_rule_of_no_days_is_the_day_itself() -> None:
    assert Rule("Briefing", 0).words == "on the day of the meeting"
    assert Rule("Briefing", 1).words == "1 working day before the meeting"
