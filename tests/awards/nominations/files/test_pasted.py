"""A nomination is found in a pasted e-mail, and nothing else of it is taken for the statement."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.pasted import read_pasted
from awards.rounds.shipped import CATEGORIES

NAMES = [one.name for one in CATEGORIES]
CARE = NAMES[0]

LABELLED = f"""From: Wren Specimen <wren@example.org>
Sent: 14 September 2026 09:12
To: Proud to Care
Subject: Nomination

Dear team,

Nominee: Ada Example
Name of home – Rosewood House, Ashfield
Their job role: Senior carer
Category: {CARE}
How do you know them? Daughter of a resident
May we quote you: Yes
Why are you nominating them:
Ada sat with my mother every evening.

She never once looked at her watch. Her motto: one more cup of tea.

Kind regards,

Wren Specimen
Tel: 01632 960001

Sent from my iPhone
This e-mail and any attachments are confidential and intended solely for the addressee.
"""


def test_a_mail_with_labels() -> None:
    found = read_pasted(LABELLED, NAMES)
    assert found.by_labels and found.received_on == date(2026, 9, 14)
    assert found.values == {
        F.NOMINEE: "Ada Example", F.PLACE: "Rosewood House, Ashfield", F.JOB_ROLE: "Senior carer", F.CATEGORY: CARE,
        F.RELATION: "Daughter of a resident", F.PUBLISH_WORDS: "Yes", F.NOMINATOR: "Wren Specimen",
        F.NOMINATOR_EMAIL: "wren@example.org", F.NOMINATOR_PHONE: "01632 960001",
        F.STATEMENT: "Ada sat with my mother every evening.\n\nShe never once looked at her watch. "
        "Her motto: one more cup of tea.",
    }  # fmt: skip


@pytest.mark.parametrize(
    "line", ["Nominee: Ada Example", "Name of nominee – Ada Example", "NOMINEE = Ada Example",
             "• Nominee:\nAda Example",
             "1. Name of the person you are nominating:\tAda Example", "Who are you nominating?\nAda Example",
             "Name: Ada Example", "Nominee name - Ada Example"],
)  # fmt: skip
def test_labels_are_written_in_many_ways(line: str) -> None:
    found = read_pasted(f"Hello\n{line}\nReason: She is kind.\n\nThanks\nWren Specimen", NAMES)
    assert (found.said(F.NOMINEE), found.said(F.STATEMENT)) == ("Ada Example", "She is kind.")
    assert found.said(F.NOMINATOR) == "Wren Specimen"


FREE = f"""Hi there,

I would like to nominate Ada Example from Rosewood House for the {CARE} award.

She sat with my mother every evening. Thank you for reading this, we are so grateful to her for all of it.

Best wishes
Wren
07700 900123
"""


def test_a_mail_in_sentences() -> None:
    found = read_pasted(FREE, NAMES)
    assert not found.by_labels
    assert found.said(F.NOMINEE) == "Ada Example"
    assert found.said(F.PLACE) == "Rosewood House"
    assert found.said(F.CATEGORY) == CARE
    assert found.said(F.STATEMENT).startswith("I would like to nominate Ada Example")
    assert found.said(F.STATEMENT).endswith("so grateful to her for all of it.")
    assert (found.said(F.NOMINATOR), found.said(F.NOMINATOR_PHONE)) == ("Wren", "07700 900123")


@pytest.mark.parametrize(
    ("sentence", "who", "place"),
    [
        ("I wish to nominate Ada Example because she is kind.", "Ada Example", ""),
        ("My nomination is for the Night Team at Rosewood House.", "the Night Team", "Rosewood House"),
        ("I am nominating Ada Example, who works at Hazel Home Care.", "Ada Example", "Hazel Home Care"),
        ("Can I nominate my colleague Ada Example please?", "Ada Example", ""),
        ("I want to nominate somebody kind.", "", ""),
    ],
)
def test_whom_a_sentence_nominates(sentence: str, who: str, place: str) -> None:
    found = read_pasted(sentence)
    assert (found.said(F.NOMINEE), found.said(F.PLACE)) == (who, place)
    assert found.said(F.STATEMENT) == sentence


def test_quoted_mail_beneath_is_left_out() -> None:
    text = f"{FREE}\n\nFrom: The team\nSent: 1 September 2026\nNominee: Somebody Else\nPlease nominate by Friday."
    assert read_pasted(text, NAMES).values == read_pasted(FREE, NAMES).values


@pytest.mark.parametrize(
    "text",
    [
        f"FYI\n\nClerk\n\n---------- Forwarded message ---------\n{LABELLED}",
        f"From: A Clerk <clerk@example.org>\nSent: 15 September 2026\nSubject: FW\n\nFor you.\n\n{LABELLED}",
        "For you, please.\n\nBegin forwarded message:\n\n"
        + "\n".join(f"> {line}" for line in LABELLED.split("\n")),
    ],
)
def test_a_mail_that_only_forwards_another_is_read_as_that(text: str) -> None:
    found = read_pasted(text, NAMES)
    assert found.values == read_pasted(LABELLED, NAMES).values
    assert found.received_on == date(2026, 9, 14)


@pytest.mark.parametrize("text", ["", "   \n\n", "Thanks", "> only quoted"])
def test_nothing_is_nothing(text: str) -> None:
    assert read_pasted(text).said(F.NOMINEE) == ""
    assert read_pasted(text).said(F.STATEMENT) == ""


def test_two_names_without_whose_are_nominee_and_nominator() -> None:
    found = read_pasted("Name: Ada Example\nReason: Kind.\nName: Wren Specimen\nEmail: wren@example.org")
    assert (found.said(F.NOMINEE), found.said(F.NOMINATOR)) == ("Ada Example", "Wren Specimen")
    assert found.said(F.NOMINATOR_EMAIL) == "wren@example.org"


@given(st.text(max_size=300))
def test_any_text_can_be_pasted(text: str) -> None:
    assert all(value.strip() for value in read_pasted(text, NAMES).values.values())
