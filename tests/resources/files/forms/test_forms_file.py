"""Each layout of a forms export is read to the same: questions, responses, when and who."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from resources.files.forms.forms_file import FormsFile, days_sent, read_forms_file
from resources.files.forms.layout import Program
from resources.problem import Problem
from tests.resources.files.forms import made_forms as forms

DAY = date(2019, 12, 10)


@pytest.fixture
def read(tmp_path: Path) -> Callable[[Callable[[Path], Path]], FormsFile]:
    def made(make: Callable[[Path], Path]) -> FormsFile:
        return read_forms_file(make(tmp_path / f"form{'.xlsx' if 'xlsx' in make.__name__ else '.csv'}"))

    return made


Read = Callable[[Callable[[Path], Path]], FormsFile]


def test_microsoft_forms_with_a_mark_a_newline_and_no_break_spaces_in_a_heading(read: Read) -> None:
    file = read(forms.microsoft_csv)
    assert file.program is Program.MICROSOFT_FORMS
    assert [one.heading for one in file.columns][:2] == [forms.USEFUL, forms.RUN]
    assert len(file.responses) == 5
    assert {(one.name, one.email) for one in file.responses} == {("", "")}  # "anonymous" is nobody's name
    assert file.responses[2].told[3] == "A longer break\nfor lunch"
    assert days_sent(file.responses, DAY)[0] == DAY  # 12/13/19 shows that the month stands first


def test_a_quiz_in_windows_1252_leaves_points_and_marks_out(read: Read) -> None:
    file = read(forms.windows_1252_csv)
    assert [one.heading for one in file.columns] == [
        "How useful was the event to you – overall?",
        forms.RECOMMEND,
    ]
    assert file.responses[0].told == ("4 – Useful", "Yes")
    assert len(file.ignored) == 5
    assert days_sent(file.responses, DAY) == [
        DAY,
        DAY,
    ]  # nothing but the event shows that the day stands first


def test_real_excel_dates(read: Read) -> None:
    file = read(forms.microsoft_xlsx)
    assert days_sent(file.responses, DAY) == [DAY, date(2019, 12, 11)]
    assert file.responses[0].told == ("5", "Yes", "Change 1")


def test_google_forms(read: Read) -> None:
    file = read(forms.google_csv)
    assert (file.program, len(file.columns), file.responses[0].email) == (
        Program.GOOGLE_FORMS,
        3,
        "amina@example.org",
    )
    assert days_sent(file.responses, DAY) == [DAY, DAY, date(2019, 12, 11)]


def test_surveymonkey_has_two_header_rows_choices_over_columns_and_a_matrix(read: Read) -> None:
    file = read(forms.surveymonkey_csv)
    assert [one.heading for one in file.columns] == [
        forms.USEFUL,
        "Which topics should come next?",
        "How was – The venue",
        "How was – The food",
        forms.CHANGE,
    ]
    assert file.columns[1].options == ("Staffing", "Digital records", "Other (please specify)")
    assert [one.told[1] for one in file.responses] == [
        "Staffing; Other: Transport",
        "Staffing; Digital records",
    ]


def test_the_blank_second_row_of_a_condensed_export_is_no_response(read: Read) -> None:
    file = read(forms.condensed_csv)
    assert [one.line for one in file.responses] == [3, 4]


def test_a_table_with_nothing_but_questions(read: Read) -> None:
    file = read(forms.plain_csv)
    assert (file.program, len(file.columns), len(file.responses)) == (Program.OTHER, 2, 3)


def test_two_questions_with_the_same_words_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("Timestamp,Comments,Comments\n2019-12-10 10:00,first,second\n")
    assert [one.heading for one in read_forms_file(path).columns] == ["Comments", "Comments (2)"]


def test_feedback_on_something_else_is_a_question_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "feedback.csv"
    path.write_text("Timestamp,Feedback - the food,Points - of interest\n2019-12-10 10:00,first,second\n")
    assert len(read_forms_file(path).columns) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Timestamp,Email\n2019-12-10,a@example.org\n", "no column with a question"),
        ("Timestamp,How useful was it?\n", "no response beneath"),
        ("\n\n", "holds no rows"),
    ],
)
def test_a_file_without_responses_is_refused(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "form.csv"
    path.write_text(text)
    with pytest.raises(Problem, match=words):
        read_forms_file(path)


def test_the_same_response_has_the_same_key_in_csv_and_in_excel(tmp_path: Path) -> None:
    excel = read_forms_file(
        forms.microsoft_xlsx(tmp_path / "a.xlsx", sent=[datetime(2019, 12, 10, 13, 4, 31)])
    )
    csv = read_forms_file(forms.microsoft_csv(tmp_path / "b.csv"))
    assert excel.responses[0].row_key == csv.responses[0].row_key
    assert len({one.row_key for one in csv.responses}) == 5


@pytest.mark.parametrize(
    "heading",
    [
        "Email address (optional)",
        "What is your email address?",
        "Where can we write to you?",
        "Second e-mail",
    ],
)
def test_addresses_are_no_answer_whatever_the_heading(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "form.csv"
    path.write_text(
        f"Timestamp,{heading},Your name (optional),How was it?\n2019-12-10,ann@example.org,Ann Other,Good\n"
    )
    file = read_forms_file(path)
    assert [one.heading for one in file.columns] == ["How was it?"]
    assert (file.responses[0].email, file.responses[0].name) == ("ann@example.org", "Ann Other")


def test_a_second_address_and_a_telephone_number_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    path.write_text(
        "Timestamp,Email,Your email,Phone,How was it?\n2019-12-10,a@b.org,c@d.org,01623 960000,Good\n"
    )
    file = read_forms_file(path)
    assert ([one.heading for one in file.columns], file.ignored) == (["How was it?"], ("Your email", "Phone"))


def test_two_forms_that_number_alike_are_told_apart(tmp_path: Path) -> None:
    keys = []
    for question in ("How was it?", "How was the lunch?"):
        path = tmp_path / "form.csv"
        path.write_text(
            f"ID,Start time,Completion time,{question}\n1,2019-12-10 10:00,2019-12-10 10:04,Good\n"
        )
        keys.append(read_forms_file(path).responses[0].row_key)
    assert keys[0] != keys[1]


def test_equal_answers_sent_in_one_minute_are_as_many_responses(tmp_path: Path) -> None:
    heading, seconds = "Timestamp,How was it?\n", ("01", "20", "44")
    path, again = tmp_path / "form.csv", tmp_path / "again.csv"
    path.write_text(heading + "".join(f"10/12/2019 12:05:{one},Good\n" for one in seconds))
    again.write_text(heading + "2019-12-10 12:05,Good\n" * 4)  # saved anew by Excel, after a fourth was sent
    held = [one.row_key for one in read_forms_file(path).responses]
    assert len(set(held)) == 3
    assert [one.row_key for one in read_forms_file(again).responses][:3] == held


def test_one_number_twice_is_one_response(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    path.write_text(
        "ID,Start time,Completion time,How was it?\n" + "1,2019-12-10 10:00,2019-12-10 10:04,A\n" * 2
    )
    assert len({one.row_key for one in read_forms_file(path).responses}) == 1


def test_headings_that_come_again_are_no_response(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("ID,What helped?,Why?\n1,Pay,a\nID,What  helped?,WHY?,,\n2,Rotas,b\n", encoding="utf-8")
    assert [one.number for one in read_forms_file(path).responses] == ["1", "2"]


def test_questions_and_options_are_told_without_markup(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "id. Response ID,where[SQ001]. <p><b>Where</b> do you look?</p> [Word &amp; mouth],"
        "where[SQ002]. <p><b>Where</b> do you look?</p> [<i>Radio</i>]\n1,Yes,No\n2,No,Yes\n",
        encoding="utf-8",
    )
    file = read_forms_file(path)
    (where,) = file.columns
    assert (where.heading, where.options) == ("Where do you look?", ("Word & mouth", "Radio"))
    assert [one.told[0] for one in file.responses] == ["Word & mouth", "Radio"]


@pytest.mark.parametrize("day", ["", "1980-01-01 00:00:00"])
def test_what_limesurvey_never_got_whole_has_no_day(tmp_path: Path, day: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "id. Response ID,submitdate. Date submitted,startdate. Date started,thing. What helped?\n"
        f"1,2019-10-05 10:00:00,2019-10-05 09:00:00,Pay\n2,{day},2019-10-05 09:00:00,Rotas\n",
        encoding="utf-8",
    )
    first, second = read_forms_file(path).responses
    assert (first.incomplete, second.incomplete) == (False, True)
    assert (first.completed, second.completed) == ("2019-10-05 10:00:00", "")


def test_columns_of_people_are_no_questions_but_stay_to_be_had(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "Timestamp,Email address,Who is it for?,Their e-mail,Telephone number,Name\n"
        "2019-12-10 10:00,ada@example.org,Wren,wren@example.org,01632 960001,Ada Example\n"
    )
    file = read_forms_file(path)
    assert [one.heading for one in file.columns] == ["Who is it for?"]
    assert [one.heading for one in file.people] == [
        "Email address",
        "Their e-mail",
        "Telephone number",
        "Name",
    ]
