"""A report as a list of blocks, each public or exempt, and the two documents made from it."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from resources.report.exemption import SCHEDULE, Exemption, paragraphs_of
from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.report.told import Figure
from resources.tables import Table


@dataclass(frozen=True, kw_only=True)
class Block:
    """Anything that stands in a report. `exempt` is None for what the public may read."""

    exempt: Exemption | None = None


@dataclass(frozen=True)
class Heading(Block):
    """An exempt heading makes everything beneath it exempt."""

    text: str
    level: int = 1

    def __post_init__(self) -> None:
        if self.level not in (1, 2):
            raise ValueError(f"Headings have level 1 or 2, not {self.level}")


@dataclass(frozen=True)
class Paragraph(Block):
    """Numbered paragraphs count on through the whole document, as in a committee report.

    One that `leads` stays on the page of what follows it. `key` is what a generated one is called from one report to
    the next, and `figures` stand in it.
    """

    text: str
    numbered: bool = False
    leads: bool = False
    key: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Bullets(Block):
    """Short items beneath the paragraph that introduces them; `key` and `figures` as those of a paragraph."""

    items: tuple[str, ...]
    key: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Recommendations(Block):
    """What members are asked to decide, numbered 1) 2) by themselves."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class SignOff(Block):
    """Who signs, and their post."""

    name: str
    post: str = ""


@dataclass(frozen=True)
class TickBoxes(Block):
    """What can be ticked on paper, a box each, all on one page; boxes that have `leads` stay with what follows too."""

    items: tuple[str, ...]
    leads: bool = False


@dataclass(frozen=True)
class WritingRoom(Block):
    """Lines to write on by hand; `label` says what goes there."""

    label: str
    lines: int = 1


@dataclass(frozen=True)
class FactList(Block):
    """Labels with their values (Date, Place), a line each; not a table, for there is no header row to name."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TableBlock(Block):
    """A table with its caption above ("Table 1: …") and its base, notes and source beneath.

    `alt` describes the table to those who cannot see it. The caption is the table's title unless given.
    """

    table: Table
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        _require_alt(self.alt, self.table.title)


@dataclass(frozen=True)
class ChartBlock(Block):
    """A picture with its caption above ("Figure 1: …"). `data`, when given, is printed beneath as a table."""

    png: bytes
    alt: str
    caption: str
    source: str = ""
    data: Table | None = None

    def __post_init__(self) -> None:
        _require_alt(self.alt, self.caption)


@dataclass(frozen=True)
class PageBreak(Block):
    """What follows starts on a new page."""


class Numbering(Enum):
    """How paragraphs count: 1. 2. 3. through the whole document, or 1.1 1.2 beneath numbered headings."""

    CONTINUOUS = "continuous"
    BY_SECTION = "by_section"


@dataclass(frozen=True)
class Masthead:
    """What stands above the title of a report to a committee; what is empty is left out."""

    committee: str = ""
    meets_on: date | None = None
    agenda_item: str = ""
    report_of: str = ""


@dataclass(frozen=True)
class House:
    """Whose report it is; what is empty is left out."""

    council: str = ""
    team: str = ""
    enquiries: str = ""


@dataclass(frozen=True)
class Report:
    """A document before it has a file format.

    `marking` is set by `exempt_part` alone: a report that has one is the exempt appendix and says so on
    every page; a report without is written as the public document. With a masthead it is a report to a committee.
    """

    title: str
    subtitle: str = ""
    as_at: date | None = None
    blocks: tuple[Block, ...] = ()
    house: House = field(default_factory=House)
    marking: tuple[Exemption, ...] = ()
    masthead: Masthead | None = None
    numbering: Numbering = Numbering.CONTINUOUS
    looks: Looks = DEFAULT_LOOKS

    def __post_init__(self) -> None:
        first = next((block for block in self.blocks if isinstance(block, Heading)), None)
        if first is not None and first.level != 1:
            raise ValueError(f"The first heading of {self.title!r} skips level 1: {first.text!r}")

    @property
    def is_exempt(self) -> bool:
        """Whether this is the part that is not for publication."""
        return bool(self.marking)


def words_of(block: Block) -> str:
    """The words of a block that is written, an item or fact a line; "" of a heading, a table and what is drawn."""
    match block:
        case Paragraph(text=text):
            return text
        case Bullets(items=items):
            return "\n".join(items)
        case FactList(items=facts):
            return "\n".join(f"{label}: {text}" for label, text in facts)
        case SignOff(name=name, post=post):
            return ", ".join(one for one in (name, post) if one)
    return ""


def public_part(report: Report) -> Report:
    """What everybody may read. A heading whose section is wholly exempt goes with it."""
    return replace(
        report, blocks=tuple(report.blocks[place] for place in public_places(report.blocks)), marking=()
    )


def exempt_part(report: Report) -> Report | None:
    """The exempt blocks beneath the headings they stand under; None when everything is public."""
    exemptions = exemptions_of(report.blocks)
    reasons = dict.fromkeys(exempt for exempt in exemptions if exempt)  # in the order in which they appear
    if not reasons:
        return None
    kept: list[Block] = []
    for place in exempt_places(report.blocks):
        block = report.blocks[place]
        kept.append(block if isinstance(block, Heading) else replace(block, exempt=exemptions[place]))
    return replace(
        report, title=f"Exempt appendix: {report.title}", blocks=tuple(kept), marking=tuple(reasons)
    )


def public_places(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """The places of the blocks that stand in the public document."""
    places = [place for place, exempt in enumerate(exemptions_of(blocks)) if exempt is None]
    return tuple(places if len(places) == len(blocks) else _without_bare_headings(blocks, places))


def exempt_places(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    """The places of the blocks that stand in the exempt appendix: what is exempt, and the headings above it."""
    places: list[int] = []
    above: dict[int, int] = {}  # the headings not yet kept, by their level
    for place, (block, exempt) in enumerate(zip(blocks, exemptions_of(blocks), strict=True)):
        if isinstance(block, Heading):
            above = {level: heading for level, heading in above.items() if level < block.level}
            above[block.level] = place
        if exempt is None:
            continue
        places += above.values()
        above.clear()
        if not isinstance(block, Heading):
            places.append(place)
    return tuple(places)


def exemption_notice(report: Report) -> Paragraph | None:
    """The paragraph with which the public document says that something is kept from it, and why.

    Whether an exempt appendix goes with the document is for whoever saves it, so the paragraph names none.
    """
    appendix = exempt_part(report)
    if appendix is None:
        return None
    wordings = " ".join(dict.fromkeys(exemption.wording for exemption in sorted(appendix.marking)))
    return Paragraph(
        f"Some information relating to this report is held by the council and is not for publication "
        f"by virtue of {paragraphs_of(appendix.marking)} of {SCHEDULE}. {wordings}"
    )


def exemptions_of(blocks: tuple[Block, ...]) -> tuple[Exemption | None, ...]:
    """Of each block its own exemption or that of the heading above it."""
    found: list[Exemption | None] = []
    sections: dict[int, Exemption | None] = {}
    for block in blocks:
        if isinstance(block, Heading):
            sections = {level: exempt for level, exempt in sections.items() if level < block.level}
            found.append(block.exempt or _first(sections))
            sections[block.level] = block.exempt
        else:
            found.append(block.exempt or _first(sections))
    return tuple(found)


def _first(sections: dict[int, Exemption | None]) -> Exemption | None:
    return next((exempt for exempt in sections.values() if exempt is not None), None)


def _without_bare_headings(blocks: tuple[Block, ...], places: list[int]) -> list[int]:
    """Headings that still have something beneath them, and everything else."""
    kept: list[int] = []
    filled: frozenset[int] = frozenset()  # the levels of heading that what follows would fill
    for place in reversed(places):
        block = blocks[place]
        if isinstance(block, Heading):
            if block.level in filled:
                kept.append(place)
            filled = filled - {2} if block.level == 2 else frozenset()
        else:
            kept.append(place)
            filled = filled if isinstance(block, PageBreak) else frozenset({1, 2})
    return kept[::-1]


def _require_alt(alt: str, what: str) -> None:
    if not alt.strip():
        raise ValueError(f"{what!r} needs a description for those who cannot see it")
