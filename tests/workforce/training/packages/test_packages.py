"""The packages that ship, and those that a team adds."""

from datetime import date

import pytest

from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from workforce.training.packages.packages import (
    SHIPPED,
    add_package,
    archive_package,
    edit_package,
    kept_package,
    package,
    packages,
    restore_package,
)

TODAY = date(2020, 6, 1)


def test_three_packages_ship_and_are_kept_once_used(db: Database) -> None:
    assert [one.name for one in packages(db)] == [
        "Moving and Handling", "Medicines Management", "Leadership and Management",
    ]  # fmt: skip
    assert [one.id for one in packages(db)] == ["", "", ""]
    with change(db, "Used one"):
        kept = kept_package(db, "medicines management")
    assert kept.id and package(db, kept.id) == kept
    assert len(packages(db)) == len(SHIPPED)
    with change(db, "Used it again"):
        assert kept_package(db, "Medicines Management") == kept


def test_a_team_adds_its_own_and_puts_it_away(db: Database) -> None:
    made = add_package(db, "Falls Prevention", description="Three mornings.")
    assert edit_package(db, made.id, description="Two mornings.").description == "Two mornings."
    put_away = archive_package(db, made.id, today=TODAY)
    assert put_away.archived_on == TODAY
    assert made.id not in [one.id for one in packages(db)]
    assert made.id in [one.id for one in packages(db, archived=True)]
    with pytest.raises(Problem, match="is archived already"):
        archive_package(db, made.id, today=TODAY)
    with pytest.raises(FieldProblem, match="Restore it first"):
        kept_package(db, "Falls Prevention")
    assert restore_package(db, made.id).archived_on is None
    with pytest.raises(Problem, match="is not archived"):
        restore_package(db, made.id)


def test_names_are_needed_and_only_one_package_has_each(db: Database) -> None:
    made = add_package(db, "Falls Prevention")
    with pytest.raises(FieldProblem, match="already"):
        add_package(db, "falls prevention")
    with pytest.raises(FieldProblem, match="nothing was entered"):
        add_package(db, " ")
    with pytest.raises(FieldProblem, match="There is no learning package"):
        kept_package(db, "Baking")
    with pytest.raises(LookupError):
        package(db, "gone")
    assert edit_package(db, made.id, name="Falls prevention").name == "Falls prevention"
