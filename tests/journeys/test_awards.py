"""A whole round of the awards in the real window, on the sample county: from a forms export to certificates.

120 nominations, 6 judges, and 7 categories of which one is not awarded.
"""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from awards.judging.assignments import assignments
from awards.judging.conflict_reading import conflicts_in
from awards.nominations.entries import entries
from awards.nominations.nominations import nominations
from awards.rounds.rounds import rounds
from awards.rounds.shipped import CATEGORIES
from awards.sample.statements import PlannedNomination, SampleService, plan
from awards.vocabulary import NomineeKind
from desktop.capabilities import CAPABILITIES
from desktop.office import Office
from resources.database import Database, OpenFile, history, open_file
from resources.database.history import Change, logical_dump
from resources.files.reading import read_sheets
from tests.awards.judging.panelled import edited
from tests.awards.nominations.files.forms_export import rows_of, write_xlsx
from tests.journeys.keyboard_steps import headings, tables, text_of
from tests.journeys.mouse import click_button, click_row, click_tab
from tests.journeys.stopped_clock import stop_clock
from tests.journeys.typist import Typist, keyboard_window, seen

ROUND = "Proud to Care 2026"
NOMINATIONS, HOMES = 120, 10
NAMES = [one.name for one in CATEGORIES]
NOT_AWARDED = "Proud to be Delivering Innovative Care Services"
AFTER_THE_EMBARGO = datetime(2026, 3, 5, 18, 30, tzinfo=UTC)
QUALIFYING, FINALISTS = "Nominees to be qualified", "Finalists and citations"
COUNTY = "County – Provider Desk"


def test_a_whole_round(
    office: Office, person: Typist, county_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.start(county_file)
    person.wait_for_window(COUNTY)
    assert office.opened is not None
    opened = office.opened
    before, at_first = list(logical_dump(opened.db)), history.next_undo(opened.db)

    planned = plan(Thrice(7), homes(opened.db), count=NOMINATIONS)
    start_the_round(person)
    take_in(person, write_xlsx(tmp_path / "Nominations.xlsx", rows_of(planned, datetime(2026, 2, 10, 9))))
    group_what_came_twice(person)
    qualify(person)
    add_panel(person, planned)
    give_out(person)
    look_for_conflicts(opened.db)
    packs = save_packs(person, tmp_path / "To the judges")
    take_in_scores(person, packs)
    scored, then = list(logical_dump(opened.db)), history.next_undo(opened.db)
    choose_finalists(person)
    winners = decide_all(person)
    announce(person, monkeypatch)
    gather_guests(person)
    published = note_consents(person)
    save_papers(person, tmp_path)

    whole = list(logical_dump(opened.db))
    undo_in_the_window(person, opened, then)
    assert list(logical_dump(opened.db)) == scored
    undo_in_the_window(person, opened, at_first)
    assert list(logical_dump(opened.db)) == before
    redo_in_the_window(person, opened)
    assert list(logical_dump(opened.db)) == whole
    read_packs(packs, planned)
    read_papers(tmp_path, opened.db, winners, published)
    person.press("Ctrl+Q")
    person.until(lambda: office.opened is None)
    reopen(county_file, whole)


# --- what comes in ------------------------------------------------------------------------------------------


class Thrice(random.Random):
    """Has everybody nominated three times."""

    def choices(self, population: Sequence[Any], *given: Any, **more: Any) -> list[Any]:
        return [3] if population == (1, 2, 3) else super().choices(population, *given, **more)


def homes(db: Database) -> list[SampleService]:
    """Some of the county, that nothing speaks against, and each known by the first word of its name."""
    rows = db.rows(
        """select service.id, service.name, provider.id, provider.name, service.district,
            service.registered_manager, service.phone
        from service join provider on provider.id = service.provider_id
        where service.archived_on is null and service.authority = 'Nottinghamshire'
            and service.registered_manager <> '' and instr(service.name, ' ') > 0
            and not exists (select 1 from contract_status where service_id = service.id and until_on is null
                and status in ('suspended', 'terminated'))
            and not exists (select 1 from rating where service_id = service.id and rating = 'inadequate')
            and exists (select 1 from service_period where service_id = service.id and until_on is null)
        order by service.name, service.id"""
    )
    first = Counter(str(name).split()[0] for (name,) in db.rows("select name from service"))
    alone = [SampleService(*row) for row in rows if first[str(row[1]).split()[0]] == 1]
    return alone[:: len(alone) // HOMES][:HOMES]


def start_the_round(person: Typist) -> None:
    person.do("Your name…")
    person.wait_for_window("Your name")
    person.fill("Name", "Olive Officer")
    person.press("Return")
    person.wait_for_window(COUNTY)
    person.menu("Go", "Awards")
    click_tab("Round")
    click_button(person, "Start a round…")
    person.wait_for_window("Start a round")
    person.fill("Name", ROUND)
    person.choose("Pattern", "The seven Proud to Care categories")
    person.press("Return")
    person.wait_for_words(f"Started {ROUND}")
    click_button(person, "Rules…")
    person.wait_for_window("Rules of the round")
    person.fill("Most words of a statement", "380")
    person.fill("Embargo until", "5 Mar 2026")
    person.fill("Time of that day", "6pm")
    person.press("Return")
    person.wait_for_words(f"Changed the round {ROUND}")
    click_button(person, "Days…")
    person.wait_for_window("Nominations open")
    person.fill("From", "1 Feb 2026")
    person.fill("Until", "4 Mar 2026")
    person.press("Return")
    person.wait_for_words("Planned “Nominations open”")


def move_on(person: Typist, phase: str) -> None:
    click_tab("Round")
    click_button(person, "Move on…")
    person.wait_for_window(f"Move {ROUND} to “{phase}”?")
    person.press("Return")
    person.wait_for_words(f"{ROUND}: {phase}")


def take_in(person: Typist, file: Path) -> None:
    click_tab("Nominations")
    with person.choosing_file(str(file)):
        click_button(person, "Take in a forms file…")
    person.wait_for_window("What each column is")
    person.press("Ctrl+Return")
    person.wait_for_window("What is to be decided")
    click_button(person, "Take the likeliest homes")
    click_button(person, "Show what it brings")
    person.wait_for_window("Take in nominations")
    found = {row["In the file"]: int(row["Rows"]) for row in person.table("What the file holds")}
    assert found["New nominees"] + found["Another voice"] == NOMINATIONS and not any(
        "Refused" in name for name in found
    )
    click_button(person, f"Take in {NOMINATIONS} nominations")
    person.wait_for_words(f"Took in {NOMINATIONS} nominations with {found['New nominees']} new nominees")


def group_what_came_twice(person: Typist) -> None:
    """One pair after the other: one nominee, kept as the first of them."""
    none = "No two nominees or nominations are likely to be one"
    while True:
        click_button(person, "Find what came twice…")
        person.until(lambda: keyboard_window().title() != COUNTY or any(none in one for one in seen()))
        if keyboard_window().title() == COUNTY:
            return
        if keyboard_window().title() == "What may have come twice":
            person.press("Return")
        person.wait_for_window("Are they one nominee?")
        person.tab_to("What you found")
        person.press("Home", "Return")
        person.wait_for_words("is one nominee now")


def qualify(person: Typist) -> None:
    """The checklist and the employer for each; all who are ready go on, and who is left is not eligible."""
    move_on(person, "Qualifying")
    click_tab("Qualifying")
    rows = person.table(QUALIFYING)
    click_row(person, QUALIFYING, rows[0]["Reference"])
    for row in rows:
        person.menu("Qualifying", "Yes to all that is open")
        if row["Still employed"] == "Not asked":
            person.menu("Qualifying", "Still employed?…")
            person.wait_for_window("Still employed?")
            person.press("Y", "Tab")
            person.type("Ann")
            person.press("Return")
            person.wait_for_window(COUNTY)
        person.press("Down")
    ready = sum(row["For the judges"] == "Ready" for row in person.table(QUALIFYING))
    click_button(person, "Send all who are ready…")
    person.wait_for_window(f"Send {ready} nominees to the judges?")
    person.press("Return")
    person.wait_for_words(f"{ready} nominees went to the judges")
    for row in person.table(QUALIFYING):
        click_row(person, QUALIFYING, row["Reference"])
        person.menu("Qualifying", "Ineligible…")
        person.wait_for_window(f"Find {row['Nominee']} ineligible")
        person.fill("Reason", "Nominated for somebody else")
        person.press("Ctrl+Return")
        person.wait_for_words(f"{row['Nominee']} is ineligible")


# --- the panel ----------------------------------------------------------------------------------------------


def judges(planned: Sequence[PlannedNomination]) -> list[tuple[str, dict[str, str]]]:
    """Two of one name, one of a nominee's firm, one who nominated, one whose address a nominator gave."""
    return [
        ("J. Smith", {"Organisation": "Example Carers Forum"}),
        ("J. Smith", {"Organisation": "Specimen College"}),
        ("Priya Sample", {"Organisation": "Sample Advocacy"}),
        ("Tomasz Example", {"Works for the provider": planned[0].service.provider}),
        (planned[10].nominator, {"Organisation": "Retired"}),
        ("Olwen Specimen", {"E-mail address": planned[20].nominator_email}),
    ]


def add_panel(person: Typist, planned: Sequence[PlannedNomination]) -> None:
    """Priya Sample says that she is of the family of a nominee; the others were asked and have nothing to say."""
    click_tab("Panel")
    for number, (name, facts) in enumerate(judges(planned)):
        click_button(person, "Add a member…" if number else "Add to the panel")
        person.wait_for_window("Add to the panel")
        person.fill("Name", name)
        for field, words in facts.items():
            if field == "Works for the provider":
                pick(person, field, words)
            else:
                person.fill(field, words)
        person.press("Ctrl+Return")
        person.wait_for_words(f"Added {name} to the panel")
    for row in person.table("The panel"):
        click_row(person, "The panel", row["Member"])
        if row["Member"] == "Priya Sample":
            declare_family(person, planned[-1].nominee.split()[0])
            continue
        person.menu("Panel", "Declared none…")
        person.wait_for_window("Did ")
        person.press("Return")
        person.wait_for_words("declared no interests")
    found = {row["Member"]: int(row["Conflicts"]) for row in person.table("The panel")}
    assert [bool(number) for number in found.values()] == [False, False, True, True, True, True], found
    assert list(found)[:2] == ["Judge 1 – J. Smith", "Judge 2 – J. Smith"]


def declare_family(person: Typist, letters: str) -> None:
    person.menu("Panel", "Declare an interest…")
    person.wait_for_window("Declare an interest")
    person.choose("What ties them", "Family")
    person.choose("To what", "Somebody nominated")
    pick(person, "Nominee", letters)
    person.press("Ctrl+Return")
    person.wait_for_words("Declared an interest of Priya Sample")


def pick(person: Typist, field: str, letters: str) -> None:
    """Letters of a name, and the first that is found."""
    person.tab_to(field)
    person.type(letters)
    person.press("Down", "Return")


def give_out(person: Typist) -> None:
    click_button(person, "Give nominees to judges…")
    person.wait_for_window("Give nominees to judges")
    click_button(person, "Give them out")
    person.wait_for_words("to 6 judges, to be judged")
    loads = [int(row["Given"]) for row in person.table("The panel")]
    assert max(loads) - min(loads) <= 1
    move_on(person, "Scoring")


def look_for_conflicts(db: Database) -> None:
    held = rounds(db)[0]
    assert held.name == ROUND
    found, given = conflicts_in(db, held.id), assignments(db, held.id)
    assert found and given and not {(one.member_id, one.entry_id) for one in given} & set(found)
    assert set(Counter(one.entry_id for one in given).values()) == {held.least_scores}


# --- scores -------------------------------------------------------------------------------------------------


def save_packs(person: Typist, folder: Path) -> Path:
    folder.mkdir()
    click_tab("Scores")
    for what in ("Packs", "Workbooks"):
        with person.choosing_file(str(folder)):
            click_button(person, f"{what}…")
        if what == "Packs":
            person.wait_for_window("Save the packs as the blind copies are?")
            person.press("Return")  # every word that may be a name is hidden
        person.wait_for_words(f"Saved 6 {what.lower()}")
    return folder


def take_in_scores(person: Typist, folder: Path) -> None:
    """A workbook after the other: rows the other way round, once an 11 out of 5, once an abstention."""
    files = sorted(folder.glob("Scores *.xlsx"))
    sheets = [scores_of(file) for file in files]
    places = places_of(sheets)
    for number, (file, rows) in enumerate(zip(files, sheets, strict=True)):
        cells, order = filled(rows, places, number), list(range(len(rows) - 1))[::-1]
        given = {"New scores": len(order)}
        if number == 1:
            wrong = next(iter(cells))
            come_back(
                person,
                edited(file, {**cells, wrong: "11"}),
                {"New scores": len(order) - 1, "Refused: points outside the scale": 1},
            )
            given = {"New scores": 1, "Unchanged": len(order) - 1}
        if number == 2:
            last = len(order)
            cells = {at: cell for at, cell in cells.items() if at[0] != last}
            cells[last, rows[0].index("Abstain: why")] = "I taught them"
            given = {"New scores": last - 1, "Abstentions": 1}
        come_back(person, edited(file, cells, order=order), given)
    move_on(person, "Moderating")


def scores_of(file: Path) -> list[list[str]]:
    (sheet,) = (one for one in read_sheets(file) if one.name == "Scores")
    return [list(row.cells) for row in sheet.rows]


def places_of(sheets: Sequence[list[list[str]]]) -> dict[str, int]:
    """Of every nominee in their category, whom nobody knows but by a reference."""
    asked: dict[str, set[str]] = {}
    for rows in sheets:
        for reference, category, *_ in rows[1:]:
            asked.setdefault(category, set()).add(reference)
    return {one: place for some in asked.values() for place, one in enumerate(sorted(some))}


def filled(rows: list[list[str]], places: dict[str, int], judge: int) -> dict[tuple[int, int], str]:
    """The first of each category is clear to all judges; in the first category two are level."""
    cells = {}
    for at, row in enumerate(rows[1:], 1):
        place = places[row[0]]
        is_best = place == 0 or (place == 1 and row[1] == NAMES[0])
        for column in range(2, len(row) - 2):
            if row[column] != "–":
                cells[at, column] = (
                    "5" if is_best else "4" if place < 3 else str(1 + (at + column + judge) % 3)
                )
    return cells


def come_back(person: Typist, file: Path, given: dict[str, int]) -> None:
    sent = file.rename(file.with_name("Sent back.xlsx"))  # judges name files as they like
    with person.choosing_file(str(sent)):
        click_button(person, "Take in a workbook…")
    person.wait_for_window("Take in a scoring workbook")
    found = {row["In the file"]: int(row["Rows"]) for row in person.table("What the file holds")}
    assert found == given
    click_button(person, "Take in ")
    person.wait_for_words("Took in the scores of")


# --- results ------------------------------------------------------------------------------------------------


def choose_finalists(person: Typist) -> None:
    click_tab("Results")
    for name in NAMES:
        person.choose("Category", name)
        click_button(person, "Finalists…")
        person.wait_for_window("Choose the finalists")
        person.tab_to("Choose finalists")
        person.press("Return")
        person.wait_for_words("Chose the finalists: ")
    move_on(person, "Deciding")


def decide_all(person: Typist) -> list[str]:
    """The first in each category wins; in the first the other one is highly commended, in one nobody wins."""
    click_tab("Results")
    winners = []
    for name in NAMES:
        person.choose("Category", name)
        if name == NOT_AWARDED:
            not_award(person, name)
            continue
        rows = person.table("Results")
        winners.append(rows[0]["Nominee"])
        decide(person, rows[0], "Winner", level=name == NAMES[0])
        if name == NAMES[0]:
            decide(person, rows[1], "Highly commended", level=True)
    person.choose("Show", "Decisions of the round")
    made = Counter(row["Outcome"] for row in person.table("Decisions"))
    assert made == {"Winner": 6, "Highly commended": 1, "Not awarded": 1}
    return winners


def decide(person: Typist, row: dict[str, str], honour: str, *, level: bool) -> None:
    click_row(person, "Results", row["Nominee"])
    person.press("Ctrl+D")
    person.wait_for_window(f"Decide on {row['Nominee']}")
    assert any(one.startswith("Level with") for one in seen()) == level
    person.choose("Honour", honour)
    if level:
        person.choose("The tie was broken by", "The chair’s vote")
    person.tab_to("The panel’s reason")
    person.type("Told by several, with examples")
    person.press("Ctrl+Return")
    person.wait_for_words(f"Decided on {row['Nominee']}: {honour.lower()}")


def not_award(person: Typist, category: str) -> None:
    person.menu("Results", "Do not award…")
    person.wait_for_window("Do not award the category")
    person.tab_to("The panel’s reason")
    person.type("New, and not proven yet")
    person.press("Ctrl+Return")
    person.wait_for_words(f"Decided not to award “{category}”")


def announce(person: Typist, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not before the embargo ends."""
    click_button(person, "Announce…")
    person.wait_for_words("The results are under embargo until 5 March 2026 at 6pm.")
    stop_clock(monkeypatch, AFTER_THE_EMBARGO)
    click_button(person, "Announce…")
    person.wait_for_window(f"Announce the results of {ROUND}?")
    person.press("Return")
    person.wait_for_words("Announced 7 honours; 1 category not awarded")


# --- the ceremony -------------------------------------------------------------------------------------------


def gather_guests(person: Typist) -> None:
    click_tab("Ceremony")
    click_button(person, "Gather guests…")
    person.wait_for_window("Gather guests")
    person.press("Return")
    person.wait_for_words("Added ")
    number = len(person.table("Guests"))
    person.menu("Ceremony", "The event…")
    person.wait_for_window("The ceremony among the forums")
    person.choose("Event", "Plan a new one")
    person.press("Return")
    person.wait_for_window("Plan a forum")
    person.fill("Day", "20 Mar 2026")
    person.press("Ctrl+Return")
    person.wait_for_words(f"Planned {ROUND}: ceremony")
    person.tab_to("Guests")
    person.press("Ctrl+A")
    click_button(person, "Note an answer…")
    person.wait_for_window(f"Answer of {number} guests")
    person.press("Return")
    person.wait_for_words(f"{number} guests: coming")
    person.choose("Show", "Running order")
    click_button(person, "Make a running order")
    person.wait_for_words("Made a running order")
    assert set(NAMES) <= {row["What"] for row in person.table("Running order")}


def note_consents(person: Typist) -> list[str]:
    """All winners but the first agree to be named."""
    person.choose("Show", FINALISTS)
    first, *others = [row["Name"] for row in person.table(FINALISTS) if row["Honour"] == "Winner"]
    for name in others:
        click_row(person, FINALISTS, name)
        click_button(person, "What they agreed to…")
        person.wait_for_window(f"What {name} agreed to")
        person.choose("May be named in public", "Yes")
        person.fill("Asked on", "5 Mar 2026")
        person.press("Ctrl+Return")
        person.wait_for_words(f"Noted what {name} agreed to")
    click_row(person, FINALISTS, first)
    click_button(person, "Write the citation…")
    person.wait_for_window(f"Citation of {first}")
    person.fill("Citation", "Who never once looked at the clock.")
    person.press("Ctrl+Return")
    person.wait_for_words(f"Wrote the citation of {first}")
    return others


def save_papers(person: Typist, folder: Path) -> None:
    click_button(person, "Certificates…")
    person.wait_for_window("Certificates")
    person.tab_to("Every other nominee")
    person.press("Space")
    save_as(person, folder / "Certificates.docx", "Choose where to save…")
    click_button(person, "Letters…")
    person.wait_for_window("Letters")
    save_as(person, folder / "Letters.docx", "Choose where to save…")
    click_tab("Results")
    with person.choosing_file(str(folder / "Results.docx")):
        click_button(person, "Report…")
    person.wait_for_words("Saved “Results")
    click_tab("Figures")
    click_button(person, "Public summary…")
    person.wait_for_window("Public summary")
    save_as(person, folder / "Summary.docx", "Choose the file…")


def save_as(person: Typist, path: Path, button: str) -> None:
    person.tab_to(button)
    with person.choosing_file(str(path)):
        person.press("Return")
    person.wait_for_words(f"Saved “{path.name}”" if path.stem != "Certificates" else "certificates as “")


# --- there and back -----------------------------------------------------------------------------------------


def undo_in_the_window(person: Typist, opened: OpenFile, until: Change | None) -> None:
    while (following := history.next_undo(opened.db)) != until:
        assert following is not None
        person.press("Ctrl+Z")
        person.wait_for_words(f"Undone: {following.action}")


def redo_in_the_window(person: Typist, opened: OpenFile) -> None:
    while (following := history.next_redo(opened.db)) is not None:
        person.press("Ctrl+Y")
        person.wait_for_words(f"Done again: {following.action}")


def reopen(path: Path, whole: list[str]) -> None:
    again = open_file(path, CAPABILITIES)
    assert list(logical_dump(again.db)) == whole
    assert again.db.value("pragma integrity_check") == "ok"
    again.close()


# --- what is read back --------------------------------------------------------------------------------------


def words_of(path: Path) -> str:
    document = Document(str(path))
    cells = (cell for table in tables(document) for row in table for cell in row)
    return "\n".join((text_of(document), *cells))


def read_packs(folder: Path, planned: Sequence[PlannedNomination]) -> None:
    """Nobody is named in them, and nobody can be reached; of the judges each only in their own."""
    hidden = {one.nominator for one in planned} | {one.nominator_email for one in planned}
    hidden |= {one.nominee for one in planned if " " in one.nominee}
    for at in (one.service for one in planned):
        hidden |= {at.name, at.short, at.provider, at.manager, at.phone}
    packs = sorted(folder.glob("Pack *.docx"))
    assert len(packs) == 6
    for pack in packs:
        said = words_of(pack).casefold()
        assert "[the nominee]" in said and "[the nominator]" in said
        left = [name for name in hidden if name and name.casefold() in said and name not in pack.name]
        assert not left, (pack.name, left)


def read_papers(folder: Path, db: Database, winners: list[str], published: list[str]) -> None:
    held = rounds(db)[0]
    everybody = [one for one in entries(db, held.id) if not one.status.is_out]
    said = nominations(db, held.id)
    assert words_of(folder / "Certificates.docx").count("This is to certify that") == len(everybody)
    letters = words_of(folder / "Letters.docx")
    assert letters.count("Dear ") == sum(one.entry_id in {each.id for each in everybody} for one in said)
    results = words_of(folder / "Results.docx")
    assert all(name in results for name in winners) and "New, and not proven yet" in results

    summary = Document(str(folder / "Summary.docx"))
    public = words_of(folder / "Summary.docx")
    assert ("Heading 1", "Winners") in headings(summary) and "This award was not given this year." in public
    assert f"{NOMINATIONS} nominations" in public and all(name in public for name in published)
    people = {one.nominee for one in everybody if one.nominee_kind is NomineeKind.INDIVIDUAL}
    kept = (people | {one.nominator for one in said} | {"J. Smith", "Priya Sample"}) - set(published)
    assert winners[0] in kept and not [name for name in kept if name in public]
