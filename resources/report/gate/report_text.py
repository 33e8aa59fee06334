"""The text of a report block by block, with the place where a reader finds it: what a check tells people to mend."""

from collections.abc import Iterator
from dataclasses import replace

from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
    exemptions_of,
    public_part,
    public_places,
)
from resources.report.cells import cell_text
from resources.report.committee.composed_parts import usual_notice
from resources.report.committee.composing import Composed, SentenceState
from resources.report.committee.numbering import Numbers, numbers
from resources.report.committee.outline import Item, ItemKind, Outline
from resources.report.committee.places import numbered_place
from resources.report.document_text import Passage
from resources.tables import Table


def public_passages(report: Report, *, whole_rows: bool = False) -> list[Passage]:
    """All that the public document says, under the numbers it says it with, each with the block that says it.

    With `whole_rows` a row of a table is one passage in which each cell stands beside its heading.
    """
    public = public_part(report)
    found = [Passage(public.title, "title", is_heading=True), Passage(public.subtitle, "subtitle")]
    found += _masthead(public)
    found += [Passage(words, "who writes") for words in (public.house.council, public.house.team)]
    found.append(Passage(public.house.enquiries, "enquiries"))
    after = "the beginning"
    places = public_places(report.blocks)
    for at, block, number in zip(places, public.blocks, numbers(public), strict=True):
        after = numbered_place(block, number) or after
        found += (replace(one, block=at) for one in of_block(block, number, after, whole_rows=whole_rows))
    return [one for one in found if one.text.strip()]


def exempt_passages(report: Report) -> list[Passage]:
    """All that the exempt appendix alone says; each row of a table is one passage, with the headings of its columns."""
    found = [
        passage
        for block, exempt in zip(report.blocks, exemptions_of(report.blocks), strict=True)
        if exempt is not None
        for passage in of_block(block, Numbers(), "", whole_rows=True)
    ]
    return [one for one in found if one.text.strip()]


def row_words(table: Table, row: tuple[object, ...]) -> str:
    """A row as a sentence that counts can be read from: “Residents: 14; Since: 3 June 2019”."""
    cells = ((column, cell_text(column, cell)) for column, cell in zip(table.columns, row, strict=True))  # type: ignore[arg-type]
    return "; ".join(f"{column.heading}: {words}" for column, words in cells if words)


def of_block(block: Block, number: Numbers, after: str, *, whole_rows: bool = False) -> Iterator[Passage]:
    """What a block says, with where: by its number, or by what stands before it."""
    where = numbered_place(block, number) or f"after {after}"
    match block:
        case Heading(text=text):
            yield Passage(text, where, is_heading=True)
        case Paragraph(text=text):
            yield Passage(text, where)
        case Bullets(items=items) | Recommendations(items=items) | TickBoxes(items=items):
            kind = "recommendation" if isinstance(block, Recommendations) else "item"
            beneath = "" if isinstance(block, Recommendations) else f" after {after}"
            for place, item in enumerate(items, 1):
                yield Passage(item, f"{kind} {place}{beneath}")
        case SignOff(name=name, post=post):
            yield from (Passage(name, "sign-off"), Passage(post, "sign-off"))
        case FactList(items=pairs):
            for label, value in pairs:
                yield from (Passage(label, where, is_heading=True), Passage(value, where))
        case WritingRoom(label=label):
            yield Passage(label, where)
        case TableBlock(table=table, alt=alt, caption=caption):
            yield Passage(caption or table.title, f"caption of {where}", is_heading=True)
            yield Passage(alt, f"alternative text of {where}")
            yield from of_table(table, where, whole_rows=whole_rows)
        case ChartBlock(alt=alt, caption=caption, source=source, data=data):
            yield Passage(caption, f"caption of {where}", is_heading=True)
            yield Passage(alt, f"alternative text of {where}")
            yield Passage(source, f"source of {where}")
            if data is not None:
                yield from of_table(data, f"table {number.table}", whole_rows=whole_rows)


def of_table(table: Table, where: str, *, whole_rows: bool = False) -> Iterator[Passage]:
    """The cells of a table, and what stands beneath it."""
    for column in table.columns:
        yield Passage(column.heading, f"headings of {where}", is_heading=True)
    for place, row in enumerate(table.rows, 1):
        if whole_rows:
            yield Passage(row_words(table, row), f"{where}, row {place}")
            continue
        for column, cell in zip(table.columns, row, strict=True):
            yield Passage(cell_text(column, cell), f"{where}, row {place}")
    yield from (Passage(words, f"beneath {where}") for words in (table.base, table.source, *table.notes))


def public_tables(report: Report) -> list[tuple[Table, str]]:
    """The tables of the public document with their places."""
    public = public_part(report)
    return [
        (table, f"table {number.table}")
        for block, number in zip(public.blocks, numbers(public), strict=True)
        if (table := _table_of(block)) is not None
    ]


def outline_passages(outline: Outline) -> list[Passage]:
    """All that somebody typed for the public document, by the line or part in which they typed it."""
    found = [
        Passage(outline.title, "title", is_heading=True),
        Passage(outline.committee, "name of the committee"),
    ]
    found += [Passage(text.text, f"“{part.label}”") for part, text in outline.parts.items()]
    for place, item in enumerate(outline.items, 1):
        found += _of_item(item, place)
    found += [
        Passage(text, f"recommendation {place}") for place, text in enumerate(outline.recommendations, 1)
    ]
    found += [Passage(edit.edited, "an edited sentence") for edit in outline.edits]
    return [one for one in found if one.text.strip()]


def _of_item(item: Item, place: int) -> Iterator[Passage]:
    if item.exempt is not None or item.kind is ItemKind.SECTION:
        return
    yield Passage(item.text, f"line {place} of the outline", is_heading=item.kind is ItemKind.HEADING)
    yield Passage(item.alt, f"description of the picture in line {place} of the outline")


def _masthead(report: Report) -> list[Passage]:
    top = report.masthead
    if top is None:
        return []
    words = (top.committee, top.agenda_item, top.report_of)
    return [Passage(one, "top of the first page", is_heading=True) for one in words]


def _table_of(block: Block) -> Table | None:
    match block:
        case TableBlock(table=table):
            return table
        case ChartBlock(data=data):
            return data
    return None


def made_passages(composed: Composed) -> list[Passage]:
    """What the program says in public of itself, as it made it: that is public by the rules of each capability.

    So are the council's formulas, which an exempt part may repeat.
    """
    blocks = composed.report.blocks
    exemptions = exemptions_of(blocks)
    why = tuple(dict.fromkeys(one for one in exemptions if one is not None))
    found = [Passage(usual_notice(why), "")] if why else []
    for block, exempt, origin in zip(blocks, exemptions, composed.origins, strict=True):
        if exempt is not None:
            continue
        if origin.state is SentenceState.AS_MADE:
            found += of_block(block, Numbers(), "", whole_rows=True)
        elif origin.generated:
            found.append(Passage(origin.generated, ""))
    return [one for one in found if one.text.strip()]
