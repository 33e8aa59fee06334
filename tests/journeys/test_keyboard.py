"""From an empty file to Word summaries by keyboard alone, and all the way back by Ctrl+Z."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from desktop.clock import today
from desktop.office import Office
from resources.database.history import logical_dump
from resources.wording import date_short, date_words
from tests.journeys.keyboard_steps import (
    alt_texts,
    headings,
    redo_everything,
    reopen,
    start_a_database,
    tables,
    text_of,
    undo_everything,
)
from tests.journeys.two_months import write_two_months
from tests.journeys.typist import Typist, focused, name_of

EVENT_DAY = today()
TITLE = "Keyboard forum"
GRADES = ("Inadequate", "Requires improvement", "Good", "Outstanding")

Figures = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Months:
    """Files of May and August 2019, and what is known of them."""

    folder: Path
    authority: str
    found_in_august: dict[str, str]
    may: Figures
    august: Figures
    homes: tuple[str, str, str]

    def files(self, month: str) -> str:
        """As a person writes several names in a dialog."""
        return " ".join(f'"{path}"' for path in sorted(self.folder.glob(f"*_2019-{month}-01_*")))


@pytest.fixture
def invented(tmp_path: Path) -> Months:
    write_two_months(tmp_path / "cqc")
    return Months(
        tmp_path / "cqc",
        "Nottinghamshire",
        {
            "New": "1",
            "Changed": "3",
            "Gone": "1",
            "Re-inspected": "2",
            "First ratings": "1",
            "Changed ratings": "1",
        },
        {
            "Nursing homes": ("0%", "33%", "67%", "0%", "25%"),
            "Residential homes": ("25%", "0%", "50%", "25%", "0%"),
            "Home care agencies": ("0%", "0%", "100%", "0%", "50%"),
        },
        {
            "Nursing homes": ("0%", "25%", "75%", "0%", "0%"),
            "Residential homes": ("0%", "33%", "67%", "0%", "25%"),
            "Home care agencies": ("0%", "0%", "100%", "0%", "50%"),
        },
        ("Rosewood Sample House", "Elm Example House", "Larch Specimen Court"),
    )


@pytest.fixture
def oldham(shared_data: Path) -> Months:
    return Months(
        shared_data / "cqc",
        "Oldham",
        {
            "New": "4",
            "Changed": "13",
            "Gone": "4",
            "Re-inspected": "16",
            "First ratings": "5",
            "Changed ratings": "5",
        },
        {
            "Nursing homes": ("0%", "11%", "89%", "0%"),
            "Residential homes": ("3%", "12%", "84%", "0%"),
            "Home care agencies": ("4%", "8%", "85%", "4%"),
        },
        {
            "Nursing homes": ("0%", "20%", "80%", "0%"),
            "Residential homes": ("0%", "16%", "84%", "0%"),
            "Home care agencies": ("4%", "7%", "81%", "7%"),
        },
        ("Park Hills Nursing Home", "Coppice Nursing Home", "Shawside Care Home"),
    )


@pytest.mark.parametrize("which", ["invented", "oldham"])
def test_from_an_empty_file_to_word_summaries_and_back(
    which: str, request: pytest.FixtureRequest, office: Office, person: Typist, tmp_path: Path
) -> None:
    months: Months = request.getfixturevalue(which)
    path = tmp_path / "Care team.providerdesk"
    opened = start_a_database(office, person, path)
    empty = list(logical_dump(opened.db))

    import_both_months(person, months)
    look_at_the_market(person, months)
    for home, name in zip(months.homes, ("Ada Example", "Ben Sample", "Cy Specimen"), strict=True):
        add_contact(person, home, name)
    plan_a_forum(person)
    invite_the_nursing_homes(person)
    record_replies(person)
    take_attendance(person, months)
    close_the_event(person)
    forum_document = tmp_path / "Forum summary.docx"
    save_document(person, forum_document)
    person.do("Market")
    person.choose("Compared with", "1 May 2019")
    market_document = tmp_path / "Market summary.docx"
    save_document(person, market_document)

    full = list(logical_dump(opened.db))
    undo_everything(person, opened)
    assert list(logical_dump(opened.db)) == empty
    redo_everything(person, opened)
    assert list(logical_dump(opened.db)) == full
    undo_everything(person, opened)
    person.press("Ctrl+Q")
    person.until(lambda: office.opened is None)
    read_forum(Document(str(forum_document)), months)
    read_market(Document(str(market_document)), months)
    reopen(path, empty)


# --- the way there ------------------------------------------------------------------------------------------


def import_both_months(person: Typist, months: Months) -> None:
    person.menu("Go", "Imports")
    person.until(lambda: name_of(focused()) == "Import CQC files…")  # what an empty page offers
    take_in(person, months, "05", ["Return"])
    assert len(person.table("Imports")) == 2
    found = take_in(person, months, "08", ["Ctrl+I"])
    assert {name: found[name] for name in months.found_in_august} == months.found_in_august
    assert [row["As at"] for row in person.table("Imports")] == ["1 Aug 2019"] * 2 + ["1 May 2019"] * 2


def take_in(person: Typist, months: Months, month: str, keys: list[str]) -> dict[str, str]:
    with person.choosing_file(months.files(month)):
        person.press(*keys)
    found = {row["In the file"]: row["All"] for row in person.table("What the file holds")}
    person.tab_to("Import ")
    person.press("Return")
    person.until(lambda: name_of(focused()) == "Imports")
    return found


def look_at_the_market(person: Typist, months: Months) -> None:
    person.do("Market")
    for day, figures in (("1 May 2019", months.may), ("1 Aug 2019", months.august)):
        person.choose("As at", day)
        assert market_tables(person, months) == figures
    person.choose("Compared with", "1 May 2019")
    person.tab_to("Kind of service")
    person.press(*["Right"] * 5)
    changes = {(row["Kind of service"], row["Rating"]): row for row in person.table("Change in CQC ratings")}
    for kind, known in months.august.items():
        for at, rating in enumerate((*GRADES, "Not yet rated")[: len(known)]):
            assert (changes[kind, rating]["% before"], changes[kind, rating]["% now"]) == (
                months.may[kind][at], known[at],
            )  # fmt: skip


def market_tables(person: Typist, months: Months) -> Figures:
    person.tab_to("Kind of service")
    person.press(*["Left"] * 5)
    found: Figures = {}
    for kind, known in months.august.items():
        row = next(one for one in person.table(f"{kind}: ") if one["Local authority"] == months.authority)
        columns = (*GRADES, "Not yet rated")[: len(known)]
        found[kind] = tuple(row[column] for column in columns)
        person.press("Right")
    return found


def add_contact(person: Typist, home: str, name: str) -> None:
    person.do("Providers")
    person.press("Ctrl+F")
    person.type(home)
    person.press("Return")
    person.until(lambda: name_of(focused()) == "Providers")
    person.do("Add contact")
    person.wait_for_window("Add a contact")
    person.fill("Name", name)
    person.choose("Role", "Registered manager")
    person.choose("How they agreed", "Agreed by email")
    person.fill("Agreed on", "1 Nov 2019")
    person.press("Return")
    person.wait_for_words(f"Added {name}")


def plan_a_forum(person: Typist) -> None:
    person.do("Forums")
    person.do("Plan a forum")
    person.wait_for_window("Plan a forum")
    for field, text in (
        ("Title", TITLE), ("Day", date_short(EVENT_DAY)), ("Begins at", "0:01"), ("Ends at", "23:59"),
        ("Where", "Retford Town Hall"), ("Places", "40"),
    ):  # fmt: skip
        person.fill(field, text)
    person.press("Return")


def invite_the_nursing_homes(person: Typist) -> None:
    person.wait_for_window(f"Audience of {TITLE}")
    person.tab_to("Kinds of service")
    person.press("Space")
    person.down_to("Nursing home")
    person.press("Space", "Escape")
    person.wait_for_words("Nursing homes")
    asked = {row["Name"] for row in person.table("People asked")}
    assert asked == {"Ada Example", "Ben Sample", "Cy Specimen"}
    person.press("Ctrl+Return")
    person.wait_for_words("Invited 3 people")


def record_replies(person: Typist) -> None:
    replies = {"Ada Example": "Accepted", "Ben Sample": "Accepted", "Cy Specimen": "Apologies"}
    for name, reply in replies.items():
        person.until(lambda: name_of(focused()) == "People of the event")
        person.down_to(name)
        person.do(reply)
    assert {row["Name"]: row["Status"] for row in person.table("People of the event")} == replies


def take_attendance(person: Typist, months: Months) -> None:
    person.do("Open the door")
    person.wait_for_window("Door: ")
    person.type("ada")
    person.press("Return")
    person.wait_for_words(f"Ada Example of {months.homes[0]} is in")
    person.type("Dot Walker")
    person.press("Return")
    person.until(lambda: name_of(focused()) == "Home or provider")
    person.type(months.homes[1])
    person.press("Return")
    person.wait_for_words(f"Dot Walker of {months.homes[1]} is in, as a walk-in")
    person.press("Ctrl+Z")
    person.wait_for_words("Undone: check-in of Dot Walker")
    person.type("dot")
    person.press("Return")
    person.wait_for_words(f"Dot Walker of {months.homes[1]} is in, as a walk-in")
    person.press("Escape")
    person.wait_for_window("Leave the door?")
    person.press("Return")
    person.wait_for_window("Care team")


def close_the_event(person: Typist) -> None:
    person.do("Close the event…")
    person.wait_for_window(f"Close {TITLE}?")
    person.wait_for_words("1 person had a place and did not come")
    person.press("Return")
    person.wait_for_words(f"Closed {TITLE}: 1 no-show")


def save_document(person: Typist, path: Path) -> None:
    with person.choosing_file(str(path)):
        person.do("Word summary…")
    person.wait_for_words(f"Saved “{path.name}”")


# --- what is read back --------------------------------------------------------------------------------------


def read_forum(document: WordDocument, months: Months) -> None:
    assert headings(document) == [
        ("Title", TITLE),
        ("Heading 1", "Attendance"),
        ("Heading 1", "Who was reached"),
        ("Heading 2", "By kind of service"),
        ("Heading 2", "By district"),
        ("Heading 2", "By rating"),
    ]
    providers, kinds, districts, ratings = tables(document)
    figures = {home: next(row[1:] for row in providers if home in row[0]) for home in months.homes}
    assert list(figures.values()) == [["1", "0", "0"], ["1", "0", "1"], ["0", "1", "0"]]
    assert kinds[1] == ["Nursing home", "2", "2", "2", "3", "–"]
    assert [row[1:5] for row in districts[1:]] == [["2", "2", "2", "3"]]
    assert sum(int(row[3]) for row in ratings[1:]) == 2
    said = text_of(document)
    assert "2 people from 2 providers and 2 services were present, 1 of them without an invitation." in said
    assert date_words(EVENT_DAY) in said + str(tables(document))
    assert "Ada Example" not in said + str(tables(document))
    assert len(alt_texts(document)) == 5 and all(alt_texts(document))
    assert any("Nursing home: 2." in alt for alt in alt_texts(document))
    assert document.core_properties.title == TITLE


def read_market(document: WordDocument, months: Months) -> None:
    assert headings(document) == [
        ("Title", "Care market: ratings of services"),
        ("Heading 1", "CQC ratings"),
        *(("Heading 2", kind) for kind in months.august),
        ("Heading 1", "Change"),
    ]
    *by_kind, change = tables(document)
    for (heading, row), known in zip(by_kind, months.august.values(), strict=True):
        assert heading == ["Local authority", "Rated services", *GRADES, "Not yet rated"]
        assert (row[0], tuple(row[2 : 2 + len(known)])) == (months.authority, known)
    changed = {(row[0], row[1]): (row[2], row[3]) for row in change[1:]}
    for kind, known in months.august.items():
        assert changed[kind, "Good"] == (months.may[kind][2], known[2])
    assert "1 August 2019" in text_of(document)
    assert len(alt_texts(document)) == 7 and all(alt_texts(document))
    assert any(
        f"{months.authority}: Inadequate {months.august['Nursing homes'][0]}" in alt
        for alt in alt_texts(document)
    )
