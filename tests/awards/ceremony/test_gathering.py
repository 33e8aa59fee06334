"""Guests gathered from the round: each person once, nobody who is on the list already, no secret told."""

import pytest

from awards.ceremony.gathering import USUAL, GuestsFrom, gather_guests, guests_to_gather
from awards.ceremony.guests import add_guest, edit_guest, guests
from awards.ceremony.running_order import add_item
from awards.vocabulary import CeremonyItemKind, GuestRole
from resources.database import history
from resources.problem import Problem
from tests.awards.ceremony.conftest import Evening


def test_the_usual_guests_are_finalists_their_nominators_managers_and_the_panel(evening: Evening) -> None:
    evening.gala.judge("Jo Judge")
    made = gather_guests(evening.db, evening.round_id, USUAL)
    assert {(one.name, one.role) for one in made.added} == {
        ("Ada Example", GuestRole.NOMINEE), ("Ben Specimen", GuestRole.NOMINEE), ("Night team", GuestRole.NOMINEE),
        ("Wren Specimen", GuestRole.NOMINATOR), ("Kit Relative", GuestRole.NOMINATOR),
        ("Mo Manager", GuestRole.MANAGER), ("Jo Judge", GuestRole.PANEL),
    }  # fmt: skip
    assert {one.name: one.places for one in made.added}["Night team"] == 2
    assert history.next_undo(evening.db).action == "Added 7 guests to the ceremony"  # type: ignore[union-attr]


def test_who_is_on_the_list_already_is_kept_as_they_are(evening: Evening) -> None:
    first = gather_guests(evening.db, evening.round_id, [GuestsFrom.FINALISTS])
    edit_guest(evening.db, first.added[0].id, name="Ada Example-Married", places=3)
    again = gather_guests(evening.db, evening.round_id, [GuestsFrom.FINALISTS, GuestsFrom.MANAGERS])
    assert [one.name for one in again.added] == ["Mo Manager"]
    assert again.words == "Added 1 guest; 3 were on the list already"
    assert len(guests(evening.db, evening.round_id)) == 4


def test_winners_are_no_group_before_the_announcement(evening: Evening) -> None:
    with pytest.raises(Problem, match="not all announced yet, and guests chosen by them tell of them"):
        guests_to_gather(evening.db, evening.round_id, [GuestsFrom.HONOURED])
    evening.announce()
    new, _ = guests_to_gather(evening.db, evening.round_id, [GuestsFrom.HONOURED])
    assert [one.name for one in new] == ["Ada Example", "Ben Specimen"]


def test_every_nominee_and_the_presenters(evening: Evening) -> None:
    add_item(evening.db, evening.round_id, CeremonyItemKind.SPEECH, minutes=5, presenter="Councillor Example")
    add_guest(evening.db, evening.round_id, "Cy Example", organisation="Rosewood Lodge")
    new, already = guests_to_gather(
        evening.db, evening.round_id, [GuestsFrom.EVERY_NOMINEE, GuestsFrom.PRESENTERS]
    )
    assert [one.name for one in new] == ["Ada Example", "Ben Specimen", "Night team", "Councillor Example"]
    assert already == 1


def test_nobody_is_refused_with_what_to_do(evening: Evening) -> None:
    with pytest.raises(Problem, match="Choose at least one group"):
        gather_guests(evening.db, evening.round_id, [])
    with pytest.raises(Problem, match="nobody in these groups"):
        gather_guests(evening.db, evening.round_id, [GuestsFrom.PANEL])
    for key in (evening.winner, evening.commended, evening.finalist):
        evening.gala.judging(key)
    with pytest.raises(Problem, match="No finalist is chosen yet"):
        gather_guests(evening.db, evening.round_id, [GuestsFrom.NOMINATORS])
