"""Whom and what the texts of a file mean."""

import pytest

from engagement.register import services
from resources.database import Database
from tests.workforce.training.people import a_course, a_learner, a_post, a_service
from workforce.training.learners import edit_learner
from workforce.training.records_file_matching import NotFound, read_known, read_role
from workforce.training.vocabulary import JobRole


def test_a_course_is_known_by_name_or_as_a_person_chose(db: Database) -> None:
    course = a_course(db, "Fire safety")
    known = read_known(db, {"Feuer": course})
    assert known.course("FIRE  Safety").id == known.course("feuer").id == course
    with pytest.raises(NotFound, match="Is it “Fire safety”"):
        known.course("Fire safty")
    with pytest.raises(NotFound, match="has no course"):
        known.course("")


def test_places_are_known_by_name_or_location_id_and_two_of_a_name_are_not_guessed(db: Database) -> None:
    home = a_service(db)
    services.edit_service(db, home.id, cqc_location_id="1-123456789")
    twin = a_service(db, "Elm Court")
    other = a_service(db, "Elm Court")
    known = read_known(db, {})
    place = (home.provider_id, home.id)
    assert known.place("", "rosewood house", None) == known.place("", "1-123456789", None) == place
    assert known.place("Rosewood House Ltd", "", None) == (home.provider_id, None)
    assert known.place("", "", place) == place
    with pytest.raises(NotFound, match="several services"):
        known.place("", "Elm Court", None)
    assert known.place("", "Elm Court", (twin.provider_id, None)) == (twin.provider_id, twin.id)
    with pytest.raises(NotFound, match="several providers"):
        known.place("Elm Court Ltd", "", None)
    with pytest.raises(NotFound, match="no service of this provider"):
        known.place("Rosewood House Ltd", "Elm Court", None)
    with pytest.raises(NotFound, match="no provider of the register"):
        known.place("Nobody Ltd", "", None)
    with pytest.raises(NotFound, match="neither the service nor the provider"):
        known.place("", "", None)
    assert other.id != twin.id


def test_learners_are_known_by_uln_or_by_a_name_at_their_provider(db: Database) -> None:
    home, ada = a_service(db), a_learner(db)
    a_post(db, ada, home)
    edit_learner(db, ada, uln="1000000051")
    known = read_known(db, {})
    assert known.learner("", "1000000051", "elsewhere") == ada
    assert (
        known.learner("Example, Ada", "", home.provider_id)
        == known.learner("Ada Example", "", home.provider_id)
        == ada
    )
    assert known.learner("Ada Example", "", "elsewhere") is None
    a_post(db, a_learner(db), home)
    with pytest.raises(NotFound, match="several learners"):
        read_known(db, {}).learner("Ada Example", "", home.provider_id)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("", None), ("All staff", None), ("Care worker", JobRole.CARE_WORKER), ("Care Assistant", JobRole.CARE_WORKER),
        ("Registered nurses", JobRole.REGISTERED_NURSE), ("manager", JobRole.REGISTERED_MANAGER),
    ],
)  # fmt: skip
def test_roles_in_the_words_of_providers(text: str, role: JobRole | None) -> None:
    assert read_role(text) is role


def test_a_role_that_is_none_is_said() -> None:
    with pytest.raises(NotFound, match="“Astronaut” is no job role"):
        read_role("Astronaut")
