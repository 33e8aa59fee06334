"""The sample’s statements are as long as real ones and tell who is meant by many names, all of them invented."""

import random

import pytest

from awards.rounds.shipped import CATEGORIES
from awards.sample.statements import PlannedNomination, SampleService, plan
from awards.vocabulary import NomineeKind

SERVICES = (
    SampleService(
        "1", "Teacupmeadow House", "p1", "Larkmeadow Care Ltd", "Ashfield", "Priya Puddleby", "01632 960001"
    ),
    SampleService("2", "Quillwick Court", "p2", "Sample Living", "Retford", "", ""),
)


@pytest.fixture(scope="module")
def planned() -> list[PlannedNomination]:
    return plan(random.Random("statements"), SERVICES, count=200)


def test_the_same_chance_makes_the_same_nominations(planned: list[PlannedNomination]) -> None:
    assert plan(random.Random("statements"), SERVICES, count=200) == planned


def test_statements_have_150_to_400_words_and_no_slot_left(planned: list[PlannedNomination]) -> None:
    for one in planned:
        assert 150 <= len(one.statement.split()) <= 400
        assert not set("{}") & set(one.statement)


def test_every_name_told_stands_in_the_statement(planned: list[PlannedNomination]) -> None:
    for one in planned:
        assert one.told
        assert [
            name for name in (*one.told, *one.also_named) if name.casefold() not in one.statement.casefold()
        ] == []


def test_some_are_nominated_more_than_once_and_spelt_otherwise(planned: list[PlannedNomination]) -> None:
    people: dict[int, set[str]] = {}
    for one in planned:
        people.setdefault(one.person, set()).add(one.nominee)
    assert 0.7 <= len(people) / len(planned) <= 0.9
    assert any(len(spelt) > 1 for spelt in people.values())


def test_all_categories_and_kinds_are_there(planned: list[PlannedNomination]) -> None:
    assert {one.category for one in planned} == {category.name for category in CATEGORIES}
    assert {one.nominee_kind for one in planned} == set(NomineeKind)


def test_people_are_told_by_first_name_initials_nickname_and_possessive(
    planned: list[PlannedNomination],
) -> None:
    ada = next(one for one in planned if one.nominee_kind is NomineeKind.INDIVIDUAL and one.also_known_as)
    assert ada.also_known_as in ada.told
    told = {name for one in planned for name in one.told}
    assert any(len(name) == 2 and name.isupper() for name in told)
    assert any(name.startswith(("Mrs ", "Mr ")) for name in told)
    assert any("’s" in one.statement for one in planned) and any("'s" in one.statement for one in planned)
