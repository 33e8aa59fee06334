"""Funding as sections of a report: what was bid for, allocated and claimed, people trained, what remains, the forecast.

Public by construction: totals of funds, amounts and numbers of people that give nobody’s away. What names a provider
that was refused, or that has not claimed, is exempt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from resources.charts import Bars, bar_chart
from resources.database import Database
from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words, money, percent
from workforce.funding.funds.overspends import overspent_words, passed_days
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.disclosure import RULE
from workforce.funding.report.exempt import overspent_blocks, refused_blocks, unclaimed_names_block
from workforce.funding.report.figures import FundingFigures, FundLine, funding_figures
from workforce.funding.report.projects_part import projects_blocks
from workforce.funding.report.tables import (
    SOURCE,
    claimed_for_table,
    claimed_table,
    claims_base,
    courses_table,
    forecast_table,
    funds_table,
    unclaimed_table,
    whole_table,
)
from workforce.funding.unclaimed.unclaimed import Found, Standing, find_unclaimed, sums
from workforce.years import year_of, year_words

_MONEY = ColumnKind.MONEY


@dataclass(frozen=True)
class Material:
    """What the sections are made of; who has not claimed is found when it is first asked for."""

    db: Database
    choice: FundingChoice
    today: date
    found: FundingFigures
    _unclaimed: list[Found] = field(default_factory=list)

    @property
    def is_this_year(self) -> bool:
        """Whether the year is under way: of another nobody can claim any more."""
        return self.choice.year == year_of(self.today)

    def unclaimed(self) -> Found:
        """Who is eligible today and has not claimed."""
        if not self._unclaimed:
            self._unclaimed.append(find_unclaimed(self.db, on=self.today))
        return self._unclaimed[0]


def material(db: Database, choice: FundingChoice, *, today: date) -> Material:
    """Read once for all of them."""
    return Material(db, choice, today, funding_figures(db, choice.year, today=today))


def blocks_of(m: Material) -> tuple[Block, ...]:
    """All sections that are wanted and have something to tell, each beneath its heading."""
    blocks: list[Block] = []
    for section in Section:
        inner = PARTS[section](m) if m.choice.has(section) else []
        blocks += [Heading(section.label), *inner] if inner else []
    return tuple(blocks)


# --- what was bid for, allocated and claimed --------------------------------------------------------------------


def money_blocks(m: Material) -> list[Block]:
    """A sentence and a row for each fund, and how much of each is used."""
    found = m.found
    if not found.funds and not found.signposted:
        return []
    blocks: list[Block] = [Bullets(tuple(fund_sentences(found)))]
    if found.funds:
        blocks += used_chart(found)
        blocks.append(
            TableBlock(
                funds_table(found),
                "For each fund what was bid for, and in the year what was allocated, claimed, paid and committed, and "
                "what remains.",
            )
        )
        whole = whole_table(found)
        if whole is not None:
            blocks.append(
                TableBlock(
                    whole,
                    "For each fund of several years its period, and what of it is paid, committed and left.",
                )
            )
    refused = refused_sentence(found)
    return [
        *blocks,
        *([Paragraph(refused)] if refused else []),
        *overspent_blocks(found),
        *refused_blocks(m.db, found),
    ]


def fund_sentences(found: FundingFigures) -> list[str]:
    """The Workforce Development Fund (Skills for Care): £112,000 is allocated in 2019/20, of which …"""
    told = [_fund_sentence(one, found.year) for one in found.funds]
    if found.signposted:
        names = and_list([one.name for one in found.signposted])
        noun = count_of(len(found.signposted), "fund", "funds")
        claimed = (
            f" As far as it is known here, {money(found.signposted_claimed)} was claimed from them in "
            f"{year_words(found.year)}."
            if found.signposted_claimed
            else ""
        )
        told.append(f"Providers are pointed to {noun} that they claim themselves: {names}.{claimed}")
    return told


def _fund_sentence(one: FundLine, year: int) -> str:
    funder = f" ({one.fund.funder})" if one.fund.funder else ""
    joined = "; " if one.is_of_several_years else " and "
    bid = f"{money(one.fund.bid_pence)} was bid for{joined}" if one.fund.bid_pence else ""
    several = f" of {money(one.whole.allocated)} over all its years" if one.is_of_several_years else ""
    held = one.year
    open_claims = f", and {money(held.awaiting)} is claimed and not decided" if held.awaiting else ""
    return _with_overspend(
        one,
        f"{one.fund.name}{funder}: {bid}{money(held.allocated)}{several} is allocated to {year_words(year)}. Of it "
        f"{_pence(held.paid)} is paid and {_pence(held.committed)} committed, so that {_pence(held.remaining)} remains"
        f"{open_claims}.",
    )


def _with_overspend(one: FundLine, told: str) -> str:
    """By how much it is overspent and when that was passed; for whom and why is exempt."""
    if not one.over:
        return told
    days = passed_days(one.passed)
    passed = f"; that was passed on {days}" if days else ""
    where = (
        f": {overspent_words(one.over)}"
        if len(one.over) > 1 or any(pot.workstream for pot in one.over)
        else ""
    )
    return f"{told} It is overspent: {money(sum(one.over.values()))} more is promised than there is{where}{passed}."


def _pence(pence: int) -> str:
    return money(pence) if pence else "nothing"


def refused_sentence(found: FundingFigures) -> str:
    """How many claims of the year were declined and withdrawn; '' of none."""
    told = []
    if found.claimed.refused:
        pence = found.claimed.refused_pence
        told.append(
            f"{count_of(found.claimed.refused, 'claim')} {f'of {money(pence)} in all ' if pence is not None else ''}"
            f"{'was' if found.claimed.refused == 1 else 'were'} declined"
        )
    if found.claimed.withdrawn:
        told.append(f"{count_of(found.claimed.withdrawn, 'claim was', 'claims were')} withdrawn")
    return f"In {year_words(found.year)}, {and_list(told)}." if told else ""


def used_chart(found: FundingFigures) -> list[Block]:
    """How much of each fund's year is paid, committed and left; the table beneath has the figures."""
    columns = (
        Column("fund", "Fund"), Column("paid", "Paid", _MONEY), Column("committed", "Committed", _MONEY),
        Column("remaining", "Remaining", _MONEY),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (one.fund.name, one.year.paid, one.year.committed, max(one.year.remaining, 0))
        for one in found.funds
        if one.year.allocated
    ]
    every = found.together
    if not rows:
        return []
    used = every.paid + every.committed
    share = percent(100 * used / every.allocated) if used < every.allocated else "All"
    chart = bar_chart(
        Table("How far each fund is used", columns, rows), bars=Bars.STACKED, source=SOURCE,
        title=f"{share} of {money(every.allocated)} is paid or committed",
        subtitle=f"£ allocated to {year_words(found.year)}, {count_of(len(rows), 'fund')}, {date_words(found.as_at)}",
    )  # fmt: skip
    return [chart.block(f"How far each fund is used, {year_words(found.year)}")]


# --- claimed by kind and district, and people trained -----------------------------------------------------------


def claimed_blocks(m: Material) -> list[Block]:
    """What was claimed, by kind of service and by district, where that gives no provider's money away."""
    found = m.found
    if not found.claimed.claims:
        return []
    told = claimed_sentence(found)
    blocks: list[Block] = [Paragraph(f"{told} {RULE}" if found.claimed.hides else told)]
    for by in ("kind of service", "district"):
        table = claimed_table(found, by)
        blocks += _claimed_chart(table, found, by)
        blocks.append(
            TableBlock(
                table, f"For each {by} how many providers claimed, how many claims and how much in all."
            )
        )
    return blocks


def claimed_sentence(found: FundingFigures) -> str:
    """£84,000 is claimed from these funds in 2019/20, by 40 claims of 21 providers …"""
    return (
        f"{money(found.claimed.pence)} is claimed from these funds in {year_words(found.year)}, by "
        f"{claims_base(found)}."
    )


def _claimed_chart(table: Table, found: FundingFigures, by: str) -> list[Block]:
    *rows, _all = table.rows
    told = [row for row in rows if isinstance(row[3], int)]
    if len(told) < 2:
        return []
    most = max(told, key=lambda row: int(row[3] or 0))
    chart = bar_chart(
        Table(table.title, (table.columns[0], table.columns[3]), [(row[0], row[3]) for row in rows]),
        title=f"{most[0]}: {money(int(most[3] or 0))} of {money(found.claimed.pence)} is claimed there",
        subtitle=f"£ claimed by {by}, {claims_base(found)}, {date_words(found.as_at)}",
        source=SOURCE,
    )
    return [chart.block(f"Claimed by {by}, {year_words(found.year)}")]


def trained_blocks(m: Material) -> list[Block]:
    """People by course, and people whose training was claimed for."""
    found, blocks = m.found, list[Block]()
    if found.trained.by_course:
        blocks.append(
            TableBlock(
                courses_table(found), "For each course how many people completed it, to the nearest five."
            )
        )
    if found.trained.claimed_for:
        blocks.append(
            TableBlock(
                claimed_for_table(found),
                "For each kind of service how many people’s training was claimed for, to the nearest five.",
            )
        )
    return [Paragraph(trained_sentence(found)), *blocks] if blocks else []


def trained_sentence(found: FundingFigures) -> str:
    """About 120 people completed …; the total where it may be told."""
    told, year = [], year_words(found.year)
    if found.trained.by_course_total:
        told.append(
            f"Training was completed {found.trained.by_course_total:,} times in {year}, to the nearest five, by the "
            "records held."
        )
    if found.trained.claimed_for_total:
        people = f"{found.trained.claimed_for_total:,} people"
        told.append(f"The training of {people}, to the nearest five, was claimed for.")
    return " ".join(told) or f"Fewer people were trained in {year} than may be told in figures."


# --- what remains -----------------------------------------------------------------------------------------------


def forecast_blocks(m: Material) -> list[Block]:
    """How long each fund will last, and on what that rests; nothing of a year that is over."""
    lasting = [one for one in m.found.funds if one.runway is not None]
    if not lasting or not m.is_this_year:
        return []
    sentences = [f"{one.fund.name}: {one.runway.basis}" for one in lasting if one.runway]
    table = forecast_table(m.found)
    alt = "For each fund what is free, what is used a week, the day on which it is empty, and what is left."
    return [Bullets(tuple(sentences)), TableBlock(table, alt)]


def unclaimed_blocks(m: Material) -> list[Block]:
    """How many are eligible and have not claimed, and likely how much; by name it is exempt."""
    if not m.is_this_year:
        return []
    found = m.unclaimed()
    if not found.rows:
        return []
    named = unclaimed_names_block(found, m.today)
    return [
        Paragraph(unclaimed_sentence(found)),
        TableBlock(
            unclaimed_table(found),
            "For each fund how many services are eligible and have not claimed, need information first or could still "
            "become eligible, and likely how much.",
        ),
        *([named] if named else []),
    ]


def unclaimed_sentence(found: Found) -> str:
    """Of 360 services in use, 41 are eligible for a fund and have not claimed all they could …"""
    best: dict[str, Standing] = {}
    for one in found.rows:  # those that stand best come first
        best.setdefault(one.place.service_id, one.standing)
    counts = {each: sum(one is each for one in best.values()) for each in Standing}
    eligible = counts[Standing.ELIGIBLE]
    many = eligible != 1
    told = (
        f"Of {count_of(found.services, 'service')} in use on {date_words(found.on)}, {eligible:,} "
        f"{'are' if many else 'is'} eligible for a fund and {'have' if many else 'has'} not claimed all that "
        f"{'they' if many else 'it'} could."
    )
    if counts[Standing.NEEDS_INFORMATION]:
        unknown = counts[Standing.NEEDS_INFORMATION]
        told += (
            f" Of {unknown:,} more ({percent(100 * unknown / found.services)}) it cannot be said yet: too little is "
            "known of them."
        )
    return told + _likely_sentence(found)


def _likely_sentence(found: Found) -> str:
    """How much by those that are eligible, and how much more by those that may turn out or become so."""
    now = sums(one for one in found.rows if one.standing is Standing.ELIGIBLE).pence
    ever = sums(found.rows).pence
    if not now:
        others = "those of whom more must be known, or that could become eligible"
        return f" Likely up to {money(ever)} could still be claimed by {others}." if ever else ""
    more = f" With all that may turn out or become eligible it is up to {money(ever)}." if ever > now else ""
    return f" Those that are eligible could likely claim up to {money(now)}.{more}"


# --- projects and method ----------------------------------------------------------------------------------------


def project_blocks(m: Material) -> list[Block]:
    """Projects of the year, reports to funders, and apprenticeships in the team."""
    return projects_blocks(m.db, m.choice.year, today=m.today)


def method_blocks(m: Material) -> list[Block]:
    """What counts as claimed, what is hidden, and why two summaries are not to be subtracted."""
    return [
        Paragraph(
            f"All figures are as at {date_words(m.today)}. A funding year begins on 1 April. A claim counts as claimed "
            "while it awaits a decision, is approved or is paid, with the amount that was approved of it once that is "
            "set; it is committed when finance approved it and until it is paid."
        ),
        Paragraph(
            f"{RULE} What was declined, and what was claimed from funds of others, is told as an amount by the same "
            "rule. What a fund has, and what is claimed, committed and paid of it, is public and told in full. Numbers "
            f"of people below 5 are not shown, and others are rounded to the nearest 5. Two summaries "
            "of days that lie close together tell by their difference what was claimed in between."
        ),
    ]


PARTS: Mapping[Section, Callable[[Material], list[Block]]] = {
    Section.MONEY: money_blocks,
    Section.CLAIMED: claimed_blocks,
    Section.TRAINED: trained_blocks,
    Section.FORECAST: forecast_blocks,
    Section.UNCLAIMED: unclaimed_blocks,
    Section.PROJECTS: project_blocks,
    Section.METHOD: method_blocks,
}
"""How each section is made."""
