from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.forums import events, series
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.first_agenda import FIRST_AGENDA, ItemDraft
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.engagement.forums.held_forum import Add


def titles(db: Database, event: str) -> list[str]:
    return [one.title for one in agenda.items(db, event)]


def positions(db: Database, event: str) -> list[int]:
    return [one.position for one in agenda.items(db, event)]


@pytest.fixture
def five(db: Database, forum: Add) -> str:
    """An event with five items, A to E."""
    event = forum()
    for title in "ABCDE":
        agenda.add_item(db, event, ItemDraft(title))
    return event


def test_the_first_agenda_of_all_is_the_one_that_is_shipped(db: Database, meetings: list[str]) -> None:
    agenda.start_agenda(db, meetings[0])
    assert [one.draft() for one in agenda.items(db, meetings[0])] == list(FIRST_AGENDA)
    assert positions(db, meetings[0]) == list(range(1, len(FIRST_AGENDA) + 1))


def test_the_next_has_the_standing_items_with_owner_and_minutes_and_looks_back(
    db: Database, meetings: list[str]
) -> None:
    for draft in (
        ItemDraft("Welcome", 5, "The chair", standing=True),
        ItemDraft("Only this once", 20),
        ItemDraft("Market report", 15, "Priya Sample", "Report 4.docx", standing=True, exempt=True),
    ):
        agenda.add_item(db, meetings[0], draft)
    agenda.start_agenda(db, meetings[1])
    assert [(one.title, one.minutes, one.owner, one.paper) for one in agenda.items(db, meetings[1])] == [
        ("Welcome", 5, "The chair", ""),
        ("Minutes of the last meeting", 5, "", ""),
        ("Actions from last time", 10, "", ""),
        ("Market report", 15, "Priya Sample", ""),
    ]
    assert agenda.items(db, meetings[1])[3].exempt


def test_the_last_agenda_is_that_of_the_latest_earlier_meeting_that_took_place(
    db: Database, meetings: list[str]
) -> None:
    for event, title in zip(meetings, ("March", "June", "September"), strict=True):
        agenda.add_item(db, event, ItemDraft(title, standing=True))
    events.cancel_event(db, meetings[1])
    late = series.plan_next(db, events.get(db, meetings[0]).series_id or "", events.get(db, meetings[1]).day)
    agenda.start_agenda(db, late)
    assert titles(db, late)[-1] == "March"


def test_an_agenda_is_never_started_twice(db: Database, five: str) -> None:
    with pytest.raises(Problem, match="has an agenda of 5 items already"):
        agenda.start_agenda(db, five)


def test_a_cancelled_event_gets_no_agenda(db: Database, meetings: list[str]) -> None:
    events.cancel_event(db, meetings[0])
    with pytest.raises(Problem, match="was cancelled"):
        agenda.start_agenda(db, meetings[0])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["move", "add", "remove"]), st.integers(0, 9), st.integers(-1, 9))))
def test_whatever_is_moved_added_and_removed_the_places_run_from_one(
    db: Database, five: str, acts: list[tuple[str, int, int]]
) -> None:
    for what, which, to in acts:
        held = agenda.items(db, five)
        if what == "add" or not held:
            agenda.add_item(db, five, ItemDraft("New"), at=to)
        elif what == "move":
            agenda.move_item(db, held[which % len(held)].id, to)
        else:
            agenda.remove_item(db, held[which % len(held)].id)
        assert positions(db, five) == list(range(1, len(agenda.items(db, five)) + 1))


def test_a_move_is_one_change_and_undone_as_one(db: Database, five: str) -> None:
    last = agenda.items(db, five)[-1]
    agenda.move_item(db, last.id, 2)
    assert titles(db, five) == ["A", "E", "B", "C", "D"]
    assert history.undo(db).action == "Moved the agenda item “E”"
    assert titles(db, five) == list("ABCDE")


def test_a_move_to_its_own_place_leaves_no_entry(db: Database, five: str) -> None:
    before = len(list(history.entries(db)))
    agenda.move_item(db, agenda.items(db, five)[2].id, 3)
    assert len(list(history.entries(db))) == before


def test_decisions_are_numbered_by_item_and_close_up(db: Database, five: str) -> None:
    second = agenda.items(db, five)[1].id
    keys = [agenda.decide(db, second, words) for words in ("To meet monthly", "To write to CQC", "To pay")]
    agenda.remove_decision(db, keys[1])
    agenda.edit_decision(db, keys[2], "To pay travel")
    assert [(one.number, one.text) for one in agenda.decisions(db, five)] == [
        ("2.1", "To meet monthly"),
        ("2.2", "To pay travel"),
    ]
    agenda.move_item(db, second, 4)
    assert [one.number for one in agenda.decisions(db, five)] == ["4.1", "4.2"]


def test_removing_an_item_takes_its_notes_and_decisions_and_undo_brings_them_back(
    db: Database, five: str
) -> None:
    first = agenda.items(db, five)[0].id
    agenda.write_notes(db, first, " Everybody was welcomed.\n")
    agenda.decide(db, first, "To begin on time")
    agenda.remove_item(db, first)
    assert titles(db, five) == list("BCDE") and agenda.decisions(db, five) == []
    history.undo(db)
    assert agenda.item(db, first).notes == "Everybody was welcomed."
    assert [one.text for one in agenda.decisions_of(db, first)] == ["To begin on time"]


def test_an_item_at_which_an_action_was_raised_stays(db: Database, five: str) -> None:
    first = agenda.items(db, five)[0].id
    actions.raise_action(db, five, ActionDraft("Book the hall"), item_id=first)
    with pytest.raises(Problem, match="1 action was raised at “A”"):
        agenda.remove_item(db, first)


@pytest.mark.parametrize(("draft", "field"), [(ItemDraft(" "), "title"), (ItemDraft("A", 0), "minutes")])
def test_an_item_needs_a_title_and_a_minute(db: Database, five: str, draft: ItemDraft, field: str) -> None:
    with pytest.raises(FieldProblem) as refused:
        agenda.add_item(db, five, draft)
    assert refused.value.field == field


def test_times_are_those_of_the_event(db: Database, five: str) -> None:
    event = events.get(db, five)
    agenda.edit_item(db, agenda.items(db, five)[0].id, ItemDraft("A", 130))
    found = agenda.times(event, agenda.items(db, five))
    assert found.begins[1] - event.starts == timedelta(minutes=130) and found.beyond == 10


def test_text_pasted_with_half_a_character_is_kept_without_it(db: Database, meetings: list[str]) -> None:
    agenda.start_agenda(db, meetings[0])
    first = agenda.items(db, meetings[0])[0].id
    agenda.write_notes(db, first, "Everybody \ud800 was welcomed")
    agenda.edit_item(db, first, ItemDraft("Welcome \udfff"))
    agenda.decide(db, first, "To go on \ud800")
    assert agenda.item(db, first).notes == "Everybody \ufffd was welcomed"
    assert agenda.item(db, first).title == "Welcome \ufffd"
    history.undo(db)
