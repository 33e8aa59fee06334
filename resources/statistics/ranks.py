"""Places in an order, joint where figures print alike."""

from collections.abc import Mapping
from dataclasses import dataclass

from resources.wording import Number, exact


@dataclass(frozen=True)
class Ranked:
    """A name's place; those who share it are `tied_with`, and the places they take are then left out."""

    name: str
    value: Number
    place: int
    tied_with: tuple[str, ...] = ()

    @property
    def joint(self) -> bool:
        """Whether others share the place."""
        return bool(self.tied_with)


def rank(values: Mapping[str, Number | None], *, highest_first: bool) -> list[Ranked]:
    """Places by the figures as given, which should be the printed ones: what prints alike is joint.

    Names without a figure have no place. Order: by place, then as given.
    """
    figures = {name: exact(value) for name, value in values.items() if value is not None}
    places = [
        Ranked(
            name,
            values[name] or 0,
            1 + sum(other > figure if highest_first else other < figure for other in figures.values()),
            tuple(other for other in figures if other != name and figures[other] == figure),
        )
        for name, figure in figures.items()
    ]
    return sorted(places, key=lambda ranked: ranked.place)
