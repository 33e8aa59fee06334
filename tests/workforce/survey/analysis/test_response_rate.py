"""How many answered of those invited and of those active; Nottinghamshire's figures of 2024 among them."""

import pytest

from resources.database import Database
from resources.problem import Problem
from resources.statistics import BASES_OF_PROVIDERS
from tests.workforce.survey.analysis.made_answers import homes
from tests.workforce.survey.analysis.made_waves import Home, make_wave, of_the_whole_provider, untie
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.response_rate import (
    not_answered_table,
    response_rate,
    response_rate_by_table,
    response_rate_table,
)
from workforce.survey.waves.standing import standing_of


def test_107_of_352_invited_and_of_192_active(db: Database) -> None:
    invited = [*[Home(answers={})] * 107, *[Home()] * (192 - 107), *[Home(active=False)] * (352 - 192)]
    data = read_wave(db, make_wave(db, invited).wave_id)
    found = response_rate(data)
    assert found.sentence == (
        "107 of 352 services invited answered (30.4%); of 192 with an active contract 107 did (55.7%)."
    )
    assert response_rate_table(data).rows[0] == ("All", 352, 107, 30.4, 192, 107, 55.7)


def test_by_kind_district_and_rating(data: WaveData) -> None:
    found = response_rate(data)
    assert [by for by, _ in found.groups] == [GroupBy.KIND, GroupBy.DISTRICT, GroupBy.RATING]
    for by, rows in found.groups:
        assert sum(one.invited.base for one in rows) == len(homes())
        assert sum(one.invited.count for one in rows) == found.whole.invited.count == 100
        assert sum(one.active.count for one in rows) == found.whole.active.count
        assert response_rate_by_table(data, by).rows[0][0] == rows[0].wording
    nursing = [one for one in homes() if one.kind == "nursing_home"]
    row = next(one for one in found.groups[0][1] if one.wording == "Nursing home")
    assert (row.invited.count, row.invited.base) == (
        sum(one.answers is not None for one in nursing),
        len(nursing),
    )
    assert row.active.base == sum(one.active for one in nursing)


def test_a_filter_leaves_the_rate_of_its_own(data: WaveData) -> None:
    found = response_rate(filtered(data, AnalysisFilter(kinds=("home_care",), good_and_outstanding=True)))
    wanted = [one for one in homes() if one.kind == "home_care" and one.rating in ("good", "outstanding")]
    assert found.whole.invited.base == len(wanted)
    assert found.whole.invited.count == sum(one.answers is not None for one in wanted)


def test_who_did_not_answer_is_listed_and_not_for_publication(data: WaveData) -> None:
    table = not_answered_table(data)
    assert len(table.rows) == 50 and table.exempt is not None
    assert table.base == "50 of 150 invited did not answer."
    silent = [f"House {at}" for at, one in enumerate(homes(), 1) if one.answers is None]
    assert sorted(str(row[0]) for row in table.rows) == sorted(silent)


def test_who_was_not_invited_is_said_and_not_counted(db: Database) -> None:
    data = read_wave(db, make_wave(db, [Home(answers={}), Home(), Home(answers={}, invited=False)]).wave_id)
    assert response_rate(data).whole.invited.count == 1
    assert response_rate_table(data).notes == (
        BASES_OF_PROVIDERS.note(),
        "1 response is of somebody who was not invited or is not known, and not in these figures.",
    )


def test_the_rate_of_fewer_than_ten_is_not_given(db: Database) -> None:
    invited = [*[Home(answers={}, kind="nursing_home")] * 3, *[Home(kind="home_care")] * 12]
    table = response_rate_by_table(read_wave(db, make_wave(db, invited).wave_id), GroupBy.KIND)
    assert [(row[0], row[1], row[3]) for row in table.rows] == [
        ("Nursing home", 3, None),
        ("Home care", 12, 0.0),
    ]


def test_without_a_population_there_is_no_rate(db: Database) -> None:
    data = read_wave(db, make_wave(db, [Home(answers={}, invited=False)]).wave_id)
    assert response_rate(data).sentence.startswith("Nobody is in the population")
    assert response_rate_table(data).rows == [("All", 0, 0, None, 0, 0, None)]


def test_by_size_nobody_can_say(data: WaveData) -> None:
    with pytest.raises(Problem, match="Lift the filter by size"):
        response_rate(filtered(data, AnalysisFilter(sizes=("small",))))


def test_a_provider_that_names_no_service_answered_for_all_that_were_invited(db: Database) -> None:
    made = make_wave(db, [Home(answers={}), Home(answers={}), Home()])
    of_the_whole_provider(db, made, 1, more=2)
    data = read_wave(db, made.wave_id)
    found = response_rate(data)
    assert found.sentence.startswith("4 of 5 services invited answered (80.0%)")
    assert found.whole.invited.count == standing_of(db, made.wave_id).answered
    assert (
        response_rate_table(data)
        .notes[1]
        .endswith("Of providers with several of them 1 response names none.")
    )
    assert not_answered_table(data).base == "1 of 5 invited did not answer."
    lodges = response_rate(filtered(data, AnalysisFilter(kinds=("home_care",))))
    assert (lodges.whole.invited.count, lodges.whole.invited.base) == (2, 2)


def test_with_responses_of_nobody_known_it_is_said_to_be_the_least(db: Database) -> None:
    made = make_wave(db, [*[Home(answers={})] * 6, *[Home(active=False)] * 4])
    untie(db, made, 2)
    data = read_wave(db, made.wave_id)
    assert response_rate(data).sentence == (
        "At least 4 of 10 services invited answered (40.0%); of 6 with an active contract at least 4 did (66.7%). "
        "2 of 6 responses are not tied to a provider."
    )
    assert response_rate_table(data).notes[-1] == (
        "In the whole wave 2 of 6 responses are not tied to a provider, so more may have answered than these "
        "figures say."
    )
    assert not_answered_table(data).base == (
        "6 of 10 invited are not known to have answered. 2 of 6 responses are not tied to a provider, and may be of "
        "some of these."
    )
    some = response_rate(filtered(data, AnalysisFilter(kinds=("residential_home",))))
    assert some.sentence.startswith("At least 4 of 10")


def test_where_most_are_of_nobody_known_there_is_no_rate(db: Database) -> None:
    made = make_wave(db, [*[Home(answers={})] * 35, *[Home()] * 45])
    untie(db, made, 20)
    data = read_wave(db, made.wave_id)
    found = response_rate(data)
    assert not found.known and found.sentence == (
        "There is no response rate: 20 of 35 responses are not tied to a provider, so it is not known which of the 80 "
        "services invited answered."
    )
    assert response_rate_table(data).rows[0] == ("All", 80, 15, None, 80, 15, None)
    assert all(one.invited.hidden for _, group in found.groups for one in group)
    assert standing_of(db, made.wave_id).rate is None and data.known_population is None
