"""The gate on a report of the register: what somebody typed, what the program made, and what it was not asked of."""

import io
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.committee import gate
from desktop.committee.checking import write_both
from desktop.committee.gate import not_searched, report_before, typed_leaks, what_leaks
from desktop.committee.making import Made, make_report
from engagement.committee.edits import edit_sentence
from engagement.committee.issues import keep_issue
from engagement.committee.items import add_heading, add_paragraph
from engagement.committee.meetings import add_meeting
from engagement.committee.outlines import outline
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from engagement.committee.reports import CommitteeReport, begin_report, edit_report
from engagement.register import contacts
from resources.database import Database
from resources.report.committee.parts import Part
from resources.report.leak_gate import Leak
from resources.spans import Span

TODAY = date(2020, 1, 6)
EXEMPT = "Quillaafeather Court"


def made(db: Database, begun: CommitteeReport) -> Made:
    return make_report(db, None, begun.id, today=TODAY)


def leaks(db: Database, begun: CommitteeReport, *, file_name: str = "Report.docx") -> list[Leak]:
    report = made(db, begun)
    return what_leaks(db, None, report, write_both(report).public, file_name=file_name)


def test_a_report_that_tells_nothing_exempt_gets_through(db: Database, begun: CommitteeReport) -> None:
    assert leaks(db, begun) == []
    assert typed_leaks(db, None, outline(db, begun.id)) == []


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("paragraph", "a paragraph"),
        ("heading", "a heading"),
        ("part", "a part"),
        ("recommendation", "a recommendation"),
        ("title", "the title"),
    ],
)
def test_words_are_found_wherever_somebody_types_them(
    db: Database, begun: CommitteeReport, where: str, said: str
) -> None:
    words = f"About {EXEMPT}"
    if where == "paragraph":
        add_paragraph(db, begun.id, words)
    elif where == "heading":
        add_heading(db, begun.id, words)
        add_paragraph(db, begun.id, "Beneath it.")
    elif where == "part":
        set_part(db, begun.id, Part.REASONS, words)
    elif where == "recommendation":
        add_recommendation(db, begun.id, words)
    else:
        edit_report(db, begun.id, title=words)
    assert EXEMPT in {leak.term.text for leak in leaks(db, begun)}, said
    assert EXEMPT in {leak.term.text for leak in typed_leaks(db, None, outline(db, begun.id))}, said


def test_an_edited_sentence_is_searched(db: Database, begun: CommitteeReport) -> None:
    origin = next(one for one in made(db, begun).composed.origins if one.sentence and one.generated)
    words = f"{EXEMPT} is suspended."
    edit_sentence(db, begun.id, origin.section, origin.sentence, generated=origin.generated, edited=words)
    assert EXEMPT in {leak.term.text for leak in leaks(db, begun)}


def test_a_leak_says_in_which_numbered_paragraph(db: Database, begun: CommitteeReport) -> None:
    add_paragraph(db, begun.id, f"We visited {EXEMPT} in May.")
    (leak,) = leaks(db, begun)
    number = leak.where.removeprefix("paragraph ")
    assert number.isdigit()
    assert leak.words.endswith(f"{EXEMPT} (contract suspended), in full: “We visited {EXEMPT} in May.”")


def test_a_count_that_tells_whom_is_found(db: Database, begun: CommitteeReport) -> None:
    add_paragraph(db, begun.id, "One of the two nursing homes that opened this year is suspended.")
    assert [leak.term.what for leak in leaks(db, begun)] == ["so few that readers can tell which: suspended"]


def test_a_list_of_all_the_others_is_found(db: Database, begun: CommitteeReport, homes: list[str]) -> None:
    names = [str(db.value("select name from service where id = ?", (key,))) for key in homes[1:]]
    add_paragraph(db, begun.id, ", ".join(names))
    assert [leak.term.text for leak in leaks(db, begun)] == [EXEMPT]


def test_the_name_of_the_file_is_searched_given_or_of_a_path(
    db: Database, begun: CommitteeReport, tmp_path: Path
) -> None:
    assert [leak.where for leak in leaks(db, begun, file_name="Quillaafeather.docx")] == ["name of the file"]
    report, path = made(db, begun), tmp_path / "About Quillaafeather.docx"
    path.write_bytes(write_both(report).public)
    assert [leak.where for leak in what_leaks(db, None, report, path)] == ["name of the file"]


def test_a_person_is_found_and_an_officer_whom_the_report_names_is_not(
    db: Database, begun: CommitteeReport, homes: list[str]
) -> None:
    provider = str(db.value("select provider_id from service where id = ?", (homes[1],)))
    contacts.add_contact(db, provider, name="Bo Samplewood")
    add_paragraph(db, begun.id, "Thanks go to Bo Samplewood.")
    assert [leak.term.text for leak in leaks(db, begun)] == ["Bo Samplewood"]
    set_part(db, begun.id, Part.SIGNATORY, "Bo Samplewood")
    assert leaks(db, begun) == []


def test_what_came_into_the_file_otherwise_is_found(db: Database, begun: CommitteeReport) -> None:
    report = made(db, begun)
    file = io.BytesIO(write_both(report).public)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/pivotCache/pivotCacheRecords1.xml", "<a/>")
    assert {leak.where for leak in what_leaks(db, None, report, file.getvalue())} == {"parts of the file"}


def test_the_last_report_of_an_earlier_day_is_held_against_it(db: Database, begun: CommitteeReport) -> None:
    assert report_before(db, made(db, begun)) == ()
    at = add_meeting(db, "Adult Social Care Committee", date(2019, 10, 14))
    before = begin_report(db, "Before", at.id, Span(date(2019, 7, 1), date(2019, 9, 30)))
    for held, title in ((before, "Before"), (begun, "Itself")):
        report = make_report(db, None, held.id, today=TODAY)
        keep_issue(
            db, held.id, report.composed, now=datetime(2019, 10, 1, tzinfo=UTC), as_at=report.outline.span.last,
            file_name="x.docx", public_sha256="0", exempt_sha256="", manifest="{}", note=title,
        )  # fmt: skip
    (earlier,) = report_before(db, made(db, begun))
    assert earlier.name == "Before"
    assert earlier.passages


def test_a_locked_register_of_i_work_is_said_to_be_not_searched(vault: Database) -> None:
    assert not_searched(None) == ("The register of i-Work is locked: nobody on it was searched for.",)
    assert not_searched(vault) == ()
    assert gate.CHECKS
