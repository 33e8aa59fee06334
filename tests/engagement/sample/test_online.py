"""One held forum of the sample county was hybrid: its file went the way that an officer's goes."""

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.online.files_held import files_of_event
from engagement.forums.online.vocabulary import Layout
from engagement.forums.vocabulary import EventState
from resources.database import Database


def test_one_held_forum_has_people_of_the_room_and_of_the_screen(county: Database) -> None:
    ((key,),) = county.rows("select event_id from online_file")
    event, (held,) = events.get(county, key), files_of_event(county, key)
    assert (event.state, bool(event.place), bool(event.online_link)) == (EventState.HELD, True, True)
    assert (held.layout, held.title, held.too_short) == (Layout.TEAMS, event.title, 1)
    lists = dict(
        county.rows(
            "select list, count(distinct participant_id) from check_in where event_id = ? and kind = 'entry' "
            "group by 1",
            (key,),
        )
    )
    assert lists["online"] >= 5
    assert lists["door"] + lists["paper"] >= 10
    # one person stood in the file and in the room's log, and is counted once
    assert held.attended == lists["online"] + 1
    assert door.counts(county, key).came <= sum(lists.values())


def test_nobody_is_in_the_log_twice(county: Database) -> None:
    twice = county.rows(
        """select participant_id from check_in as line where list = 'online' and kind = 'entry' and exists (
            select 1 from check_in where participant_id = line.participant_id and kind = 'entry' and id <> line.id)"""
    )
    assert twice == []
