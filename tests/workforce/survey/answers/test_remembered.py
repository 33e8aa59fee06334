"""What was decided of words and names is listed, and asked about again once it is forgotten."""

import pytest

from resources.database import Database, change, history
from resources.problem import Problem
from tests.workforce.survey.answers.made import made_register, made_wave
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.answers.read_answer import Known
from workforce.survey.answers.remembered import OfWhat, forget, remembered, remembered_table
from workforce.survey.answers.who_answered import remember_name, remembered_names
from workforce.survey.answers.words.known_words import known_words, remember_words
from workforce.survey.surveys import add_survey
from workforce.survey.vocabulary import AnswerState
from workforce.survey.waves.asked import asked_of_wave


@pytest.fixture
def survey(db: Database) -> str:
    """With five words and three names decided."""
    wave, keys = made_wave(db), made_register(db)
    by_code = {one.question.code: one.question for one in asked_of_wave(db, wave.id)}
    best, staff = by_code["best"], by_code["staff"]
    with change(db, "Decided"):
        remember_words(
            db,
            best.id,
            {
                "friends": ("Friends", Known(best.options[0].id)),
                "no idea": ("No idea", Known(state=AnswerState.DONT_KNOW)),
                "the bus": ("The bus", Known()),
            },
        )
        remember_words(
            db,
            staff.id,
            {
                "a few": ("a few", Known(low="3", high="5")),
                "over 50": ("over 50", Known(low="51")),
            },
        )
        remember_name(db, "Quilmere Cort", WhoDecision(keys["Quillmere Ltd"], keys["Quillmere Court"]))
        remember_name(db, "Elms", WhoDecision(keys["Elm Care Limited"]))
        remember_name(db, "The vicar", WhoDecision())
    return wave.survey_id


def test_all_is_listed_with_what_it_means_and_who_said_so(db: Database, survey: str) -> None:
    found = remembered(db, survey)
    means = {one.said: one.means for one in found}
    option = str(db.value("select wording from survey_option join survey_known_answer on option_id = "
                          "survey_option.id"))  # fmt: skip
    assert means == {
        "Friends": option, "No idea": "Don’t know", "The bus": "Kept as “other”", "a few": "3 to 5 people",
        "over 50": "51 people or more", "Elms": "Elm Care Limited", "Quilmere Cort": "Quillmere Court",
        "The vicar": "Nobody in the register",
    }  # fmt: skip
    assert {one.decided_by for one in found} == {db.who}
    assert [one.of_what for one in found] == [OfWhat.WORDS] * 5 + [OfWhat.NAME] * 3
    assert remembered_table(found).rows[-1] == (
        "The vicar", "Nobody in the register", "Whose a response is", db.who
    )  # fmt: skip


def test_another_survey_has_words_of_its_own_and_the_same_names(db: Database, survey: str) -> None:
    other = add_survey(db, "Another").id
    assert {one.of_what for one in remembered(db, other)} == {OfWhat.NAME}


def test_some_are_forgotten_as_one_change(db: Database, survey: str) -> None:
    some = {one.said: one for one in remembered(db, survey)}
    assert forget(db, [some["a few"], some["The vicar"]]) == 2
    assert {*some} - {one.said for one in remembered(db, survey)} == {"a few", "The vicar"}
    assert "the vicar" not in remembered_names(db)
    question = str(db.value("select id from survey_question where code = 'staff'"))
    assert set(known_words(db, [question])[question]) == {"over 50"}
    undone = history.undo(db)
    assert undone is not None and "Forgot what 2 words and names mean" in undone.action
    assert len(remembered(db, survey)) == len(some)


def test_what_is_gone_is_forgotten_once_and_nothing_is_refused(db: Database, survey: str) -> None:
    one = remembered(db, survey)[0]
    assert forget(db, [one]) == 1
    count = len(history.entries(db, 100, 0))
    assert forget(db, [one]) == 0
    assert len(history.entries(db, 100, 0)) == count
    with pytest.raises(Problem, match="Nothing is chosen to be forgotten"):
        forget(db, [])
