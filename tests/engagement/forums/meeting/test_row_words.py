from datetime import date

from desktop.history_words import row_history, title_of
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.row_words import FIELDS
from resources.database import Database


def test_every_column_is_said(db: Database) -> None:
    for table, fields in FIELDS.items():
        columns = {row[1] for row in db.rows(f'pragma table_info("{table}")')} - {"id"}
        assert columns == set(fields), table


def test_the_history_of_an_action_tells_what_was_said_of_it(db: Database, meetings: list[str]) -> None:
    key = actions.raise_action(
        db, meetings[0], ActionDraft("Send the guide", "Priya Sample", due_on=date(2019, 5, 1))
    )
    actions.close(db, key, on=date(2019, 6, 11), event_id=meetings[1], note="Sent")
    assert title_of(db, "forum_action", key) == "Action: Send the guide"
    last, first = row_history(db, "forum_action", key)
    assert "Action: Send the guide" in first.lines and "Due: 1 May 2019" in first.lines
    assert "Status: Open → Done" in last.lines and "Closed: nothing → 11 June 2019" in last.lines
    assert "Progress: Sent" in last.lines


def test_the_history_of_an_item_tells_its_minutes_and_decisions(db: Database, meetings: list[str]) -> None:
    item = agenda.add_item(db, meetings[0], ItemDraft("Pay", 20, standing=True))
    agenda.decide(db, item, "To pay more")
    decided, added = row_history(db, "agenda_item", item)
    assert {"Takes: 20 minutes", "Comes back each time: Yes"} <= set(added.lines)
    assert "Decision: To pay more" in decided.lines
