from datetime import date

import pytest

from engagement.forums import events
from engagement.forums.groups import NAMES_WITHHELD
from engagement.forums.meeting.agenda_paper import agenda_report, agenda_table
from engagement.forums.meeting.papers import ITEM_EXEMPT
from resources.database import Database, change
from resources.problem import Problem
from resources.report.blocks import TableBlock
from tests.engagement.forums.held_forum import Add
from tests.engagement.forums.meeting.minuted import in_appendix, in_public, minute, said

TODAY = date(2019, 10, 28)


def test_the_agenda_has_times_owners_papers_and_the_open_actions(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    lines = in_public(agenda_report(db, made.event, today=TODAY))
    assert lines[:2] == [
        "When: Tuesday 10 December 2019, 10am to midday",
        "Where: Mansfield Civic Centre",
    ]
    items = lines.index("## Items") if "## Items" in lines else lines.index("# Items")
    assert lines[items + 1 : items + 4] == [
        "1 | 10am | Welcome | Priya Sample | ",
        "2 | 10:10am | Exempt item |  | ",
        "3 | 10:40am | Pay |  | Pay survey",
    ]
    first = lines.index("# Open actions")  # before the items: a meeting begins with what is open
    assert lines[first:items] == [
        "# Open actions",
        "1 | Send the guide | Priya Sample | 2019-11-01 | Due this week",
        "2 | Book the hall |  | 2020-01-10 | Open",
    ]


@pytest.mark.parametrize(
    ("today", "as_at", "standings"),
    [
        (date(2019, 10, 20), date(2019, 10, 20), ["Open", "Open"]),
        (date(2019, 11, 1), date(2019, 11, 1), ["Due this week", "Open"]),
        (date(2019, 11, 2), date(2019, 11, 2), ["Overdue", "Open"]),
        (date(2026, 1, 1), date(2019, 12, 10), ["Overdue", "Open"]),
    ],
)
def test_open_actions_stand_as_today_has_them_and_say_so(
    db: Database, held: tuple, today: date, as_at: date, standings: list[str]
) -> None:
    report = agenda_report(db, minute(db, held[0]).event, today=today)
    table = next(one.table for one in report.blocks if isinstance(one, TableBlock))
    assert (table.title, table.as_at) == ("Open actions", as_at)
    assert [row[-1] for row in table.rows] == standings


def test_exempt_items_stand_in_the_appendix_alone(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    report = agenda_report(db, made.event, today=TODAY)
    assert "2 | 10:10am | One home’s finances | Max Specimen | Accounts.xlsx" in in_appendix(report)
    assert not any("finances" in line or "Max Specimen" in line for line in in_public(report))
    assert any("is held by the council and is not for publication" in line for line in in_public(report))


def test_actions_of_exempt_items_are_apart_at_the_next_meeting_too(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    with change(db, "An item"):
        db.insert_row("agenda_item", {"id": "i", "event_id": made.after, "position": 1, "title": "Welcome"})
    report = agenda_report(db, made.after, today=TODAY)
    assert not any("Draft the letter" in line for line in in_public(report))
    assert any("Draft the letter" in line for line in in_appendix(report))


@pytest.mark.parametrize(("said_of_it", "owner"), [("open", True), ("names_withheld", False)])
def test_where_names_are_withheld_no_owner_is_named(
    db: Database, held: tuple, said_of_it: str, owner: bool
) -> None:
    made = minute(db, held[0])
    with change(db, "Confidentiality"):
        db.update_row("event", made.event, {"confidentiality": said_of_it})
    lines = in_public(agenda_report(db, made.event, today=TODAY))
    assert any("Priya Sample" in line for line in lines) is owner


def test_the_agenda_of_a_confidential_meeting_is_marked_as_a_whole(db: Database, held: tuple) -> None:
    made = minute(db, held[0])
    with change(db, "Confidentiality"):
        db.update_row("event", made.event, {"confidentiality": "confidential"})
    report = agenda_report(db, made.event, today=TODAY)
    assert report.is_exempt
    assert "2 | 10:10am | One home’s finances | Max Specimen | Accounts.xlsx" in said(report)


def test_without_items_or_cancelled_there_is_no_agenda(db: Database, forum: Add) -> None:
    event = forum()
    with pytest.raises(Problem, match="has no agenda yet"):
        agenda_report(db, event, today=TODAY)
    events.cancel_event(db, event)
    with pytest.raises(Problem, match="was cancelled"):
        agenda_report(db, event, today=TODAY)
    assert agenda_table(db, event).rows == []


def test_the_table_of_the_agenda_is_exempt_with_an_exempt_item_or_owners_not_to_be_named(
    db: Database, held: tuple, forum: Add
) -> None:
    assert agenda_table(db, forum()).exempt is None
    made = minute(db, held[0])
    assert agenda_table(db, made.event).exempt is ITEM_EXEMPT
    with change(db, "Confidentiality"):
        db.update_row("event", made.event, {"confidentiality": "names_withheld"})
    assert agenda_table(db, made.event).exempt is NAMES_WITHHELD
