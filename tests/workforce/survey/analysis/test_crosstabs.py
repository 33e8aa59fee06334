"""Cross-tabs, beside pandas' own of the same answers."""

import pandas as pd
import pytest

from resources.database import Database
from resources.problem import Problem
from resources.statistics import share
from tests.workforce.survey.analysis.made_answers import answered_homes
from tests.workforce.survey.analysis.made_waves import Home, MadeWave, make_wave
from workforce.survey.analysis.crosstabs import crosstab, crosstab_table
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.frequencies import frequency
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.vocabulary import QuestionKind


@pytest.mark.parametrize("by", [GroupBy.KIND, GroupBy.DISTRICT, GroupBy.RATING])
def test_one_choice_by_group_is_pandas_crosstab(made: MadeWave, data: WaveData, by: GroupBy) -> None:
    said = [(getattr(one, by.value), (one.answers or {}).get("how_hard")) for one in answered_homes()]
    frame = pd.DataFrame([pair for pair in said if isinstance(pair[1], str)], columns=["group", "answer"])
    wanted = pd.crosstab(frame["answer"], frame["group"])
    found = crosstab(data, made.id("how_hard"), by)
    assert {one.key: one.base for one in found.groups} == wanted.sum().to_dict()
    for row in found.rows:
        for group, part in zip(found.groups, row.shares, strict=True):
            assert part == share(int(wanted.at[row.wording, group.key]), int(wanted[group.key].sum()))


def test_the_groups_of_every_question_add_up_to_its_frequencies(data: WaveData) -> None:
    for asked in data.asked:
        if not asked.question.kind.has_options:
            continue
        whole = frequency(data, asked.question.id)
        for by in GroupBy:
            found = crosstab(data, asked.question.id, by)
            assert sum(one.base for one in found.groups) == whole.answered
            assert [sum(part.count for part in row.shares) for row in found.rows] == [
                row.share.count for row in whole.rows
            ]
            if asked.question.kind is not QuestionKind.SEVERAL_CHOICES:
                sums = [sum(row.shares[at].count for row in found.rows) for at in range(len(found.groups))]
                assert sums == [one.base for one in found.groups]


def test_by_another_question_who_chose_several_is_in_several_columns(db: Database) -> None:
    homes = [
        *[Home(answers={"how_hard": "Very hard", "advertising_methods": ("Social media", "Jobcentre Plus")})]
        * 12,
        *[Home(answers={"how_hard": "Very easy", "advertising_methods": ("Social media",)})] * 8,
        *[Home(answers={"how_hard": "Very easy"})] * 3,
    ]
    made = make_wave(db, homes)
    data = read_wave(db, made.wave_id)
    found = crosstab(data, made.id("how_hard"), made.id("advertising_methods"))
    assert [(one.wording, one.base) for one in found.groups] == [("Jobcentre Plus", 12), ("Social media", 20)]
    hard = next(row for row in found.rows if row.wording == "Very hard")
    assert hard.shares == (share(12, 12), share(12, 20)) and hard.total == share(12, 23)
    assert found.notes == (
        "Who chose several answers to “Where do you advertise your posts?” is in several columns.",
        "3 responses are in the column of all alone, having chosen nothing in “Where do you advertise your posts?”.",
    )


def test_who_chose_nothing_in_the_other_question_is_in_the_column_of_all_alone(db: Database) -> None:
    homes = [
        *[Home(answers={"how_hard": "Very hard", "best_advertising": "Local newspaper or radio"})] * 12,
        *[Home(answers={"how_hard": "Very easy"})] * 3,
    ]
    made = make_wave(db, homes)
    found = crosstab(read_wave(db, made.wave_id), made.id("how_hard"), made.id("best_advertising"))
    assert (found.answered, [one.base for one in found.groups]) == (15, [12])
    (note,) = found.notes
    assert note.startswith("3 responses are in the column of all alone, having chosen nothing in “")


def test_small_bases_are_marked_and_those_too_small_have_no_percentage(db: Database) -> None:
    homes = [
        *[Home("home_care", answers={"how_hard": "Very hard"})] * 9,
        *[Home("nursing_home", answers={"how_hard": "Very hard"})] * 25,
        *[Home("residential_home", answers={"how_hard": "Very easy"})] * 30,
    ]
    made = make_wave(db, homes)
    data = read_wave(db, made.wave_id)
    table = crosstab_table(crosstab(data, made.id("how_hard"), GroupBy.KIND), data)
    assert [column.heading for column in table.columns] == [
        "Answer", "All (base 64), %", "Nursing home (base 25, small), %", "Residential home (base 30), %",
        "Home care (base 9, too small), %",
    ]  # fmt: skip
    assert table.rows[-1] == ("Very hard", 53, 100, 0, None)
    assert any("small base" in note for note in table.notes)


def test_a_question_of_figures_cannot_stand_in_rows(made: MadeWave, data: WaveData) -> None:
    with pytest.raises(Problem, match="answered with a figure"):
        crosstab(data, made.id("staff"), GroupBy.KIND)
    with pytest.raises(Problem, match="answered with a figure"):
        crosstab(data, made.id("how_hard"), made.id("staff"))


def test_weighted_percentages_stand_on_the_same_bases(made: MadeWave, data: WaveData) -> None:
    weights = {number: 1 + number % 3 for number in data.responses.index}
    found = crosstab(data, made.id("how_hard"), GroupBy.DISTRICT, weights)
    frame = pd.DataFrame(
        [
            (one.district, said, weights[number])
            for number, one in enumerate(answered_homes(), 1)
            if isinstance(said := (one.answers or {}).get("how_hard"), str)
        ],
        columns=["group", "answer", "weight"],
    )
    sums = frame.pivot_table(index="answer", columns="group", values="weight", aggfunc="sum", fill_value=0)
    for row in found.rows:
        wanted = [sums.at[row.wording, group.key] / sums[group.key].sum() for group in found.groups]
        whole = frame[frame["answer"] == row.wording]["weight"].sum() / frame["weight"].sum()
        assert row.weighted == pytest.approx((whole, *wanted))
    plain, table = crosstab(data, made.id("how_hard"), GroupBy.DISTRICT), crosstab_table(found, data)
    assert [row.shares for row in plain.rows] == [row.shares for row in found.rows]
    assert any("Percentages are weighted" in note for note in table.notes)
