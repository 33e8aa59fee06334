"""Answers as people write them: words in a cell and sentences of an e-mail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engagement.forums.mailing.answer_words import answers_in, names_somebody_else, read_answer, sentences
from engagement.forums.people.invitations import REPLIES
from engagement.forums.vocabulary import ParticipantStatus as S


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *((text, S.ACCEPTED) for text in ("yes", "YES!", " Y ", "Accepted", "coming", "Yes please", "OK", "Attending")),
        *((text, S.DECLINED) for text in ("no", "N", "declined", "Not coming", "No, thank you.", "not attending")),
        *((text, S.APOLOGIES) for text in ("apologies", "Apologies.", "can't come", "Can’t attend", "unable")),
        *((text, S.TENTATIVE) for text in ("maybe", "Perhaps", "tentative", "not sure", "TBC", "don’t know yet")),
        ("I will be there", S.ACCEPTED),
        ("Sorry, I cannot make it", S.APOLOGIES),
        *((text, None) for text in ("", "  ", "?", "blue", "attended", "invited", "2", "yes. no.", "on the day")),
    ],
)  # fmt: skip
def test_cells(text: str, answer: S | None) -> None:
    assert read_answer(text) is answer


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("Yes, I can make it.", S.ACCEPTED),
        ("I'd be delighted to attend.", S.ACCEPTED),
        ("We will both be there.", S.ACCEPTED),
        ("I’ll be coming with pleasure.", S.ACCEPTED),
        ("No problem, I will attend.", S.ACCEPTED),
        ("Looking forward to it!", S.ACCEPTED),
        ("I wouldn't miss it: see you there.", S.ACCEPTED),
        ("I can't wait, count me in!", S.ACCEPTED),
        ("Apologies for the late reply, I am happy to come.", S.ACCEPTED),
        ("Please put me down for a place, thank you: I confirm.", S.ACCEPTED),
        ("Unfortunately I can’t make it this time.", S.APOLOGIES),
        ("Please accept my apologies.", S.APOLOGIES),
        ("I am unable to attend as I am on leave.", S.APOLOGIES),
        ("I won't be able to come after all.", S.APOLOGIES),
        ("Yes, thank you, but I cannot attend.", S.APOLOGIES),
        ("I have to cancel.", S.APOLOGIES),
        ("I must decline.", S.DECLINED),
        ("No, thank you.", S.DECLINED),
        ("We will not be coming.", S.DECLINED),
        ("I might be able to come.", S.TENTATIVE),
        ("I am not sure yet.", S.TENTATIVE),
        ("I hope to be there.", S.TENTATIVE),
        ("I will let you know if I can attend.", S.TENTATIVE),
        ("It depends on staffing.", S.TENTATIVE),
        ("I will come if I can.", S.TENTATIVE),
        ("We will attend, unless the inspectors come that day.", S.TENTATIVE),
        ("I will come, tell me if I can bring anything.", S.ACCEPTED),
        ("I am happy to say no.", S.DECLINED),
        ("I am delighted!", S.ACCEPTED),
        ("I am sorry, but we cannot attend.", S.APOLOGIES),
        ("I will not be able to attend.", S.APOLOGIES),
        ("Thank you for the invitation.", None),
        ("Can I come with a colleague?", None),
        ("Will there be parking?", None),
        ("I look forward to hearing from you.", None),
        ("Kind regards", None),
        ("Apologies for the delay.", None),
    ],
)
def test_sentences(sentence: str, answer: S | None) -> None:
    said = answers_in(sentence)
    assert [one.status for one in said] == ([answer] if answer else [])
    assert all(one.sentence == sentence for one in said)


@pytest.mark.parametrize(
    "sentence",
    [
        "We will attend, apologies that my colleague cannot.",
        "Not able to come before noon but will attend after.",
        "I can come in the morning, unfortunately not for lunch.",
    ],
)
def test_a_sentence_that_says_two_things_is_left_to_a_person(sentence: str) -> None:
    assert {one.status for one in answers_in(sentence)} == {S.ACCEPTED, S.APOLOGIES}
    assert read_answer(sentence) is None


def test_a_text_is_parted_into_its_sentences() -> None:
    text = "Dear team,\n\nThank you for\nthe invitation. I will\ncome!\n\n- Ada"
    assert sentences(text) == ["Dear team,", "Thank you for the invitation.", "I will come!", "- Ada"]


def test_somebody_elses_coming_is_noticed() -> None:
    assert names_somebody_else("My deputy will attend instead.")
    assert not names_somebody_else("I will attend.")


@given(st.text(max_size=200))
def test_any_text_is_read_as_an_answer_that_a_person_gives_or_as_none(text: str) -> None:
    found = read_answer(text)
    assert found is None or found in REPLIES
    assert all(sentence.strip() for sentence in sentences(text))
