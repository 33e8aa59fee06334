"""What the public may read of who was honoured."""

from datetime import date

from awards.ceremony.honours import Honour
from awards.nominations.entries import edit_entry
from awards.nominations.nominations import edit_nomination, nominations_of
from awards.report.honours import not_asked_words, published_names, told_honours, unnamed_words
from awards.vocabulary import Consent, EntryStatus
from engagement.register.contracts import set_contract_status
from engagement.register.vocabulary import ContractStatus
from resources.database import Database, change
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


def test_a_service_is_named_unless_it_said_no_and_a_person_with_a_yes_alone(db: Database) -> None:
    held = Announced(db)
    held.announce()
    cases = [
        (held.ada.id, "individual", "Ada Example", Consent.NOT_ASKED, False),
        (held.ada.id, "service", "Rosewood House", Consent.NOT_ASKED, True),
        (held.ada.id, "service", "Rosewood House", Consent.NO, False),
        (held.ada.id, "team", "The Day and Night Team", Consent.NOT_ASKED, True),
        (held.ada.id, "team", "Ada Example and Ben Specimen", Consent.NOT_ASKED, False),
        (held.ada.id, "team", "Ada Example and Ben Specimen", Consent.YES, True),
    ]
    for key, kind, name, said, named in cases:
        with change(db, "Set up"):
            db.update_row(
                "award_entry", key, {"nominee_kind": kind, "nominee": name, "publish_name": said.value}
            )
        assert (list(published_names(told_honours(db, held.round_id))) == [name]) is named, (kind, name, said)


def test_who_was_not_asked_is_said_to_who_announces_and_publishes(db: Database) -> None:
    held = Announced(db)
    assert not_asked_words(db, held.round_id) == unnamed_words(db, held.round_id) == ""
    held.announce()
    assert unnamed_words(db, held.round_id) == ""
    edit_entry(db, held.ada.id, publish_name=Consent.NOT_ASKED)
    asked = not_asked_words(db, held.round_id)
    assert asked.startswith("1 of those honoured was not asked whether they may be named in public")
    assert (
        unnamed_words(db, held.round_id)
        == f"It names nobody: none of those honoured has agreed to it. {asked}"
    )


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
