"""What may be quoted."""

from datetime import UTC, datetime

import pytest

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.survey.written import Written
from workforce.survey.coding.codes import add_code
from workforce.survey.coding.quotes import (
    ANYBODY,
    LEAST_OF_A_KIND,
    LEAST_TO_QUOTE,
    none_words,
    quotable,
    quotes,
    said_by,
)
from workforce.survey.coding.texts import code
from workforce.survey.waves.waves import Wave

NOW = datetime(2020, 6, 1, 9, tzinfo=UTC)


@pytest.fixture
def kept(db: Database) -> Written:
    return Written(db)


@pytest.fixture
def first(kept: Written) -> Wave:
    return kept.wave()


def test_only_what_was_agreed_to_and_names_nobody(kept: Written, first: Wave) -> None:
    provider, _ = kept.home("Quillmere House")
    kept.answer(first.id, {"one_thing": "Ring us at Quillmere House"}, provider=provider, quote_consent="yes")
    kept.answer(first.id, {"one_thing": "Pay"}, quote_consent="yes")
    kept.answer(first.id, {"one_thing": "Training"}, quote_consent="no")
    kept.answer(first.id, {"one_thing": "Housing"})
    kept.answer(first.id, {"one_thing": "Buses"}, quote_consent="yes", counts=0)
    held = quotes(kept.db, first.id)
    assert [(one.text, one.standing) for one in held] == [
        ("Pay", "May be quoted"),
        ("Ring us at Quillmere House", "Names somebody"),
    ]
    assert "Quillmere House" in held[1].names and not held[1].is_quotable
    assert quotable(kept.db, first.id) == held[:1]
    assert quotes(kept.db, first.id, kept.question("vacancy_reasons").id) == []


def test_a_name_given_by_another_writer_is_looked_for_too(kept: Written, first: Wave) -> None:
    kept.answer(first.id, {"one_thing": "As at Nettlebank Lodge"}, quote_consent="yes")
    kept.answer(first.id, {"one_thing": "Pay"}, quote_consent="yes", said_name="Nettlebank Lodge")
    assert [one.text for one in quotable(kept.db, first.id)] == ["Pay"]


def test_a_quote_is_of_a_kind_of_service_unless_there_are_few(kept: Written, first: Wave) -> None:
    for number in range(LEAST_OF_A_KIND):
        provider, service = kept.home(f"Invented {number}")
        kept.answer(
            first.id, {"one_thing": f"Pay {number}"}, provider=provider, service=service, quote_consent="yes"
        )
    provider, service = kept.home("Invented Branch", ServiceKind.HOME_CARE)
    kept.answer(first.id, {"one_thing": "Buses"}, provider=provider, service=service, quote_consent="yes")
    assert [one.attribution for one in quotes(kept.db, first.id)] == [
        "A residential home"
    ] * LEAST_OF_A_KIND + [ANYBODY]
    assert said_by("home_care", LEAST_OF_A_KIND) == "A home care service"
    assert said_by("", 50) == said_by("Several kinds", 50) == ANYBODY


def test_one_provider_that_answered_five_times_is_not_five_of_its_kind(kept: Written, first: Wave) -> None:
    provider, service = kept.home("Invented Branch", ServiceKind.DAY_CARE)
    for number in range(LEAST_OF_A_KIND):
        kept.answer(
            first.id, {"one_thing": f"Words {number}"}, provider=provider, service=service, quote_consent="yes",
            counts=int(number == 0),
        )  # fmt: skip
    for number in range(LEAST_OF_A_KIND):
        kept.answer(
            first.id, {"one_thing": f"More {number}"}, provider=provider, service=service, quote_consent="yes"
        )
    assert {one.attribution for one in quotes(kept.db, first.id)} == {ANYBODY}


def test_among_few_responses_nothing_is_quoted_and_a_kind_is_counted_among_them(
    kept: Written, first: Wave
) -> None:
    for number in range(LEAST_TO_QUOTE):
        provider, service = kept.home(f"Invented {number}")
        kept.answer(
            first.id, {"one_thing": f"Pay {number}"}, provider=provider, service=service, quote_consent="yes"
        )
    every = range(1, LEAST_TO_QUOTE + 1)
    assert len(quotable(kept.db, first.id, among=every)) == LEAST_TO_QUOTE
    assert quotable(kept.db, first.id, among=every[1:]) == []
    few = quotes(kept.db, first.id, among=every[: LEAST_OF_A_KIND - 1])
    assert [one.attribution for one in few] == [ANYBODY] * (LEAST_OF_A_KIND - 1)


def test_a_quote_has_its_codes(kept: Written, first: Wave) -> None:
    kept.answer(first.id, {"one_thing": "More pay"}, quote_consent="yes")
    asked = kept.question("one_thing").id
    pay = add_code(kept.db, asked, "Pay")
    code(kept.db, asked, ["more pay"], [pay.id], now=NOW)
    assert [code.wording for code in quotes(kept.db, first.id)[0].codes] == ["Pay"]


def test_why_there_is_nothing_to_quote(kept: Written, first: Wave) -> None:
    assert none_words(kept.db, first.id, []) == "Nobody wrote anything in this wave."
    kept.answer(first.id, {"one_thing": "More pay"})
    assert none_words(kept.db, first.id, []).startswith("1 response has something written")
    kept.answer(first.id, {"one_thing": "Less paper"}, quote_consent="yes")
    assert none_words(kept.db, first.id, quotes(kept.db, first.id)) == ""
