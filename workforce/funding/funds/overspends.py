"""Where more is promised than there is, and who let that pass when, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words, money
from workforce.funding.funds.balance import Balance, Pot
from workforce.funding.vocabulary import ClaimStatus

EXEMPT = Exemption(3, "It says for which provider more was promised than there is, and why.")
"""Of an overspend with whom it was for; how much it is, and when it was passed, is public."""
_COUNTS = [one.value for one in ClaimStatus if one.counts]


@dataclass(frozen=True)
class PassedOverspend:
    """An act that somebody let pass. `pence` is None where only the act itself is known, `on` where no day is kept."""

    pot: Pot
    what: str
    pence: int | None
    by: str
    reason: str
    on: date | None


def overspent_pots(pots: Mapping[Pot, Balance]) -> dict[Pot, int]:
    """By how much more is promised than there is, of each year and workstream of which that is so."""
    return {pot: -found.free for pot, found in pots.items() if found.free < 0}


def overspent_words(over: Mapping[Pot, int]) -> str:
    """£500 in 2019/20 and £20 in Mentoring in 2020/21; "" of nothing."""
    return and_list([f"{money(pence)} in {pot.words}" for pot, pence in over.items()])


def passed_overspends(db: Database, fund_id: str, *, year: int | None = None) -> list[PassedOverspend]:
    """Acts that still count, claims first: what was declined, withdrawn or released overspends nothing."""
    marks = ", ".join("?" for _ in _COUNTS)
    rows = db.rows(
        f"""select claim.year, workstream, 'Claim ' || number || ', ' || provider.name, over_pence, over_passed_by,
            over_reason, submitted_on from claim join provider on provider.id = provider_id
            where fund_id = ?1 and over_passed_by <> '' and status in ({marks})
        union all select year, workstream, what, null, over_passed_by, over_reason, committed_on from spending
            where fund_id = ?1 and over_passed_by <> '' and released_on is null
        union all select year, workstream, 'Allocation lowered', null, over_passed_by, over_reason, null
            from allocation where fund_id = ?1 and over_passed_by <> ''
        union all select from_year, ifnull(from_workstream, ''), 'Variation', null, over_passed_by, over_reason,
            agreed_on from variation where fund_id = ?1 and over_passed_by <> '' and from_year is not null""",
        (fund_id, *_COUNTS),
    )
    return [
        PassedOverspend(
            Pot(in_year, stream or ""), what, pence, by, why, date.fromisoformat(on) if on else None
        )
        for in_year, stream, what, pence, by, why, on in rows
        if year is None or in_year == year
    ]


def passed_days(some: Iterable[PassedOverspend]) -> str:
    """1 October 2019 and 3 May 2020: the days on which it was passed, that name nobody."""
    return and_list([date_words(day) for day in sorted({one.on for one in some if one.on is not None})])


def overspends_table(title: str, some: Iterable[PassedOverspend]) -> Table:
    """Who let what pass, and why."""
    columns = (
        Column("what", "For", width=220), Column("over", "Over by", ColumnKind.MONEY, 90),
        Column("by", "Passed by", width=150), Column("reason", "Why", width=260),
        Column("on", "On", ColumnKind.DATE, 104), Column("pot", "Charged to", width=150),
    )  # fmt: skip
    rows = [
        (one.what, one.pence, one.by, one.reason, one.on.isoformat() if one.on else None, one.pot.words)
        for one in some
    ]
    return Table(title, columns, rows, base=count_of(len(rows), "overspend"), exempt=EXEMPT)
