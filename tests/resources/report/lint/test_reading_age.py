import pytest

from resources.report.lint.reading_age import Readability, readability, syllables


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("care", 1), ("home", 1), ("homes", 1), ("services", 3), ("rated", 2), ("closed", 1), ("little", 2),
        ("being", 2), ("provider", 3), ("committee", 3), ("area", 3), ("radio", 3), ("residential", 4), ("the", 1),
        ("quality", 3), ("council’s", 2), ("well-led", 2), ("2019", 1), ("inspection", 3), ("changes", 2),
    ],
)  # fmt: skip
def test_syllables_of_words_of_the_field(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_a_short_text_tells_no_age() -> None:
    assert readability(["The home is good."]).age is None


def test_the_grade_is_that_of_kincaid_and_others() -> None:
    found = Readability(words=200, sentences=10, syllables=300)
    assert found.grade == pytest.approx(0.39 * 20 + 11.8 * 1.5 - 15.59)
    assert found.age == 15


def test_long_words_in_long_sentences_need_an_older_reader() -> None:
    plain = readability(["The home is good. We saw it last week. Staff were kind to all. " * 10])
    heavy = readability(
        ["Notwithstanding considerable organisational difficulties, accountability arrangements necessitate "
         "comprehensive multidisciplinary evaluation of institutional capabilities throughout the authority. " * 10]
    )  # fmt: skip
    assert plain.age is not None
    assert heavy.age is not None
    assert plain.age < 9 < 20 < heavy.age
