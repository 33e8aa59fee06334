"""Funds and grants in a report to a committee: what they hold, what was claimed, and who was trained.

What names a provider that was refused, overspent or has not claimed stands in the exempt part.
"""

from collections.abc import Iterator, Sequence

from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import bullets, paragraph
from resources.report.told import Rows, Told
from resources.tables import Table
from resources.wording import date_words
from workforce.funding.claims.claims import Claim, claims
from workforce.funding.claims.lines import lines_of
from workforce.funding.claims.tables import claims_table
from workforce.funding.report.choice import FundingChoice
from workforce.funding.report.claims_since import claims_between, claims_since
from workforce.funding.report.exempt import (
    overspent_blocks,
    refused_blocks,
    refused_table,
    unclaimed_names_block,
)
from workforce.funding.report.reading import years_held
from workforce.funding.report.sections import Material, material, used_chart
from workforce.funding.report.tables import (
    claimed_for_table,
    claimed_table,
    courses_table,
    forecast_table,
    funds_table,
    unclaimed_table,
)
from workforce.funding.report.told_sentences import (
    claimed_told,
    fund_told,
    known_told,
    lasting_told,
    refused_told,
    since_told,
    trained_told,
    unclaimed_told,
)
from workforce.funding.unclaimed.tables import unclaimed_table as unclaimed_list
from workforce.years import read_year, year_of, year_words

HEADING = "Training funds and grants"
_TOLD = {"told": "Told", "none": "Left out"}
_UNCLAIMED = {"told": "Told, by name in the exempt part", "numbers": "In numbers alone", "none": "Left out"}
_BY = {"kind of service": "By kind of service", "district": "By district", "none": "In all alone"}


def funds_section(ask: Ask) -> Section:
    """Each fund with its money, what was claimed from it, people trained, what remains and who could still claim."""
    m = _material(ask)
    blocks = [
        *_money(m, ask), *_claimed(m, ask), *_trained(m), *_lasting(m), *_unclaimed(m, ask),
        *overspent_blocks(m.found), *refused_blocks(ask.db, m.found),
    ]  # fmt: skip
    if not blocks:
        raise NothingToTell(
            f"No fund, claim or training record is held of {year_words(m.choice.year)}. Add a fund on the page "
            "Funding, choose another year, or leave the section out."
        )
    known = known_told(m.found, ask.span.last)
    end = [paragraph(known)] if known.text else []
    return Section(
        blocks=(Heading(HEADING, level=2), *blocks, *end),
        as_at=f"Funds of {year_words(m.choice.year)}: as known on {date_words(ask.today)}",
        rows=_rows(m, ask),
    )


def funds_choices(ask: Ask) -> tuple[Choice, ...]:
    """Which funding year, that of the period first; and what is told."""
    own = _year_of(ask)
    years = {str(year): year_words(year) for year in (own, *years_held(ask.db))}
    return (
        Choice("year", "Funding year", years),
        Choice("by", "Claimed", _BY),
        Choice("chart", "How far each fund is used, as a chart", _TOLD),
        Choice("unclaimed", "Who could claim and has not", _UNCLAIMED),
    )


def _year_of(ask: Ask) -> int:
    return year_of(min(ask.span.last, ask.today))


def _material(ask: Ask) -> Material:
    chosen = ask.options.get("year", "")
    year = read_year(chosen) if chosen else _year_of(ask)
    return material(ask.db, FundingChoice(year), today=ask.today)


# --- the parts --------------------------------------------------------------------------------------------------


def _money(m: Material, ask: Ask) -> Iterator[Block]:
    """A sentence and a row for each fund."""
    found = m.found
    if not found.funds and not found.signposted:
        return
    yield paragraph(Told("supports", "The team supports providers with these funds and grants:"), leads=True)
    yield bullets("funds", fund_told(found))
    if found.funds:
        if ask.options.get("chart", "told") == "told":
            yield from used_chart(found)
        alt = "For each fund what was bid for, allocated, claimed, paid and committed, and what remains."
        yield TableBlock(funds_table(found), alt)


def _claimed(m: Material, ask: Ask) -> Iterator[Block]:
    """What was claimed in the year and since the report before, and what was declined."""
    found = m.found
    if found.claimed.claims:
        yield paragraph(claimed_told(found))
        if m.choice.year == _year_of(ask):
            last = min(ask.span.last, ask.today)
            yield paragraph(since_told(claims_since(ask.db, ask.since, last)))
        by = ask.options.get("by", "kind of service")
        if by in ("kind of service", "district"):
            alt = f"For each {by} how many providers claimed, how many claims and how much."
            yield TableBlock(claimed_table(found, by), alt)
    refused = refused_told(found)
    if refused.text:
        yield paragraph(refused)


def _trained(m: Material) -> Iterator[Block]:
    if m.found.trained.any:
        yield paragraph(trained_told(m.found))


def _lasting(m: Material) -> Iterator[Block]:
    """How long each fund will last; of a year that is over nothing."""
    lasting = lasting_told(m.found.funds) if m.is_this_year else []
    if lasting:
        yield paragraph(Told("lasting", "At the present pace:"), leads=True)
        yield bullets("funds_lasting", lasting)


def _unclaimed(m: Material, ask: Ask) -> Iterator[Block]:
    """How many could claim and have not; by name in the exempt part."""
    wanted = ask.options.get("unclaimed", "told")
    if wanted == "none" or not m.is_this_year or not m.unclaimed().rows:
        return
    yield paragraph(unclaimed_told(m.unclaimed()))
    named = unclaimed_names_block(m.unclaimed(), m.today) if wanted == "told" else None
    if named is not None:
        yield named


# --- the rows behind the figures --------------------------------------------------------------------------------


def _rows(m: Material, ask: Ask) -> dict[str, Rows]:
    found, db, year = m.found, ask.db, m.choice.year
    ours = {one.fund.id for one in found.funds}
    of_year = [one for one in claims(db, year=year) if one.status.counts]
    return {
        "funds": lambda: funds_table(found),
        "claims": lambda: _claims(ask, [one for one in of_year if one.fund_id in ours], "Claims of the year"),
        "elsewhere": lambda: _claims(
            ask, [one for one in of_year if one.fund_id not in ours], "Claimed elsewhere"
        ),
        "claimed_by_kind": lambda: claimed_table(found, "kind of service"),
        "refused": lambda: refused_table(db, year, as_at=ask.today),
        "since": lambda: _since(ask),
        "trained": lambda: courses_table(found),
        "claimed_for": lambda: claimed_for_table(found),
        "forecast": lambda: forecast_table(found),
        "unclaimed": lambda: unclaimed_list(m.unclaimed().rows, m.today),
        "unclaimed_by_fund": lambda: unclaimed_table(m.unclaimed()),
    }


def _since(ask: Ask) -> Table:
    """The claims that were made or paid since the report before, each once."""
    made, paid = claims_between(ask.db, ask.since, min(ask.span.last, ask.today))
    some = {one.id: one for one in (*made, *paid)}
    title = f"Claims made or paid after {date_words(ask.since)}"
    return _claims(ask, sorted(some.values(), key=lambda one: one.number), title)


def _claims(ask: Ask, some: Sequence[Claim], title: str) -> Table:
    return claims_table(lines_of(ask.db, some), today=ask.today, title=title)


RECORD = SectionRecord(
    "funds",
    "Funds and grants",
    "What each fund holds, what was claimed and paid, people trained, what remains and who could still claim",
    funds_section,
    funds_choices,
)
"""How the section is offered."""
