"""What is said before a file is taken in."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from resources.database import Database
from resources.files.forms.forms_file import FormsFile
from tests.workforce.survey.answers.made import (
    BEST,
    JOBS,
    MOUTH,
    RADIO,
    STAFF,
    THING,
    csv_file,
    made_wave,
    next_wave,
)
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.suggesting import accept_suggested
from workforce.survey.answers.decisions import Decisions
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.taking_in import take_in
from workforce.survey.waves.planning import edit_wave
from workforce.survey.waves.waves import Wave

NOW = datetime(2019, 11, 1, tzinfo=UTC)
HEADINGS = ("ID", "Completion time", STAFF, THING)


def warnings(db: Database, wave: Wave, file: FormsFile) -> tuple[str, ...]:
    return check(db, wave.id, file, suggest(db, wave.id, file)).warnings


def test_a_file_of_another_time_or_wave_is_said(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", HEADINGS, [("1", "2019-10-20 09:00", "5", "Pay")])
    assert warnings(db, wave, file) == ()
    take_in(db, check(db, wave.id, file, suggest(db, wave.id, file)), now=NOW)
    later = next_wave(db, wave.survey_id, "Again 2020", date(2020, 10, 1))
    assert warnings(db, later, file) == (
        "Most responses were sent before Again 2020 opened on 1 October 2020, the first on 20 October 2019. This may "
        "be the file of another wave.",
        "1 response was taken in for Baseline 2019 already.",
    )


def test_the_very_same_file_is_said_where_its_responses_have_no_time(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (STAFF, THING), [("5", "Pay")])
    take_in(db, check(db, wave.id, file, suggest(db, wave.id, file)), now=NOW)
    later = next_wave(db, wave.survey_id, "Again 2020", date(2020, 10, 1))
    assert warnings(db, later, file) == ("This very file was taken in for Baseline 2019 already.",)


def test_columns_that_are_not_sure_are_named(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (BEST, THING), [("Red", "Pay"), ("Blue", "Pay")])
    assert warnings(db, wave, file) == (
        f"Look at what this column is taken for: “{BEST}” (the same words, but most answers are none of its options).",
    )


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2019-11-10 09:00", ()),
        (
            "2021-10-05 09:00",
            ("Most responses were sent well after Baseline 2019 closed on 31 October 2019",),
        ),
        (
            "29/02/2028 09:00",
            (
                "Most responses were sent well after Baseline 2019 closed on 31 October 2019",
                "1 response has a day still to come, up to 29 February 2028",
            ),
        ),
        ("31/12/2999 09:00", ("The day on which 1 response came cannot be read, such as “31/12/2999 09",)),
    ],
)
def test_days_after_the_wave_closed_and_still_to_come_are_said(
    db: Database, tmp_path: Path, day: str, said: tuple[str, ...]
) -> None:
    wave = made_wave(db)
    edit_wave(db, wave.id, closes_on=date(2019, 10, 31))
    file = csv_file(tmp_path / "a.csv", HEADINGS, [("1", day, "5", "Pay")])
    found = check(db, wave.id, file, suggest(db, wave.id, file), today=date(2026, 11, 22))
    starts = tuple(
        one.partition(", the last")[0].partition(". Check")[0].partition(":00")[0] for one in found.warnings
    )
    assert starts == said


def test_codes_in_place_of_answers_are_said_and_taken_in_the_order_asked(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    headings = (
        "id",
        "submitdate",
        *(f"where[SQ00{n}]" for n in (1, 2, 3, 4)),
        "where[other]",
        "best",
        "thing",
    )
    rows = [
        ("1", "2019-10-05 10:00:00", "Y", "N", "Y", "N", "", "A2", "Pay"),
        ("2", "2019-10-05 10:05:00", "N", "Y", "N", "N", "", "A1", "Rotas"),
    ]
    file = csv_file(tmp_path / "a.csv", headings, rows)
    found = check(db, wave.id, file, suggest(db, wave.id, file))
    said = [one for one in found.warnings if one.startswith("The file has codes")]
    assert said == [
        "The file has codes and not the words of what was chosen: “where” (SQ001) and “best” (A1). Export it with full "
        "answers, or check what each code is taken for."
    ]
    likely = accept_suggested(found.unknown)
    taken = check(db, wave.id, file, suggest(db, wave.id, file), Decisions(words=likely))
    by_code = {one.code: one.key for one in file.columns}
    options = []
    for key in (by_code["where"], by_code["best"]):
        wordings = {one.id: one.wording for one in found.asked[key].question.options}
        options.append([wordings[one] for one in taken.new[0].answers[key].options])
    assert options == [[JOBS, RADIO], [MOUTH]]
    take_in(db, taken, now=NOW)
    again = check(db, wave.id, file, suggest(db, wave.id, file))
    assert len(again.already) == 2 and not [one for one in again.warnings if "codes" in one]
