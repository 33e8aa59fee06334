"""The reading age that reports are held against, and the initials that readers know."""

import pytest

from engagement.committee import plain_words
from resources.database import Database, history
from resources.problem import FieldProblem


def test_they_are_what_they_are_until_set(db: Database) -> None:
    assert (plain_words.reading_age(db), plain_words.known_initials(db)) == (15, ())


def test_a_reading_age_is_set_and_set_again(db: Database) -> None:
    assert plain_words.set_reading_age(db, 12) == 12
    assert plain_words.set_reading_age(db, 14) == plain_words.reading_age(db) == 14
    before = history.next_undo(db)
    plain_words.set_reading_age(db, 14)
    assert history.next_undo(db) == before


@pytest.mark.parametrize("age", [0, 8, 22, -3])
def test_an_age_at_which_nobody_reads_is_refused(db: Database, age: int) -> None:
    with pytest.raises(FieldProblem, match=f"{age} was entered. Give one from 9 to 21"):
        plain_words.set_reading_age(db, age)


def test_initials_are_written_with_commas_or_spaces(db: Database) -> None:
    assert plain_words.set_known_initials(db, "ICB, VCSE  ICB D&A") == ("ICB", "VCSE", "D&A")
    assert plain_words.known_initials(db) == ("ICB", "VCSE", "D&A")
    assert plain_words.set_known_initials(db, "") == ()


@pytest.mark.parametrize(
    "text",
    ["icb", "ICB, {{7}}", "A", " ".join(f"A{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(101))],
)
def test_what_are_no_initials_is_refused(db: Database, text: str) -> None:
    with pytest.raises(FieldProblem, match="Write initials such as"):
        plain_words.set_known_initials(db, text)
