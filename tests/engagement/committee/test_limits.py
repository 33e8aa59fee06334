"""How long what is typed may be."""

import pytest

from engagement.committee.limits import one_line, several_lines
from resources.problem import FieldProblem


def test_a_line_is_tidied() -> None:
    assert one_line("text", "Heading", "  Two\n words\u200b ") == "Two words"


def test_a_heading_of_500_signs_is_refused_with_what_was_found() -> None:
    with pytest.raises(FieldProblem) as refused:
        one_line("text", "Heading", "x" * 500)
    assert refused.value.field == "text"
    assert refused.value.sentence == (
        "Heading: 500 signs were entered and up to 200 are taken. Shorten it, or put the rest into a paragraph of its "
        "own."
    )


def test_200_signs_are_a_heading() -> None:
    assert len(one_line("text", "Heading", "x" * 200)) == 200


def test_each_paragraph_is_held_against_the_limit() -> None:
    assert several_lines("text", "Paragraph", "a" * 10_000 + "\n\n" + "b" * 10_000)
    with pytest.raises(FieldProblem, match="10,001 signs"):
        several_lines("text", "Paragraph", "b\n\n" + "a" * 10_001)


def test_what_must_be_there_is_asked_for() -> None:
    with pytest.raises(FieldProblem, match=r"^Title: write one\.$"):
        one_line("title", "Title", " \u200b", empty="write one.")
