from engagement.forums import events
from engagement.forums.meeting.papers import fact_block, is_confidential, names_are_withheld, next_meeting
from resources.database import Database, change


def test_the_next_meeting_is_the_next_of_the_series_that_is_planned(
    db: Database, meetings: list[str]
) -> None:
    march, june, september = (events.get(db, key) for key in meetings)
    assert next_meeting(db, march) == june
    events.cancel_event(db, june.id)
    assert next_meeting(db, march) == september
    assert next_meeting(db, september) is None


def test_facts_without_words_are_left_out() -> None:
    assert fact_block([("Chair", ""), ("Where", "Mansfield")]).items == (("Where", "Mansfield"),)


def test_a_kind_of_meeting_is_confidential_unless_the_event_says_otherwise(
    db: Database, meetings: list[str]
) -> None:
    key = meetings[0]
    assert (is_confidential(db, key), names_are_withheld(db, key)) == (False, False)
    with change(db, "Kind"):
        db.update_row("event", key, {"kind": "information_sharing"})
    assert (is_confidential(db, key), names_are_withheld(db, key)) == (True, True)
    with change(db, "Open"):
        db.update_row("event", key, {"confidentiality": "open"})
    assert not is_confidential(db, key)
