"""The lines of an outline."""

from pathlib import Path

import pytest

from engagement.committee import items, kept
from engagement.committee.items import ReportItem
from engagement.committee.reports import CommitteeReport
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from resources.report.committee.outline import Item, ItemKind
from resources.report.exemption import Exemption

EXEMPT = Exemption(3, "It names a provider", "Harm to its business", "Members", "2020-01-01")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    from PIL import Image

    path = tmp_path / "stall.png"
    Image.new("RGB", (60, 30), "teal").save(path)
    return path


@pytest.fixture
def bare(db: Database, held: CommitteeReport) -> CommitteeReport:
    for one in items.items_of(db, held.id):
        items.remove_item(db, one.id)
    return held


def _places(db: Database, report_id: str) -> list[tuple[int, str]]:
    return [(one.place, one.text or one.section) for one in items.items_of(db, report_id)]


def test_lines_stand_where_they_are_put(db: Database, bare: CommitteeReport) -> None:
    first = items.add_section(db, bare.id, "forums")
    items.add_paragraph(db, bare.id, "At the end.")
    items.add_heading(db, bare.id, "Between", level=1, after=first.id)
    assert _places(db, bare.id) == [(1, "forums"), (2, "Between"), (3, "At the end.")]
    with pytest.raises(LookupError):
        items.add_page_break(db, bare.id, after="gone")


def test_a_line_is_what_the_outline_has(db: Database, bare: CommitteeReport) -> None:
    made = items.add_section(db, bare.id, "survey", options={"wave": "a key"})
    assert made.line == Item(made.id, ItemKind.SECTION, section="survey", options={"wave": "a key"})
    heading = items.add_heading(db, bare.id, "Ours", level=1)
    assert heading.line == Item(heading.id, ItemKind.HEADING, text="Ours", level=1)


def test_a_section_stands_once(db: Database, held: CommitteeReport) -> None:
    with pytest.raises(FieldProblem, match="“good practice” is in Progress on market management already"):
        items.add_section(db, held.id, "good_practice")


def test_a_list_is_its_lines(db: Database, bare: CommitteeReport) -> None:
    made = items.add_bullets(db, bare.id, ["One", " ", "Two "])
    assert made.text == "One\nTwo"


@pytest.mark.parametrize(
    ("kind", "given", "field"),
    [
        ("heading", {"text": "x" * 500}, "text"),
        ("heading", {"text": " "}, "text"),
        ("heading", {"text": "Fine", "level": 3}, "level"),
        ("paragraph", {"text": "x" * 10_001}, "text"),
        ("bullets", {"text": "\n\n"}, "text"),
        ("picture", {"text": "Caption", "alt": ""}, "alt"),
        ("picture", {"text": "", "alt": "A stall"}, "text"),
    ],
    ids=lambda given: given if isinstance(given, str) else None,
)
def test_what_cannot_be_printed_is_refused(kind: str, given: dict[str, object], field: str) -> None:
    with pytest.raises(FieldProblem) as refused:
        items.write_cells(ItemKind(kind), given)
    assert refused.value.field == field


def test_moving_keeps_the_numbers_in_order(db: Database, bare: CommitteeReport) -> None:
    for text in ("A", "B", "C"):
        last = items.add_paragraph(db, bare.id, text)
    assert items.move_item(db, last.id, -5).place == 1
    assert _places(db, bare.id) == [(1, "C"), (2, "A"), (3, "B")]
    items.remove_item(db, last.id)
    assert _places(db, bare.id) == [(1, "A"), (2, "B")]
    history.undo(db)
    assert _places(db, bare.id) == [(1, "C"), (2, "A"), (3, "B")]


def test_a_line_is_exempt_with_all_that_is_said_of_it(db: Database, bare: CommitteeReport) -> None:
    made = items.add_paragraph(db, bare.id, "It is in difficulty.")
    assert items.set_exempt(db, made.id, EXEMPT).line.exempt == EXEMPT
    assert items.set_exempt(db, made.id, None).line.exempt is None


def test_an_exemption_needs_its_reason(db: Database, bare: CommitteeReport) -> None:
    made = items.add_paragraph(db, bare.id, "It is in difficulty.")
    with pytest.raises(FieldProblem) as refused:
        items.set_exempt(db, made.id, Exemption(3, " "))
    assert refused.value.field == "reason"


def test_a_new_page_cannot_be_exempt(db: Database, bare: CommitteeReport) -> None:
    made = items.add_page_break(db, bare.id)
    with pytest.raises(Problem, match="cannot be exempt"):
        items.set_exempt(db, made.id, EXEMPT)


def test_edited_it_keeps_the_rest(db: Database, bare: CommitteeReport) -> None:
    made = items.add_heading(db, bare.id, "Ours", level=1)
    again = items.edit_item(db, made.id, text="Theirs")
    assert (again.text, again.level) == ("Theirs", 1)
    assert items.edit_item(db, made.id) == again


def test_a_picture_is_kept_beside_the_file(db: Database, bare: CommitteeReport, picture: Path) -> None:
    made = items.add_picture(db, bare.id, picture, alt="A stall.", caption="The stall")
    assert kept.picture(db, made.file_sha256).startswith(b"\x89PNG")
    assert [one.words for one in kept.known_files(db)] == [
        "The picture “stall.png” of “Progress on market management”"
    ]
    assert (
        items.add_picture(db, bare.id, picture, alt="Again.", caption="Again").file_sha256 == made.file_sha256
    )


def test_another_picture_takes_its_place(
    db: Database, bare: CommitteeReport, picture: Path, tmp_path: Path
) -> None:
    from PIL import Image

    made = items.add_picture(db, bare.id, picture, alt="A stall.", caption="The stall")
    other = tmp_path / "other.jpg"
    Image.new("RGB", (40, 40), "red").save(other)
    again = items.replace_picture(db, made.id, other)
    assert (again.text, again.alt, again.file_name) == ("The stall", "A stall.", "other.jpg")
    assert again.file_sha256 != made.file_sha256


def test_words_are_no_picture(db: Database, bare: CommitteeReport, picture: Path) -> None:
    made = items.add_paragraph(db, bare.id, "Words.")
    with pytest.raises(Problem, match="is no picture"):
        items.replace_picture(db, made.id, picture)


def test_a_picture_that_is_refused_leaves_nothing(
    db: Database, bare: CommitteeReport, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    with pytest.raises(FieldProblem):
        items.add_picture(db, bare.id, broken, alt="A stall.", caption="The stall")
    assert items.items_of(db, bare.id) == []


def test_each_is_called_by_what_it_is(db: Database, bare: CommitteeReport) -> None:
    made: list[ReportItem] = [
        items.add_section(db, bare.id, "good_practice"),
        items.add_heading(db, bare.id, "Ours"),
        items.add_page_break(db, bare.id),
    ]
    assert [one.words for one in made] == ["the section “good practice”", "the heading “Ours”", "a new page"]
