"""Responses taken in before are tied too, where they gave a name that a later file decides and that is chosen."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from resources.database import Database, history
from tests.workforce.survey.answers.made import STAFF, csv_file, made_register, made_wave, next_wave
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.earlier import earlier_responses
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions, WhoDecision
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.preview import preview_groups
from workforce.survey.answers.responses import Response, responses
from workforce.survey.answers.taking_in import take_in
from workforce.survey.answers.who_answered import name_said_key
from workforce.survey.waves.planning import archive_wave
from workforce.survey.waves.waves import Wave

NOW = datetime(2020, 11, 1, tzinfo=UTC)
HEADINGS = ("Name of your service", STAFF)


@pytest.fixture
def keys(db: Database) -> dict[str, str]:
    return made_register(db)


@pytest.fixture
def waves(db: Database, tmp_path: Path, keys: dict[str, str]) -> tuple[Wave, Wave]:
    """A baseline with four responses that are nobody's, and a wave after it."""
    first = made_wave(db)
    rows = [("Quil Cort", "7"), ("QUIL CORT", "8"), ("The vicar", "9"), ("Quil Cort; Rose House", "10")]
    taken(db, first, tmp_path, rows)
    return first, next_wave(db, first.survey_id, "Again", date(2020, 10, 1))


def found(
    db: Database, wave: Wave, folder: Path, rows: list[tuple[str, str]], said: Decisions = NOTHING_DECIDED
) -> Checked:
    file = csv_file(folder / f"{wave.name}.csv", HEADINGS, rows)
    return check(db, wave.id, file, suggest(db, wave.id, file), said)


def taken(
    db: Database, wave: Wave, folder: Path, rows: list[tuple[str, str]], said: Decisions = NOTHING_DECIDED
) -> int:
    return take_in(db, found(db, wave, folder, rows, said), now=NOW).tied


def decided(keys: dict[str, str], *, tie: bool = False) -> Decisions:
    quil = WhoDecision(keys["Quillmere Ltd"], keys["Quillmere Court"])
    who = {name_said_key("Quil Cort"): quil, name_said_key("The vicar"): WhoDecision()}
    return Decisions(who=who, tie_earlier=tie)


def tied(held: list[Response]) -> list[int]:
    return [one.number for one in held if one.provider_id is not None]


def test_they_are_offered_by_the_name_decided_and_no_other(
    db: Database, waves: tuple[Wave, Wave], keys: dict[str, str], tmp_path: Path
) -> None:
    first, second = waves
    assert found(db, second, tmp_path, [("Quil Cort", "11")]).earlier == ()
    offered = found(db, second, tmp_path, [("Quil Cort", "11")], decided(keys))
    assert [(one.wave_name, one.number, one.who) for one in offered.earlier] == [
        ("Baseline 2019", 1, "Quillmere Court"), ("Baseline 2019", 2, "Quillmere Court"),
    ]  # fmt: skip
    assert offered.earlier_chosen == ()
    (group,) = [one for one in preview_groups(offered) if one.name == "Earlier responses"]
    assert (group.number, group.to_decide) == (2, True) and "only where that is chosen" in group.explanation
    assert group.table.rows[0] == ("Baseline 2019", 1, "Quil Cort", "Quillmere Court")
    archive_wave(db, first.id, today=date(2020, 12, 1))
    assert earlier_responses(db, second, decided(keys)) == ()


def test_they_are_tied_with_the_file_by_one_change_and_undone_with_it(
    db: Database, waves: tuple[Wave, Wave], keys: dict[str, str], tmp_path: Path
) -> None:
    first, second = waves
    chosen = found(db, second, tmp_path, [("Quil Cort", "11")], decided(keys, tie=True))
    (group,) = [one for one in preview_groups(chosen) if one.name == "Earlier responses"]
    assert not group.to_decide and group.explanation.endswith("tied too.")
    before = len(history.entries(db, 100, 0))
    assert take_in(db, chosen, now=NOW).tied == 2
    assert len(history.entries(db, 100, 0)) == before + 1
    assert tied(responses(db, first.id)) == [1, 2]
    assert responses(db, first.id)[0].services == (keys["Quillmere Court"],)
    history.undo(db)
    assert tied(responses(db, first.id)) == [] and responses(db, second.id) == []


def test_nothing_is_tied_where_it_is_not_chosen(
    db: Database, waves: tuple[Wave, Wave], keys: dict[str, str], tmp_path: Path
) -> None:
    first, second = waves
    assert taken(db, second, tmp_path, [("Quil Cort", "11")], decided(keys)) == 0
    assert tied(responses(db, first.id)) == [] and tied(responses(db, second.id)) == [1]
