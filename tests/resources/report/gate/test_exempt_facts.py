"""Facts of an exempt text are found in public text however they are written; what resembles them is let through."""

import pytest

from resources.report.document_text import Passage
from resources.report.gate.exempt_facts import (
    counts_told,
    days_told,
    held_back_told,
    phrases_told,
    sums_told,
)
from resources.report.gate.known import HeldBack, Known, Looked
from tests.resources.report.gate.made_county import said

EXEMPT = (
    "The placement fees of £12,345 were withheld, and a further £500 for agency staff.",
    "Fourteen residents were moved and two homes asked for help.",
    "Service: Rosewood House; Contract: Suspended; Since: 3 June 2019; Safeguarding enquiries: 9",
    "Medicines were given late on three nights and the manager had left in May.",
)


def found(check, text, exempt=EXEMPT, made=(), known=None):
    return [leak.term.text for leak in check(said(text, exempt=exempt, made=made), known or Known())]


@pytest.mark.parametrize(
    "text",
    [
        "Fees of £12,345 were kept.",
        "Fees of £12 345 were kept.",
        "It came to 12345 in all.",
        "It came to 12,345 in all.",
        "It came to £12k.",
        "It came to £12.3k.",
        "It came to 12 thousand pounds.",
        "It came to twelve thousand three hundred and forty-five pounds.",
        "It came to £12,345.00 in all.",
        "£500 went to agency staff.",
    ],
)
def test_a_sum_is_found_however_it_is_written(text):
    assert found(sums_told, text)


@pytest.mark.parametrize(
    "text",
    [
        "Each learner receives £500.",
        "Fees of £12,346 were kept.",
        "It came to £13k.",
        "12% of 345",
        "£1,234 and £5",
        "",
    ],
)
def test_another_sum_is_let_through(text):
    assert found(sums_told, text) == []


def test_a_sum_that_the_program_tells_in_public_is_no_fact_kept_back():
    assert found(sums_told, "The fund paid £12,345.", made=["The fund paid £12,345 in the year."]) == []


@pytest.mark.parametrize(
    "text",
    [
        "14 residents have moved.",
        "Fourteen of the residents have moved.",
        "There were fourteen older residents.",
        "There are nine safeguarding enquiries.",
        "Safeguarding enquiries: 9",
    ],
)
def test_a_count_is_found_in_words_and_digits(text):
    assert found(counts_told, text)


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people came.",
        "15 residents have moved.",
        "Two homes were inspected.",
        "In 14 days residents were asked.",
    ],
)
def test_another_count_and_one_that_anybody_might_name_are_let_through(text):
    assert found(counts_told, text) == []


def test_a_count_that_the_program_tells_in_public_is_no_fact_kept_back():
    made = ["14 residents took part."]
    assert found(counts_told, "14 residents came.", made=made) == []
    assert found(counts_told, "14 residents were moved.", made=made) == ["Fourteen"]


@pytest.mark.parametrize(
    "text",
    [
        "A contract was suspended on 3 June 2019.",
        "Suspended since 3rd June.",
        "The suspension began on 03/06/2019 after safeguarding enquiries.",
        "June 3, 2019: contract suspended",
        "2019-06-03 suspended",
    ],
)
def test_a_day_is_found_beside_what_happened(text):
    assert found(days_told, text)


@pytest.mark.parametrize(
    "text",
    [
        "The forum met on 3 June 2019.",
        "A contract was suspended on 4 June 2019.",
        "A contract was suspended on 3 June 2020.",
    ],
)
def test_a_day_by_itself_is_let_through(text):
    assert found(days_told, text) == []


def test_a_day_that_the_program_tells_beside_the_same_is_let_through():
    made = ["As at 3 June 2019 three contracts are suspended."]
    assert found(days_told, "Three were suspended as at 3 June 2019.", made=made) == []


@pytest.mark.parametrize(
    "text",
    [
        "We heard that medicines were given late on three nights, it was said.",
        "MEDICINES WERE GIVEN LATE ON 3 NIGHTS",
    ],
)
def test_six_words_in_a_row_are_found(text):
    assert found(phrases_told, text)


@pytest.mark.parametrize(
    "text", ["Medicines were given late.", "The manager had left.", "and the manager of the home"]
)
def test_fewer_words_are_let_through(text):
    assert found(phrases_told, text) == []


def test_words_that_the_program_or_the_law_says_too_are_let_through():
    text = "Medicines were given late on three nights."
    assert found(phrases_told, text, made=["It said medicines were given late on three nights."]) == []
    assert found(phrases_told, text, known=Known(house_words=(text,))) == []


def test_what_people_said_in_confidence_is_found_although_the_program_says_it():
    held = Known(
        held_back=(HeldBack("The night staff were never asked about it.", "a comment in confidence"),)
    )
    text = "One said: the night staff were never asked."
    assert found(held_back_told, text, exempt=(), made=[text], known=held) == [
        "the night staff were never asked"
    ]
    assert found(held_back_told, "The night staff were asked.", exempt=(), known=held) == []


def test_the_rest_of_the_file_is_read_and_the_report_only_once():
    text = "It came to £12,345."
    looked = Looked(
        said=(Passage(text, "paragraph 4"),),
        document=(
            Passage(text, "paragraph 9"),
            Passage("Fees: £12,345", "header"),
            Passage("12345", "x", is_setting=True),
        ),
        exempt=(Passage(EXEMPT[0], "exempt"),),
    )
    assert [leak.where for leak in sums_told(looked, Known())] == ["paragraph 4", "header"]


def test_a_leak_says_what_how_and_where():
    (leak,) = sums_told(said("It came to £12k.", exempt=EXEMPT), Known())
    assert (
        leak.words == "paragraph 1: £12,345 (an exempt sum), in another way of writing it: “It came to £12k.”"
    )
