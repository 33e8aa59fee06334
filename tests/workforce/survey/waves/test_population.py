"""The population of a wave is taken from the register as at its day, and put right by hand."""

from collections.abc import Callable
from datetime import date

import pytest

from engagement.register.council import set_council
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating, ServiceKind
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.conftest import LATER
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.planning import edit_wave
from workforce.survey.waves.population import (
    PopulationRule,
    add_to_population,
    invite,
    invited,
    leave_out,
    would_invite,
)
from workforce.survey.waves.register_facts import SEVERAL_DISTRICTS, SEVERAL_KINDS
from workforce.survey.waves.waves import Wave
from workforce.survey.waves.waves import wave as wave_by_key

Register = dict[str, str]
USUAL = ["Elm Court", "Kindly Home Care", "Oak Living", "Rosewood House", "The Limes"]


def names(db: Database, held: Wave) -> list[str]:
    return [one.name for one in invited(db, held.id)]


def test_what_would_be_invited_is_said_of_everybody(db: Database, register: Register, wave: Wave) -> None:
    told = {one.name: (one.invited, one.reason) for one in would_invite(db, wave, PopulationRule())}
    assert told == {
        "Derwent View": (False, "In Derbyshire, outside the area"),
        "Elm Court": (True, "Residential home in Bassetlaw"),
        "Kindly Home Care": (True, "Home care in Rushcliffe"),
        "Oak Living": (True, "Supported living in Gedling"),
        "Rosewood House": (True, "Nursing home in Bassetlaw"),
        "Sunny Days": (False, "Day care: not a kind that is asked"),
        "The Limes": (True, "Residential home in Ashfield"),
    }
    assert names(db, wave) == []


def test_the_facts_of_the_day_are_kept(db: Database, register: Register, wave: Wave) -> None:
    taken = invite(db, wave.id, PopulationRule())
    assert taken.sentence == "5 services invited, as the register was on 2 September 2019"
    record_rating(db, register["Elm Court"], Rating.INADEQUATE, date(2020, 2, 1), today=LATER)
    elm = invited(db, wave.id)[0]
    assert (elm.name, elm.kind, elm.district, elm.rating, elm.beds, elm.active) == (
        "Elm Court", "residential_home", "Bassetlaw", "outstanding", 30, True,
    )  # fmt: skip
    undone = history.undo(db)
    assert undone is not None  # the rating
    history.undo(db)
    assert names(db, wave) == []


def test_a_population_taken_anew_takes_the_place_of_the_earlier_one(
    db: Database, register: Register, wave: Wave
) -> None:
    invite(db, wave.id, PopulationRule())
    before = {one.name: one.id for one in invited(db, wave.id)}
    record_rating(db, register["Elm Court"], Rating.GOOD, date(2020, 2, 1), today=LATER)
    rule = PopulationRule(kinds=(ServiceKind.RESIDENTIAL_HOME, ServiceKind.DAY_CARE))
    taken = invite(db, wave.id, rule, on=LATER)
    assert taken.sentence == (
        "3 services invited, as the register was on 1 September 2020 (1 added, 3 no longer)"
    )
    after = {one.name: one for one in invited(db, wave.id)}
    assert (after["Elm Court"].id, after["Elm Court"].rating) == (before["Elm Court"], "good")
    assert wave_by_key(db, wave.id).population_on == LATER


def test_only_active_contracts(db: Database, register: Register, wave: Wave) -> None:
    invite(db, wave.id, PopulationRule(only_active_contracts=True))
    assert names(db, wave) == ["Elm Court", "Rosewood House", "The Limes"]


def test_each_provider_stands_once(db: Database, register: Register, wave: Wave) -> None:
    edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER)
    taken = invite(db, wave.id, PopulationRule())
    assert taken.sentence.startswith("4 providers invited")
    rosewood = invited(db, wave.id)[-1]
    assert (rosewood.service_id, rosewood.name, rosewood.kind, rosewood.district, rosewood.beds) == (
        None, "Rosewood Care Ltd", SEVERAL_KINDS, SEVERAL_DISTRICTS, 62,
    )  # fmt: skip


def test_nobody_to_invite_is_refused(db: Database, register: Register, wave: Wave) -> None:
    with pytest.raises(Problem, match="no service that the rule invites as at 2 September 2019"):
        invite(db, wave.id, PopulationRule(kinds=(ServiceKind.SHARED_LIVES,)))


def test_the_own_area_must_be_known(db: Database, register: Register, wave: Wave) -> None:
    set_council(db, "")
    with change(db, "No contracts"):
        for (key,) in db.rows("select id from contract_status"):
            db.delete_row("contract_status", key)
    with pytest.raises(Problem, match="not known whose register this is"):
        would_invite(db, wave, PopulationRule())
    derby = would_invite(db, wave, PopulationRule(authorities=("Derbyshire County Council",)))
    assert [one.name for one in derby if one.invited] == ["Derwent View"]


def test_somebody_is_added_and_left_out_by_hand(
    db: Database, register: Register, wave: Wave, provider_of: Callable[[str], str]
) -> None:
    invite(db, wave.id, PopulationRule())
    added = add_to_population(db, wave.id, service_id=register["Sunny Days"])
    assert (added.name, added.kind) == ("Sunny Days", "day_care")
    with pytest.raises(Problem, match="Sunny Days is invited to Baseline 2019 already"):
        add_to_population(db, wave.id, service_id=register["Sunny Days"])
    with pytest.raises(Problem, match="asks each service"):
        add_to_population(db, wave.id, provider_id=provider_of(register["Sunny Days"]))
    assert leave_out(db, [one.id for one in invited(db, wave.id)][:2]) == 2
    assert names(db, wave) == ["Oak Living", "Rosewood House", "Sunny Days", "The Limes"]
    assert leave_out(db, ["gone"]) == 0


def test_where_providers_are_asked_a_service_stands_for_its_provider(
    db: Database, register: Register, wave: Wave
) -> None:
    edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER)
    added = add_to_population(db, wave.id, service_id=register["The Limes"])
    assert (added.name, added.beds) == ("Rosewood Care Ltd", 62)


def test_another_way_of_asking_needs_a_population_of_its_own(
    db: Database, register: Register, wave: Wave
) -> None:
    invite(db, wave.id, PopulationRule())
    with pytest.raises(FieldProblem, match="The 5 invited are those of 2 September 2019"):
        edit_wave(db, wave.id, population_on=LATER)
    edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER)
    assert names(db, wave) == []
