"""Tests of the sample county's reports as its draft stands and as the last one was saved."""

import json
from datetime import date
from pathlib import Path

import pytest

from desktop.committee.checking import check_report
from desktop.committee.drawing_again import draw_again
from desktop.committee.making import make_report
from desktop.sample_reports import add_sample_reports
from engagement import sample
from engagement.committee.issues import content_of, issues, manifest_text
from engagement.committee.reports import reports
from engagement.register import contracts, providers, services
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database
from resources.report.committee.composing import SentenceState
from resources.report.committee.to_mend import Weight

TODAY = date(2026, 11, 22)


@pytest.fixture
def county(db: Database) -> Database:
    """Thirty homes, one of them suspended."""
    for number in range(30):
        provider = providers.add_provider(db, name=f"Invented Care {number}").id
        name = f"Quill{chr(97 + number % 26)}{chr(97 + number // 26)}feather Court"
        home = services.add_service(
            db, provider, name=name, kind=ServiceKind.NURSING_HOME, district="Ashfield"
        ).id
        status = ContractStatus.ACTIVE if number else ContractStatus.SUSPENDED
        contracts.set_contract_status(db, home, status, date(2026, 4, 5), today=TODAY)
    add_sample_reports(db, today=TODAY)
    return db


def test_nothing_stops_the_draft_from_being_saved(county: Database) -> None:
    draft = make_report(county, None, reports(county)[0].id, today=TODAY)
    found = check_report(county, None, draft)
    assert found and not [one for one in found if one.weight is Weight.STOPS]


def test_what_is_exempt_has_its_reason_in_the_public_interest(county: Database) -> None:
    draft = make_report(county, None, reports(county)[0].id, today=TODAY)
    told = [one.exempt for one in draft.composed.report.blocks if one.exempt is not None]
    assert told and all(one.public_interest and one.seen_by and one.review_on for one in told)


def test_the_last_report_is_issued_and_can_be_drawn_again(county: Database, tmp_path: Path) -> None:
    (held,) = issues(county)
    assert held.report_id == reports(county)[1].id
    assert held.issued_at.date() == date(2026, 9, 4)
    assert [one["name"] for one in json.loads(manifest_text(county, held.id))["files"]] == [
        "Progress report 2026-09-14.docx", "Progress report 2026-09-14 - EXEMPT appendix.docx",
    ]  # fmt: skip
    assert content_of(county, held.id).report.title == held.title
    again = draw_again(county, held.id, tmp_path / "again.docx")
    assert again.is_same and again.exempt is not None


def test_sentences_of_the_draft_are_edited_where_their_sections_have_something_to_tell(db: Database) -> None:
    sample.make(db, today=TODAY)
    add_sample_reports(db, today=TODAY)
    draft = make_report(db, None, reports(db)[0].id, today=TODAY)
    states = {one.sentence: one.state for one in draft.composed.origins if one.sentence}
    assert states["people"] is SentenceState.EDITED
    assert states["moved"] is SentenceState.EDITED_AND_CHANGED
    assert not [one for one in draft.composed.origins if one.sentence.startswith(f"{one.section}.")]
