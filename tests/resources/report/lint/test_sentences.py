import pytest

from resources.report.lint.sentences import sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("It costs £7.50 a day. That is 7.5% more.", ["It costs £7.50 a day.", "That is 7.5% more."]),
        ("Dr. Example and Mrs. Example came.", ["Dr. Example and Mrs. Example came."]),
        ("Some, e.g. Larkmeadow, grew. Others did not.", ["Some, e.g. Larkmeadow, grew.", "Others did not."]),
        ("A. K. Example signed. B. did not.", ["A. K. Example signed.", "B. did not."]),
        ("He said “Yes.” She said no.", ["He said “Yes.”", "She said no."]),
        ("A heading\nA sentence.", ["A heading", "A sentence."]),
        ("", []),
        ("…", []),
    ],
)
def test_a_text_falls_into_the_sentences_that_a_reader_sees(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_figures_shares_and_hyphenated_words_are_a_word_each() -> None:
    assert words("12,000 of 7% well-led homes’ staff") == [
        "12",
        "000",
        "of",
        "7%",
        "well-led",
        "homes",
        "staff",
    ]
