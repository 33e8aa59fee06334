"""The market's part of a report: ratings by area and kind, what may be said of them, and contract suspensions."""

from dataclasses import replace
from datetime import date

from engagement.market.market_table import MarketTable, document_change_table, document_table
from engagement.market.scope import Scope, market_in, sentences_of
from engagement.register.contracts import EXEMPTION, contracts_on, counts_on
from engagement.register.vocabulary import ContractStatus, MarketKind
from resources.charts import ratings_chart
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    Heading,
    Paragraph,
    Report,
    TableBlock,
    exemption_notice,
)
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, date_words, number

MOST_COMPARED = 3
"""For so many areas the change is printed when none is chosen."""


def market_summary(
    db: Database, scope: Scope, day: date, *, area: str = "", before: date | None = None
) -> Report:
    """The whole summary of a day: sentences, a table and a chart for each kind, the change since, the contracts."""
    market = market_in(db, scope, day)
    blocks: list[Block] = [Heading("CQC ratings"), *_sentences(market, scope, area)]
    for kind in MarketKind:
        blocks += _kind(market, kind, scope, day)
    if before is not None:
        blocks += _change(market_in(db, scope, before), market, area)
    blocks += contract_blocks(db, day)
    report = Report("Care market: ratings of services", scope.words, day, tuple(blocks))
    notice = exemption_notice(report)
    return replace(report, blocks=(notice, *report.blocks)) if notice else report


def _sentences(market: MarketTable, scope: Scope, area: str) -> list[Block]:
    said = sentences_of(market, scope, area)
    if not said:
        return [
            Paragraph(f"{scope.words}: {count_of(len(market.areas), 'area', 'areas')} with rated services.")
        ]
    return [
        Paragraph(f"As at {date_words(market.as_at or date.min)}:"),
        Bullets(tuple(one.text for one in said)),
    ]


def _kind(market: MarketTable, kind: MarketKind, scope: Scope, day: date) -> list[Block]:
    table = document_table(market, kind)
    heading: list[Block] = [Heading(kind.label, 2)]
    if not any(profile.all or profile.grades for profile in market.of_kind(kind)):
        return [*heading, Paragraph(f"The register holds no {kind.plural} for {scope.words} on that day.")]
    alt = f"{table.title}, as at {date_words(day)}. {table.base}"
    blocks = [*heading, TableBlock(table, alt)]
    if any(profile.grades for profile in market.of_kind(kind)):
        chart = ratings_chart(
            table,
            title=chart_title(market, kind),
            subtitle=f"% of rated {kind.plural}, {date_words(day)}",
            source=market.source,
        )
        blocks.append(chart.block(f"{kind.label}: shares of the four ratings"))
    return blocks


def chart_title(market: MarketTable, kind: MarketKind) -> str:
    """The finding: how many of all rated services of the kind are Good or Outstanding."""
    profiles = [profile for profile in market.of_kind(kind) if profile.grades]
    if not profiles:
        return f"No {kind.plural} are rated"
    good = (
        [profile.figures[2] or 0 for profile in profiles],
        [profile.figures[3] or 0 for profile in profiles],
    )
    shares = sorted(zip(map(sum, zip(*good, strict=True)), profiles, strict=True), key=lambda one: one[0])
    (lowest, least), (highest, most) = shares[0], shares[-1]
    if len(shares) == 1 or lowest == highest:
        return f"{highest}% of rated {kind.plural} are Good or Outstanding"
    return f"Good or Outstanding: from {lowest}% in {least.area} to {highest}% in {most.area}"


def _change(before: MarketTable, after: MarketTable, area: str) -> list[Block]:
    """The change of the area that the sentences speak of; without one, of every area where there are few."""
    areas = [area] if area in after.areas else list(after.areas)
    if len(areas) > MOST_COMPARED:
        raise Problem(
            f"The change of {number(len(areas))} areas would fill a dozen pages. Say which area the summary is about."
        )
    tables = [document_change_table(before, after, one) for one in areas]
    blocks = [TableBlock(one, f"{one.title}. One row for each kind of service and rating.") for one in tables]
    return [Heading("Change"), *blocks]


def contract_blocks(db: Database, day: date) -> list[Block]:
    """How many contracts are suspended is public; which services these are is exempt."""
    counts = counts_on(db, day)
    if counts.with_contract + counts.numbers.get(ContractStatus.TERMINATED, 0) == 0:
        return []
    suspended = counts.numbers[ContractStatus.SUSPENDED]
    notices = counts.numbers[ContractStatus.IMPROVEMENT_NOTICE]
    public = (
        f"As at {date_words(day)} {count_of(counts.with_contract, 'service has', 'services have')} a contract with the "
        f"Council. Of these, {_have(suspended)} suspended and {_have(notices)} under an improvement notice."
    )
    return [Heading("Contracts"), Paragraph(public), *_named(db, day)]


def _have(count: int) -> str:
    return "none is" if count == 0 else "one is" if count == 1 else f"{number(count)} are"


def _named(db: Database, day: date) -> list[Block]:
    """The services behind the numbers: those that `counts_on` counts, no more."""
    names = {
        key: f"{name}, {district}" if district else name
        for key, name, district in db.rows(
            "select id, name, district from service where archived_on is null or archived_on > ?",
            (day.isoformat(),),
        )
    }
    rows = sorted(
        (names[one.service_id], one.status.label, one.from_on.isoformat(), one.reason)
        for one in contracts_on(db, day).values()
        if one.status.is_exempt_when_named and one.service_id in names
    )
    if not rows:
        return []
    columns = (
        Column("service", "Service", width=220),
        Column("status", "Contract", ColumnKind.STATUS, width=140),
        Column("from_on", "Since", ColumnKind.DATE, width=110),
        Column("reason", "Reason", width=240),
    )
    table = Table("Services whose contract is not in good standing", columns, rows, as_at=day)
    return [
        TableBlock(table, "Each service with its contract's status, since when, and why.", exempt=EXEMPTION)
    ]
