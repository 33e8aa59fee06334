"""Nominees, their nominators and their managers, each person once."""

import pytest

from awards.ceremony.honours import Honour
from awards.ceremony.people import address_lines, finalists, managers, nominators, nominee, nominees
from awards.nominations.entries import edit_entry
from awards.vocabulary import EntryStatus
from engagement.register.vocabulary import ConsentBasis
from resources.database import change
from tests.awards.ceremony.conftest import Evening


def test_nominees_stand_by_category_the_highest_honour_first(evening: Evening) -> None:
    found = nominees(evening.db, evening.round_id)
    assert [(one.name, one.honour) for one in found] == [
        ("Ada Example", Honour.WINNER), ("Ben Specimen", Honour.HIGHLY_COMMENDED), ("Night team", Honour.FINALIST),
        ("Cy Example", Honour.NOMINEE),
    ]  # fmt: skip
    assert found[0].name_and_home == "Ada Example, Rosewood House"
    assert found[0].reference == "2026-001"
    assert [one.name for one in finalists(evening.db, evening.round_id)] == [
        "Ada Example",
        "Ben Specimen",
        "Night team",
    ]


def test_a_service_is_at_its_provider(evening: Evening) -> None:
    made = evening.gala.nominate("Rosewood Lodge", "Lead", service_id=evening.gala.lodge)
    assert nominee(evening.db, made.id).home == "Rosewood Example Homes"


def test_a_provider_that_bears_the_name_of_its_service_is_not_said_twice(evening: Evening) -> None:
    db, gala = evening.db, evening.gala
    made = gala.nominate("Rosewood Lodge", "Lead", service_id=gala.lodge)
    with change(db, "Set up"):
        for key, _ in db.rows("select id, name from provider"):
            db.update_row("provider", str(key), {"name": "ROSEWOOD LODGE"})
    assert nominee(db, made.id).home == ""


def test_papers_speak_of_people_with_the_first_name_first(evening: Evening) -> None:
    edit_entry(evening.db, evening.winner, nominee="Example, Ada")
    assert nominee(evening.db, evening.winner).name == "Ada Example"


def test_who_is_out_is_not_honoured(evening: Evening) -> None:
    evening.gala.stands(evening.winner, EntryStatus.WITHDRAWN)
    assert "Ada Example" not in [one.name for one in nominees(evening.db, evening.round_id)]
    with pytest.raises(LookupError):
        nominee(evening.db, evening.winner)


def test_a_nominator_of_two_is_one_person(evening: Evening) -> None:
    found = nominators(evening.db, [evening.winner, evening.finalist, evening.other])
    assert [(one.name, len(one.about)) for one in found] == [
        ("Wren Specimen", 2), ("Kit Relative", 1), ("Di Nominator", 1),
    ]  # fmt: skip


def test_the_manager_of_two_is_asked_once_and_of_none_nobody(evening: Evening) -> None:
    (found,) = managers(evening.db, finalists(evening.db, evening.round_id))
    assert found.name == "Mo Manager" and found.about == (evening.winner, evening.finalist)
    with change(evening.db, "Withdrew"):
        evening.db.update_row("contact", evening.manager, {"consent": ConsentBasis.WITHDRAWN.value})
    assert managers(evening.db, finalists(evening.db, evening.round_id)) == []


def test_mail_goes_to_the_service_and_else_nowhere_known(evening: Evening) -> None:
    gala = evening.gala
    assert address_lines(evening.db, gala.house, gala.rosewood) == ["1 Example Road", "Kirkby", "NG17 1AA"]
    assert address_lines(evening.db, gala.lodge, gala.rosewood) == []
