"""Many questions at once: of twenty without any change, one would look changed by chance alone."""

from collections.abc import Sequence


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """Holm's correction, in the order given: the chance of calling anything changed that is not stays below 5%.

    What has no p is not one of those compared.
    """
    held = sorted((p, place) for place, p in enumerate(p_values) if p is not None)
    corrected: list[float | None] = [None] * len(p_values)
    greatest = 0.0
    for before, (p, place) in enumerate(held):
        greatest = max(greatest, min(1.0, p * (len(held) - before)))
        corrected[place] = greatest
    return corrected
