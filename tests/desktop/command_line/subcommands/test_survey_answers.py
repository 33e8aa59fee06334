"""Files of answers from the command line."""

import csv
from pathlib import Path

import pytest

from resources.files.reading import read_sheets
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.survey.answers.made import made_wave

HEADINGS = (
    "ID",
    "Completion time",
    "Service",
    "Where do you advertise your posts?",
    "Which one brings the most people?",
    "How many staff do you employ?",
    "About how many of those invited attend?",
    "Colour",
)
ROWS = (
    (
        "1",
        "2019-12-03 09:00",
        "Teacup Court",
        "Word of mouth;Facebook;",
        "From friends",
        "twelve",
        "half",
        "red",
    ),
    ("2", "2019-12-03 09:01", "Quil Care", "Facebook", "Word of mouths", "a few", "0.5", "red"),
    ("3", "2019-12-03 09:02", "The vicar", "Word of mouth", "", "1.5", "60", "red"),
)


@pytest.fixture
def desk(county: Clerk) -> Clerk:
    county.with_db(made_wave)
    return county


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([HEADINGS, *ROWS])
    return path


def test_a_preview_says_all_there_is_to_decide_and_writes_nothing(desk: Clerk, form: Path) -> None:
    printed = desk.does("survey-import", "baseline", form)
    for words in ("New responses", "Words of no option", "Facebook", "Names", "The vicar", "Shares or per cent",
                  "1 column left out: “Colour”", "Nothing was written. Add --take-in"):  # fmt: skip
        assert words in printed
    assert "Teacup Court" not in desk.does("survey-responses", "baseline")


def test_all_is_decided_and_taken_in_at_once_and_known_the_next_time(
    desk: Clerk, form: Path, tmp_path: Path
) -> None:
    refused = tmp_path / "refused.xlsx"
    printed = desk.does(
        "survey-import", "baseline", form, "--map", "Colour=new", "--likely", "--new-options",
        "--answer", "Which one brings: From friends=Word of mouth", "--answer", "How many staff: a few=3 to 5",
        "--provider", "Quil Care=Quill Care", "--provider", "The vicar=nobody", "--shares", "About how many",
        "--refused", refused, "--take-in",
    )  # fmt: skip
    assert "Took in 2 responses, 1 new question and 1 new option to Baseline 2019." in printed
    (sheet,) = read_sheets(refused)
    assert [row.cells[0] for row in sheet.rows][1:] == ["3"]
    listed = desk.does("survey-responses", "baseline")
    assert "Quill Care" in listed and "3 to 5 people" in listed and "Facebook" in listed
    again = desk.does("survey-import", "baseline", form)
    assert "Held already" in again and "as the last time" in again


def test_words_said_to_be_other_are_kept(desk: Clerk, form: Path) -> None:
    desk.does(
        "survey-import", "baseline", form, "--answer", "Which one brings: From friends=Other", "--take-in"
    )
    assert "From friends" in desk.does("survey-responses", "baseline")


def test_what_is_said_must_fit_the_file_and_the_questions(desk: Clerk, form: Path) -> None:
    for option, told, sentence in (
        ("--map", "Shape=new", "has no column “Shape”"),
        ("--answer", "Facebook=other", "names no column"),
        ("--answer", "Colour: red=other", "answers no question"),
        ("--answer", "Which one brings: From friends=Television", "is nothing that “Which one brings"),
        ("--map", "Colour=staff", "would both answer"),
    ):
        assert sentence in desk.refuses("survey-import", "baseline", form, option, told)


def test_new_answers_stand_only_where_that_is_said(desk: Clerk, form: Path) -> None:
    desk.does("survey-import", "baseline", form, "--take-in")
    text = form.read_text(encoding="utf-8").replace("twelve", "13")
    form.write_text(text, encoding="utf-8")
    assert "Changed since" in desk.does("survey-import", "baseline", form)
    assert "1 changed response" in desk.does("survey-import", "baseline", form, "--changed", "--take-in")
    assert "13 people" in desk.does("survey-responses", "baseline")


def test_words_planned_are_kept_where_that_is_said(desk: Clerk, form: Path) -> None:
    asked = "How many staff do you employ now?"
    form.write_text(
        form.read_text(encoding="utf-8").replace(asked.replace(" now", ""), asked), encoding="utf-8"
    )
    what = ("survey-import", "baseline", form, "--map", "How many staff=staff")
    assert f"Asked in this file as “{asked}”, planned as" in desk.does(*what)
    assert "no column “Shape”" in desk.refuses(*what, "--as-planned", "Shape")
    for kept in ("How many staff", "all"):
        assert "what was planned is kept" in desk.does(*what, "--as-planned", kept)


def test_earlier_responses_of_a_name_decided_now_are_tied_too(
    desk: Clerk, form: Path, tmp_path: Path
) -> None:
    desk.does("survey-import", "baseline", form, "--take-in", "--answer", "How many staff: a few=3 to 5")
    later = tmp_path / "later.csv"
    with later.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([HEADINGS, ("9", "2019-12-04 09:00", "Quil Care", "", "", "9", "", "")])
    printed = desk.does("survey-import", "baseline", later, "--provider", "Quil Care=Quill Care")
    assert "Earlier responses" in printed and "only where that is chosen" in printed
    printed = desk.does(
        "survey-import", "baseline", later, "--provider", "Quil Care=Quill Care", "--tie-earlier", "--take-in"
    )
    assert "Took in 1 response to Baseline 2019, and tied 1 earlier response." in printed


def test_rows_that_may_be_held_are_what_is_said_of_them(desk: Clerk, form: Path) -> None:
    desk.does("survey-import", "baseline", form, "--take-in")
    rows = list(csv.reader(form.read_text(encoding="utf-8").splitlines()))
    without = [[*row[2:-1]] for row in rows]
    with form.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(without)
    printed = desk.does("survey-import", "baseline", form)
    assert (
        "Held or new" in printed
        and "Response 1 is of the same place and has mostly the same answers" in printed
    )
    assert "is to be decided first" in desk.refuses("survey-import", "baseline", form, "--take-in")
    assert "nothing to decide of line “9”" in desk.refuses(
        "survey-import", "baseline", form, "--row", "9=new"
    )
    assert "nothing that a row can be" in desk.refuses("survey-import", "baseline", form, "--row", "2=old")
    assert "Held already" in desk.does("survey-import", "baseline", form, "--row", "all=held")
    assert "Left out" in desk.does(
        "survey-import", "baseline", form, "--row", "2=left out", "--leave-incomplete"
    )
    assert "Took in 1 response" in desk.does("survey-import", "baseline", form, "--row", "2=new", "--take-in")
