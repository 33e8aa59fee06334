"""What a workplace’s ASC-WDS records lack, in Word, to be sent to its provider."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from engagement.register.letterhead import letterhead
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    FactList,
    Heading,
    House,
    PageBreak,
    Paragraph,
    Report,
    TableBlock,
)
from resources.wording import capital_first, count_of, date_words, lower_first
from workforce.ascwds.completeness import Standing
from workforce.ascwds.standings import standings
from workforce.ascwds.tables import missing_table, state_words
from workforce.ascwds.workplaces import Workplace, workplaces
from workforce.years import year_of, year_span, year_words

_HOW = (
    "Sign in to the Adult Social Care Workforce Data Set, fill in what is listed, and save each record, or upload your "
    "files again. A record that has not changed is looked at and saved again: the date of that counts."
)
_LINES = "Lines are those of the worker file. No names are held."
_REFERENCES = "Records are named by your own reference, and by their line of the worker file."


def missing_paper(db: Database, *, on: date, only: Sequence[str] | None = None) -> Report:
    """A page for each workplace that is not complete, or for those asked for, complete or not."""
    stand = standings(db, on=on, workplaces=only)
    some = [
        one for one in workplaces(db) if one.id in stand and (only is not None or not stand[one.id].eligible)
    ]
    if not some:
        raise Problem("Every workplace is complete for this funding year, so there is no list to send.")
    head = letterhead(db)
    blocks: list[Block] = []
    for place, one in enumerate(some):
        blocks += [PageBreak()] if place else []
        blocks += _workplace(db, one, stand[one.id], on)
    title = some[0].name if len(some) == 1 else f"{count_of(len(some), 'workplace')}"
    return Report(
        f"ASC-WDS records: {title}", f"Funding year {year_words(year_of(on))}", on, tuple(blocks),
        House(head.council, head.team, head.email or head.phone),
    )  # fmt: skip


def _workplace(db: Database, one: Workplace, stands: Standing, on: date) -> list[Block]:
    now, last = stands.now, date_words(year_span(year_of(on)).last)
    table = replace(missing_table(db, one.id, on=on), exempt=None)  # it goes to nobody but its provider
    facts = FactList(
        (
            ("LOCALESTID", one.local_id),
            ("For funding", state_words(stands)),
            ("Records complete", f"{now.complete:,} of {now.workers:,} ({now.percent_down}%, rounded down)"),
            ("Staff declared", "Not said" if now.staff is None else f"{now.staff:,}"),
            ("Last looked at", date_words(now.updated_on) if now.updated_on else "Not known"),
        )
    )
    said: list[Block] = [Heading(one.name), facts]
    if stands.eligible:
        since = date_words(stands.met_on) if stands.met_on else ""
        said.append(Paragraph(f"The rule was met on {since}. That counts until {last}."))
    if now.reasons:
        wanted = lower_first(now.to_change) if now.to_change else "look at the records again"
        said += [
            Paragraph("Not complete today, because:", leads=True),
            Bullets(tuple(map(capital_first, now.reasons))),
            Paragraph(f"What would change it: {wanted}.", leads=True),
            Paragraph(_HOW),
        ]
    if table.rows:
        named = any(each.reference for each in now.incomplete)
        said += [
            TableBlock(table, f"What the records of {one.name} lack, a row for each record."),
            Paragraph(_REFERENCES if named else _LINES),
        ]
    return said
