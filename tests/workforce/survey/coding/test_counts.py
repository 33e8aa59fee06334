"""How often each code was written, by wave."""

from datetime import UTC, datetime

from resources.database import Database
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.coding.codes import add_code
from workforce.survey.coding.counts import text_counts
from workforce.survey.coding.texts import code, fits_none

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)


def test_responses_are_counted_in_each_code_of_their_text_by_wave(db: Database) -> None:
    kept = Written(db)
    first, second = kept.wave(), kept.wave("Again", AGAIN)
    for words in ("Pay", "pay!", "Pay and buses", "?"):
        kept.answer(first.id, {"vacancy_reasons": words})
    for words in ("Pay", "Something else"):
        kept.answer(second.id, {"vacancy_reasons": words})
    asked = kept.question("vacancy_reasons").id
    pay = kept.option("vacancy_reasons", "Perception of low pay")
    buses = add_code(db, asked, "Buses").id
    code(db, asked, ["pay"], [pay], now=NOW)
    code(db, asked, ["pay and buses"], [pay, buses], now=NOW)
    fits_none(db, asked, ["?"], now=NOW)
    counts = text_counts(db, asked)
    assert [(one.wording, one.offered, one.total) for one in counts.codes] == [
        ("Perception of low pay", True, 4),
        ("Buses", False, 1),
    ]
    assert dict(counts.written) == {first.id: 4, second.id: 2}
    assert dict(counts.fits_none) == {first.id: 1} and dict(counts.not_coded) == {second.id: 1}
    assert (counts.share(counts.codes[0], first.id).count, counts.share(counts.codes[0], first.id).base) == (
        3,
        4,
    )
    assert counts.share(counts.codes[1], second.id).count == 0
    assert [one.name for one in counts.waves] == ["Baseline", "Again"]
