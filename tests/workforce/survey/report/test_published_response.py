from resources.database import Database
from tests.workforce.sample.small_county import TODAY
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.report.choice import ReportChoice
from workforce.survey.report.material import Material, material
from workforce.survey.report.published_response import (
    hidden_groups,
    non_response_to_publish,
    rates_of_kinds,
    response_rate_to_publish,
)

ANSWERED = {"how_hard": "Very hard"}


def made(db: Database) -> Material:
    homes = [
        *(Home("residential_home", answers=ANSWERED if at < 20 else None) for at in range(40)),
        *(Home("home_care", answers=ANSWERED if at < 8 else None) for at in range(16)),
        *(Home("nursing_home", answers=ANSWERED if at < 9 else None) for at in range(30)),
        *(Home("shared_lives", answers=ANSWERED if at < 1 else None) for at in range(3)),
    ]
    return material(db, make_wave(db, homes).wave_id, ReportChoice(), today=TODAY)


def test_one_group_alone_is_never_hidden() -> None:
    assert hidden_groups([("a", 40), ("b", 9), ("c", 12)]) == {"b", "c"}
    assert hidden_groups([("a", 40), ("b", 9), ("c", 3)]) == {"b", "c"}
    assert hidden_groups([("a", 40), ("b", 12)]) == hidden_groups([("b", 0)]) == frozenset()


def test_how_many_of_a_small_group_answered_stands_nowhere(db: Database) -> None:
    m = made(db)
    rows = {row[0]: row for row in response_rate_to_publish(m).rows}
    assert rows["All"][1:4] == (89, 38, 42.7)
    assert rows["Shared Lives"][1:4] == (3, "[u]", "[u]")
    assert rows["Home care"][1:4] == (16, "[u]", "[u]")  # else the others would be known from all
    assert rows["Nursing home"][1:4] == (30, 9, 30)
    silent = {row[1]: row for row in non_response_to_publish(m).rows}
    assert set(silent["Shared Lives"][2:9]) == {"[u]"} == set(silent["Home care"][2:9])
    assert silent["Nursing home"][2:6] == (9, 24, 21, 41)


def test_kinds_to_be_drawn_are_those_of_the_table(db: Database) -> None:
    m = made(db)
    assert [row[0] for row in rates_of_kinds(m).rows] == [
        "Nursing home", "Residential home", "Home care", "Shared Lives",
    ]  # fmt: skip
