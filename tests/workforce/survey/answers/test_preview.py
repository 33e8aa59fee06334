"""What is shown before a file is taken in."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from resources.database import Database
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.files.forms.preview import save_refused_rows
from tests.workforce.survey.answers.made import (
    BEST,
    JOBS,
    MOUTH,
    SHARE,
    STAFF,
    THING,
    asked,
    csv_file,
    drafts,
    made_register,
    made_wave,
)
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions, Means, WordsDecision
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.preview import (
    decision_words,
    preview_groups,
    preview_notes,
    tied_names,
    uses_table,
    whose_words,
)
from workforce.survey.answers.taking_in import take_in
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.vocabulary import QuestionKind, Role, Topic
from workforce.survey.waves.waves import Wave

NOW = datetime(2019, 11, 1, tzinfo=UTC)
VACANT = "How many posts are vacant?"
HEADINGS = ("ID", "Completion time", "Email", "Name of your service", BEST, STAFF, SHARE, "Colour", THING)
ROWS = [
    ("1", "2019-10-20 09:00", "a@example.org", "Rose House", MOUTH, "12", "About half", "red", "Pay"),
    ("2", "2019-10-20 09:01", "", "Elm Lodg", "Online job bords, such as Indeed", "a few", "0.5", "red", ""),
    ("3", "2019-10-20 09:02", "", "Harbour View", "", "", "", "red", ""),
    ("4", "2019-10-20 09:03", "", "The vicar", "Facebook", "7", "60", "red", "Rotas"),
    ("5", "2019-10-20 09:04", "", "", MOUTH, "1.5", "", "red", ""),
]  # fmt: skip


def checked(db: Database, wave: Wave, file: FormsFile, decisions: Decisions = NOTHING_DECIDED) -> Checked:
    return check(db, wave.id, file, suggest(db, wave.id, file), decisions)


def test_every_outcome_is_a_group_with_its_number_and_rows(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    made_register(db)
    found = checked(db, wave, csv_file(tmp_path / "a.csv", HEADINGS, ROWS))
    groups = {one.name: one for one in preview_groups(found)}
    assert {name: (one.number, one.to_decide, one.refused) for name, one in groups.items()} == {
        "New responses": (3, False, False),
        "Nothing answered": (1, False, False),
        "Words of no option": (4, True, False),
        "Shares or per cent": (1, True, False),
        "Names": (3, True, False),
        f"Refused: {STAFF}": (1, False, True),
    }
    first = next(iter(groups["New responses"].table.rows))
    assert first == (2, "Rose House", MOUTH, "12 people", "About half", "Pay")
    tied = tied_names(db, found)
    assert whose_words(found.new[0].whose, tied) == "Rose House"
    given = replace(found.new[0].whose, said_name="Rose Hse")
    assert whose_words(given, tied) == "Rose Hse: Rose House"
    words = [(row[1], row[2], row[3]) for row in groups["Words of no option"].table.rows]
    assert ("Online job bords, such as Indeed", 1, JOBS) in words and ("a few", 1, "") in words
    names = [row[:3] for row in groups["Names"].table.rows]
    assert ("Rose House", 1, "Sure") in names and ("The vicar", 1, "Nobody in the register") in names


def test_a_second_export_shows_what_it_would_change(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    take_in(db, checked(db, wave, csv_file(tmp_path / "a.csv", HEADINGS, ROWS[:1])), now=NOW)
    row = (*ROWS[0][:5], "13", *ROWS[0][6:])
    found = checked(db, wave, csv_file(tmp_path / "b.csv", HEADINGS, [row]))
    group = next(one for one in preview_groups(found) if one.name == "Changed since")
    assert list(group.table.rows) == [(2, 1, STAFF, "12 people", "13 people", "No")] and group.to_decide
    again = checked(db, wave, csv_file(tmp_path / "c.csv", HEADINGS, ROWS[:1]))
    assert [(one.name, one.number) for one in preview_groups(again)][:2] == [
        ("New responses", 0),
        ("Held already", 1),
    ]
    already = next(one for one in preview_groups(again) if one.name == "Held already")
    assert list(already.table.rows) == [(2, "Rose House")]


def test_answers_that_cannot_be_are_shown_before_they_come_in(db: Database, tmp_path: Path) -> None:
    vacant = QuestionDraft(VACANT, Topic.ABOUT_YOU, QuestionKind.PEOPLE, role=Role.VACANCIES)
    wave = made_wave(db, questions=(*drafts(), vacant))
    found = checked(db, wave, csv_file(tmp_path / "a.csv", (STAFF, VACANT), [("5", "40"), ("5", "1")]))
    group = preview_groups(found)[-1]
    assert (group.name, len(found.new)) == ("Cannot all be right", 2)
    assert list(group.table.rows) == [(2, "40 posts are vacant, more than 3 times the staff, who are 5.")]


def test_the_notes_say_whose_they_are_and_what_is_left_out(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    made_register(db)
    notes = preview_notes(checked(db, wave, csv_file(tmp_path / "a.csv", HEADINGS, ROWS)))
    assert notes == [
        "1 response is of somebody in the register and 2 to be looked at.",
        "1 column left out: “Colour”.",
        "Names and e-mail addresses of people in the file are not kept.",
    ]


def test_what_words_are_taken_for_is_said(db: Database) -> None:
    assert decision_words(asked("best"), WordsDecision(Means.OPTION, JOBS)) == JOBS
    assert decision_words(asked("staff"), WordsDecision(Means.FIGURE, low="3", high="5")) == "3 to 5"
    assert decision_words(asked("staff"), WordsDecision(Means.DONT_KNOW)) == "Don’t know"


def test_columns_are_shown_with_what_they_are_taken_for(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", HEADINGS, ROWS)
    uses = suggest(db, wave.id, file)
    wordings = {use.question_id: "a question" for use in uses.values() if use.question_id}
    table = uses_table(uses, [(one.key, one.heading) for one in file.columns], wordings)
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Name of your service"] == ("Name of the provider or service", "its heading")
    assert rows[BEST] == ("a question", "the same words")
    assert rows["Colour"] == ("Left out", "no question is like it – look at it")


def test_refused_rows_of_a_file_with_two_header_rows_keep_both(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = ("Respondent ID", "Collector ID", STAFF, THING)
    file = csv_file(
        tmp_path / "a.csv", headings, [("", "", "Response", "Open-Ended Response"), ("9", "1", "1.5", "Pay")]
    )
    found = checked(db, wave, file)
    save_refused_rows(found.file, found.refused, tmp_path / "refused.xlsx")
    again = checked(db, wave, read_forms_file(tmp_path / "refused.xlsx"))
    assert len(again.refused) == 1 and again.file.program is file.program
