from datetime import UTC, date, datetime

import pytest

from desktop.capabilities import MERGE_RULES
from engagement.forums import events, series
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft, Said, said_at
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.vocabulary import ActionStatus
from engagement.forums.vocabulary import EventKind
from engagement.register import contacts
from engagement.register.duplicates import merge_contacts
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.engagement.forums.held_forum import Add

MARCH, JUNE, SEPTEMBER = date(2019, 3, 12), date(2019, 6, 11), date(2019, 9, 10)
LATER = datetime(2019, 12, 1, 9, tzinfo=UTC)


def raised(db: Database, event: str, text: str = "Send the guide", **more: object) -> str:
    return actions.raise_action(db, event, ActionDraft(text, **more))  # type: ignore[arg-type]


def open_at(db: Database, meetings: list[str]) -> list[list[str]]:
    return [[one.text for one in actions.open_before(db, event)] for event in meetings]


def test_an_action_is_carried_through_the_series_by_date(db: Database, meetings: list[str]) -> None:
    key = raised(db, meetings[0])
    assert open_at(db, meetings) == [[], ["Send the guide"], ["Send the guide"]]
    found = actions.action(db, key)
    assert actions.carried(db, [found], until=LATER) == {key: 2}
    assert actions.carried_at(db, meetings[1], [found]) == {key: 1}


def test_a_cancelled_meeting_does_not_count_and_counts_again_when_planned(
    db: Database, meetings: list[str]
) -> None:
    key = raised(db, meetings[0])
    events.cancel_event(db, meetings[1])
    assert open_at(db, meetings) == [[], [], ["Send the guide"]]
    assert actions.carried(db, [actions.action(db, key)], until=LATER) == {key: 1}
    events.plan_again(db, meetings[1], now=LATER)
    assert actions.carried(db, [actions.action(db, key)], until=LATER) == {key: 2}


def test_an_action_closed_at_a_meeting_is_found_open_by_it_and_by_none_after(
    db: Database, meetings: list[str]
) -> None:
    key = raised(db, meetings[0])
    actions.say_progress(db, key, "The printer is late", on=JUNE, event_id=meetings[1])
    actions.close(db, key, on=SEPTEMBER, event_id=meetings[2], note="Sent to 40 homes")
    found = actions.action(db, key)
    assert (found.status, found.closed_on) == (ActionStatus.DONE, SEPTEMBER)
    assert [(one.said_on, one.note, one.event) for one in actions.progress(db, key)] == [
        (JUNE, "The printer is late", "Provider forum, June 2019"),
        (SEPTEMBER, "Sent to 40 homes", "Provider forum, September 2019"),
    ]
    assert open_at(db, meetings) == [[], ["Send the guide"], ["Send the guide"]]
    assert [actions.open_after(db, event, [found]) for event in meetings] == [{key}, {key}, set()]


def test_closing_is_one_change_and_undone_as_one(db: Database, meetings: list[str]) -> None:
    key = raised(db, meetings[0])
    actions.close(db, key, on=JUNE, event_id=meetings[1], note="Done early")
    assert history.undo(db).action == "Done: “Send the guide”"
    assert actions.action(db, key).status is ActionStatus.OPEN and actions.progress(db, key) == []


def test_a_dropped_action_can_be_reopened_and_is_carried_on(db: Database, meetings: list[str]) -> None:
    key = raised(db, meetings[0])
    actions.drop(db, key, on=date(2019, 4, 1))
    assert open_at(db, meetings) == [[], [], []]
    with pytest.raises(Problem, match="is dropped already"):
        actions.close(db, key, on=JUNE)
    actions.reopen(db, key)
    assert open_at(db, meetings)[2] == ["Send the guide"]
    with pytest.raises(Problem, match="is open already"):
        actions.reopen(db, key)


def test_an_action_is_not_closed_before_it_was_raised(db: Database, meetings: list[str]) -> None:
    with pytest.raises(FieldProblem, match="before the meeting"):
        actions.close(db, raised(db, meetings[1]), on=MARCH)


def test_an_action_moved_to_another_series_is_carried_there_and_back(
    db: Database, meetings: list[str], quarterly: str
) -> None:
    template = series.get(db, quarterly)
    other = series.add_series(
        db, series.SeriesDraft("Network", EventKind.MANAGERS_NETWORK, "Network", template.start, template.end)
    )
    there = series.plan_next(db, other, date(2019, 7, 1))
    key = raised(db, meetings[0])
    actions.move_to_series(db, key, other)
    assert (open_at(db, meetings), open_at(db, [there])) == ([[], [], []], [["Send the guide"]])
    assert actions.action(db, key).series == "Network"
    actions.move_to_series(db, key, quarterly)
    assert db.value("select series_id from forum_action") is None
    assert open_at(db, [there]) == [[]]


def test_an_event_outside_a_series_keeps_its_own_until_a_series_is_made_of_it(
    db: Database, forum: Add
) -> None:
    event = forum()
    key = raised(db, event)
    assert actions.action(db, key).series_id is None
    made = series.series_from_event(db, event, "New series")
    after = series.plan_next(db, made, date(2020, 3, 10))
    assert open_at(db, [event, after]) == [[], ["Send the guide"]]


def test_an_action_is_overdue_the_day_after_it_was_due(db: Database, meetings: list[str]) -> None:
    one = actions.action(db, raised(db, meetings[0], due_on=JUNE))
    assert [one.standing(day) for day in (date(2019, 6, 3), date(2019, 6, 4), JUNE, date(2019, 6, 12))] == [
        "Open", "Due this week", "Due this week", "Overdue",
    ]  # fmt: skip
    actions.close(db, one.id, on=JUNE)
    assert actions.action(db, one.id).standing(date(2020, 1, 1)) == "Done"


def test_a_contact_who_owns_is_named_as_the_register_has_it_and_stays_through_a_merge(
    db: Database, meetings: list[str], person: Add
) -> None:
    ada, also_ada = person("Ada Example", "Rosewood House"), person("A Example", "Rosewood House")
    key = raised(db, meetings[0], owner="Somebody", owner_contact_id=also_ada)
    assert actions.action(db, key).owner == "A Example"
    merge_contacts(db, ada, also_ada, rules=MERGE_RULES, now=LATER)
    assert actions.action(db, key).owner == "Ada Example"
    contacts.edit_contact(db, ada, name="Ada Exemplar")
    assert db.value("select owner from listing_forum_action") == "Ada Exemplar"


def test_what_was_raised_at_an_exempt_item_or_behind_closed_doors_is_exempt(
    db: Database, meetings: list[str]
) -> None:
    item = agenda.add_item(db, meetings[0], ItemDraft("Contracts", exempt=True))
    inside = actions.raise_action(db, meetings[0], ActionDraft("Write to them"), item_id=item)
    outside = raised(db, meetings[1])
    assert [actions.action(db, key).exempt for key in (inside, outside)] == [True, False]
    with change(db, "Confidential"):
        db.update_row("event", meetings[1], {"confidentiality": "confidential"})
    assert actions.action(db, outside).exempt


def test_an_action_is_raised_at_an_item_of_its_own_meeting(db: Database, meetings: list[str]) -> None:
    item = agenda.add_item(db, meetings[0], ItemDraft("A"))
    with pytest.raises(ValueError, match="its own meeting"):
        actions.raise_action(db, meetings[1], ActionDraft("B"), item_id=item)
    assert [one.text for one in actions.raised_at(db, meetings[1])] == []


def test_words_are_needed(db: Database, meetings: list[str]) -> None:
    key = raised(db, meetings[0])
    for act in (
        lambda: raised(db, meetings[0], " "),
        lambda: actions.edit_action(db, key, ActionDraft("")),
        lambda: actions.say_progress(db, key, " ", on=JUNE),
    ):
        with pytest.raises(FieldProblem):
            act()


def test_before_a_meeting_has_begun_things_are_said_between_meetings(
    db: Database, meetings: list[str]
) -> None:
    before, after = datetime(2019, 6, 10, 9, tzinfo=UTC), datetime(2019, 6, 20, 9, tzinfo=UTC)
    assert said_at(db, meetings[1], now=before) == Said(date(2019, 6, 10))
    assert said_at(db, meetings[1], now=after) == Said(JUNE, meetings[1])
