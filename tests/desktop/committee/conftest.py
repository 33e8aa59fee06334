"""A short report to a committee over a register of thirty homes, one of them suspended."""

from datetime import date

import pytest

from engagement.committee.items import add_paragraph, add_section, items_of, remove_item, set_exempt
from engagement.committee.meetings import add_meeting
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from engagement.committee.reports import CommitteeReport, begin_report
from engagement.register import contracts, providers, services
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database
from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.spans import Span

TODAY = date(2020, 1, 6)
PARTS = {
    Part.REPORT_OF: "Service Director",
    Part.PURPOSE: "To tell members of progress.",
    Part.SIGNATORY: "Ada Example",
    Part.SIGNATORY_POST: "Service Director",
    Part.ENQUIRIES: "Ada Example, 0115 496 0000",
}


@pytest.fixture
def homes(db: Database) -> list[str]:
    """Thirty with a contract; the contract of the first is suspended."""
    keys = []
    for number in range(30):
        provider = providers.add_provider(db, name=f"Invented Care {number}").id
        name = f"Quill{chr(97 + number % 26)}{chr(97 + number // 26)}feather Court"
        home = services.add_service(
            db, provider, name=name, kind=ServiceKind.NURSING_HOME, district="Ashfield"
        ).id
        status = ContractStatus.ACTIVE if number else ContractStatus.SUSPENDED
        contracts.set_contract_status(db, home, status, date(2019, 11, 5), today=TODAY)
        keys.append(home)
    return keys


@pytest.fixture
def begun(db: Database, homes: list[str]) -> CommitteeReport:
    """A report whose outline has the suspensions and a paragraph, with all that must be written."""
    at = add_meeting(db, "Adult Social Care Committee", date(2020, 1, 13))
    held = begin_report(
        db, "Progress report", at.id, Span(date(2019, 10, 1), date(2019, 12, 31)), agenda_item="5"
    )
    for item in items_of(db, held.id):
        remove_item(db, item.id)
    told = add_section(db, held.id, "suspensions")
    set_exempt(
        db, told.id, Exemption(3, "It names providers.", "Telling it harms trade.", "Members", "2020-06-01")
    )
    add_paragraph(db, held.id, "Winter was mild.")
    for part, text in PARTS.items():
        set_part(db, held.id, part, text)
    add_recommendation(db, held.id, "members note the progress")
    return held
