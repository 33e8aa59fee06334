"""Texts that one wave’s coding reached and the other’s did not: nothing is said of a change that is none."""

from datetime import UTC, datetime

import pytest

from resources.database import Database
from resources.statistics import Verdict
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.action_plan.actions import ActionDraft, add_action
from workforce.survey.action_plan.progress import progress
from workforce.survey.changes.change_row import ChangeRow, Comparison
from workforce.survey.changes.comparing import compare
from workforce.survey.changes.tables import change_sentences, figure_words, points_words
from workforce.survey.coding.codes import add_code
from workforce.survey.coding.texts import code, fits_none, texts
from workforce.survey.questionnaire.questions import questions
from workforce.survey.vocabulary import Measure, QuestionKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FEW, OTHER = "Not enough applicants", "Other"


class TwoWaves:
    """40 answer each time: “other” about parking in the baseline and again, one of them also about applicants."""

    def __init__(self, db: Database) -> None:
        self.db, self.kept = db, Written(db)
        self.reasons = self.kept.question("vacancy_reasons")
        self.first, self.again = self.kept.wave(), self.kept.wave("Again", AGAIN)
        other = next(one.wording for one in self.reasons.options if one.is_other)
        for number in range(40):
            for wave, said in ((self.first, "No parking"), (self.again, "Nowhere to park")):
                chosen = [other] if number < 30 else [FEW]
                text = {"vacancy_reasons": said} if number < 30 else {}
                self.kept.answer(wave.id, text, {"vacancy_reasons": chosen})
        self.parking = add_code(db, self.reasons.id, "Parking").id

    def code(self, text: str, *options: str) -> None:
        keys = [one.text_key for one in texts(self.db, self.reasons.id) if one.text == text]
        code(self.db, self.reasons.id, keys, list(options), now=NOW)

    def compared(self) -> Comparison:
        return compare(self.db, self.first.id, self.again.id)


@pytest.fixture
def two(db: Database) -> TwoWaves:
    return TwoWaves(db)


def row(found: Comparison, name: str) -> ChangeRow:
    return next(one for one in found.rows if one.name.startswith(name))


def test_one_wave_coded_gives_codes_and_other_no_verdict(two: TwoWaves) -> None:
    two.code("No parking", two.parking)
    found = two.compared()
    for name in ("Parking", OTHER):
        told = row(found, name)
        assert told.all_answers.verdict is Verdict.NOT_CODED_YET
        assert (told.all_answers.points, told.all_answers.p, told.same_providers) == (None, None, None)
        assert points_words(told.all_answers) == ""
        assert told.not_coded == "30 texts of Again are not coded yet."
    parking = row(found, "Parking").all_answers
    assert (figure_words(parking.before), figure_words(parking.after)) == ("75% of 40", "not coded yet (40)")
    assert change_sentences(found) == ["No clear change from Baseline to Again in the one figure compared."]
    assert any("30 texts of Again are not coded yet. Its codes and “Other”" in note for note in found.notes)


def test_what_was_offered_is_then_compared_as_it_was_chosen(two: TwoWaves) -> None:
    """The texts of the baseline counted as applicants too: 40 of 40, and 10 of 40 in the wave still to be coded."""
    option = two.kept.option("vacancy_reasons", FEW)
    two.code("No parking", option)
    told = row(two.compared(), FEW).all_answers
    assert (told.before.count, told.after.count, told.verdict) == (10, 10, Verdict.NO_CLEAR_CHANGE)
    two.code("Nowhere to park", option)
    told = row(two.compared(), FEW).all_answers
    assert (told.before.count, told.after.count) == (40, 40)


def test_both_waves_coded_are_compared(two: TwoWaves) -> None:
    for text in ("No parking", "Nowhere to park"):
        two.code(text, two.parking)
    found = two.compared()
    told = row(found, "Parking").all_answers
    assert (told.before.printed, told.after.printed, told.verdict) == (75, 75, Verdict.NO_CLEAR_CHANGE)
    assert not any("coded yet" in note for note in found.notes)


def test_a_text_that_fits_no_code_was_looked_at(two: TwoWaves) -> None:
    two.code("No parking", two.parking)
    (key,) = (one.text_key for one in texts(two.db, two.reasons.id) if one.text == "Nowhere to park")
    fits_none(two.db, two.reasons.id, [key], now=NOW)
    told = row(two.compared(), "Parking").all_answers
    assert (told.before.printed, told.after.printed) == (75, 0) and told.verdict.is_clear


def test_with_nothing_coded_other_is_compared_as_it_was_chosen(two: TwoWaves) -> None:
    found = two.compared()
    told = row(found, OTHER).all_answers
    assert (told.before.count, told.after.count, told.verdict) == (30, 30, Verdict.NO_CLEAR_CHANGE)
    assert any("no “other” text of the two waves is coded yet" in note for note in found.notes)


def test_where_nothing_else_was_asked_that_is_all_that_is_said(db: Database) -> None:
    kept = Written(db)
    question = next(one for one in questions(db, kept.survey_id) if one.kind is QuestionKind.TEXT)
    first, again = kept.wave(), kept.wave("Again", AGAIN)
    for number in range(30):
        kept.answer(first.id, {question.code: "No bus here"})
        kept.answer(again.id, {question.code: f"The bus does not come {number}"})
    held = add_code(db, question.id, "Transport")
    (key,) = (one.text_key for one in texts(db, question.id) if one.text == "No bus here")
    code(db, question.id, [key], [held.id], now=NOW)
    found = compare(db, first.id, again.id)
    assert change_sentences(found) == ["Nothing can be compared yet. 30 texts of Again are not coded yet."]


def test_an_action_measured_by_a_code_waits_for_the_coding(two: TwoWaves) -> None:
    two.code("No parking", two.parking)
    draft = ActionDraft(
        "Ask for a car park", measure=Measure.SHARE, question_id=two.reasons.id, option_id=two.parking,
        baseline_wave_id=two.first.id, wave_id=two.again.id,
    )  # fmt: skip
    held = add_action(two.db, two.kept.survey_id, draft)
    found = progress(two.db, [held])[held.id]
    assert found.sentence == "Not compared yet: 30 texts of Again are not coded yet."
    assert (found.points, found.verdict) == (None, Verdict.NOT_CODED_YET)
