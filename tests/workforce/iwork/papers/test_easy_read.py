"""The one-page profile as a Word document: whose name stands on it, and what it says of consent."""

import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from docx import Document

from resources.database import Database
from resources.problem import Problem
from resources.report.exemption import MARKING
from workforce.iwork.papers.easy_read import agreed_to_show, easy_read, page_name, save_easy_read
from workforce.iwork.people.consents import give_consents
from workforce.iwork.people.people import Person, add_person, edit_person
from workforce.iwork.profile.profiles import edit_profile
from workforce.iwork.vocabulary import ConsentScope

TODAY = date(2026, 11, 23)


@pytest.fixture
def ada(vault: Database) -> Person:
    made = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example", coach="Casey Sample")
    edit_profile(vault, made.id, strengths="Always on time.", minutes_wanted=450)
    return made


def _text(path: Path) -> str:
    return "\n".join(one.text for one in Document(str(path)).paragraphs)


def test_without_consent_it_is_theirs_alone_by_first_name(
    vault: Database, ada: Person, tmp_path: Path
) -> None:
    saved = save_easy_read(vault, ada.id, tmp_path / "page.docx", today=TODAY)
    text = _text(saved.path)
    assert "About Ada" in text and "Example" not in text
    assert "This page is mine. I have not agreed that employers see it." in text
    assert not saved.may_be_shown
    assert saved.words == (
        "Saved “page.docx”, one page. It is for them alone: they have not agreed that employers see it"
    )


def test_with_consent_it_has_the_name_and_says_since_when(
    vault: Database, ada: Person, tmp_path: Path
) -> None:
    give_consents(
        vault, ada.id, [ConsentScope.PROFILE], TODAY, today=TODAY, until_on=TODAY + timedelta(days=30)
    )
    saved = save_easy_read(vault, ada.id, tmp_path / "page.docx", today=TODAY)
    assert "About Ada Example" in _text(saved.path)
    assert "I agreed on 23 November 2026 that employers may see this page until 23 December 2026." in _text(
        saved.path
    )
    assert saved.words == "Saved “page.docx”, one page"
    after = TODAY + timedelta(days=31)
    assert agreed_to_show(vault, ada.id, today=after) is None
    assert easy_read(vault, ada.id, today=after).title == "About Ada"
    assert easy_read(vault, ada.id, today=TODAY, without_name=True).title == "About me"


@pytest.mark.parametrize(
    ("known_as", "agreed", "title"),
    [("Adie", True, "About Adie Example"), ("Adie", False, "About Adie"), ("Adie Example", True, "About Adie Example"),
     ("", True, "About Ada Example")],
)  # fmt: skip
def test_the_name_somebody_is_known_by_comes_first(
    vault: Database, ada: Person, known_as: str, agreed: bool, title: str
) -> None:
    edit_person(vault, ada.id, today=TODAY, known_as=known_as)
    if agreed:
        give_consents(vault, ada.id, [ConsentScope.PROFILE], TODAY, today=TODAY)
    assert easy_read(vault, ada.id, today=TODAY).title == title


def test_the_file_is_marked_and_names_nobody_outside_its_page(
    vault: Database, ada: Person, tmp_path: Path
) -> None:
    save_easy_read(vault, ada.id, tmp_path / "page.docx", today=TODAY)
    with zipfile.ZipFile(tmp_path / "page.docx") as parts:
        footer, core = parts.read("word/footer1.xml").decode(), parts.read("docProps/core.xml").decode()
        pictures = [name for name in parts.namelist() if name.startswith("word/media/")]
        document = parts.read("word/document.xml").decode()
    assert MARKING in footer and "paragraph 1" in footer
    assert "IW-001 one-page profile" in core and "Ada" not in core
    assert len(pictures) == 2 and document.count('descr="A star"') == 2
    assert page_name(ada) == "IW-001 one-page profile"


def test_of_an_empty_profile_there_is_no_page(vault: Database, ada: Person) -> None:
    wren = add_person(vault, "Wren", TODAY, today=TODAY)
    with pytest.raises(Problem, match="The profile of IW-002 is empty"):
        easy_read(vault, wren.id, today=TODAY)
