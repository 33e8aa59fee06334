"""What words were decided to mean."""

from resources.database import Database, change
from resources.database.history import entries
from tests.workforce.survey.answers.made import made_wave
from workforce.survey.answers.read_answer import Known
from workforce.survey.answers.words.known_words import known_words, remember_words
from workforce.survey.vocabulary import AnswerState
from workforce.survey.waves.asked import asked_of_wave


def test_it_is_kept_by_question_and_changed(db: Database) -> None:
    wave = made_wave(db)
    best, staff = (
        next(one.question for one in asked_of_wave(db, wave.id) if one.question.code == code)
        for code in ("best", "staff")
    )
    option = best.options[0].id
    with change(db, "Decided"):
        remember_words(db, best.id, {"facebook": ("Facebook", Known(option))})
        remember_words(db, staff.id, {"a few": ("A few", Known(low="3", high="5"))})
    assert known_words(db, [best.id, staff.id]) == {
        best.id: {"facebook": Known(option)}, staff.id: {"a few": Known(low="3", high="5")},
    }  # fmt: skip
    count = len(entries(db, 100, 0))
    with change(db, "The same again"):
        remember_words(db, best.id, {"facebook": ("FACEBOOK", Known(option))})
    assert len(entries(db, 100, 0)) == count
    with change(db, "Otherwise"):
        remember_words(db, best.id, {"facebook": ("Facebook", Known(state=AnswerState.DONT_KNOW))})
    assert known_words(db, [best.id]) == {best.id: {"facebook": Known(state=AnswerState.DONT_KNOW)}}
    assert known_words(db, []) == {}
