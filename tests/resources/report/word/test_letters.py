from datetime import date
from pathlib import Path

from resources.report.word.letters import ADDRESS_LINES, LETTER_PAPER, letter_page
from resources.report.word.pages import save_pages, section

BODY = "Dear Ada Example,\n\nYou may be able to claim.\n\n- one thing\n- another\n\nYours sincerely,\n\nOfficer Example"


def written(path: Path, body: str) -> list[tuple[str, str]]:
    from docx import Document

    page = letter_page(
        body, subject="Money for training", address=("Ada Example", "Rosewood House"),
        council="Example Council", beneath=("Example team",), day=date(2019, 11, 4),
    )  # fmt: skip
    save_pages(path, title="Letters", as_at=date(2019, 11, 4), body=[page, section(LETTER_PAPER)])
    return [(one.style.name, one.text) for one in Document(str(path)).paragraphs]


def test_the_subject_stands_beneath_the_greeting(tmp_path: Path) -> None:
    lines = written(tmp_path / "letter.docx", BODY)
    texts = [text for _, text in lines]
    assert texts[0] == "Example Council"
    assert texts.index("Dear Ada Example,") + 1 == texts.index("Money for training")
    assert "4 November 2019" in texts


def test_lines_with_a_dash_are_a_list(tmp_path: Path) -> None:
    lines = written(tmp_path / "letter.docx", BODY)
    assert [text for style, text in lines if style == "List Bullet"] == ["one thing", "another"]


def test_the_address_takes_the_same_room_in_every_letter(tmp_path: Path) -> None:
    texts = [text for _, text in written(tmp_path / "letter.docx", "One paragraph alone")]
    first = texts.index("Ada Example")
    assert texts[first : first + ADDRESS_LINES] == ["Ada Example", "Rosewood House", "", "", "", ""]
