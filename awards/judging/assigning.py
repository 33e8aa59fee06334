"""Who judges whom: each nominee by as many judges as the round asks, no conflict, and loads as even as they can be.

As many judgements are planned as are possible at all, the first of every nominee before the second of any. Then
nominees are passed on from judges with more to judges with less, through others where it must be, until no chain
of judges would even the loads further: the squares of the loads are as few as can be, so that loads lie within one
of each other wherever a plan of as many judgements can have them so. The same question has the same answer.
"""

from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from resources.wording import and_list, count_of

Pair = tuple[str, str]
"""The keys of a judge and a nominee."""


@dataclass(frozen=True)
class Judge:
    """A judge as the plan sees them. `most` is how many they judge at most, `categories` which; None is no limit."""

    id: str
    name: str
    most: int | None = None
    categories: frozenset[str] | None = None


@dataclass(frozen=True)
class Nominee:
    """Somebody nominated as the plan sees them."""

    id: str
    reference: str
    category_id: str
    category: str = ""


@dataclass(frozen=True)
class Shortfall:
    """A nominee who cannot be given to as many judges as the round asks, and why not."""

    entry_id: str
    given: int
    wanted: int
    sentence: str


@dataclass(frozen=True)
class Plan:
    """What would be given and taken back. `loads` are what each judge would have, by their key."""

    give: tuple[Pair, ...]
    take_back: tuple[Pair, ...]
    loads: Mapping[str, int]
    shortfalls: tuple[Shortfall, ...]
    uneven: tuple[str, ...]

    @property
    def is_even(self) -> bool:
        """Whether loads lie within one of each other."""
        return max(self.loads.values(), default=0) - min(self.loads.values(), default=0) <= 1

    @property
    def alters(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.give or self.take_back)


def assign(
    judges: Sequence[Judge], entries: Sequence[Nominee], conflicts: Mapping[Pair, str], *, least_scores: int,
    held: Collection[Pair] = (), movable: Collection[Pair] = (), never: Collection[Pair] = (),
    abstained: Collection[Pair] = (),
) -> Plan:  # fmt: skip
    """Plan who judges whom.

    `conflicts` has a word for each pair in conflict; `held` is given and stays, `movable` is given and may be passed
    on, `never` are pairs that were given and left. A judge’s load counts all that is held, also of other nominees.
    Where a judge `abstained` the nominee needs another, though the judge has had the work.
    """
    board = _Board(
        judges, entries, conflicts, least_scores, frozenset(held), frozenset(never), frozenset(abstained)
    )
    for pair in movable:
        board.keep(pair)
    board.cover()
    board.even_out()
    planned = board.planned()
    order = {one.id: place for place, one in enumerate(entries)}
    rank = {one.id: place for place, one in enumerate(judges)}
    in_order = sorted(planned - frozenset(movable), key=lambda pair: (order[pair[1]], rank[pair[0]]))
    return Plan(
        give=tuple(in_order), take_back=tuple(sorted(frozenset(movable) - planned)),
        loads={one.id: board.load[one.id] for one in judges},
        shortfalls=tuple(_shortfalls(board)), uneven=tuple(_uneven(board)),
    )  # fmt: skip


@dataclass
class _Board:
    """Who has whom while the plan is made."""

    judges: Sequence[Judge]
    entries: Sequence[Nominee]
    conflicts: Mapping[Pair, str]
    wanted: int
    held: frozenset[Pair]
    never: frozenset[Pair]
    abstained: frozenset[Pair]
    by_key: dict[str, Judge] = field(init=False)
    nominee: dict[str, Nominee] = field(init=False)
    load: Counter[str] = field(init=False)
    of_category: Counter[tuple[str, str]] = field(init=False)
    together: Counter[Pair] = field(init=False)
    having: dict[str, set[str]] = field(init=False)
    moves: dict[str, set[str]] = field(init=False)
    allowed: dict[str, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_key = {one.id: one for one in self.judges}
        self.nominee = {one.id: one for one in self.entries}
        self.load, self.of_category, self.together = Counter(), Counter(), Counter()
        self.having = {one.id: set() for one in self.entries}
        self.moves = {one.id: set() for one in self.judges}
        self.allowed = {
            judge.id: frozenset(one.id for one in self.entries if not self.refusal(judge, one))
            for judge in self.judges
        }
        for judge, entry in sorted(self.held):
            self._put(judge, entry)
        for judge, _entry in self.abstained:
            self.load[judge] += 1

    # what may be

    def refusal(self, judge: Judge, entry: Nominee) -> str:
        """Why this judge may not have this nominee whatever else is planned; '' where they may."""
        if (judge.id, entry.id) in self.conflicts:
            return f"{judge.name} has a conflict ({self.conflicts[judge.id, entry.id]})"
        if (judge.id, entry.id) in self.never:
            return f"{judge.name} stood aside"
        if (judge.id, entry.id) in self.abstained:
            return f"{judge.name} abstained"
        if judge.categories is not None and entry.category_id not in judge.categories:
            return f"{judge.name} does not judge {entry.category or 'the category'}"
        return ""

    def may(self, judge: str, entry: str) -> bool:
        """Whether this judge may have this nominee and does not."""
        return judge not in self.having[entry] and entry in self.allowed[judge]

    def has_room(self, judge: str) -> bool:
        """Whether they judge fewer than they agreed to."""
        most = self.by_key[judge].most
        return most is None or self.load[judge] < most

    def planned(self) -> frozenset[Pair]:
        """What the plan adds to what is held."""
        return frozenset((judge, entry) for judge, entries in self.moves.items() for entry in entries)

    # what is done

    def _put(self, judge: str, entry: str) -> None:
        self.load[judge] += 1
        if entry in self.having:
            for other in self.having[entry]:
                self.together[judge, other] += 1
                self.together[other, judge] += 1
            self.having[entry].add(judge)
            self.of_category[judge, self.nominee[entry].category_id] += 1

    def _take(self, judge: str, entry: str) -> None:
        self.load[judge] -= 1
        self.having[entry].discard(judge)
        self.moves[judge].discard(entry)
        self.of_category[judge, self.nominee[entry].category_id] -= 1
        for other in self.having[entry]:
            self.together[judge, other] -= 1
            self.together[other, judge] -= 1

    def _give(self, judge: str, entry: str) -> None:
        self._put(judge, entry)
        self.moves[judge].add(entry)

    def keep(self, pair: Pair) -> None:
        """Leave something that was given where it is, if it still may be there and is still wanted."""
        judge, entry = pair
        known = judge in self.by_key and entry in self.having
        if (
            known
            and self.may(judge, entry)
            and self.has_room(judge)
            and len(self.having[entry]) < self.wanted
        ):
            self._give(judge, entry)

    # as many as there can be

    def cover(self) -> None:
        """The first judge of every nominee, then the second of every one, and so on."""
        hopeless: set[str] = set()
        for turn in range(1, self.wanted + 1):
            for one in self.entries:
                if (
                    len(self.having[one.id]) < turn
                    and one.id not in hopeless
                    and not self._find_judge(one.id)
                ):
                    hopeless.add(one.id)

    def _find_judge(self, entry: str) -> bool:
        direct = [one.id for one in self.judges if self.has_room(one.id) and self.may(one.id, entry)]
        if direct:
            self._give(min(direct, key=lambda judge: self._preference(judge, entry)), entry)
            return True
        chain = self._chain([one.id for one in self.judges if self.may(one.id, entry)], self.has_room)
        if not chain:
            return False
        self._pass_on(chain)
        self._give(chain[0], entry)
        return True

    def _preference(self, judge: str, entry: str) -> tuple[int, int, int, int]:
        """Few nominees, few of the category, seldom with the same judges: scores then connect all judges."""
        category = self.nominee[entry].category_id
        met = sum(self.together[judge, other] for other in self.having[entry])
        place = next(at for at, one in enumerate(self.judges) if one.id == judge)
        return self.load[judge], self.of_category[judge, category], met, place

    # as even as they can be

    def even_out(self) -> None:
        """Pass nominees on while a judge has two more than another to whom a chain leads."""
        chain = self._improving()
        while chain:
            self._pass_on(chain)
            chain = self._improving()

    def _improving(self) -> list[str]:
        least = min((self.load[one.id] for one in self.judges), default=0)
        for judge in sorted((one.id for one in self.judges), key=lambda key: -self.load[key]):
            most = self.load[judge] - 2
            if most < least:
                return []
            low = {one.id for one in self.judges if self.load[one.id] <= most and self.has_room(one.id)}
            chain = self._chain([judge], low.__contains__) if low else []
            if chain:
                return chain
        return []

    # chains

    def _chain(self, starts: Sequence[str], is_end: Callable[[str], bool]) -> list[str]:
        """The shortest chain of judges, each of whom can pass a nominee on to the next; [] where there is none."""
        came_from: dict[str, str] = dict.fromkeys(starts, "")
        waiting = deque(starts)
        while waiting:
            at = waiting.popleft()
            if is_end(at):
                return self._way(at, came_from)
            for one in self.judges:
                if one.id not in came_from and self._passed(at, one.id) is not None:
                    came_from[one.id] = at
                    waiting.append(one.id)
        return []

    @staticmethod
    def _way(end: str, came_from: Mapping[str, str]) -> list[str]:
        way = [end]
        while came_from[way[-1]]:
            way.append(came_from[way[-1]])
        return way[::-1]

    def _passed(self, judge: str, to: str) -> str | None:
        """What one judge could pass on to another: what brings the two categories nearest."""
        possible = [entry for entry in self.moves[judge] if self.may(to, entry)]
        if not possible:
            return None
        return min(
            possible, key=lambda entry: (self._gain(judge, to, entry), self.nominee[entry].reference, entry)
        )

    def _gain(self, judge: str, to: str, entry: str) -> int:
        category = self.nominee[entry].category_id
        return self.of_category[to, category] - self.of_category[judge, category]

    def _pass_on(self, chain: Sequence[str]) -> None:
        """From the end: each passes on to the next, so that nobody ever has more than they agreed to."""
        for judge, to in reversed(list(pairwise(chain))):
            entry = self._passed(judge, to)
            assert entry is not None  # the shortest chain moves no nominee twice
            self._take(judge, entry)
            self._give(to, entry)


# --- in words -------------------------------------------------------------------------------------------------


def _shortfalls(board: _Board) -> Iterator[Shortfall]:
    for one in board.entries:
        given = len(board.having[one.id])
        if given < board.wanted:
            why = [
                _why_not(board, judge, one) for judge in board.judges if judge.id not in board.having[one.id]
            ]
            said = f": {and_list(why)}" if why else ": there are no more judges"
            to = "no judge" if given == 0 else count_of(given, "judge")
            yield Shortfall(
                one.id, given, board.wanted,
                f"{one.reference} can be given to {to}, where the round asks for {board.wanted}{said}.",
            )  # fmt: skip


def _why_not(board: _Board, judge: Judge, entry: Nominee) -> str:
    return board.refusal(judge, entry) or f"{judge.name} judges {judge.most} at most"


def _uneven(board: _Board) -> Iterator[str]:
    """For each judge with two fewer than another: why nothing of the other’s can come to them."""
    if not board.judges:
        return
    top = max(board.judges, key=lambda one: board.load[one.id])
    for one in board.judges:
        if board.load[top.id] - board.load[one.id] > 1:
            yield (
                f"{one.name} has {board.load[one.id]} and {top.name} has {board.load[top.id]}: "
                f"{_why_fewer(board, one, top)}."
            )


def _why_fewer(board: _Board, few: Judge, many: Judge) -> str:
    if not board.has_room(few.id):
        return f"{few.name} judges {few.most} at most"
    mine = [one for one in board.entries if many.id in board.having[one.id]]
    reasons = Counter(_why_stays(board, few, many, one) for one in mine)
    reasons["is no longer with the judges", "are no longer with the judges"] = board.load[many.id] - len(mine)
    said = [
        f"{number} {one if number == 1 else more}" for (one, more), number in reasons.most_common() if number
    ]
    return f"of what {many.name} has, {and_list(said)}"


def _why_stays(board: _Board, few: Judge, many: Judge, entry: Nominee) -> tuple[str, str]:
    """Why a nominee cannot go from one judge to the other, of one and of more nominees."""
    if few.id in board.having[entry.id]:
        return (f"is with {few.name} too", f"are with {few.name} too")
    if (few.id, entry.id) in board.conflicts:
        return (f"has a conflict with {few.name}", f"have a conflict with {few.name}")
    if board.refusal(few, entry):
        return (f"is not for {few.name} to judge", f"are not for {few.name} to judge")
    return ("was given before", "were given before")
