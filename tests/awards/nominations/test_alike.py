"""Pairs that may be one are found in a round, and leave once somebody found them different."""

from dataclasses import replace

import pytest

from awards.nominations.alike import (
    alike_nominees,
    alike_of,
    alike_voices,
    likely_nominated,
    mark_different,
    named,
)
from awards.nominations.likeness import NomineeFacts
from awards.nominations.moving import move_entry
from awards.nominations.nominations import nominations_of
from awards.nominations.returning import mark_duplicate
from awards.vocabulary import EntryStatus
from resources.database import Database
from resources.database.history import undo
from tests.awards.gala import NOW, Gala


@pytest.fixture
def gala(db: Database) -> Gala:
    return Gala(db)


def test_those_spelt_otherwise_are_found_and_can_be_told_apart(gala: Gala) -> None:
    ada, twice = gala.nominate("Ada Example"), gala.nominate("EXAMPLE, Ada")
    gala.nominate("Ben Specimen")
    (pair,) = alike_nominees(gala.db, gala.round_id)
    assert (pair.one.id, pair.other.id, pair.may_group) == (ada.id, twice.id, True)
    assert [one.other.id for one in alike_of(gala.db, ada.id)] == [twice.id]
    mark_different(gala.db, twice.id, ada.id, named=("Ada", "Ada"))
    mark_different(gala.db, ada.id, twice.id, named=("Ada", "Ada"))
    assert alike_nominees(gala.db, gala.round_id) == [] == alike_of(gala.db, ada.id)
    undo(gala.db)
    assert len(alike_nominees(gala.db, gala.round_id)) == 1


def test_a_nickname_that_is_no_short_name_is_found_after_what_is_likelier(gala: Gala) -> None:
    for name in ("Victoria Crumpetton", "Buttons Crumpetton", "Vicky Crumpetton"):
        gala.nominate(name)
    scores = [pair.score for pair in alike_nominees(gala.db, gala.round_id)]
    assert scores == [93, 30, 30]


def test_who_is_out_is_like_nobody(gala: Gala) -> None:
    ada, twice = gala.nominate("Ada Example"), gala.nominate("Ada Example")
    move_entry(gala.db, twice.id, EntryStatus.WITHDRAWN, now=NOW, reason="Asked for.")
    assert alike_nominees(gala.db, gala.round_id) == []
    assert alike_of(gala.db, twice.id) == [] == alike_of(gala.db, ada.id)


def test_one_person_in_two_categories_is_shown_but_not_to_be_grouped(gala: Gala) -> None:
    gala.nominate("Ada Example")
    gala.nominate("Ada Example", "Learning")
    assert [pair.may_group for pair in alike_nominees(gala.db, gala.round_id)] == [False]


def test_voices_of_one_nominee_can_be_set_aside_those_of_two_not(gala: Gala) -> None:
    ada = gala.nominate()
    gala.nominate(entry_id=ada.id, nominator="Odette Sample", nominator_email="")
    gala.nominate("Ben Specimen")
    pairs = alike_voices(gala.db, gala.round_id)
    assert [pair.may_set_aside for pair in pairs] == [True, False, False]
    mark_duplicate(gala.db, pairs[0].other.id, pairs[0].one.id, reason="Sent twice.")
    assert len(alike_voices(gala.db, gala.round_id)) == 1
    first = nominations_of(gala.db, ada.id)[0]
    mark_different(
        gala.db, first.id, alike_voices(gala.db, gala.round_id)[0].other.id, named=("one", "the other")
    )
    assert alike_voices(gala.db, gala.round_id) == []


def test_somebody_about_to_be_added_is_known_in_that_category_only(gala: Gala) -> None:
    ada = gala.nominate("Ada Example")
    asked = NomineeFacts("", ("A. Example",), ada.nominee_kind, ada.category_id, gala.house, gala.rosewood)
    assert [one.id for one in likely_nominated(gala.db, gala.round_id, asked)] == [ada.id]
    family = replace(asked, names=("Ben Example",))
    assert likely_nominated(gala.db, gala.round_id, family) == []
    elsewhere = replace(asked, category_id=gala.category("Learning").id)
    assert likely_nominated(gala.db, gala.round_id, elsewhere) == []


def test_a_nominee_stands_in_a_choice_by_reference_and_name(gala: Gala) -> None:
    assert named(gala.db, gala.nominate()) == "2026-001 Ada Example"
