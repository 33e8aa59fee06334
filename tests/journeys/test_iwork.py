"""The whole of i-Work in the real window, by keyboard and mouse, beside a made county.

From a register that is not there yet to a job that lasts; and one record deleted for good.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QTableWidget, QTableWidgetItem

from desktop.capabilities import CAPABILITIES
from desktop.office import Office
from desktop.pages.iwork.iwork import IWorkPage
from resources.database import Database, change, history, open_file
from resources.database.history import logical_dump
from resources.suppression import HIDDEN
from tests.journeys.canaries import leaks
from tests.journeys.conftest import COUNTY_NOW
from tests.journeys.keyboard_steps import tables, text_of
from tests.journeys.mouse import click_button, click_row, click_tab
from tests.journeys.stopped_clock import stop_clock
from tests.journeys.typist import Typist, focused, keyboard_window, seen
from workforce.iwork.people.people import people

PASSPHRASE = "lantern otter biscuit harbour"
COUNTY = "County – Provider Desk"
PERSON, ANOTHER = ("Ottilie", "Invented"), ("Wren", "Instance")
POST, FORUM = "Lunch service", "Registered managers’ network, March 2026"
POSTCODE = "NG2 7QP"
CONSENTS = (
    "To be on the i-Work register", "To be matched to posts", "To be introduced to employers by name",
    "To have their one-page profile shown to employers",
)  # fmt: skip


@pytest.fixture
def county(county_file: Path) -> Path:
    """As large as the sample county, and an office's own: nothing says that it is a sample."""
    opened = open_file(county_file, CAPABILITIES, who="Olive Officer")
    with change(opened.db, "Took the mark of the sample away"):
        opened.db.delete_row("office", "sample")
    opened.close()
    return county_file


class Clock:
    """The clock on the wall, turned by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch, self.now = monkeypatch, COUNTY_NOW

    def go(self, **some: float) -> None:
        self.now += timedelta(**some)
        stop_clock(self._patch, self.now, read_by=("desktop.clock",))


@pytest.fixture
def clock(county_file: Path, monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def page_of(office: Office) -> IWorkPage:
    assert office.window is not None
    found = office.window.page("iwork")
    assert isinstance(found, IWorkPage)
    return found


def vault_of(office: Office) -> Database:
    opened = page_of(office).lock.opened
    assert opened is not None
    return opened.db


def test_from_no_register_to_a_job_that_lasts(
    office: Office, person: Typist, county: Path, tmp_path: Path, clock: Clock
) -> None:
    office.start(county)
    person.wait_for_window(COUNTY)
    assert office.opened is not None
    home = interest_at_the_door(person, office.opened.db)
    assert told_outside(tmp_path) == []
    code = start_the_register(person, tmp_path)
    add_people(person)
    agree(person)
    fill_the_profile(person)
    assert told_outside(tmp_path) == []
    take_in_the_interest(person, home)
    add_the_lunch_post(person, home)
    carve(person, home)
    get_ready(person)
    post = match_and_say_what_would_make_it_a_yes(person, home)
    match_them(person, post)
    try_it_out(person, home)
    look_at_the_figures(person)
    save_papers(person, tmp_path)
    assert told_outside(tmp_path) == []
    undo_only_here(person, office)
    lock_with_a_dialog_open(person, office, clock)
    assert told_outside(tmp_path) == []
    in_work(person)
    keep_the_job(person, tmp_path, clock)
    delete_for_good(person, office, clock)
    assert told_outside(tmp_path) == []
    restore(person, office)
    open_by_the_sheet(person, code)
    person.press("Ctrl+Q")
    person.until(lambda: office.opened is None)
    assert told_outside(tmp_path) == []
    read_papers(tmp_path)


def told_outside(folder: Path) -> list[str]:
    """Where the people of this journey stand in anything that was written, but the two papers made for one of them."""
    own = [folder / "One page.docx", folder / "Everything.docx"]
    if own[0].exists():
        assert leaks(own, told=[PERSON[0]])  # so that finding none elsewhere says something
    return leaks([folder], exempt=own, told=[PERSON[0], " ".join(ANOTHER), POSTCODE])


# --- the register -------------------------------------------------------------------------------------------


def interest_at_the_door(person: Typist, db: Database) -> str:
    """A manager says at the door of the forum that goes on now that they would give work."""
    person.do("Your name…")
    person.wait_for_window("Your name")
    person.fill("Name", "Olive Officer")
    person.press("Return")
    person.wait_for_window(COUNTY)
    manager, home = expected_manager(db)
    person.menu("Go", "Forums")
    click_row(person, "Forums", FORUM)
    person.do("Open the door")
    person.wait_for_window("Door: ")
    person.type(manager)
    person.press("F9")
    person.wait_for_words(f"{manager} of {home} is interested in i-Work")
    person.press("Escape")
    person.wait_for_window(COUNTY)
    return home


def expected_manager(db: Database) -> tuple[str, str]:
    """Somebody of a nursing home who is coming, and who is the only one of that name and home."""
    rows = db.rows(
        """select contact.name, service.name from participant
        join event on event.id = participant.event_id and event.title = ?
        join contact on contact.id = participant.contact_id join service on service.id = contact.service_id
        where participant.status = 'accepted' and service.kind = 'nursing_home' and service.postcode <> ''
            and (select count(*) from contact as other where other.name = contact.name) = 1
            and (select count(*) from service as other where other.name = service.name) = 1
        order by contact.name""",
        (FORUM,),
    )
    return str(rows[0][0]), str(rows[0][1])


def start_the_register(person: Typist, folder: Path) -> str:
    """The wrong ones first: too short, not typed alike, a code with a slip. Returns the code of the sheet."""
    person.menu("Go", "i-Work")
    person.wait_for_words("There is no i-Work register yet")
    person.fill("Passphrase", "county")
    click_button(person, "Start the register")
    person.wait_for_words("Use at least four words, or 14 letters and signs. This has 6.")
    person.fill("Passphrase", PASSPHRASE)
    person.fill("The same once more", f"{PASSPHRASE}s")
    person.press("Return")
    person.wait_for_words("This is not the same as above. Type it once more.")
    person.fill("The same once more", PASSPHRASE)
    person.press("Return")
    person.wait_for_window("Recovery sheet of the register")
    code = code_shown()
    with person.choosing_file(str(folder / "Recovery sheet.docx")):
        click_button(person, "Save the sheet as Word…")
    click_button(person, "I have it on paper")
    person.fill("Code on the sheet", code[:-1])
    person.press("Return")
    person.wait_for_words("39 were typed")
    person.fill("Code on the sheet", code.lower())
    person.press("Return")
    person.wait_for_words("The recovery sheet opens the register")
    person.wait_for_window(COUNTY)
    assert set(code.split()) <= set(words_of(folder / "Recovery sheet.docx").replace(" ", "").split())
    return code


def code_shown() -> str:
    """The ten groups, as they stand in the dialog."""
    labels = [one for top in QApplication.topLevelWidgets() for one in top.findChildren(QLabel)]
    groups = {one.accessibleName(): one.text() for one in labels if one.accessibleName().startswith("Group ")}
    told = sorted(groups, key=lambda name: int(name.split()[1].rstrip(":")))
    return " ".join(groups[name].replace(" ", "") for name in told)


def unlock(person: Typist, secret: str = PASSPHRASE) -> None:
    person.wait_for_words("The i-Work register is locked")
    person.fill("Passphrase", secret)
    person.press("Return")
    person.wait_for_words("Sides of i-Work")


# --- people -------------------------------------------------------------------------------------------------


def add_people(person: Typist) -> None:
    """Two, of whom one will be deleted again; nobody's name is on the screen but while it is asked for."""
    for number, (given, family) in enumerate((PERSON, ANOTHER), 1):
        person.press("Ctrl+N")
        person.wait_for_window("Add a person")
        for field, words in (
            ("Given name", given), ("Family name", family), ("Postcode", POSTCODE),
            ("Telephone", f"01632 96000{number}"), ("Referred on", "1 Dec 2025"), ("Referred by", "Sample College"),
        ):  # fmt: skip
            person.fill(field, words)
        person.tab_to("Has a learning disability")
        person.press("Space", "Ctrl+Return")
        person.wait_for_words(f"Added IW-00{number}")
    rows = person.table("People")
    assert [(row["Reference"], row["Initials"]) for row in rows] == [("IW-001", "O.I."), ("IW-002", "W.I.")]
    assert rows[0]["District"] == "Rushcliffe"
    click_row(person, "People", "IW-001")
    person.until(lambda: names_seen() == [])
    click_button(person, "Show the name")
    person.wait_for_words(" ".join(PERSON))
    click_row(person, "People", "IW-002")
    person.until(lambda: names_seen() == [])


def names_seen() -> list[str]:
    return [text for text in seen() if any(name in text for name in (*PERSON, *ANOTHER))]


def agree(person: Typist) -> None:
    """The first agrees to all but a photograph; the second to be on the register."""
    for reference, scopes in (("IW-001", CONSENTS), ("IW-002", CONSENTS[:1])):
        click_row(person, "People", reference)
        click_button(person, "They agree…")
        person.wait_for_window(f"What {reference} agrees to")
        for scope in scopes:
            person.tab_to(scope)
            person.press("Space")
        person.fill("Ask again by", "1 Dec 2026")
        person.fill("How", "Said so, with their supporter")
        person.fill("Note", "Asked in easy words")
        person.press("Ctrl+Return")
        person.wait_for_words(f"{reference} agreed")
    assert [row["Consent to match"] for row in person.table("People")] == ["Given for a time", "Not asked"]


def fill_the_profile(person: Typist) -> None:
    """Over two meetings: first what they like, then when and how they get there."""
    click_row(person, "People", "IW-001")
    meet(person, "25 Feb 2026", "Strengths and tasks", "When and how to get there")
    profile(person)
    person.fill("Strengths", "Patient, and never late")
    tick(person, "Letters of a task", "Tasks", "laying", 1)
    tick(person, "Letters of a task", "Tasks", "serving", 2)
    save_profile(person)
    meet(person, "4 Mar 2026", "Hours, travel and support", "")
    profile(person)
    for field, words in (
        ("Hours a week wanted", "10"), ("Hours a week at most", "15.5"),
        ("Days and times they can work", "Mon to Fri 11:45 to 16:00"), ("Ready from", "1 Mar 2026"),
        ("Bus", "45 minutes"), ("A lift", "any"),
    ):  # fmt: skip
        person.fill(field, words)
    person.choose("A colleague beside them", "Must have")
    save_profile(person)


def meet(person: Typist, day: str, more: str, next_time: str) -> None:
    person.menu("People", "Add meeting…")
    person.wait_for_window("Meeting with IW-001")
    person.fill("Met on", day)
    person.fill("Who else was there", "Their mother")
    person.fill("What else", more)
    person.fill("For the next time", next_time)
    person.press("Ctrl+Return")
    person.wait_for_words("Added a meeting with IW-001")


def profile(person: Typist) -> None:
    person.press("Ctrl+E")
    person.wait_for_window("Profile of IW-001")


def save_profile(person: Typist) -> None:
    person.press("Ctrl+Return")
    person.wait_for_words("Changed the profile of IW-001")


def tick(person: Typist, find: str, grid: str, letters: str, column: int) -> None:
    """Letters leave rows that fit; the box under a heading of the first of them is ticked."""
    person.fill(find, letters)
    person.tab_to(grid)
    view = focused()
    assert isinstance(view, QTableWidget)
    person.press("Ctrl+Home")
    for _ in range(view.rowCount()):
        if is_box(view.item(view.currentRow(), column)) and not view.isRowHidden(view.currentRow()):
            break
        person.press("Down")
    person.press(*["Right"] * column, "Space")
    person.until(lambda: view.currentItem().checkState() == Qt.CheckState.Checked)
    person.tab_to(find, key="Shift+Tab")
    person.press("Ctrl+A", "Delete")


def is_box(item: QTableWidgetItem | None) -> bool:
    return item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)


# --- employers and posts ------------------------------------------------------------------------------------


def take_in_the_interest(person: Typist, home: str) -> None:
    """What was told at the door stands above the employers until it is taken in, and never comes twice."""
    click_tab("Employers")
    person.wait_for_words("4 interests told at forums are not here yet.")
    click_button(person, "Take them in")
    person.until(lambda: home in [row["Employer"] for row in person.table("Employers")])
    assert len(person.table("Employers")) == 4
    assert not any("not here yet" in text for text in seen())


def add_the_lunch_post(person: Typist, home: str) -> None:
    """“2/3”: two places, perhaps three. It begins before anybody can be there."""
    click_row(person, "Employers", home)
    click_button(person, "Add a post…")
    person.wait_for_window("Add a post")
    person.fill("Post", POST)
    person.fill("Places", "2/3")
    person.choose("Where it stands", "Open")
    person.fill("Pay an hour", "12.71")
    person.fill("Days and times", "Mon, Wed, Fri 11:30 to 14:30")
    tick(person, "Letters of a task", "What is done", "laying", 1)
    person.choose("A colleague beside them", "Yes")
    person.press("Ctrl+Return")
    person.wait_for_words("Added P-")
    (row,) = person.table("Posts")
    assert (row["Places"], row["Pay an hour"], row["Status"]) == ("2 to 3", "£12.71", "Open"), row


def carve(person: Typist, home: str) -> None:
    """A team's day is typed; two of its tasks go into a new post."""
    click_tab("Job carving")
    click_button(person, "Add a team…")
    person.wait_for_window("Add a team")
    pick(person, "Employer", home)
    person.fill("Team", "Kitchen")
    person.press("Ctrl+Return")
    person.wait_for_words("Added Kitchen")
    person.press("Ctrl+N")
    person.wait_for_window("Type the day of Kitchen")
    person.fill("Tasks", "11:30 to 12:15 Laying tables; kitchen assistant; may move")
    person.press("Return")
    person.type("12:15 to 13:00 Serving meals")
    person.press("Ctrl+Return")
    person.wait_for_words("Added 2 tasks")
    click_row(person, "Tasks of the day", "Laying tables")
    person.press("Ctrl+Shift+N")
    click_row(person, "Tasks of the day", "Serving meals")
    person.press("Ctrl+Shift+N", "Ctrl+Return")
    person.wait_for_window("Carve a post from Kitchen")
    person.fill("What the post is", "Dining room help")
    person.press("Ctrl+Return")
    person.wait_for_words("Carved P-002")


def pick(person: Typist, field: str, letters: str) -> None:
    """Letters of a name, and the first that is found."""
    person.tab_to(field)
    person.type(letters)
    person.press("Down", "Return")


def get_ready(person: Typist) -> None:
    """Who is referred comes step by step to where a post can be looked for."""
    click_tab("Placements")
    click_row(person, "Placements", "IW-001")
    for stage in ("Engaged", "Profiling", "Job ready"):
        move(person, stage)


# --- matching -----------------------------------------------------------------------------------------------


def match_and_say_what_would_make_it_a_yes(person: Typist, home: str) -> str:
    """Starting at half past eleven stands in the way; fifteen minutes later it does not."""
    click_tab("Matching")
    (row,) = [one for one in person.table("People for a post") if one["Person"].startswith("IW-001")]
    click_row(person, "People for a post", "IW-001")
    assert row["Fit"] == "Could fit"
    assert row["What would make it a yes"] == (
        "Monday, Wednesday and Friday: start 15 minutes later, 11:45am to 2:45pm."
    )
    assert row["What is in the way"].startswith("Outside the times they can work")
    click_tab("Posts")
    click_row(person, "Posts", "P-001")
    click_button(person, "Change…")
    person.wait_for_window("Change P-001")
    person.fill("Days and times", "Mon, Wed, Fri 11:45 to 14:45")
    person.press("Ctrl+Return")
    person.wait_for_words("Changed P-001")
    click_tab("Matching")
    (row,) = [one for one in person.table("People for a post") if one["Person"].startswith("IW-001")]
    assert (row["Fit"], row["What is in the way"]) == ("Fits, with things to ask", "")
    return "P-001"


def match_them(person: Typist, post: str) -> None:
    """A suggestion until a person says yes."""
    click_row(person, "People for a post", "IW-001")
    click_button(person, "Match them…")
    person.wait_for_window(f"Match IW-001 to {post}?")
    person.press("Return")
    person.wait_for_words(f"Matched IW-001 to {post}")


# --- placing ------------------------------------------------------------------------------------------------


def move(person: Typist, stage: str, **said: str) -> None:
    person.press("Ctrl+M")
    person.wait_for_window("Move IW-001")
    person.choose("To", stage)
    for field, words in said.items():
        person.fill(field.replace("_", " "), words)
    person.press("Ctrl+Return")
    person.wait_for_words(f"IW-001 is at “{stage}”")


def try_it_out(person: Typist, home: str) -> None:
    """Introduced, then a taster, told in their own words."""
    click_tab("Placements")
    click_row(person, "Placements", "IW-001")
    move(person, "Introduced")
    person.menu("Placements", "Plan a taster…")
    person.wait_for_window("Plan a taster")
    pick(person, "Employer", home)
    person.fill("Day", "4 Mar 2026")
    person.fill("From", "11:45")
    person.fill("Until", "1pm")
    person.press("Ctrl+Return")
    person.wait_for_words("Planned a taster for IW-001")
    click_row(person, "Tasters", "IW-001")
    person.menu("Placements", "How the taster went…")
    person.wait_for_window("Taster of IW-001")
    person.choose("How it went", "Went well")
    person.fill("In their own words", "I want to come again")
    person.press("Ctrl+Return")
    person.wait_for_words("Changed a taster of IW-001")
    person.choose("Show", "List")
    click_row(person, "Placements", "IW-001")
    move(person, "Taster")
    move(person, "Offered")


def look_at_the_figures(person: Typist) -> None:
    """Of one person nothing is told but that it is fewer than five."""
    click_tab("Figures")
    for view in ("People and work", "Employers and posts"):
        person.choose("Figures", view)
        told = {cell for row in person.table(view) for cell in row.values()}
        assert not told & {"1", "2", "3", "4"}, told
        if view == "People and work":
            assert HIDDEN in told, told
            person.wait_for_words(f"{HIDDEN} is a number that is not shown: it is fewer than 5")


# --- papers -------------------------------------------------------------------------------------------------


def save_papers(person: Typist, folder: Path) -> None:
    """All by reference, but what goes to the person themselves."""
    click_tab("Matching")
    with person.choosing_file(str(folder / "Shortlist.docx")):
        click_button(person, "Save shortlist…")
    person.wait_for_words("Saved “Shortlist")
    click_tab("People")
    click_row(person, "People", "IW-001")
    person.menu("People", "One-page profile…")
    person.wait_for_window("One-page profile of IW-001")
    person.tab_to("Save as Word…")
    with person.choosing_file(str(folder / "One page.docx")):
        person.press("Return")
    person.wait_for_words("Saved “One page")
    person.menu("People", "They ask for everything held…")
    person.wait_for_window("IW-001 asks for everything that is held")
    person.fill("Asked by", "Themselves")
    person.press("Ctrl+Return")
    person.wait_for_words("IW-001 asked for everything that is held")
    with person.choosing_file(str(folder / "Everything.docx")):
        person.menu("People", "Save everything held…")
    person.wait_for_words("Saved “Everything")


# --- the lock -----------------------------------------------------------------------------------------------


def undo_only_here(person: Typist, office: Office) -> None:
    """Two acts back and forth: each is the register's, and the office's file stays as it is."""
    assert office.opened is not None
    beside, vault = list(logical_dump(office.opened.db)), vault_of(office)
    whole = list(logical_dump(vault))
    for _ in range(2):
        following = history.next_undo(vault)
        assert following is not None
        person.press("Ctrl+Z")
        person.wait_for_words(f"Undone: {following.action}")
    assert list(logical_dump(vault)) != whole
    while (following := history.next_redo(vault)) is not None:
        person.press("Ctrl+Y")
        person.wait_for_words(f"Done again: {following.action}")
    assert list(logical_dump(vault)) == whole
    assert list(logical_dump(office.opened.db)) == beside


def lock_with_a_dialog_open(person: Typist, office: Office, clock: Clock) -> None:
    """Ten minutes without anybody: dialog and register go, and what was typed stands there again."""
    click_tab("Employers")
    click_button(person, "Add a contact…")
    person.wait_for_window("Contact with ")
    person.fill("What was said", "Half a sen")
    title = keyboard_window().title()
    clock.go(minutes=11)
    person.wait_for_words("The i-Work register is locked")
    person.wait_for_window(COUNTY)
    assert page_of(office).register is None
    assert not any("Half a sen" in text or "IW-00" in text for text in seen())
    person.fill("Passphrase", "not the passphrase at all")
    person.press("Return")
    person.wait_for_words("That is not the passphrase of this register")
    unlock(person)
    person.wait_for_words(f"What was being typed in “{title}”")
    click_tab("Employers")
    click_row(person, "Employers", title.removeprefix("Contact with "))
    click_button(person, "Add a contact…")
    person.wait_for_window(title)
    person.tab_to("What was said")
    field = focused()
    assert isinstance(field, QPlainTextEdit) and field.toPlainText() == "Half a sen"
    person.press("Ctrl+End")
    person.type("tence about the lunch posts")
    person.choose("What was done", "Visit")
    person.press("Ctrl+Return")
    person.wait_for_words("Visit with ")


# --- keeping the job ----------------------------------------------------------------------------------------


def in_work(person: Typist) -> None:
    click_tab("Placements")
    click_row(person, "Placements", "IW-001")
    move(person, "Started", Hours_a_week="9", Pay_an_hour="12.71")
    move(person, "In post")
    click_button(person, "Record support…")
    person.wait_for_window("Support of IW-001")
    person.fill("Hours", "2.5")
    person.fill("Words", "Showed the way from the bus")
    person.press("Ctrl+Return")
    person.wait_for_words("Recorded support of IW-001")


def keep_the_job(person: Typist, folder: Path, clock: Clock) -> None:
    """Four weeks later the register has locked, and they are still there."""
    clock.go(days=29)
    unlock(person)
    click_tab("Placements")
    click_row(person, "Placements", "IW-001")
    click_button(person, "Checkpoint…")
    person.wait_for_window("Checkpoint of IW-001")
    person.fill("Words", "Still there, and on time")
    person.press("Ctrl+Return")
    person.wait_for_words("Recorded the checkpoint of 4 weeks of IW-001")
    with person.choosing_file(str(folder / "Support log.docx")):
        person.menu("Placements", "Support log…")
    person.wait_for_words("Saved “Support log")


def delete_for_good(person: Typist, office: Office, clock: Clock) -> None:
    """The second person asked for it: one day they are marked, the next they are gone, from backups restored too."""
    click_tab("Lock and backups")
    click_button(person, "Back up now")
    person.wait_for_words("Backed up")
    click_tab("People")
    click_row(person, "People", "IW-002")
    person.menu("People", "Ask for deletion…")
    person.wait_for_window("Ask for IW-002 to be deleted")
    person.fill("Why", "They asked for it")
    person.press("Tab")
    click_button(person, "Ask for deletion")
    person.wait_for_words("Asked for IW-002 to be deleted")
    clock.go(days=1)
    unlock(person)
    person.find("IW-002")
    person.menu("People", "Delete for good…")
    person.wait_for_window("Delete IW-002 for good")
    person.fill("Type the reference", "IW-001")
    person.press("Ctrl+Return")
    person.wait_for_words("This record is IW-002. Type that, or cancel.")
    person.fill("Type the reference", "iw-002")
    person.press("Ctrl+Return")
    person.wait_for_words("IW-002 is deleted")
    is_gone(office)


def is_gone(office: Office) -> None:
    vault = vault_of(office)
    told = "\n".join(logical_dump(vault))
    assert ANOTHER[0] not in told and ANOTHER[1] not in told
    assert [one.name for one in people(vault, closed=True)] == [" ".join(PERSON)]


def restore(person: Typist, office: Office) -> None:
    """A backup in which the deleted person still stands: they stay away, and all else is as it was."""
    click_tab("Lock and backups")
    made = person.table("Backups")[0]["Made"]
    click_row(person, "Backups", made)
    click_button(person, "Restore this backup…")
    person.wait_for_window("Restore the backup of ")
    person.fill("Passphrase", PASSPHRASE)
    person.press("Return")
    person.wait_for_words("Restored the backup of ")
    person.wait_for_words("Sides of i-Work")
    is_gone(office)


def open_by_the_sheet(person: Typist, code: str) -> None:
    """The passphrase is forgotten."""
    person.press("Ctrl+L")
    person.wait_for_words("The i-Work register is locked")
    click_button(person, "Use the recovery sheet")
    person.fill("Code of the recovery sheet", code.replace(" ", "").lower())
    person.press("Return")
    person.wait_for_words("Sides of i-Work")
    click_tab("Placements")
    assert [row["Stage"] for row in person.table("Placements")] == ["In post"]


def read_papers(folder: Path) -> None:
    """Each is marked; by reference but for the two that are for the person."""
    for name, is_named in (
        ("Shortlist", False), ("Support log", False), ("One page", True), ("Everything", True),
    ):  # fmt: skip
        said = words_of(folder / f"{name}.docx")
        assert (PERSON[0] in said) == is_named, name
        assert (PERSON[1] in said) == is_named, name
        assert ANOTHER[0] not in said and ANOTHER[1] not in said, name
    assert "Said so, with their supporter" in words_of(folder / "Everything.docx")
    assert "Showed the way from the bus" in words_of(folder / "Support log.docx")


def words_of(path: Path) -> str:
    document = Document(str(path))
    cells = (cell for table in tables(document) for row in table for cell in row)
    return "\n".join((text_of(document), *cells))
