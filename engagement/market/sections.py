"""The market's part of a report: ratings by area and kind, what may be said of them, and contract suspensions."""

from dataclasses import dataclass, replace
from datetime import date

from engagement.market.market_table import MarketTable, Profile, document_change_table, document_table
from engagement.market.scope import Scope, market_in, sentences_of
from engagement.register.contracts import EXEMPTION, ContractCounts, contracts_on, counts_on
from engagement.register.vocabulary import ContractStatus, MarketKind, Rating
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
from resources.report.shown import counted
from resources.report.told import Shown, Told, tell
from resources.tables import Column, ColumnKind, Table
from resources.wording import capital_first, count_of, date_words, number

MOST_COMPARED = 3
"""For so many areas the change is printed when none is chosen."""

LEAST_BASE = 10
"""A headline rests on no fewer rated services where it can be helped: of four, one service is 25 percentage points."""


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


@dataclass(frozen=True)
class _GoodShare:
    """One area's percentage Good or Outstanding; `count` and `base` are None where only percentages are known."""

    area: str
    figure: int
    count: int | None = None
    base: int | None = None

    @property
    def reach(self) -> int:
        """By how much two figures may differ and yet stand the other way round before they were rounded."""
        return 0 if self.base is not None else 2

    @property
    def about(self) -> str:
        """What stands before a figure that was made of rounded ones."""
        return "" if self.base is not None else "about "

    @property
    def words(self) -> str:
        """88%, or about 88%."""
        return f"{self.about}{self.figure}%"

    def base_words(self, kind: MarketKind) -> str:
        """16 rated nursing homes."""
        if self.base is None:
            return f"rated {kind.plural}"
        return count_of(self.base, f"rated {kind.singular}", f"rated {kind.plural}")


def chart_title(market: MarketTable, kind: MarketKind) -> str:
    """The finding: how many rated services of the kind are Good or Outstanding, and where most and fewest are.

    Areas with fewer than `LEAST_BASE` rated services give no headline where others have more; where none has more,
    that is said. Counted services give one exact share and its base; areas whose shares print alike are not told
    apart. Of published figures two rounded ones are added, so "about" is said, and areas that rounding could swap
    are not named.
    """
    rated = [_good_or_outstanding(profile) for profile in market.of_kind(kind) if profile.grades]
    firm = [one for one in rated if one.base is None or one.base >= LEAST_BASE]
    if not rated:
        return f"No {kind.plural} are rated"
    if not firm:
        return f"{_finding(rated, kind)}; every base is below {LEAST_BASE}"
    if len(firm) == len(rated):
        return _finding(firm, kind)
    if len(firm) == 1:
        return f"{firm[0].area}, alone with {LEAST_BASE} or more rated: {_finding(firm, kind)}"
    return f"{_finding(firm, kind)}, where {LEAST_BASE} or more are rated"


def _finding(found: list[_GoodShare], kind: MarketKind) -> str:
    """What is so of these areas."""
    least, most = min(one.figure for one in found), max(one.figure for one in found)
    low, high = ([one for one in found if abs(one.figure - end) <= one.reach] for end in (least, most))
    if len(found) == 1:
        verb = "is" if low[0].base == 1 else "are"
        return capital_first(f"{low[0].words} of {low[0].base_words(kind)} {verb} Good or Outstanding")
    if len(low) == len(high) == len(found):
        figures = low[0].words if least == most else f"{low[0].about}{least}% to {most}%"
        where = f"in each of {number(len(found))} areas"
        return capital_first(f"{figures} of rated {kind.plural} are Good or Outstanding {where}")
    lowest, highest = (_where(areas, end) for areas, end in ((low, least), (high, most)))
    return f"Good or Outstanding: from {lowest} to {highest}"


def _good_or_outstanding(profile: Profile) -> _GoodShare:
    share = profile.share(Rating.GOOD, Rating.OUTSTANDING)
    if share is None:
        parts = (profile.percent(Rating.GOOD) or 0, profile.percent(Rating.OUTSTANDING) or 0)
        return _GoodShare(profile.area, min(sum(parts), 100))
    return _GoodShare(profile.area, share.percent or 0, share.count, share.base)


def _where(areas: list[_GoodShare], figure: int) -> str:
    """62% (13 of 21) in Nottingham; 62% in 3 areas; about 62% where rounding leaves open in which."""
    one = areas[0]
    if len(areas) == 1:
        of = "" if one.base is None else f" ({number(one.count or 0)} of {number(one.base)})"
        return f"{one.words}{of} in {one.area}"
    return f"about {figure}%" if one.base is None else f"{figure}% in {number(len(areas))} areas"


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
    return [Heading("Contracts"), Paragraph(contracts_told(counts).text), *_named(db, day)]


def contracts_told(counts: ContractCounts) -> Told:
    """How many services have a contract, and how many of these are suspended or under notice: public."""
    words = (
        "As at {day}, {services} {have} a contract with the Council. Of these, {suspended} {are} suspended and "
        "{notices} {also} under an improvement notice."
    )
    statuses = (ContractStatus.SUSPENDED, ContractStatus.IMPROVEMENT_NOTICE)
    suspended, notices = (counts.numbers[status] for status in statuses)
    return tell(
        "numbers", words, day=date_words(counts.as_at), have="has" if counts.with_contract == 1 else "have",
        services=counted(counts.with_contract, "service", rows="contracts"),
        suspended=_in_words(suspended, counts, "suspended"), are="are" if suspended > 1 else "is",
        notices=_in_words(notices, counts, "notices"), also="are" if notices > 1 else "is",
    )  # fmt: skip


def _in_words(count: int, counts: ContractCounts, rows: str) -> Shown:
    """None in words, all else in figures, so that two days can be read side by side."""
    return Shown(number(count) if count else "none", count, counts.with_contract, rows)


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
