"""The held forum of the tests with a series around it, an agenda, notes, a decision and actions."""

from dataclasses import dataclass
from datetime import date

from engagement.forums import series
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.minutes import Minutes, keep_minutes
from resources.database import Database
from resources.report.blocks import (
    Bullets,
    FactList,
    Heading,
    Paragraph,
    Report,
    TableBlock,
    exempt_part,
    public_part,
)


@dataclass(frozen=True)
class Minuted:
    """The keys of what was made."""

    event: str
    before: str
    after: str
    series: str


def minute(db: Database, event: str) -> Minuted:
    """Three items, the second exempt; an action from before closed here, one raised at each of the last two."""
    made = series.series_from_event(db, event, "Quarterly forum")
    before, after = (series.plan_next(db, made, day) for day in (date(2019, 9, 10), date(2020, 3, 10)))
    old = actions.raise_action(
        db, before, ActionDraft("Send the guide", "Priya Sample", due_on=date(2019, 11, 1))
    )
    actions.raise_action(db, before, ActionDraft("Book the hall", due_on=date(2020, 1, 10)))
    welcome, secret, pay = (
        agenda.add_item(db, event, draft)
        for draft in (
            ItemDraft("Welcome", 10, "Priya Sample"),
            ItemDraft("One home’s finances", 30, "Max Specimen", "Accounts.xlsx", exempt=True),
            ItemDraft("Pay", 20, "", "Pay survey"),
        )
    )
    agenda.write_notes(db, welcome, "Everybody was welcomed.\n- Fire exits\n- Tea\nThen it began.")
    agenda.write_notes(db, secret, "It will close in March.")
    agenda.decide(db, secret, "To write to the owner")
    agenda.decide(db, pay, "To pay travel time")
    actions.raise_action(db, event, ActionDraft("Draft the letter", "Max Specimen"), item_id=secret)
    actions.raise_action(
        db, event, ActionDraft("Publish the rates.", "Priya Sample", due_on=date(2020, 2, 1)), item_id=pay
    )
    actions.close(db, old, on=date(2019, 12, 10), event_id=event)
    keep_minutes(db, event, Minutes("Priya Sample", "Max Specimen", date(2020, 3, 10), "Draft until agreed"))
    return Minuted(event, before, after, made)


def said(report: Report | None) -> list[str]:
    """Every line of a report; headings begin with marks."""
    lines: list[str] = []
    for block in report.blocks if report else ():
        match block:
            case Heading():
                lines.append("#" * block.level + " " + block.text)
            case Paragraph():
                lines.append(block.text)
            case Bullets():
                lines += [f"- {item}" for item in block.items]
            case FactList():
                lines += [f"{label}: {words}" for label, words in block.items]
            case TableBlock():
                lines += [
                    " | ".join("" if cell is None else str(cell) for cell in row) for row in block.table.rows
                ]
    return lines


def in_public(report: Report) -> list[str]:
    """What everybody may read."""
    return said(public_part(report))


def in_appendix(report: Report) -> list[str]:
    """What the exempt appendix holds."""
    return said(exempt_part(report))
