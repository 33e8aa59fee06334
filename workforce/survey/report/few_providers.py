"""Whether numbers of people tell what one provider answered: too few providers are behind them, or one is nearly all.

Several responses of one provider count as one. One that was never tied to a provider counts by itself.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from workforce.survey.analysis.frame import WaveData

LEAST_PROVIDERS = 3
LARGEST_PART = Fraction(9, 10)
"""One provider that has more of the people than this knows the others nearly, and they know it."""
RULE = (
    f"Nor is a number of people shown where fewer than {LEAST_PROVIDERS} providers are behind it, or one provider has "
    "more than 90% of them."
)


def providers_by_number(data: WaveData) -> Mapping[int, str]:
    """Whose each response is, by its number."""
    held = zip(
        data.responses.index.tolist(),
        data.responses["id"].tolist(),
        data.responses["provider"].tolist(),
        strict=True,
    )
    return {number: str(provider or response) for number, response, provider in held}


def providers_by_response(data: WaveData) -> Mapping[str, str]:
    """The same by the keys of the responses."""
    whose = providers_by_number(data)
    return {
        key: whose[number]
        for number, key in zip(data.responses.index.tolist(), data.responses["id"].tolist(), strict=True)
    }


def told_by_few(people: Iterable[tuple[str, Fraction | float]]) -> bool:
    """Of each response whose it is and how many people it has; nobody at all is told by nobody."""
    each: dict[str, float] = {}
    for provider, number in people:
        if number > 0:
            each[provider] = each.get(provider, 0.0) + float(
                number
            )  # whole people are exact, and quick to add
    if not each:
        return False
    part, whole = LARGEST_PART.as_integer_ratio()
    return len(each) < LEAST_PROVIDERS or whole * max(each.values()) > part * sum(each.values())
