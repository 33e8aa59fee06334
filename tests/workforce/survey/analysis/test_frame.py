"""A wave in memory, and what a filter leaves of it."""

import pytest

from resources.database import Database, change, new_key
from resources.statistics import bounds
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, Home, make_wave
from workforce.survey.analysis.frame import OTHER_NOT_OFFERED, AnalysisFilter, filtered, read_wave
from workforce.survey.coding.text_key import text_key
from workforce.survey.vocabulary import Role

HOMES = [
    Home(answers={"staff": 9, "vacancies": 2, "best_advertising": "Word of mouth"}),
    Home("home_care", "Mansfield", "outstanding", answers={"staff": 250, "vacancies": DONT_KNOW}),
    Home(
        "home_care", "Ashfield", "inadequate", answers={"staff": (40, 60), "best_advertising": "Bus adverts"}
    ),
    Home("nursing_home", "Gedling", "not_rated", None, False),
]


def test_a_response_has_the_facts_of_its_service_and_the_size_that_it_tells(db: Database) -> None:
    data = read_wave(db, make_wave(db, HOMES).wave_id)
    facts = data.responses[["kind", "district", "rating", "size"]]
    assert facts.to_numpy().tolist() == [
        ["residential_home", "Ashfield", "good", "micro"],
        ["home_care", "Mansfield", "outstanding", "large"],
        ["home_care", "Ashfield", "inadequate", "not_known"],
    ]


def test_the_population_says_who_answered(db: Database) -> None:
    data = read_wave(db, make_wave(db, HOMES).wave_id)
    assert dict(zip(data.population["name"], data.population["answered"], strict=True)) == {
        "House 1": True, "House 2": True, "House 3": True, "House 4": False,
    }  # fmt: skip
    assert data.known_population == 4


def test_a_response_that_another_stands_for_is_not_read(db: Database) -> None:
    made = make_wave(db, HOMES)
    with change(db, "Another counts"):
        db.update_row("survey_response", made.responses[0], {"counts": 0})
    data = read_wave(db, made.wave_id)
    assert data.responses.index.tolist() == [2, 3]
    assert set(data.answers["response"]) == {2, 3}
    assert not data.population.set_index("name").at["House 1", "answered"]


def test_figures_are_of_those_who_gave_figures(db: Database) -> None:
    data = read_wave(db, make_wave(db, HOMES).wave_id)
    assert data.figures(Role.STAFF) == {1: bounds(9), 2: bounds(250), 3: bounds(40, 60)}
    assert list(data.figures(Role.VACANCIES)) == [1]
    assert not data.figures(Role.LEAVERS)
    assert filtered(data, AnalysisFilter(sizes=("micro",))).figures(Role.STAFF) == {1: bounds(9)}


@pytest.mark.parametrize(
    ("chosen", "answered", "population"),
    [
        (AnalysisFilter(kinds=("home_care",)), [2, 3], 2),
        (AnalysisFilter(districts=("Ashfield", "Gedling")), [1, 3], 3),
        (AnalysisFilter(ratings=("inadequate",), kinds=("home_care",)), [3], 1),
        (AnalysisFilter(good_and_outstanding=True), [1, 2], 2),
        (AnalysisFilter(sizes=("micro", "large")), [1, 2], None),
        (AnalysisFilter(kinds=("shared_lives",)), [], None),
    ],
)
def test_a_filter_leaves_answers_and_population_alike(
    db: Database, chosen: AnalysisFilter, answered: list[int], population: int | None
) -> None:
    data = filtered(read_wave(db, make_wave(db, HOMES).wave_id), chosen)
    assert data.responses.index.tolist() == answered
    assert set(data.answers["response"]) | set(data.choices["response"]) <= set(answered)
    assert data.known_population == population


def test_another_text_that_is_coded_counts_as_its_code(db: Database) -> None:
    made = make_wave(db, HOMES)
    question = made.id("best_advertising")
    before = read_wave(db, made.wave_id).choices_of(question)
    other, mouth = (
        made.option("best_advertising", "Other").id,
        made.option("best_advertising", "Word of mouth").id,
    )
    assert before[["response", "option", "coded"]].to_numpy().tolist() == [
        [1, mouth, False],
        [3, other, False],
    ]
    with change(db, "Coded a text"):
        db.insert_row(
            "survey_coding",
            {"id": new_key(), "question_id": question, "text_key": text_key("BUS adverts"), "option_id": mouth,
             "coded_by": "Test Officer", "coded_at": "2019-11-01T09:00:00+00:00"},
        )  # fmt: skip
    after = read_wave(db, made.wave_id).choices_of(question)
    assert after[["response", "option", "coded"]].to_numpy().tolist() == [[1, mouth, False], [3, mouth, True]]


def test_a_wave_without_answers_is_read(db: Database) -> None:
    data = read_wave(db, make_wave(db, [Home(), Home()]).wave_id)
    assert (len(data.responses), len(data.answers), len(data.choices), len(data.population)) == (0, 0, 0, 2)
    assert data.answers_of(data.asked[0].question.id).empty


def test_a_question_that_the_wave_did_not_ask_is_a_slip(db: Database) -> None:
    data = read_wave(db, make_wave(db, []).wave_id)
    with pytest.raises(LookupError):
        data.question("none")


def test_a_response_of_several_homes_answers_for_each_of_them(db: Database) -> None:
    made = make_wave(db, HOMES)
    with change(db, "Covers two"):
        db.insert_row(
            "survey_response_service",
            {"id": new_key(), "response_id": made.responses[0], "service_id": made.services[3]},
        )
    data = read_wave(db, made.wave_id)
    assert data.population["answered"].all()
    assert data.responses["kind"].tolist()[0] == "Several kinds"


def test_a_response_without_services_answers_for_all_of_its_provider(db: Database) -> None:
    made = make_wave(db, HOMES)
    provider = db.value("select provider_id from service where id = ?", (made.services[3],))
    with change(db, "A provider answers"):
        db.insert_row(
            "survey_response",
            {
                "id": new_key(),
                "wave_id": made.wave_id,
                "number": 9,
                "provider_id": provider,
                "source": "typed",
            },
        )
    assert read_wave(db, made.wave_id).population["answered"].all()
    with change(db, "It has another home"):
        other = new_key()
        db.insert_row(
            "service", {"id": other, "provider_id": provider, "name": "House 9", "kind": "home_care"}
        )
        db.insert_row(
            "survey_invited",
            {
                "id": new_key(),
                "wave_id": made.wave_id,
                "provider_id": provider,
                "service_id": other,
                "active": 1,
            },
        )
    answered = read_wave(db, made.wave_id).population.set_index("name")["answered"]
    assert answered["House 4"] and answered["House 9"]


def test_providers_asked_as_a_whole_answer_as_a_whole(db: Database) -> None:
    made = make_wave(db, HOMES)
    with change(db, "Asked of providers"):
        db.update_row("survey_wave", made.wave_id, {"asked_of": "provider"})
        for key in [row[0] for row in db.rows("select id from survey_invited")]:
            db.update_row("survey_invited", key, {"service_id": None})
    data = read_wave(db, made.wave_id)
    assert sorted(data.population["answered"]) == [False, True, True, True]
    assert set(data.population["name"]) == set(data.population["provider_name"])


def test_other_without_an_option_for_it_is_an_answer_of_its_own(db: Database) -> None:
    made = make_wave(db, [Home(answers={"best_advertising": "Bus adverts"})])
    with change(db, "No option for other"):
        db.update_row("survey_option", made.option("best_advertising", "Other").id, {"is_other": 0})
    choices = read_wave(db, made.wave_id).choices_of(made.id("best_advertising"))
    assert choices["option"].tolist() == [OTHER_NOT_OFFERED]
