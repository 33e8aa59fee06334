"""Which numbers of people may be told together: none that is small, nor any that would let a small one be worked out.

All that is printed of people counts the same people: in work of those on the register, 26 weeks of 13, learning
disability beside autism, now beside the year before. So everything is taken as one set of sums over the states that
somebody can be in, and what a reader could work out of any of them is looked for, differences and overlaps included.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from resources.linked_sums import Linked, Sum, worked_out
from workforce.iwork.figures.counted import Counted, State, possible_states

C = Counted
BELOW = 5
Told = dict[Counted, int | None]
_HIDDEN_FIRST = (
    C.AUTISM_MORE, C.AUTISM_FEWER, C.LD_MORE, C.LD_FEWER, C.WEEKS_52, C.WEEKS_26, C.MORE, C.FEWER, C.AUTISM, C.LD,
    C.WEEKS_13, C.STARTED, C.REFERRED, C.THEN_WORK, C.WORK, C.THEN_REGISTER, C.REGISTER,
)  # fmt: skip
"""Details go before what they are details of."""
_PART_OF = {
    C.THEN_WORK: C.THEN_REGISTER, C.WORK: C.REGISTER,
    **dict.fromkeys((C.MORE, C.FEWER, C.WEEKS_13, C.LD, C.AUTISM), C.WORK),
    C.WEEKS_26: C.WEEKS_13, C.WEEKS_52: C.WEEKS_26,
    **dict.fromkeys((C.LD_MORE, C.LD_FEWER), C.LD), **dict.fromkeys((C.AUTISM_MORE, C.AUTISM_FEWER), C.AUTISM),
}  # fmt: skip
"""In an order in which a whole comes before its parts."""


def safe_counts(
    states: Iterable[State], *, also: Collection[Counted] = (), among: Sequence[State] | None = None
) -> Told:
    """Each printed number, or None where it is not shown. `also` are not shown for reasons of their own."""
    linked, sums = linked_counts(states, among=possible_states() if among is None else among)
    value = {one: held.value(linked.parts) for one, held in sums.items()}
    never = {one for one in sums if 1 <= value[one] < BELOW or (one in also and value[one])}
    order = [one for one in _HIDDEN_FIRST if value.get(one)]
    secrets = [one for one in (*linked.implied, *sums.values()) if 1 <= one.value(linked.parts) < BELOW]
    hidden = _hidden(linked, sums, order, never, secrets)
    for one in reversed(order):  # what matters most is shown again first
        if one in hidden - never and not _known(linked, sums, hidden - {one}, secrets):
            hidden.discard(one)
    hidden |= _nobody_of_few(value, hidden)
    return {one: None if one in hidden else value[one] for one in sums}


def _nobody_of_few(value: Mapping[Counted, int], hidden: Collection[Counted]) -> set[Counted]:
    """Where a number is not shown, that nobody of it works 16 hours would say of each of those few that they do not."""
    found: set[Counted] = set()
    for part, whole in _PART_OF.items():
        if not value.get(part) and (whole in hidden or whole in found):
            found.add(part)
    return found & set(value)


def _hidden(
    linked: Linked, sums: Mapping[Counted, Sum], order: Iterable[Counted], never: Collection[Counted],
    secrets: list[Sum],
) -> set[Counted]:  # fmt: skip
    """Enough of them; of the secrets those that were hard to keep come first from then on."""
    hidden, unsafe, hard = set(never), list(secrets), list[Sum]()
    more = (one for one in order if one not in hidden)
    while found := _known(linked, sums, hidden, unsafe):
        unsafe = unsafe[unsafe.index(found[0]) :]  # with more hidden, what was safe stays so
        hard.append(found[0])
        hidden.add(next(more))
    secrets.sort(key=lambda one: one not in hard)
    return hidden


def _known(
    linked: Linked, sums: Mapping[Counted, Sum], hidden: Collection[Counted], secrets: Sequence[Sum]
) -> list[Sum]:
    """The first of the secrets that what is shown gives away."""
    shown = tuple(held for one, held in sums.items() if one not in hidden)
    return worked_out(Linked(linked.parts, shown, tuple(secrets)), (), below=BELOW)


def linked_counts(states: Iterable[State], *, among: Sequence[State]) -> tuple[Linked, dict[Counted, Sum]]:
    """The sums that are printed, over the states that are possible, and what their overlaps and differences come to."""
    held = Counter(states)
    parts = {_name(one): held[one] for one in dict.fromkeys((*among, *held))}
    everything = {one: one for one in map(frozenset[Counted], (*among, *held))}
    sums = {
        one: made for one in Counted if (made := _sum(state for state in everything if one in state)).plus
    }
    implied = [
        _sum(state for state in everything if test(state))
        for first, second in combinations(sums, 2)
        for test in _both_and_either(first, second)
    ]
    printed = tuple(sums.values())
    return Linked(parts, printed, tuple(one for one in dict.fromkeys(implied) if one.plus)), sums


def _both_and_either(first: Counted, second: Counted) -> Iterator[Callable[[State], bool]]:
    yield lambda state: first in state and second in state
    yield lambda state: first in state and second not in state
    yield lambda state: second in state and first not in state


def _sum(states: Iterable[State]) -> Sum:
    return Sum(tuple(sorted({_name(one) for one in states})))


def _name(state: State) -> str:
    return "+".join(sorted(state)) or "nothing"
