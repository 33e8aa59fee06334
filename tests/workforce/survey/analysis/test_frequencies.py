"""How often each option was chosen, beside counts made by hand from the answers as they were written."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.database import Database, change, new_key
from resources.statistics import share, wilson
from tests.workforce.survey.analysis.made_answers import INVITED, answered_homes
from tests.workforce.survey.analysis.made_waves import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Home,
    MadeWave,
    make_wave,
)
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.analysis.frequencies import (
    SEVERAL_BANDS,
    Frequency,
    band_of,
    frequencies,
    frequency,
    frequency_table,
    most_chosen_sentence,
    nothing_chosen,
    place_words,
    ranking_sentence,
)
from workforce.survey.answers.responses import Answer
from workforce.survey.coding.text_key import text_key
from workforce.survey.questionnaire.questions import Option
from workforce.survey.vocabulary import QuestionKind


def told(found: Frequency) -> dict[str, int]:
    """Counts by words."""
    return {row.wording: row.share.count for row in found.rows}


def test_every_question_is_counted_as_by_hand(made: MadeWave, data: WaveData) -> None:
    answers = [one.answers or {} for one in answered_homes()]
    for found in frequencies(data):
        said = [one.get(found.question.code) for one in answers]
        given_words = [one for one in said if one not in (None, DONT_KNOW, NOT_APPLICABLE)]
        counts = Counter(
            words for one in given_words for words in ((one,) if isinstance(one, str) else one or ())
        )
        assert told(found) == {
            one.wording: counts[one.wording] for one in found.question.options if one.stands_for is None
        }
        assert (found.answered, found.dont_know, found.not_applicable, found.missing) == (
            len(given_words), said.count(DONT_KNOW), said.count(NOT_APPLICABLE), said.count(None),
        )  # fmt: skip
        assert (
            found.responses
            == len(answers)
            == found.answered + found.dont_know + found.not_applicable + found.missing
        )
    assert {one.kind for one in frequencies(data)} == {one for one in QuestionKind if one.has_options}


def test_intervals_know_the_population(data: WaveData) -> None:
    for found in frequencies(data):
        for row in found.rows:
            assert row.interval == wilson(row.share.count, found.answered, population=INVITED)
            assert row.share.base == found.answered


def test_a_filter_by_size_has_intervals_without_a_population(made: MadeWave, data: WaveData) -> None:
    found = frequency(filtered(data, AnalysisFilter(sizes=("small", "micro"))), made.id("how_hard"))
    assert found.population is None and found.answered > 30
    assert all(row.interval == wilson(row.share.count, found.answered) for row in found.rows)


@given(st.lists(st.sampled_from([0, 1, 2, 3, None]), max_size=25))
def test_the_shares_of_one_choice_add_up_to_its_base(
    migrated_wave: tuple[Database, MadeWave], chosen: list[int | None]
) -> None:
    db, made = migrated_wave
    words = [one.wording for one in made.questions["best_advertising"].options if one.stands_for is None]
    homes = [Home(answers={"best_advertising": DONT_KNOW if one is None else words[one]}) for one in chosen]
    wave = make_wave(db, homes, survey_id=made.survey_id)
    found = frequency(read_wave(db, wave.wave_id), made.id("best_advertising"))
    assert sum(told(found).values()) == found.answered == len(chosen) - chosen.count(None)
    if found.answered < 10:
        assert all(row.share.shown is None and row.interval is None for row in found.rows)


@pytest.fixture(scope="module")
def migrated_wave(tmp_path_factory: pytest.TempPathFactory, migrated: bytes):
    from desktop.capabilities import CAPABILITIES
    from resources.database import open_file

    path = tmp_path_factory.mktemp("survey") / "office.providerdesk"
    path.write_bytes(migrated)
    file = open_file(path, CAPABILITIES, who="Test Officer")
    yield file.db, make_wave(file.db, [])
    file.close()


# --- places -----------------------------------------------------------------------------------------------


def _wave_of(db: Database, counts: dict[str, int]) -> tuple[WaveData, str]:
    homes = [
        Home(answers={"best_advertising": words}) for words, count in counts.items() for _ in range(count)
    ]
    made = make_wave(db, homes)
    return read_wave(db, made.wave_id), made.id("best_advertising")


def test_what_prints_alike_is_joint_and_other_has_no_place(db: Database) -> None:
    data, question = _wave_of(db, {"Social media": 14, "Word of mouth": 14, "Other": 20, "Jobcentre Plus": 6})
    found = frequency(data, question)
    places = {row.wording: place_words(row.place) for row in found.ordered if row.share.count}
    assert places == {
        "Social media": "joint 1",
        "Word of mouth": "joint 1",
        "Jobcentre Plus": "3",
        "Other": "",
    }
    assert [row.wording for row in found.ordered][-1] == "Other"
    assert ranking_sentence(found) == (
        "Joint first: Social media and Word of mouth, each 26% of 54. Third: Jobcentre Plus, 11%."
    )


def test_a_base_too_small_ranks_nobody(db: Database) -> None:
    data, question = _wave_of(db, {"Social media": 4, "Word of mouth": 3})
    assert ranking_sentence(frequency(data, question)) == ""


def test_a_small_base_is_said_with_the_first_place(db: Database) -> None:
    data, question = _wave_of(db, {"Social media": 8, "Word of mouth": 4})
    assert ranking_sentence(frequency(data, question)) == (
        "First: Social media, 67% of 12 (small base). Second: Word of mouth, 33%."
    )


# --- “other” ----------------------------------------------------------------------------------------------


def _code(db: Database, question_id: str, text: str, option_id: str | None) -> None:
    with change(db, "Coded a text"):
        db.insert_row(
            "survey_coding",
            {"id": new_key(), "question_id": question_id, "text_key": text_key(text), "option_id": option_id,
             "coded_by": "Test Officer", "coded_at": "2019-11-01T09:00:00+00:00"},
        )  # fmt: skip


def test_coded_texts_count_as_their_codes_and_the_rest_is_other_not_coded(db: Database) -> None:
    texts = ["Bus adverts"] * 3 + ["Church newsletter"] * 2 + ["Facebook"] * 4 + ["Nothing of use"]
    homes = [Home(answers={"advertising_methods": ("Other", text)}) for text in texts]
    made = make_wave(
        db, [*homes, Home(answers={"advertising_methods": ("Social media", "Other", "Facebook")})]
    )
    question = made.id("advertising_methods")
    with change(db, "Added a code"):
        db.insert_row(
            "survey_option",
            {"id": "bus", "question_id": question, "position": 90, "wording": "Advertisements on buses",
             "from_coding": 1},
        )  # fmt: skip
    _code(db, question, "bus ADVERTS", "bus")
    _code(db, question, "Facebook", made.option("advertising_methods", "Social media").id)
    _code(db, question, "Nothing of use", None)
    found = frequency(read_wave(db, made.wave_id), question)
    rows = {row.wording: (row.share.count, row.coded) for row in found.rows if row.share.count}
    assert rows == {"Social media": (5, 4), "Advertisements on buses": (3, 3), "Other, not coded": (3, 0)}
    assert found.answered == 11
    assert "11 “other” texts: 8 coded, 1 of no code, 2 not yet looked at." in found.notes


def test_themes_of_answers_in_words_are_shares_of_those_who_wrote(db: Database) -> None:
    made = make_wave(db, [Home(answers={"one_thing": text}) for text in ["Better pay"] * 6 + ["Parking"] * 6])
    question = made.id("one_thing")
    with change(db, "Added a theme"):
        db.insert_row(
            "survey_option",
            {"id": "pay", "question_id": question, "position": 1, "wording": "Pay", "from_coding": 1},
        )
    assert question not in [one.question.id for one in frequencies(read_wave(db, made.wave_id))]
    _code(db, question, "better pay", "pay")
    found = frequencies(read_wave(db, made.wave_id))[-1]
    assert (told(found), found.answered) == ({"Pay": 6}, 12)


# --- bands and scales -------------------------------------------------------------------------------------

_BANDS = [
    Option(str(at), "q", at, "", low=low, high=high)
    for at, (low, high) in enumerate(
        (("0", "10"), ("10", "37.5"), ("37.5", "62.5"), ("62.5", "90"), ("90", "100"))
    )
]


@pytest.mark.parametrize(
    ("low", "high", "band"),
    [(0, 0, "0"), (9.9, 9.9, "0"), (10, 10, "1"), (50, 50, "2"), (100, 100, "4"), (10, 37.5, "1"), (0, 10, "0"),
     (40, 60, "2"), (30, 50, SEVERAL_BANDS), (150, 150, SEVERAL_BANDS)],
)  # fmt: skip
def test_a_figure_is_in_the_band_that_holds_it(low: float, high: float, band: str) -> None:
    assert band_of(_BANDS, low, high) == band


def test_figures_typed_instead_of_a_band_count_in_it(db: Database) -> None:
    said = ["About half"] * 5 + [Answer(low="50", high="50")] * 3 + [Answer(low="92", high="92"), DONT_KNOW]
    made = make_wave(
        db, [Home(answers={"share_attended": one}) for one in [*said, Answer(low="20", high="80")]]
    )
    found = frequency(read_wave(db, made.wave_id), made.id("share_attended"))
    rows = {words: count for words, count in told(found).items() if count}
    assert rows == {"About half": 8, "All or nearly all": 1, "A range across several of them": 1}
    assert [row.wording for row in found.ordered] == [row.wording for row in found.rows]


def test_a_scale_has_a_mean_a_median_and_its_two_highest_steps(db: Database) -> None:
    words = (
        ["Very easy"] * 2
        + ["Quite easy"] * 2
        + ["Neither easy nor hard"] * 3
        + ["Quite hard"] * 4
        + ["Very hard"] * 9
    )
    made = make_wave(db, [Home(answers={"how_hard": one}) for one in words])
    found = frequency(read_wave(db, made.wave_id), made.id("how_hard"))
    scale = found.scale
    assert scale is not None
    assert (scale.mean, scale.median, scale.steps) == (76 / 20, 4, 5)
    assert (scale.top, scale.top_words) == (share(13, 20), "Quite hard or Very hard")
    assert frequency_table(found, read_wave(db, made.wave_id)).notes[0] == (
        "Median step 4 and mean 3.8 of 5; Quite hard or Very hard: 65% of 20."
    )


# --- what is not decided ---------------------------------------------------------------------------------


def _said_oui(decided: int, undecided: int) -> list[Home]:
    words = ["Very hard"] * decided + [Answer(text="Oui")] * undecided
    return [Home(answers={"how_hard": one}) for one in words]


def test_words_that_are_not_decided_have_a_row_and_a_note_of_their_own(db: Database) -> None:
    made = make_wave(db, _said_oui(8, 4))
    found = frequency(read_wave(db, made.wave_id), made.id("how_hard"))
    assert [(row.wording, row.share.count, row.place) for row in found.rows if row.share.count] == [
        ("Very hard", 8, None),
        ("Not decided yet", 4, None),
    ]
    assert sum(row.share.count for row in found.rows) == found.answered
    assert any(
        note.startswith("4 of the 12 that answered said something that is not decided")
        for note in found.notes
    )
    assert not any("rounded" in note for note in found.notes)


def test_words_that_were_looked_at_and_fit_none_are_other(db: Database) -> None:
    made = make_wave(db, _said_oui(8, 4))
    with change(db, "Looked at"):
        db.insert_row(
            "survey_coding",
            {"id": new_key(), "question_id": made.id("how_hard"), "text_key": text_key("Oui"), "coded_by": "Test",
             "coded_at": "2026-11-22T10:00:00+00:00"},
        )  # fmt: skip
    found = frequency(read_wave(db, made.wave_id), made.id("how_hard"))
    assert found.rows[-1].share.count == 4 and found.rows[-1].wording.startswith("Other")


def test_where_nobody_chose_anything_that_is_said(db: Database) -> None:
    made = make_wave(db, _said_oui(0, 12))
    found = frequency(read_wave(db, made.wave_id), made.id("how_hard"))
    assert nothing_chosen(found) == "What the 12 that answered said is not decided yet"
    assert ranking_sentence(found) == most_chosen_sentence(found) == f"{nothing_chosen(found)}."
    none = replace(found, rows=found.rows[:-1])
    assert nothing_chosen(none) == "None of the 12 that answered chose any of the answers"
    some = frequency(read_wave(db, made.wave_id), made.id("best_advertising"))
    assert nothing_chosen(some) == ""


# --- weights and the table --------------------------------------------------------------------------------


def test_weighted_shares_are_of_the_weights_of_those_who_answered(made: MadeWave, data: WaveData) -> None:
    weights = {number: 1 + number % 3 for number in data.responses.index}
    found = frequency(data, made.id("how_hard"), weights)
    sums: Counter[str] = Counter()
    for number, home in enumerate(answered_homes(), 1):
        said = (home.answers or {}).get("how_hard")
        if isinstance(said, str):
            sums[said] += weights[number]
    assert {row.wording: row.weighted for row in found.rows} == pytest.approx(
        {words: count / sums.total() for words, count in sums.items()}
    )
    assert sum(row.weighted or 0 for row in found.rows) == pytest.approx(1)


def test_ranks_and_sentences_follow_the_weights_and_say_so(db: Database) -> None:
    said = ["Social media"] * 12 + ["Word of mouth"] * 8
    homes = [Home(answers={"best_advertising": one, "how_hard": "Very hard"}) for one in said]
    made = make_wave(db, homes)
    data = read_wave(db, made.wave_id)
    weights = {number: 3.0 if number > 12 else 1.0 for number in data.responses.index}
    found = frequency(data, made.id("best_advertising"), weights)
    assert ranking_sentence(frequency(data, made.id("best_advertising"))) == (
        "First: Social media, 60% of 20 (small base). Second: Word of mouth, 40%."
    )
    assert ranking_sentence(found) == (
        "First: Word of mouth, 67% of 20 (small base), weighted. Second: Social media, 33%."
    )
    assert [(row[0], row[4], row[5]) for row in frequency_table(found, data).rows[:2]] == [
        ("Word of mouth", "1", 67),
        ("Social media", "2", 33),
    ]
    assert most_chosen_sentence(found).startswith("Most chose “Word of mouth”, 67% of 20")
    scale = frequency(data, made.id("how_hard"), weights)
    assert most_chosen_sentence(scale) == "Most chose “Very hard”, 100% of 20 (small base), weighted."
    assert "as answered and not weighted" in frequency_table(scale, data).notes[0]


def test_the_table_says_base_source_day_and_rules(db: Database) -> None:
    data, question = _wave_of(db, {"Social media": 14, "Word of mouth": 6})
    table = frequency_table(frequency(data, question), data)
    assert [row[:5] for row in table.rows[:2]] == [
        ("Social media", 14, 70, "everybody answered, small base", "1"),
        ("Word of mouth", 6, 30, "everybody answered, small base", "2"),
    ]
    assert table.base == "20 responses that answered this."
    assert table.source == "Survey, Wave of 2019-10-01"
    assert table.as_at == data.wave.opens_on
