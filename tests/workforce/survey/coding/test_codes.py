"""The code frame: codes added, renamed, merged, retired."""

from datetime import UTC, date, datetime

import pytest

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.written import Written
from workforce.survey.coding.codes import (
    add_code,
    code,
    frame,
    merge_codes,
    refuse_code,
    rename_code,
    restore_code,
    retire_code,
    texts_coded,
)
from workforce.survey.coding.texts import code as code_texts

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


def test_the_frame_is_what_was_offered_and_the_codes_added(kept: Written) -> None:
    asked = kept.question("best_retention")
    words = [one.wording for one in frame(asked)]
    assert "Psychometric testing" in words and len(words) == 8  # neither “Other” nor “Don’t know”
    added = add_code(kept.db, asked.id, "  Free   meals ")
    assert added.wording == "Free meals" and added.from_coding
    assert [one.id for one in frame(kept.question("best_retention"))][-1] == added.id
    assert added not in kept.question("best_retention").offered


def test_a_code_has_a_name_that_no_other_has(kept: Written) -> None:
    asked = kept.question("one_thing").id
    add_code(kept.db, asked, "Pay")
    for name in ("", " pay. "):
        with pytest.raises(FieldProblem) as refused:
            add_code(kept.db, asked, name)
        assert refused.value.field == "wording"
    other = add_code(kept.db, asked, "Buses")
    with pytest.raises(FieldProblem):
        rename_code(kept.db, other.id, "Pay")
    assert rename_code(kept.db, other.id, "Transport").wording == "Transport"


def test_what_is_offered_is_changed_in_the_questionnaire(kept: Written) -> None:
    offered = kept.option("vacancy_reasons", "Retirement")
    pay = add_code(kept.db, kept.question("vacancy_reasons").id, "Housing")
    with pytest.raises(Problem, match="offered to choose"):
        rename_code(kept.db, offered, "Pensions")
    with pytest.raises(Problem, match="offered to choose"):
        retire_code(kept.db, offered, on=date(2020, 6, 1))
    with pytest.raises(Problem, match="offered to choose"):
        restore_code(kept.db, offered)
    with pytest.raises(Problem, match="offered to choose"):
        merge_codes(kept.db, pay.id, offered)


def test_a_retired_code_keeps_its_texts_and_takes_no_more(kept: Written) -> None:
    asked = kept.question("one_thing").id
    pay = add_code(kept.db, asked, "Pay")
    retired = retire_code(kept.db, pay.id, on=date(2020, 6, 1))
    assert retired.retired_on == "2020-06-01"
    assert frame(kept.question("one_thing")) == []
    assert frame(kept.question("one_thing"), retired=True) == [retired]
    with pytest.raises(Problem, match="retired"):
        code_texts(kept.db, asked, ["more money"], [pay.id], now=NOW)
    assert restore_code(kept.db, pay.id).retired_on is None


def test_merged_codes_are_one_and_all_that_refers_to_them_follows(kept: Written) -> None:
    db, asked = kept.db, kept.question("one_thing").id
    pay, wages = add_code(db, asked, "Pay"), add_code(db, asked, "Wages")
    code_texts(db, asked, ["more money"], [pay.id, wages.id], now=NOW)
    code_texts(db, asked, ["better wages"], [wages.id], now=NOW)
    action = new_key()
    with change(db, "Planned"):
        db.insert_row(
            "survey_action",
            {"id": action, "survey_id": kept.survey_id, "action": "Talk of pay", "option_id": wages.id},
        )
    merge_codes(db, pay.id, wages.id)
    assert texts_coded(db, asked) == {pay.id: 2}
    assert db.value("select option_id from survey_action where id = ?", (action,)) == pay.id
    with pytest.raises(LookupError):
        code(db, wages.id)


def test_codes_of_two_questions_stay_apart_and_none_merges_with_itself(kept: Written) -> None:
    one = add_code(kept.db, kept.question("one_thing").id, "Pay")
    other = add_code(kept.db, kept.question("vacancy_reasons").id, "Housing")
    with pytest.raises(Problem, match="two questions"):
        merge_codes(kept.db, one.id, other.id)
    with pytest.raises(Problem, match="itself"):
        merge_codes(kept.db, one.id, one.id)


def test_a_code_may_be_merged_into_what_is_offered_but_not_into_other(kept: Written) -> None:
    asked = kept.question("vacancy_reasons").id
    buses = add_code(kept.db, asked, "Buses")
    with pytest.raises(Problem, match="nothing of its own"):
        merge_codes(kept.db, kept.option("vacancy_reasons", "Other"), buses.id)
    offered = kept.option("vacancy_reasons", "Transport, or the place is hard to reach")
    code_texts(kept.db, asked, ["no bus"], [buses.id], now=NOW)
    assert merge_codes(kept.db, offered, buses.id).id == offered
    assert texts_coded(kept.db, asked) == {offered: 1}
    refuse_code(code(kept.db, offered))
