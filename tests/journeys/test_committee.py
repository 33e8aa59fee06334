"""A report to the committee in the real window: from an empty file to both documents, and to the report after it."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from PySide6.QtWidgets import QApplication

from desktop.command_line.main import main
from desktop.office import Office
from engagement.committee.issues import ReportIssue, issues
from resources.database import Database
from resources.files.sha256 import sha256_of
from tests.journeys import quarter
from tests.journeys.keyboard_steps import alt_texts, headings, start_a_database, tables, text_of
from tests.journeys.mouse import click_button, click_row, click_tab
from tests.journeys.stopped_clock import stop_clock
from tests.journeys.typist import Typist, focused, name_of, seen, tables_seen
from tests.resources.report.word.word_numbers import numbered_lines

OFFICER, TITLE, NEXT = "Olive Officer", "Quality in adult social care", "Quality in spring"
COMMITTEE = "Adult Social Care and Public Health Committee"
AFTER_SPRING = datetime(2027, 4, 8, 9, 30, tzinfo=UTC)
ONE, ANOTHER = quarter.SUSPENDED[:2]
VISITS = "The team visited twelve homes in the quarter."
HELD_BACK = f"{ANOTHER} is in talks with its bank about what it owes."
EDITED = "Inspectors were busy: the results of 4 inspections were published."
CONTRACTS = "Of the 66 services with a contract, a few are suspended."
INTEREST = "Telling it might close a home, which would harm those who live there."
ASKED = ("members consider whether anything calls for action", "members thank the providers")
PARTS = {
    "Purpose of the report": "To tell members of the quality of adult social care.",
    "Report of": "Service Director, Commissioning",
    "Who signs": "Sam Specimen",
    "Post of who signs": "Service Director",
}


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock on the wall."""
    stop_clock(monkeypatch, quarter.NOW)


def test_from_an_empty_file_to_a_report_and_the_one_after(
    office: Office, person: Typist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Care team.providerdesk"
    opened = start_a_database(office, person, path)
    take_in_ratings(person, quarter.write_files(tmp_path / "cqc"))
    quarter.bring_it_all(opened.db, tmp_path)

    begin(person, TITLE, meets_on="18 Jan 2027")
    compose(person)
    edit_a_sentence(person)
    open_the_rows_behind(person)
    follow_a_figure_that_changes(person, opened.db)
    look_through_the_lens(person)
    public = tmp_path / "January report.docx"
    save_is_stopped(person, public)
    mend(person)
    recommend(person)
    (issued,) = save(person, opened.db, public)
    read_both(public, issued)
    follow_up(person)

    stop_clock(monkeypatch, AFTER_SPRING)
    begin(person, NEXT, meets_on="19 Apr 2027", like=TITLE)
    finish_the_next(person)
    second = tmp_path / "April report.docx"
    assert len(save(person, opened.db, second)) == 2
    read_the_next(second)
    compare(person)
    save_one_page(person, tmp_path / "Before the visit.docx")
    person.press("Ctrl+Q")
    person.until(lambda: office.opened is None)
    make_again_without_a_window(path, second, tmp_path)


# --- before the report --------------------------------------------------------------------------------------


def take_in_ratings(person: Typist, written: tuple[str, str]) -> None:
    """CQC's files of both days."""
    person.menu("Go", "Imports")
    person.until(lambda: name_of(focused()) == "Import CQC files…")
    for files, key in zip(written, ("Return", "Ctrl+I"), strict=True):
        with person.choosing_file(files):
            person.press(key)
        found = {row["In the file"]: row["All"] for row in person.table("What the file holds")}
        person.tab_to("Import ")
        person.press("Return")
        person.until(lambda: name_of(focused()) == "Imports")
    assert found["Changed ratings"] == "3"


# --- the report ---------------------------------------------------------------------------------------------


def begin(person: Typist, title: str, *, meets_on: str, like: str = "") -> None:
    """Of the quarter that is over, for a meeting that is not known yet."""
    person.do("Reports")
    click_tab("Reports")
    person.do("Begin a report…")
    person.wait_for_window("Begin a report")
    person.fill("Title", title)
    person.choose("Meeting", "Another meeting")
    person.fill("Committee", COMMITTEE)
    person.fill("Meets on", meets_on)
    if like:
        person.choose("Begin with the outline of", like)
    person.tab_to("Begin report")
    person.press("Return")
    person.wait_for_words(f"Began the report {title}")
    when_made(person)


def when_made(person: Typist) -> None:
    """Go on when all figures are read."""
    person.until(lambda: not any("igures are being read" in words for words in seen()))


def compose(person: Typist) -> None:
    """A section out and in again; a paragraph, moved; another, that should not be public."""
    go_to(person, "What people said")
    person.press("Delete")
    person.wait_for_words("Removed")
    go_to(person, "Provider forums")
    person.press("Ctrl+N")
    person.wait_for_window("Add a section")
    person.wait_for_words("how many were satisfied")
    person.press("Return")
    person.wait_for_words("Added")
    when_made(person)
    for text in (VISITS, HELD_BACK):
        go_to(person, "Provider forums")
        click_button(person, "Add paragraph…")
        person.wait_for_window("Add a paragraph")
        person.fill("Words", text)
        person.press("Ctrl+Return")
        person.wait_for_words("Added")
    go_to(person, VISITS[:20])
    person.press("Alt+Up", "Alt+Up")
    when_made(person)
    lines = outline(person)
    at = lines.index(VISITS)
    assert lines[at - 1 : at + 2] == ["Good practice", VISITS, "Provider forums and events"]


def outline(person: Typist) -> list[str]:
    """Its lines, in order."""
    person.tab_to("Outline")
    model = focused().model()  # type: ignore[attr-defined]
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def go_to(person: Typist, line: str) -> None:
    """The cursor on a line of the outline that is called so, or begins so where none is."""
    lines = outline(person)
    at = lines.index(line) if line in lines else [one.startswith(line) for one in lines].index(True)
    person.press("Ctrl+Home", *["Down"] * at)
    assert focused().currentIndex().data() == lines[at]  # type: ignore[attr-defined]


def go_to_sentence(person: Typist, line: str, words: str) -> None:
    """The cursor on a sentence of the pages, beneath its line of the outline."""
    go_to(person, line)
    person.tab_to("Preview of the report")
    for _ in range(12):
        if words in read_aloud(person):
            return
        person.press("Down")
    raise AssertionError(f"“{words}” does not follow “{line}”")


def read_aloud(person: Typist) -> str:
    """What is said of the block with the cursor."""
    person.wait_for_window("Care team")
    person.until(lambda: QApplication.focusWidget() is not None)
    view = focused()
    return str(view.model().data(view.currentIndex()))  # type: ignore[attr-defined]


def edit_a_sentence(person: Typist) -> None:
    go_to_sentence(person, "Inspections", "published the results of 4 inspections")
    put_otherwise(person, EDITED)
    assert EDITED in read_aloud(person)


def put_otherwise(person: Typist, words: str) -> None:
    person.press("F2")
    person.wait_for_window("Edit this sentence")
    person.fill("In the report", words)
    person.press("Ctrl+Return")
    person.wait_for_words("Edited the sentence")
    when_made(person)


def open_the_rows_behind(person: Typist) -> None:
    """The figure of the sentence that was edited still opens."""
    person.press("Ctrl+Shift+R")
    person.wait_for_window("The rows behind")
    click_button(person, "Close")
    go_to_sentence(person, "Current contract suspensions", "Of these, 3 are suspended")
    person.press("Ctrl+Shift+R")
    person.wait_for_window("The rows behind")
    person.wait_for_words("66 rows")
    person.choose("Figure", "3 ")
    person.wait_for_words("3 rows")
    person.wait_for_words("NOT FOR PUBLICATION")
    person.press("Escape")
    person.wait_for_window("Care team")


def follow_a_figure_that_changes(person: Typist, db: Database) -> None:
    """A fourth is suspended after the sentence was edited: it says so, and stands as it was put until then."""
    go_to_sentence(person, "Current contract suspensions", "Of these, 3 are suspended")
    put_otherwise(person, CONTRACTS)
    quarter.suspend(db, "Hazelmere Court", datetime(2026, 12, 1).date())
    when_made(person)
    person.until(lambda: any("Of these, 4 are suspended" in line for line in to_mend(person)))
    go_to_sentence(person, "Current contract suspensions", CONTRACTS)
    person.press("F2")
    person.wait_for_window("Edit this sentence")
    person.wait_for_words("Of these, 4 are suspended")
    person.wait_for_words("Of these, 3 are suspended")
    click_button(person, "Put back as made")
    person.wait_for_words("stands as it is made again")
    when_made(person)
    assert "Of these, 4 are suspended" in read_aloud(person)


def to_mend(person: Typist) -> list[str]:
    """What the list says."""
    person.tab_to("To mend")
    model = focused().model()  # type: ignore[attr-defined]
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def look_through_the_lens(person: Typist) -> None:
    """On it, nothing that is exempt can be read; off it, all is as before."""
    person.press("F12")
    person.wait_for_words("What the public may see of this page")
    person.until(lambda: not any(WHY_OR_WHO.search(words) for words in seen()))
    person.press("F12")
    person.tab_to("Outline")


WHY_OR_WHO = re.compile("|".join((*quarter.SUSPENDED, quarter.WHY)))


# --- saved --------------------------------------------------------------------------------------------------


def ask_to_save(person: Typist, path: Path) -> None:
    person.press("Ctrl+Shift+W")
    person.wait_for_window("Save the report")
    person.fill("Note", "Sent to Democratic Services")
    with person.choosing_file(str(path)):
        person.press("Ctrl+Return")


def save_is_stopped(person: Typist, path: Path) -> None:
    """By what is not written, and by a name that nobody may read; nothing is on the disk."""
    ask_to_save(person, path)
    person.wait_for_words("The report was not saved")
    assert not list(path.parent.glob("*.docx"))
    found = to_mend(person)
    assert any("Purpose of the Report" in line for line in found)
    assert any(ANOTHER in line for line in found)


def mend(person: Typist) -> None:
    """Each where it stands: what is to be written, what is exempt and why."""
    for part, text in PARTS.items():
        write_part(person, part, text)
    write_part(person, "For any enquiries", f"{OFFICER}, Commissioning")
    say_exempt(person, HELD_BACK[:20], reason=f"It is about the money of {ANOTHER}.")
    for line in ("Current contract suspensions", "Support for services rated low"):
        say_exempt(person, line)


def write_part(person: Typist, part: str, text: str) -> None:
    go_to(person, part)
    person.press("Return")
    person.wait_for_window("")
    person.fill("Words", text)
    person.press("Ctrl+Return")
    person.wait_for_words("Wrote")
    when_made(person)


def say_exempt(person: Typist, line: str, *, reason: str = "") -> None:
    go_to(person, line)
    click_button(person, "Public or exempt…")
    person.wait_for_window("Public or exempt")
    if reason:
        person.choose("Publication", "Exempt: paragraph 3")
        person.fill("Why it is exempt", reason)
    person.fill("Why that outweighs", INTEREST)
    person.fill("Who may see it", "Members of the committee")
    person.fill("Looked at again on", "1 Jul 2027")
    person.press("Ctrl+Return")
    person.wait_for_words("is exempt under paragraph 3")
    when_made(person)


def recommend(person: Typist) -> None:
    go_to(person, "Recommendations")
    person.press("Return")
    person.wait_for_window("Recommendations")
    for text in ASKED:
        click_button(person, "Add")
        person.wait_for_window("Add a recommendation")
        person.fill("Members are asked to", text)
        person.press("Ctrl+Return")
        person.wait_for_window("Recommendations")
    person.press("Escape")
    person.wait_for_window("Care team")
    when_made(person)


def save(person: Typist, db: Database, path: Path) -> list[ReportIssue]:
    """Nothing stops it; what was issued until now."""
    ask_to_save(person, path)
    person.wait_for_words(f"Saved “{path.name}” with its exempt appendix and its manifest")
    return issues(db)


# --- read back ----------------------------------------------------------------------------------------------


def read_both(public: Path, issued: ReportIssue) -> None:
    appendix = public.with_name(f"{public.stem} - EXEMPT appendix.docx")
    document, exempt = Document(str(public)), Document(str(appendix))
    read_public(document)
    read_exempt(exempt)
    manifest = public.with_name(f"{public.stem} - EXEMPT manifest.json")
    told = json.loads(manifest.read_text(encoding="utf-8"))
    files = {one["name"]: one["sha256"] for one in told["files"]}
    assert files == {path.name: sha256_of(path) for path in (public, appendix)}
    assert (issued.public_sha256, issued.exempt_sha256) == (sha256_of(public), sha256_of(appendix))
    (edit,) = told["public"]["edits"]
    assert edit["printed"] == EDITED
    assert not WHY_OR_WHO.search(json.dumps(told["public"], ensure_ascii=False))
    figures = {(one["sentence"], one["figure"]): one["value"] for one in told["public"]["figures"]}
    assert figures["numbers", "numbers.suspended"] == 4


def read_public(document: WordDocument) -> None:
    found = headings(document)
    assert found[0] == ("Title", TITLE)
    words = [text for _, text in found[1:]]
    order = (
        "Purpose of the Report", "Information", "Ratings of services", "Inspections since the last report",
        "Current contract suspensions", "Provider forums and events", "Proud to Care awards",
        "Recruitment and retention", "Training funds and grants", "Other Options Considered",
        "Financial Implications", "Background Papers and Published Documents",
    )  # fmt: skip
    assert [one for one in words if one in order] == list(order)
    lines = numbered_lines(document)
    numbers = [number for style, number, _ in lines if style == "Numbered Paragraph"]
    assert numbers == [f"{place}." for place in range(1, len(numbers) + 1)] and len(numbers) > 20
    asked = [(number, text) for style, number, text in lines if style == "Recommendation"]
    assert [number for number, _ in asked] == ["1)", "2)"]
    assert all(text.lower().startswith(words) for (_, text), words in zip(asked, ASKED, strict=True))
    said = text_of(document) + str(tables(document))
    for words_there in (VISITS, EDITED, *PARTS.values(), "Of these, 4 are suspended"):
        assert words_there in said
    assert not WHY_OR_WHO.search(said + str(alt_texts(document))) and "its bank" not in said
    assert len(alt_texts(document)) > 8 and all(alt_texts(document))
    assert "EXEMPT" not in "".join(header_of(document))


def read_exempt(document: WordDocument) -> None:
    said = text_of(document) + str(tables(document))
    for words in (*quarter.SUSPENDED, "Hazelmere Court", quarter.WHY, HELD_BACK, INTEREST, "1 July 2027"):
        assert words in said, words
    assert VISITS not in said
    assert all("EXEMPT – NOT FOR PUBLICATION\nParagraph 3 of" in words for words in header_of(document))


def header_of(document: WordDocument) -> list[str]:
    """The words above each page, of each kind of page of each section."""
    found = []
    for section in document.sections:
        kinds = [section.header]
        if section.different_first_page_header_footer:
            kinds.append(section.first_page_header)
        found += ["\n".join(one.text for one in kind.paragraphs) for kind in kinds]
    assert found
    return found


# --- followed up --------------------------------------------------------------------------------------------


def follow_up(person: Typist) -> None:
    """Members agreed to one, and something was done about it."""
    click_tab("Recommendations")
    click_row(person, "Recommendations", ASKED[0][:20])
    click_button(person, "What was decided…")
    person.wait_for_window("What members decided")
    person.choose("Decision", "Agreed")
    person.fill("Decided on", "6 Jan 2027")
    person.press("Ctrl+Return")
    person.wait_for_words("Agreed:")
    click_button(person, "Note what was done…")
    person.wait_for_window("Note what was done")
    person.fill("What was done", "A plan was made with the providers.")
    person.press("Ctrl+Return")
    person.wait_for_words("Noted what was done about")
    row = next(one for one in person.table("Recommendations") if ASKED[0][8:30] in str(one))
    assert "Agreed" in row.values() and "Under way" in row.values()


# --- the report after it ------------------------------------------------------------------------------------


def finish_the_next(person: Typist) -> None:
    """Its parts and lines were copied; what was edited, and what members are asked, were not."""
    lines = outline(person)
    assert VISITS in lines and HELD_BACK in lines
    for line in (VISITS, HELD_BACK):
        go_to(person, line[:20])
        person.press("Delete")
        person.wait_for_window("Remove")
        person.press("Return")
        person.wait_for_words("Removed")
        when_made(person)
    recommend(person)


def read_the_next(path: Path) -> None:
    document = Document(str(path))
    said = text_of(document) + str(tables(document))
    assert ("Title", NEXT) in headings(document)
    assert EDITED not in said and VISITS not in said
    assert "A plan was made with the providers." in said
    assert "1 January 2027" in said and not WHY_OR_WHO.search(said)


def compare(person: Typist) -> None:
    """With the one before: what changed is listed, and the recommendation that was followed up."""
    click_tab("Issued")
    click_row(person, "Issued reports", NEXT)
    click_button(person, "Compare…")
    person.wait_for_window("Compare")
    person.choose("Compare with", TITLE)
    person.tab_to("Compare")
    person.press("Return")
    person.until(lambda: bool(differences()))
    found = differences()
    told = {(row["What happened"], row["What it says"]) for row in found}
    assert ("No longer there", VISITS) in told
    assert {("Followed up", words) for words in ASKED} <= told
    assert any(
        kind == "Figures changed" and "On 31 December 2026, 4 of 66 were" in words for kind, words in told
    )
    click_button(person, "Close")
    person.wait_for_window("Care team")


def differences() -> list[dict[str, str]]:
    """The rows of what differs, once they are shown."""
    named = [one for one in tables_seen() if "What happened" in [each.heading for each in one.cells.columns]]
    return [
        {column.heading: str(one.cells.index(row, at).data()) for at, column in enumerate(one.cells.columns)}
        for one in named
        for row in range(one.cells.rowCount())
    ]


def save_one_page(person: Typist, path: Path) -> None:
    """On a home that is suspended, for the team alone."""
    person.do("Providers")
    person.press("Ctrl+F")
    person.type(ONE)
    person.press("Return")
    person.until(lambda: name_of(focused()) == "Providers")
    person.do("One-page summary…")
    person.wait_for_window("One-page summary")
    person.tab_to("Choose where")
    with person.choosing_file(str(path)):
        person.press("Return")
    person.until(lambda: bool(list(path.parent.glob(f"{path.stem}*.docx"))))
    (saved,) = path.parent.glob(f"{path.stem}*.docx")
    document = Document(str(saved))
    said = text_of(document) + str(tables(document))
    for words in (ONE, "Suspended", quarter.WHY):
        assert words in said, words
    assert all("EXEMPT – NOT FOR PUBLICATION" in words for words in header_of(document))


def make_again_without_a_window(file: Path, saved: Path, folder: Path) -> None:
    """Its outline as a file, and the report made of that: byte for byte what the window saved."""
    written, again = folder / "outline.json", folder / "again" / saved.name
    again.parent.mkdir()
    for words in (("report-outline-save", NEXT, written), ("report-make", written, "--out", again)):
        told = ("--file", str(file), "--who", OFFICER, *map(str, words))
        assert main(list(told), clock=lambda: AFTER_SPRING) == 0, words
    beside = f"{saved.stem} - EXEMPT appendix.docx"
    assert again.read_bytes() == saved.read_bytes()
    assert again.with_name(beside).read_bytes() == saved.with_name(beside).read_bytes()
