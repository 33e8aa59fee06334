"""A file that asks in other words than the wave was planned with."""

from datetime import UTC, datetime
from pathlib import Path

from resources.database import Database
from resources.files.forms.layout import FormColumn
from tests.workforce.survey.answers.made import BEST, JOBS, STAFF, csv_file, made_wave
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.asked_otherwise import (
    asked_otherwise,
    file_asks_otherwise,
    planned_wordings,
    renamed_options,
)
from workforce.survey.answers.decisions import Decisions, Means, WordsDecision
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.preview import preview_notes
from workforce.survey.answers.taking_in import take_in
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.waves import Wave

NOW = datetime(2019, 11, 1, tzinfo=UTC)
IN_FILE = "How many staff do you employ now?"


def found_in(db: Database, wave: Wave, path: Path, as_planned: bool = False) -> Checked:
    file = csv_file(path, (IN_FILE, BEST), [("5", "Indeed"), ("7", "Indeed")])
    staff, best = (one.key for one in file.columns)
    question = next(one.question for one in asked_of_wave(db, wave.id) if one.wording == BEST)
    jobs = next(one.id for one in question.options if one.wording == JOBS)
    words = {(best, "indeed"): WordsDecision(Means.OPTION, jobs)}
    kept = frozenset({staff, best}) if as_planned else frozenset[str]()
    return check(db, wave.id, file, suggest(db, wave.id, file), Decisions(words=words, as_planned=kept))


def test_other_words_are_said_and_the_wave_says_what_the_file_does(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    assert STAFF in planned_wordings(db, wave.id).values()
    found = found_in(db, wave, tmp_path / "a.csv")
    assert [len(renamed_options(found, one)) for one in found.file.columns] == [0, 1]
    said = [one.sentence for one in file_asks_otherwise(found)]
    assert said == [
        f"Asked in this file as “{IN_FILE}”, planned as “{STAFF}”: the wave will say what the file does.",
        f"“{BEST}” has in this file “Indeed” for “{JOBS}”: the wave will say what the file does.",
    ]
    assert set(said) <= set(preview_notes(found))
    take_in(db, found, now=NOW)
    asked = {one.wording: [each.wording for each in one.options] for one in asked_of_wave(db, wave.id)}
    assert IN_FILE in asked and STAFF not in asked and "Indeed" in asked[BEST]


def test_what_was_planned_is_kept_where_that_is_chosen(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    found = found_in(db, wave, tmp_path / "a.csv", as_planned=True)
    assert all(one.sentence.endswith(": what was planned is kept.") for one in file_asks_otherwise(found))
    take_in(db, found, now=NOW)
    asked = {one.wording: [each.wording for each in one.options] for one in asked_of_wave(db, wave.id)}
    assert STAFF in asked and IN_FILE not in asked and JOBS in asked[BEST]


def test_a_heading_that_is_only_a_code_says_nothing_of_the_words() -> None:
    assert not asked_otherwise(FormColumn("staff", "staff", (0,), code="staff"), STAFF)
    assert not asked_otherwise(FormColumn(f" {STAFF} ", "staff", (0,)), STAFF)
    assert asked_otherwise(FormColumn(IN_FILE, "staff", (0,)), STAFF)
