"""What was found in a report, by the place of its block, and the same as it is told to be mended. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from resources.report.blocks import Report
from resources.report.committee.pieces import Origin
from resources.report.committee.places import of_the_appendix, places_of
from resources.report.committee.to_mend import ToMend, Weight


@dataclass(frozen=True)
class Found:
    """One thing, as a sentence. `place` is that of its block, None where only the finished file tells, or nothing."""

    words: str
    place: int | None = None
    weight: Weight = Weight.LOOK
    where: str = ""


def to_mend(
    found: Iterable[Found], report: Report, origins: Sequence[Origin], *, appendix: bool = False
) -> Iterator[ToMend]:
    """Each with where it stands in words, and with what it comes from, so that it can be gone to.

    With `appendix` they were found in the file of the exempt appendix.
    """
    places = places_of(report)
    blocks = {where: at for at, where in reversed(list(enumerate(places)))}
    for one in found:
        where = of_the_appendix(one.where) if appendix else one.where
        at = blocks.get(where) if one.place is None else one.place
        if at is None:
            yield ToMend(one.weight, one.words, where)
            continue
        origin = origins[at]
        part = origin.part.value if origin.part else ""
        yield ToMend(one.weight, one.words, where or places[at], origin.item, part, origin.sentence, block=at)
