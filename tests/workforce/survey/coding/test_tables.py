"""Texts, codes and quotes as tables."""

from datetime import UTC, date, datetime

import pytest

from resources.database import Database
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.coding.codes import add_code, frame, retire_code, texts_coded
from workforce.survey.coding.counts import text_counts
from workforce.survey.coding.quotes import quotes
from workforce.survey.coding.tables import (
    FITS_NONE,
    NOT_CODED,
    codes_table,
    codes_words,
    questions_table,
    quote_row,
    quotes_table,
    text_row,
    texts_table,
    theme_notes,
    theme_table,
)
from workforce.survey.coding.texts import code, fits_none, questions_with_texts, texts

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def kept(db: Database) -> Written:
    made = Written(db)
    first, second = made.wave(), made.wave("Again", AGAIN)
    for _ in range(11):
        made.answer(first.id, {"one_thing": "More pay"}, quote_consent="yes")
    made.answer(first.id, {"one_thing": "Ring 0115 977 3201"}, quote_consent="yes")
    made.answer(second.id, {"one_thing": "More\npay"})
    made.answer(second.id, {"one_thing": "?"})
    pay = add_code(db, made.question("one_thing").id, "Pay")
    code(db, made.question("one_thing").id, ["more pay"], [pay.id], now=NOW)
    return made


def test_each_text_with_what_it_is_coded_to(kept: Written) -> None:
    asked, waves = (
        kept.question("one_thing"),
        {one.id: one.name for one in text_counts(kept.db, kept.question("one_thing").id).waves},
    )
    fits_none(kept.db, asked.id, ["?"], now=NOW)
    held = texts(kept.db, asked.id)
    table = texts_table(asked.wording, held, waves)
    coded = ("Pay", "Test Officer", "2020-06-01T09:00:00+00:00")
    assert table.rows[0] == ("More pay", 12, *coded, "Baseline and Again")
    assert [codes_words(one) for one in held] == ["Pay", FITS_NONE, NOT_CODED]
    assert table.notes == ("1 text is not coded yet.",)
    assert text_row(held[2], waves)[3:] == ("", None, "Baseline")


def test_themes_by_wave_with_the_share_of_those_who_wrote(kept: Written) -> None:
    counts = text_counts(kept.db, kept.question("one_thing").id)
    table = theme_table(counts)
    assert table.rows == [("Pay", 11, 92, 1, None)]  # 2 are too few for a percentage
    assert table.base == (
        "Baseline: 12 responses with something written; Again: 2 responses with something written"
    )
    assert "2 responses are not coded yet." in theme_notes(counts)


def test_the_code_frame_with_how_many_texts(kept: Written) -> None:
    asked = kept.question("one_thing")
    old = add_code(kept.db, asked.id, "Old")
    retire_code(kept.db, old.id, on=date(2020, 1, 6))
    shown = frame(kept.question("one_thing"), retired=True)
    assert codes_table("One thing", shown, texts_coded(kept.db, asked.id)).rows == [
        (1, "Pay", 1, 0, None),
        (2, "Old", 0, 0, "2020-01-06"),
    ]
    assert questions_table(questions_with_texts(kept.db, kept.survey_id)).rows == [
        ("one_thing", asked.wording, 3, 2)
    ]


def test_a_table_of_quotes_has_none_that_names_somebody(kept: Written) -> None:
    wave = text_counts(kept.db, kept.question("one_thing").id).waves[0]
    held = quotes(kept.db, wave.id)
    table = quotes_table("One thing", held)
    assert len(table.rows) == 11 and table.base == "11 quotes"
    assert table.notes[1] == "1 text names somebody and is left out."
    assert quote_row(held[-1])[2:] == ("Names somebody", "a telephone number")
