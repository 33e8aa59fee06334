"""What can be options of a question of each kind."""

import pytest

from resources.problem import FieldProblem
from workforce.survey.questionnaire.option_drafts import OptionDraft, checked_options, given_options
from workforce.survey.vocabulary import AnswerState, QuestionKind

CANNOT_SAY = OptionDraft("Cannot say", stands_for=AnswerState.DONT_KNOW)


def test_bare_words_are_an_option_and_empty_ones_none() -> None:
    assert given_options([" Word  of mouth ", "", OptionDraft("Yes")]) == [
        OptionDraft("Word of mouth"),
        OptionDraft("Yes"),
    ]


@pytest.mark.parametrize(
    ("kind", "options", "sentence"),
    [
        (QuestionKind.ONE_CHOICE, ["Yes"], "needs two options or more"),
        (QuestionKind.SEVERAL_CHOICES, ["Yes", CANNOT_SAY], "needs two options or more"),
        (QuestionKind.ONE_CHOICE, ["Yes", "YES.", "No"], "“YES.” stands twice"),
        (QuestionKind.TEXT, ["Yes"], "answered by “In words” has no options"),
        (QuestionKind.BAND, ["About half"], "needs the figures"),
        (QuestionKind.BAND, [OptionDraft("Half", "60", "40")], "goes from 60 to 40, which is backwards"),
        (QuestionKind.BAND, [OptionDraft("Half", "some", "40")], "needs the figures"),
        (QuestionKind.BAND, [OptionDraft("", "1", "2")], "has bounds and no words"),
        (
            QuestionKind.SCALE,
            [OptionDraft("Easy", score=1), OptionDraft("Hard", score=1)],
            "Two steps of the scale have the same score",
        ),
    ],
)
def test_what_cannot_be_offered_is_refused(
    kind: QuestionKind, options: list[str | OptionDraft], sentence: str
) -> None:
    with pytest.raises(FieldProblem, match=sentence) as told:
        checked_options(kind, given_options(options))
    assert told.value.field == "options"


def test_a_scale_scores_its_steps_in_order_unless_each_has_its_own() -> None:
    plain = checked_options(QuestionKind.SCALE, given_options(["Easy", CANNOT_SAY, "Hard"]))
    assert [one.score for one in plain] == [1, None, 2]
    own = [OptionDraft("Easy", score=2), OptionDraft("Hard", score=-2)]
    assert [one.score for one in checked_options(QuestionKind.SCALE, own)] == [2, -2]


def test_bounds_are_kept_as_plain_figures() -> None:
    (band,) = checked_options(QuestionKind.BAND, [OptionDraft("Half", "37.50", "100%", 3)])
    assert (band.low, band.high, band.score) == ("37.5", "100", None)


def test_figures_may_have_an_option_that_is_no_answer() -> None:
    assert checked_options(QuestionKind.PEOPLE, [CANNOT_SAY]) == [CANNOT_SAY]
    assert checked_options(QuestionKind.BAND, []) == []
