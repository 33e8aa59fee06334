"""The sample county’s rounds have nominations of every kind that people have to deal with."""

from datetime import date

import pytest

from awards.nominations.alike import alike_nominees, alike_voices
from awards.nominations.entries import entries
from awards.nominations.late import why_late_in
from awards.nominations.nominations import nominations
from awards.rounds.rounds import rounds
from awards.sample.nominations import EARLIER, LATEST, add_nominations
from awards.sample.rounds import add_rounds
from awards.vocabulary import EntryStatus, HowReceived, NominationStatus, RoundPhase
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database, change, new_key

TODAY = date(2026, 11, 22)


@pytest.fixture
def county(db: Database) -> Database:
    """Twelve homes, each with a manager."""
    halves = ("Teacup", "Quill", "Ladle", "Lark", "Mitten", "Nutmeg")
    for number in range(12):
        care = add_provider(db, name=f"Example Care {number}", organisation=OrganisationKind.CARE_PROVIDER)
        home = add_service(
            db, care.id, name=f"{halves[number % 6]}meadow House {number}", kind=ServiceKind.RESIDENTIAL_HOME,
            district="Ashfield", authority="Nottinghamshire", registered_manager=f"Priya {halves[number % 6]}by",
        )  # fmt: skip
        with change(db, "Set up"):
            db.insert_row(
                "service_period",
                {"id": new_key(), "service_id": home.id, "from_on": "2015-01-01", "authority": "Nottinghamshire",
                 "kind": "residential_home", "dormant": 0},
            )  # fmt: skip
    add_rounds(db, today=TODAY)
    add_nominations(db, today=TODAY)
    return db


def test_both_rounds_are_filled_and_go_on_to_qualifying(county: Database) -> None:
    this, last = rounds(county)
    for held, count in ((this, LATEST), (last, EARLIER)):
        voices = nominations(county, held.id)
        assert len(voices) == count + 1  # and one that came late
        assert held.phase is RoundPhase.QUALIFY
        assert len(entries(county, held.id)) < count


def test_there_is_something_of_everything(county: Database) -> None:
    this = rounds(county)[0]
    voices = nominations(county, this.id)
    assert {one.how for one in voices} == set(HowReceived)
    assert {NominationStatus.DUPLICATE, NominationStatus.WITHDRAWN} <= {one.status for one in voices}
    assert EntryStatus.MERGED in {one.status for one in entries(county, this.id)}
    assert any(one.over_limit for one in voices)
    assert [one for one in voices if one.reason and "The form was down" in one.reason]
    assert [one for one in entries(county, this.id) if not one.service_id]
    assert alike_nominees(county, this.id) and alike_voices(county, this.id)


def test_nominations_came_in_time(county: Database) -> None:
    for held in rounds(county):
        late = [one for one in nominations(county, held.id) if why_late_in(county, held.id, one.received_on)]
        assert all(one.reason for one in late)


def test_it_is_made_once(county: Database) -> None:
    before = len(nominations(county, rounds(county)[0].id))
    add_nominations(county, today=TODAY)
    assert len(nominations(county, rounds(county)[0].id)) == before
