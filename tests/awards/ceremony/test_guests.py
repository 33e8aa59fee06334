"""Guests: what is said of them, and what cannot be."""

from datetime import date

import pytest

from awards.ceremony.guests import (
    GuestFacts,
    add_guest,
    edit_guest,
    guest,
    guests,
    is_guest,
    record_answers,
    record_photos,
    remove_guest,
    seat,
)
from awards.nominations.entries import entry
from awards.rounds.rounds import archive_round
from awards.vocabulary import Consent, GuestAnswer, GuestRole
from resources.database import history
from resources.problem import FieldProblem, Problem
from tests.awards.ceremony.conftest import Evening

DAY, LATER = date(2026, 10, 1), date(2026, 10, 8)


def test_a_guest_is_added_changed_and_removed(evening: Evening) -> None:
    db = evening.db
    made = add_guest(db, evening.round_id, " Ada Example ", role=GuestRole.NOMINEE, places=2)
    assert (made.name, made.places, made.answer) == ("Ada Example", 2, GuestAnswer.NOT_ASKED)
    assert edit_guest(db, made.id, diet="vegan").diet == "vegan"
    remove_guest(db, made.id)
    assert not is_guest(db, made.id) and guests(db, evening.round_id) == []
    history.undo(db)
    assert guest(db, made.id).diet == "vegan"
    with pytest.raises(LookupError):
        guest(db, "none")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"name": " "}, "name"),
        ({"email": "no address"}, "email"),
        ({"places": 0}, "places"),
        ({"places": 51}, "places"),
        ({"answer": GuestAnswer.NOT_ASKED, "asked_on": DAY}, "asked_on"),
        ({"photo": Consent.YES, "photo_asked_on": None}, "photo_asked_on"),
        ({"photo": Consent.NOT_ASKED, "photo_asked_on": DAY}, "photo_asked_on"),
    ],
)
def test_what_cannot_be_is_refused(evening: Evening, given: GuestFacts, field: str) -> None:
    made = add_guest(evening.db, evening.round_id, "Ada Example")
    with pytest.raises(FieldProblem) as refused:
        edit_guest(evening.db, made.id, **given)
    assert refused.value.field == field
    assert guest(evening.db, made.id) == made


def test_answers_keep_the_day_of_the_first_asking_and_are_one_change(evening: Evening) -> None:
    db = evening.db
    some = [add_guest(db, evening.round_id, name).id for name in ("Ada Example", "Ben Specimen")]
    record_answers(db, some, GuestAnswer.ASKED, today=DAY)
    made = record_answers(db, some, GuestAnswer.YES, today=LATER)
    assert [(one.answer, one.asked_on) for one in made] == [(GuestAnswer.YES, DAY)] * 2
    assert all(one.is_coming for one in made)
    undone = history.next_undo(db)
    assert undone is not None and undone.action == "2 guests: coming"
    assert record_answers(db, some, GuestAnswer.NOT_ASKED, today=LATER)[0].asked_on is None


def test_what_a_nominee_says_of_photographs_holds_for_the_nominee_too(evening: Evening) -> None:
    db = evening.db
    ada = add_guest(db, evening.round_id, "Ada Example", role=GuestRole.NOMINEE, entry_id=evening.winner)
    team = add_guest(db, evening.round_id, "Night team", role=GuestRole.NOMINEE, entry_id=evening.finalist)
    kit = add_guest(db, evening.round_id, "Kit", role=GuestRole.NOMINATOR, entry_id=evening.commended)
    made = record_photos(db, [ada.id, team.id, kit.id], Consent.NO, today=DAY)
    assert [(one.photo, one.photo_asked_on) for one in made] == [(Consent.NO, DAY)] * 3
    assert (entry(db, evening.winner).photo, entry(db, evening.winner).photo_asked_on) == (Consent.NO, DAY)
    assert entry(db, evening.finalist).photo is Consent.NOT_ASKED
    assert entry(db, evening.commended).photo is Consent.NOT_ASKED
    edit_guest(db, ada.id, photo=Consent.YES, photo_asked_on=LATER)
    assert entry(db, evening.winner).photo is Consent.YES


def test_guests_are_seated_together_and_stand_up_again(evening: Evening) -> None:
    some = [add_guest(evening.db, evening.round_id, name).id for name in ("Ada Example", "Ben Specimen")]
    assert {one.table_name for one in seat(evening.db, some, " Table  2 ")} == {"Table 2"}
    assert seat(evening.db, some[:1], "")[0].table_name == ""


def test_the_guests_of_an_archived_round_stay(evening: Evening) -> None:
    archive_round(evening.db, evening.round_id, today=DAY)
    with pytest.raises(Problem, match="archived"):
        add_guest(evening.db, evening.round_id, "Ada Example")
