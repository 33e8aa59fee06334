"""The tables to publish."""

import pytest

from resources.database import Database
from resources.problem import Problem
from tests.workforce.funding.report.test_projects_part import digital
from tests.workforce.funding.report.test_sections import filled
from tests.workforce.funding.report.told import TODAY
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.workbook import NOBODY_NAMED, funding_publication


def test_every_table_is_public_and_names_nobody(db: Database) -> None:
    filled(db)
    digital(db)
    found = funding_publication(db, FundingChoice(2019), today=TODAY)
    assert [one.title for one in found.tables] == [
        "Funds held and granted, 2019/20", "Claimed by kind of service, 2019/20", "Claimed by district, 2019/20",
        "People who completed training, by course, 2019/20", "Forecast at the present pace",
        "Services that have not claimed, by fund", "Level of the Data Security and Protection Toolkit",
    ]  # fmt: skip
    assert all(one.exempt is None for one in found.tables) and found.about[-1] == NOBODY_NAMED
    assert "Quillmere" not in str(found.tables)
    assert len(funding_publication(db, FundingChoice(2019, (Section.MONEY,)), today=TODAY).tables) == 1


def test_a_year_without_a_table_is_refused(db: Database) -> None:
    with pytest.raises(Problem, match="Nothing is held of 2018/19"):
        funding_publication(db, FundingChoice(2018), today=TODAY)
