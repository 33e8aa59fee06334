"""What differs between two reports, as a table and a document of the team's own, marked where any of it is exempt."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap

from resources.report.blocks import Block, Bullets, Heading, Paragraph, Report, TableBlock
from resources.report.committee.comparing import Difference, Kind, What
from resources.report.exemption import MARKING, Exemption
from resources.tables import Column, Table
from resources.wording import and_list, count_of, lower_first

COLUMNS = (
    Column("kind", "What happened", width=150),
    Column("where", "Where it stands", width=200),
    Column("what", "What it is", width=130),
    Column("figures", "Figures", width=260),
    Column("was", "It was", width=320),
    Column("now", "It is now", width=320),
)

_COUNTED = {Kind.FIGURES: "with other figures"}


def comparison_table(differences: Sequence[Difference], title: str, *, as_at: date | None = None) -> Table:
    """A row for each difference."""
    return Table(
        title,
        COLUMNS,
        [row_of(one) for one in differences],
        base=summed(differences),
        as_at=as_at,
        exempt=next((one.exempt for one in differences if one.exempt), None),
    )


def row_of(one: Difference) -> tuple[str, ...]:
    """As a table has it."""
    figures = "; ".join(change.told for change in one.figures)
    return (one.kind.label, one.where, one.what.label, figures, one.was, one.now)


def summed(differences: Sequence[Difference]) -> str:
    """3 new, 1 no longer there and 4 with other figures."""
    counted = [(kind, sum(one.kind is kind for one in differences)) for kind in Kind]
    told = [f"{number:,} {_COUNTED.get(kind, lower_first(kind.label))}" for kind, number in counted if number]
    return f"{count_of(len(differences), 'difference')}: {and_list(told)}" if told else "No differences"


def comparison_lines(differences: Sequence[Difference], *, width: int = 100) -> Iterator[str]:
    """For a terminal: what it was, what it is now and by how much, under each other."""
    for number, one in enumerate(differences, 1):
        where = f", under “{one.where}”" if one.where else ""
        marked = f", {MARKING}" if one.exempt else ""
        yield f"{number}. {_lead(one)}{where}{marked}"
        same_name = one.what is What.TABLE
        told = [("Was: ", one.was if not same_name else ""), ("Now: ", one.now if not same_name else "")]
        for lead, words in (*told, *(("     ", change.told) for change in one.figures)):
            if words:
                yield from wrap(words, width, initial_indent=f"   {lead}", subsequent_indent=" " * 8)
        yield ""
    yield f"{summed(differences)}."


def comparison_report(
    differences: Sequence[Difference],
    title: str,
    *,
    subtitle: str,
    followed_up: Table | None = None,
    as_at: date | None = None,
) -> Report:
    """Heading by heading, with what became of the recommendations; marked as soon as any of it is exempt."""
    blocks: list[Block] = [Heading("What differs"), Paragraph(f"{summed(differences)}.")]
    where = ""
    for one in differences:
        if one.where != where and one.where:
            blocks.append(Heading(one.where, 2))
            where = one.where
        blocks += _blocks(one)
    if followed_up is not None:
        blocks += [
            Heading("What became of the recommendations"),
            TableBlock(
                followed_up, "Each recommendation of the earlier report, what was decided and how far it is."
            ),
        ]
    marking: tuple[Exemption, ...] = tuple(dict.fromkeys(one.exempt for one in differences if one.exempt))
    return Report(title, subtitle=subtitle, as_at=as_at, blocks=tuple(blocks), marking=marking)


def _blocks(one: Difference) -> list[Block]:
    lead = _lead(one)
    if one.what is What.TABLE:
        return [Paragraph(f"{lead}.", leads=bool(one.figures)), *([_cells(one)] if one.figures else [])]
    lines = [f"It was: {one.was}"] if one.was else []
    lines += [f"It is now: {one.now}"] if one.now else []
    lines += [change.told for change in one.figures]
    return [Paragraph(f"{lead}.", leads=bool(lines)), *([Bullets(tuple(lines))] if lines else [])]


def _lead(one: Difference) -> str:
    """Sentence: figures changed."""
    named = one.name if one.what in (What.PART, What.TABLE) else one.what.label
    return f"{named}: {lower_first(one.kind.label)}"


def _cells(one: Difference) -> TableBlock:
    rows = [(change.name, change.was, change.now, change.by) for change in one.figures]
    table = Table(f"What changed in “{one.name}”", _CELLS, rows)
    return TableBlock(table, "Each row or cell that changed, as it was and as it is now.")


_CELLS = (
    Column("where", "Row and column", width=320),
    Column("was", "It was"),
    Column("now", "It is now"),
    Column("by", "Difference"),
)
