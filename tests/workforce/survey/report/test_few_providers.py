"""Whether numbers of people tell what one provider answered."""

import pytest

from resources.database import Database
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.analysis.frame import read_wave
from workforce.survey.report.few_providers import providers_by_number, providers_by_response, told_by_few


@pytest.mark.parametrize(
    ("people", "few"),
    [
        ([("a", 5), ("b", 5), ("c", 5)], False),
        ([("a", 5), ("b", 5), ("c", 0)], True),
        ([("a", 5), ("a", 5), ("b", 5)], True),
        ([("a", 90), ("b", 5), ("c", 5)], False),
        ([("a", 91), ("b", 5), ("c", 4)], True),
        ([("a", 50), ("a", 45), ("b", 2), ("c", 3)], True),
        ([("a", 0)], False),
        ([], False),
    ],
)
def test_few_are_fewer_than_three_providers_or_one_with_nearly_all(
    people: list[tuple[str, int]], few: bool
) -> None:
    assert told_by_few(people) is few


def test_each_response_is_of_its_provider_and_one_that_is_not_tied_of_its_own(db: Database) -> None:
    made = make_wave(db, [Home(answers={}), Home(answers={})])
    data = read_wave(db, made.wave_id)
    data.responses.loc[2, "provider"] = ""
    whose = providers_by_number(data)
    assert whose[1] == data.responses["provider"].loc[1] and whose[2] == data.responses["id"].loc[2]
    assert providers_by_response(data) == {
        data.responses["id"].loc[number]: whose[number] for number in (1, 2)
    }
