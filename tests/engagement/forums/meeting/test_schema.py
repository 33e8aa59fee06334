import pytest

from engagement.forums.meeting import agenda
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.database import Database, change
from resources.database.engine import IntegrityError
from tests.schema_words import check_words


@pytest.mark.parametrize(
    "values",
    [
        {"status": "done"},
        {"closed_on": "2019-06-11"},
        {"status": "waiting", "closed_on": "2019-06-11"},
        {"text": ""},
    ],
)
def test_an_action_is_closed_on_a_day_or_open(
    db: Database, meetings: list[str], values: dict[str, str]
) -> None:
    with pytest.raises(IntegrityError), change(db, "Wrong"):
        db.insert_row("forum_action", {"id": "a", "event_id": meetings[0], "text": "T", **values})


def test_a_meeting_has_one_record_of_its_minutes(db: Database, meetings: list[str]) -> None:
    with pytest.raises(IntegrityError), change(db, "Wrong"):
        for key in "ab":
            db.insert_row("minutes", {"id": key, "event_id": meetings[0]})


def test_decisions_hang_on_an_item(db: Database, meetings: list[str]) -> None:
    item = agenda.add_item(db, meetings[0], ItemDraft("A"))
    agenda.decide(db, item, "Yes")
    with pytest.raises(IntegrityError), change(db, "Wrong"):
        db.delete_row("agenda_item", item)


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("forum_action", "status"): ActionStatus,
        },
    )
