"""The survey's tables allow exactly the words of its vocabulary, and nothing that cannot be."""

from datetime import date

import pytest

from engagement.register.providers import add_provider
from resources.database import Database, change
from resources.database.engine import IntegrityError
from tests.schema_words import check_words, words_allowed
from workforce.survey import vocabulary as words
from workforce.survey.questionnaire.questions import questions
from workforce.survey.starting import start_survey
from workforce.survey.waves.planning import WaveDraft, plan_wave


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("survey_question", "topic"): words.Topic,
            ("survey_question", "kind"): words.QuestionKind,
            ("survey_question", "role"): words.Role,
            ("survey_question", "better"): words.Better,
            ("survey_wave", "kind"): words.WaveKind,
            ("survey_wave", "mode"): words.Mode,
            ("survey_wave", "asked_of"): words.AskedOf,
            ("survey_heading", "use"): words.ColumnUse,
            ("survey_known_answer", "state"): words.AnswerState,
            ("survey_response", "source"): words.Source,
            ("survey_response", "quote_consent"): words.QuoteConsent,
            ("survey_answer", "state"): words.AnswerState,
            ("survey_action", "status"): words.ActionStatus,
            ("survey_action", "measure"): words.Measure,
            ("survey_practice", "topic"): words.PracticeTopic,
            ("survey_practice_use", "works"): words.Works,
        },
    )


def test_an_option_stands_for_what_is_no_answer(db: Database) -> None:
    assert words_allowed(db, "survey_option", "stands_for") == [
        words.AnswerState.DONT_KNOW,
        words.AnswerState.NOT_APPLICABLE,
    ]


def test_what_cannot_be_is_refused_by_the_tables(db: Database) -> None:
    survey = start_survey(db).id
    question = questions(db, survey)[0].id
    first, second = (
        plan_wave(db, survey, WaveDraft(name, kind, opens_on=opens, mode=words.Mode.ONLINE)).id
        for name, kind, opens in (
            ("Baseline", words.WaveKind.BASELINE, date(2019, 9, 2)),
            ("Re-evaluation", words.WaveKind.RE_EVALUATION, date(2020, 9, 2)),
        )
    )
    provider = add_provider(db, name="Elm Court Ltd").id
    response = {"wave_id": first, "number": 1, "source": "file", "row_key": "a"}
    invited = {"wave_id": first, "provider_id": provider, "active": 1}
    answer = {"response_id": "r", "question_id": question, "state": "answered"}
    compared = {"question_id": question, "comparable": 1, "decided_by": "Ada", "decided_at": "2020-10-01"}
    with change(db, "Made what can be"):
        db.insert_row("survey_response", {"id": "r", **response})
        db.insert_row("survey_invited", {"id": "i", **invited})
    for table, cells in (
        ("survey_response", response | {"number": 2}),
        ("survey_invited", invited),
        ("survey_answer", answer | {"low": "abc"}),
        ("survey_answer", answer | {"state": "dont_know", "low": "1"}),
        ("survey_comparability", compared | {"earlier_wave_id": second, "later_wave_id": second}),
        ("survey_wave", {"survey_id": survey, "name": "Another", "kind": "baseline", "opens_on": "2018-01-01",
                         "mode": "online", "asked_of": "service"}),
    ):  # fmt: skip
        with pytest.raises(IntegrityError), change(db, "Made what cannot be"):
            db.insert_row(table, {"id": "x", **cells})
