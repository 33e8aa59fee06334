"""The two real waves of a LimeSurvey survey, through the same steps, against pandas straight from the files."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.capabilities import CAPABILITIES
from resources.database import Database, open_file
from resources.files.forms.forms_file import read_forms_file
from resources.files.forms.layout import Program
from tests.workforce.survey.answers.made import next_wave
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.row_keys import row_keys
from workforce.survey.answers.checks.suggesting import accept_suggested, all_as
from workforce.survey.answers.decisions import Decisions, Means
from workforce.survey.answers.mapping import chosen, rest_as_new, suggest
from workforce.survey.answers.responses import Response, responses
from workforce.survey.answers.taking_in import take_in
from workforce.survey.questionnaire.questions import Question, questions
from workforce.survey.surveys import add_survey
from workforce.survey.vocabulary import AskedOf, ColumnUse, QuestionKind, WaveKind
from workforce.survey.waves.waves import Wave

if TYPE_CHECKING:
    import pandas as pd

NOW = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def files(shared_data: Path) -> dict[int, Path]:
    return {year: shared_data / "survey" / f"limesurvey_{year}" / "public_data.csv" for year in (2016, 2017)}


def taken_in(db: Database, wave: Wave, path: Path) -> Checked:
    """Everything is a question; words of no option are the likely option, else a new one."""
    file = read_forms_file(path)
    uses = rest_as_new(suggest(db, wave.id, file))
    for key, use in uses.items():
        if not use.sure:  # the same code, and another question
            uses[key] = chosen(ColumnUse.NEW_QUESTION)
    found = check(db, wave.id, file, uses)
    choices = [
        one
        for one in found.unknown
        if found.asked[one.column_key].question.kind
        in (QuestionKind.ONE_CHOICE, QuestionKind.SEVERAL_CHOICES)
    ]
    words = {**all_as(choices, Means.NEW_OPTION), **accept_suggested(choices)}
    found = check(db, wave.id, file, uses, Decisions(words=words))
    take_in(db, found, now=NOW)
    return found


@pytest.fixture(scope="module")
def survey(
    tmp_path_factory: pytest.TempPathFactory, migrated: bytes, files: dict[int, Path]
) -> Iterator[tuple[Database, Wave, Wave]]:
    """Both waves in one survey; the tests here only read it."""
    path = tmp_path_factory.mktemp("waves") / "office.providerdesk"
    path.write_bytes(migrated)
    opened = open_file(path, CAPABILITIES, who="Test Officer")
    db = opened.db
    held = add_survey(db, "Research software")
    kind = WaveKind.BASELINE
    first = next_wave(db, held.id, "2016", date(2016, 1, 1), asked_of=AskedOf.PROVIDER, kind=kind)
    taken_in(db, first, files[2016])
    second = next_wave(db, held.id, "2017", date(2017, 1, 1), asked_of=AskedOf.PROVIDER)
    taken_in(db, second, files[2017])
    yield db, first, second
    opened.close()


def counts(held: list[Response], question: Question) -> dict[str, int]:
    """How often each option was chosen, by its words."""
    words = {one.id: one.wording for one in question.options}
    found: dict[str, int] = {}
    for one in held:
        answer = one.answers.get(question.id)
        for option in answer.options if answer else ():
            found[words[option]] = found.get(words[option], 0) + 1
    return found


def in_file(path: Path) -> "pd.DataFrame":
    import pandas as pd

    return pd.read_csv(path, dtype=str, keep_default_na=False)


def column_counts(frame: "pd.DataFrame", heading: str) -> dict[str, int]:
    (name,) = [one for one in frame.columns if one.startswith(heading)]
    told = frame[name].str.split().str.join(" ")  # a doubled blank is no other option
    return {str(words): int(times) for words, times in told[told != ""].value_counts().items()}


def test_both_waves_come_in_whole(survey: tuple[Database, Wave, Wave], files: dict[int, Path]) -> None:
    db, *waves = survey
    for wave, path, rows, columns in zip(waves, files.values(), (273, 253), (66, 91), strict=True):
        file = read_forms_file(path)
        assert (file.program, len(file.columns), len(file.responses)) == (Program.LIMESURVEY, columns, rows)
        again = check(db, wave.id, file, suggest(db, wave.id, file))
        assert (again.new, again.changed, again.refused, again.left_out) == ((), (), (), [])
        assert len(responses(db, wave.id)) == len(again.already) == rows


def test_no_cell_is_lost(survey: tuple[Database, Wave, Wave], files: dict[int, Path]) -> None:
    """Every question that a row answers in the file has an answer in the wave, and no other."""
    db, *waves = survey
    for wave, path in zip(waves, files.values(), strict=True):
        file = read_forms_file(path)
        uses = suggest(db, wave.id, file)
        held = {one.row_key: one for one in responses(db, wave.id)}
        for key, told in zip(row_keys(file), file.responses, strict=True):
            answered = {
                uses[column.key].question_id
                for column, cell in zip(file.columns, told.told, strict=True)
                if cell.strip()
            }
            assert set(held[key].answers) <= answered
            missing = answered - set(held[key].answers)
            said = {cell.strip() for column, cell in zip(file.columns, told.told, strict=True)
                    if uses[column.key].question_id in missing}  # fmt: skip
            assert said <= {"Prefer not to say"}


def test_questions_are_matched_across_their_changed_coding(survey: tuple[Database, Wave, Wave]) -> None:
    db, *waves = survey
    by_code = {one.code: one for one in questions(db, waves[0].survey_id)}
    answered = [{question for one in responses(db, wave.id) for question in one.answers} for wave in waves]
    both = {code for code, one in by_code.items() if one.id in answered[0] and one.id in answered[1]}
    assert {"affsat1", "perfcheck1", "percemp2", "turnover5", "socio3", "stability2", "tool2"} <= both
    assert by_code["currentemp1"].id in answered[0] - answered[1]  # asked for something else in 2017


@pytest.mark.parametrize(
    ("code", "heading_2016", "heading_2017", "renamed"),
    [
        ("affsat1", "affSat1.", "likertagree2[affSat1].", {}),
        ("perfcheck1", "perfCheck1.", "likerttime1[perfCheck1].", {}),
        ("socio3", "socio3.", "socio3.", {}),
        ("stability2", "stability2.", "stability2.", {}),
        ("edu1", "edu1.", "edu1.", {"Master degree": "Masters degree"}),
    ],
)
def test_counts_are_those_of_pandas(
    survey: tuple[Database, Wave, Wave],
    files: dict[int, Path],
    code: str,
    heading_2016: str,
    heading_2017: str,
    renamed: dict[str, str],
) -> None:
    db, *waves = survey
    question = next(one for one in questions(db, waves[0].survey_id) if one.code == code)
    for wave, path, heading in zip(waves, files.values(), (heading_2016, heading_2017), strict=True):
        expected: dict[str, int] = {}
        for words, times in column_counts(in_file(path), heading).items():
            name = renamed.get(words, words)
            expected[name] = expected.get(name, 0) + times
        assert counts(responses(db, wave.id), question) == expected


def test_a_column_for_each_option_counts_as_pandas_does(
    survey: tuple[Database, Wave, Wave], files: dict[int, Path]
) -> None:
    db, *waves = survey
    frame = in_file(files[2017])
    for code, start in (("tool4can", "tool4can["), ("currentemp13", "currentEmp13["), ("fund3", "fund3[")):
        question = next(one for one in questions(db, waves[0].survey_id) if one.code == code)
        columns = [one for one in frame.columns if one.startswith(start) and "[other]" not in one]
        expected = {
            one.rpartition("[")[2].rstrip("]").strip(): int((frame[one] == "Yes").sum()) for one in columns
        }
        found = counts(responses(db, waves[1].id), question)
        assert {words: times for words, times in found.items() if words != "Other"} == {
            words: times for words, times in expected.items() if times and words != "Other"
        }
        answered = sum(question.id in one.answers for one in responses(db, waves[1].id))
        assert answered == int((frame[columns] != "").any(axis=1).sum())
