"""What each column of a file is taken for."""

from datetime import date
from pathlib import Path

import pytest

from resources.database import Database, change
from resources.files.forms.layout import FormColumn
from resources.problem import Problem
from tests.workforce.survey.answers.made import (
    BEST,
    HARD,
    MOUTH,
    RADIO,
    STAFF,
    THING,
    WHERE,
    csv_file,
    made_wave,
    next_wave,
)
from workforce.survey.answers.mapping import (
    LEFT_OUT,
    NEW,
    ColumnUseFor,
    asked_now,
    check_uses,
    chosen,
    likeness,
    questions_to_choose,
    remember,
    rest_as_new,
    special_use,
    suggest,
)
from workforce.survey.vocabulary import ColumnUse


def codes(db: Database, wave_id: str) -> dict[str, str]:
    return {one.id: one.code for one in questions_to_choose(db, wave_id)}


def test_questions_are_found_by_their_words_by_likeness_and_what_is_no_question_by_what_it_tells(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    headings = (WHERE.upper(), "How many staff do you employ now", "Name of your service", "CQC location ID",
                "Provider ID", "May we quote you?", "Language of the answer", "Favourite colour")  # fmt: skip
    file = csv_file(
        tmp_path / "a.csv",
        headings,
        [(MOUTH, "12", "Rose House", "1-200000001", "1-101", "Yes", "pl", "red")],
    )
    uses = list(suggest(db, wave.id, file).values())
    names = codes(db, wave.id)
    assert [(one.use, names.get(one.question_id, "")) for one in uses] == [
        (ColumnUse.QUESTION, "where"),
        (ColumnUse.QUESTION, "staff"),
        (ColumnUse.PROVIDER_NAME, ""),
        (ColumnUse.LOCATION_ID, ""),
        (ColumnUse.PROVIDER_ID, ""),
        (ColumnUse.QUOTE_CONSENT, ""),
        (ColumnUse.LANGUAGE, ""),
        (ColumnUse.LEFT_OUT, ""),
    ]
    assert uses[0].reason == "the same words" and uses[0].sure
    assert uses[1].reason.endswith("% alike")
    assert uses[7].reason == "no question is like it" and not uses[7].sure


def test_cqc_numbers_are_known_by_what_they_look_like(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (STAFF, "Your number"), [("1", "1-200000001"), ("2", "1-200000002")])
    assert suggest(db, wave.id, file)["your number"].use is ColumnUse.LOCATION_ID


def test_the_same_code_counts_before_the_words_and_is_not_sure_where_it_does_not_fit(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    headings = (
        "",
        "hard. On the whole, how hard is it to fill your posts?",
        "best[a]. What colour is your door? []",
    )
    file = csv_file(tmp_path / "a.csv", headings, [("1", "Quite hard", "Red"), ("2", "Very hard", "Blue")])
    hard, best = suggest(db, wave.id, file).values()
    names = codes(db, wave.id)
    assert (names[hard.question_id], hard.sure, hard.reason) == ("hard", True, "the same code, hard")
    assert (names[best.question_id], best.sure) == ("best", False)
    assert "other words" in best.reason and "none of its options" in best.reason


def test_a_column_that_the_question_could_not_take_is_not_suggested_by_likeness(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    file = csv_file(
        tmp_path / "a.csv", ("How hard is it to fill posts", THING), [("On Mondays", "Pay"), ("No", "Pay")]
    )
    use = suggest(db, wave.id, file)["how hard is it to fill posts"]
    assert use.use is ColumnUse.LEFT_OUT


def test_what_headings_were_taken_for_is_remembered_in_the_wave_and_for_the_waves_after(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    by_code = {code: key for key, code in codes(db, wave.id).items()}
    file = csv_file(tmp_path / "a.csv", ("Ads", "Colour"), [(MOUTH, "red")])
    with change(db, "Taken in"):
        remember(
            db,
            wave.id,
            {"ads": (ColumnUse.QUESTION, by_code["where"]), "colour": (ColumnUse.LEFT_OUT, None)},
        )
    uses = suggest(db, wave.id, file)
    assert uses["ads"] == ColumnUseFor(
        ColumnUse.QUESTION, by_code["where"], "as the last time", remembered=True
    )
    assert uses["colour"] == ColumnUseFor(ColumnUse.LEFT_OUT, "", "as the last time", remembered=True)
    later = next_wave(db, wave.survey_id, "Again 2020", date(2020, 10, 1))
    assert suggest(db, later.id, file)["ads"].reason == "as in Baseline 2019"
    with change(db, "Otherwise"):
        remember(db, wave.id, {"ads": (ColumnUse.QUESTION, by_code["best"])})
    assert suggest(db, wave.id, file)["ads"].question_id == by_code["best"]


def test_a_survey_without_questions_gets_one_of_each_column(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db, questions=())
    file = csv_file(tmp_path / "a.csv", ("Ads", "Colour"), [(MOUTH, "red")])
    assert {one.use for one in suggest(db, wave.id, file).values()} == {ColumnUse.NEW_QUESTION}


def test_all_the_rest_may_become_new_questions_but_for_what_was_chosen(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (WHERE, "Colour", "Shape"), [(MOUTH, "red", "round")])
    uses = rest_as_new({**suggest(db, wave.id, file), "shape": LEFT_OUT})
    assert [one.use for one in uses.values()] == [
        ColumnUse.QUESTION,
        ColumnUse.NEW_QUESTION,
        ColumnUse.LEFT_OUT,
    ]


def test_two_columns_cannot_answer_one_question_and_something_must(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    held = questions_to_choose(db, wave.id)
    file = csv_file(tmp_path / "a.csv", ("Ads", "Colour"), [(MOUTH, "red")])
    both = {key: chosen(ColumnUse.QUESTION, held[0].id) for key in ("ads", "colour")}
    with pytest.raises(Problem, match=f"“Ads” and “Colour” would both answer “{WHERE[:-1]}"):
        check_uses(file, both, held)
    names = {key: chosen(ColumnUse.PROVIDER_NAME) for key in ("ads", "colour")}
    with pytest.raises(Problem, match="are both taken for “Name of the provider or service”"):
        check_uses(file, names, held)
    with pytest.raises(Problem, match="No column answers a question"):
        check_uses(file, {"ads": LEFT_OUT, "colour": LEFT_OUT}, held)
    check_uses(file, {"ads": NEW, "colour": LEFT_OUT}, held)
    assert likeness(BEST, HARD) < likeness(BEST, BEST) == 100


def test_a_question_not_yet_asked_would_be_asked_as_it_stands(db: Database) -> None:
    wave = made_wave(db)
    best = next(one for one in questions_to_choose(db, wave.id) if one.code == "best")
    asked = asked_now(best, wave.id)
    assert (asked.wording, [one.wording for one in asked.options][:3]) == (
        BEST,
        [best.options[0].wording, MOUTH, RADIO],
    )


@pytest.mark.parametrize(
    ("heading", "told", "use"),
    [
        ("Provider name", ["Rose House"], ColumnUse.PROVIDER_NAME),
        ("What is the name of your care home?", ["Rose House"], ColumnUse.PROVIDER_NAME),
        ("Name of provider or service", ["Rose House"], ColumnUse.PROVIDER_NAME),
        ("Organisation", ["Rose House"], ColumnUse.PROVIDER_NAME),
        ("CQC ID", ["1-1"], ColumnUse.LOCATION_ID),
        ("May we quote what you said?", ["Yes, without a name", "No"], ColumnUse.QUOTE_CONSENT),
        ("Start language", ["en"], ColumnUse.LANGUAGE),
    ],
)
def test_columns_that_are_no_question(heading: str, told: list[str], use: ColumnUse) -> None:
    found = special_use(FormColumn(heading, heading.casefold(), (0,)), told)
    assert found is not None and found[0] is use


@pytest.mark.parametrize(
    "heading", ["How does your provider advertise?", "Name one thing", "Quotas?", "Service users"]
)
def test_columns_that_may_be_one(heading: str) -> None:
    assert special_use(FormColumn(heading, heading.casefold(), (0,)), ["Yes"]) is None
