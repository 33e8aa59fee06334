"""LimeSurvey's exports: codes in headings, a column for each option, grids, several texts."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.files.forms.layout import NONE_TICKED, Program
from resources.files.forms.limesurvey import are_numbers, coded_headings, coded_questions, is_limesurvey
from resources.files.rows import Row


def read(path: Path, headings: Sequence[str], *rows: Sequence[str]) -> FormsFile:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([headings, *rows])
    return read_forms_file(path)


USE = "tools[SQ001]. Which do you use? [C]", "tools[SQ002]. Which do you use? [C++]"
OTHER = "tools[other]. Which do you use? [Other]"


def test_a_column_for_each_option_is_one_question(tmp_path: Path) -> None:
    file = read(
        tmp_path / "a.csv",
        ("", "job. What is your job?", *USE, OTHER),
        ("0", "Carer", "Yes", "Yes", ""),
        ("1", "Carer", "No", "Yes", "Python; R"),
        ("2", "Carer", "No", "No", ""),
        ("3", "Carer", "", "", ""),
    )
    assert file.program is Program.LIMESURVEY
    assert [(one.code, one.heading, one.options, one.ticked) for one in file.columns] == [
        ("job", "What is your job?", (), False),
        ("tools", "Which do you use?", ("C", "C++", "Other"), True),
    ]
    assert [one.told[1] for one in file.responses] == ["C; C++", "C++; Other: Python; R", NONE_TICKED, ""]
    assert [one.number for one in file.responses] == ["0", "1", "2", "3"]


def test_words_of_a_scale_make_each_line_a_question_with_a_code_of_its_own(tmp_path: Path) -> None:
    file = read(
        tmp_path / "a.csv",
        (
            "",
            "rate[affSat1]. Please rate [I like it]",
            "rate[SQ002]. Please rate [I stay]",
            "who[SQ001]. Who uses it? []",
        ),
        ("1", "Agree", "Disagree", "5 - Mostly others"),
        ("2", "Agree", "", "1"),
    )
    assert [(one.code, one.heading) for one in file.columns] == [
        ("affSat1", "Please rate – I like it"),
        ("rate_SQ002", "Please rate – I stay"),
        ("who", "Who uses it?"),
    ]


def test_several_texts_are_texts_each_and_the_same_words_are_told_apart_by_their_codes(
    tmp_path: Path,
) -> None:
    file = read(
        tmp_path / "a.csv",
        (
            "",
            "skill-1. Name three",
            "skill-2. Name three",
            "text[SQ1]. Say [first]",
            "text[SQ2]. Say [second]",
        ),
        ("1", "a", "b", "c", "d"),
    )
    assert [(one.code, one.heading) for one in file.columns] == [
        ("skill-1", "Name three (skill-1)"),
        ("skill-2", "Name three (skill-2)"),
        ("text_SQ1", "Say – first"),
        ("text_SQ2", "Say – second"),
    ]


def test_other_beside_a_single_choice_is_told_with_it(tmp_path: Path) -> None:
    file = read(
        tmp_path / "a.csv",
        (
            "id. Response ID",
            "best. Which is best?",
            "best[other]. Which is best? [Other]",
            "best[comment]. Which is best? [Comment]",
        ),
        ("1", "Radio", "", "loud"),
        ("2", "Other", "the vicar", ""),
        ("3", "Other", "", ""),
    )
    assert [one.code for one in file.columns] == ["best", "best_comment"]
    assert [one.told[0] for one in file.responses] == ["Radio", "Other: the vicar", "Other"]


def test_its_own_columns_are_no_questions(tmp_path: Path) -> None:
    file = read(
        tmp_path / "a.csv",
        ("id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language",
         "seed. Seed", "ipaddr. IP address", "job. What is your job?", "interviewtime. Total time"),
        ("7", "2019-10-02 10:00:00", "3", "pl", "1234", "192.0.2.1", "Carer", "65.2"),
    )  # fmt: skip
    assert [one.code for one in file.columns] == ["job"]
    (response,) = file.responses
    assert (response.number, response.completed, response.language) == ("7", "2019-10-02 10:00:00", "pl")
    assert "startlanguage. Start language" in file.ignored and "ipaddr. IP address" in file.ignored


def test_codes_alone_are_headings_too(tmp_path: Path) -> None:
    file = read(
        tmp_path / "a.csv",
        ("id", "submitdate", "job", "tools[SQ001]", "tools[SQ002]", "tools[other]"),
        ("1", "2019-10-02 10:00:00", "Carer", "Y", "", "R"),
    )
    assert [(one.code, one.options) for one in file.columns] == [
        ("job", ()),
        ("tools", ("SQ001", "SQ002", "other")),
    ]
    assert file.responses[0].told == ("Carer", "SQ001; Other: R")


def test_a_response_is_known_by_its_number_in_the_next_export(tmp_path: Path) -> None:
    headings = ("", "job. What is your job?", *USE)
    first = read(tmp_path / "a.csv", headings, ("0", "Carer", "Yes", "No"))
    second = read(tmp_path / "b.csv", headings, ("1", "Cook", "No", "No"), ("0", "Nurse", "Yes", "Yes"))
    assert first.responses[0].row_key == second.responses[1].row_key != second.responses[0].row_key


@pytest.mark.parametrize(
    "headings",
    [
        ("Timestamp", "Q1. How useful was it?", "Q2. How well was it run?"),
        ("ID", "Start time", "Completion time", "Email", "Name", "How useful?"),
        ("How useful was it?", "Comments"),
        ("name", "town"),
    ],
)
def test_other_files_are_not_taken_for_it(headings: tuple[str, ...]) -> None:
    assert not is_limesurvey(headings, [Row(2, tuple("x" for _ in headings))])


def test_a_heading_with_brackets_within_its_brackets_comes_apart() -> None:
    (heading,) = coded_headings(["q[A1]. Which [of these]? [Other [say which]]"])
    assert (heading.wording, heading.sub_wording) == ("Which [of these]?", "Other [say which]")
    (question,) = coded_questions([heading], [])
    assert question.heading == "Which [of these]? – Other [say which]"


def test_numbers_are_whole_and_each_once() -> None:
    assert are_numbers(["0", "1", "2.0"])
    assert not are_numbers(["1", "1"]) and not are_numbers(["1", "x"]) and not are_numbers([])


ADDED = ("Response ID", "Date submitted", "Last page", "Start language", "Seed")
ABOUT = ("1", "2019-10-02 10:00:00", "3", "en", "123")


def in_words(path: Path, headings: Sequence[str], *rows: Sequence[str]) -> FormsFile:
    numbered = [(str(number), *ABOUT[1:], *row) for number, row in enumerate(rows, 1)]
    return read(path, (*ADDED, *headings), *numbered)


def test_headings_in_words_alone_are_known_by_the_programs_own_columns(tmp_path: Path) -> None:
    file = in_words(
        tmp_path / "a.csv",
        ("Name of your service", "Which? [Jobs, such as Indeed]", "Which? [Radio]", "Which? [Other]",
         "How hard? [1 to 5]"),
        ("Rose House", "Yes", "No", "", "3"),
        ("Elm Lodge", "No", "Yes", "A van", "2"),
    )  # fmt: skip
    assert file.program is Program.LIMESURVEY
    assert [(one.heading, one.code, one.options, one.ticked) for one in file.columns] == [
        ("Name of your service", "", (), False),
        ("Which?", "", ("Jobs, such as Indeed", "Radio", "Other"), True),
        ("How hard? [1 to 5]", "", (), False),
    ]
    assert [one.told[1] for one in file.responses] == ["Jobs, such as Indeed", "Radio; Other: A van"]
    assert [(one.number, one.completed, one.language) for one in file.responses] == [
        ("1", "2019-10-02 10:00:00", "en"),
        ("2", "2019-10-02 10:00:00", "en"),
    ]


def test_columns_in_words_may_hold_the_options_own_words_or_steps_and_comments(tmp_path: Path) -> None:
    file = in_words(
        tmp_path / "a.csv",
        ("Which? [Jobs]", "Which? [Jobs][Comment]", "Which? [Radio]", "Rate [Pay]", "Rate [Hours]"),
        ("Jobs", "online", "", "Agree", "Disagree"),
        ("Jobs", "", "Radio", "Agree", ""),
    )
    assert [(one.heading, one.options, one.ticked) for one in file.columns] == [
        ("Which?", ("Jobs", "Radio"), False),
        ("Which? – Jobs – Comment", (), False),
        ("Rate – Pay", (), False),
        ("Rate – Hours", (), False),
    ]
    assert [one.told[0] for one in file.responses] == ["Jobs", "Jobs; Radio"]
