"""Tests of one page on a provider or a service, over a register with a forum, a contract and notes."""

from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest

from desktop.one_pager import page as pages
from desktop.one_pager.page import file_stem, fitted_page, one_page, page_bytes, save_one_page, topics_of
from desktop.one_pager.subject import Subject, subject_of
from engagement.register import contacts, contracts, notes, providers, ratings, services
from engagement.register.services import Service
from engagement.register.vocabulary import ContactRole, ContractStatus, Rating, ServiceKind
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Paragraph

TODAY = date(2020, 1, 6)
NOW = datetime(2020, 1, 6, 9, tzinfo=UTC)


@pytest.fixture
def home(db: Database) -> Service:
    """A home rated low and suspended, whose provider has another one."""
    owner = providers.add_provider(db, name="Larkmeadow Care Ltd").id
    services.add_service(db, owner, name="Teacup Court", kind=ServiceKind.HOME_CARE, district="Mansfield")
    held = services.add_service(
        db, owner, name="Larkmeadow House", kind=ServiceKind.NURSING_HOME, district="Ashfield"
    )
    ratings.record_rating(db, held.id, Rating.GOOD, date(2018, 3, 1), today=TODAY)
    ratings.record_rating(db, held.id, Rating.INADEQUATE, date(2019, 12, 2), today=TODAY)
    contracts.set_contract_status(db, held.id, ContractStatus.SUSPENDED, date(2019, 12, 9), today=TODAY)
    contacts.add_contact(
        db,
        owner,
        service_id=held.id,
        name="Amina Larkson",
        role=ContactRole.REGISTERED_MANAGER,
        phone="0115 496 0001",
    )
    notes.write_note(db, owner, "Rang about the roof.", now=NOW, service=held.id)
    return held


def told(of: Subject) -> dict[str, str]:
    return {one.heading: " ".join(one.lines) for one in topics_of(of)}


def test_a_service_has_its_rating_contract_people_and_what_to_ask(db: Database, home: Service) -> None:
    said = told(subject_of(db, None, home.id, since=date(2019, 12, 1), today=TODAY))
    assert said["Who"].startswith("Nursing home in Ashfield, run by Larkmeadow Care Ltd.")
    assert "Registered manager: Amina Larkson, 0115 496 0001." in said["Who"]
    assert said["Ratings"] == "Inadequate, published 2 December 2019, Good before."
    assert said["Contract"] == "Suspended since 9 December 2019."
    assert said["Since 1 December 2019"] == "New ratings: Inadequate. Contract: Suspended."
    assert "since the rating Inadequate?" in said["To ask"]
    assert said["Notes"] == "6 January 2020: Rang about the roof."
    assert said["Forums"] == "Asked to no event in the last year."


def test_a_provider_names_the_service_beside_what_is_said_of_it(db: Database, home: Service) -> None:
    said = told(subject_of(db, None, home.provider_id, since=date(2020, 1, 1), today=TODAY))
    assert "2 services in use" in said["Who"]
    assert "Inadequate, published 2 December 2019, Good before (Larkmeadow House)." in said["Ratings"]
    assert "1 service has no published rating." in said["Ratings"]
    assert said["Since 1 January 2020"] == "Nothing new is held."


def test_news_are_told_for_a_year_while_no_report_was_issued(db: Database, home: Service) -> None:
    assert subject_of(db, None, home.id, today=TODAY).since == date(2019, 1, 6)
    with pytest.raises(Problem, match="in the future"):
        subject_of(db, None, home.id, since=date(2020, 1, 7), today=TODAY)
    with pytest.raises(LookupError):
        subject_of(db, None, "nothing", today=TODAY)


def test_a_provider_without_anything_has_a_page_that_says_so(db: Database) -> None:
    owner = providers.add_provider(db, name="Nearly Empty Ltd").id
    said = told(subject_of(db, None, owner, today=TODAY))
    assert said["Who"] == "0 services in use."
    assert said["Ratings"] == "No service is held."
    assert said["Contract"] == "No contract with the council is held."


def test_what_is_archived_says_so(db: Database, home: Service) -> None:
    services.archive_service(db, home.id, today=TODAY)
    assert "Archived on 6 January 2020." in told(subject_of(db, None, home.id, today=TODAY))["Who"]


def test_the_page_is_marked_as_exempt_on_every_page_and_in_its_name(
    db: Database, home: Service, tmp_path: Path
) -> None:
    of = subject_of(db, None, home.id, today=TODAY)
    assert one_page(of).marking
    assert "EXEMPT" in file_stem(of)
    (file,) = save_one_page(of, tmp_path / "page")
    assert file.suffix == ".docx" and file.read_bytes() == page_bytes(of)
    document = docx.Document(str(file))
    header = " ".join(one.text for one in document.sections[0].header.paragraphs)
    assert "NOT FOR PUBLICATION" in header
    assert [row.cells[0].text for row in document.tables[0].rows][1:] == [
        row[0] for row in fitted_page(of).rows
    ]


def test_whose_service_it_is_stands_apart_from_the_day(db: Database, home: Service) -> None:
    first = one_page(subject_of(db, None, home.id, since=date(2019, 12, 1), today=TODAY)).blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("Larkmeadow Care Ltd. As known on 6 January 2020.")


def test_a_very_long_name_has_one_line(db: Database) -> None:
    owner = providers.add_provider(db, name="Very long name " * 12).id
    of = subject_of(db, None, owner, today=TODAY)
    assert len(one_page(of).title) < 100 and len(file_stem(of)) < 120


def test_a_pdf_stands_beside_the_document(
    db: Database, home: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "pdf_of", lambda _document: b"%PDF")
    of = subject_of(db, None, home.id, today=TODAY)
    files = save_one_page(of, tmp_path / "page.docx", pdf=True)
    assert [one.name for one in files] == ["page.docx", "page.pdf"]
    assert files[1].read_bytes() == b"%PDF"
