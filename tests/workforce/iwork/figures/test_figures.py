"""The figures of a period: safe numbers of people, employers and posts, averages, districts and measures."""

import random
from datetime import date

import pytest

from resources.database import Database
from resources.problem import Problem
from tests.workforce.iwork.figures.held import TODAY, filled
from tests.workforce.iwork.figures.people import LAST, WEEK, facts, job
from workforce.iwork.figures.counted import Counted, PersonFacts
from workforce.iwork.figures.figures import ELSEWHERE, IWorkFigures, figures_of, iwork_figures
from workforce.iwork.figures.measure_bases import MeasureBase
from workforce.iwork.figures.periods import period_to
from workforce.iwork.figures.reading import EmployerFacts, NewPosts
from workforce.iwork.vocabulary import KnownOrNot, MeasureKind

C, LD = Counted, MeasureKind.LEARNING_DISABILITY
PERIOD = period_to(LAST)
DISTRICTS = ("Ashfield", "Mansfield")


def figures(
    people: list[PersonFacts], *, employers: list[EmployerFacts] | None = None, posts: NewPosts | None = None,
    base: int | None = None,
) -> IWorkFigures:  # fmt: skip
    held = MeasureBase("b", LD, PERIOD.first, base, "A return") if base else None
    return figures_of(PERIOD, people, employers or [], posts or NewPosts(0, 0, 0), {LD: held}, DISTRICTS)


def employer(district: str, since: date = date(2025, 5, 1)) -> EmployerFacts:
    return EmployerFacts(district, since, None)


def test_a_register_is_read_and_counted(vault: Database, db: Database) -> None:
    filled(vault, db)
    found = iwork_figures(vault, db, TODAY, today=TODAY)
    assert (found.counts[C.REGISTER], found.counts[C.WORK], found.counts[C.MORE]) == (30, 14, 6)
    assert found.average_hours == 14, "six of 20 hours and eight of 10"
    assert (found.employers, found.new_employers, found.posts, found.places) == (6, 6, 6, (6, 6))
    assert found.counts[C.THEN_WORK] == 0 and found.counts[C.STARTED] == 14
    assert [one.name for one in found.districts][:2] == ["Ashfield", "Bassetlaw"]
    assert found.districts[-1].name == ELSEWHERE and found.districts[-1].people == 30


def test_an_empty_register_and_a_day_that_is_near_say_what_to_do(vault: Database, db: Database) -> None:
    with pytest.raises(Problem) as empty:
        iwork_figures(vault, db, TODAY, today=TODAY)
    assert "Add a person on the side People" in empty.value.sentence
    with pytest.raises(Problem):
        iwork_figures(vault, db, date(2026, 11, 20), today=TODAY)


def test_hours_on_average_are_of_ten_people_whose_hours_are_all_known() -> None:
    ten = [facts(job(LAST - 20 * WEEK, 450 + 30 * number), looked=(13,)) for number in range(10)]
    others = [facts() for _ in range(20)]
    assert figures([*ten, *others]).average_hours == 10, "9¾ hours"
    assert figures([*ten[:9], *others]).average_hours is None
    assert figures([*ten, facts(job(LAST - 20 * WEEK, 0)), *others]).average_hours is None


def test_a_single_employer_or_post_is_not_told_nor_given_away_by_those_that_are_new() -> None:
    old, new = [employer("Ashfield")] * 6, [employer("Ashfield", date(2026, 5, 1))] * 5
    assert (figures([], employers=old + new).employers, figures([], employers=old + new).new_employers) == (
        11,
        5,
    )
    told = figures([], employers=[*old[:2], *new])
    assert None in (told.employers, told.new_employers), "7 less 5 is 2"
    assert figures([], employers=[*old, new[0]]).new_employers is None
    assert (
        figures([], posts=NewPosts(4, 4, 9)).posts is None
        and figures([], posts=NewPosts(4, 4, 9)).places is None
    )
    assert figures([], posts=NewPosts(5, 5, 6)).places == (5, 6)


def test_districts_hide_what_is_small_and_what_would_give_it_away() -> None:
    held = [facts(district="Ashfield")] * 6 + [facts(district="Mansfield")] * 7 + [facts(district="")] * 2
    found = figures(held, employers=[employer("Ashfield")] * 6)
    assert [one.people for one in found.districts].count(None) == 2, "the total less two tells the third"
    assert [one.employers for one in found.districts] == [6, 0, 0]
    few = figures([*held[:5], *held[6:11]], employers=[employer("Ashfield")] * 3)
    assert few.tells_people and not few.tells_employers
    assert all(one.employers is None for one in few.districts)


def test_a_total_that_is_not_told_above_is_not_told_by_districts() -> None:
    found = figures([facts(district="Ashfield")] * 4)
    assert found.counts[C.REGISTER] is None and not found.tells_people


def test_a_measure_of_nearly_all_of_its_base_is_not_told() -> None:
    held = [facts(job(LAST - 20 * WEEK), looked=(13,)) for _ in range(12)] + [facts() for _ in range(20)]
    assert figures(held, base=1850).counts[C.LD] == 12
    assert figures(held, base=14).counts[C.LD] is None, "two of the base are not in work"
    assert figures(held, base=12).counts[C.LD] == 12


@pytest.mark.parametrize("seed", range(6))
def test_no_number_from_one_to_four_is_ever_told(seed: int) -> None:
    rng = random.Random(seed)
    held = [
        facts(
            *[job(LAST - rng.choice((5, 15, 30, 60)) * WEEK, rng.choice((300, 960)))] * (rng.random() < 0.4),
            referred=rng.choice((date(2025, 5, 1), date(2026, 6, 1))), ld=rng.random() < 0.7, autism=rng.random() < 0.5,
            support=rng.choice((KnownOrNot.YES, KnownOrNot.NO)), looked=(13, 26, 52),
            district=rng.choice(("Ashfield", "Mansfield", "Gedling")),
        )
        for _ in range(rng.choice((6, 25, 60)))
    ]  # fmt: skip
    homes = [
        employer(rng.choice(DISTRICTS), rng.choice((date(2025, 5, 1), date(2026, 6, 1)))) for _ in range(8)
    ]
    found = figures(held, employers=homes, posts=NewPosts(rng.randrange(8), 8, 9), base=1850)
    told = [
        *found.counts.values(), found.employers, found.new_employers, found.posts,
        *(number for one in found.districts for number in (one.people, one.employers)),
    ]  # fmt: skip
    assert not any(number in range(1, 5) for number in told)
    assert found.hides and any(told)
