"""A wave weighted to those who were invited."""

from collections import Counter

import pytest

from resources.database import Database
from resources.problem import Problem
from tests.workforce.survey.analysis.made_answers import ANSWERED, answered_homes, homes
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.weighting import weighting_sentence, weighting_table, weights_of


def test_each_kind_has_its_share_of_those_invited(data: WaveData) -> None:
    found = weights_of(data)
    invited = Counter(one.kind for one in homes())
    sums: Counter[str] = Counter()
    for number, one in enumerate(answered_homes(), 1):
        sums[one.kind] += found.weights[number]
    assert {kind: total / ANSWERED for kind, total in sums.items()} == pytest.approx(
        {kind: count / len(homes()) for kind, count in invited.items()}
    )
    assert found.effective_base < ANSWERED


def test_by_kind_and_rating_both_margins_hold(data: WaveData) -> None:
    found = weights_of(data, (GroupBy.KIND, GroupBy.RATING))
    assert found.converged and found.furthest < 1e-6
    ratings = Counter(one.rating for one in homes())
    sums: Counter[str] = Counter()
    for number, one in enumerate(answered_homes(), 1):
        sums[one.rating] += found.weights[number]
    assert {key: total / ANSWERED for key, total in sums.items()} == pytest.approx(
        {key: count / len(homes()) for key, count in ratings.items()}
    )


def test_the_table_says_what_one_answer_counts_for(data: WaveData) -> None:
    found = weights_of(data)
    table = weighting_table(data, found)
    invited = Counter(one.kind for one in homes())["nursing_home"]
    answered = Counter(one.kind for one in answered_homes())["nursing_home"]
    wanted = f"{invited / len(homes()) * ANSWERED / answered:.2f}"
    assert table.rows[0] == ("Kind of service", "Nursing home", invited, answered, wanted)
    assert weighting_sentence(found) in table.notes


def test_what_cannot_be_weighted_is_refused_in_words(db: Database, data: WaveData) -> None:
    with pytest.raises(Problem, match="Lift the filter by size"):
        weights_of(filtered(data, AnalysisFilter(sizes=("small",))))
    with pytest.raises(Problem, match="Weight by kind, district or rating"):
        weights_of(data, (GroupBy.SIZE,))
    empty = make_wave(db, [Home(answers={}, invited=False)], survey_id=data.wave.survey_id)
    with pytest.raises(Problem, match="Nobody is in the population"):
        weights_of(read_wave(db, empty.wave_id))
    silent = make_wave(db, [Home("home_care", answers={}), Home("day_care")], survey_id=data.wave.survey_id)
    with pytest.raises(Problem, match=r"nobody answered of Day care \(1 invited\)"):
        weights_of(read_wave(db, silent.wave_id))
