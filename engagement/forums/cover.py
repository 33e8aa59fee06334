"""Which providers a public table counts together, so that those that must not be named are not told by that."""

from collections.abc import Sequence, Set
from hashlib import sha256

COVER = 5
"""At least so many providers stand behind a row of several."""
NAMED_FROM = 10
"""With fewer providers than this none is named."""


def counted_together(providers: Sequence[str], withheld: Set[str]) -> frozenset[str]:
    """The keys of the providers that are counted together rather than named.

    Were only the withheld ones counted together, whoever was there could tell from the names that are missing of whom
    an exempt fact is held. So as soon as one is withheld, others that might well be named are counted with it: at least
    `COVER` in all, and at least as many for cover as are withheld. They are drawn by a hash of the provider alone, so
    that neither saving twice nor the reports of several events tell cover from withheld. Where the list is shorter
    than `NAMED_FROM`, or too many are withheld to be covered, all are.
    """
    hidden = withheld & set(providers)
    if not hidden:
        return frozenset()
    number = max(COVER, 2 * len(hidden))
    if len(providers) < NAMED_FROM or number >= len(providers):
        return frozenset(providers)
    others = sorted(set(providers) - hidden, key=lambda key: sha256(key.encode()).digest())
    return frozenset([*hidden, *others[: number - len(hidden)]])
