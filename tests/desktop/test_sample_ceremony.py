"""The ceremony of the sample county stands among its forums."""

from datetime import timedelta

from awards.rounds.phase_plan import set_phase
from awards.vocabulary import RoundPhase
from desktop.ceremony_invitations import ceremonies, ceremony_event
from desktop.sample_ceremony import plan_sample_ceremony
from resources.database import Database
from resources.wording import in_london
from tests.awards.gala import TODAY, Gala


def test_it_is_on_the_first_thursday_from_the_announcement(db: Database) -> None:
    plan_sample_ceremony(db, today=TODAY)
    gala = Gala(db)
    plan_sample_ceremony(db, today=TODAY)
    assert ceremonies(db) == []
    day = TODAY + timedelta(days=80)
    set_phase(db, gala.round_id, RoundPhase.ANNOUNCE, from_on=day)
    plan_sample_ceremony(db, today=TODAY)
    event = ceremony_event(db, gala.round)
    assert (
        event is not None
        and day <= event.day <= day + timedelta(days=6)
        and event.day.weekday() == 3
        and in_london(event.starts).hour == 18
    )
