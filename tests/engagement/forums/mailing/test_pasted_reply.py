"""A reply pasted from an e-mail: who wrote it and what it answers are proposed with their reasons, or left open."""

from dataclasses import replace

import pytest

from engagement.forums.mailing.pasted_reply import propose
from engagement.forums.mailing.recipients import Correspondent, correspondents
from engagement.forums.vocabulary import ParticipantStatus as S
from resources.database import Database
from tests.engagement.forums.mailing.conftest import Keys


@pytest.fixture
def people(db: Database, asked: tuple[str, Keys]) -> list[Correspondent]:
    return correspondents(db, asked[0])


def test_the_senders_address_finds_the_person_and_a_sentence_the_answer(people: list[Correspondent]) -> None:
    text = """From: A. Example <ADA@example.org>
Sent: 21 November 2019 10:12
To: Engagement Team
Subject: RE: Invitation

Hello,

Thank you for writing. Unfortunately I cannot make it on the 10th.

Ada

From: Engagement Team
Sent: 20 November 2019
Please tell us whether you can come. Yes, I will be there."""
    found = propose(text, people)
    assert found.sender is not None
    assert (found.sender.person.name, found.sender.reason) == (
        "Ada Example",
        "the sender’s e-mail address is theirs",
    )
    assert found.answer is not None and found.answer.status is S.APOLOGIES
    assert found.words == "Apologies, by the sentence: “Unfortunately I cannot make it on the 10th.”"


@pytest.mark.parametrize(
    ("text", "sender", "name"),
    [
        ("I will come.", "Cy Moss", "Cy Moss"),
        ("I will come.", "Moss, Cy", "Cy Moss"),
        ("I will come.", "MOSS, Cý", "Cy Moss"),
        ("I will come.\n\nCy Moss\nManager", "", "Cy Moss"),
        ("I will come.\ncy.moss@example.org", "", "Cy Moss"),
        ("I will come.\n\nCy", "", "Cy Moss"),
        ("I will come.", "", None),
        ("I will come.", "Somebody Else <else@example.org>", None),
        ("I will come.", "Cyril Mossman", None),
        ("I will come.", "Lucy Moss", None),
    ],
)
def test_names_find_people(people: list[Correspondent], text: str, sender: str, name: str | None) -> None:
    found = propose(text, people, sender=sender).sender
    assert (found.person.name if found else None) == name


def test_two_of_one_name_are_left_to_the_person_at_the_desk(people: list[Correspondent]) -> None:
    twin = replace(people[0], email="", person=replace(people[0].person, id="other"))
    found = propose("I will come.", [*people, twin], sender=people[0].person.name)
    assert found.sender is None and len(found.senders) == 2


def test_a_text_that_says_two_things_proposes_neither(people: list[Correspondent]) -> None:
    found = propose("Yes, I will come. Unfortunately I cannot attend.", people)
    assert found.answer is None
    assert {one.status for one in found.others} == {S.ACCEPTED, S.APOLOGIES}
    assert found.words.startswith("The text says more than one thing: ")
    assert propose("Thank you.", people).words == (
        "No sentence says plainly whether they come. Choose what is meant."
    )


def test_a_substitute_is_pointed_out(people: list[Correspondent]) -> None:
    assert "see Substitute" in propose("I cannot come, my deputy will come instead.", people).words


@pytest.mark.parametrize(
    ("name", "sender", "score"),
    [
        ("Ed", "Freddie Smith", 0),
        ("Ann Lee", "Joann Leeson", 0),
        ("Ann Lee", "Lee, Ann (Rosewood)", 90),
        ("Ed", "Ed", 90),
        ("Will", "", 0),
    ],
)
def test_names_are_compared_by_whole_words(
    people: list[Correspondent], name: str, sender: str, score: int
) -> None:
    one = replace(people[0], email="", person=replace(people[0].person, name=name))
    found = propose("I will come.", [one], sender=sender).senders
    assert [each.score for each in found] == ([score] if score else [])


def test_a_sentence_that_says_two_things_proposes_neither(people: list[Correspondent]) -> None:
    found = propose("We will attend, apologies that my colleague cannot.", people)
    assert found.answer is None
    assert found.words.startswith("The text says more than one thing: ")
