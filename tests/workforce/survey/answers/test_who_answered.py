"""Whose a response is, against a register."""

from datetime import UTC, datetime

import pytest

from desktop.capabilities import MERGE_RULES
from engagement.register.duplicates import merge_services
from engagement.register.name_match import Certainty, NameMatch
from engagement.register.services import edit_service
from resources.database import Database, change
from tests.workforce.survey.answers.made import made_register, made_wave
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.answers.recording import add_response
from workforce.survey.answers.responses import Answer
from workforce.survey.answers.who_answered import (
    Matching,
    Whose,
    likely_of,
    name_said_key,
    remember_name,
    remembered_names,
    why_nobodys,
)

NOW = datetime(2026, 7, 1, 9, tzinfo=UTC)


def matches(db: Database, *names: str) -> dict[str, NameMatch]:
    matching = Matching(db, {}, by_service=True)
    for name in names:
        matching.whose(name, "", "")
    return matching.matches


def whose(
    db: Database, name: str = "", location: str = "", provider: str = "", **decided: WhoDecision
) -> Whose:
    return Matching(db, decided, by_service=True).whose(name, location, provider)


def test_the_register_is_matched_by_every_name_it_knows(db: Database) -> None:
    keys = made_register(db)
    (found,) = matches(db, "ROSIES").values()
    assert found.is_sure and found.best is not None and found.best.service_id == keys["Rose House"]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Quilmere Cort", "quilmere cort"),
        (" The Elm’s – Care  Home Ltd. ", "the elms care home ltd"),
        ("O’Brien & Søn", "obrien son"),
        ("Rose House (Mansfield), 2", "rose house mansfield 2"),
        ("--", "--"),
    ],
)
def test_the_keys_of_names_are_those_that_files_keep(said: str, key: str) -> None:
    """Whom a name means is found by them in files made before: a new rule needs a migration of them."""
    assert name_said_key(said) == key


def test_a_former_name_among_several_is_matched_surely(db: Database) -> None:
    keys = made_register(db)
    edit_service(db, keys["Elm Lodge"], also_known_as="Fernbank|Old Elm; Annexe")
    found = matches(db, "fernbank")["fernbank"]
    assert found.certainty is Certainty.SURE
    assert found.best is not None and found.best.service_id == keys["Elm Lodge"]
    merge_services(db, keys["The Limes"], keys["Elm Lodge"], rules=MERGE_RULES, now=NOW)
    for former in ("Elm Lodge", "Fernbank"):
        (merged,) = matches(db, former).values()
        assert merged.certainty is Certainty.SURE
        assert merged.best is not None and merged.best.service_id == keys["The Limes"]


def test_a_cqc_number_says_whose_it_is(db: Database) -> None:
    keys = made_register(db)
    by_home = whose(db, location="1-200000002")
    assert (by_home.provider_id, by_home.services) == (keys["Elm Care Limited"], (keys["Elm Lodge"],))
    by_owner = whose(db, provider="1-101000001")
    assert (by_owner.provider_id, by_owner.services) == (keys["Elm Care Limited"], ())
    only = whose(db, provider="1-101000002")
    assert only.services == (keys["Quillmere Court"],) and "one service" in only.reason
    two = whose(db, location="1-200000001; 1-200000002")
    assert two.services == (keys["Rose House"], keys["Elm Lodge"])


def test_a_number_nobody_has_leaves_it_to_the_name(db: Database) -> None:
    keys = made_register(db)
    found = whose(db, "Rose House", "1-999999999")
    assert found.services == (keys["Rose House"],)
    assert found.reason.startswith("No CQC number 1-999999999 in the register.")
    assert whose(db, "", "1-999999999").provider_id is None


def test_a_name_of_somebody_else_beside_the_number_is_looked_at(db: Database) -> None:
    made_register(db)
    found = whose(db, "Quillmere Court", "1-200000001")
    assert found.provider_id is None and found.to_look_at
    assert found.reason == "The CQC number is that of Rose House, the name that of Quillmere Court."


def test_five_homes_in_one_cell_are_tied_one_by_one(db: Database) -> None:
    keys = made_register(db)
    found = whose(db, "Rose House; Elm Lodge and The Limes")
    assert found.provider_id == keys["Elm Care Limited"]
    assert found.services == (keys["Rose House"], keys["Elm Lodge"], keys["The Limes"])
    every = whose(db, "Elm Care – all 3 homes")
    assert set(every.services) == {keys["Rose House"], keys["Elm Lodge"], keys["The Limes"]}
    both = whose(db, "all 3 homes", provider="1-101000001")
    assert set(both.services) == set(every.services)


def test_homes_of_two_providers_are_nobodys(db: Database) -> None:
    made_register(db)
    found = whose(db, "Rose House; Quillmere Court")
    assert found.provider_id is None and found.to_look_at
    assert found.reason == "They are of 2 providers: choose whose response it is."


def test_homes_of_several_providers_are_tied_to_the_one_chosen_with_its_services(db: Database) -> None:
    keys = made_register(db)
    said = "Rose House; Quillmere Court; The Limes"
    elm, rose, limes = keys["Elm Care Limited"], keys["Rose House"], keys["The Limes"]
    reason, candidates = likely_of(db, said, by_service=True)
    assert reason == "They are of 2 providers: choose whose response it is."
    assert [(one.name, one.services) for one in candidates] == [
        ("Elm Care Limited", (rose, limes)), ("Quillmere Ltd", (keys["Quillmere Court"],)),
    ]  # fmt: skip
    assert candidates[0].reasons == ("Named of it: Rose House and The Limes.",)
    key = name_said_key(said)
    matching = Matching(db, {key: WhoDecision(elm)}, by_service=True)
    settled = matching.whose(said, "", "")
    assert (settled.provider_id, settled.services, settled.to_look_at) == (elm, (rose, limes), False)
    assert key in matching.keys_in(said) and matching.matches[key].decided
    nobody = Matching(db, {key: WhoDecision()}, by_service=True).whose(said, "", "")
    assert (nobody.provider_id, nobody.to_look_at) == (None, False)
    with change(db, "Decided"):
        remember_name(db, said, WhoDecision(elm))
    assert whose(db, said).services == (rose, limes)


def test_numbers_of_several_providers_and_another_name_are_something_to_decide(db: Database) -> None:
    keys = made_register(db)
    elm, rose, court = keys["Elm Care Limited"], keys["Rose House"], keys["Quillmere Court"]
    for name, numbers in (("", "1-200000001 1-200000004"), ("Quillmere Court", "1-200000001")):
        matching = Matching(db, {}, by_service=True)
        assert matching.whose(name, numbers, "").to_look_at
        (key,) = [one for one in matching.keys_in(name, numbers) if matching.matches[one].of_providers]
        assert {one.services for one in matching.matches[key].candidates} == {(rose,), (court,)}
        settled = Matching(db, {key: WhoDecision(elm)}, by_service=True).whose(name, numbers, "")
        assert (settled.provider_id, settled.services, settled.to_look_at) == (elm, (rose,), False)


def test_why_a_response_is_nobodys_is_said_as_the_register_stands(db: Database) -> None:
    of = made_wave(db).id
    thing = db.value("select id from survey_question where code = 'thing'")
    names = {"The vicar": "Nobody in the register is like that name.", "": "", "Rose House": "It may be Rose House.",
             "Quilmere Cort": "It may be Quillmere Court.",
             "Rose House; Quillmere Court": "They are of 2 providers: choose whose response it is."}  # fmt: skip
    made_register(db)
    for name, reason in names.items():
        one = add_response(db, of, {str(thing): Answer(text="Pay")}, said_name=name)
        assert why_nobodys(db, one) == reason


def test_several_homes_of_one_provider_are_offered_together(db: Database) -> None:
    keys = made_register(db)
    _, (found,) = likely_of(db, "Rose House; The Limes", by_service=True)
    assert (found.provider_id, found.service_id) == (keys["Elm Care Limited"], None)
    assert found.services == (keys["Rose House"], keys["The Limes"])


def test_a_likely_name_is_not_guessed_at_until_it_is_decided(db: Database) -> None:
    keys = made_register(db)
    matching = Matching(db, {}, by_service=True)
    open_ = matching.whose("Quilmere Cort", "", "")
    assert (open_.provider_id, open_.to_look_at, open_.said_name) == (None, True, "Quilmere Cort")
    assert list(matching.said.values()) == ["Quilmere Cort"]
    decision = WhoDecision(keys["Quillmere Ltd"], keys["Quillmere Court"])
    settled = Matching(db, {name_said_key("Quilmere Cort"): decision}, by_service=True).whose(
        "quilmere cort", "", ""
    )
    assert (settled.provider_id, settled.services) == (keys["Quillmere Ltd"], (keys["Quillmere Court"],))


def test_what_was_decided_is_remembered_for_every_wave(db: Database) -> None:
    keys = made_register(db)
    with change(db, "Decided"):
        remember_name(db, "Quilmere Cort", WhoDecision(keys["Quillmere Ltd"]))
        remember_name(db, "The vicar", WhoDecision())
    assert remembered_names(db) == {
        "quilmere cort": WhoDecision(keys["Quillmere Ltd"]), "the vicar": WhoDecision(),
    }  # fmt: skip
    found = matches(db, "QUILMERE CORT", "the vicar")
    assert [one.remembered for one in found.values()] == [True, True]
    assert whose(db, "the vicar").provider_id is None and not whose(db, "the vicar").to_look_at
    with change(db, "Decided otherwise"):
        remember_name(db, "quilmere cort", WhoDecision(keys["Elm Care Limited"]))
    assert remembered_names(db)["quilmere cort"] == WhoDecision(keys["Elm Care Limited"])
