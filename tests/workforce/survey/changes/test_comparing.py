"""What changed: figures, tests and verdicts of two waves, checked against scipy and by hand."""

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from scipy.stats import binom, binomtest, mannwhitneyu

from resources.database import change
from resources.statistics import Verdict, difference, difference_p, share
from tests.workforce.survey.analysis.made_waves import DONT_KNOW
from tests.workforce.survey.changes.two_waves import two_waves
from workforce.survey.analysis.frame import AnalysisFilter
from workforce.survey.changes.comparing import Compares, compare
from workforce.survey.vocabulary import Better, Measure
from workforce.survey.waves.comparability import decide

NOW = datetime(2020, 12, 1, 9, tzinfo=UTC)
INDEED, RADIO = "Online job boards, such as Indeed", "Local newspaper or radio"
HARD, EASY = "Very hard", "Very easy"


def _both(count, before, after):
    return [(before, after)] * count


def _row(found, code, made, words):
    return next(row for row in found.of_question(made.id(code)) if row.name == words)


@pytest.fixture
def advertising(db):
    """40 answer twice: 10 stay with Indeed, 16 take it up, 2 give it up, 12 stay without; 6 answer once each time."""
    one, other, both = (
        {"advertising_methods": INDEED},
        {"advertising_methods": RADIO},
        {"advertising_methods": (INDEED, RADIO)},
    )
    return two_waves(
        db,
        [
            *_both(10, one, both), *_both(16, other, one), *_both(2, one, other), *_both(12, other, other),
            *_both(6, other, None), *_both(6, None, one), *_both(1, {"advertising_methods": DONT_KNOW}, one),
        ],
    )  # fmt: skip


def test_an_option_is_compared_among_all_answers_and_among_those_who_answered_twice(db, advertising):
    found = compare(db, *advertising.keys, corrected=False)
    assert (found.responses_before, found.responses_after, found.pairs) == (47, 47, 41)
    row = _row(found, "advertising_methods", advertising, INDEED)
    every, same = row.all_answers, row.same_providers
    before, after = share(12, 46), share(33, 47)
    assert (every.before.count, every.before.base, every.before.printed) == (12, 46, Decimal(26))
    assert (every.after.count, every.after.base, every.after.printed) == (33, 47, Decimal(70))
    assert (every.points, every.interval, every.p) == (
        Decimal(44), difference(before, after), difference_p(before, after),
    )  # fmt: skip
    assert every.verdict is Verdict.CLEARLY_HIGHER
    assert (same.pairs, same.up, same.down, same.points) == (40, 16, 2, Decimal(35))
    assert same.p == pytest.approx(binomtest(2, 18).pvalue - binom.pmf(2, 18, 0.5))
    assert same.verdict is Verdict.CLEARLY_HIGHER


def test_what_nobody_chose_either_time_is_no_row(db, advertising):
    found = compare(db, *advertising.keys)
    assert {row.name for row in found.of_question(advertising.id("advertising_methods"))} == {INDEED, RADIO}


def test_several_comparisons_have_to_be_clearer_each(db, advertising):
    rows = compare(db, *advertising.keys).of_question(advertising.id("advertising_methods"))
    for row in rows:
        assert row.all_answers.p_corrected >= row.all_answers.p
    smallest = min(rows, key=lambda row: row.all_answers.p).all_answers
    assert smallest.p_corrected == pytest.approx(len(rows) * smallest.p)
    plain = compare(db, *advertising.keys, corrected=False).rows
    assert all(row.all_answers.p_corrected is None for row in plain)


def test_the_rule_and_the_notes_say_what_was_done(db, advertising):
    found = compare(db, *advertising.keys)
    assert "both bases are 30 or more" in found.rule[0]
    assert found.rule[-1].startswith("Because 2 figures are compared")
    assert "each by itself" in compare(db, *advertising.keys, corrected=False).rule[-1]
    assert found.notes[0].startswith("41 providers or services answered both times.")


def test_a_scale_improves_as_its_question_says(db):
    hard, easy = {"how_hard": HARD}, {"how_hard": EASY}
    made = two_waves(db, [*_both(30, hard, easy), *_both(10, hard, hard)])
    row = compare(db, *made.keys).of_question(made.id("how_hard"))[0]
    assert (row.compares, row.name, row.better) == (Compares.TOP, "“Quite hard” or “Very hard”", Better.LOWER)
    assert (row.all_answers.points, row.all_answers.verdict) == (Decimal(-75), Verdict.IMPROVED)
    assert row.same_providers.verdict is Verdict.IMPROVED


def test_bands_compare_their_upper_end(db):
    many, few = {"share_attended": "All or nearly all"}, {"share_attended": "About a quarter"}
    made = two_waves(db, [*_both(25, few, many), *_both(10, many, many)])
    row = compare(db, *made.keys).of_question(made.id("share_attended"))[0]
    assert row.name == "“About three quarters” or “All or nearly all”"
    assert (row.all_answers.points, row.all_answers.verdict) == (Decimal(71), Verdict.IMPROVED)


def test_too_few_answers_have_no_verdict_and_fewer_no_figure(db):
    one, other = {"best_advertising": INDEED}, {"best_advertising": RADIO}
    made = two_waves(db, [*_both(12, one, other), *_both(9, one, None)])
    every = _row(compare(db, *made.keys), "best_advertising", made, INDEED).all_answers
    assert (every.before.base, every.after.base, every.verdict) == (21, 12, Verdict.BASE_TOO_SMALL)
    assert (every.points, every.p, every.interval is not None) == (Decimal(-100), None, True)


def test_of_fewer_than_ten_no_figure_is_given(db):
    made = two_waves(db, _both(5, {"best_advertising": INDEED}, {"best_advertising": RADIO}))
    told = _row(compare(db, *made.keys), "best_advertising", made, INDEED).all_answers
    assert (told.before.printed, told.points, told.interval, told.verdict) == (
        None, None, None, Verdict.BASE_TOO_SMALL,
    )  # fmt: skip


def test_a_reworded_question_is_a_break_until_somebody_calls_it_comparable(db, advertising):
    question = advertising.id("advertising_methods")
    with change(db, "Reworded it"):
        key = db.value(
            "select id from survey_asked where wave_id = ? and question_id = ?",
            (advertising.keys[1], question),
        )
        db.update_row("survey_asked", key, {"wording": "Where did you advertise last year?"})
    found = compare(db, *advertising.keys)
    row = _row(found, "advertising_methods", advertising, INDEED)
    assert row.question_changed
    assert (row.all_answers.points, row.all_answers.p, row.same_providers) == (None, None, None)
    assert row.all_answers.before.printed == Decimal(26)
    assert row.what_changed == ("It was asked as “Where do you advertise your posts?”.",)
    assert [one.question for one in found.breaks] == [question]
    assert found.notes[-1] == "1 question changed between the waves: nothing is subtracted there."
    decide(db, question, *advertising.keys, True, "The period alone was added.", NOW)
    again = _row(compare(db, *advertising.keys), "advertising_methods", advertising, INDEED)
    assert (again.question_changed, again.decided, again.all_answers.points) == (False, True, Decimal(44))
    assert again.what_changed[-1] == "The period alone was added."


def test_a_question_of_one_wave_is_listed_apart(db, advertising):
    question = advertising.id("retention_methods")
    with change(db, "Left it out"):
        key = db.value(
            "select id from survey_asked where wave_id = ? and question_id = ?",
            (advertising.keys[1], question),
        )
        for option in db.rows("select id from survey_asked_option where asked_id = ?", (key,)):
            db.delete_row("survey_asked_option", option[0])
        db.delete_row("survey_asked", key)
    (only,) = compare(db, *advertising.keys).one_wave_only
    assert (only.question_id, only.asked_later) == (question, False)


# --- the funnel and the rates -----------------------------------------------------------------------------------


@pytest.fixture
def interviews(db):
    """35 providers: of 10 invited 5 attended, later 8; one large one goes the other way; one gave a range."""
    return two_waves(
        db,
        [
            *_both(34, {"invited": 10, "attended": 5}, {"invited": 10, "attended": 8}),
            ({"invited": 1000, "attended": 900}, {"invited": 1000, "attended": 100}),
            ({"invited": (10, 20), "attended": 5}, {"invited": 10, "attended": 8}),
        ],
    )


def test_a_step_is_judged_by_providers_and_not_by_people(db, interviews):
    found = compare(db, *interviews.keys).measured(Measure.ATTENDED)
    every, same = found.all_answers, found.same_providers
    assert (found.compares, found.name) == (Compares.STEP, "Of those invited, attended")
    assert (every.before.base, every.after.base) == (35, 36)
    assert (every.before.printed, every.after.printed, every.points) == (50, 80, 30)
    assert (every.before.pooled, every.after.pooled) == (Fraction(1070, 1340), Fraction(380, 1350))
    before, after = [0.5] * 34 + [0.9], [0.8] * 34 + [0.1, 0.8]
    assert every.p == pytest.approx(mannwhitneyu(before, after, method="asymptotic").pvalue)
    assert (every.interval, every.verdict) == (None, Verdict.IMPROVED)
    assert (same.pairs, same.up, same.down, same.verdict) == (35, 34, 1, Verdict.IMPROVED)


def test_what_points_one_way_and_prints_the_other_is_no_clear_change(db):
    """Most go up by a little, some down by much, so that the median falls."""
    up = _both(24, {"invited": 100, "attended": 40}, {"invited": 100, "attended": 41})
    down = _both(6, {"invited": 100, "attended": 90}, {"invited": 100, "attended": 10})
    half = _both(22, {"invited": 100, "attended": 60}, {"invited": 100, "attended": 60})
    made = two_waves(db, [*up, *down, *half])
    same = compare(db, *made.keys).measured(Measure.ATTENDED).same_providers
    assert (same.up, same.down, same.p < 0.05) == (24, 6, True)
    assert same.points < 0
    assert same.verdict is Verdict.NO_CLEAR_CHANGE


def test_rates_follow_the_formulas_and_fall_for_the_better(db):
    made = two_waves(
        db,
        _both(
            31, {"staff": 90, "vacancies": 10, "leavers": 45}, {"staff": 95, "vacancies": 5, "leavers": 19}
        ),
    )
    found = compare(db, *made.keys)
    vacancy, turnover = (found.measured(one) for one in (Measure.VACANCY_RATE, Measure.TURNOVER_RATE))
    assert (vacancy.all_answers.before.value, vacancy.all_answers.after.value) == (
        Fraction(1, 10),
        Fraction(1, 20),
    )
    assert (vacancy.all_answers.points, vacancy.all_answers.verdict) == (-5, Verdict.IMPROVED)
    assert (turnover.all_answers.before.value, turnover.all_answers.after.value) == (
        Fraction(1, 2),
        Fraction(1, 5),
    )
    assert turnover.all_answers.before.pooled == Fraction(1, 2)
    assert found.measured(Measure.STARTED) is None
    assert found.measured(Measure.NONE) is None


def test_new_staff_are_a_share_of_all_lengths_of_service(db):
    lengths = ("under_1_year", "from_1_to_2", "from_3_to_5", "from_6_to_10", "over_10")
    before, after = (
        dict(zip(lengths, (4, 2, 2, 1, 1), strict=True)),
        dict(zip(lengths, (2, 4, 2, 1, 1), strict=True)),
    )
    made = two_waves(db, _both(30, before, after))
    (row,) = [one for one in compare(db, *made.keys).rows if one.name.startswith("Staff who")]
    assert (row.all_answers.points, row.all_answers.verdict) == (-20, Verdict.CLEARLY_LOWER)


def test_a_filter_leaves_out_the_others_in_both_waves(db, advertising):
    found = compare(db, *advertising.keys, AnalysisFilter(kinds=("nursing_home",)))
    assert (found.responses_before, found.rows, found.pairs) == (0, (), 0)
    assert found.notes[0] == "Only: Nursing home."
    assert "Nobody is known to have answered both times" in found.notes[1]
