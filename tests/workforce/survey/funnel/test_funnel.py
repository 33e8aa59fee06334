"""The funnel of a wave read from its answers, by kind too."""

from fractions import Fraction

import pytest

from resources.statistics import Share, bounds
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, Home, make_wave
from workforce.survey.analysis.frame import AnalysisFilter, filtered, read_wave
from workforce.survey.funnel.funnel import funnel, funnel_answers, share_said, stages_asked
from workforce.survey.vocabulary import FUNNEL, Role


@pytest.fixture
def data(db):
    made = make_wave(
        db,
        [
            Home(
                kind="nursing_home", answers={"applied": 40, "invited": 20, "attended": 10, "appointable": 5}
            ),
            Home(kind="home_care", answers={"invited": 6, "attended": 9, "appointable": 3}),
            Home(
                kind="home_care",
                answers={"invited": (10, 20), "attended": 10, "share_appointable": "About half"},
            ),
            Home(kind="home_care", answers={"invited": DONT_KNOW, "share_attended": "About a quarter"}),
            Home(kind="home_care", answers={"staff": 12}),
            Home(kind="home_care"),
        ],
    )
    return read_wave(db, made.wave_id)


def test_each_response_is_read_with_its_counts_and_the_shares_it_said(data):
    found = funnel_answers(data)
    assert [one.number for one in found] == [1, 2, 3, 4]
    assert found[2].counts == {Role.INVITED: bounds(10, 20), Role.ATTENDED: bounds(10)}
    assert found[2].shares == {Role.SHARE_APPOINTABLE: bounds(Fraction(3, 8), Fraction(5, 8))}
    assert found[3].counts == {}
    assert found[0].kind == "nursing_home"


def test_the_funnel_holds_stages_steps_kinds_and_queries(data):
    found = funnel(data)
    assert (found.responses, found.answered, stages_asked(data)) == (5, True, FUNNEL)
    assert [(one.stage, one.low, one.high, one.providers) for one in found.stages][:3] == [
        (Role.APPLIED, 40, 40, 1), (Role.INVITED, 36, 46, 3), (Role.ATTENDED, 29, 29, 3),
    ]  # fmt: skip
    attended = found.step(Role.INVITED, Role.ATTENDED)
    assert (attended.pooled.low, attended.pooled.high) == (Share(20, 40), Share(20, 30))
    assert (attended.typical.providers, attended.typical.from_bands) == (3, 1)
    assert [one.sentence.partition(": ")[2] for one in found.queries] == ["9 attended of 6 invited"]
    assert list(found.by_kind) == ["nursing_home", "home_care"]
    assert found.by_kind["nursing_home"][1].pooled.low == Share(10, 20)
    assert found.step(Role.APPLIED, Role.STILL_THERE).pooled is None
    assert found.step(Role.ATTENDED, Role.INVITED) is None


def test_a_filter_leaves_the_funnel_of_the_others(data):
    found = funnel(filtered(data, AnalysisFilter(kinds=("nursing_home",))))
    assert (found.responses, found.queries, found.filtered_to) == (1, (), "Nursing home")


def test_a_wave_without_answers_has_an_empty_funnel(db):
    found = funnel(read_wave(db, make_wave(db, [Home()]).wave_id))
    assert (found.answered, found.responses, found.queries, dict(found.by_kind)) == (False, 0, (), {})


def test_more_than_all_is_no_share():
    assert share_said(bounds(90, 120)) is None
    assert share_said(bounds(0, 100)) == bounds(0, 1)
