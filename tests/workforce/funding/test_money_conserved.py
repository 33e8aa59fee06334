"""Money is conserved to the penny, and nothing is overspent, whatever is done in whatever order.

A plain model keeps the books beside the database: how much each pot was given, and how each claim and spending stands.
After every act, refused or not, both say the same.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from engagement.register.providers import add_provider
from resources.database import Database, history
from resources.problem import Problem
from workforce.funding.claims import approving, claims
from workforce.funding.claims.claims import ClaimDraft
from workforce.funding.claims.steps import MAY_FOLLOW
from workforce.funding.funds import allocations, spending, variations
from workforce.funding.funds.balance import Balance, Overspent, Passed, Pot, pots_of
from workforce.funding.funds.funds import add_fund
from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus

NOW, TODAY = datetime(2019, 10, 1, 9, tzinfo=UTC), date(2019, 10, 1)
POTS = (Pot(2019), Pot(2019, "Travel"), Pot(2020, "Travel"))
LET_PASS = Passed("Ada Example", "the funder agreed")
S = ClaimStatus
_NAMES = count(1)


@dataclass
class Owed:
    """A claim or a spending: its pot, its pence, and where it counts ("" nowhere)."""

    pot: Pot
    pence: int
    asked: int
    counts: str = ""
    status: ClaimStatus = S.DRAFT


@dataclass
class Books:
    """What the model knows."""

    given: dict[Pot, int] = field(default_factory=lambda: dict.fromkeys(POTS, 0))
    claims: dict[str, Owed] = field(default_factory=dict)
    spending: dict[str, Owed] = field(default_factory=dict)
    outside: int = 0
    passed: bool = False

    def balance(self, pot: Pot) -> Balance:
        """Summed anew, one thing after another."""
        sums = dict.fromkeys(("committed", "awaiting", "paid", "claimed"), 0)
        for one in (*self.claims.values(), *self.spending.values()):
            if one.pot == pot and one.counts:
                sums[one.counts] += one.pence
        sums["claimed"] = sum(one.pence for one in self.claims.values() if one.pot == pot and one.counts)
        return Balance(self.given[pot], **sums)


_PENCE = st.integers(1, 2_000)
_POT = st.sampled_from(POTS)
_AT = st.integers(0, 50)
_MAY_PASS = st.sampled_from((None, None, None, LET_PASS))


class Turn(NamedTuple):
    """How a claim goes on: which of the ways, what share of it is allowed, and who lets it pass."""

    way: int
    share: int
    passed: Passed | None
    astray: bool


_TURN = st.builds(
    Turn, st.integers(0, 20), st.integers(1, 100), _MAY_PASS, st.sampled_from((False,) * 7 + (True,))
)


class Office(RuleBasedStateMachine):
    """Everything that moves money, in any order. `may_pass` is False where nobody lets an overspend pass."""

    db: Database
    provider: str
    reached: Counter[ClaimStatus]
    seen: Counter[str]
    may_pass = True

    def __init__(self) -> None:
        super().__init__()
        self.fund = add_fund(
            self.db, f"Fund {next(_NAMES)}", FundKind.HELD, opens_on=date(2019, 4, 1), closes_on=date(2021, 3, 31),
            status=FundStatus.OPEN,
        ).id  # fmt: skip
        self.books = Books()
        for pot in POTS:
            allocations.set_allocation(self.db, self.fund, *pot, 4_000)
            self.books.given[pot] = 4_000
        self.books.outside = 12_000
        self.undoable: list[Books] = []
        self.redoable: list[Books] = []

    # How an act is tried

    @contextmanager
    def _try(self) -> Iterator[Books]:
        """The model as the act leaves it; what is refused must leave everything as it was."""
        after = deepcopy(self.books)
        entries = len(history.entries(self.db, 10_000, 0))
        try:
            yield after
        except Problem as problem:
            self.seen["refused as an overspend"] += isinstance(problem, Overspent)
            assert len(history.entries(self.db, 10_000, 0)) == entries
            return
        if len(history.entries(self.db, 10_000, 0)) > entries:  # what alters nothing leaves no entry
            self.undoable.append(self.books)
            self.redoable.clear()
        self.books = after

    def _pass(self, passed: Passed | None) -> Passed | None:
        return passed if self.may_pass else None

    def _note_pass(self, after: Books, passed: Passed | None) -> None:
        after.passed = after.passed or self._pass(passed) is not None

    # The fund's own money

    @rule(pot=_POT, pence=st.integers(0, 5_000), passed=_MAY_PASS)
    def allocate(self, pot: Pot, pence: int, passed: Passed | None) -> None:
        with self._try() as after:
            before = next(
                (one for one in allocations.allocations_of(self.db, self.fund) if one.pot == pot), None
            )
            allocations.set_allocation(self.db, self.fund, *pot, pence, passed=self._pass(passed))
            change = pence - (before.pence if before else 0)
            after.given[pot] += change
            after.outside += change
            self._note_pass(after, passed)

    @rule(
        pence=_PENCE,
        source=st.sampled_from((*POTS, None)),
        goal=st.sampled_from((*POTS, None)),
        passed=_MAY_PASS,
    )
    def vary(self, pence: int, source: Pot | None, goal: Pot | None, passed: Passed | None) -> None:
        with self._try() as after:
            variations.vary(
                self.db, self.fund, pence=pence, from_=source, to=goal, reason="so", agreed_by="Ada",
                agreed_on=TODAY, passed=self._pass(passed),
            )  # fmt: skip
            for pot, sign in ((source, -1), (goal, 1)):
                if pot is None:
                    after.outside -= sign * pence
                else:
                    after.given[pot] += sign * pence
            self._note_pass(after, passed)

    @rule(at=_AT)
    def remove_variation(self, at: int) -> None:
        held = variations.variations_of(self.db, self.fund)
        if held:
            gone = held[at % len(held)]
            with self._try() as after:
                variations.remove_variation(self.db, gone.id)
                for pot, sign in ((gone.taken_from, 1), (gone.given_to, -1)):
                    if pot is None:
                        after.outside -= sign * gone.pence
                    else:
                        after.given[pot] += sign * gone.pence

    # Spending

    @rule(pot=_POT, pence=_PENCE, passed=_MAY_PASS)
    def spend(self, pot: Pot, pence: int, passed: Passed | None) -> None:
        with self._try() as after:
            made = spending.add_spending(
                self.db, self.fund, "Hall", pence, year=pot.year, workstream=pot.workstream, committed_on=TODAY,
                passed=self._pass(passed), today=TODAY,
            )  # fmt: skip
            after.spending[made.id] = Owed(pot, pence, pence, "committed")
            self._note_pass(after, passed)

    @rule(at=_AT, pot=_POT, pence=_PENCE, passed=_MAY_PASS)
    def edit_spending(self, at: int, pot: Pot, pence: int, passed: Passed | None) -> None:
        key = _nth(self.books.spending, at)
        if key:
            with self._try() as after:
                spending.edit_spending(
                    self.db, key, pence=pence, year=pot.year, workstream=pot.workstream, today=TODAY,
                    passed=self._pass(passed),
                )  # fmt: skip
                after.spending[key].pence, after.spending[key].pot = pence, pot
                self._note_pass(after, passed)

    @rule(at=_AT, paid=st.booleans())
    def end_spending(self, at: int, paid: bool) -> None:
        key = _nth(self.books.spending, at)
        if key:
            with self._try() as after:
                (spending.pay_spending if paid else spending.release_spending)(
                    self.db, key, on=TODAY, today=TODAY
                )
                after.spending[key].counts = "paid" if paid else ""

    # Claims

    @rule(pot=_POT, pence=_PENCE)
    def claim(self, pot: Pot, pence: int) -> None:
        with self._try() as after:
            draft = ClaimDraft(
                self.fund, self.provider, pence, what="Diploma", year=pot.year, workstream=pot.workstream
            )
            made = claims.add_claim(self.db, draft, today=TODAY)
            after.claims[made.id] = Owed(pot, pence, pence)

    @rule(at=_AT, pot=_POT, pence=_PENCE, passed=_MAY_PASS)
    def edit_claim(self, at: int, pot: Pot, pence: int, passed: Passed | None) -> None:
        key = _nth(self.books.claims, at)
        if key:
            with self._try() as after:
                made = claims.edit_claim(
                    self.db, key, today=TODAY, passed=self._pass(passed), pence=pence, year=pot.year,
                    workstream=pot.workstream,
                )  # fmt: skip
                owed = after.claims[key]
                owed.asked, owed.pot, owed.pence = pence, pot, made.money
                self._note_pass(after, passed)

    @rule(at=_AT, turns=st.lists(_TURN, min_size=2, max_size=12))
    def walk(self, at: int, turns: list[Turn]) -> None:
        """A claim goes some steps on: mostly such as may follow, now and then one that may not."""
        key = _nth(self.books.claims, at)
        for turn in turns if key else ():
            usual = MAY_FOLLOW[self.books.claims[key].status]
            wanted = list(S)[turn.way % len(S)] if turn.astray else usual[turn.way % len(usual)]
            self._step(key, wanted, turn)

    def _step(self, key: str, wanted: ClaimStatus, turn: Turn) -> None:
        before = self.db.who
        self.db.who = "Finn Ance" if (wanted is S.APPROVED_BY_FINANCE) is not turn.astray else "Olive Officer"
        with self._try() as after:
            self._act(key, wanted, turn)
            owed, made = after.claims[key], claims.claim(self.db, key)
            assert made.pence == owed.asked  # no step alters what is asked for
            owed.status, owed.pence = made.status, made.money
            owed.counts = _WHERE.get(made.status, "")
            self.reached[made.status] += 1
            self._note_pass(after, turn.passed)
        self.db.who = before

    def _act(self, key: str, wanted: ClaimStatus, turn: Turn) -> None:
        db, passed = self.db, self._pass(turn.passed)
        held = self.books.claims[key]
        allowed = None if held.status is S.APPROVED_BY_STAFF else max(held.asked * turn.share // 100, 1)
        acts: dict[ClaimStatus, Callable[[], object]] = {
            S.SUBMITTED: lambda: approving.submit(db, key, now=NOW, passed=passed, despite="tried"),
            S.RESUBMITTED: lambda: approving.resubmit(db, key, now=NOW, passed=passed, despite="tried"),
            S.DECLINED: lambda: approving.decline(db, key, "so", now=NOW),
            S.WITHDRAWN: lambda: approving.withdraw(db, key, "so", now=NOW),
            S.DRAFT: lambda: approving.reopen(db, key, "so", now=NOW),
            S.PAYMENT_FAILED: lambda: approving.payment_failed(db, key, "so", now=NOW),
            S.PAID: lambda: approving.pay(db, key, now=NOW, paid_on=TODAY),
        }
        if wanted in (S.APPROVED_BY_STAFF, S.APPROVED_BY_FINANCE):
            approving.approve(db, key, now=NOW, approved_pence=allowed, passed=passed, despite="tried")
        elif wanted in acts:
            acts[wanted]()
        else:
            approving.request_changes(db, key, now=NOW, reason="so")

    # Undo and redo

    @precondition(lambda self: self.undoable)
    @rule()
    def undo(self) -> None:
        assert history.undo(self.db) is not None
        self.redoable.append(self.books)
        self.books = self.undoable.pop()

    @precondition(lambda self: self.redoable)
    @rule()
    def redo(self) -> None:
        assert history.redo(self.db) is not None
        self.undoable.append(self.books)
        self.books = self.redoable.pop()

    # What always holds

    @invariant()
    def both_books_say_the_same(self) -> None:
        found = pots_of(self.db, self.fund)
        assert all(pot in POTS for pot in found)
        for pot in POTS:
            assert found.get(pot, Balance()) == self.books.balance(pot)

    @invariant()
    def no_penny_comes_from_nowhere(self) -> None:
        assert sum(one.allocated for one in pots_of(self.db, self.fund).values()) == self.books.outside

    @invariant()
    def nothing_is_overspent_that_nobody_passed(self) -> None:
        over = any(one.free < 0 or one.remaining < 0 for one in pots_of(self.db, self.fund).values())
        self.seen["overspent"] += over
        assert not over or self.books.passed


_WHERE = {
    S.SUBMITTED: "awaiting", S.RESUBMITTED: "awaiting", S.CHANGES_REQUESTED_STAFF: "awaiting",
    S.CHANGES_REQUESTED_FINANCE: "awaiting", S.APPROVED_BY_STAFF: "awaiting", S.APPROVED_BY_FINANCE: "committed",
    S.PAYMENT_FAILED: "committed", S.PAID: "paid",
}  # fmt: skip
"""Where a claim’s money counts, written out once more."""


def _nth(some: dict[str, Owed], at: int) -> str:
    return list(some)[at % len(some)] if some else ""


_SETTINGS = settings(
    max_examples=40, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("may_pass", [False, True])
def test_money_is_conserved_in_any_order(db: Database, may_pass: bool) -> None:
    reached: Counter[ClaimStatus] = Counter()
    seen: Counter[str] = Counter()
    provider = add_provider(db, name="Rosewood Homes").id
    given = {"db": db, "provider": provider, "may_pass": may_pass, "reached": reached, "seen": seen}
    run_state_machine_as_test(type("TheOffice", (Office,), given), settings=_SETTINGS)
    assert set(reached) == set(S)  # in these orders every step was taken
    assert seen["refused as an overspend"]
    assert bool(seen["overspent"]) is may_pass  # and only where somebody passed it


def test_of_two_claims_that_together_overspend_the_second_is_refused_whichever_it_is(db: Database) -> None:
    provider = add_provider(db, name="Rosewood Homes").id
    for first, second in ((600, 500), (500, 600)):
        held = add_fund(
            db, f"Fund {first}", FundKind.HELD, opens_on=date(2019, 4, 1), status=FundStatus.OPEN
        ).id
        allocations.set_allocation(db, held, 2019, "", 1_000)
        made = [
            claims.add_claim(db, ClaimDraft(held, provider, pence, what="Diploma", year=2019), today=TODAY).id
            for pence in (first, second)
        ]
        approving.submit(db, made[0], now=NOW, despite="tried")
        with pytest.raises(Overspent):
            approving.submit(db, made[1], now=NOW, despite="tried")
        approving.withdraw(db, made[0], now=NOW)
        assert approving.submit(db, made[1], now=NOW, despite="tried").status is S.SUBMITTED
        assert pots_of(db, held) == {Pot(2019): Balance(1_000, awaiting=second, claimed=second)}
