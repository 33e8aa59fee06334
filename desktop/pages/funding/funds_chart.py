"""What became of a fund's money, by year and workstream, as bars."""

from collections.abc import Mapping

from desktop.widgets.bars import Bars
from resources.wording import date_words, money
from workforce.funding.funds.balance import Balance, Pot, added
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.tables import used_words

SERIES = ("Paid", "Committed", "Claimed, not decided", "Free")
_COLOURS = (0, 1, 3, 5)
"""What waits to be decided stands out; what is free is pale."""


def money_bars(held: Fund, pots: Mapping[Pot, Balance], as_at: str) -> Bars:
    """A bar for each year and workstream; what is promised beyond the allocation has no free part."""
    whole = added(pots.values())
    over = f", {money(-whole.free)} more than there is" if whole.free < 0 else ""
    parts = [parts_of(found) for found in pots.values()]
    used = [at for at in range(len(SERIES)) if any(each[at] for each in parts)] or [0]
    rows = [[each[at] for at in used] for each in parts]
    return Bars(
        f"{held.name}: {used_words(whole)}{over}", tuple(SERIES[at] for at in used),
        [(pot.words, tuple(pence / 100 for pence in row)) for pot, row in zip(pots, rows, strict=True)],
        subtitle=f"£ by year and workstream, as at {date_words(as_at)}.",
        texts=[tuple(money(pence) if pence else "" for pence in row) for row in rows],
        colours=tuple(_COLOURS[at] for at in used),
    )  # fmt: skip


def parts_of(found: Balance) -> tuple[int, int, int, int]:
    """Pence of each series."""
    return found.paid, found.committed, found.awaiting, max(found.free, 0)
