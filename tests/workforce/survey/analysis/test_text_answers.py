"""Answers in words and what “other” says."""

from resources.database import Database, change, new_key
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, Home, make_wave
from workforce.survey.analysis.frame import read_wave
from workforce.survey.analysis.text_answers import text_answers, text_list_table, texts_table
from workforce.survey.coding.text_key import text_key
from workforce.survey.vocabulary import QuoteConsent


def test_texts_are_counted_and_listed_with_what_became_of_them(db: Database) -> None:
    said = ["Better pay", "better  PAY", "Parking", DONT_KNOW, None]
    made = make_wave(db, [Home(answers={"one_thing": one}) for one in said])
    question = made.id("one_thing")
    with change(db, "Coded a text"):
        db.insert_row(
            "survey_coding",
            {"id": new_key(), "question_id": question, "text_key": text_key("Better pay"), "option_id": None,
             "coded_by": "Test Officer", "coded_at": "2019-11-01T09:00:00+00:00"},
        )  # fmt: skip
        db.update_row("survey_response", made.responses[0], {"quote_consent": "yes"})
    data = read_wave(db, made.wave_id)
    found = text_answers(data, question)
    assert [(one.number, one.text, one.coding) for one in found] == [
        (1, "Better pay", "fits_none"), (2, "better  PAY", "fits_none"), (3, "Parking", "not_coded"),
    ]  # fmt: skip
    assert [one.consent for one in found] == [
        QuoteConsent.YES,
        QuoteConsent.NOT_ASKED,
        QuoteConsent.NOT_ASKED,
    ]
    row = next(row for row in texts_table(data).rows if row[0] == data.question(question).wording)
    assert row[1:] == (3, 0, 2, 1, 1)
    table = text_list_table(data, question)
    assert tuple(table.rows[0][2:]) == ("Better pay", "Of no code", "May be quoted")
    assert table.exempt is not None


def test_what_other_says_is_a_text_too(db: Database) -> None:
    made = make_wave(db, [Home(answers={"best_advertising": ("Other", "Bus adverts")})])
    data = read_wave(db, made.wave_id)
    assert [one.text for one in text_answers(data, made.id("best_advertising"))] == ["Bus adverts"]
    assert sum(int(row[1] or 0) for row in texts_table(data).rows) == 1
