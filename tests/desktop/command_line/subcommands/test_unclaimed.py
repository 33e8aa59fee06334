"""Money not claimed, without a window: the list, sums, why, the call list, letters, the invitation, what was said."""

from pathlib import Path

from docx import Document

from desktop.command_line.main import parser
from engagement.forums import events
from engagement.forums.people import participants
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database, change
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.funding.unclaimed.eligible import (
    NOW,
    TODAY,
    Eligible,
    county,
    home,
    manager,
    rule,
    worker,
)
from workforce.funding.decisions.keeping import keep_decision
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.approaches import approaches
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.unclaimed.unclaimed import Standing
from workforce.funding.vocabulary import Operator

held: list[Eligible] = []


def make(db: Database) -> None:
    made = county(db)
    manager(db, made.rosewood, email="mina@example.org", service_id=made.rosewood_house)
    worker(db, made.rosewood, "Ada", made.rosewood_house)
    held[:] = [made]


def filled(clerk: Clerk) -> Clerk:
    clerk.with_db(make)
    return clerk


def test_the_list_and_its_sums(clerk: Clerk) -> None:
    printed = filled(clerk).does("unclaimed")
    assert "Rosewood House" in printed
    assert "£1,540" in printed
    assert "Hazel Lodge" not in printed
    assert "Ashfield" in clerk.does("unclaimed", "--by", "district")
    assert "Nobody is listed" in clerk.refuses("unclaimed", "--district", "Gedling")
    assert "Rosewood House" in clerk.does("unclaimed", "--standing", "eligible", "--fund", "Learning Example")


def test_why(clerk: Clerk) -> None:
    printed = filled(clerk).does("unclaimed-why", "Rosewood House")
    assert "It is not rated Inadequate" in printed
    not_listed = clerk.does("unclaimed-why", "Hazel Lodge")
    assert "Hazel Lodge is not on the list" in not_listed
    assert "Not eligible. What cannot be put right this year: Overall CQC rating: Inadequate." in not_listed
    assert "It is not rated Inadequate" in not_listed  # rule by rule, as rule-try has it


def test_a_list_that_is_not_of_eligible_services_alone_has_another_name(clerk: Clerk) -> None:
    filled(clerk)
    assert "Eligible and not claimed" in clerk.does("unclaimed")
    clerk.with_db(
        lambda db: rule(db, held[0].fund, "It is complete", "ascwds_eligible", Operator.IS, "yes") and None
    )
    printed = clerk.does("unclaimed")
    assert "Not claimed" in printed and "Eligible and not claimed" not in printed


def test_the_call_list_as_word_and_as_workbook(clerk: Clerk, tmp_path: Path) -> None:
    for name in ("calls.docx", "calls.xlsx", "calls.csv"):
        printed = (
            filled(clerk).does("unclaimed-calls", tmp_path / name)
            if name == "calls.docx"
            else clerk.does("unclaimed-calls", tmp_path / name)
        )
        assert "1 provider to ring, marked EXEMPT" in printed
        assert (tmp_path / name).exists()


def test_letters_are_noted_where_it_is_asked(clerk: Clerk, tmp_path: Path) -> None:
    assert "1 letter." in filled(clerk).does("unclaimed-letters", tmp_path / "plain")
    clerk.with_db(lambda db: _is(len(approaches(db)), 0))
    assert "noted at each provider" in clerk.does("unclaimed-letters", tmp_path / "noted.docx", "--note")
    clerk.with_db(lambda db: _is(len(approaches(db)), 1))
    texts = [one.text for one in Document(str(tmp_path / "plain.docx")).paragraphs]
    assert "Dear Mina Example," in texts


def _is(found: object, wanted: object) -> None:
    assert found == wanted


def test_an_invitation_to_a_forum(county: Clerk) -> None:
    filled(county)
    told = county.does("unclaimed-invite", "Provider forum", "--district", "Ashfield")
    assert (
        "It would invite 1 person to Provider forum, December 2019, for 1 service that could claim." in told
    )
    assert "Mina Example" in told and "Nothing was written" in told
    county.with_db(lambda db: _is(approaches(db), []))
    printed = county.does(
        "unclaimed-invite", "Provider forum", "--district", "Ashfield", "--save", "--more-than-places"
    )
    assert "Invited 1 person to Provider forum, December 2019, for 1 service that could claim" in printed

    def asked(db: Database) -> None:
        (event,) = events.events(db)
        names = [one.name for one in participants.of_event(db, event.id)]
        assert "Mina Example" in names
        assert [one.outcome for one in approaches(db)] == ["Invited to Provider forum, December 2019"]

    county.with_db(asked)


def test_more_people_than_places_are_invited_only_if_it_is_said(county: Clerk) -> None:
    filled(county)

    def full(db: Database) -> None:
        owner, house = home(db, "Third Example Homes", "Third House", Rating.GOOD)
        manager(db, owner, "Theo Example", email="theo@example.org", service_id=house)
        with change(db, "One place only"):
            db.update_row("event", events.events(db)[0].id, {"capacity": 1})

    county.with_db(full)
    asked = ("unclaimed-invite", "Provider forum", "--district", "Ashfield")
    assert "2 people would be asked, and Provider forum, December 2019 has 0 places left." in county.does(
        *asked
    )
    assert "More people would be asked than there are places" in county.refuses(*asked, "--save")
    assert "Invited 2 people" in county.does(*asked, "--save", "--more-than-places")


def test_a_call_is_noted_and_listed(clerk: Clerk) -> None:
    filled(clerk)
    assert "--fund" in clerk.refuses("unclaimed-note", "Rosewood", "--said", "Will claim")
    said = clerk.does(
        "unclaimed-note", "Rosewood", "--fund", "Learning", "--said", "Will claim", "--again", "2019-12-20"
    )
    assert "to be asked again on 20 December 2019" in said
    assert "Will claim" in clerk.does("unclaimed-note", "Rosewood")


def test_a_rating_that_arrives_late_changes_a_past_answer(clerk: Clerk) -> None:
    filled(clerk)

    def decided(db: Database) -> None:
        (made,) = held
        facts = facts_of_services(db, fund_id=made.fund.id, on=TODAY, services=[made.rosewood_house])
        known = facts[made.rosewood_house]
        answer = decide(rules_of(db, made.fund.id), known, on=TODAY)
        keep_decision(db, answer, known, fund_id=made.fund.id, provider_id=made.rosewood,
                      service_id=made.rosewood_house, as_at=TODAY, now=NOW)  # fmt: skip

    clerk.with_db(decided)
    assert "The same" in clerk.does("unclaimed-decisions")
    clerk.with_db(
        lambda db: record_rating(
            db, held[0].rosewood_house, Rating.INADEQUATE, TODAY.replace(day=1), today=TODAY
        )
    )
    printed = clerk.does("unclaimed-decisions", "--changed")
    assert "overall CQC rating was known as Good and is now known as Inadequate" in printed
    key = printed.splitlines()[-1].partition(":")[0]
    assert "Not eligible" in clerk.does("unclaimed-decisions", "--keep-today", key)
    assert "Inadequate" not in clerk.does("unclaimed-decisions", "--changed")


def test_only_who_is_eligible_is_written_to_unless_others_are_asked_for() -> None:
    usual = {
        name: parser().parse_args([name, *more]).usual
        for name, more in (
            ("unclaimed", ()),
            ("unclaimed-calls", ("calls.docx",)),
            ("unclaimed-letters", ("letters.docx",)),
        )
    }
    assert usual == {
        "unclaimed": tuple(Standing),
        "unclaimed-calls": (Standing.ELIGIBLE,),
        "unclaimed-letters": (Standing.ELIGIBLE,),
    }
