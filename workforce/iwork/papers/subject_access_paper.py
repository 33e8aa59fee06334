"""Everything held about one person as one document in plain words, to be given to them."""

from datetime import date

from resources.report.blocks import Block, FactList, Heading, Paragraph, Report, TableBlock
from resources.tables import Column, Table
from resources.wording import count_of, moment_words
from workforce.iwork.exempt import EXEMPTION
from workforce.iwork.people.subject_access import Everything, HeldPart

_INTRODUCTION = (
    "This is everything that the i-Work team holds about you on its register. You asked to see it. You may ask us to "
    "put right what is wrong, to add what is missing, or to delete it."
)
_WHO = (
    "Only the i-Work team can open the register. It is kept locked on the team’s own computers. Each time somebody "
    "looked at your record, that was written down; the list is at the end."
)
_CHANGES = "Each time something was added, changed or removed, with what it was before. The newest is first."
_HEADINGS = {"Person": "You"}


def subject_access_report(held: Everything, *, today: date) -> Report:
    """The document; none of it is for anybody else."""
    blocks: list[Block] = [
        Paragraph(_INTRODUCTION),
        Paragraph(_WHO),
        *(block for part in held.parts for block in _part(part)),
        *_elsewhere(held),
        *_views(held),
        *_changes(held),
    ]
    return Report(
        "What we hold about you",
        f"{held.person.name}, {held.person.reference}",
        today,
        tuple(blocks),
        marking=(EXEMPTION,),
    )


def _part(part: HeldPart) -> list[Block]:
    blocks: list[Block] = [Heading(_HEADINGS.get(part.title, part.title))]
    for number, facts in enumerate(part.entries, start=1):
        if len(part.entries) > 1:
            blocks.append(Heading(f"{part.title} {number} of {len(part.entries)}", 2))
        blocks.append(FactList(facts or (("Kept", "without anything else written"),)))
    return blocks


def _elsewhere(held: Everything) -> list[Block]:
    if not held.elsewhere:
        return []
    lead = "Your name also stands in what is written about somebody or something else."
    return [Heading("Where else your name stands"), Paragraph(lead, leads=True), FactList(held.elsewhere)]


def _views(held: Everything) -> list[Block]:
    heading = Heading("Who looked at your record")
    if not held.views:
        return [heading, Paragraph("Nobody has looked at it on a screen.")]
    columns = (
        Column("at", "When", width=160),
        Column("who", "Who", width=160),
        Column("what", "What they looked at", width=200),
    )
    rows = [(moment_words(at), who, what) for at, who, what in held.views]
    table = Table(
        "Who looked at your record", columns, rows, base=count_of(len(rows), "look"), exempt=EXEMPTION
    )
    return [heading, TableBlock(table, "For each look when it was, who looked and at what.")]


def _changes(held: Everything) -> list[Block]:
    columns = (
        Column("at", "When and who", width=150),
        Column("what", "What was done", width=150),
        Column("lines", "What was changed", width=320),
    )
    rows = [(f"{moment_words(one.at)}, {one.who}", one.action, "\n".join(one.lines)) for one in held.changes]
    table = Table("What was changed", columns, rows, base=count_of(len(rows), "change"), exempt=EXEMPTION)
    alt = "For each change when it was made, by whom, what it was called and which facts it changed."
    return [
        Heading("What was changed, when and by whom"),
        Paragraph(_CHANGES, leads=True),
        TableBlock(table, alt),
    ]
