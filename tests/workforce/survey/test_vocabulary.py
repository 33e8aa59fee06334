"""The words of the survey: what each kind of question holds."""

from workforce.survey.vocabulary import FUNNEL, LENGTHS_OF_SERVICE, AskedOf, Better, QuestionKind, Role, Topic


def test_what_is_chosen_and_what_is_counted() -> None:
    assert {kind.value for kind in QuestionKind if kind.has_options} == {
        "one_choice", "several_choices", "band", "scale",
    }  # fmt: skip
    assert {kind.value for kind in QuestionKind if kind.has_figures} == {"number", "people", "band"}


def test_the_funnel_and_the_lengths_of_service_stand_apart() -> None:
    assert (FUNNEL[0], FUNNEL[-1]) == (Role.APPLIED, Role.STILL_THERE)
    assert len(set(FUNNEL)) == 7 and len(set(LENGTHS_OF_SERVICE)) == 5
    assert not set(FUNNEL) & set(LENGTHS_OF_SERVICE)


def test_words_are_read_by_value_and_label() -> None:
    assert Topic.read("Keeping staff") is Topic.RETENTION
    assert Better("") is Better.NEITHER


def test_what_one_of_those_asked_is() -> None:
    assert [one.noun for one in AskedOf] == ["service", "provider"]
