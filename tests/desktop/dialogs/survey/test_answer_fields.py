"""A field for each kind of question: what is typed and chosen becomes the answer, and shows again as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.dialogs.survey.answer_fields import (
    AnswerField,
    BandAnswer,
    ChoiceAnswer,
    FigureAnswer,
    SeveralAnswer,
    TextAnswer,
    answer_field,
)
from resources.problem import Problem
from workforce.survey.answers.responses import Answer
from workforce.survey.questionnaire.questions import Option, Question
from workforce.survey.vocabulary import AnswerState, QuestionKind, Topic
from workforce.survey.waves.asked import Asked, AskedOption

PAY = Option("pay", "q", 1, "Low pay")
FEW = Option("few", "q", 2, "Few apply")
OTHER = Option("other", "q", 3, "Other", is_other=True)
UNKNOWN = Option("unknown", "q", 4, "No idea", stands_for=AnswerState.DONT_KNOW)
HALF = Option("half", "q", 5, "About half", low="37.5", high="62.5")


def asked(kind: QuestionKind, *options: Option, unit: str = "", other: bool = False) -> Asked:
    question = Question(
        "q", "s", "why", Topic.VACANCIES, kind, 1, "Why?", unit=unit, allow_other=other, options=options
    )
    return Asked("a", "w", question, 1, "Why?", tuple(AskedOption(one, one.wording) for one in options))


@pytest.fixture
def held(qtbot: QtBot, styled: object):  # type: ignore[no-untyped-def]
    """Make a field and hold it."""

    def make(one: Asked) -> AnswerField:
        field = answer_field(one)
        qtbot.addWidget(field.widget)
        kept.append(field)
        return field

    kept: list[AnswerField] = []
    return make


def test_an_option_is_chosen_or_a_state(held) -> None:  # type: ignore[no-untyped-def]
    field = held(asked(QuestionKind.ONE_CHOICE, PAY, FEW, OTHER, UNKNOWN))
    assert isinstance(field, ChoiceAnswer) and field.is_empty()
    field.choice.show_answer("pay")
    assert field.answer() == Answer(options=("pay",))
    field.choice.show_answer("unknown")
    assert field.answer() == Answer(AnswerState.DONT_KNOW)
    field.choice.show_answer(AnswerState.NOT_APPLICABLE)
    assert field.answer() == Answer(AnswerState.NOT_APPLICABLE)
    field.show_answer(Answer(AnswerState.DONT_KNOW))
    assert field.choice.answer() == "unknown"
    field.show_answer(None)
    assert field.other is not None
    field.other.setText("The rota")
    assert field.answer() == Answer(options=("other",), text="The rota")


def test_several_are_ticked_with_the_space_bar(held, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    field = held(asked(QuestionKind.SEVERAL_CHOICES, PAY, FEW, OTHER, UNKNOWN))
    assert isinstance(field, SeveralAnswer)
    field.widget.show()
    field.list.setFocus()
    field.list.setCurrentRow(0)
    QTest.keyClick(field.list, Qt.Key.Key_Space)
    QTest.keyClick(field.list, Qt.Key.Key_Down)
    QTest.keyClick(field.list, Qt.Key.Key_Space)
    assert field.answer() == Answer(options=("pay", "few"))
    assert field.other is not None
    field.other.setText("The rota")
    assert field.answer() == Answer(options=("pay", "few", "other"), text="The rota")
    field.show_answer(Answer(AnswerState.DONT_KNOW))
    assert field.list.chosen() == ["unknown"] and field.answer() == Answer(AnswerState.DONT_KNOW)
    field.list.tick(["unknown", "pay"])
    with pytest.raises(Problem, match="Keep one or the other"):
        field.answer()
    field.show_answer(Answer(AnswerState.NOT_APPLICABLE))
    assert field.answer() == Answer(AnswerState.NOT_APPLICABLE)
    field.show_answer(None)
    assert field.is_empty()


def test_a_figure_a_range_or_words_that_say_one(held) -> None:  # type: ignore[no-untyped-def]
    field = held(asked(QuestionKind.PEOPLE, unit="people"))
    assert isinstance(field, FigureAnswer)
    field.figure.setText("12")
    assert field.answer() == Answer(low="12", high="12")
    field.figure.setText("10 to 15")
    told = field.answer()
    assert told is not None and (told.low, told.high) == ("10", "15")
    for wrong in ("-3", "2.5", "quite a lot of them"):
        field.figure.setText(wrong)
        with pytest.raises(Problem):
            field.answer()
    field.figure.setText("n/a")
    told = field.answer()
    assert told is not None and told.state is AnswerState.NOT_APPLICABLE
    field.figure.setText("12")
    field.state.show_answer(AnswerState.DONT_KNOW)
    with pytest.raises(Problem, match="Keep one of them"):
        field.answer()
    field.figure.setText("")
    assert field.answer() == Answer(AnswerState.DONT_KNOW)
    field.show_answer(Answer(low="3", high="3"))
    assert field.figure.text() == "3" and field.state.answer() == ""


def test_a_band_is_chosen_or_a_figure_typed(held) -> None:  # type: ignore[no-untyped-def]
    field = held(asked(QuestionKind.BAND, HALF, unit="%"))
    assert isinstance(field, BandAnswer)
    field.choice.show_answer("half")
    assert field.answer() == Answer(options=("half",), low="37.5", high="62.5")
    field.figure.setText("50")
    with pytest.raises(Problem, match="Keep one of them"):
        field.answer()
    field.choice.show_answer("")
    assert field.answer() == Answer(low="50", high="50")
    field.figure.setText("0.5")
    with pytest.raises(Problem, match="with its sign"):
        field.answer()
    field.show_answer(Answer(low="40", high="60"))
    assert field.figure.text() == "40 to 60" and field.choice.answer() == ""
    field.show_answer(Answer(options=("half",), low="37.5", high="62.5"))
    assert field.figure.text() == "" and field.choice.answer() == "half"


def test_words_are_kept_as_they_were_typed(held) -> None:  # type: ignore[no-untyped-def]
    field = held(asked(QuestionKind.TEXT))
    assert isinstance(field, TextAnswer) and field.is_empty()
    field.words.show_answer("Pay;\nand buses")
    assert field.answer() == Answer(text="Pay;\nand buses")
    field.show_answer(Answer(AnswerState.NOT_APPLICABLE))
    assert field.answer() == Answer(AnswerState.NOT_APPLICABLE)


def test_a_scale_is_chosen(held) -> None:  # type: ignore[no-untyped-def]
    field = held(asked(QuestionKind.SCALE, PAY, FEW))
    field.show_answer(Answer(options=("few",)))
    assert field.answer() == Answer(options=("few",))
