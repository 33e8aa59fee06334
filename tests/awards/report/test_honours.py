"""What the public may read of who was honoured."""

from datetime import date

from awards.ceremony.honours import Honour
from awards.nominations.entries import edit_entry
from awards.nominations.nominations import edit_nomination, nominations_of
from awards.report.honours import published_names, told_honours
from awards.vocabulary import Consent, EntryStatus
from engagement.register.contracts import set_contract_status
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from tests.awards.gala import TODAY
from tests.awards.report.announced import Announced


def test_before_the_announcement_nothing(db: Database) -> None:
    held = Announced(db)
    held.stands(held.ada.id, EntryStatus.PENDING_WINNER)
    assert told_honours(db, held.round_id) == []


def test_nobody_is_named_without_consent_and_their_home_is_not_either(db: Database) -> None:
    held = Announced(db)
    held.announce()
    told = told_honours(db, held.round_id)
    assert [one.name for one in told] == [one.name for one in held.categories]
    assert [(one.honour, one.words, one.citation) for one in told[0].honours] == [
        (Honour.WINNER, "Ada Example, Rosewood House", "She listens first."),
        (Honour.HIGHLY_COMMENDED, "Somebody whose name is not published", ""),
    ]
    assert told[0].words == "" and told[1].words == "This award was not given this year."
    assert told[2].words == "No winner stands in this category at present."
    assert list(published_names(told)) == ["Ada Example"]
    edit_entry(db, held.ada.id, publish_name=Consent.NOT_ASKED)
    assert list(published_names(told_honours(db, held.round_id))) == []


def test_a_home_that_is_suspended_is_left_out(db: Database) -> None:
    held = Announced(db)
    held.announce()
    set_contract_status(db, held.house, ContractStatus.ACTIVE, date(2026, 1, 1), today=TODAY)
    set_contract_status(db, held.house, ContractStatus.SUSPENDED, date(2026, 8, 1), today=TODAY)
    assert told_honours(db, held.round_id)[0].honours[0].words == "Ada Example"


def test_an_honour_that_waits_again_is_not_told(db: Database) -> None:
    held = Announced(db)
    held.announce()
    held.stands(held.ada.id, EntryStatus.WITHDRAWN)
    held.stands(held.cy.id, EntryStatus.PENDING_WINNER)
    assert list(published_names(told_honours(db, held.round_id))) == []


def test_nobody_is_quoted_who_withdrew_their_consent(db: Database) -> None:
    held = Announced(db)
    held.announce()
    (voice,) = nominations_of(db, held.ada.id)
    edit_nomination(db, voice.id, publish_words=Consent.YES, publish_asked_on=TODAY)
    quoted = "She built a hive with her behind the kitchen."
    edit_entry(db, held.ada.id, citation=quoted)
    assert told_honours(db, held.round_id)[0].honours[0].citation == quoted
    edit_nomination(db, voice.id, publish_words=Consent.NO, publish_asked_on=TODAY)
    assert told_honours(db, held.round_id)[0].honours[0].citation == ""
