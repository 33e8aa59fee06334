"""What is not claimed as tables, on screen and to take away. Named providers beside their money are exempt."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.funding.unclaimed.likely import NO_FIGURE
from workforce.funding.unclaimed.unclaimed import Standing, Sums, Unclaimed, sums

NAMES_EXEMPT = Exemption(
    3,
    "It names providers beside money that they could claim and have not claimed, which is of their business affairs.",
)
"""Why a list of providers is not for publication; how many there are and how much it comes to is public."""

COLUMNS = (
    Column("provider", "Provider", width=190),
    Column("what_for", "What for", width=198),
    Column("likely", "Likely, up to", ColumnKind.MONEY, width=82),
    Column("by", "By", ColumnKind.DATE, width=98),
    Column("ring", "Whom to ring", width=196),
    Column("service", "Service", width=170),
    Column("missing", "What is missing", width=260),
    Column("standing", "Stands", ColumnKind.STATUS, width=190),
    Column("basis", "The amount rests on", width=260),
    Column("approached", "Last spoken to", width=200),
    Column("fund", "Fund", width=180),
    Column("district", "District", width=120),
    Column("officer", "Portfolio", width=140),
)
NO_DISTRICT, NO_OFFICER = "No district recorded", "No portfolio officer"


def row_of(one: Unclaimed) -> tuple[Cell, ...]:
    """One cell for each column."""
    return (
        one.place.provider,
        one.what_for,
        one.likely.pence,
        one.by.isoformat() if one.by else None,
        one.ring,
        one.place.service,
        "; ".join(one.missing),
        one.standing.label,
        one.likely.basis,
        one.approached.words if one.approached else "",
        one.fund.name,
        one.place.district or NO_DISTRICT,
        one.place.portfolio_officer or NO_OFFICER,
    )


def unclaimed_table(rows: Sequence[Unclaimed], on: date, *, filtered: str = "") -> Table:
    """A line for each item at each service."""
    return Table(
        title_of(rows), COLUMNS, [row_of(one) for one in rows], base=_base(sums(rows), filtered), as_at=on,
        notes=NOTES, exempt=NAMES_EXEMPT,
    )  # fmt: skip


def title_of(rows: Iterable[Unclaimed]) -> str:
    """Whether all of them are eligible."""
    return (
        "Eligible and not claimed"
        if all(one.standing is Standing.ELIGIBLE for one in rows)
        else "Not claimed"
    )


NOTES = (
    "“Likely” is the largest amount that could be claimed for those who are known, by what the fund pays for one; "
    f"where no figure is verified or nobody is known there is {NO_FIGURE}.",
    "Somebody who could be claimed for from two funds is counted once for each.",
    "Claims made to others are known as far as they were entered or taken in here.",
)


def _base(found: Sums, filtered: str) -> str:
    line = count_of(found.rows, "line")
    of = f"{count_of(found.services, 'service')} of {count_of(found.providers, 'provider')}"
    return f"{line} for {of}{filtered}."


# --- by fund, district and portfolio ----------------------------------------------------------------------------

Key = Callable[[Unclaimed], str]
GROUPS: dict[str, tuple[str, Key]] = {
    "provider": ("Provider", lambda one: one.place.provider),
    "fund": ("Fund", lambda one: one.fund.name),
    "item": ("What for", lambda one: f"{one.what_for} ({one.fund.name})"),
    "district": ("District", lambda one: one.place.district or NO_DISTRICT),
    "officer": ("Portfolio", lambda one: one.place.portfolio_officer or NO_OFFICER),
}
"""By which the list can be summed up: the heading, and what a row belongs to."""


def sum_columns(by: str) -> tuple[Column, ...]:
    """Those of `sums_table`."""
    numbers = [Column(one.value, one.label, ColumnKind.NUMBER, width=120) for one in Standing]
    return (
        Column("group", GROUPS[by][0], width=260),
        Column("services", "Services", ColumnKind.NUMBER, width=90),
        Column("providers", "Providers", ColumnKind.NUMBER, width=90),
        Column("likely", "Likely, up to", ColumnKind.MONEY, width=120),
        Column("no_figure", "Lines without a figure", ColumnKind.NUMBER, width=130),
        *numbers,
    )


def sums_rows(rows: Iterable[Unclaimed], by: str) -> list[tuple[Cell, ...]]:
    """A line for each group, the largest amount first."""
    groups: dict[str, list[Unclaimed]] = {}
    for one in rows:
        groups.setdefault(GROUPS[by][1](one), []).append(one)
    found = [(name, _sum_cells(some)) for name, some in groups.items()]
    found.sort(key=lambda pair: (-int(str(pair[1][2] or 0)), pair[0]))
    return [(name, *cells) for name, cells in found]


def _sum_cells(rows: Sequence[Unclaimed]) -> tuple[Cell, ...]:
    of = sums(rows)
    numbers = [len({one.place.service_id for one in rows if one.standing is each}) for each in Standing]
    return of.services, of.providers, of.pence, of.without_figure, *numbers


def sums_table(rows: Sequence[Unclaimed], by: str, on: date) -> Table:
    """Public, unless it is by provider: otherwise it names none."""
    notes = (
        *NOTES[:2],
        "Services are counted once in each column; one that could claim for two things may stand in two columns.",
    )
    return Table(
        f"Not claimed by {GROUPS[by][0].lower()}", sum_columns(by), sums_rows(rows, by),
        base=_base(sums(rows), ""), as_at=on, notes=notes,
        exempt=NAMES_EXEMPT if by == "provider" else None,
    )  # fmt: skip
