"""Whether those who answered differ from those who did not."""

from collections import Counter

from resources.database import Database
from resources.statistics import difference, share
from tests.workforce.survey.analysis.made_answers import homes
from tests.workforce.survey.analysis.made_waves import Home, make_wave, untie
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.non_response import non_response, non_response_table


def test_each_group_is_compared_as_by_hand(data: WaveData) -> None:
    found = non_response(data)
    answered = Counter(one.kind for one in homes() if one.answers is not None)
    silent = Counter(one.kind for one in homes() if one.answers is None)
    row = next(one for one in found.rows if one.wording == "Nursing home")
    of_answered, of_silent = share(answered["nursing_home"], 100), share(silent["nursing_home"], 50)
    assert (row.answered, row.silent) == (of_answered, of_silent)
    assert row.interval == difference(of_silent, of_answered)
    assert row.points == (of_answered.percent or 0) - (of_silent.percent or 0)


def test_where_they_differ_is_said_in_a_sentence(data: WaveData) -> None:
    found = non_response(data)
    clear = {row.wording for row in found.rows if row.differs}
    assert {"Nursing home", "Residential home"} <= clear
    assert found.sentence.startswith(
        "Those who answered differ from those who did not. More often among them: "
    )
    assert all(row.wording in found.sentence for row in found.rows if row.differs)
    assert not any(f"{row.wording} (" in found.sentence for row in found.rows if not row.differs)


def test_the_groups_of_each_fact_are_everybody(data: WaveData) -> None:
    found = non_response(data)
    for by in {row.by for row in found.rows}:
        rows = [row for row in found.rows if row.by == by]
        assert sum(row.answered.count for row in rows) == found.answered == 100
        assert sum(row.silent.count for row in rows) == found.silent == 50
    beds = [row.wording for row in found.rows if row.by == "Beds"]
    assert beds == ["1 to 19 beds", "20 to 39 beds", "40 to 59 beds", "60 beds or more", "No beds"]


def _sentence(db: Database, invited: list[Home]) -> str:
    return non_response(read_wave(db, make_wave(db, invited).wave_id)).sentence


def test_those_who_are_alike_do_not_differ(db: Database) -> None:
    alike = [Home(answers={}), Home(answers={}, district="Mansfield"), Home(), Home(district="Mansfield")]
    assert _sentence(db, alike * 20) == (
        "Those who answered do not differ clearly from those who did not by district, as far as the register tells."
    )


def test_what_everybody_has_in_common_is_left_out(db: Database) -> None:
    some = [*[Home(answers={})] * 20, *[Home("home_care", answers={})] * 15, *[Home()] * 40]
    found = non_response(read_wave(db, make_wave(db, some).wave_id))
    assert {row.by for row in found.rows} == {"Kind of service"}


def test_where_all_are_alike_nothing_sets_them_apart(db: Database) -> None:
    assert _sentence(db, [*[Home(answers={})] * 40, *[Home()] * 40]) == (
        "The register tells nothing that sets those who answered apart from those who did not."
    )


def test_where_responses_are_of_nobody_known_some_may_not_be_silent(db: Database) -> None:
    made = make_wave(db, [*[Home(answers={})] * 40, *[Home("home_care")] * 40])
    untie(db, made, 5)
    found = non_response(read_wave(db, made.wave_id))
    assert found.rows and found.sentence.endswith(
        "5 of 40 responses are not tied to a provider, and may be of some said not to have answered."
    )
    untie(db, made, 30)
    data = read_wave(db, made.wave_id)
    said = "It is not known who did not answer: 30 of 40 responses are not tied to a provider."
    assert (non_response(data).rows, non_response(data).sentence) == ((), said)
    assert (non_response_table(data).rows, non_response_table(data).base) == ([], said)


def test_too_few_of_one_are_not_judged(db: Database) -> None:
    assert _sentence(db, [*[Home(answers={})] * 40, *[Home("home_care")] * 12]) == (
        "40 answered and 12 did not: too few of one of them to say whether they differ."
    )


def test_everybody_and_nobody(db: Database) -> None:
    data = read_wave(db, make_wave(db, [Home(answers={})] * 3).wave_id)
    assert non_response(data).sentence == "Everybody invited answered."


def test_the_table_has_points_interval_and_the_rule(data: WaveData) -> None:
    table = non_response_table(data)
    row = next(row for row in table.rows if row[1] == "Nursing home")
    assert row[6] is not None and " to " in str(row[7]) and row[8] == 1
    assert any("Newcombe" in note for note in table.notes)
    assert table.base.startswith("100 answered, 50 did not. Those who answered differ")
