"""What the pane says of a fund."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.database import Database
from resources.tables import ColumnKind, Table
from resources.wording import date_words, money
from workforce.funding.funds.balance import Balance, added, pots_of
from workforce.funding.funds.cut_offs import cut_offs_of
from workforce.funding.funds.forecast import runway_of, suggestions_of
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import items_of
from workforce.funding.funds.overspends import (
    overspends_table,
    overspent_pots,
    overspent_words,
    passed_overspends,
)
from workforce.funding.funds.spending import spending_of
from workforce.funding.funds.suggesting import Suggestion
from workforce.funding.funds.tables import (
    cut_offs_table,
    free_words,
    items_table,
    pots_table,
    spending_table,
    variations_table,
)
from workforce.funding.funds.variations import moved_words


@dataclass(frozen=True)
class Ways:
    """What rows and links of the pane open; None where the file cannot be written to."""

    spending: Callable[[str], object]
    cut_off: Callable[[str], object]
    item: Callable[[str], object]
    move: Callable[[Suggestion], object]


def fund_detail(
    db: Database, held: Fund, actions: Sequence[Action], ways: Ways | None, *, today: date
) -> Detail:
    """All of one fund: its money first."""
    money_parts = (
        [*_money(db, held, ways, today), _spending(db, held, ways)] if held.is_ours else [_theirs(db, held)]
    )
    return Detail(
        held.name, ". ".join(part for part in (held.kind.label, held.funder) if part),
        ((ColumnKind.STATUS, held.status.label),), actions,
        (*money_parts, _days(db, held, ways, today), _items(db, held, ways), _about(held)),
    )  # fmt: skip


def _money(db: Database, held: Fund, ways: Ways | None, today: date) -> list[Section]:
    whole = added(pots_of(db, held.id).values())
    lines = [
        Line("Allocated", money(whole.allocated)), Line("Paid", money(whole.paid)),
        Line("Committed", money(whole.committed)), Line("Remaining", money(whole.remaining)),
        Line("Claimed, not decided", money(whole.awaiting)), Line("Free", _free(whole)),
        Line("Claimed in all", money(whole.claimed)),
    ]  # fmt: skip
    over = overspent_words(overspent_pots(pots_of(db, held.id)))
    lines += [Line("Overspent", f"{over} more is promised than there is")] if over else []
    ends = runway_of(db, held, today=today, known=whole)
    if ends is not None:
        empty_on = date_words(ends.empty_on) if ends.empty_on and not ends.left_at_close else ""
        left = money(ends.left_at_close) if ends.left_at_close else ""
        lines += [Line("Empty on", empty_on), Line("Left when it closes", left), Line("Runway", ends.basis)]
    found = [Section("Money", tuple(lines))]
    table = pots_table(db, held, today=today)
    if len(table.rows) > 1 or any(row[1] for row in table.rows):
        found.append(Section("By year and workstream", table=table))
    passed = overspends_table(f"{held.name}: overspends passed", passed_overspends(db, held.id))
    found += [Section("Overspends passed", table=passed)] if passed.rows else []
    return [*found, *_suggested(suggestions_of(db, held, today=today), ways), _moved(db, held)]


def _free(whole: Balance) -> str:
    return money(whole.free) if whole.free >= 0 else free_words(whole.free)


def _suggested(found: Sequence[Suggestion], ways: Ways | None) -> list[Section]:
    if not found:
        return []
    lines = [Line(_moved_words(one), one.reason) for one in found]
    actions = [
        Action("suggestion", f"Move {money(one.pence)}…", partial(ways.move, one), tip=_moved_words(one))
        for one in found
    ] if ways else []  # fmt: skip
    return [Section("Suggested variation", tuple(lines), actions=tuple(actions), stacked=True)]


def _moved_words(one: Suggestion) -> str:
    return f"Move {moved_words(one.pence, one.from_, one.to)}"


def _moved(db: Database, held: Fund) -> Section:
    table = variations_table(db, held)
    return Section("Variations", table=table, folded=not table.rows)


def _spending(db: Database, held: Fund, ways: Ways | None) -> Section:
    return Section(
        "Spending without a claim", table=spending_table(db, held), keys=[one.id for one in spending_of(db, held.id)],
        opened=ways.spending if ways else None,
    )  # fmt: skip


def _theirs(db: Database, held: Fund) -> Section:
    claimed = added(pots_of(db, held.id).values()).claimed
    told = "Providers claim it themselves: we tell them of it, and account for none of it."
    return Section(
        "Money",
        (Line("", told), Line("Where to claim", held.where_to_claim), Line("Claims known to us", money(claimed))),
    )  # fmt: skip


def _days(db: Database, held: Fund, ways: Ways | None, today: date) -> Section:
    table = _without_empty(cut_offs_table(db, held, today=today))
    return Section(
        "Days to keep", table=table, keys=[one.id for one in cut_offs_of(db, held.id)],
        opened=ways.cut_off if ways else None,
    )  # fmt: skip


def _items(db: Database, held: Fund, ways: Ways | None) -> Section:
    return Section(
        "What it pays for", table=_without_empty(items_table(db, held)),
        keys=[one.id for one in items_of(db, held.id)], opened=ways.item if ways else None,
    )  # fmt: skip


def _without_empty(table: Table) -> Table:
    """Columns that say nothing here take no room of a narrow pane."""
    kept = [
        at
        for at in range(len(table.columns))
        if at == 0 or any(row[at] not in (None, "") for row in table.rows)
    ]
    return Table(
        table.title, tuple(table.columns[at] for at in kept), [tuple(row[at] for at in kept) for row in table.rows]
    )  # fmt: skip


def _about(held: Fund) -> Section:
    bid = money(held.bid_pence) if held.bid_pence is not None else ""
    return Section(
        "About it",
        (
            Line("Purpose", held.purpose), Line("Period", held.period), Line("Bid for", bid),
            Line("Conditions", held.conditions), Line("Contact", held.contact_name),
            Line("How to reach them", held.contact_details), Line("Note", held.note),
        ),
    )  # fmt: skip
