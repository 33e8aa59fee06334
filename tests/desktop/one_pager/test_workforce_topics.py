"""What learning packages, funding, ASC-WDS, training, awards and i-Work say on the page, and what they never say."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from awards.vocabulary import Consent, EntryStatus
from desktop.one_pager import workforce_topics as topics
from desktop.one_pager.page import topics_of
from desktop.one_pager.subject import Subject, subject_of
from desktop.one_pager.topics import Topic
from engagement.good_practice.practices import PracticeDraft, add_practice
from engagement.register.notes import write_note
from resources.database import Database, change
from tests.awards.ceremony.conftest import announce_in, evening_in
from tests.workforce.ascwds.bulk_files import HOME, bring, worker, write_workers, write_workplaces
from tests.workforce.funding.claims.claiming import TODAY as CLAIMING
from tests.workforce.funding.claims.claiming import county
from tests.workforce.training.people import a_course, a_service
from workforce.ascwds.workplaces import tie_workplace, workplaces
from workforce.funding.vocabulary import ClaimStatus
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.people.people import add_person
from workforce.iwork.posts.posts import add_post
from workforce.iwork.vocabulary import PostStatus
from workforce.training.packages.offers import mark_not_offered, offer_package, set_offer_status
from workforce.training.requirements import add_requirement
from workforce.training.vocabulary import OfferStatus

TODAY, SINCE = date(2020, 1, 6), date(2019, 9, 9)


def page(db: Database, key: str, *, today: date = TODAY, vault: Database | None = None) -> Subject:
    return subject_of(db, vault, key, since=min(SINCE, today), today=today)


def everything_said(of: Subject) -> str:
    return " ".join(" ".join((*one.lines, one.since, *one.ask)) for one in topics_of(of))


def test_packages_are_told_with_their_day_and_only_those_offered_are_news(db: Database) -> None:
    home = a_service(db)
    offer_package(db, home.id, "Medicines Management", today=TODAY, offered_on=date(2019, 10, 1))
    mark_not_offered(
        db, home.id, "Leadership and Management", reason="Too small", today=TODAY, on=date(2019, 11, 1)
    )
    old = offer_package(db, home.id, "Moving and Handling", today=TODAY, offered_on=SINCE)
    set_offer_status(db, old.id, OfferStatus.ACCEPTED, on=date(2019, 9, 20), today=TODAY)
    assert topics.packages(page(db, home.provider_id)) == Topic(
        "Learning packages",
        (
            "Medicines Management: offered, 1 October 2019.",
            "Moving and Handling: accepted, offered 9 September 2019.",
            "Leadership and Management: not offered, 1 November 2019.",
        ),
        "Offered 1 learning package.",
        ("How does the package Medicines Management go?", "How does the package Moving and Handling go?"),
    )
    assert topics.packages(page(db, a_service(db, "Alder Court").id)) is None


def claim_stands(db: Database, key: str, status: ClaimStatus, submitted_on: date | None) -> None:
    with change(db, "Set up"):
        db.update_row(
            "claim",
            key,
            {"status": status.value, "submitted_on": submitted_on.isoformat() if submitted_on else None},
        )


def test_claims_of_the_year_are_added_up_without_drafts_and_those_declined(db: Database) -> None:
    held = county(db)
    for status, pence, on in (
        (ClaimStatus.SUBMITTED, 60_000, date(2019, 9, 10)),
        (ClaimStatus.PAID, 20_000, SINCE),
        (ClaimStatus.DECLINED, 5_000, date(2019, 9, 20)),
        (ClaimStatus.DRAFT, 4_000, None),
    ):
        made = held.claim(db, pence=pence, learner_id=None, item_id=None)
        claim_stands(db, made.id, status, on)
    told = topics.funding(page(db, held.rosewood, today=CLAIMING))
    assert told.lines[0] == "2 claims this year, £800."
    assert told.since == "1 claim made, £600."
    assert topics.funding(page(db, held.hazel, today=CLAIMING)).lines[0] == "No claim this year."


def test_no_learner_is_named(db: Database) -> None:
    held = county(db)
    held.claim(db)
    write_note(db, held.rosewood, "ADA EXAMPLE’s diploma is late.", now=datetime(2019, 10, 1, 9, tzinfo=UTC))
    write_note(db, held.rosewood, "Rang about the roof.", now=datetime(2019, 9, 30, 9, tzinfo=UTC))
    shown = PracticeDraft(held.rosewood, "Staff", "Ada Example teaches others.", date(2019, 9, 12))
    add_practice(db, shown, today=CLAIMING)
    said = everything_said(page(db, held.rosewood, today=CLAIMING))
    assert "ada example" not in said.casefold()
    assert "30 September 2019: Rang about the roof." in said
    assert "1 October 2019: (it names a learner and stands in the register alone)" in said


def test_records_in_ascwds_are_told_of_the_services_that_have_some(db: Database, tmp_path: Path) -> None:
    home = a_service(db)
    files = write_workplaces(tmp_path, HOME), write_workers(tmp_path, worker("Ada"), worker("Bo"))
    bring(db, *files, on=date(2019, 9, 30), today=TODAY)
    assert topics.ascwds(page(db, home.id)) is None
    tie_workplace(db, workplaces(db)[0].id, service_id=home.id)
    told = topics.ascwds(page(db, home.id))
    assert told is not None
    assert told.lines == ("100% of 2 records complete, meets the funding requirements.",)
    assert told.ask == ()


def test_required_training_counts_what_is_held_and_in_date(db: Database) -> None:
    home = a_service(db)
    assert topics.training(page(db, home.id)) is None
    for name in ("Fire Safety", "Moving and Handling"):
        add_requirement(db, a_course(db, name))
    assert topics.training(page(db, home.id)) == Topic(
        "Training",
        (
            "0 of 2 required courses held and in date.",
            "Fire Safety, missing.",
            "Moving and Handling, missing.",
        ),
    )


def test_nothing_is_told_of_awards_before_they_are_announced(db: Database) -> None:
    evening = evening_in(db)
    of = page(db, evening.gala.rosewood, today=date(2026, 9, 1))
    assert topics.awards(of) is None
    said = everything_said(of)
    for secret in ("Ada", "Night team", "Proud to Care", "nominat", "Jo Judge"):
        assert secret not in said.replace("Nominated individual", "")


def test_announced_honours_are_told_without_nominators_and_without_who_did_not_agree(db: Database) -> None:
    evening = evening_in(db)
    evening.gala.judge("Jo Judge")
    withdrawn = evening.gala.nominate("Wil Example").id
    evening.gala.stands(withdrawn, EntryStatus.WITHDRAWN)
    with change(db, "Asked"):
        db.update_row("award_entry", evening.winner, {"publish_name": Consent.YES.value})
    announce_in(db)
    of = page(db, evening.gala.rosewood, today=date(2026, 9, 1))
    told = topics.awards(of)
    assert told is not None
    assert told.lines == (
        "Proud to Care 2026: Ada Example (winner), Night team (finalist), one person (nominee).",
    )
    said = everything_said(of)
    for nobody in ("Wren Specimen", "Kit Relative", "Di Nominator", "Jo Judge", "Cy Example", "Wil Example"):
        assert nobody not in said


@pytest.fixture
def offered(db: Database, vault: Database) -> str:
    """A service that offers two posts, of which one is filled by somebody."""
    home = a_service(db)
    employer = add_employer(vault, today=TODAY, name=home.name, service_id=home.id)
    add_post(vault, employer.id, "Lunch service", today=TODAY, status=PostStatus.OPEN)
    add_post(vault, employer.id, "Laundry", today=TODAY)
    return home.id


def test_posts_are_told_while_the_register_of_iwork_is_open(
    db: Database, vault: Database, offered: str
) -> None:
    assert topics.iwork(page(db, offered)) is None
    told = topics.iwork(page(db, offered, vault=vault))
    assert told == Topic("Posts for i-Work", ("Lunch service: open.", "Laundry: interest."))


def test_nobody_of_the_register_of_iwork_is_on_the_page(db: Database, vault: Database, offered: str) -> None:
    add_person(vault, "Zebedee", TODAY, today=TODAY, family_name="Quagmire")
    said = everything_said(page(db, offered, vault=vault))
    assert "Zebedee" not in said and "Quagmire" not in said
    assert "Lunch service: open." in said
