"""Contracts: the numbers of October 2018 in public, names and reasons for members alone."""

from datetime import date

import pytest

from engagement.market.committee.suspensions import make
from engagement.register.contracts import EXEMPTION, set_contract_status
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.report.blocks import Paragraph, TableBlock
from resources.report.committee.section import NothingToTell
from tests.engagement.market.committee.conftest import TODAY, AddHome, Asking
from tests.engagement.market.committee.reading import figures, said

ACTIVE, SUSPENDED, NOTICE = ContractStatus.ACTIVE, ContractStatus.SUSPENDED, ContractStatus.IMPROVEMENT_NOTICE


def test_of_285_homes_three_are_suspended(asking: Asking, home: AddHome) -> None:
    for number in range(285):
        home(f"Quillfeather {number}", contract=SUSPENDED if number < 3 else ACTIVE)
    section = make(asking())
    assert said(section) == {
        "numbers": (
            "As at 30 November 2019, 285 services have a contract with the Council. Of these, 3 are suspended and none "
            "is under an improvement notice. On 9 September 2019, 3 of 285 were suspended and "
            "none was under an improvement notice."
        )
    }
    assert figures(section)["numbers.suspended"] == ("3", 3, 285, "suspended")
    suspended = section.rows["suspended"]()
    assert (len(suspended.rows), suspended.exempt) == (3, EXEMPTION)
    assert all(rows().exempt is not None for rows in section.rows.values())


def test_who_is_suspended_since_when_and_why_is_exempt(db: Database, asking: Asking, home: AddHome) -> None:
    home("Quillstopped House", contract=SUSPENDED)
    home("Quillwarned House", contract=NOTICE)
    lifted = home("Quilllifted House", contract=SUSPENDED)
    set_contract_status(db, lifted, ACTIVE, date(2019, 10, 1), today=TODAY)
    section = make(asking())
    assert said(section)["numbers"].endswith(
        "Of these, 1 is suspended and 1 is under an improvement notice. On 9 September 2019, 2 of 3 were suspended and "
        "1 was under an improvement notice."
    )
    exempt = [block for block in section.blocks if block.exempt is not None]
    assert [block.exempt for block in exempt] == [EXEMPTION] * 2
    told, table = exempt
    assert isinstance(told, Paragraph) and isinstance(table, TableBlock)
    assert told.text == (
        "Of those suspended on 9 September 2019, 1 service is suspended no longer: Quilllifted House (active since 1 "
        "October 2019)."
    )
    assert table.table.rows == [
        ("Quillstopped House", "Nursing home", "Bassetlaw", "Suspended", "2019-03-01", "A reason"),
        ("Quillwarned House", "Nursing home", "Bassetlaw", "Improvement notice", "2019-03-01", "A reason"),
    ]
    assert section.rows["lifted"]().rows == [
        ("Quilllifted House", "2019-03-01", "active since 1 October 2019")
    ]


def test_a_contract_that_ended_is_told_as_none(db: Database, asking: Asking, home: AddHome) -> None:
    home("Quillkept House", contract=ACTIVE)
    ended = home("Quillended House", contract=SUSPENDED)
    set_contract_status(db, ended, ContractStatus.NONE, date(2019, 10, 1), today=TODAY)
    assert make(asking()).rows["lifted"]().rows == [("Quillended House", "2019-03-01", "no contract now")]


def test_without_contracts_there_is_nothing_to_tell(asking: Asking, home: AddHome) -> None:
    home("Quillfeather House")
    with pytest.raises(NothingToTell, match="No service has a contract with the Council on 30 November 2019"):
        make(asking())
