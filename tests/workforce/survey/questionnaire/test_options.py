"""Options are offered, reworded, moved, retired and restored; what was chosen is never lost."""

from collections.abc import Callable
from datetime import date

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.questionnaire.test_editing import answered
from workforce.survey.questionnaire.options import (
    OptionDraft,
    add_option,
    edit_option,
    move_option,
    remove_option,
    restore_option,
    retire_option,
    set_options,
)
from workforce.survey.questionnaire.questions import Question, question
from workforce.survey.vocabulary import AnswerState
from workforce.survey.waves.waves import Wave

TODAY = date(2020, 1, 6)
Asked = Callable[[str], Question]


def words(db: Database, key: str) -> list[str]:
    return [one.wording for one in question(db, key).offered]


def test_an_option_is_offered_after_the_others(db: Database, asked: Asked) -> None:
    held = asked("how_hard")
    added = add_option(db, held.id, "Impossible")
    assert (added.score, question(db, held.id).offered[-1]) == (6, added)
    with pytest.raises(FieldProblem, match="is among them already"):
        add_option(db, held.id, "impossible!")


def test_a_band_needs_its_bounds_in_order(db: Database, asked: Asked) -> None:
    key = asked("share_attended").id
    with pytest.raises(FieldProblem, match="needs the figures"):
        add_option(db, key, "Hardly any")
    with pytest.raises(FieldProblem, match="which is backwards"):
        add_option(db, key, OptionDraft("Hardly any", "20", "10"))
    added = add_option(db, key, OptionDraft("Hardly any", "0.50", "10 %"))
    assert (added.low, added.high) == ("0.5", "10")


def test_a_code_is_never_offered_and_fits_a_question_in_words(db: Database, asked: Asked) -> None:
    held = asked("one_thing")
    code = add_option(db, held.id, "Better pay", from_coding=True)
    assert (question(db, held.id).offered, question(db, held.id).options) == ((), (code,))
    assert edit_option(db, code.id, wording="Higher pay").wording == "Higher pay"


def test_an_option_is_reworded(db: Database, asked: Asked) -> None:
    held = asked("how_hard").offered[0]
    assert edit_option(db, held.id, wording="Very easy indeed").score == 1
    with pytest.raises(FieldProblem, match="“Quite easy” is among them already"):
        edit_option(db, held.id, wording="Quite easy")


def test_options_move(db: Database, asked: Asked) -> None:
    held = asked("how_hard")
    move_option(db, held.offered[0].id, 1)
    assert words(db, held.id)[:2] == ["Quite easy", "Very easy"]
    move_option(db, held.offered[0].id, -9)
    assert words(db, held.id)[:2] == ["Very easy", "Quite easy"]


def test_an_option_is_retired_and_restored(db: Database, asked: Asked) -> None:
    held = asked("how_hard")
    key = held.offered[2].id
    retire_option(db, key, today=TODAY)
    assert "Neither easy nor hard" not in words(db, held.id)
    with pytest.raises(FieldProblem, match="is retired: restore it"):
        add_option(db, held.id, "Neither easy nor hard")
    restore_option(db, key)
    assert words(db, held.id)[2] == "Neither easy nor hard"


def test_the_last_two_options_stay(db: Database, asked: Asked) -> None:
    held = set_options(db, asked("how_hard").id, ["Easy", "Hard"], today=TODAY)
    with pytest.raises(FieldProblem, match="needs two options or more"):
        retire_option(db, held.offered[0].id, today=TODAY)


def test_options_set_anew_keep_those_known_by_key_or_words(db: Database, asked: Asked, wave: Wave) -> None:
    held = asked("how_hard")
    very_easy, quite_easy, *_ = held.offered
    after = set_options(
        db, held.id, ["quite easy", OptionDraft("Dead easy", id=very_easy.id), "Hard"], today=TODAY
    )
    assert [one.id for one in after.offered[:2]] == [quite_easy.id, very_easy.id]
    assert [one.wording for one in after.offered] == ["quite easy", "Dead easy", "Hard"]
    # The wave offered the others, so they are kept, retired.
    assert [one.retired_on for one in after.options if one not in after.offered] == ["2020-01-06"] * 3


def test_options_that_were_never_offered_go(db: Database, asked: Asked) -> None:
    held = asked("how_hard")
    after = set_options(db, held.id, ["Easy", "Hard"], today=TODAY)
    assert [one.wording for one in after.options] == ["Easy", "Hard"]


def test_what_was_chosen_is_not_removed(db: Database, asked: Asked, wave: Wave) -> None:
    held = asked("how_hard")
    answered(db, wave, held.id, held.offered[0].id)
    with pytest.raises(Problem, match="was chosen 1 time"):
        remove_option(db, held.offered[0].id)
    with pytest.raises(Problem, match="was offered or is used elsewhere"):
        remove_option(db, held.offered[1].id)
    added = add_option(db, held.id, "Impossible")
    remove_option(db, added.id)
    assert "Impossible" not in words(db, held.id)


def test_dont_know_is_no_step_of_a_scale(db: Database, asked: Asked) -> None:
    draft = OptionDraft("Don’t know", stands_for=AnswerState.DONT_KNOW)
    assert add_option(db, asked("how_hard").id, draft).score is None


def test_rewording_into_a_retired_option_brings_that_one_back(db: Database, asked: Asked, wave: Wave) -> None:
    held = asked("how_hard")
    first, second, *others = held.offered
    retire_option(db, second.id, today=TODAY)
    drafts = [OptionDraft("Quite easy", id=first.id), *(one.wording for one in others)]
    after = set_options(db, held.id, drafts, today=TODAY)
    assert [one.id for one in after.offered] == [second.id, *(one.id for one in others)]
    assert [one.wording for one in after.options if one.retired_on] == ["Very easy"]
