"""What a fund has left, to the penny: allocated, asked for, committed and paid; and whether an act would overspend it.

Of a fund's money, an act may promise what is free: what was allocated, less what is paid, committed and asked for.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import NamedTuple

from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import money
from resources.words import sql_values
from workforce.funding.claims.steps import same_person
from workforce.funding.funds.funds import fund, refuse_closed_books
from workforce.funding.vocabulary import ClaimStatus
from workforce.years import year_words


class Pot(NamedTuple):
    """Part of a fund: a year, and a workstream where the fund is divided by them."""

    year: int
    workstream: str = ""

    @property
    def words(self) -> str:
        """2019/20, or Mentoring in 2019/20."""
        year = year_words(self.year)
        return f"{self.workstream} in {year}" if self.workstream else year


@dataclass(frozen=True)
class Balance:
    """Pence. `awaiting` is asked for by claims and not wholly approved; `claimed` is all that claims ask for.

    What a claim asks for is what was approved of it, once that is set. `claimed` is part of the other three.
    """

    allocated: int = 0
    committed: int = 0
    awaiting: int = 0
    paid: int = 0
    claimed: int = 0

    @property
    def remaining(self) -> int:
        """What is neither paid nor committed."""
        return self.allocated - self.paid - self.committed

    @property
    def free(self) -> int:
        """What is left if every claim is approved as it stands."""
        return self.remaining - self.awaiting

    @property
    def used(self) -> int:
        """Paid, committed or asked for."""
        return self.paid + self.committed + self.awaiting

    def __add__(self, other: "Balance") -> "Balance":
        return Balance(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


_AWAITING = sql_values(one for one in ClaimStatus if one.is_awaiting)
_COMMITTED = sql_values(one for one in ClaimStatus if one.is_committed)
_COUNTS = sql_values(one for one in ClaimStatus if one.counts)
_MONEY = f"""
    select fund_id, year, workstream, 'allocated' as what, pence from allocation
    union all select fund_id, to_year, to_workstream, 'allocated', pence from variation where to_year is not null
    union all select fund_id, from_year, from_workstream, 'allocated', -pence from variation
        where from_year is not null
    union all select fund_id, year, workstream, case when status in ({_AWAITING}) then 'awaiting'
        when status in ({_COMMITTED}) then 'committed' else 'paid' end, ifnull(approved_pence, pence)
        from claim where status in ({_COUNTS})
    union all select fund_id, year, workstream, 'claimed', ifnull(approved_pence, pence)
        from claim where status in ({_COUNTS})
    union all select fund_id, year, workstream, iif(paid_on is null, 'committed', 'paid'), pence
        from spending where released_on is null
"""


def balances_by_pot(db: Database) -> dict[str, dict[Pot, Balance]]:
    """Every fund's balance by year and workstream, in their order."""
    return _by_pot(db, "")


def pots_of(db: Database, fund_id: str) -> dict[Pot, Balance]:
    """A fund's balance by year and workstream, in their order."""
    return _by_pot(db, fund_id).get(fund_id, {})


def balance(db: Database, fund_id: str, *, year: int | None = None, workstream: str | None = None) -> Balance:
    """What the fund has left; of one year or workstream alone where they are given."""
    return added(
        found
        for pot, found in pots_of(db, fund_id).items()
        if (year is None or pot.year == year) and (workstream is None or pot.workstream == workstream)
    )


def balances(db: Database) -> dict[str, Balance]:
    """The balance of every fund that has any money, by its key."""
    return {key: added(pots.values()) for key, pots in balances_by_pot(db).items()}


def added(some: Iterable[Balance]) -> Balance:
    """All of them together."""
    return sum(some, Balance())


def _by_pot(db: Database, fund_id: str) -> dict[str, dict[Pot, Balance]]:
    sums: dict[tuple[str, Pot], dict[str, int]] = {}
    for key, pot, what, pence in _sums(db, fund_id):
        sums.setdefault((key, pot), {})[what] = pence
    found: dict[str, dict[Pot, Balance]] = {}
    for key, pot in sorted(sums, key=lambda one: (one[0], one[1].year, one[1].workstream.casefold())):
        found.setdefault(key, {})[pot] = Balance(**sums[key, pot])
    return found


def _sums(db: Database, fund_id: str) -> Iterator[tuple[str, Pot, str, int]]:
    rows = db.rows(
        f"""select fund_id, year, ifnull(workstream, ''), what, sum(pence) from ({_MONEY})
        where ?1 = '' or fund_id = ?1 group by 1, 2, 3, 4""",
        (fund_id,),
    )
    return ((key, Pot(year, workstream), what, pence) for key, year, workstream, what, pence in rows)


# --- nobody spends what is not there ---------------------------------------------------------------------------


class Passed(NamedTuple):
    """Who let an overspend pass, and why."""

    by: str
    reason: str


class Overspent(Problem):
    """An act would promise more than is there. It may be passed by a named person with a reason."""

    def __init__(self, sentence: str, short: int) -> None:
        super().__init__(sentence)
        self.short = short


def shortfall(
    db: Database, fund_id: str, *, year: int, workstream: str, pence: int, asked_already: bool = False
) -> int:
    """How much the pot has less than an act needs, as `refuse_overspend` takes it; 0 where it is enough."""
    if pence <= 0 or not fund(db, fund_id).is_ours:
        return 0
    return max(pence - _there(balance(db, fund_id, year=year, workstream=workstream), asked_already), 0)


def _there(found: Balance, asked_already: bool) -> int:
    return found.remaining if asked_already else found.free


def refuse_overspend(
    db: Database, fund_id: str, *, year: int, workstream: str, pence: int, passed: Passed | None = None,
    asked_already: bool = False,
) -> Passed | None:  # fmt: skip
    """Raises Overspent where the pot has less than `pence` for an act, unless somebody passed it with a reason.

    To be called before the write, in its transaction. `pence` is by how much the act raises what is promised: asked
    for, committed or taken out of the allocation. With `asked_already` the money counts as asked for and is now to be
    committed (a claim is approved): then what other claims ask for does not stand against it. Returns what is to be
    kept of the passing: None where nothing had to be passed.
    Nobody passes what they ask for themselves. Money that is not ours is never overspent.
    """
    held = fund(db, fund_id)
    if pence <= 0 or not held.is_ours:
        return None
    refuse_closed_books(held)
    found = balance(db, fund_id, year=year, workstream=workstream)
    there = _there(found, asked_already)
    if there >= pence:
        return None
    if passed is not None:
        return _checked(passed, db.who)
    raise Overspent(_sentence(held.name, Pot(year, workstream), found, there, pence), pence - there)


def _checked(passed: Passed, who: str) -> Passed:
    by, reason = passed.by.strip(), passed.reason.strip()
    if not by:
        raise FieldProblem("over_passed_by", "Passed by: nobody is named. Name who lets the overspend pass.")
    if same_person(by, who):
        raise FieldProblem(
            "over_passed_by",
            f"Passed by: {by} asks for the money, and another person has to let it pass. Name who that is.",
        )
    if not reason:
        raise FieldProblem(
            "over_reason", f"Reason: nothing is written. Say why {by} lets the overspend pass."
        )
    return Passed(by, reason)


def _sentence(name: str, pot: Pot, found: Balance, there: int, pence: int) -> str:
    if not found.allocated:
        held = f"{name} has nothing allocated to {pot.words}"
    else:
        asked = f" and {money(found.awaiting)} claimed" if found.awaiting else ""
        held = (
            f"{name} has {money(max(there, 0))} left in {pot.words}: {money(found.allocated)} allocated, "
            f"{money(found.paid)} paid, {money(found.committed)} committed{asked}"
        )
    less = f"Give {money(pence - there)} less, vary" if there > 0 else "Vary"
    return (
        f"This needs {money(pence)}, and {held}. {less} the allocation, or have it passed by a named person with a "
        "reason."
    )


def passed_cells(passed: Passed | None) -> dict[str, Cell]:
    """The columns `over_passed_by` and `over_reason` of what was written."""
    return {
        "over_passed_by": passed.by if passed else "",
        "over_reason": passed.reason if passed else "",
    }
