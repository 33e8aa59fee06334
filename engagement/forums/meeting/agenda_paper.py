"""The agenda as a paper: what comes on when, who brings it, what to read; before all that the open actions."""

from dataclasses import replace
from datetime import date

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import marked
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.agenda import AgendaItem
from engagement.forums.meeting.minutes import check_agenda
from engagement.forums.meeting.papers import (
    ITEM_EXEMPT,
    MEETING_EXEMPT,
    actions_section,
    fact_block,
    is_confidential,
    names_are_withheld,
    when_and_where,
)
from engagement.forums.vocabulary import EventState
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Heading, Report, TableBlock, exemption_notice
from resources.tables import Cell, Column, Table
from resources.wording import time_words

EXEMPT_TITLE = "Exempt item"


def agenda_report(db: Database, event_id: str, *, today: date) -> Report:
    """The agenda of one event, with exempt items in the exempt part; marked as a whole for a confidential meeting.

    Its actions stand as today has them, or as the meeting had them once it is over.
    """
    event = events.get(db, event_id)
    if event.state is EventState.CANCELLED:
        raise Problem(f"{event.title} was cancelled. Plan it again to send out its agenda.")
    check_agenda(db, event_id)
    closed = is_confidential(db, event_id)
    report = Report(
        title=event.title,
        subtitle="Agenda",
        blocks=(
            fact_block(when_and_where(event)),
            *_open_actions(db, event, as_at=min(today, event.day), closed=closed),
            *_items(db, event, closed=closed),
        ),
        marking=MEETING_EXEMPT if closed else (),
    )
    notice = exemption_notice(report)
    return (
        replace(report, blocks=(*report.blocks[:1], notice, *report.blocks[1:]))
        if notice and not closed
        else report
    )


def agenda_table(db: Database, event_id: str) -> Table:
    """Every item with its time, as the team has it."""
    event, held = events.get(db, event_id), agenda.items(db, event_id)
    table = marked(_table(event, held, f"Agenda of {event.title}", owners=True), event.openness)
    exempt = table.exempt or (ITEM_EXEMPT if any(one.exempt for one in held) else None)
    return replace(table, exempt=exempt)


def _items(db: Database, event: Event, *, closed: bool) -> list[Block]:
    held = agenda.items(db, event.id)
    owners = closed or not names_are_withheld(db, event.id)
    shown = held if closed else [_veiled(one) for one in held]
    alt = "Each item with its number, the time it begins, who brings it and the paper to read."
    blocks: list[Block] = [
        Heading("Items"),
        TableBlock(_table(event, shown, "Items, and when each begins", owners=owners), alt=alt),
    ]
    exempt = [one for one in held if one.exempt and not closed]
    if exempt:
        table = _table(event, held, "Exempt items", owners=True)
        rows = [row for row, one in zip(table.rows, held, strict=True) if one.exempt]
        blocks += [
            Heading("Exempt items", level=2, exempt=ITEM_EXEMPT),
            TableBlock(replace(table, rows=rows), alt=alt),
        ]
    return blocks


def _veiled(one: AgendaItem) -> AgendaItem:
    return replace(one, title=EXEMPT_TITLE, owner="", paper="") if one.exempt else one


def _table(event: Event, held: list[AgendaItem], title: str, *, owners: bool) -> Table:
    begins = agenda.times(event, held).begins
    columns = [Column("number", "No."), Column("time", "Time"), Column("item", "Item")]
    columns += [Column("owner", "Owner")] if owners else []
    columns += [Column("paper", "Paper")] if any(one.paper for one in held) else []
    kept = {column.name for column in columns}
    rows: list[tuple[Cell, ...]] = []
    for one, begin in zip(held, begins, strict=True):
        cells: dict[str, Cell] = {
            "number": one.position,
            "time": time_words(begin),
            "item": one.title,
            "owner": one.owner,
            "paper": one.paper,
        }
        rows.append(tuple(cell for name, cell in cells.items() if name in kept))
    return Table(title, tuple(columns), rows)


def _open_actions(db: Database, event: Event, *, as_at: date, closed: bool) -> list[Block]:
    found = actions.open_before(db, event.id)
    if not found:
        return []
    return actions_section(
        "Open actions",
        found,
        numbers={one.id: number for number, one in enumerate(found, 1)},
        statuses={one.id: one.standing_while_open(as_at) for one in found},
        as_at=as_at,
        owners=closed or not names_are_withheld(db, event.id),
        apart=not closed,
    )
