"""Money is conserved to the penny, and nothing is overspent, whatever is done in whatever order.

A plain model keeps the books beside the database: how much each pot was given, and how each claim and spending stands.
After every act, refused or not, both say the same.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random
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
from workforce.funding.funds import allocations, funds, spending, variations
from workforce.funding.funds.balance import Balance, Overspent, Passed, Pot, added, balance, pots_of
from workforce.funding.funds.funds import add_fund
from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus, SpendingStatus

NOW, TODAY = datetime(2019, 10, 1, 9, tzinfo=UTC), date(2019, 10, 1)
POTS = (Pot(2019), Pot(2019, "Travel"), Pot(2020, "Travel"))
LET_PASS = Passed("Ada Example", "the funder agreed")
S = ClaimStatus
_NAMES = count(1)


@dataclass
class Owed:
    """A claim or a spending: its pot, its pence, where it counts ("" nowhere), and what was passed of it.

    `officer` gave the officer's approval that stands.
    """

    pot: Pot
    pence: int
    asked: int
    counts: str = ""
    status: ClaimStatus = S.DRAFT
    allowed: bool = False
    over: int = 0
    officer: str = ""

    def promise(self, pot: Pot, short: int, *, anew: bool) -> None:
        """What was short is passed by now; of another pot, or `anew`, nothing was passed before."""
        if short > 0 or anew or pot != self.pot:
            self.over = max(short, 0)


@dataclass
class Books:
    """What the model knows."""

    given: dict[Pot, int] = field(default_factory=lambda: dict.fromkeys(POTS, 0))
    allocated: dict[Pot, int] = field(default_factory=lambda: dict.fromkeys(POTS, 0))
    claims: dict[str, Owed] = field(default_factory=dict)
    spending: dict[str, Owed] = field(default_factory=dict)
    outside: int = 0
    settled: bool = False

    def balance(self, pot: Pot) -> Balance:
        """Summed anew, one thing after another."""
        sums = dict.fromkeys(("committed", "awaiting", "paid", "claimed"), 0)
        for one in (*self.claims.values(), *self.spending.values()):
            if one.pot == pot and one.counts:
                sums[one.counts] += one.pence
        sums["claimed"] = sum(one.pence for one in self.claims.values() if one.pot == pot and one.counts)
        return Balance(self.given[pot], **sums)

    def move(self, pence: int, source: Pot | None, goal: Pot | None) -> None:
        """From one to another; None is the funder."""
        for pot, sign in ((source, -1), (goal, 1)):
            if pot is None:
                self.outside -= sign * pence
            else:
                self.given[pot] += sign * pence

    def short(self, pot: Pot | None, more: int, *, committing: bool = False) -> int:
        """By how much the pot has less than an act needs more of it; the funder always has enough."""
        if pot is None or more <= 0:
            return 0
        found = self.balance(pot)
        there = found.allocated - found.paid - found.committed - (0 if committing else found.awaiting)
        return max(more - there, 0)


_PENCE = st.integers(1, 2_000) | st.integers(1, 2_000) | st.sampled_from((-1, 0))
"""Above £0 so much; otherwise a penny more than is free (0), or all of it (-1)."""
_POT = st.sampled_from(POTS)
_END = st.sampled_from((*POTS, None))
_AT = st.integers(0, 50)
_MAY_PASS = st.sampled_from((None, None, None, LET_PASS))


class Turn(NamedTuple):
    """How a claim goes on: which of the ways, what share is allowed, who lets it pass, and what the clock says.

    `astray` takes a step that may not follow; `alone` has the officer take finance's too.
    """

    way: int
    share: int
    passed: Passed | None = None
    astray: bool = False
    alone: bool = False
    hours: int = 0


_TURN = st.builds(
    Turn, st.sampled_from((0, 0, 0, 0, 1, 1, 2, 3, 8)), st.integers(1, 110), _MAY_PASS,
    st.sampled_from((False,) * 7 + (True,)), st.sampled_from((False, False, True)),
    st.sampled_from((0, 0, 0, 0, -3, 3)),
)  # fmt: skip


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
            self.books.given[pot] = self.books.allocated[pot] = 4_000
        self.books.outside = 12_000
        self.undoable: list[Books] = []
        self.redoable: list[Books] = []
        for pot in POTS[:2]:
            self._claim(pot, 900)

    # How an act is tried

    @contextmanager
    def _try(self, short: int = 0, passed: Passed | None = None) -> Iterator[Books]:
        """The model as the act leaves it; what is refused must leave everything as it was.

        `short` is what the model has less than the act needs: it is refused for that, unless it is passed, and never
        for that where nothing is short.
        """
        after = deepcopy(self.books)
        entries = history.history_position(self.db)
        try:
            yield after
        except Problem as problem:
            if isinstance(problem, Overspent):
                assert passed is None and problem.short == short > 0
            self.seen["refused as an overspend"] += isinstance(problem, Overspent)
            self.seen["refused as settled"] += "figures stand" in problem.sentence
            assert history.history_position(self.db) == entries
            return
        assert short <= 0 or passed is not None  # not a penny more than there is, unless somebody passed it
        if history.history_position(self.db) > entries:  # what alters nothing leaves no entry
            if self.books.settled:
                assert all(after.balance(pot) == self.books.balance(pot) for pot in POTS)
            self.undoable.append(self.books)
            self.redoable.clear()
        self.books = after

    def _pass(self, passed: Passed | None) -> Passed | None:
        return passed if self.may_pass else None

    def _amount(self, pot: Pot | None, pence: int, *, beside: int = 0) -> int:
        """In pence; of what is free, with what stands `beside` that already."""
        if pence > 0 or pot is None:
            return max(pence, 1)
        return max(self.books.balance(pot).free + beside + pence + 1, 1)

    # The fund's own money

    @rule(pot=_POT, pence=st.integers(0, 5_000), let=_MAY_PASS)
    def allocate(self, pot: Pot, pence: int, let: Passed | None) -> None:
        passed, more = self._pass(let), pence - self.books.allocated[pot]
        with self._try(self.books.short(pot, -more), passed) as after:
            made = allocations.set_allocation(self.db, self.fund, *pot, pence, passed=passed)
            after.given[pot] += more
            after.allocated[pot] = pence
            after.outside += more
            assert bool(made.over_passed_by) is (self.books.short(pot, -more) > 0)

    @rule(pence=_PENCE, source=_END, goal=_END, let=_MAY_PASS)
    def vary(self, pence: int, source: Pot | None, goal: Pot | None, let: Passed | None) -> None:
        pence = self._amount(source, pence)
        passed, short = self._pass(let), self.books.short(source, pence) if source != goal else 0
        with self._try(short, passed) as after:
            made = variations.vary(
                self.db, self.fund, pence=pence, from_=source, to=goal, reason="so", agreed_by="Ada",
                agreed_on=TODAY, passed=passed,
            )  # fmt: skip
            assert bool(made.over_passed_by) is (short > 0)
            after.move(pence, source, goal)

    @rule(at=_AT, let=_MAY_PASS)
    def remove_variation(self, at: int, let: Passed | None) -> None:
        held = variations.variations_of(self.db, self.fund)
        if held:
            gone, passed = held[at % len(held)], self._pass(let)
            with self._try(self.books.short(gone.given_to, gone.pence), passed) as after:
                variations.remove_variation(self.db, gone.id, passed=passed)
                after.move(gone.pence, gone.given_to, gone.taken_from)

    @precondition(lambda self: not self.books.settled)
    @rule(put_away=st.booleans())
    def settle(self, put_away: bool) -> None:
        """Reconciled or put away, as soon as nothing is promised any more: then every figure stands."""
        with self._try() as after:
            if put_away:
                funds.archive_fund(self.db, self.fund, today=TODAY)
            else:
                funds.set_fund_status(self.db, self.fund, FundStatus.RECONCILED)
            assert all(not one.committed and not one.awaiting for one in map(self.books.balance, POTS))
            after.settled = True

    @precondition(lambda self: self.books.settled)
    @rule()
    def take_up_again(self) -> None:
        with self._try() as after:
            if funds.fund(self.db, self.fund).archived_on is not None:
                funds.restore_fund(self.db, self.fund)
            else:
                funds.set_fund_status(self.db, self.fund, FundStatus.OPEN)
            after.settled = False

    # Spending

    @rule(pot=_POT, pence=_PENCE, let=_MAY_PASS)
    def spend(self, pot: Pot, pence: int, let: Passed | None) -> None:
        pence = self._amount(pot, pence)
        passed, short = self._pass(let), self.books.short(pot, pence)
        with self._try(short, passed) as after:
            made = spending.add_spending(
                self.db, self.fund, "Hall", pence, year=pot.year, workstream=pot.workstream, committed_on=TODAY,
                today=TODAY, passed=passed,
            )  # fmt: skip
            assert bool(made.over_passed_by) is (short > 0)
            after.spending[made.id] = Owed(pot, pence, pence, "committed")

    @rule(at=_AT, pot=_POT, pence=_PENCE, let=_MAY_PASS)
    def edit_spending(self, at: int, pot: Pot, pence: int, let: Passed | None) -> None:
        key = _nth(self.books.spending, at)
        if key:
            held, passed = self.books.spending[key], self._pass(let)
            pence = self._amount(pot, pence, beside=held.pence if pot == held.pot else 0)
            more = (pence - held.pence if pot == held.pot else pence) if held.counts else 0
            short = self.books.short(pot, more)
            with self._try(short, passed) as after:
                made = spending.edit_spending(
                    self.db, key, pence=pence, year=pot.year, workstream=pot.workstream, today=TODAY, passed=passed
                )  # fmt: skip
                assert short <= 0 or made.over_passed_by
                after.spending[key].pence, after.spending[key].pot = pence, pot

    @rule(at=_AT, paid=st.booleans())
    def end_spending(self, at: int, paid: bool) -> None:
        key = _nth(self.books.spending, at)
        if key:
            with self._try() as after:
                end = spending.pay_spending if paid else spending.release_spending
                end(self.db, key, on=TODAY, today=TODAY)
                assert self.books.spending[key].counts == "committed"
                after.spending[key].counts = "paid" if paid else ""

    # Claims

    @rule(pot=_POT, pence=_PENCE)
    def claim(self, pot: Pot, pence: int) -> None:
        self._claim(pot, self._amount(pot, pence))

    def _claim(self, pot: Pot, pence: int) -> None:
        with self._try() as after:
            draft = ClaimDraft(
                self.fund, self.provider, pence, what="Diploma", year=pot.year, workstream=pot.workstream
            )
            made = claims.add_claim(self.db, draft, today=TODAY)
            after.claims[made.id] = Owed(pot, pence, pence)

    @rule(at=_AT, pot=_POT, pence=_PENCE, let=_MAY_PASS)
    def edit_claim(self, at: int, pot: Pot, pence: int, let: Passed | None) -> None:
        key = _nth(self.books.claims, at)
        if not key:
            return
        held, passed = self.books.claims[key], self._pass(let)
        pence = self._amount(pot, pence, beside=held.pence if held.counts and pot == held.pot else 0)
        cost = min(held.pence, pence) if held.allowed else pence
        more = (cost - held.pence if pot == held.pot else cost) if held.counts else 0
        short = self.books.short(pot, more) if held.status in _OPEN else 0
        with self._try(short, passed) as after:
            claims.edit_claim(
                self.db,
                key,
                today=TODAY,
                passed=passed,
                pence=pence,
                year=pot.year,
                workstream=pot.workstream,
            )
            assert held.status in _OPEN
            owed = after.claims[key]
            if held.counts:
                owed.promise(pot, short, anew=False)
            owed.asked, owed.pot, owed.pence = pence, pot, cost

    @rule(at=_AT, turns=st.lists(_TURN, min_size=4, max_size=12))
    def walk(self, at: int, turns: list[Turn]) -> None:
        """A claim goes some steps on: mostly such as may follow, now and then one that may not."""
        key = _nth(self.books.claims, at)
        for turn in turns if key else ():
            usual = MAY_FOLLOW[self.books.claims[key].status]
            wanted = list(S)[turn.share % len(S)] if turn.astray else usual[turn.way % len(usual)]
            self.step(key, wanted, turn)

    def step(self, key: str, wanted: ClaimStatus, turn: Turn) -> None:
        """One step, by one of two people."""
        before, held, passed = self.db.who, self.books.claims[key], self._pass(turn.passed)
        self.db.who = "Olive Officer" if turn.alone or wanted is not S.APPROVED_BY_FINANCE else "Finn Ance"
        short = self._short(held, wanted)
        was_passed = held.status is S.APPROVED_BY_STAFF and 0 < short <= held.over
        with self._try(short, passed or (LET_PASS if was_passed else None)) as after:
            self._act(key, wanted, turn)
            owed, made = after.claims[key], claims.claim(self.db, key)
            assert made.pence == owed.asked  # no step alters what is asked for
            assert made.status in MAY_FOLLOW[held.status]
            assert made.status is not S.APPROVED_BY_FINANCE or self.db.who != held.officer
            self._went_on(owed, made.status, short, turn)
            self.reached[made.status] += 1
        self.db.who = before

    def _short(self, held: Owed, wanted: ClaimStatus) -> int:
        """What the pot has too little for the step, if it is the one that follows."""
        wanted = _MEANT.get((held.status, wanted), wanted)
        if wanted not in MAY_FOLLOW[held.status]:
            return 0
        if wanted is S.SUBMITTED:
            return self.books.short(held.pot, held.asked)
        if wanted is S.RESUBMITTED:
            return self.books.short(held.pot, held.asked - held.pence)
        if wanted is S.APPROVED_BY_FINANCE:
            return self.books.short(held.pot, held.pence, committing=True)
        return 0

    def _went_on(self, owed: Owed, to: ClaimStatus, short: int, turn: Turn) -> None:
        """What the step makes of a claim, written out once more."""
        if to in (S.SUBMITTED, S.RESUBMITTED):
            owed.promise(owed.pot, short, anew=to is S.SUBMITTED)
            owed.pence, owed.allowed, owed.officer = owed.asked, False, ""
        elif to is S.APPROVED_BY_STAFF:
            owed.pence, owed.allowed, owed.officer = _share(owed, turn), True, self.db.who
        elif to is S.APPROVED_BY_FINANCE:
            owed.promise(owed.pot, short, anew=False)
        elif to is S.DRAFT:
            owed.pence, owed.allowed, owed.officer, owed.over = owed.asked, False, "", 0
        owed.status, owed.counts = to, _WHERE.get(to, "")

    def _act(self, key: str, wanted: ClaimStatus, turn: Turn) -> None:
        db, passed, now = self.db, self._pass(turn.passed), NOW + timedelta(hours=turn.hours)
        held = self.books.claims[key]
        allowed = None if held.status is S.APPROVED_BY_STAFF else _share(held, turn)
        acts: dict[ClaimStatus, Callable[[], object]] = {
            S.SUBMITTED: lambda: approving.submit(db, key, now=now, passed=passed, despite="tried"),
            S.RESUBMITTED: lambda: approving.resubmit(db, key, now=now, passed=passed, despite="tried"),
            S.DECLINED: lambda: approving.decline(db, key, "so", now=now),
            S.WITHDRAWN: lambda: approving.withdraw(db, key, "so", now=now),
            S.DRAFT: lambda: approving.reopen(db, key, "so", now=now),
            S.PAYMENT_FAILED: lambda: approving.payment_failed(db, key, "so", now=now),
            S.PAID: lambda: approving.pay(db, key, now=now, paid_on=TODAY),
        }
        if wanted in (S.APPROVED_BY_STAFF, S.APPROVED_BY_FINANCE):
            approving.approve(db, key, now=now, approved_pence=allowed, passed=passed, despite="tried")
        elif wanted in acts:
            acts[wanted]()
        else:
            approving.request_changes(db, key, now=now, reason="so")

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
            held = self.books.balance(pot)
            assert found.get(pot, Balance()) == held
            assert balance(self.db, self.fund, year=pot.year, workstream=pot.workstream) == held
        assert balance(self.db, self.fund) == added(map(self.books.balance, POTS))

    @invariant()
    def every_row_says_what_the_model_says(self) -> None:
        made = claims.claims(self.db, fund_id=self.fund)
        assert {
            one.id: (Pot(one.year, one.workstream), one.pence, one.money, one.status, one.over_pence)
            for one in made
        } == {
            key: (one.pot, one.asked, one.pence, one.status, one.over)
            for key, one in self.books.claims.items()
        }
        assert all(bool(one.over_passed_by) is bool(one.over_pence) for one in made)
        spent = spending.spending_of(self.db, self.fund)
        assert {one.id: (one.pot, one.pence, _WHERE_SPENT[one.status]) for one in spent} == {
            key: (one.pot, one.pence, one.counts) for key, one in self.books.spending.items()
        }
        assert {
            one.pot: one.pence for one in allocations.allocations_of(self.db, self.fund)
        } == self.books.allocated

    @invariant()
    def no_penny_comes_from_nowhere(self) -> None:
        assert sum(one.allocated for one in pots_of(self.db, self.fund).values()) == self.books.outside

    @invariant()
    def overspends_are_counted(self) -> None:
        found = pots_of(self.db, self.fund).values()
        over = any(one.free < 0 or one.remaining < 0 for one in found)
        self.seen["overspent"] += over
        assert self.may_pass or not over


_WHERE = {
    S.SUBMITTED: "awaiting", S.RESUBMITTED: "awaiting", S.CHANGES_REQUESTED_STAFF: "awaiting",
    S.CHANGES_REQUESTED_FINANCE: "awaiting", S.APPROVED_BY_STAFF: "awaiting", S.APPROVED_BY_FINANCE: "committed",
    S.PAYMENT_FAILED: "committed", S.PAID: "paid",
}  # fmt: skip
"""Where a claim’s money counts, written out once more."""


_WHERE_SPENT = {
    SpendingStatus.COMMITTED: "committed", SpendingStatus.PAID: "paid", SpendingStatus.RELEASED: "",
}  # fmt: skip
_OPEN = (S.DRAFT, S.CHANGES_REQUESTED_STAFF, S.CHANGES_REQUESTED_FINANCE)
_MEANT = {
    (S.APPROVED_BY_STAFF, S.APPROVED_BY_STAFF): S.APPROVED_BY_FINANCE,
}
"""One verb approves twice: which approval it is, is the claim’s state."""


def _share(held: Owed, turn: Turn) -> int:
    return max(held.asked * turn.share // 100, 1)


def _nth(some: dict[str, Owed], at: int) -> str:
    return list(some)[at % len(some)] if some else ""


_SETTINGS = settings(
    max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)


def office_of(db: Database, *, may_pass: bool) -> type[Office]:
    """The machine over a file, and what was reached and seen with it."""
    provider = add_provider(db, name="Rosewood Homes").id
    given = {"db": db, "provider": provider, "may_pass": may_pass, "reached": Counter(), "seen": Counter()}
    return type("TheOffice", (Office,), given)


@pytest.mark.parametrize("may_pass", [False, True])
def test_money_is_conserved_in_any_order(db: Database, may_pass: bool) -> None:
    kind = office_of(db, may_pass=may_pass)
    run_state_machine_as_test(kind, settings=_SETTINGS)
    assert kind.reached[S.SUBMITTED]  # each act asserts for itself; that claims went on at all is asked here


@pytest.mark.parametrize("may_pass", [False, True])
def test_money_is_conserved_over_a_long_time(db: Database, may_pass: bool) -> None:
    """The same acts in long orders, among which every step and every refusal is."""
    kind = office_of(db, may_pass=may_pass)
    for seed in range(8):
        office, chance = kind(), Random(seed)
        _go_on(office, chance, 100)
        _end_all(office)
        if may_pass:
            _pass_cut_and_approve(office)
            _end_all(office)
        office.settle(put_away=bool(seed % 2))
        assert office.books.settled
        for key in list(office.books.claims):
            for wanted in S:
                office.step(key, wanted, Turn(0, 100))
        _go_on(office, chance, 30)
    assert set(kind.reached) == set(S)  # in these orders every step was taken
    assert kind.seen["refused as an overspend"] and kind.seen["refused as settled"]
    assert bool(kind.seen["overspent"]) is may_pass  # and only where somebody passed it


def _go_on(office: Office, chance: Random, acts: int) -> None:
    for _ in range(acts):
        _act_by(office, chance)
        office.both_books_say_the_same()
        office.every_row_says_what_the_model_says()
        office.no_penny_comes_from_nowhere()
        office.overspends_are_counted()


def _end_all(office: Office) -> None:
    """Nothing is promised any more."""
    if office.books.settled:
        office.take_up_again()
    for at, one in enumerate(list(office.books.spending.values())):
        if one.counts == "committed":
            office.end_spending(at=at, paid=False)
    for key, one in list(office.books.claims.items()):
        if one.counts in ("awaiting", "committed"):
            office.step(key, S.WITHDRAWN, Turn(0, 100))


def _pass_cut_and_approve(office: Office) -> None:
    """An overspend is passed, then more is short than was passed, and finance is asked: first without its passing."""
    office.claim(pot=POTS[0], pence=3_000)
    key = list(office.books.claims)[-1]
    office.allocate(pot=POTS[0], pence=office.books.allocated[POTS[0]] + 4_000, let=None)
    office.spend(pot=POTS[0], pence=0, let=None)
    office.spend(pot=POTS[0], pence=-1, let=None)
    office.step(key, S.SUBMITTED, Turn(0, 100, LET_PASS))
    office.step(key, S.APPROVED_BY_STAFF, Turn(0, 100))
    office.allocate(pot=POTS[0], pence=office.books.allocated[POTS[0]] - 1, let=LET_PASS)
    office.step(key, S.APPROVED_BY_FINANCE, Turn(0, 100))
    assert office.books.claims[key].status is not S.APPROVED_BY_FINANCE
    office.step(key, S.APPROVED_BY_FINANCE, Turn(0, 100, LET_PASS))


def _act_by(office: Office, chance: Random) -> None:
    """One act of those that can be taken, as chance has it."""
    at, pence = chance.randrange(50), chance.choice((-1, 0, *(chance.randint(1, 2_000) for _ in range(6))))
    pot, let = chance.choice(POTS), chance.choice((None, None, LET_PASS))
    ends = chance.choice((*POTS, None)), chance.choice((*POTS, None))
    turns = [
        Turn(chance.choice((0, 0, 0, 1, 1, 2, 3)), chance.randint(1, 110), let, chance.random() < 0.1,
             chance.random() < 0.3, chance.choice((0, 0, 0, -3, 3)))
        for _ in range(chance.randint(1, 4))
    ]  # fmt: skip
    sent_back = [
        at for at, one in enumerate(office.books.claims.values()) if one.counts and one.status in _OPEN
    ]
    back = chance.choice(sent_back) if sent_back else at
    acts: list[Callable[[], object]] = [
        lambda: office.allocate(pot=pot, pence=chance.randint(0, 5_000), let=let),
        lambda: office.vary(pence=pence, source=ends[0], goal=ends[1], let=let),
        lambda: office.remove_variation(at=at, let=let),
        lambda: office.spend(pot=pot, pence=pence, let=let),
        lambda: office.end_spending(at=at, paid=chance.random() < 0.5),
        lambda: office.claim(pot=pot, pence=pence),
        lambda: office.edit_claim(at=at, pot=pot, pence=pence, let=let),
        *[lambda: office.edit_claim(at=back, pot=pot, pence=pence, let=let)] * (3 if sent_back else 0),
        *[lambda: office.edit_spending(at=at, pot=pot, pence=pence, let=let)] * 2,
        *[lambda: office.walk(at=at, turns=turns)] * 5,
    ]
    if office.books.settled:
        acts += [office.take_up_again] * 3
    elif chance.random() < 0.3:
        acts.append(lambda: office.settle(put_away=chance.random() < 0.5))
    acts += [office.undo] if office.undoable else []
    acts += [office.redo] * 2 if office.redoable else []
    chance.choice(acts)()


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
