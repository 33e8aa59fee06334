"""What is to be mended, listed."""

import pytest

from resources.report.committee.to_mend import ToMend, Weight
from resources.report.committee.to_mend_table import to_mend_table, to_mend_words

STOP, LOOK = ToMend(Weight.STOPS, "A name.", "paragraph 3"), ToMend(Weight.LOOK, "Usual words.")


def test_a_row_each_in_their_order() -> None:
    assert to_mend_table((STOP, LOOK)).rows == [
        ("Stops the report", "paragraph 3", "A name."),
        ("To look at", "", "Usual words."),
    ]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ((), "nothing is to be mended"),
        ((STOP,), "1 thing stops the report"),
        ((STOP, STOP, LOOK), "2 things stop the report and 1 thing is to be looked at"),
        ((LOOK, LOOK), "2 things are to be looked at"),
    ],
    ids=["nothing", "one stops", "both", "two to look at"],
)
def test_in_a_sentence(found: tuple[ToMend, ...], words: str) -> None:
    assert to_mend_words(found) == words
