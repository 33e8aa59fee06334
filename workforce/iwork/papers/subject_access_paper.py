"""Everything held about one person as one document in plain words, to be given to them."""

from datetime import date

from resources.report.blocks import Block, Bullets, FactList, Heading, Paragraph, Report, TableBlock
from resources.tables import Column, Table
from resources.wording import moment_words
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
_NOTHING_ELSE = (("Kept", "without anything else written"),)


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
    """One thing is told line by line; of several like it each is a line."""
    heading = Heading(_HEADINGS.get(part.title, part.title))
    if len(part.entries) == 1:
        return [heading, FactList(part.entries[0] or _NOTHING_ELSE)]
    lines = tuple(
        "; ".join(f"{name}: {words}" for name, words in facts or _NOTHING_ELSE) for facts in part.entries
    )
    return [heading, Bullets(lines)]


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
    table = Table("Who looked at your record", columns, rows, exempt=EXEMPTION)
    return [heading, TableBlock(table, "For each look when it was, who looked and at what.")]


def _changes(held: Everything) -> list[Block]:
    blocks: list[Block] = [Heading("What was changed, when and by whom"), Paragraph(_CHANGES, leads=True)]
    for one in held.changes:
        blocks.append(Paragraph(f"{moment_words(one.at)}, {one.who}: {one.action}", leads=True))
        blocks.append(Bullets(one.lines))
    return blocks
