"""What of funding is not for publication: which named provider was refused and why, and who has not claimed."""

from datetime import date

from resources.database import Database
from resources.report.blocks import Block, TableBlock
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.funding.funds.overspends import EXEMPT as OVERSPENDS_EXEMPT
from workforce.funding.funds.overspends import overspends_table
from workforce.funding.report.figures import FundingFigures
from workforce.funding.unclaimed.tables import NAMES_EXEMPT, NOTES
from workforce.funding.unclaimed.unclaimed import Found, Standing, Unclaimed
from workforce.years import year_words

EXEMPTION = Exemption(
    3,
    "It names providers whose claims were refused and says why, which is information on their financial or business "
    "affairs. How many claims were refused, and of how much, is public.",
)
"""Why the names of those refused are kept back."""
MOST_NAMED = 40
"""So many of those who have not claimed are named on paper; the page has all of them."""


def refused_table(db: Database, year: int, *, as_at: date) -> Table:
    """Each claim of the year that was declined: whose, of how much, and why."""
    columns = (
        Column("provider", "Provider", width=190),
        Column("fund", "Fund", width=190),
        Column("pence", "Claimed", ColumnKind.MONEY, 100),
        Column("decided_on", "Declined", ColumnKind.DATE, 110),
        Column("reason", "Why", width=280),
    )
    rows: list[tuple[Cell, ...]] = db.rows(
        """select provider.name, fund.name, claim.pence, claim.decided_on, ifnull((select reason from claim_step
            where claim_id = claim.id and to_status = 'declined' order by position desc limit 1), '')
        from claim join provider on provider.id = provider_id join fund on fund.id = fund_id
        where year = ? and claim.status = 'declined' order by provider.name, claim.number""",
        (year,),
    )
    return Table(
        f"Claims declined, {year_words(year)}", columns, rows, base=count_of(len(rows), "claim"), as_at=as_at,
        exempt=EXEMPTION,
    )  # fmt: skip


def overspent_blocks(found: FundingFigures) -> list[Block]:
    """For whom funds were overspent, who let it pass and why."""
    blocks: list[Block] = []
    for one in found.funds:
        if one.passed:
            table = overspends_table(f"{one.fund.name}: overspends passed", one.passed)
            alt = "For each act that overspent the fund by how much, who let it pass, why and when."
            blocks.append(TableBlock(table, alt, exempt=OVERSPENDS_EXEMPT))
    return blocks


def refused_blocks(db: Database, found: FundingFigures) -> list[Block]:
    """The same as an exempt block, where there is any."""
    table = refused_table(db, found.year, as_at=found.as_at)
    if not table.rows:
        return []
    alt = "For each claim that was declined the provider, the fund, the amount, the day and the reason."
    return [TableBlock(table, alt, exempt=EXEMPTION)]


def unclaimed_names_block(found: Found, on: date) -> Block | None:
    """The providers that are eligible and have not claimed, by name, the largest likely amounts first: exempt."""
    table = unclaimed_names_table(found, on)
    if not table.rows:
        return None
    return TableBlock(
        table, "For each provider the fund, its services and likely how much.", exempt=NAMES_EXEMPT
    )


def unclaimed_names_table(found: Found, on: date) -> Table:
    """A row for each provider and fund; the whole list, service by service, is the team’s own."""
    groups: dict[tuple[str, str, str], list[Unclaimed]] = {}
    for one in found.rows:
        if one.standing is Standing.ELIGIBLE:
            groups.setdefault((one.place.provider_id, one.place.provider, one.fund.name), []).append(one)
    told = [
        (
            provider,
            fund,
            len({one.place.service_id for one in some}),
            sum(one.likely_pence or 0 for one in some) or None,
        )
        for (_, provider, fund), some in groups.items()
    ]
    told.sort(key=lambda row: (-(row[3] or 0), row[0], row[1]))
    columns = (
        Column("provider", "Provider", width=230),
        Column("fund", "Fund", width=220),
        Column("services", "Services", ColumnKind.NUMBER, 96),
        Column("likely", "Likely, up to", ColumnKind.MONEY, 120),
    )
    rest = len(told) - MOST_NAMED
    more = (f"The {MOST_NAMED} with the largest likely amounts of {len(told):,}.",) if rest > 0 else ()
    return Table(
        "Eligible and not claimed, by provider", columns, told[:MOST_NAMED],
        base=count_of(len(told), "provider and fund", "providers and funds"), as_at=on, notes=(*more, *NOTES),
        exempt=NAMES_EXEMPT,
    )  # fmt: skip
