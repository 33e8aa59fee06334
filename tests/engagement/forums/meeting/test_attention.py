from datetime import UTC, date, datetime, timedelta

from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.attention import action_attention, overdue
from resources.attention import Urgency
from resources.database import Database

NOW = datetime(2019, 7, 1, 9, tzinfo=UTC)
TODAY = date(2019, 7, 1)


def raise_due(db: Database, event: str, days: int, text: str) -> str:
    return actions.raise_action(
        db, event, ActionDraft(text, "Priya Sample", due_on=TODAY + timedelta(days=days))
    )


def test_overdue_and_due_this_week_are_listed_the_longest_overdue_first(
    db: Database, meetings: list[str]
) -> None:
    for days, text in ((-1, "Late"), (-9, "Very late"), (0, "Now"), (7, "Soon"), (8, "Later")):
        raise_due(db, meetings[0], days, text)
    assert [(one.urgency, one.what) for one in action_attention(db, NOW)] == [
        (Urgency.DUE, "Overdue: Very late"),
        (Urgency.DUE, "Overdue: Late"),
        (Urgency.TODAY, "Due today: Now"),
        (Urgency.SOON, "Due this week: Soon"),
    ]
    first = action_attention(db, NOW)[0]
    assert first.detail == "Priya Sample. It was due on 22 June 2019. Quarterly forum"
    assert first.page == "actions"


def test_many_overdue_are_one_line(db: Database, meetings: list[str]) -> None:
    keys = [raise_due(db, meetings[0], -days, f"Action {days}") for days in range(1, 8)]
    (line,) = action_attention(db, NOW)
    assert (line.what, line.key) == ("7 actions are overdue", keys[-1])
    assert overdue(db, TODAY) == 7
    actions.close(db, keys[0], on=TODAY)
    assert overdue(db, TODAY) == 6
