"""What people wrote, each text once for all waves, and what it was coded to."""

from datetime import UTC, datetime

import pytest

from resources.database import Database, history
from resources.problem import Problem
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.coding.codes import Code, add_code
from workforce.survey.coding.texts import (
    code,
    fits_none,
    questions_with_texts,
    several_codes,
    text,
    texts,
    uncode,
)

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_one_text_in_two_waves_is_coded_once_for_both(kept: Written) -> None:
    first, second = kept.wave(), kept.wave("Autumn", AGAIN)
    kept.answer(first.id, {"vacancy_reasons": "No buses"})
    kept.answer(first.id, {"vacancy_reasons": "no buses!"})
    kept.answer(second.id, {"vacancy_reasons": "No buses"})
    kept.answer(second.id, {"vacancy_reasons": "Brexit"})
    asked = kept.question("vacancy_reasons").id
    most, other = texts(kept.db, asked)
    assert (most.text, most.times, most.waves) == ("No buses", 3, {first.id: 2, second.id: 1})
    assert set(most.writings) == {"No buses", "no buses!"} and other.text == "Brexit"
    reach = kept.option("vacancy_reasons", "Transport, or the place is hard to reach")
    (coded,) = code(kept.db, asked, [most.text_key], [reach], now=NOW)
    assert coded.codes == (Code(reach, "Transport, or the place is hard to reach"),)
    assert (coded.coded_by, coded.coded_at, coded.is_coded) == ("Test Officer", NOW, True)
    assert not text(kept.db, asked, other.text_key).is_coded
    assert [one.text for one in texts(kept.db, asked, wave_id=first.id)] == ["No buses"]


def test_responses_that_do_not_count_and_answers_that_are_none_are_left_out(kept: Written) -> None:
    first = kept.wave()
    kept.answer(first.id, {"one_thing": "Pay"}, counts=0)
    assert texts(kept.db, kept.question("one_thing").id) == []
    assert questions_with_texts(kept.db, kept.survey_id) == []


def test_the_questions_to_which_something_was_written(kept: Written) -> None:
    first = kept.wave()
    kept.answer(first.id, {"vacancy_reasons": "Brexit", "one_thing": "Pay"})
    kept.answer(first.id, {"one_thing": "Training"})
    pay = add_code(kept.db, kept.question("one_thing").id, "Pay")
    code(kept.db, kept.question("one_thing").id, ["pay"], [pay.id], now=NOW)
    found = questions_with_texts(kept.db, kept.survey_id)
    assert [(one.question.code, one.texts, one.to_code) for one in found] == [
        ("vacancy_reasons", 1, 1),
        ("one_thing", 2, 1),
    ]


def test_several_codes_where_several_things_may_be_meant(kept: Written) -> None:
    first = kept.wave()
    kept.answer(first.id, {"one_thing": "More pay and more buses", "best_retention": "Pay and meals"})
    asked = kept.question("one_thing")
    pay, buses = (add_code(kept.db, asked.id, name) for name in ("Pay", "Buses"))
    key = "more pay and more buses"
    assert len(code(kept.db, asked.id, [key], [pay.id, buses.id], now=NOW)[0].codes) == 2
    assert [one.option_id for one in code(kept.db, asked.id, [key], [buses.id], now=NOW)[0].codes] == [
        buses.id
    ]
    added = code(kept.db, asked.id, [key], [pay.id], now=NOW, add=True)[0]
    assert {one.option_id for one in added.codes} == {pay.id, buses.id}
    one = kept.question("best_retention")
    assert several_codes(asked) and not several_codes(one)
    with pytest.raises(Problem, match="one code"):
        code(kept.db, one.id, ["pay and meals"], [one.options[0].id, one.options[1].id], now=NOW)
    code(kept.db, one.id, ["pay and meals"], [one.options[0].id], now=NOW)
    again = code(kept.db, one.id, ["pay and meals"], [one.options[1].id], now=NOW, add=True)[0]
    assert [held.option_id for held in again.codes] == [one.options[1].id]


def test_fits_none_is_looked_at_and_uncoded_is_not(kept: Written) -> None:
    first = kept.wave()
    kept.answer(first.id, {"one_thing": "?"})
    asked = kept.question("one_thing").id
    held = fits_none(kept.db, asked, ["?"], now=NOW)[0]
    assert held.fits_none and held.is_coded and held.codes == () and held.coded_by == "Test Officer"
    pay = add_code(kept.db, asked, "Pay")
    held = code(kept.db, asked, ["?"], [pay.id], now=NOW, add=True)[0]
    assert not held.fits_none and held.codes
    assert not uncode(kept.db, asked, ["?"])[0].is_coded


def test_several_texts_at_once_are_one_change(kept: Written) -> None:
    first = kept.wave()
    for words in ("Wages", "Salary", "Training"):
        kept.answer(first.id, {"one_thing": words})
    asked = kept.question("one_thing").id
    pay = add_code(kept.db, asked, "Pay")
    code(kept.db, asked, ["wages", "salary"], [pay.id], now=NOW)
    done = history.next_undo(kept.db)
    assert done is not None and done.action == "Coded 2 texts to “Pay”"
    history.undo(kept.db)
    assert not any(one.is_coded for one in texts(kept.db, asked))


def test_nothing_chosen_is_refused(kept: Written) -> None:
    asked = kept.question("one_thing").id
    pay = add_code(kept.db, asked, "Pay")
    with pytest.raises(Problem, match="No text"):
        code(kept.db, asked, [], [pay.id], now=NOW)
    with pytest.raises(Problem, match="No code"):
        code(kept.db, asked, ["pay"], [], now=NOW)
    with pytest.raises(LookupError):
        text(kept.db, asked, "nobody wrote this")
