"""Funds as tables: what the page and the command line both draw from."""

from collections.abc import Mapping, Sequence
from datetime import date

from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, money, percent
from workforce.funding.funds.allocations import Allocation, allocations_of
from workforce.funding.funds.balance import Balance, Pot, added, balances, balances_by_pot, pots_of
from workforce.funding.funds.cut_offs import CutOff, cut_offs_of, next_cut_off
from workforce.funding.funds.forecast import runway_of, suggestions_of
from workforce.funding.funds.funds import Fund, funds
from workforce.funding.funds.items import FundItem, items_of
from workforce.funding.funds.overspends import overspent_pots, overspent_words
from workforce.funding.funds.runway import Runway
from workforce.funding.funds.spending import Spending, spending_of
from workforce.funding.funds.suggesting import Suggestion
from workforce.funding.funds.variations import Variation, variations_of
from workforce.years import year_words

_MONEY = ColumnKind.MONEY
NAMED_EXEMPT = Exemption(3, "It says who was paid how much, and who let what pass for whom.")
"""Of spending with whom it went to; what was spent in all is public."""
FUND_COLUMNS = (
    Column("name", "Fund", width=304),
    Column("status", "Status", ColumnKind.STATUS, 84),
    Column("allocated", "Allocated", _MONEY, 92),
    Column("remaining", "Remaining", _MONEY, 104),
    Column("empty_on", "Empty on", ColumnKind.DATE, 100),
    Column("left_at_close", "Left when it closes", _MONEY, 102),
    Column("cut_off", "Next day to keep", ColumnKind.DATE, 110),
    Column("paid", "Paid", _MONEY, 96),
    Column("committed", "Committed", _MONEY, 104),
    Column("awaiting", "Claimed, not decided", _MONEY, 104),
    Column("free", "Free", _MONEY, 96),
    Column("overspent", "Overspent by", _MONEY, 96),
    Column("kind", "Kind", width=200),
    Column("funder", "Funder", width=150),
    Column("opens_on", "Opens", ColumnKind.DATE, 108),
    Column("closes_on", "Closes", ColumnKind.DATE, 108),
    Column("claimed", "Claimed in all", _MONEY, 104),
    Column("contact", "Contact", width=150),
)
_FIGURES = (
    "Remaining is what was allocated, less what is paid and committed. Free is what then is left if every claim is "
    "approved as it stands.",
    "“Empty on” goes by what was claimed or committed in the last 13 weeks.",
)


_SUGGESTED = (
    "Amounts are whole tens of pounds: what is left is rounded down, what is short up; less than £50 is not moved.",
    "They carry on to the end of the year what was claimed or committed in the last 13 weeks. Where one large claim "
    "makes up most of that, look at it first: it need not come again.",
)
"""On what a suggested variation rests."""


def fund_row(
    held: Fund, pots: Mapping[Pot, Balance], ends: Runway | None, next_day: CutOff | None
) -> tuple[Cell, ...]:  # fmt: skip
    """A row of the list; money that is not ours has only what was claimed of it."""
    ours, balance = held.is_ours, added(pots.values())

    def pence(amount: int) -> Cell:
        return amount if ours else None

    empty_on = ends.empty_on if ends is not None and not ends.left_at_close else None
    return (
        held.name, held.status.label, pence(balance.allocated), pence(balance.remaining), _day(empty_on),
        ends.left_at_close if ends is not None else None, _day(next_day.on_day) if next_day is not None else None,
        pence(balance.paid), pence(balance.committed), pence(balance.awaiting), pence(balance.free),
        (sum(overspent_pots(pots).values()) or None) if ours else None,
        held.kind.label, held.funder,
        _day(held.opens_on), _day(held.closes_on), balance.claimed, held.contact_name,
    )  # fmt: skip


def fund_rows(db: Database, held: Sequence[Fund], *, today: date) -> list[tuple[Cell, ...]]:
    """A row for each."""
    found = balances_by_pot(db)
    rows = []
    for one in held:
        pots = found.get(one.id, {})
        ends = runway_of(db, one, today=today, known=added(pots.values()))
        rows.append(fund_row(one, pots, ends, next_cut_off(db, one.id, today)))
    return rows


def funds_table(db: Database, *, today: date, archived: bool = False) -> Table:
    """All funds, with what they have left."""
    held = funds(db, archived=archived)
    return listed(held, fund_rows(db, held, today=today), balances(db), today=today)


def listed(
    held: Sequence[Fund], rows: Sequence[tuple[Cell, ...]], found: Mapping[str, Balance], *, today: date
) -> Table:
    """These funds as a table, with the sum of what is ours beneath."""
    ours = [one for one in held if one.is_ours]
    sums = added(found.get(one.id, Balance()) for one in ours)
    total = (
        f"{count_of(len(ours), 'fund')} of ours: {money(sums.allocated)} allocated, {money(sums.paid)} paid, "
        f"{money(sums.committed)} committed, {money(sums.remaining)} remaining."
    )
    at = [column.name for column in FUND_COLUMNS].index("overspent")
    over = sum(int(row[at] or 0) for row in rows)
    if over:
        total += f" {money(over)} more is promised than there is, in the funds and years that are overspent."
    return Table(
        "Funds", FUND_COLUMNS, list(rows), base=count_of(len(held), "fund"), as_at=today,
        notes=(total, *_FIGURES) if ours else (),
    )  # fmt: skip


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


# --- one fund ---------------------------------------------------------------------------------------------------

POT_COLUMNS = (
    Column("year", "Year", width=84),
    Column("workstream", "Workstream", width=150),
    Column("allocated", "Allocated", _MONEY, 96),
    Column("paid", "Paid", _MONEY, 90),
    Column("committed", "Committed", _MONEY, 96),
    Column("remaining", "Remaining", _MONEY, 96),
    Column("awaiting", "Claimed, not decided", _MONEY, 100),
    Column("free", "Free", _MONEY, 90),
)
WHOLE_YEAR, WHOLE_FUND = "All workstreams", "Whole fund"


def pot_rows(pots: Mapping[Pot, Balance]) -> list[tuple[str, str, Balance]]:
    """Each year and workstream, a sum for a year that has several workstreams, and one for several years."""
    rows: list[tuple[str, str, Balance]] = []
    years = list(dict.fromkeys(pot.year for pot in pots))
    for year in years:
        own = [(pot, found) for pot, found in pots.items() if pot.year == year]
        named = any(pot.workstream for pot, _ in own)
        rows += [(year_words(year), pot.workstream or ("Any" if named else ""), found) for pot, found in own]
        if len(own) > 1:
            rows.append((year_words(year), WHOLE_YEAR, added(found for _, found in own)))
    if len(years) > 1:
        rows.append((WHOLE_FUND, "", added(pots.values())))
    return rows


def pots_table(db: Database, held: Fund, *, today: date) -> Table:
    """What the fund has left by year and workstream."""
    pots = pots_of(db, held.id)
    rows: list[tuple[Cell, ...]] = [
        (year, stream, one.allocated, one.paid, one.committed, one.remaining, one.awaiting, one.free)
        for year, stream, one in pot_rows(pots)
    ]
    over = overspent_words(overspent_pots(pots)) if held.is_ours else ""
    notes = (*_FIGURES[:1], *([f"It is overspent by {over}."] if over else []))
    return Table(f"{held.name}, by year and workstream", POT_COLUMNS, rows, as_at=today, notes=notes)


def used_words(found: Balance) -> str:
    """£53,760 (48%) of £112,000 is paid, committed or claimed."""
    if not found.allocated:
        return f"{money(found.used)} is paid, committed or claimed; nothing is allocated yet"
    share = percent(100 * found.used / found.allocated)
    return f"{money(found.used)} ({share}) of {money(found.allocated)} is paid, committed or claimed"


def free_words(pence: int) -> str:
    """£500 is free, or how much more is promised than there is."""
    return f"{money(pence)} is free" if pence >= 0 else f"{money(-pence)} more is promised than there is"


def allocations_table(db: Database, held: Fund) -> Table:
    """What was first allocated."""
    columns = (
        Column("year", "Year", width=84), Column("workstream", "Workstream", width=150),
        Column("pence", "Allocated", _MONEY, 100), Column("note", "Note", width=200),
        Column("passed", "Passed by", width=160),
    )  # fmt: skip
    return Table(
        f"{held.name}: allocations", columns, [_allocation_row(one) for one in allocations_of(db, held.id)]
    )


def _allocation_row(one: Allocation) -> tuple[Cell, ...]:
    return year_words(one.year), one.workstream, one.pence, one.note, _passed(one)


def _passed(one: Allocation | Variation | Spending) -> str:
    return f"{one.over_passed_by}: {one.over_reason}" if one.over_passed_by else ""


def variations_table(db: Database, held: Fund) -> Table:
    """What was moved since."""
    columns = (
        Column("agreed_on", "Agreed", ColumnKind.DATE, 104), Column("pence", "Amount", _MONEY, 90),
        Column("from", "From", width=150), Column("to", "To", width=150), Column("reason", "Why", width=260),
        Column("agreed_by", "Agreed by", width=130), Column("passed", "Passed by", width=160),
    )  # fmt: skip
    return Table(
        f"{held.name}: variations", columns, [_variation_row(one) for one in variations_of(db, held.id)]
    )


def _variation_row(one: Variation) -> tuple[Cell, ...]:
    source, goal = pot_words(one.taken_from), pot_words(one.given_to)
    return _day(one.agreed_on), one.pence, source, goal, one.reason, one.agreed_by, _passed(one)


def pot_words(pot: Pot | None) -> str:
    """A pot, or the funder."""
    return pot.words if pot is not None else "The funder"


def spending_table(db: Database, held: Fund) -> Table:
    """What is paid for without a claim."""
    columns = (
        Column("what", "What", width=220), Column("pence", "Amount", _MONEY, 90),
        Column("status", "Status", ColumnKind.STATUS, 100), Column("year", "Year", width=80),
        Column("workstream", "Workstream", width=130), Column("to_whom", "To whom", width=150),
        Column("committed_on", "Committed", ColumnKind.DATE, 104), Column("paid_on", "Paid", ColumnKind.DATE, 104),
        Column("released_on", "Released", ColumnKind.DATE, 104), Column("passed", "Passed by", width=160),
        Column("note", "Note", width=180),
    )  # fmt: skip
    rows = [_spending_row(one) for one in spending_of(db, held.id)]
    return Table(f"{held.name}: spending", columns, rows, exempt=NAMED_EXEMPT)


def _spending_row(one: Spending) -> tuple[Cell, ...]:
    return (
        one.what, one.pence, one.status.label, year_words(one.year), one.workstream, one.to_whom,
        _day(one.committed_on), _day(one.paid_on), _day(one.released_on), _passed(one), one.note,
    )  # fmt: skip


def cut_offs_table(db: Database, held: Fund, *, today: date) -> Table:
    """The days to keep."""
    columns = (
        Column("on_day", "Day", ColumnKind.DATE, 104), Column("at_time", "Time", width=80),
        Column("kind", "What ends", width=170), Column("state", "Status", ColumnKind.STATUS, 90),
        Column("what", "Note", width=220), Column("source", "Source", width=180),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (_day(one.on_day), one.at_time, one.kind.label, "Past" if one.on_day < today else "Ahead", one.what,
         one.source)
        for one in cut_offs_of(db, held.id)
    ]  # fmt: skip
    return Table(f"{held.name}: days to keep", columns, rows, as_at=today)


def items_table(db: Database, held: Fund) -> Table:
    """What can be claimed."""
    columns = (
        Column("name", "What can be claimed", width=250), Column("most", "Pays at most", _MONEY, 100),
        Column("parts", "Paid", width=110), Column("evidence", "Evidence asked for", width=260),
        Column("valid_from", "Valid from", ColumnKind.DATE, 104), Column("valid_to", "Valid to", ColumnKind.DATE, 104),
        Column("standing", "How well known", width=180), Column("source", "Source", width=200),
    )  # fmt: skip
    return Table(
        f"What {held.name} pays for", columns, [_item_row(one) for one in items_of(db, held.id)],
        notes=("Where “Pays at most” is empty, no figure is verified yet.",),
    )  # fmt: skip


def _item_row(one: FundItem) -> tuple[Cell, ...]:
    return (
        one.name, one.most_pence, one.parts_words, "; ".join(one.checklist), _day(one.valid_from),
        _day(one.valid_to), one.standing.label, one.source,
    )  # fmt: skip


def suggestions_table(db: Database, held: Fund, *, today: date) -> Table:
    """What could be moved, and why."""
    columns = (
        Column("pence", "Amount", _MONEY, 90), Column("from", "From", width=160), Column("to", "To", width=160),
        Column("reason", "Why", width=420),
    )  # fmt: skip
    rows = [_suggestion_row(one) for one in suggestions_of(db, held, today=today)]
    return Table(f"{held.name}: suggested variation", columns, rows, as_at=today, notes=_SUGGESTED)


def _suggestion_row(one: Suggestion) -> tuple[Cell, ...]:
    return one.pence, pot_words(one.from_), pot_words(one.to), one.reason
