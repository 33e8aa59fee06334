"""What words of no option may mean."""

from tests.workforce.survey.answers.made import JOBS, MOUTH, asked
from workforce.survey.answers.checked import UnknownWords
from workforce.survey.answers.checks.suggesting import accept_suggested, all_as, suggest_words
from workforce.survey.answers.decisions import Means, WordsDecision


def words(*said: str) -> list[UnknownWords]:
    return [UnknownWords("best", one.casefold(), one, 1, (2,)) for one in said]


def test_the_likest_option_is_suggested_with_its_likeness() -> None:
    (found,) = suggest_words(asked("best"), words("Online job board such as Indeed"))
    assert found.suggested == WordsDecision(Means.OPTION, JOBS)
    assert found.reason == f"{found.likeness}% like “{JOBS}”"


def test_an_option_that_the_words_stand_in_is_suggested() -> None:
    found = suggest_words(asked("best"), words("Indeed", "of", "Others"))
    assert [one.suggested for one in found] == [WordsDecision(Means.OPTION, JOBS), None, None]
    assert found[0].reason == f"stands in “{JOBS}”"


def test_nothing_is_suggested_where_nothing_is_like_it_or_the_words_are_short() -> None:
    found = suggest_words(asked("best"), words("Facebook", "Othe", "x" * 500))
    assert [one.suggested for one in found] == [None, None, None]


def test_suggestions_are_accepted_together_and_the_rest_decided_alike() -> None:
    found = suggest_words(asked("best"), words("Word of mouths", "Facebook"))
    assert accept_suggested(found) == {("best", "word of mouths"): WordsDecision(Means.OPTION, MOUTH)}
    assert all_as(found, Means.NEW_OPTION)[("best", "facebook")] == WordsDecision(
        Means.NEW_OPTION, wording="Facebook"
    )
