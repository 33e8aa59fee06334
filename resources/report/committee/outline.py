"""What somebody decided about a report: the parts they wrote, the sections they chose, the sentences they edited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from resources.report.committee.parts import Part
from resources.report.exemption import Exemption
from resources.report.looks import DEFAULT_LOOKS, Looks
from resources.spans import Span
from resources.words import Word


class Style(Word):
    """Whose house style a report is written in; see `house_styles`."""

    NOTTINGHAMSHIRE = "nottinghamshire", "Nottinghamshire: numbered through, recommendations 1) 2)"
    SOMERSET = "somerset", "Somerset: numbered 1.1, author block"


class ItemKind(Word):
    """What a line of an outline is."""

    SECTION = "section", "Section"
    HEADING = "heading", "Heading"
    PARAGRAPH = "paragraph", "Paragraph"
    BULLETS = "bullets", "List"
    PICTURE = "picture", "Picture"
    PAGE_BREAK = "page_break", "New page"


@dataclass(frozen=True)
class PartText:
    """What a part says; a comment has the initials of who made it and the day."""

    text: str
    initials: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Item:
    """A line of the outline, in its order.

    Of a section `section` is its key and `options` what was chosen for it ({"wave": key}). `text` is the words of a
    heading or paragraph, the lines of a list, the caption of a picture; `alt` describes a picture, `file` is the
    SHA-256 of its bytes. `exempt` makes all of a typed line exempt; of a section it is what its exempt blocks
    are printed with. `carried_over` says which report it was copied from, until somebody looked at it again.
    """

    id: str
    kind: ItemKind
    section: str = ""
    text: str = ""
    level: int = 1
    alt: str = ""
    file: str = ""
    exempt: Exemption | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    carried_over: str = ""


@dataclass(frozen=True)
class Edit:
    """A generated sentence as somebody put it. `generated` is what it said then; an `edited` of "" leaves it out."""

    section: str
    sentence: str
    generated: str
    edited: str


@dataclass(frozen=True)
class Outline:
    """All of it. `since` is the day of the report before this one, from which changes are told; `span` the period."""

    title: str
    committee: str
    meets_on: date
    span: Span
    since: date | None = None
    agenda_item: str = ""
    style: Style = Style.NOTTINGHAMSHIRE
    looks: Looks = DEFAULT_LOOKS
    parts: Mapping[Part, PartText] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    recommendations: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
