"""What a response answers, in words."""

from workforce.survey.answers.answer_words import NOT_ANSWERED, answer_words, as_sent, figure_words
from workforce.survey.answers.responses import Answer
from workforce.survey.questionnaire.questions import Option, Question
from workforce.survey.vocabulary import AnswerState, QuestionKind, Topic
from workforce.survey.waves.asked import Asked, AskedOption

OPTIONS = (
    Option("pay", "q", 1, "Low pay"),
    Option("few", "q", 2, "Not enough applicants"),
    Option("other", "q", 3, "Other", is_other=True),
)


def asked(kind: QuestionKind, *, unit: str = "") -> Asked:
    question = Question("q", "s", "reasons", Topic.VACANCIES, kind, 1, "Why?", unit=unit, options=OPTIONS)
    offered = tuple(AskedOption(one, one.wording) for one in OPTIONS[:2])
    return Asked("a", "w", question, 1, "Why?", offered)


def test_options_stand_in_their_order_and_other_says_what_was_written() -> None:
    several = asked(QuestionKind.SEVERAL_CHOICES)
    assert answer_words(several, Answer(options=("few", "pay"))) == "Low pay; Not enough applicants"
    assert answer_words(several, Answer(options=("other", "pay"), text="Rotas")) == "Low pay; Other: “Rotas”"
    assert answer_words(several, Answer(options=("pay",), text="Rotas")) == "Low pay; “Rotas”"
    assert answer_words(several, Answer(options=("gone",))) == "an option that is gone"


def test_an_option_is_said_as_the_wave_offered_it() -> None:
    question = asked(QuestionKind.ONE_CHOICE).question
    own = Asked("a", "w", question, 1, "Why?", (AskedOption(OPTIONS[0], "Pay is too low"),))
    assert answer_words(own, Answer(options=("pay",))) == "Pay is too low"


def test_figures_have_their_unit_and_bands_their_bounds() -> None:
    people = asked(QuestionKind.PEOPLE, unit="people")
    assert answer_words(people, Answer(low="12.0", high="12")) == "12 people"
    assert answer_words(people, Answer(low="1", high="1")) == "1 person"
    assert (figure_words("1", "1", "posts"), figure_words("5", "5", "posts")) == ("1 post", "5 posts")
    assert figure_words("10", "37.5", "%") == "10 to 37.5%"
    assert figure_words("50", None, "people") == "50 people or more"
    assert figure_words(None, "5", "") == "up to 5"


def test_the_ways_of_giving_no_answer_are_told_apart() -> None:
    text = asked(QuestionKind.TEXT)
    assert answer_words(text, None) == NOT_ANSWERED
    assert answer_words(text, Answer()) == NOT_ANSWERED
    assert answer_words(text, Answer(AnswerState.DONT_KNOW, said="dunno")) == "Don’t know"
    assert answer_words(text, Answer(AnswerState.NOT_APPLICABLE)) == "Not applicable"
    assert answer_words(text, Answer(text="Better pay")) == "Better pay"


def test_words_that_were_read_as_something_else_are_shown_as_sent() -> None:
    assert as_sent(Answer(low="50", high="50", said="half")) == "half"
    assert as_sent(Answer(text="Better pay")) == "" and as_sent(None) == ""
