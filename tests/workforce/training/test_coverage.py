"""How many have a course of how many, and how the worst of them stands."""

from datetime import date

import pytest

from workforce.training.coverage import Cover, Holding, Told, cover, together
from workforce.training.vocabulary import JobRole, TrainingStatus

ON, DONE = date(2020, 6, 1), date(2020, 1, 1)
HOLDS, SOON, ENDED = date(2021, 1, 1), date(2020, 7, 1), date(2020, 5, 31)


def group(
    people: int, of: int | None, ends: date | None = HOLDS, role: JobRole | None = None, done: date = DONE
) -> Holding:
    return Holding(done, ends, people=people, of_people=of, job_role=role)


def found(*told: Told, role: JobRole | None = None) -> Cover:
    return cover(told, on=ON, soon_days=90, role=role)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ([], "Missing"),
        ([Told([group(20, 20)])], "Active, 20 of 20"),
        ([Told([group(20, 20, SOON)])], "Expiring soon, 20 of 20"),
        ([Told([group(19, 20)])], "Missing, 19 of 20"),
        ([Told([group(14, 20), group(6, 20, ENDED)])], "Expired, 14 of 20"),
        ([Told([group(13, 20), group(6, 20, ENDED)])], "Missing, 13 of 20"),
        ([Told([group(12, None)])], "Active, 12 people"),
        ([Told([group(1, None, None)])], "Active, 1 person"),
        ([Told([group(3, None, ENDED)])], "Expired"),
        ([Told([group(0, 20)])], "Missing, 0 of 20"),
        ([Told((), should=8)], "Missing, 0 of 8"),
    ],
)
def test_what_a_cell_says(told: list[Told], words: str) -> None:
    assert found(*told).words == words


def test_groups_trained_one_after_the_other_add_up_to_no_more_than_there_are() -> None:
    later = group(9, 18, done=date(2020, 3, 1))
    assert found(Told([group(12, 20), later])).words == "Active, 18 of 18"
    assert found(Told([group(12, 20), group(3, 20)])).words == "Missing, 15 of 20"


def test_those_whose_training_ran_out_are_not_missed_once_everybody_has_it_again() -> None:
    assert found(Told([group(20, 20), group(20, 20, ENDED)])).words == "Active, 20 of 20"


def test_a_named_person_counts_once_by_the_best_record_and_only_while_they_work_there() -> None:
    own = [Holding(DONE, ENDED, "ada"), Holding(DONE, HOLDS, "ada"), Holding(DONE, HOLDS, "left")]
    assert found(Told(own, named=frozenset({"ada", "ben"}))).words == "Missing, 1 of 2"
    assert found(Told(own, named=frozenset({"ada"}))).words == "Active, 1 of 1"


def test_sources_are_not_added_together() -> None:
    named = Told([Holding(DONE, HOLDS, "ada")], named=frozenset({"ada"}))
    groups = Told([group(12, 20)])
    ascwds = Told([Holding(DONE, HOLDS, f"w{number}") for number in range(25)], should=40)
    assert found(named, groups).words == "Missing, 12 of 20"
    assert found(named, groups, ascwds).words == "Missing, 25 of 40"
    assert found(named, Told((), should=40)).words == "Missing, 1 of 40"


def test_of_a_role_only_that_role_is_counted_and_those_of_no_role_said() -> None:
    told = Told([group(4, 4, role=JobRole.REGISTERED_NURSE), group(9, 16, role=JobRole.CARE_WORKER)])
    assert found(told, role=JobRole.REGISTERED_NURSE).words == "Active, 4 of 4"
    assert found(told, role=JobRole.CARE_WORKER).words == "Missing, 9 of 16"
    assert found(told).words == "Missing, 13 of 20"
    assert found(Told([group(4, 20)]), role=JobRole.CARE_WORKER).words == "Missing, 4 of 20"


def test_what_is_completed_later_is_not_counted_yet() -> None:
    assert found(Told([group(20, 20, done=date(2020, 6, 2))])).words == "Missing, 0 of 20"


def test_of_several_places_the_worst_stands_for_all() -> None:
    some = [found(Told([group(20, 20)])), found(Told([group(5, 6, HOLDS), group(1, 6, ENDED)]))]
    assert together(some).words == "Expired, 25 of 26"
    assert together([*some, found()]).words == "Missing, 25 people"
    assert together([*some, found()]).by_status == {TrainingStatus.ACTIVE: 25, TrainingStatus.EXPIRED: 1}


def test_what_is_not_known_by_role_is_said_until_somebody_tells() -> None:
    unknown = Cover(TrainingStatus.MISSING, 0, None, {}, by_role=False)
    assert unknown.words == "Missing, not known by role"
    assert together([unknown, unknown]).words == "Missing, not known by role"
    active = Cover(TrainingStatus.ACTIVE, 2, 2, {TrainingStatus.ACTIVE: 2})
    assert together([unknown, active]).words == "Missing, 2 people"
