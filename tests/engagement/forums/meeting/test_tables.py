from datetime import UTC, date, datetime

from engagement.forums.groups import NAMES_WITHHELD
from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.papers import ITEM_EXEMPT
from engagement.forums.meeting.tables import actions_table
from resources.database import Database, change
from resources.report.exemption import Exemption

NOW = datetime(2019, 9, 20, 9, tzinfo=UTC)


def test_actions_are_listed_overdue_first_then_as_they_fall_due(db: Database, meetings: list[str]) -> None:
    for text, due in (
        ("No day", None), ("Later", date(2019, 11, 1)), ("Soon", date(2019, 9, 24)), ("Late", date(2019, 9, 1)),
        ("Very late", date(2019, 7, 1)), ("Finished", date(2019, 6, 1)),
    ):  # fmt: skip
        key = actions.raise_action(db, meetings[0], ActionDraft(text, due_on=due))
    actions.close(db, key, on=date(2019, 6, 11), event_id=meetings[1])
    table = actions_table(db, actions.all_actions(db), now=NOW)
    assert [row[:2] for row in table.rows] == [
        ("Overdue", "Very late"), ("Overdue", "Late"), ("Due this week", "Soon"), ("Open", "Later"), ("Open", "No day"),
        ("Done", "Finished"),
    ]  # fmt: skip
    assert table.rows[0][4:8] == (2, "Quarterly forum", "Provider forum, March 2019", "2019-03-12")
    assert table.rows[-1][4] == 1 and table.rows[-1][-1] == "2019-06-11"
    assert table.base == "6 actions."


def test_actions_are_exempt_where_their_meeting_is_or_their_owner_is_not_to_be_named(
    db: Database, meetings: list[str]
) -> None:
    def exempt_at(confidentiality: str) -> Exemption | None:
        with change(db, "Confidentiality"):
            db.update_row("event", meetings[0], {"confidentiality": confidentiality})
        return actions_table(db, actions.all_actions(db), now=NOW).exempt

    key = actions.raise_action(db, meetings[0], ActionDraft("Write", owner="Ada Example"))
    assert exempt_at("open") is None
    assert exempt_at("names_withheld") is NAMES_WITHHELD
    assert exempt_at("confidential") is ITEM_EXEMPT
    actions.edit_action(db, key, ActionDraft("Write"))
    assert exempt_at("names_withheld") is None
