"""What one page can say of a provider, topic by topic, and which of it has room. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from resources.wording import count_of, shortened

LONGEST = 230
"""Signs of a sentence; names of services can be long."""


@dataclass(frozen=True)
class Topic:
    """A topic with its sentences, the most important first; `since` is what is new, `ask` what to ask at the visit."""

    heading: str
    lines: tuple[str, ...]
    since: str = ""
    ask: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fitted:
    """The rows that have room on a page, and how many sentences of which topic have none."""

    rows: tuple[tuple[str, str], ...]
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def left_out_words(self) -> str:
        """Left out for want of room: Ratings (3 sentences), Notes (1 sentence)."""
        if not self.left_out:
            return ""
        told = ", ".join(f"{heading} ({count_of(number, 'sentence')})" for heading, number in self.left_out)
        return f"Left out for want of room: {told}."


def fitted(topics: Sequence[Topic], fits: Callable[[Fitted], bool]) -> Fitted:
    """The first sentence of each topic, then the second of each, as long as all of it `fits`.

    A topic whose next sentence has no room says no more: what follows it is less important.
    """
    told = [_shortened(one) for one in topics if one.lines]
    taken = [1] * len(told)
    while len(taken) > 1 and not fits(_page(told, taken)):
        taken.pop()  # a room too small for all headings: the last topics give way
    growing = [at for at in range(len(taken)) if len(told[at].lines) > 1]
    while growing:
        still = []
        for at in growing:
            more = [*taken[:at], taken[at] + 1, *taken[at + 1 :]]
            if fits(_page(told, more)):
                taken = more
                still += [at] if taken[at] < len(told[at].lines) else []
        growing = still
    return _page(told, taken)


def _shortened(topic: Topic) -> Topic:
    return replace(topic, lines=tuple(shortened(line, LONGEST) for line in topic.lines))


def _page(told: Sequence[Topic], taken: Sequence[int]) -> Fitted:
    """So many sentences of each of the first topics."""
    shown = list(zip(told, taken, strict=False))
    rows = tuple((one.heading, " ".join(one.lines[:number])) for one, number in shown)
    out = [(one.heading, len(one.lines) - number) for one, number in shown]
    out += [(one.heading, len(one.lines)) for one in told[len(shown) :]]
    return Fitted(rows, tuple(one for one in out if one[1]))
