"""What participants say, and whether it may be printed."""

from dataclasses import replace
from datetime import date

import pytest

from resources.problem import FieldProblem
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.quotes import (
    QuoteDraft,
    add_quote,
    edit_quote,
    quote,
    quotes_of,
    record_quote_consent,
    remove_quote,
    said_by,
    words_withheld,
)
from workforce.funding.vocabulary import QuoteConsent

SAID = date(2019, 11, 4)
DRAFT = QuoteDraft("“We know now what to do.”", SAID, "Ada Example", "Registered manager")


def test_words_are_printed_only_with_consent_and_never_with_the_name(held: Held) -> None:
    db = held.db
    one = add_quote(db, held.project.id, DRAFT, today=TODAY)
    assert one.words == "We know now what to do." and one.consent_on is None and not one.may_be_printed
    assert quotes_of(db, held.project.id, printable=True) == []
    assert words_withheld(db) == [one.words]
    agreed = record_quote_consent(db, one.id, QuoteConsent.YES, today=TODAY)
    assert agreed.consent_on == TODAY and quotes_of(db, held.project.id, printable=True) == [agreed]
    assert words_withheld(db) == []
    assert agreed.as_printed == "“We know now what to do.” – registered manager"
    assert replace(agreed, role="").as_printed == "“We know now what to do.”"
    assert record_quote_consent(db, one.id, QuoteConsent.NOT_ASKED, today=TODAY).consent_on is None
    assert said_by(db) == ["Ada Example"]


def test_they_are_put_right_and_removed(held: Held) -> None:
    db = held.db
    one = add_quote(db, held.project.id, replace(DRAFT, provider_id=held.larch), today=TODAY)
    changed = edit_quote(
        db, one.id, replace(one.draft(), consent=QuoteConsent.NO, consent_on=SAID), today=TODAY
    )
    assert (changed.consent, changed.consent_on, changed.provider_id) == (QuoteConsent.NO, SAID, held.larch)
    remove_quote(db, one.id)
    with pytest.raises(LookupError):
        quote(db, one.id)


def test_other_words_are_not_printed_with_the_consent_to_the_first(held: Held) -> None:
    db = held.db
    one = add_quote(
        db, held.project.id, replace(DRAFT, consent=QuoteConsent.YES, consent_on=SAID), today=TODAY
    )
    same = edit_quote(
        db, one.id, replace(one.draft(), words="“We know now what to do.”", role="Manager"), today=TODAY
    )
    assert same.may_be_printed and same.role == "Manager"
    other = replace(one.draft(), words="The council is the best there is.")
    changed = edit_quote(db, one.id, other, today=TODAY)
    assert (changed.consent, changed.consent_on) == (QuoteConsent.NOT_ASKED, None)
    agreed = edit_quote(
        db, one.id, replace(other, words="We know what to do.", consent_on=TODAY), today=TODAY
    )
    assert (agreed.consent, agreed.consent_on) == (QuoteConsent.YES, TODAY)


def test_what_cannot_be_is_refused(held: Held) -> None:
    for draft, field in (
        (replace(DRAFT, words=" "), "words"),
        (replace(DRAFT, said_on=date(2019, 12, 10)), "said_on"),
        (replace(DRAFT, consent=QuoteConsent.YES, consent_on=date(2019, 12, 10)), "consent_on"),
        (replace(DRAFT, consent=QuoteConsent.YES, consent_on=date(2019, 11, 3)), "consent_on"),
    ):
        with pytest.raises(FieldProblem) as refused:
            add_quote(held.db, held.project.id, draft, today=TODAY)
        assert refused.value.field == field
