"""What a person means by a few words."""

from datetime import date

import pytest

from desktop.command_line import choosing
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.problem import Problem
from workforce.survey.starting import start_survey
from workforce.survey.surveys import add_survey
from workforce.survey.vocabulary import WaveKind
from workforce.survey.waves.planning import WaveDraft, plan_wave


class Named:
    def __init__(self, name: str) -> None:
        self.name = name


def one_of(text: str, *names: str) -> str:
    return choosing.one_of([Named(name) for name in names], text, lambda one: one.name, "home").name


def test_the_one_that_has_every_word_is_meant() -> None:
    assert one_of("court elm", "Elm Court", "Elm View", "Oak Court") == "Elm Court"


def test_a_name_that_is_just_the_text_goes_before_others_that_hold_it() -> None:
    assert one_of("Elm Court", "Elm Court Annexe", "Elm Court") == "Elm Court"


def test_nothing_that_fits_is_said() -> None:
    for text in ("Rosewood", "  "):
        with pytest.raises(Problem, match="There is no home"):
            one_of(text, "Elm Court", "Elm View")


def test_several_that_fit_are_named_but_not_all_of_very_many() -> None:
    with pytest.raises(Problem, match=r"may be more than one home: Elm Court; Elm View\. Write more"):
        one_of("elm", "Elm Court", "Elm View", "Oak Court")
    with pytest.raises(Problem, match="Elm 7, and 4 more"):
        one_of("elm", *(f"Elm {number}" for number in range(12)))


def test_a_provider_is_found_by_key_number_and_name(db: Database) -> None:
    added = add_provider(db, name="Rosewood Care", cqc_provider_id="1-900")
    add_provider(db, name="Elm Care")
    for text in (added.id, "1-900", "rosewood"):
        assert choosing.provider(db, text).id == added.id


def test_a_key_goes_before_words() -> None:
    class Held(Named):
        id = ""

    first, second = Held("Elm Court"), Held("Oak Court")
    first.id, second.id = "elm", "key-2"
    for text, meant in (("key-2", second), ("elm", first), ("oak", second)):
        assert choosing.by_key_or_words([second, first], text, lambda one: one.name, "home") is meant


def test_authorities_are_given_as_the_register_writes_them(db: Database) -> None:
    with pytest.raises(Problem, match=r"The register holds no services of “Kent”\.$"):
        choosing.authorities(db, ["Kent"])
    provider = add_provider(db, name="Example Care").id
    add_service(db, provider, name="Elm Court", kind=ServiceKind.DAY_CARE, authority="Nottinghamshire")
    assert choosing.authorities(db, ["nottinghamshire county council"]) == ["Nottinghamshire"]
    with pytest.raises(Problem, match=r"“Kent”\. Choose Nottinghamshire\."):
        choosing.authorities(db, ["Nottinghamshire", "Kent"])


def test_a_survey_its_waves_and_questions_are_chosen_by_words(db: Database) -> None:
    with pytest.raises(Problem, match="No survey is kept yet"):
        choosing.survey(db)
    held = start_survey(db)
    assert choosing.survey(db) == held
    wave = plan_wave(db, held.id, WaveDraft("Baseline", WaveKind.BASELINE, date(2019, 9, 2)))
    for text in (wave.id, "baseline", "september 2019"):
        assert choosing.survey_wave(db, text) == wave
    by_code = choosing.survey_question(db, held.id, "how_hard")
    assert choosing.survey_question(db, held.id, "how hard fill") == by_code
    add_survey(db, "Exit survey")
    with pytest.raises(Problem, match="Write a part of its name"):
        choosing.survey(db)
    assert choosing.survey(db, "recruitment") == held
