"""Codes suggested for a text, with the reason."""

from workforce.survey.coding.codes import Code
from workforce.survey.coding.suggestions import MOST, suggestions
from workforce.survey.coding.text_key import text_key
from workforce.survey.coding.texts import CodedText
from workforce.survey.questionnaire.questions import Option

PAY, BUSES = Option("pay", "q", 1, "Perception of low pay"), Option("buses", "q", 2, "Transport")


def written(text: str, *codes: Option) -> CodedText:
    return CodedText(text_key(text), text, 1, {"w": 1}, tuple(Code(one.id, one.wording) for one in codes))


def test_a_text_that_says_nearly_what_a_code_says() -> None:
    (found,) = suggestions(written("Perceptions of low pay"), [PAY, BUSES], [])
    assert (found.option_id, found.reason) == ("pay", "It says nearly the same.")
    assert found.likeness > 90


def test_words_that_a_text_shares_with_a_code() -> None:
    (found,) = suggestions(written("Public transport ends at six"), [PAY, BUSES], [])
    assert found.reason == "Both say “transport”."


def test_texts_that_were_coded_tell_what_is_meant() -> None:
    others = [written("No bus to the village", BUSES), written("Not coded: village shop shut")]
    (near,) = suggestions(written("No bus to our village"), [PAY, BUSES], others)
    assert near.option_id == "buses" and near.reason.startswith(
        "“No bus to the village” is coded to it and is"
    )
    (shared,) = suggestions(written("We live in a remote village"), [PAY, BUSES], others)
    assert shared.reason == "“No bus to the village” is coded to it and says “village” too."
    assert shared.likeness < near.likeness


def test_words_of_every_care_provider_tell_nothing() -> None:
    assert suggestions(written("Staff of our care home"), [PAY, BUSES], [written("Care staff", PAY)]) == []


def test_a_code_that_the_text_has_or_that_is_not_in_the_frame_is_not_suggested() -> None:
    same = written("Perception of low pay", PAY)
    assert suggestions(same, [PAY], []) == []
    assert suggestions(written("Low pay perception"), [], [same]) == []


def test_never_more_than_a_few() -> None:
    frame = [Option(str(place), "q", place, f"Wages {place}") for place in range(9)]
    assert len(suggestions(written("Better wages"), frame, [])) == MOST
