"""The figures as tables: what is hidden, percentages with their base, and a measure without a denominator."""

from resources.suppression import HIDDEN
from tests.workforce.iwork.figures.people import LAST, WEEK, facts, job
from workforce.iwork.figures.figures import figures_of
from workforce.iwork.figures.measure_bases import MeasureBase
from workforce.iwork.figures.periods import period_to
from workforce.iwork.figures.reading import EmployerFacts, NewPosts
from workforce.iwork.figures.tables import (
    HIDDEN_NOTE,
    district_sentence,
    districts_table,
    employers_table,
    measure_percent,
    measure_refusal,
    measure_table,
    work_table,
)
from workforce.iwork.vocabulary import MeasureKind

LD, AUTISM = MeasureKind.LEARNING_DISABILITY, MeasureKind.AUTISM
PERIOD = period_to(LAST)
BASE = MeasureBase("b", LD, PERIOD.first, 1850, "The council’s return")
PEOPLE = (
    [facts(job(LAST - 30 * WEEK, 600), looked=(13, 26)) for _ in range(8)]
    + [facts(job(LAST - 15 * WEEK, 960), looked=(13,)) for _ in range(6)]
    + [facts() for _ in range(16)]
)
EMPLOYERS = [EmployerFacts("Mansfield", LAST, None)] * 6
FOUND = figures_of(
    PERIOD, PEOPLE, EMPLOYERS, NewPosts(5, 6, 9), {LD: BASE, AUTISM: None}, ("Ashfield", "Mansfield")
)


def test_people_then_and_now_with_shares_of_their_base() -> None:
    table = work_table(FOUND)
    rows = {row[0]: row[1:] for row in table.rows}
    assert [column.heading for column in table.columns[1:3]] == ["31 Mar 2026", "30 Sep 2026"]
    assert rows["On the register"][:2] == (30, 30)
    assert rows["In work"] == (8, 14, 47, "of those on the register")
    assert rows["16 hours or more a week"] == (None, 6, 43, "of those in work")
    assert rows["In their job for 26 weeks or more"][1] == 8 and rows["Hours a week on average"][1] == 13
    assert table.base == "30 people on the register, 14 of them in work" and table.exempt is None
    assert table.notes == () and table.as_at == LAST


def test_what_is_hidden_has_no_share_and_a_note() -> None:
    few = figures_of(PERIOD, PEOPLE[6:], [], NewPosts(2, 2, 2), {}, ())
    rows = {row[0]: row[1:] for row in work_table(few).rows}
    assert rows["16 hours or more a week"][1:3] in ((HIDDEN, None), (6, 75))
    assert rows["Fewer than 16 hours a week"] == (None, HIDDEN, None, "")
    assert work_table(few).notes == (HIDDEN_NOTE,) and "fewer than 5" in HIDDEN_NOTE
    assert employers_table(few).rows[2] == ("New posts opened in 2026/27", HIDDEN)
    assert len(employers_table(few).rows) == 3, "places are not told without their posts"


def test_employers_posts_and_districts_have_a_line_each() -> None:
    assert [row[1] for row in employers_table(FOUND).rows] == [6, 6, 5, "6 to 9"]
    table = districts_table(FOUND)
    assert table.rows[1] == ("Mansfield", 30, 6) and table.rows[-1] == ("All", 30, 6)
    assert district_sentence(FOUND) == ""
    none = figures_of(PERIOD, PEOPLE[:3], EMPLOYERS[:3], NewPosts(0, 0, 0), {}, ("Ashfield",))
    assert districts_table(none).rows == [] and "people and of employers by district" in district_sentence(
        none
    )


def test_the_measure_has_its_own_base_and_is_refused_without_one() -> None:
    table = measure_table(FOUND)
    assert table.rows == [("Learning disability", 14, 1850, 0.8, 6, 8)]
    assert "1,850 people aged 18 to 64 with long-term support, 2026/27 (The council’s return)" in table.base
    assert measure_refusal(FOUND, LD) == ""
    assert "no denominator for 2026/27" in measure_refusal(FOUND, AUTISM)
    small = figures_of(
        PERIOD, PEOPLE, [], NewPosts(0, 0, 0), {LD: MeasureBase("b", LD, PERIOD.first, 11, "A")}, ()
    )
    assert "fewer than the people in work" in measure_refusal(small, LD)


def test_a_percentage_of_a_measure_is_hidden_with_its_count_and_never_of_a_small_base() -> None:
    assert measure_percent(None, BASE) == HIDDEN and measure_percent(0, BASE) == 0
    assert measure_percent(5, MeasureBase("b", LD, PERIOD.first, 9, "A")) is None
    assert measure_percent(20, MeasureBase("b", LD, PERIOD.first, 12, "A")) is None
