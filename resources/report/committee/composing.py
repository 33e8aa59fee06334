"""What somebody decided about a report and the sections made for it, put together as one report. Pure.

`compose` makes the blocks of both documents at once; `public_part` and `exempt_part` take them apart. Each block has an
origin beside it: the line of the outline, the formal part or the generated sentence that it comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from resources.problem import Problem
from resources.report.blocks import Masthead, Report
from resources.report.committee.composed_items import Materials, compose_items
from resources.report.committee.composed_parts import Parts
from resources.report.committee.draft_checks import tell_carried_over
from resources.report.committee.house_styles import house_style
from resources.report.committee.outline import Outline
from resources.report.committee.parts import Part
from resources.report.committee.pieces import Origin, SentenceState
from resources.report.committee.places import places_of
from resources.report.committee.section import Section
from resources.report.committee.to_mend import ToMend

__all__ = ["Composed", "Origin", "SentenceState", "compose"]


@dataclass(frozen=True)
class Composed:
    """The report, the origin of each of its blocks in their order, and what is to be mended.

    `left_out` are generated sentences that somebody edited away: no block stands for them.
    """

    report: Report
    origins: tuple[Origin, ...]
    to_mend: tuple[ToMend, ...] = ()
    left_out: tuple[Origin, ...] = ()


def compose(
    outline: Outline,
    made: Mapping[str, Section | Problem],
    pictures: Mapping[str, bytes] | None = None,
) -> Composed:
    """The whole report. `made` are the sections by the keys of their lines, `pictures` PNG files by their SHA-256.

    A section that is a Problem leaves no block; its sentence is in `to_mend`.
    """
    layout = house_style(outline.style)
    items = compose_items(outline, layout, Materials(made, pictures or {}))
    tell_carried_over(items, outline)
    draft = Parts(outline, layout, items).composed()
    report_of = outline.parts.get(Part.REPORT_OF) if layout.needs_report_of else None
    report = Report(
        outline.title,
        as_at=outline.span.last,
        blocks=draft.blocks,
        masthead=Masthead(
            committee=outline.committee,
            meets_on=outline.meets_on,
            agenda_item=outline.agenda_item,
            report_of=report_of.text.strip() if report_of else "",
        ),
        numbering=layout.numbering,
        looks=outline.looks,
    )
    origins = tuple(piece.origin for piece in draft.pieces)
    return Composed(report, origins, _placed(draft.to_mend, report, origins), tuple(draft.left_out))


def _placed(told: list[ToMend], report: Report, origins: tuple[Origin, ...]) -> tuple[ToMend, ...]:
    """What is said of a sentence with where it stands, in the document in which it is printed."""
    words = places_of(report)
    blocks = {(one.item, one.sentence): at for at, one in reversed(list(enumerate(origins))) if one.sentence}

    def placed(one: ToMend) -> ToMend:
        at = blocks.get((one.item, one.sentence)) if one.sentence else None
        return one if at is None else replace(one, where=one.where or words[at], block=at)

    return tuple(placed(one) for one in told)
