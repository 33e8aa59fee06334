"""Tables and sentences of what changed: what a reader sees."""

import pytest

from tests.workforce.survey.changes.test_comparing import HARD, INDEED, RADIO, _both
from tests.workforce.survey.changes.two_waves import two_waves
from workforce.survey.changes.comparing import compare
from workforce.survey.changes.tables import (
    all_answers_table,
    breaks_table,
    change_sentences,
    p_words,
    same_providers_table,
    side_by_side_table,
)


@pytest.fixture
def found(db):
    before = {"best_advertising": RADIO, "how_hard": HARD, "invited": 10, "attended": 5}
    after = {"best_advertising": INDEED, "how_hard": HARD, "invited": 10, "attended": 8}
    made = two_waves(db, [*_both(30, before, after), *_both(6, before, before), *_both(5, before, None)])
    return compare(db, *made.keys)


def test_a_row_says_both_figures_with_their_bases_the_change_and_the_verdict(found):
    table = all_answers_table(found)
    assert [column.heading for column in table.columns] == [
        "Question", "Answer or measure", "Wave of 2019-10-01", "Wave of 2020-10-01", "Change", "95% interval",
        "p, corrected", "Verdict",
    ]  # fmt: skip
    assert [row[1:5] for row in table.rows] == [
        ("“Quite hard” or “Very hard”", "100% of 41", "100% of 36", "0 points"),
        (INDEED, "0% of 41", "83% of 36", "+83 points"),
        (RADIO, "100% of 41", "17% of 36", "−83 points"),
        ("Of those invited, attended", "50% of 41", "80% of 36", "+30 points"),
    ]
    assert [row[-1] for row in table.rows] == [
        "No clear change",
        "Clearly higher",
        "Clearly lower",
        "Improved",
    ]
    assert table.rows[1][5] == "+66 to +92 points"
    assert table.base == (
        "everybody who answered: 41 responses to Wave of 2019-10-01 and 36 responses to Wave of 2020-10-01"
    )
    assert any(note.startswith("Because 4 figures are compared") for note in table.notes)


def test_the_same_providers_say_how_many_moved(found):
    table = same_providers_table(found)
    assert [(row[2], row[3], *row[-2:]) for row in table.rows] == [
        ("100% of 36", "100% of 36", 0, 0),
        ("0% of 36", "83% of 36", 30, 0),
        ("100% of 36", "17% of 36", 0, 30),
        ("50% of 36", "80% of 36", 30, 0),
    ]
    assert table.base == "36 providers or services that answered both times"


def test_side_by_side_they_stand_in_one_row_under_two_headings(found):
    table = side_by_side_table(found)
    assert [column.group for column in table.columns] == [
        "",
        "",
        *["All answers"] * 4,
        *["Same providers"] * 4,
    ]
    assert table.rows[3] == (
        "Typical provider’s share", "Of those invited, attended", "50% of 41", "80% of 36", "+30 points", "Improved",
        "50% of 36", "80% of 36", "+30 points", "Improved",
    )  # fmt: skip


def test_every_clear_change_is_a_sentence(found):
    assert change_sentences(found)[0] == (
        f"Which one of them brings the most people you can appoint: {INDEED}: 0% of 41 (Wave of 2019-10-01), 83% of 36 "
        "(Wave of 2020-10-01), +83 points: clearly higher."
    )
    assert change_sentences(found)[-1] == (
        "Of those invited, attended (typical provider): 50% of 41 (Wave of 2019-10-01), 80% of 36 (Wave of "
        "2020-10-01), +30 points: improved."
    )
    assert len(change_sentences(found)) == 3


def test_no_clear_change_is_said_too(db):
    made = two_waves(db, _both(35, {"how_hard": HARD}, {"how_hard": HARD}))
    assert change_sentences(compare(db, *made.keys)) == [
        "No clear change from Wave of 2019-10-01 to Wave of 2020-10-01 in the one figure compared."
    ]


def test_too_few_answers_are_said(db):
    made = two_waves(db, _both(4, {"how_hard": HARD}, {"how_hard": HARD}))
    found = compare(db, *made.keys)
    assert change_sentences(found) == [
        "Too few answered to say what changed from Wave of 2019-10-01 to Wave of 2020-10-01."
    ]
    assert all_answers_table(found).rows[0][2] == "too few (4)"


def test_what_is_not_compared_has_its_table(db, found):
    assert breaks_table(found).rows == []
    assert breaks_table(found).base == "0 questions"


def test_small_chances_are_said_as_such():
    assert [p_words(p) for p in (None, 0.0004, 0.0344)] == ["", "below 0.001", "0.034"]
