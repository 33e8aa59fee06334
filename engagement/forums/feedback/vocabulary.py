"""The words of feedback: kinds of question, what an answer can be, and where it came from."""

from resources.words import Word


class AnswerKind(Word):
    """How a question is answered."""

    SCALE = "scale", "From 1 to 5"
    YES_NO = "yes_no", "Yes or no"
    CHOICE = "choice", "Choices"
    TEXT = "text", "In words"


class AnswerState(Word):
    """What was said; a question that was not answered has no answer at all."""

    ANSWERED = "answered", "Answered"
    DONT_KNOW = "dont_know", "Don’t know"
    NOT_APPLICABLE = "not_applicable", "Not applicable"


class Source(Word):
    """Where a response came from."""

    TYPED = "typed", "Typed in"
    FILE = "file", "Forms file"


YES, NO = "yes", "no"
SCALE_LENGTH = 5
