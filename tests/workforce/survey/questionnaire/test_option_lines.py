"""Options typed a line each: read back as they stand, and an option that is reworded stays the same one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from resources.problem import FieldProblem
from workforce.survey.questionnaire.option_drafts import OptionDraft
from workforce.survey.questionnaire.option_lines import (
    OptionLines,
    changed_words,
    lines_of,
    read_line,
    read_lines,
    same_options,
)
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import QuestionKind

Asked = Callable[[str], Question]


@pytest.mark.parametrize("code", ["vacancy_reasons", "best_retention", "share_attended", "how_hard"])
def test_what_is_shown_reads_back_as_it_stands(asked: Asked, code: str) -> None:
    held = asked(code)
    drafts = read_lines(held.kind, lines_of(held), held.offered)
    assert changed_words(drafts, held.offered) == ()
    assert [replace(one, score=None) for one in drafts] == [
        replace(OptionDraft.of(one), score=None) for one in held.offered
    ]


def test_a_band_has_its_figures_behind_it(asked: Asked) -> None:
    assert lines_of(asked("share_attended")) == OptionLines(
        (
            "None or hardly any: 0 to 10", "About a quarter: 10 to 37.5", "About half: 37.5 to 62.5",
            "About three quarters: 62.5 to 90", "All or nearly all: 90 to 100",
        ),
        dont_know=("Don’t know",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "kind", "draft"),
    [
        ("About half: 40% – 60 %", QuestionKind.BAND, OptionDraft("About half", "40", "60")),
        ("Half: some", QuestionKind.BAND, OptionDraft("Half: some")),
        ("Shift pay: 1 to 2", QuestionKind.ONE_CHOICE, OptionDraft("Shift pay: 1 to 2")),
        ("Very hard = 5", QuestionKind.SCALE, OptionDraft("Very hard", score=5)),
        ("Very  hard", QuestionKind.SCALE, OptionDraft("Very hard")),
    ],
)
def test_a_line_is_read_by_the_kind_of_question(line: str, kind: QuestionKind, draft: OptionDraft) -> None:
    assert read_line(line, kind) == draft


def test_a_line_in_other_words_is_the_option_in_its_place(asked: Asked) -> None:
    held = asked("how_hard")
    words = ["Very easy", "Fairly easy", "Neither easy nor hard", "Fairly hard", "Very hard"]
    drafts = read_lines(held.kind, OptionLines(tuple(words)), held.offered)
    assert [one.id for one in drafts] == [one.id for one in held.offered]
    assert changed_words(drafts, held.offered) == (
        "“Quite easy” becomes “Fairly easy”.",
        "“Quite hard” becomes “Fairly hard”.",
    )


def test_added_moved_and_left_out_lines_are_told_apart(asked: Asked) -> None:
    held = asked("how_hard")
    words = ("Very hard", "Impossible", "Very easy", "Quite easy", "Neither easy nor hard")
    drafts = read_lines(held.kind, OptionLines(words), held.offered)
    assert changed_words(drafts, held.offered) == (
        "Added: “Impossible”.",
        "No longer offered: “Quite hard”.",
    )


def test_an_answer_does_not_turn_into_dont_know_by_rewording(asked: Asked) -> None:
    held = asked("how_hard")
    lines = OptionLines(tuple(one.wording for one in held.offered[:-1]), dont_know=("Cannot say",))
    drafts = read_lines(held.kind, lines, held.offered)
    assert changed_words(drafts, held.offered) == (
        "Added: “Cannot say”.",
        "No longer offered: “Very hard”.",
    )


def test_a_scale_scored_in_its_own_way_says_so(asked: Asked) -> None:
    held = asked("how_hard")
    turned = replace(held, options=tuple(replace(one, score=6 - (one.score or 0)) for one in held.options))
    assert lines_of(turned).options[0] == "Very easy = 5"


def test_words_have_no_options() -> None:
    with pytest.raises(FieldProblem, match="has no options to choose"):
        read_lines(QuestionKind.TEXT, OptionLines(("Yes",)))


def test_what_a_wave_offered_is_known_by_place_or_words(asked: Asked) -> None:
    first, second, *rest = asked("how_hard").offered
    assert same_options(["Dead easy", second.wording], [first, second], rest) == {
        first.id: "Dead easy",
        second.id: second.wording,
    }
    with pytest.raises(FieldProblem, match="is no option of this question"):
        same_options([first.wording, second.wording, "Impossible"], [first, second], rest)


def test_an_option_not_offered_before_is_known_by_its_words(asked: Asked) -> None:
    first, second, third, *rest = asked("how_hard").offered
    assert same_options([first.wording, second.wording, third.wording], [first, second], [third, *rest]) == {
        one.id: one.wording for one in (first, second, third)
    }


def test_another_option_in_its_place_is_that_other_option(asked: Asked) -> None:
    first, second, third, *rest = asked("how_hard").offered
    assert same_options([first.wording, third.wording], [first, second], [third, *rest]) == {
        first.id: first.wording,
        third.id: third.wording,
    }
