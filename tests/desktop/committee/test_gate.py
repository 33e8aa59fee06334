"""The gate on a report of the register: what somebody typed, what the program made, and what it was not asked of."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.committee import gate
from desktop.committee.checking import check_report, write_both
from desktop.committee.gate import Before, not_searched, reports_before, search_of, typed_leaks, what_leaks
from desktop.committee.making import Made, make_report
from engagement.committee.edits import edit_sentence
from engagement.committee.issues import keep_issue
from engagement.committee.items import add_heading, add_paragraph, remove_item
from engagement.committee.kept import folder_of
from engagement.committee.meetings import add_meeting
from engagement.committee.outlines import outline
from engagement.committee.recommendations import add_recommendation
from engagement.committee.report_parts import set_part
from engagement.committee.reports import CommitteeReport, begin_report, edit_report
from engagement.register import contacts, contracts
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.report import kept_blocks
from resources.report.blocks import Block, ChartBlock, Paragraph
from resources.report.committee.parts import Part
from resources.report.committee.to_mend import Weight
from resources.report.leak_gate import Leak
from resources.spans import Span
from tests.resources.report.made_pictures import tiny_png

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


def test_reports_issued_before_are_held_against_it_its_own_copies_too(
    db: Database, begun: CommitteeReport
) -> None:
    assert reports_before(db, made(db, begun)) == Before((), ())
    at = add_meeting(db, "Adult Social Care Committee", date(2019, 10, 14))
    before = begin_report(db, "Before", at.id, Span(date(2019, 7, 1), date(2019, 9, 30)))
    for held, title in ((before, "Before"), (begun, "Itself")):
        report = make_report(db, None, held.id, today=TODAY)
        keep_issue(
            db, held.id, report.composed, now=datetime(2019, 10, 1, tzinfo=UTC), as_at=report.outline.span.last,
            file_name="x.docx", public_sha256="0", exempt_sha256="", manifest="{}", note=title,
        )  # fmt: skip
    found = reports_before(db, made(db, begun))
    assert {(one.name, one.is_copy) for one in found.read} == {("Before", False), ("Progress report", True)}
    assert all(one.passages for one in found.read)
    assert found.unread == ()


def test_of_reports_older_than_a_year_the_last_is_held_against_it(
    db: Database, begun: CommitteeReport
) -> None:
    for year in (2016, 2017):
        keep(db, begun, f"Of {year}", as_at=date(year, 3, 31))
    assert [one.name for one in reports_before(db, made(db, begun)).read] == ["Of 2017"]
    keep(db, begun, "Of a year ago", as_at=date(2018, 12, 31))
    assert [one.name for one in reports_before(db, made(db, begun)).read] == ["Of a year ago"]


def test_a_report_of_which_a_picture_is_gone_is_read_all_the_same(
    db: Database, begun: CommitteeReport
) -> None:
    chart = ChartBlock(tiny_png(), "A blank.", "A chart")
    keep(db, begun, "With a picture", blocks=(Paragraph("Winter was mild."), chart))
    for path in folder_of(db).iterdir():
        path.unlink()
    (before,) = reports_before(db, made(db, begun)).read
    assert "Winter was mild." in [one.text for one in before.passages]


def test_a_report_kept_by_a_later_version_is_told_to_be_looked_at(
    db: Database, begun: CommitteeReport, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(db, begun, "Of the year to come")
    monkeypatch.setattr(kept_blocks, "VERSION", 0)
    assert [one.title for one in reports_before(db, made(db, begun)).unread] == ["Of the year to come"]
    told = " ".join(one.words for one in check_report(db, None, made(db, begun)))
    assert "Of the year to come" in told and "cannot be read by this version" in told


def names_of(db: Database, homes: list[str]) -> list[str]:
    return [str(db.value("select name from service where id = ?", (key,))) for key in homes]


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2020, 3, 31), date(2019, 9, 30)])
def test_a_home_that_stood_in_any_report_and_was_suspended_since_is_not_left_out_of_its_list(
    db: Database, begun: CommitteeReport, homes: list[str], day: date
) -> None:
    eight = names_of(db, homes[1:9])
    keep(db, begun, "Another report", as_at=day, blocks=(Paragraph(", ".join(eight)),))
    keep(db, begun, "A later one", as_at=day, blocks=(Paragraph("Nobody is named."),))
    contracts.set_contract_status(db, homes[3], ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    line = add_paragraph(db, begun.id, ", ".join(name for name in eight if name != eight[2]))
    (leak,) = leaks(db, begun)
    assert leak.term.text == eight[2]
    assert "leave out the list, or more of the others" in leak.words
    remove_item(db, line.id)
    add_paragraph(db, begun.id, ", ".join(eight[3:]))
    assert leaks(db, begun) == []


def test_two_quarters_one_after_another_can_be_saved_where_a_home_changed_its_standing(
    db: Database, begun: CommitteeReport, homes: list[str]
) -> None:
    names = names_of(db, homes)
    keep(db, begun, "Last quarter", blocks=(Paragraph(f"Practice was shared by {', '.join(names[1:6])}."),))
    contracts.set_contract_status(db, homes[1], ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    add_paragraph(db, begun.id, f"Practice was shared by {', '.join(names[4:10])}.")
    assert leaks(db, begun) == []


def test_a_name_taken_out_of_a_copy_of_the_report_is_to_be_looked_at(
    db: Database, begun: CommitteeReport, homes: list[str]
) -> None:
    name = names_of(db, homes)[1]
    keep(db, begun, "Progress report", blocks=(Paragraph(f"{name} shared its practice."),))
    report = made(db, begun)
    assert search_of(db, None, report, write_both(report).public).doubts() == []
    contracts.set_contract_status(db, homes[1], ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    report = made(db, begun)
    (leak,) = search_of(db, None, report, write_both(report).public).doubts()
    assert (leak.term.text, leak.where) == (name, "an earlier copy of this report")
    assert [one.weight for one in check_report(db, None, report) if name in one.words] == [Weight.LOOK]


def keep(
    db: Database,
    begun: CommitteeReport,
    title: str,
    *,
    as_at: date = date(2019, 12, 31),
    blocks: tuple[Block, ...] = (),
) -> None:
    composed = made(db, begun).composed
    told = replace(composed, report=replace(composed.report, title=title, blocks=blocks), origins=())
    keep_issue(
        db, begun.id, told, now=datetime(2019, 10, 1, tzinfo=UTC), as_at=as_at, file_name="x.docx",
        public_sha256=title, exempt_sha256="", manifest="{}",
    )  # fmt: skip


def test_a_locked_register_of_i_work_is_said_to_be_not_searched(vault: Database) -> None:
    assert not_searched(None) == ("The register of i-Work is locked: nobody on it was searched for.",)
    assert not_searched(vault) == ()
    assert gate.CHECKS
