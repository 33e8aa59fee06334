"""What of funding is not for publication: which named provider was refused and why, and who has not claimed."""

from datetime import date

from resources.database import Database
from resources.report.blocks import Block, TableBlock
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.funding.report.figures import FundingFigures
from workforce.funding.unclaimed.tables import NAMES_EXEMPT, unclaimed_table
from workforce.funding.unclaimed.unclaimed import Found
from workforce.years import year_words

EXEMPTION = Exemption(
    3,
    "It names providers whose claims were refused and says why, which is information on their financial or business "
    "affairs. How many claims were refused, and of how much, is public.",
)
"""Why the names of those refused are kept back."""
_ON_PAPER = ("provider", "service", "what_for", "likely", "missing")


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
            where claim_id = claim.id and to_status = 'declined' order by at desc, id desc limit 1), '')
        from claim join provider on provider.id = provider_id join fund on fund.id = fund_id
        where year = ? and claim.status = 'declined' order by provider.name, claim.number""",
        (year,),
    )
    return Table(
        f"Claims declined, {year_words(year)}", columns, rows, base=count_of(len(rows), "claim"), as_at=as_at,
        exempt=EXEMPTION,
    )  # fmt: skip


def refused_blocks(db: Database, found: FundingFigures) -> list[Block]:
    """The same as an exempt block, where there is any."""
    table = refused_table(db, found.year, as_at=found.as_at)
    if not table.rows:
        return []
    alt = "For each claim that was declined the provider, the fund, the amount, the day and the reason."
    return [TableBlock(table, alt, exempt=EXEMPTION)]


def unclaimed_names_block(found: Found, on: date) -> Block:
    """Who is eligible and has not claimed, by name: exempt."""
    table = unclaimed_table(found.rows, on)
    at = [place for place, one in enumerate(table.columns) if one.name in _ON_PAPER]
    short = Table(
        table.title, tuple(table.columns[place] for place in at),
        [tuple(row[place] for place in at) for row in table.rows], base=table.base, as_at=on, notes=table.notes, exempt=NAMES_EXEMPT,
    )  # fmt: skip
    alt = "For each provider and service what it could claim for, likely how much, and what is missing."
    return TableBlock(short, alt, exempt=NAMES_EXEMPT)
