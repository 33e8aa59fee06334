"""What was found in a report, by the place of its block, and the same as it is told to be mended. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from resources.report.blocks import Bullets, Heading, Recommendations, Report, exemptions_of
from resources.report.committee.numbering import Numbers, numbers
from resources.report.committee.pieces import Origin
from resources.report.committee.to_mend import ToMend, Weight
from resources.wording import shortened


@dataclass(frozen=True)
class Found:
    """One thing, as a sentence. `place` is that of its block, None of the report as a whole."""

    words: str
    place: int | None = None
    weight: Weight = Weight.LOOK
    where: str = ""


def to_mend(found: Iterable[Found], report: Report, origins: Sequence[Origin]) -> Iterator[ToMend]:
    """Each with where it stands in words, and with what it comes from, so that it can be gone to."""
    places = where_in(report)
    for one in found:
        if one.place is None:
            yield ToMend(one.weight, one.words, one.where)
            continue
        origin = origins[one.place]
        part = origin.part.value if origin.part else ""
        yield ToMend(
            one.weight, one.words, one.where or places[one.place], origin.item, part, origin.sentence
        )


def where_in(report: Report) -> tuple[str, ...]:
    """Of each block where it stands: its number, its table or figure, or the heading that it stands beneath."""
    told, heading = [], ""
    for block, number, exempt in zip(
        report.blocks, numbers(report), exemptions_of(report.blocks), strict=True
    ):
        if isinstance(block, Heading):
            heading = shortened(block.text, 60)
            where = f"heading “{heading}”"
        else:
            where = _numbered(number) or _beneath(block, heading)
        told.append(f"{where} of the exempt appendix" if exempt and where else where)
    return tuple(told)


def _numbered(number: Numbers) -> str:
    if number.figure:
        return f"Figure {number.figure}"
    if number.table:
        return f"Table {number.table}"
    return f"paragraph {number.label.rstrip('.')}" if number.label else ""


def _beneath(block: object, heading: str) -> str:
    kind = (
        "list"
        if isinstance(block, Bullets)
        else "recommendations"
        if isinstance(block, Recommendations)
        else ""
    )
    if not heading:
        return kind or "beginning"
    return f"{kind} beneath “{heading}”" if kind else f"beneath “{heading}”"
