"""Which amounts may be told beside their total, so that no provider's own money can be worked out. Pure.

An amount is told where enough providers are behind it and no two of them have nearly all. What is left when all that
is told is taken from the total has to be as safe.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

LEAST_PROVIDERS = 5
NEARLY_ALL = 90
"""Two providers that have more of an amount than so many per cent: the third could work out the larger one's."""
RULE = (
    f"By kind of service and by district, an amount is not shown where fewer than {LEAST_PROVIDERS} providers are "
    f"behind it or two of them have more than {NEARLY_ALL}% of it, nor where it would let such an amount be worked out "
    "from the total."
)

ByProvider = Mapping[str, int]
"""Pence of each provider."""


def is_safe(amount: ByProvider) -> bool:
    """Whether an amount may be told: nothing at all, or that of enough providers."""
    pence = sorted((one for one in amount.values() if one), reverse=True)
    if not pence:
        return True
    return len(pence) >= LEAST_PROVIDERS and 100 * sum(pence[:2]) <= NEARLY_ALL * sum(pence)


def groups_to_hide(groups: Mapping[str, ByProvider]) -> frozenset[str]:
    """The groups whose amounts are not told beside the total of all; nothing hides one in which nobody claimed."""
    filled = {name: amount for name, amount in groups.items() if any(amount.values())}
    hidden = {name for name, amount in filled.items() if not is_safe(amount)}
    others = sorted(filled.keys() - hidden, key=lambda name: (sum(filled[name].values()), name))
    for name in others:
        if not hidden or _safe_together(filled[one] for one in hidden):
            break
        hidden.add(name)
    return frozenset(hidden)


def _safe_together(amounts: Iterable[ByProvider]) -> bool:
    some = list(amounts)
    return len(some) > 1 and is_safe(together(some))


def together(amounts: Iterable[ByProvider]) -> ByProvider:
    """Several amounts as one: a provider that stands in more than one counts once."""
    found: Counter[str] = Counter()
    for one in amounts:
        found.update(one)
    return found
