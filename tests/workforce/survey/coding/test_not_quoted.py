"""What was written without leave to be quoted."""

from resources.database import Database
from tests.workforce.survey.written import Written
from workforce.survey.coding.not_quoted import unquoted_words


def test_what_nobody_may_quote_is_read_once(db: Database) -> None:
    kept = Written(db)
    wave = kept.wave()
    for text, consent in (
        ("Pay", "yes"),
        ("Pay", "no"),
        ("Buses", "no"),
        ("Buses", "no"),
        ("Homes", "not_asked"),
    ):
        kept.answer(wave.id, {"one_thing": text}, quote_consent=consent)
    assert unquoted_words(db) == ["Buses", "Homes"]
