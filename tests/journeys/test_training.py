"""Training in the real window, by keyboard and mouse: a course, a session, who came, certificates, who has what."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from desktop.office import Office
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change
from resources.database.history import logical_dump
from tests.journeys.keyboard_steps import redo_everything, reopen, start_a_database, text_of, undo_everything
from tests.journeys.mouse import click_button, click_row, click_tab
from tests.journeys.stopped_clock import stop_clock
from tests.journeys.typist import Typist

NOW = datetime(2020, 1, 15, 14, 30, tzinfo=UTC)
COURSE = "Oral care at night"
PEOPLE = {"Ada": "Larch Court", "Ben": "Elm View", "Cy": "Larch Court"}


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock on the wall."""
    stop_clock(monkeypatch, NOW)


def make_register(db: Database) -> None:
    """Two homes."""
    with change(db, "Made a register"):
        set_council(db, "Nottinghamshire")
        for name in sorted(set(PEOPLE.values())):
            provider = add_provider(db, name=f"{name} Ltd")
            add_service(db, provider.id, name=name, kind=ServiceKind.RESIDENTIAL_HOME)


def test_from_an_empty_file_to_certificates_and_who_has_what(
    office: Office, person: Typist, tmp_path: Path
) -> None:
    path = tmp_path / "Care team.providerdesk"
    opened = start_a_database(office, person, path)
    empty = list(logical_dump(opened.db))
    make_register(opened.db)

    add_the_course(person)
    for name, home in PEOPLE.items():
        add_learner(person, name, home)
    require_it(person)
    assert who_has_it(person) == {"Elm View Ltd": "Missing, 0 of 1", "Larch Court Ltd": "Missing, 0 of 2"}
    plan_the_session(person)
    book_everybody(person)
    take_attendance(person)
    certificates = tmp_path / "Certificates.docx"
    save_certificates(person, certificates)
    assert who_has_it(person) == {"Elm View Ltd": "Missing, 0 of 1", "Larch Court Ltd": "Active, 2 of 2"}

    full = list(logical_dump(opened.db))
    undo_everything(person, opened)
    assert list(logical_dump(opened.db)) == empty
    redo_everything(person, opened)
    assert list(logical_dump(opened.db)) == full
    undo_everything(person, opened)
    person.press("Ctrl+Q")
    person.until(lambda: office.opened is None)
    read_certificates(Document(str(certificates)))
    reopen(path, empty)


# --- the way there ------------------------------------------------------------------------------------------


def add_the_course(person: Typist) -> None:
    person.menu("Go", "Training")
    click_button(person, "Go to the courses")  # what an empty page offers
    person.wait_for_words("The catalogue is empty.")
    person.press("Ctrl+N")
    person.wait_for_window("Add a course")
    person.fill("Name", COURSE)
    person.fill("Valid for months", "24")
    person.press("Return")
    person.wait_for_words(f"Added the course {COURSE}")


def add_learner(person: Typist, given: str, home: str) -> None:
    click_tab("Learners")
    person.press("Ctrl+N")
    person.wait_for_window("Add a learner")
    person.fill("Given name", given)
    person.fill("Family name", "Specimen")
    pick(person, "Works at", home)
    person.choose("Service", home)
    person.fill("From", "1 Jan 2019")
    person.press("Return")
    person.wait_for_words(f"Added the learner {given} Specimen")


def pick(person: Typist, field: str, letters: str) -> None:
    """Letters of a name, and the first that is found."""
    person.tab_to(field)
    person.type(letters)
    person.press("Down", "Return")


def require_it(person: Typist) -> None:
    click_tab("Who has what")
    click_button(person, "Require courses")
    person.wait_for_window("Require courses")
    person.tab_to("Courses")
    person.press("Space")
    person.down_to(COURSE)
    person.press("Space", "Escape")
    person.tab_to("Require them")
    person.press("Return")
    person.wait_for_words("Required 1 course")


def who_has_it(person: Typist) -> dict[str, str]:
    """By provider."""
    click_tab("Who has what")
    person.choose("Show", "Providers and courses")
    return {row["Provider"]: row[COURSE] for row in person.table("Who has what training")}


def plan_the_session(person: Typist) -> None:
    click_tab("Sessions")
    click_button(person, "Plan a session")
    person.wait_for_window("Plan a session")
    pick(person, "Course", COURSE)
    for field, text in (
        ("Day", "15 Jan 2020"), ("Begins at", "9.30am"), ("Ends at", "12.30pm"), ("Venue", "Retford Town Hall"),
        ("Places", "2"),
    ):  # fmt: skip
        person.fill(field, text)
    person.press("Return")
    person.wait_for_words(f"Planned {COURSE}")


def book_everybody(person: Typist) -> None:
    said = ("Booked Ada Specimen", "Booked Ben Specimen", "Cy Specimen is on the waiting list")
    for name, words in zip(PEOPLE, said, strict=True):
        person.press("Ctrl+B")
        person.wait_for_window("Book a learner")
        pick(person, "Learner", name)
        person.press("Return")
        person.wait_for_words(words)


def take_attendance(person: Typist) -> None:
    """Ben did not come, and Cy, who waited, did."""
    click_button(person, "Take attendance…")
    person.wait_for_window("Attendance of")
    person.type("ben")
    person.press("Space")
    person.type("cy")
    person.press("Space")
    person.wait_for_words("2 of 3 ticked")
    person.press("Return")
    person.wait_for_words("2 came")
    (row,) = person.table("Training sessions")
    assert (row["Course"], row["Status"]) == (COURSE, "Held")


def save_certificates(person: Typist, path: Path) -> None:
    click_row(person, "Training sessions", COURSE)
    with person.choosing_file(str(path)):
        click_button(person, "Certificates…")
    person.wait_for_words(f"Saved “{path.name}”: 2 certificates")


# --- what is read back --------------------------------------------------------------------------------------


def read_certificates(document: WordDocument) -> None:
    said = text_of(document)
    assert said.count(COURSE) == 2 and said.count("15 January 2020") == 2
    for name in PEOPLE:
        assert (f"{name} Specimen" in said) == (name != "Ben")
    assert "Elm View" not in said and "Larch Court" in said
