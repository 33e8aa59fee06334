from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.database import Database
from resources.disclosure import given_away
from resources.statistics import Bounds
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.analysis.figures import number_figures
from workforce.survey.analysis.frame import read_wave
from workforce.survey.analysis.length_of_service import LengthOfService, ServiceRow
from workforce.survey.analysis.rates import Rate, RateFigures, rate_figures, service_rate
from workforce.survey.questionnaire.questions import questions
from workforce.survey.report.few_providers import providers_by_number
from workforce.survey.report.people import (
    has_small_total,
    is_small,
    lengths_row,
    safe_lengths,
    staff_is_of_few,
)
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import LENGTHS_OF_SERVICE, Role


def lengths(*people: tuple[int, int]) -> LengthOfService:
    whole = sum(high for _, high in people)
    rows = tuple(
        ServiceRow(role, Bounds(*one), Bounds(one[0] / whole, one[1] / whole), Bounds(0, 0))
        for role, one in zip(LENGTHS_OF_SERVICE, people, strict=True)
    )
    return LengthOfService(rows, 20, Bounds(whole, whole), 0, ())


def exactly(*people: int) -> LengthOfService:
    return lengths(*((one, one) for one in people))


def told(found: LengthOfService) -> list[tuple[object, object]]:
    return [(one.people, one.pooled) for one in safe_lengths(found).rows]


def test_large_counts_stand_with_their_shares() -> None:
    assert told(exactly(50, 40, 30, 20, 60)) == [(50, 25), (40, 20), (30, 15), (20, 10), (60, 30)]


def test_a_small_count_is_hidden_with_another_and_their_shares_give_neither_away() -> None:
    found = told(exactly(3, 40, 30, 20, 60))
    assert [people for people, _ in found] == ["[c]", 40, 30, "[c]", 60]
    assert [share for _, share in found] == ["[c]", 26.1, 19.6, "[c]", 39.2]
    assert told(exactly(3, 40, 30, 20, 60)) == found


@pytest.mark.parametrize(
    ("low", "expected"), [(12, [("12 to 14", "6 to 7"), (186, 93)]), (2, [("[c]", "[c]"), ("[c]", "[c]")])]
)
def test_ranges_stand_unless_one_may_be_small(low: int, expected: list[tuple[object, object]]) -> None:
    found = told(lengths((low, low + 2), (0, 0), (0, 0), (0, 0), (200 - low - 2, 200 - low - 2)))
    assert [found[0], found[-1]] == expected


def test_a_range_that_ends_at_few_people_is_small_and_so_is_what_one_provider_has() -> None:
    found = told(lengths((0, 2), (0, 0), (0, 0), (0, 0), (198, 200)))
    assert found[0] == found[-1] == ("[c]", "[c]")
    safe = safe_lengths(exactly(50, 40, 30, 20, 60), told_by_one=True)
    assert safe.total == "[c]" and {one.people for one in safe.rows} == {one.pooled for one in safe.rows} == {
        "[c]"
    }


def test_staff_figures_and_rates_of_nearly_one_provider_are_not_told(db: Database) -> None:
    roles = (*LENGTHS_OF_SERVICE, Role.STAFF, Role.VACANCIES)
    survey = start_survey(db).id
    codes = {one.role: one.code for one in questions(db, survey) if one.role}
    said = [{codes[role]: 2000 if number == 1 else 8 for role in roles} for number in range(12)]
    made = make_wave(db, [Home(answers=one) for one in said], survey_id=survey)
    data = read_wave(db, made.wave_id)
    whose = providers_by_number(data)
    assert staff_is_of_few(data) and is_small(rate_figures(data, Rate.VACANCY), whose)
    assert has_small_total(number_figures(data, made.of_role(Role.STAFF)), data)
    assert not has_small_total(number_figures(data, made.of_role(Role.STAFF)))
    assert not is_small(rate_figures(data, Rate.VACANCY))


def test_kinds_and_all_of_them_together_are_hidden_as_one_table() -> None:
    """Three people of one kind are hidden with another kind's, and with another length of both."""
    found = safe_lengths(
        exactly(43, 40, 30, 20, 60),
        [("Home care", (3, 20, 10, 10, 30)), ("Nursing home", (40, 20, 20, 10, 30))],
    )
    care, nursing = found.groups
    assert care.people[0] == nursing.people[0] == "[c]" and care.people.count("[c]") == 2
    assert [one.people for one in found.rows] == [43, 40, 30, 20, 60] and found.total == 193


def test_a_total_hidden_for_a_kind_is_hidden_in_the_table_of_all() -> None:
    found = safe_lengths(
        exactly(3, 40, 0, 0, 0), [("Home care", (3, 0, 0, 0, 0)), ("Nursing home", (0, 40, 0, 0, 0))]
    )
    assert found.rows[0].people == found.groups[0].people[0] == found.groups[0].total == "[c]"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), min_size=5, max_size=5), min_size=2, max_size=4))
def test_what_is_printed_of_staff_gives_no_hidden_number_away(groups: list[list[int]]) -> None:
    counts = [sum(column) for column in zip(*groups, strict=True)]
    if not sum(counts):
        return
    found = exactly(*counts)
    safe = safe_lengths(found, [(str(place), one) for place, one in enumerate(groups)])
    shown = [None if one.people == "[c]" else int(str(one.people)) for one in safe.rows]
    total = None if safe.total == "[c]" else int(str(safe.total))
    row = lengths_row(found, counts, shown, total)
    printed = [one.pooled for one in safe.rows]
    assert all(
        share == "[c]" for share, count in zip(printed, shown, strict=True) if count is None or total is None
    )
    told = replace(
        row,
        percentages=tuple(
            replace(one, unit=None if share == "[c]" else one.unit)
            for one, share in zip(row.percentages, printed, strict=True)
        ),
    )
    assert given_away([told]) == []


def figures(*counted: int) -> RateFigures:
    rates = [service_rate(Rate.VACANCY, Bounds(one, one), Bounds(20, 20)) for one in counted]
    return RateFigures(Rate.VACANCY, tuple(one for one in rates if one), (), 0, None, None)


@pytest.mark.parametrize(("counted", "small"), [((0, 0), False), ((1, 2), True), ((3, 2), False)])
def test_a_rate_of_so_few_is_not_told(counted: tuple[int, ...], small: bool) -> None:
    assert is_small(figures(*counted)) is small
