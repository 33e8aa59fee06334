"""Words are a step of a scale, yes or no, or no answer; what they are not is not guessed."""

import pytest

from resources.files.forms.answer_words import Unanswered, scale_that_fits, step_of, unanswered_by, yes_or_no


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", Unanswered.NOTHING), ("Prefer not to say", Unanswered.NOTHING), ("Don’t know", Unanswered.DONT_KNOW),
        ("I'm not sure", Unanswered.DONT_KNOW), ("N/A", Unanswered.NOT_APPLICABLE), ("Useful", None), ("★★", None),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_of_three_kinds(text: str, found: Unanswered | None) -> None:
    assert unanswered_by(text) is found


@pytest.mark.parametrize(
    ("text", "yes"), [("Yes", True), ("TRUE", True), ("Definitely not", False), ("n", False), ("Maybe", None)]
)
def test_yes_and_no(text: str, yes: bool | None) -> None:
    assert yes_or_no(text) is yes


def test_a_step_is_of_the_scale_asked_or_of_one_that_forms_offer() -> None:
    assert step_of("excellent") == 5 and step_of("Tend to disagree") == 2 and step_of("lovely") is None
    assert step_of("Lovely", ("Dull", "Lovely")) == 2


def test_the_scale_that_has_all_of_the_words() -> None:
    agreement = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")
    assert scale_that_fits(["agree", "Tend to disagree"]) == agreement
    assert scale_that_fits(["agree", "poor"]) is None and scale_that_fits([]) is None
