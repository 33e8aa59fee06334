"""The market's part of a report: what is public, what is exempt, and the finding that a chart is headed by."""

from dataclasses import replace
from datetime import date

import pytest

from engagement.market.market_table import MarketTable, RatedService, from_published, market_by_authority
from engagement.market.published import take_in_published
from engagement.market.scope import Scope, ScopeKind
from engagement.market.sections import chart_title, contract_blocks, market_summary
from engagement.register import contracts, services
from engagement.register.contracts import set_contract_status
from engagement.register.providers import add_provider
from engagement.register.services import add_service, archive_service
from engagement.register.vocabulary import ContractStatus, MarketKind, Rating, ServiceKind
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Bullets,
    ChartBlock,
    Heading,
    Paragraph,
    TableBlock,
    exempt_part,
    public_part,
)

DAY = date(2019, 8, 1)
TODAY = date(2019, 12, 9)
NURSING = MarketKind.NURSING
PUBLISHED = Scope(ScopeKind.PUBLISHED, "East Midlands")


def homes(db: Database, *statuses: ContractStatus) -> list[str]:
    firm = add_provider(db, name="Invented Care").id
    keys = []
    for number, status in enumerate(statuses, 1):
        key = add_service(db, firm, name=f"Invented Home {number}", kind=ServiceKind.NURSING_HOME).id
        set_contract_status(db, key, status, date(2019, 3, 1), "A reason", today=TODAY)
        keys.append(key)
    return keys


def counted(*areas: tuple[str, int, int, int]) -> MarketTable:
    """Areas with so many nursing homes Requires improvement, Good and Outstanding."""
    grades = (Rating.REQUIRES_IMPROVEMENT, Rating.GOOD, Rating.OUTSTANDING)
    return market_by_authority(
        RatedService(area, NURSING, grade)
        for area, *counts in areas
        for grade, count in zip(grades, counts, strict=True)
        for _ in range(count)
    )


def test_a_counted_share_is_rounded_once_and_not_added_from_rounded_parts() -> None:
    derby = counted(("Derby", 12, 2, 2))  # 12.5% each, both printed as 12%
    assert chart_title(derby, NURSING) == "25% of 16 rated nursing homes are Good or Outstanding"


def test_the_chart_of_counted_areas_gives_the_bases() -> None:
    areas = counted(("Derby", 12, 2, 2), ("Leicester", 9, 9, 0), ("Rutland", 0, 9, 1))
    assert chart_title(areas, NURSING) == (
        "Good or Outstanding: from 25% (4 of 16) in Derby to 100% (10 of 10) in Rutland"
    )


def test_no_headline_rests_on_a_base_below_ten_where_others_are_larger() -> None:
    areas = (("Derby", 12, 2, 2), ("Leicester", 9, 9, 0), ("Rutland", 0, 3, 1))
    assert chart_title(counted(*areas), NURSING) == (
        "Good or Outstanding: from 25% (4 of 16) in Derby to 50% (9 of 18) in Leicester, where 10 or more are rated"
    )
    assert chart_title(counted(areas[0], areas[2]), NURSING) == (
        "Derby, alone with 10 or more rated: 25% of 16 rated nursing homes are Good or Outstanding"
    )


def test_the_headline_says_that_every_base_is_small() -> None:
    assert chart_title(counted(("Derby", 6, 1, 1), ("Rutland", 0, 3, 1)), NURSING) == (
        "Good or Outstanding: from 25% (2 of 8) in Derby to 100% (4 of 4) in Rutland; every base is below 10"
    )
    assert chart_title(counted(("Derby", 0, 1, 0)), NURSING) == (
        "100% of 1 rated nursing home is Good or Outstanding; every base is below 10"
    )


def test_areas_that_print_alike_are_not_told_apart() -> None:
    areas = (("Derby", 200, 100, 0), ("Leicester", 199, 100, 0), ("Rutland", 0, 9, 1))
    assert chart_title(counted(*areas), NURSING) == (
        "Good or Outstanding: from 33% in 2 areas to 100% (10 of 10) in Rutland"
    )
    assert chart_title(counted(*areas[:2]), NURSING) == (
        "33% of rated nursing homes are Good or Outstanding in each of 2 areas"
    )


def test_the_chart_of_published_figures_says_that_they_are_added(published: MarketTable) -> None:
    assert chart_title(published, NURSING) == (
        "Good or Outstanding: from about 62% in Nottingham to about 100% in Rutland"
    )


def test_published_areas_that_rounding_could_swap_are_not_named() -> None:
    figures = {"Derby": (0, 20, 80, 0), "Leicester": (0, 19, 41, 40), "Rutland": (0, 40, 60, 0)}
    table = from_published({(area, NURSING): (*row, 0) for area, row in figures.items()}, as_at=DAY)
    assert chart_title(table, NURSING) == "Good or Outstanding: from about 60% in Rutland to about 81%"
    two = replace(table, areas=("Derby", "Leicester"))
    assert chart_title(two, NURSING) == (
        "About 80% to 81% of rated nursing homes are Good or Outstanding in each of 2 areas"
    )


def test_one_published_area_has_no_range(published: MarketTable) -> None:
    derby = replace(published, areas=("Derby",))
    assert chart_title(derby, NURSING) == "About 88% of rated nursing homes are Good or Outstanding"


def test_a_kind_that_is_nowhere_rated_says_so() -> None:
    nothing = from_published({("Derby", kind): (None,) * 4 + (100,) for kind in MarketKind}, as_at=DAY)
    assert chart_title(nothing, NURSING) == "No nursing homes are rated"


def test_without_contracts_nothing_is_said_of_them(db: Database) -> None:
    assert contract_blocks(db, TODAY) == []


def test_how_many_are_suspended_is_public_and_which_is_exempt(db: Database) -> None:
    homes(db, ContractStatus.ACTIVE, ContractStatus.SUSPENDED, ContractStatus.IMPROVEMENT_NOTICE)
    heading, public, named = contract_blocks(db, TODAY)
    assert heading == Heading("Contracts")
    assert public == Paragraph(
        "As at 9 December 2019, 3 services have a contract with the Council. Of these, 1 is suspended and 1 is "
        "under an improvement notice."
    )
    assert isinstance(named, TableBlock) and named.exempt == contracts.EXEMPTION
    assert [row[:3] for row in named.table.rows] == [
        ("Invented Home 2", "Suspended", "2019-03-01"),
        ("Invented Home 3", "Improvement notice", "2019-03-01"),
    ]


def test_none_and_several_are_said_in_words(db: Database) -> None:
    homes(db, *[ContractStatus.SUSPENDED] * 2)
    (_, public, _) = contract_blocks(db, TODAY)
    assert isinstance(public, Paragraph)
    assert public.text.endswith("Of these, 2 are suspended and none is under an improvement notice.")


def test_a_home_archived_since_is_named_on_a_day_when_it_counted_and_on_no_later_one(db: Database) -> None:
    kept, archived = homes(db, ContractStatus.SUSPENDED, ContractStatus.SUSPENDED)
    archive_service(db, archived, today=TODAY)
    services.edit_service(db, kept, district="Bassetlaw")
    of_august, of_december = (contract_blocks(db, day)[-1] for day in (DAY, TODAY))
    assert isinstance(of_august, TableBlock) and isinstance(of_december, TableBlock)
    assert [row[0] for row in of_august.table.rows] == ["Invented Home 1, Bassetlaw", "Invented Home 2"]
    assert [row[0] for row in of_december.table.rows] == ["Invented Home 1, Bassetlaw"]


def test_the_summary_has_sentences_and_for_each_kind_a_table_and_a_chart(
    db: Database, published: MarketTable
) -> None:
    take_in_published(db, published)
    report = market_summary(db, PUBLISHED, DAY, area="Nottinghamshire")
    assert (report.title, report.as_at) == ("Care market: ratings of services", DAY)
    kinds = [type(block) for block in report.blocks]
    assert kinds.count(TableBlock) == kinds.count(ChartBlock) == 3
    said = next(block for block in report.blocks if isinstance(block, Bullets))
    assert any("joint second" in text for text in said.items)
    assert exempt_part(report) is None


def test_the_summary_without_an_area_says_how_many_rows_it_has(db: Database, published: MarketTable) -> None:
    take_in_published(db, published)
    report = market_summary(db, PUBLISHED, DAY)
    assert Paragraph("Published figures, East Midlands: 9 areas with rated services.") in report.blocks


def test_the_change_is_a_table_of_its_own(db: Database, published: MarketTable) -> None:
    take_in_published(db, published)
    take_in_published(db, replace(published, as_at=date(2019, 5, 1)))
    report = market_summary(db, PUBLISHED, DAY, area="Nottinghamshire", before=date(2019, 5, 1))
    after = report.blocks[report.blocks.index(Heading("Change")) + 1]
    assert isinstance(after, TableBlock)
    assert after.table.title == "Nottinghamshire: change in CQC ratings from 1 May 2019 to 1 August 2019"
    assert len(after.table.rows) == 3 * 5


def test_the_change_of_a_whole_region_is_asked_to_name_an_area(db: Database, published: MarketTable) -> None:
    take_in_published(db, published)
    take_in_published(db, replace(published, as_at=date(2019, 5, 1)))
    with pytest.raises(Problem, match="Say which area"):
        market_summary(db, PUBLISHED, DAY, before=date(2019, 5, 1))


@pytest.mark.parametrize("status", [ContractStatus.SUSPENDED, ContractStatus.TERMINATED])
def test_the_public_part_of_the_summary_names_nobody(
    db: Database, published: MarketTable, status: ContractStatus
) -> None:
    take_in_published(db, published)
    homes(db, status)
    report = market_summary(db, PUBLISHED, DAY)
    assert "Invented Home" not in str(public_part(report))
    assert "Invented Home" in str(exempt_part(report))
