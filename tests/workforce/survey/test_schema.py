"""The survey's tables allow exactly the words of its vocabulary."""

from resources.database import Database
from tests.schema_words import check_words, words_allowed
from workforce.survey import vocabulary as words


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
