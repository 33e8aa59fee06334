"""What people write is read as what they mean, or refused with the reason; nothing is guessed."""

import pytest

from engagement.forums.feedback.questions import AGREEMENT, SHIPPED, QuestionDraft
from engagement.forums.feedback.read_value import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    option_words,
    read_answer,
    said,
)
from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState

USEFUL, YES_NO, TEXT = SHIPPED[0], SHIPPED[2], SHIPPED[3]
AGREE = QuestionDraft("I would come again", AnswerKind.SCALE, options=AGREEMENT, satisfied_from=4)
TOPICS = QuestionDraft(
    "Topics", AnswerKind.CHOICE, options=("Staffing", "Digital records", "Other (please say)")
)
CLOSED = QuestionDraft("Topics", AnswerKind.CHOICE, options=("Staffing", "Pay; and terms"))


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        (USEFUL, "5", "5"), (USEFUL, "5 - Very useful", "5"), (USEFUL, "5 – Very useful", "5"), (USEFUL, "4.0", "4"),
        (USEFUL, "Very useful", "5"), (USEFUL, " VERY\u00a0USEFUL ", "5"), (USEFUL, "3/5", "3"),
        (USEFUL, "3 out of 5", "3"),
        (USEFUL, "2 (Not very useful)", "2"), (USEFUL, "★★★★☆", "4"), (USEFUL, "1: Not at all useful", "1"),
        (AGREE, "Strongly agree", "5"), (AGREE, "Neither agree nor disagree", "3"), (AGREE, "Tend to disagree", "2"),
        (USEFUL, "Very satisfied", "5"), (USEFUL, "Poor", "2"),
        (YES_NO, "Yes", "yes"), (YES_NO, "no", "no"), (YES_NO, "TRUE", "yes"), (YES_NO, "Definitely not", "no"),
        (TOPICS, "Staffing;Digital records;", '["Staffing", "Digital records"]'),
        (TOPICS, "digital records", '["Digital records"]'), (TOPICS, "Transport", '["Other (please say)"]'),
        (CLOSED, "Pay; and terms", '["Pay; and terms"]'),
        (TEXT, "More\u00a0time\n for lunch", "More time\nfor lunch"), (TEXT, "None", "None"),
    ],
)  # fmt: skip
def test_an_answer_is_read(question: QuestionDraft, text: str, value: str) -> None:
    assert read_answer(question, text).value == Answer(AnswerState.ANSWERED, value)


@pytest.mark.parametrize("question", [USEFUL, YES_NO, TOPICS, TEXT])
@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Don’t know", DONT_KNOW), ("don't know", DONT_KNOW), ("Not sure", DONT_KNOW), ("N/A", NOT_APPLICABLE),
        ("Not applicable", NOT_APPLICABLE), ("", None), ("  ", None), ("-", None), ("Prefer not to say", None),
    ],
)  # fmt: skip
def test_dont_know_not_applicable_and_nothing_are_three_things(
    question: QuestionDraft, text: str, answer: Answer | None
) -> None:
    reading = read_answer(question, text)
    assert (reading.value, reading.reason) == (answer, "")


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (USEFUL, "7", "not from 1 to 5"), (USEFUL, "0", "not from 1 to 5"), (USEFUL, "8/10", "out of 10"),
        (USEFUL, "5 - Not at all useful", "says 5 in figures and 1 in words"), (USEFUL, "Lovely", "not on the scale"),
        (USEFUL, "Yes", "not on the scale"), (YES_NO, "Maybe", "neither yes nor no"),
        (CLOSED, "Transport", "not among the choices"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(question: QuestionDraft, text: str, words: str) -> None:
    reading = read_answer(question, text)
    assert reading.value is None and words in reading.reason


def test_answers_are_said_as_people_read_them() -> None:
    assert said(USEFUL, Answer(AnswerState.ANSWERED, "5")) == "5 – Very useful"
    assert said(YES_NO, Answer(AnswerState.ANSWERED, "no")) == "No"
    assert said(TOPICS, Answer(AnswerState.ANSWERED, '["Staffing"]')) == "Staffing"
    assert said(TEXT, NOT_APPLICABLE) == "Not applicable"
    assert option_words(QuestionDraft("How?", AnswerKind.SCALE), 3) == "3"
