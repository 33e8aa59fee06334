"""Questions answered with figures, beside pandas' own description of the same answers."""

import pandas as pd
import pytest

from resources.database import Database
from resources.statistics import Bounds
from tests.workforce.survey.analysis.made_answers import answered_homes
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, Home, MadeWave, make_wave
from workforce.survey.analysis.figures import all_figures, figures_by_table, figures_table, number_figures
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.vocabulary import QuestionKind


def test_every_question_is_described_as_pandas_does(data: WaveData) -> None:
    people = [one for one in all_figures(data) if one.question.kind is QuestionKind.PEOPLE]
    assert len(people) == 16
    for found in people:
        said = [(one.answers or {}).get(found.question.code) for one in answered_homes()]
        values = pd.Series([one for one in said if isinstance(one, int)])
        held = found.spread
        assert held is not None
        assert found.base == found.answered == len(values)
        told = [
            held.lower_quartile.low,
            held.median.low,
            held.upper_quartile.low,
            held.mean.low,
            held.total.low,
        ]
        assert told == pytest.approx([*values.quantile([0.25, 0.5, 0.75]), values.mean(), values.sum()])
        assert found.total == Bounds(values.sum(), values.sum())


def test_bands_have_bounds_and_no_total(db: Database) -> None:
    words = ["About half"] * 6 + ["About a quarter"] * 3 + ["All or nearly all"] * 3
    made = make_wave(db, [Home(answers={"share_attended": one}) for one in words])
    found = number_figures(read_wave(db, made.wave_id), made.id("share_attended"))
    assert found.spread is not None and found.total is None
    assert found.spread.median == Bounds(37.5, 62.5)
    assert found.spread.mean == Bounds(
        (6 * 37.5 + 3 * 10 + 3 * 90) / 12, (6 * 62.5 + 3 * 37.5 + 3 * 100) / 12
    )
    table = figures_table(read_wave(db, made.wave_id))
    row = next(row for row in table.rows if row[0] == found.wording)
    assert row[:7] == (
        found.wording,
        12,
        "37.5 to 62.5",
        "30.6 to 56.2",
        "50.6 to 71.9",
        "43.8 to 65.6",
        None,
    )
    assert any("no middle is made up" in note for note in table.notes)


def test_few_figures_are_counted_and_not_shown(db: Database) -> None:
    made = make_wave(db, [Home(answers={"staff": 12})] * 9 + [Home(answers={"staff": DONT_KNOW})])
    table = figures_table(read_wave(db, made.wave_id))
    assert table.rows[0][1:] == (9, None, None, None, None, None, "people", 1, 0, 0)
    assert any("fewer than 10" in note for note in table.notes)


def test_a_question_by_groups_has_a_row_for_each_and_no_totals(made: MadeWave, data: WaveData) -> None:
    table = figures_by_table(data, made.id("staff"), GroupBy.KIND)
    said = pd.DataFrame(
        [(one.kind, staff) for one in answered_homes() if isinstance(staff := (one.answers or {}).get("staff"), int)],
        columns=["kind", "staff"],
    )  # fmt: skip
    assert table.rows[0][:3] == ("All", len(said), said["staff"].median())
    homes = said[said["kind"] == "residential_home"]["staff"]
    row = next(row for row in table.rows if row[0] == "Residential home")
    assert row[1:3] == (len(homes), homes.median())
    assert row[5] == pytest.approx(homes.mean(), abs=0.05)
    assert [column.name for column in table.columns] == [
        "group", "base", "median", "lower_quartile", "upper_quartile", "mean",
    ]  # fmt: skip
