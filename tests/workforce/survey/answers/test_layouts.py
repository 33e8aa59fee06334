"""One and the same answers as every program exports them: what is kept is the same."""

import csv
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from resources.database import Database
from resources.files.forms.forms_file import read_forms_file
from tests.workforce.survey.answers.made import (
    BEST,
    HARD,
    JOBS,
    MOUTH,
    RADIO,
    SHARE,
    STAFF,
    THING,
    WHERE,
    made_wave,
)
from workforce.survey.answers.answer_words import answer_words
from workforce.survey.answers.checking import check
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.responses import responses
from workforce.survey.answers.taking_in import take_in
from workforce.survey.waves.asked import asked_of_wave

NOW = datetime(2019, 11, 1, tzinfo=UTC)
QUESTIONS = (WHERE, BEST, STAFF, SHARE, HARD, THING)
CODES = ("where", "best", "staff", "share", "hard", "thing")
CHOSEN = ((JOBS, MOUTH), (RADIO,), ())
OTHERS = ("", "the vicar", "")
REST = (
    (MOUTH, "12", "About half", "Quite hard", "Pay"),
    (RADIO, "about 30", "50%", "Very hard", "Rotas; buses"),
    (JOBS, "10-20", "", "Very easy", ""),
)


def write(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return path


def joined(mark: str, place: int) -> str:
    return mark.join([*CHOSEN[place], *([f"Other: {OTHERS[place]}"] if OTHERS[place] else [])])


def microsoft(folder: Path) -> Path:
    rows = [
        (str(n + 1), "10/20/19 9:00", f"10/20/19 9:0{n}", "anonymous", "", joined(";", n) + ";", *REST[n])
        for n in range(3)
    ]
    return write(
        folder / "ms.csv", [("ID", "Start time", "Completion time", "Email", "Name", *QUESTIONS), *rows]
    )


def microsoft_workbook(folder: Path) -> Path:
    import xlsxwriter

    path = folder / "ms.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        with microsoft(folder).open(encoding="utf-8", newline="") as source:
            for at, row in enumerate(csv.reader(source)):
                sheet.write_row(at, 0, row)
    return path


def microsoft_ods(folder: Path) -> Path:
    with microsoft(folder).open(encoding="utf-8", newline="") as source:
        rows = "".join(
            f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in csv.reader(source)
        )
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    body = f'<office:body><office:spreadsheet><table:table table:name="One">{rows}</table:table>'
    path = folder / "ms.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f"<office:document-content{spaces}>{body}</office:spreadsheet></office:body></office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    return path


def _ods_cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'


def google(folder: Path) -> Path:
    rows = [(f"2019/10/20 9:0{n}:00 am GMT", joined(", ", n), *REST[n]) for n in range(3)]
    return write(folder / "google.csv", [("Timestamp", *QUESTIONS), *rows])


def surveymonkey(folder: Path) -> Path:
    options = (JOBS, MOUTH, RADIO)
    first = ("Respondent ID", "Collector ID", "Start Date", "End Date", WHERE, "", "", "", *QUESTIONS[1:])
    second = ("", "", "", "", *options, "Other (please specify)", *["Response"] * 4, "Open-Ended Response")
    rows = [
        (
            str(70 + n), "7", "10/20/2019 09:00:00", f"10/20/2019 09:0{n}:00",
            *(one if one in CHOSEN[n] else "" for one in options), OTHERS[n], *REST[n],
        )
        for n in range(3)
    ]  # fmt: skip
    return write(folder / "monkey.csv", [first, second, *rows])


def limesurvey_columns(folder: Path) -> Path:
    options = (JOBS, MOUTH, RADIO)
    headings = (
        "",
        *(f"where[SQ00{n}]. {WHERE} [{one}]" for n, one in enumerate(options, 1)),
        f"where[other]. {WHERE} [Other]",
        *(
            f"{code}. {one}"
            for code, one in zip(("best", "staff", "share", "hard", "thing"), QUESTIONS[1:], strict=True)
        ),
    )
    rows = [
        (
            str(n),
            *("Yes" if one in CHOSEN[n] else "No" if n < 2 else "" for one in options),
            OTHERS[n],
            *REST[n],
        )
        for n in range(3)
    ]
    return write(folder / "lime.csv", [headings, *rows])


def limesurvey_joined(folder: Path) -> Path:
    headings = ("id. Response ID", *(f"{code}. {one}" for code, one in zip(CODES, QUESTIONS, strict=True)))
    return write(folder / "joined.csv", [headings, *((str(n), joined(", ", n), *REST[n]) for n in range(3))])


def plain_table(folder: Path) -> Path:
    return write(folder / "plain.csv", [QUESTIONS, *((joined("\n", n), *REST[n]) for n in range(3))])


EVERY = (
    microsoft, microsoft_workbook, microsoft_ods, google, surveymonkey, limesurvey_columns, limesurvey_joined,
    plain_table,
)  # fmt: skip


@pytest.mark.parametrize("layout", EVERY)
def test_every_layout_keeps_the_same_answers(
    db: Database, tmp_path: Path, layout: Callable[[Path], Path]
) -> None:
    wave = made_wave(db)
    file = read_forms_file(layout(tmp_path))
    found = check(db, wave.id, file, suggest(db, wave.id, file))
    assert (found.refused, found.undecided, found.left_out, found.warnings) == ((), [], [], ())
    take_in(db, found, now=NOW)
    asked = asked_of_wave(db, wave.id)
    said = [
        [answer_words(one, held.answers.get(one.question.id)) for one in asked]
        for held in responses(db, wave.id)
    ]
    assert said == [
        [f"{JOBS}; {MOUTH}", MOUTH, "12 people", "About half", "Quite hard", "Pay"],
        [f"{RADIO}; Other: “the vicar”", RADIO, "30 people", "50%", "Very hard", "Rotas; buses"],
        ["Not answered", JOBS, "10 to 20 people", "Not answered", "Very easy", "Not answered"],
    ]
    again = check(db, wave.id, file, suggest(db, wave.id, file))
    assert (len(again.already), again.new, again.changed) == (3, (), ())
