"""The rates by the formulas of ASC-WDS, beside the same computed with pandas."""

import numpy as np
import pandas as pd
import pytest

from resources.database import Database
from resources.statistics import Bounds
from tests.workforce.survey.analysis.made_answers import answered_homes
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, Home, make_wave
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.rates import (
    INCORRECT_TURNOVER,
    Rate,
    incorrect_table,
    rate_figures,
    rates_by,
    rates_by_table,
    rates_table,
    service_rate,
)


def _rate(rate: Rate, counted: float, staff: float) -> Bounds | str | None:
    found = service_rate(rate, Bounds(counted, counted), Bounds(staff, staff))
    return None if found is None else found.error or found.rate


@pytest.mark.parametrize(
    ("rate", "counted", "staff", "wanted"),
    [
        (Rate.VACANCY, 2, 38, 0.05),
        (Rate.VACANCY, 0, 38, 0.0),
        (Rate.VACANCY, 40, 40, 0.5),
        (Rate.VACANCY, 3, 0, None),
        (Rate.TURNOVER, 13, 40, 0.325),
        (Rate.TURNOVER, 0, 40, 0.0),
        (Rate.TURNOVER, 199, 20, 9.95),
        (Rate.TURNOVER, 200, 20, INCORRECT_TURNOVER),
        (Rate.TURNOVER, 5, 0, None),
        (Rate.STARTERS, 300, 20, 15.0),
    ],
)
def test_the_formulas_of_asc_wds(
    rate: Rate, counted: float, staff: float, wanted: float | str | None
) -> None:
    found = _rate(rate, counted, staff)
    assert (found.low if isinstance(found, Bounds) else found) == wanted


def test_ranges_bound_the_rate() -> None:
    vacancy = service_rate(Rate.VACANCY, Bounds(2, 4), Bounds(36, 48))
    turnover = service_rate(Rate.TURNOVER, Bounds(10, 20), Bounds(20, 40))
    assert vacancy is not None and turnover is not None
    assert vacancy.rate == Bounds(2 / 50, 4 / 40)
    assert turnover.rate == Bounds(0.25, 1.0)


def _answers(code: str) -> pd.DataFrame:
    rows = [
        (one.kind, (one.answers or {}).get("staff"), (one.answers or {}).get(code))
        for one in answered_homes()
    ]
    told = [row for row in rows if isinstance(row[1], int) and isinstance(row[2], int)]
    return pd.DataFrame(told, columns=["kind", "staff", "counted"])


def test_the_vacancy_rate_pooled_and_typical_is_pandas(data: WaveData) -> None:
    said, found = _answers("vacancies"), rate_figures(data, Rate.VACANCY)
    each = said["counted"] / (said["staff"] + said["counted"])
    pooled = said["counted"].sum() / (said["staff"].sum() + said["counted"].sum())
    assert found.pooled is not None and found.spread is not None
    assert (found.base, found.no_result) == (len(said), len(answered_homes()) - len(said))
    told = (
        found.pooled.low,
        found.spread.median.low,
        found.spread.lower_quartile.low,
        found.spread.upper_quartile.high,
    )
    assert told == pytest.approx((pooled, each.median(), each.quantile(0.25), each.quantile(0.75)))


def test_the_turnover_rate_by_kind_is_pandas(data: WaveData) -> None:
    said = _answers("leavers")
    said["rate"] = said["counted"] / said["staff"]
    wrong, right = said[said["rate"] > 9.95], said[said["rate"] <= 9.95]
    assert len(wrong) > 0
    found = rates_by(data, Rate.TURNOVER, GroupBy.KIND)
    assert {kind: one.base for kind, one in found.items()} == right.groupby("kind").size().to_dict()
    assert sum(len(one.errors) for one in found.values()) == len(wrong)
    assert sum(one.base + len(one.errors) + one.no_result for one in found.values()) == len(answered_homes())
    for kind, one in found.items():
        part = right[right["kind"] == kind]
        assert one.pooled is not None and one.spread is not None
        assert one.pooled.low == pytest.approx(part["counted"].sum() / part["staff"].sum())
        assert one.spread.median.low == pytest.approx(np.median(part["rate"]))


def test_dont_know_and_blank_give_no_result_and_none_a_rate_of_nought(db: Database) -> None:
    homes = [
        *[Home(answers={"staff": 20, "vacancies": 0})] * 11,
        Home(answers={"staff": 20, "vacancies": DONT_KNOW}),
        Home(answers={"staff": 20}),
        Home(answers={"vacancies": 2}),
    ]  # fmt: skip
    table = rates_table(read_wave(db, make_wave(db, homes).wave_id))
    assert table.rows[0] == ("Vacancy rate", 11, 0, 0, 0, 0, 3, 0)
    assert table.rows[1] == ("Turnover rate", 0, None, None, None, None, 14, 0)
    assert any("By analogy" in note for note in table.notes)


def test_a_table_by_kind_begins_with_all_and_hides_the_few(db: Database) -> None:
    homes = [
        *[Home("home_care", answers={"staff": 40, "leavers": 10})] * 10,
        Home("nursing_home", answers={"staff": 20, "leavers": 500}),
        Home("nursing_home", answers={"staff": 20, "leavers": 5}),
    ]  # fmt: skip
    data = read_wave(db, make_wave(db, homes).wave_id)
    assert rates_by_table(data, Rate.TURNOVER).rows == [
        ("All", 11, 25, 25, 25, 25, 0, 1),
        ("Nursing home", 1, None, None, None, None, 0, 1),
        ("Home care", 10, 25, 25, 25, 25, 0, 0),
    ]
    wrong = incorrect_table(data)
    assert [row[2:] for row in wrong.rows] == [("Turnover rate", 500, 20, 2500, "incorrect-turnover")]
    assert wrong.exempt is not None


def test_weighted_the_staff_of_each_count_as_its_weight_says(db: Database) -> None:
    homes = [Home(answers={"staff": 10 * at, "vacancies": at % 4}) for at in range(1, 13)]
    data = read_wave(db, make_wave(db, homes).wave_id)
    weights = {number: 1 + number % 2 for number in data.responses.index}
    found = rate_figures(data, Rate.VACANCY, weights)
    vacancies = sum(weights[at] * (at % 4) for at in range(1, 13))
    staff = sum(weights[at] * 10 * at for at in range(1, 13))
    assert found.weighted is not None
    assert found.weighted.low == pytest.approx(vacancies / (staff + vacancies))
    table = rates_table(data, weights)
    assert table.columns[-1].heading == "Pooled, weighted, %"
    assert table.rows[0][-1] == round(100 * vacancies / (staff + vacancies), 1)
    assert rate_figures(data, Rate.VACANCY).weighted is None
