"""The nominees of the sample rounds are decided, and a few come late."""

from awards.board.states import state_of
from awards.nominations.entries import entries
from awards.nominations.moving import steps_of
from awards.qualifying.checks import checks_of
from awards.qualifying.qualify import WAITING
from awards.rounds.moving_on import move_phase
from awards.sample.qualifying import add_late_ones, add_qualifying
from awards.vocabulary import EntryStatus, RoundPhase
from resources.database import Database
from tests.awards.gala import NOW, TODAY, Gala

NAMES = ("Ada Example", "Ben Specimen", "Cat Sample", "Dot Madeup", "Eve Nonesuch", "Flo Placeholder")


def _why(db: Database, key: str) -> str:
    return next(one.reason for one in steps_of(db, key) if one.to_status is EntryStatus.INELIGIBLE)


def test_everybody_is_decided_with_a_reason_for_who_is_out(db: Database) -> None:
    gala = Gala(db)
    for name in NAMES:
        gala.nominate(name)
    gala.nominate("Gus Draft", as_draft=True)
    gala.at(RoundPhase.QUALIFY)
    add_qualifying(db, today=TODAY)
    found = entries(db, gala.round_id)
    assert not [one for one in found if one.status in WAITING]
    out = [one for one in found if one.status is EntryStatus.INELIGIBLE]
    assert len(out) == 3 and all(_why(db, one.id) for one in out)
    assert all(len(checks_of(db, one.id)) == 6 for one in found if one.status is EntryStatus.JUDGING)


def test_made_again_it_is_the_same_and_late_ones_wait(db: Database) -> None:
    gala = Gala(db)
    for name in NAMES:
        gala.nominate(name)
    gala.at(RoundPhase.QUALIFY)
    add_late_ones(db, today=TODAY)
    assert len(entries(db, gala.round_id)) == len(NAMES)
    add_qualifying(db, today=TODAY)
    before = entries(db, gala.round_id)
    add_qualifying(db, today=TODAY)
    assert entries(db, gala.round_id) == before
    gala.judge()
    move_phase(db, gala.round_id, RoundPhase.SCORE, now=NOW)
    add_late_ones(db, today=TODAY)
    late = [one for one in entries(db, gala.round_id) if one not in before]
    assert {one.status for one in late} == {EntryStatus.QUALIFYING, EntryStatus.SUBMITTED} and len(late) == 4
    assert all(state_of(one.status) is not None for one in late)
