"""What a column would become as a new question."""

from resources.files.forms.layout import NONE_TICKED, FormColumn
from workforce.survey.answers.checks.proposing import asked_for, propose
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.questionnaire.option_drafts import OptionDraft
from workforce.survey.vocabulary import QuestionKind


def proposed(told: list[str], heading: str = "What then?") -> QuestionDraft:
    return propose(FormColumn(heading, "what then", (0,)), told)


def wordings(draft: QuestionDraft) -> list[str]:
    return [one if isinstance(one, str) else one.wording for one in draft.options]


def test_words_that_come_again_and_again_are_choices_the_most_frequent_first_and_other_last() -> None:
    draft = proposed(
        ["Other", "Other", "Other", "Full time", "Full time", "Part time", "Part time", "Don’t know"]
    )
    assert draft.kind is QuestionKind.ONE_CHOICE and draft.allow_other
    assert wordings(draft) == ["Full time", "Part time", "Other"]


def test_joined_cells_are_several_choices() -> None:
    draft = proposed(["Radio;Leaflets;", "Radio;", "Leaflets", "Radio;Leaflets"])
    assert (draft.kind, wordings(draft)) == (QuestionKind.SEVERAL_CHOICES, ["Radio", "Leaflets"])
    told = ["a, b", "b, c", "a, c", "a, b, c", "c, b", "a", "b", "c", "c, a", "b, a"]
    assert wordings(proposed(told)) == ["a", "b", "c"]
    many = [f"{x}, {y}" for x in "abcde" for y in "abcde" if x != y]
    assert proposed(many).kind is QuestionKind.SEVERAL_CHOICES


def test_a_column_for_each_option_is_several_choices() -> None:
    column = FormColumn("Which?", "which", (1, 2, 3), ("C", "C++", "Other"), "tools", True, 3)
    draft = propose(column, ["C; C++", NONE_TICKED, ""])
    assert (draft.kind, draft.code, draft.allow_other) == (QuestionKind.SEVERAL_CHOICES, "tools", True)
    assert draft.options == (OptionDraft("C"), OptionDraft("C++"), OptionDraft("Other", is_other=True))


def test_figures_are_numbers_and_counts_of_people_are_people() -> None:
    assert proposed(["12", "7", "12.5", "130"]).kind is QuestionKind.NUMBER
    draft = proposed(["12", "7", "about 130", "4"] * 3, "How many staff do you employ?")
    assert (draft.kind, draft.unit) == (QuestionKind.PEOPLE, "people")
    percent = proposed(["80", "50", "12", "half"] * 4, "What percentage of time?")
    assert (percent.kind, percent.unit) == (QuestionKind.NUMBER, "%")


def test_steps_with_words_are_a_scale() -> None:
    draft = proposed(["5 - Mostly other people", "4", "2", "1", "4"])
    assert draft.kind is QuestionKind.SCALE
    assert wordings(draft) == ["1", "2", "3", "4", "5 - Mostly other people"]
    agree = proposed(["Agree", "Strongly Agree", "Neither agree or disagree", "Agree"])
    assert agree.kind is QuestionKind.SCALE
    assert wordings(agree) == [
        "Strongly disagree",
        "Disagree",
        "Neither agree or disagree",
        "Agree",
        "Strongly Agree",
    ]


def test_long_or_mostly_different_words_are_text() -> None:
    assert proposed(["Git", "Python", "R", "Eclipse", "Git"]).kind is QuestionKind.TEXT
    assert proposed([]).kind is QuestionKind.TEXT
    assert proposed(["England"] * 20).kind is QuestionKind.TEXT
    assert proposed(["x" * 200, "y" * 200] * 20).kind is QuestionKind.TEXT


def test_it_is_asked_with_keys_that_stand_in() -> None:
    draft = proposed(["Full time", "Full time", "Part time", "Part time"])
    asked = asked_for(draft, "what then", "wave", "survey")
    assert asked.question.id == "new:what then"
    assert [one.option.id for one in asked.options] == ["new:what then:1", "new:what then:2"]
