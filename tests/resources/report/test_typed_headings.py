"""Headings that people type, and sentences that tell a contract status, are searched for names of ordinary words."""

from pathlib import Path

import pytest

from resources.problem import Problem
from resources.report.blocks import Heading, Paragraph, Report
from resources.report.exempt_names import ExemptTerm
from resources.report.leak_gate import search
from resources.report.word import save_word


def save(path: Path, name: str, *, title: str = "Minutes", heading: str = "Attendance") -> None:
    report = Report(title, blocks=(Heading(heading), Paragraph("Nothing was noted.")))
    save_word(report, path, exempt_terms=[ExemptTerm(name, "contract suspended", ())])


@pytest.mark.parametrize("name", ["The Grange", "Church View", "The Old Vicarage"])
@pytest.mark.parametrize(
    "words", ["{}", "Item 2: {}", "Visit to {}", "{}: staffing", "Suspension of {}", "Notice given at {}"]
)
def test_a_typed_heading_or_title_that_names_the_service_is_refused(
    name: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(Problem, match="not saved"):
        save(tmp_path / "heading.docx", name, heading=words.format(name))
    with pytest.raises(Problem, match="not saved"):
        save(tmp_path / "title.docx", name, title=words.format(name))


def test_suspension_of_the_service_is_told_in_a_heading_with_a_small_article(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="not saved"):
        save(tmp_path / "heading.docx", "The Grange", heading="Suspension of the Grange")


@pytest.mark.parametrize("name", ["Attendance", "Minutes", "The Meeting", "Home Care", "Care", "Services"])
def test_headings_of_the_program_itself_stop_nothing(name: str, tmp_path: Path) -> None:
    save(tmp_path / "saved.docx", name, heading="Attendance")
    save(tmp_path / "more.docx", name, heading="Services present, by kind of service")
    assert len(list(tmp_path.iterdir())) == 2


def names(text: str, name: str) -> bool:
    return bool(search(text.encode(), [ExemptTerm(name, "contract suspended", ())]))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the grange is suspended", "The Grange"),
        ("church view is suspended", "Church View"),
        ("the old vicarage is suspended", "The Old Vicarage"),
        ("Old Vicarage is suspended", "The Old Vicarage"),
        ("We spoke of Old Vicarage.", "The Old Vicarage"),
        ("The contract of the grange was terminated", "The Grange"),
        ("An improvement notice was sent to the grange", "The Grange"),
        ("Grange: suspension lifted", "The Grange"),
    ],
)
def test_a_sentence_that_tells_the_status_is_found_without_capitals(text: str, name: str) -> None:
    assert names(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("One home is suspended. We then walked by the grange", "The Grange"),
        ("Grange Road is shut", "The Grange"),
        ("the home care of one agency is suspended", "Home Care"),
        ("Larkmeadow Care Home", "The Care Home"),
    ],
)
def test_other_sentences_with_these_words_are_no_hit(text: str, name: str) -> None:
    assert not names(text, name)
