"""Everything held about one person as one document in plain words, to be given to them."""

from datetime import date

from resources.report.blocks import Block, Bullets, FactList, Heading, Paragraph, Report, TableBlock
from resources.tables import Column, Table
from resources.wording import moment_words
from workforce.iwork.exempt import EXEMPTION
from workforce.iwork.people.plain_lines import with_one_place
from workforce.iwork.people.subject_access import Everything, HeldPart
from workforce.iwork.row_kinds import KINDS

_INTRODUCTION = (
    "This is everything that the i-Work team holds about you on its register.{asked} You may ask us to put right what "
    "is wrong, to add what is missing, or to delete it."
)
_WHO = (
    "Only the i-Work team can open the register. It is kept locked on the team’s own computers. Each time somebody "
    "looked at your record, that was written down. The list is at the end."
)
_CHANGES = (
    "Each time something was added, changed or removed, with what it was before. The newest is first. Where something "
    "was changed, an arrow leads from what it was to what it became."
)
_IN_A_TABLE = 5
_HEADINGS = {"Person": "You"}
_NOTHING_ELSE = (("Kept", "without anything else written"),)


def subject_access_report(held: Everything, *, today: date) -> Report:
    """The document; none of it is for anybody else."""
    asked = any(part.title == KINDS["subject_access"] for part in held.parts)
    blocks: list[Block] = [
        Paragraph(_INTRODUCTION.format(asked=" You asked to see it." if asked else "")),
        Paragraph(_WHO),
        *(block for part in held.parts for block in _part(part)),
        *_elsewhere(held),
        *_changes(held),
        *_views(held),
    ]
    return Report(
        "What we hold about you",
        f"{held.person.name}, {held.person.reference}",
        today,
        tuple(blocks),
        marking=(EXEMPTION,),
    )


def _part(part: HeldPart) -> list[Block]:
    """One thing is told fact by fact; several like it in a line each, in a table, or one after the other."""
    title = _HEADINGS.get(part.title, part.title)
    if part.lines:
        return [Heading(title), Bullets(part.lines)]
    entries = [with_one_place(facts) or _NOTHING_ELSE for facts in part.entries]
    headings = list(dict.fromkeys(heading for facts in entries for heading, _ in facts))
    if len(entries) > 1 and len(headings) <= _IN_A_TABLE:
        columns = tuple(Column(f"fact_{at}", heading, width=160) for at, heading in enumerate(headings))
        rows = [tuple(dict(facts).get(heading, "") for heading in headings) for facts in entries]
        table = Table(title, columns, rows, exempt=EXEMPTION)
        return [Heading(title), TableBlock(table, f"{title}: a row for each.")]
    blocks: list[Block] = [Heading(title)]
    for at, facts in enumerate(entries, 1):
        blocks += [Heading(f"{title}, {at} of {len(entries)}", level=2)] if len(entries) > 1 else []
        blocks.append(FactList(tuple(facts)))
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
    table = Table("Who looked at your record", columns, rows, exempt=EXEMPTION)
    return [heading, TableBlock(table, "For each look when it was, who looked and at what.")]


def _changes(held: Everything) -> list[Block]:
    blocks: list[Block] = [Heading("What was changed, when and by whom"), Paragraph(_CHANGES, leads=True)]
    for one in held.changes:
        blocks.append(Paragraph(f"{moment_words(one.at)}, {one.who}: {one.action}", leads=True))
        blocks.append(Bullets(one.lines))
    return blocks
