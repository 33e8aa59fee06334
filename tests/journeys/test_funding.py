"""Money for learning in the real window, by keyboard and mouse: from an empty file to a paid claim and its summary."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument

from desktop.office import Office
from engagement.register.contacts import add_contact
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from resources.database import Database, change
from resources.database.history import logical_dump
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
from tests.journeys.mouse import click_button, click_row, click_tab
from tests.journeys.stopped_clock import stop_clock
from tests.journeys.typist import Typist
from tests.workforce.ascwds.bulk_files import HOME, SOMEBODY, worker, write_workers, write_workplaces

NOW = datetime(2020, 1, 15, 9, 30, tzinfo=UTC)
FUND = "Workforce Development Fund 2019/20"
ITEM = "Level 2 diploma"
ELM, OAK = "Elm Lodge", "Oak House"
LEARNER, OFFICER, FINANCE = "Wren Specimen", "Olive Officer", "Fay Finance"


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock on the wall."""
    stop_clock(monkeypatch, NOW)


def make_register(db: Database) -> None:
    """Two homes with somebody to ring."""
    with change(db, "Made a register"):
        set_council(db, "Nottinghamshire")
        for name, postcode, manager in ((ELM, "NG18 1AA", "Ada Example"), (OAK, "NG9 1AA", "Ben Sample")):
            provider = add_provider(db, name=f"{name} Care Ltd")
            home = add_service(
                db, provider.id, name=name, kind=ServiceKind.RESIDENTIAL_HOME, postcode=postcode,
                phone="01623 000000",
            )  # fmt: skip
            db.update_row("service", home.id, {"district": "Mansfield", "authority": "Nottinghamshire"})
            add_contact(
                db, provider.id, service_id=home.id, name=manager, role=ContactRole.REGISTERED_MANAGER,
                phone="01623 000001", consent=ConsentBasis.EMAIL_OPT_IN,
            )  # fmt: skip


def write_ascwds(folder: Path) -> str:
    """A workplace with nothing missing, and one that lacks a field and a worker’s pay; as written in the dialog."""
    oak = {
        **HOME,
        "LOCALESTID": "Oak",
        "ESTNAME": OAK,
        "POSTCODE": "NG9 1AA",
        "STARTERS": "",
        "TOTALPERMTEMP": "1",
    }
    people = (SOMEBODY, worker("Bo"), worker("Cy", LOCALESTID="Oak", SALARYINT=""))
    paths = write_workplaces(folder, HOME, oak), write_workers(folder, *people)
    return " ".join(f'"{path}"' for path in paths)


def test_from_an_empty_file_to_a_paid_claim_and_its_summary(
    office: Office, person: Typist, tmp_path: Path
) -> None:
    path = tmp_path / "Care team.providerdesk"
    opened = start_a_database(office, person, path)
    empty = list(logical_dump(opened.db))
    make_register(opened.db)

    give_your_name(person, OFFICER)
    start_the_fund(person)
    give_it_money(person)
    say_what_it_pays(person)
    take_in_ascwds(person, write_ascwds(tmp_path))
    add_learner(person)
    assert who_has_not_claimed(person) == {
        ELM: ("Eligible, not claimed", "£690", "31 Mar 2020"),
        OAK: ("Could still become eligible", "", "31 Mar 2020"),
    }
    make_a_claim(person)
    hand_it_in(person)
    approve_as_an_officer(person)
    approve_for_finance_and_pay(person)
    assert list(who_has_not_claimed(person)) == [OAK]
    document = tmp_path / "Funding summary.docx"
    save_the_summary(person, document)

    full = list(logical_dump(opened.db))
    undo_everything(person, opened)
    assert list(logical_dump(opened.db)) == empty
    redo_everything(person, opened)
    assert list(logical_dump(opened.db)) == full
    undo_everything(person, opened)
    person.press("Ctrl+Q")
    person.until(lambda: office.opened is None)
    read_summary(Document(str(document)))
    reopen(path, empty)


# --- the way there ------------------------------------------------------------------------------------------


def give_your_name(person: Typist, name: str) -> None:
    person.do("Your name…")
    person.wait_for_window("Your name")
    person.fill("Name", name)
    person.press("Return")
    person.wait_for_window("Care team")


def start_the_fund(person: Typist) -> None:
    person.menu("Go", "Funding")
    person.wait_for_words("No fund is held yet")
    click_tab("Rulebook")
    click_button(person, "Start from a known fund")  # what an empty side offers
    person.wait_for_window("Start from a known fund")
    person.choose("Known fund", FUND)
    person.press("Return")
    person.wait_for_words(f"Started {FUND}")
    assert {"ASC-WDS", "ASC-WDS 101", "WDF-1 until"} <= {row["Code"] for row in person.table("Rules")}


def give_it_money(person: Typist) -> None:
    click_tab("Funds")
    click_button(person, "Status…")
    person.wait_for_window("Status of the fund")
    person.choose("Status", "Open")
    person.press("Return")
    person.wait_for_words(f"{FUND} is open")
    click_button(person, "Allocate…")
    person.wait_for_window("Allocate")
    person.fill("Amount", "112,000")
    person.press("Return")
    person.wait_for_words(f"Allocated £112,000 of {FUND} to 2019/20")


def say_what_it_pays(person: Typist) -> None:
    person.do("What it pays for…")
    listed = f"What {FUND} pays for"
    person.wait_for_window(listed)
    click_row(person, listed, ITEM)
    click_button(person, "Change…")
    person.wait_for_window("Change what can be claimed")
    person.fill("Pays at most", "690")
    person.fill("Evidence asked for", "Certificate")
    person.press("Ctrl+Return")
    person.wait_for_words(f"Kept: {ITEM}")
    person.press("Escape")
    person.wait_for_window("Care team")


def take_in_ascwds(person: Typist, files: str) -> None:
    person.do("ASC-WDS")
    with person.choosing_file(files):
        click_button(person, "Take in ASC-WDS files…")
    person.wait_for_window("Take in ASC-WDS files")
    person.fill("As at", "30 Sep 2019")
    person.press("Return")
    found = {row["In the file"]: row["Rows"] for row in person.table("What the file holds")}
    assert (found["New workplaces"], found["Worker records"]) == ("2", "3")
    person.tab_to("Take in ")
    person.press("Return")
    rows = {row["Workplace"]: row for row in person.table("Workplaces")}
    assert (rows[ELM]["For funding"], rows[ELM]["What would change it"]) == ("Complete", "")
    assert (rows[OAK]["For funding"], rows[OAK]["Codes"]) == ("Not complete", "1, 11, 101")
    assert "starters" in rows[OAK]["What would change it"]


def add_learner(person: Typist) -> None:
    person.menu("Go", "Training")
    click_tab("Learners")
    click_button(person, "Add a learner")
    person.wait_for_window("Add a learner")
    for field, text in (("Given name", "Wren"), ("Family name", "Specimen"), ("ULN", "1000000019")):
        person.fill(field, text)
    pick(person, "Works at", "Elm")
    person.fill("From", "23 Feb 2018")
    person.press("Return")
    person.wait_for_words(f"Added the learner {LEARNER}")


def pick(person: Typist, field: str, letters: str) -> None:
    """Letters of a name, and the first that is found."""
    person.tab_to(field)
    person.type(letters)
    person.press("Down", "Return")


def who_has_not_claimed(person: Typist) -> dict[str, tuple[str, str, str]]:
    """For the Level 2 diploma: how each service stands, what it could claim, and by when."""
    person.menu("Go", "Funding")
    click_tab("Not claimed")
    rows = person.table("Eligible and not claimed")
    assert all("Ada Example" in row["Whom to ring"] for row in rows if row["Service"] == ELM)
    return {
        row["Service"]: (row["Stands"], row["Likely, up to"], row["By"])
        for row in rows
        if row["What for"] == ITEM
    }


def make_a_claim(person: Typist) -> None:
    click_tab("Claims")
    click_button(person, "Add a claim")
    person.wait_for_window("Add a claim")
    pick(person, "Provider", "Elm")
    person.choose("Service", ELM)
    pick(person, "Learner", "Wren")
    person.choose("For", ITEM)
    for field, text in (
        ("Value claimed", "1.250,00"),
        ("Started", "1 May 2019"),
        ("Completed", "2 Dec 2019"),
    ):
        person.fill(field, text)
    person.press("Return")
    person.wait_for_words("“1.250,00” has a comma where pence begin: write 1,250.00.")
    person.fill("Value claimed", "690")
    person.press("Return")
    person.wait_for_words("Added claim 1")


def hand_it_in(person: Typist) -> None:
    click_button(person, "Submit…")
    person.wait_for_window("Submit the claim")
    person.press("Return")
    person.wait_for_words("Submitted claim 1")
    person.wait_for_words("Evidence was not seen: Certificate.")
    click_button(person, "Note evidence…")
    person.wait_for_window("Add evidence")
    person.press("Return")
    person.wait_for_words("Nothing was found.")  # that speaks against it


def approve_as_an_officer(person: Typist) -> None:
    click_button(person, "Approve…")
    person.wait_for_window("Approve as an officer")
    person.wait_for_words(f"You approve it as {OFFICER}.")
    person.press("Return")
    person.wait_for_words("Claim 1: approved by officer")
    click_button(person, "Approve…")
    person.wait_for_words(f"{OFFICER} gave the officer’s approval, and finance’s needs another person.")


def approve_for_finance_and_pay(person: Typist) -> None:
    give_your_name(person, FINANCE)
    person.do("Approve…")
    person.wait_for_window("Approve for finance")
    person.press("Return")
    person.wait_for_words("Claim 1: approved by finance")
    click_button(person, "Mark as paid…")
    person.wait_for_window("Mark as paid")
    person.press("Return")
    person.wait_for_words("Paid claim 1")
    (row,) = person.table("Claims")
    assert (row["Status"], row["Paid"], row["Approved"]) == ("Paid", "15 Jan 2020", "£690")
    assert {row["By"] for row in person.table("Steps")} == {OFFICER, FINANCE}


def save_the_summary(person: Typist, path: Path) -> None:
    person.press("Ctrl+Shift+W")
    person.wait_for_window("Funding summary")
    with person.choosing_file(str(path)):
        person.press("Return")
    person.wait_for_words(f"Saved “{path.name}”")


# --- what is read back --------------------------------------------------------------------------------------


def read_summary(document: WordDocument) -> None:
    assert ("Heading 1", "What was bid for, allocated and claimed") in headings(document)
    said, found = text_of(document), tables(document)
    assert "£112,000 is allocated to 2019/20. Of it £690 is paid" in said
    (money,) = (dict(zip(*one, strict=True)) for one in found if one[0][:2] == ["Fund", "Bid for"])
    assert (money["Fund"], money["Allocated"], money["Paid"], money["Remaining"]) == (
        FUND, "£112,000", "£690", "£111,310",
    )  # fmt: skip
    (districts,) = (one for one in found if one[0][0] == "District")
    assert districts[1][0] == "Mansfield" and "£690" not in districts[1]  # one provider alone is behind it
    for name in (LEARNER, ELM, OAK, OFFICER, FINANCE, "Ada Example", "1000000019"):
        assert name not in said + str(found)
    assert len(alt_texts(document)) > len(found) and all(alt_texts(document))
