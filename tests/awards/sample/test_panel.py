"""The panels of the sample county."""

from awards.judging.assignments import assignments
from awards.judging.clashes import clashes
from awards.judging.conflict_reading import conflicts_in
from awards.judging.panel import member_names, members
from awards.sample.panel import CHAIR, add_panels
from awards.vocabulary import RoundPhase
from engagement.register.services import edit_service
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_a_panel_with_conflicts_is_given_nominees_and_the_round_goes_on(db: Database) -> None:
    gala = Gala(db)
    edit_service(db, gala.lodge, portfolio_officer="Helen Sampleton (sample officer)")
    places = (gala.house, gala.lodge, gala.hazel_care)
    some = [
        gala.nominate(f"Nominee {letter}", service_id=places[at % 3])
        for at, letter in enumerate("abcdefghij")
    ]
    gala.judging(*[one.id for one in some])
    gala.at(RoundPhase.QUALIFY)
    add_panels(db, today=TODAY)
    assert list(member_names(db, gala.round_id).values()) == [
        CHAIR, "Judge 2 – J. Smith", "Judge 3 – J. Smith", "Helen Sampleton", "Odile Madeup", "Bram Nonesuch",
    ]  # fmt: skip
    assert all(one.declared_on for one in members(db, gala.round_id))
    found = {judge for judge, _entry in conflicts_in(db, gala.round_id)}
    assert found == {one.id for one in members(db, gala.round_id) if one.number in (2, 4, 5)}
    assert len(assignments(db, gala.round_id)) == 30
    assert clashes(db, gala.round_id) == []
    assert gala.round.phase is RoundPhase.SCORE


def test_a_panel_waits_while_no_nominee_is_with_the_judges(db: Database) -> None:
    gala = Gala(db)
    add_panels(db, today=TODAY)
    assert len(members(db, gala.round_id)) == 6
    assert assignments(db, gala.round_id) == []
    assert gala.round.phase is RoundPhase.NOMINATE
