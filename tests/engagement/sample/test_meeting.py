"""The quarterly forums of the sample county have papers that show what there is to see."""

from datetime import UTC, datetime, time

from engagement.forums import events, series
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.minutes import minutes_of
from engagement.forums.meeting.vocabulary import ActionStatus
from engagement.forums.vocabulary import EventState
from engagement.sample.meeting import WRITTEN_UP
from engagement.sample.programme import NORTH_FORUM, SOUTH_FORUM
from resources.database import Database
from tests.engagement.sample.made_county import TODAY

NOW = datetime.combine(TODAY, time(9), tzinfo=UTC)


def test_each_quarterly_series_has_minutes_and_the_agenda_of_the_next(county: Database) -> None:
    for one in series.all_series(county):
        if one.name not in (NORTH_FORUM, SOUTH_FORUM):
            continue
        mine = [event for event in events.events(county) if event.series_id == one.id]
        with_agenda = [event for event in mine if agenda.items(county, event.id)]
        assert [event.state for event in with_agenda] == [EventState.HELD] * WRITTEN_UP + [EventState.PLANNED]
        for event in with_agenda[:-1]:
            assert agenda.decisions(county, event.id)
            assert minutes_of(county, event.id).chair
        assert all(minutes_of(county, event.id).agreed_on for event in with_agenda[:-2])
        assert len(actions.open_before(county, with_agenda[-1].id)) >= 4


def test_actions_are_done_dropped_open_overdue_and_carried_twice(county: Database) -> None:
    found = actions.all_actions(county)
    assert {one.status for one in found} == set(ActionStatus)
    standings = [one.standing(TODAY) for one in found]
    assert standings.count("Overdue") == 4 and standings.count("Due this week") == 2
    still = [one for one in found if one.status is ActionStatus.OPEN]
    assert max(actions.carried(county, still, until=NOW).values()) == 2
    assert any(one.owner_contact_id for one in still)
