"""The figures of a funding year as tables for paper and for publication: no provider and no learner by name."""

from collections.abc import Sequence

from resources.suppression import HIDDEN, ROUNDED_TO, suppression_note
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.funding.report.disclosure import RULE
from workforce.funding.report.figures import BELOW, ClaimedLine, FundingFigures, FundLine, PeopleLine
from workforce.funding.unclaimed.tables import NOTES
from workforce.funding.unclaimed.unclaimed import Found, Standing, sums
from workforce.years import year_words

SOURCE = "Provider Desk: the team’s record of funds, claims and training"
_MONEY, _NUMBER = ColumnKind.MONEY, ColumnKind.NUMBER
_TEAM = (
    "Remaining is what was allocated, less what is paid and committed; claims not decided are not taken off."
)


def funds_table(found: FundingFigures) -> Table:
    """Each fund of ours in the year, and all of them."""
    columns = (
        Column("fund", "Fund", width=220),
        Column("bid", "Bid for", _MONEY, 96),
        Column("allocated", "Allocated", _MONEY, 96),
        Column("claimed", "Claimed", _MONEY, 96),
        Column("paid", "Paid", _MONEY, 96),
        Column("committed", "Committed", _MONEY, 96),
        Column("remaining", "Remaining", _MONEY, 96),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.fund.name, one.fund.bid_pence, one.year.allocated, one.year.claimed, one.year.paid, one.year.committed,
         one.year.remaining)
        for one in found.funds
    ]  # fmt: skip
    every = found.together
    if len(rows) > 1:
        rows.append(
            ("All funds", None, every.allocated, every.claimed, every.paid, every.committed, every.remaining)
        )
    notes = [
        _TEAM,
        "What was bid for is for the whole of a fund’s period, the other amounts are of the year.",
    ]
    return Table(
        f"Funds held and granted, {year_words(found.year)}", columns, rows, base=_base(found), source=SOURCE,
        as_at=found.as_at, notes=tuple(notes),
    )  # fmt: skip


def whole_table(found: FundingFigures) -> Table | None:
    """Funds that have money in several years, over all of them."""
    some = [one for one in found.funds if one.is_of_several_years]
    if not some:
        return None
    columns = (
        Column("fund", "Fund", width=220),
        Column("period", "Period", width=180),
        Column("allocated", "Allocated", _MONEY, 96),
        Column("paid", "Paid", _MONEY, 96),
        Column("committed", "Committed", _MONEY, 96),
        Column("remaining", "Remaining", _MONEY, 96),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.fund.name, one.fund.period, one.whole.allocated, one.whole.paid, one.whole.committed, one.whole.remaining)
        for one in some
    ]  # fmt: skip
    return Table(
        "Funds of several years, over all of them", columns, rows, base=count_of(len(rows), "fund"), source=SOURCE,
        as_at=found.as_at, notes=(_TEAM,),
    )  # fmt: skip


def claimed_table(found: FundingFigures, by: str) -> Table:
    """What was claimed by “kind of service” or by “district”, and in all."""
    lines = found.claimed.by_kind if by == "kind of service" else found.claimed.by_district
    columns = (
        Column("name", by[:1].upper() + by[1:], width=240),
        Column("providers", "Providers", _NUMBER, 96),
        Column("claims", "Claims", _NUMBER, 96),
        Column("pence", "Claimed", _MONEY, 110),
    )
    rows: list[tuple[Cell, ...]] = [_claimed_row(one) for one in lines]
    rows.append(("All", found.claimed.providers, found.claimed.claims, found.claimed.pence))
    notes = ["A claim that was approved counts with the amount that was approved."]
    notes += [f"{HIDDEN} is not shown. {RULE}"] if any(one.pence is None for one in lines) else []
    counted = sum(one.providers for one in lines)
    notes += (
        [f"A provider that claimed in more than one {by} counts in each."]
        if counted > found.claimed.providers
        else []
    )
    return Table(
        f"Claimed by {by}, {year_words(found.year)}", columns, rows, base=claims_base(found), source=SOURCE,
        as_at=found.as_at, notes=tuple(notes),
    )  # fmt: skip


def _claimed_row(one: ClaimedLine) -> tuple[Cell, ...]:
    if one.pence is None:
        return one.name, one.providers, HIDDEN, HIDDEN
    return one.name, one.providers, one.claims, one.pence


def claims_base(found: FundingFigures) -> str:
    """Of which claims the figures are."""
    said = f"{count_of(found.claimed.claims, 'claim')} of {count_of(found.claimed.providers, 'provider')}"
    return f"{said} that await a decision, are approved or are paid"


def courses_table(found: FundingFigures) -> Table:
    """People who completed each course."""
    return _people_table(
        found, "People who completed training, by course", "Course", found.trained.by_course,
        found.trained.by_course_total, "training records of the year, named learners and groups of staff",
        ("Somebody who completed two courses counts at both.",),
    )  # fmt: skip


def claimed_for_table(found: FundingFigures) -> Table:
    """People whose training was claimed for, by kind of service."""
    return _people_table(
        found, "People whose training was claimed for, by kind of service", "Kind of service",
        found.trained.claimed_for, found.trained.claimed_for_total,
        "learners named in claims that await a decision, are approved or are paid", (),
    )  # fmt: skip


def _people_table(
    found: FundingFigures, title: str, heading: str, lines: Sequence[PeopleLine], total: int | None, base: str,
    notes: tuple[str, ...],
) -> Table:  # fmt: skip
    columns = (Column("name", heading, width=300), Column("people", "People", _NUMBER, 96))
    rows: list[tuple[Cell, ...]] = [(one.name, HIDDEN if one.people is None else one.people) for one in lines]
    rows.append(("All", HIDDEN if total is None else total))
    hides = total is None or any(one.people is None for one in lines)
    rounding = (
        f"Numbers of people are rounded to the nearest {ROUNDED_TO}, totals too, so they may not add up."
    )
    note = suppression_note(below=BELOW, rounded_to=ROUNDED_TO) if hides else rounding
    return Table(
        f"{title}, {year_words(found.year)}", columns, rows, base=base, source=SOURCE, as_at=found.as_at,
        notes=(note, *notes),
    )  # fmt: skip


def forecast_table(found: FundingFigures) -> Table:
    """How long each fund will last."""
    columns = (
        Column("fund", "Fund", width=220),
        Column("free", "Free", _MONEY, 100),
        Column("pace", "A week at present", _MONEY, 110),
        Column("empty_on", "Empty on", ColumnKind.DATE, 120),
        Column("left", "Left when it closes", _MONEY, 120),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.fund.name, one.whole.free, one.runway.pace_per_week, _empty_on(one), one.runway.left_at_close)
        for one in found.funds
        if one.runway is not None
    ]
    return Table(
        "Forecast at the present pace", columns, rows, base=count_of(len(rows), "fund"), source=SOURCE,
        as_at=found.as_at,
        notes=("Free is what remains, over all years, if every claim is approved as it stands. The present pace is "
               "that of the last 13 weeks.",),
    )  # fmt: skip


def _empty_on(one: FundLine) -> str | None:
    """The day, unless the fund closes before it."""
    day = one.runway.empty_on if one.runway else None
    closes = one.fund.closes_on
    return day.isoformat() if day is not None and (closes is None or day <= closes) else None


_STANDS = ("Eligible", "Not known yet", "Could become eligible")
"""The headings on paper of those that have not claimed, in the order of `Standing`."""


def unclaimed_table(found: Found) -> Table:
    """By fund how many services have not claimed, and likely how much; no name."""
    columns = (
        Column("fund", "Fund", width=220),
        *(Column(one.value, heading, _NUMBER, 110) for one, heading in zip(Standing, _STANDS, strict=True)),
        Column("likely", "Likely, up to", _MONEY, 110),
    )
    rows: list[tuple[Cell, ...]] = []
    for of in found.funds:
        some = [one for one in found.rows if one.fund.id == of.id]
        counts = [len({one.place.service_id for one in some if one.standing is each}) for each in Standing]
        rows.append((of.name, *counts, sums(some).pence or None))
    return Table(
        "Services that have not claimed, by fund", columns, rows,
        base=f"{count_of(found.services, 'service')} in use", source=SOURCE, as_at=found.on, notes=(
            NOTES[0], "A service that could claim from one fund for two things may stand in two columns.",
        ),
    )  # fmt: skip


def _base(found: FundingFigures) -> str:
    return f"{count_of(len(found.funds), 'fund')} that the team holds or was granted"
