"""The running program, driven from outside as a screen reader drives it: through AT-SPI, by names and keys alone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from desktop import iwork_register
from desktop.capabilities import CAPABILITIES
from desktop.clock import today
from engagement.committee.items import add_paragraph, items_of, remove_item, set_exempt
from engagement.committee.meetings import add_meeting
from engagement.committee.reports import begin_report
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import Selected
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register import contacts, providers, ratings, services
from engagement.register.vocabulary import ConsentBasis, ContactRole, Rating, ServiceKind
from resources.database import Database, open_file
from resources.database.locked import keyring
from resources.database.locked.key_files import SLOW
from resources.report.exemption import Exemption
from resources.spans import Span
from workforce.funding.funds import funds
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.items import add_item
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.vocabulary import FundKind, FundStatus, Operator
from workforce.iwork.people.people import add_person
from workforce.training.courses import add_course
from workforce.training.learners import add_learner_with_post
from workforce.years import year_of

pytest.importorskip(
    "jeepney", reason="AT-SPI is how Linux speaks to screen readers, and this is another system."
)

from tests.journeys.accessible import Thing
from tests.journeys.screen_reader import Desktop, lacking

pytestmark = pytest.mark.skipif(bool(lacking()), reason=lacking())

HOMES = (
    ("Rosewood House", "Invented Care Ltd", "NG17 4EX", Rating.GOOD, "Ada Example"),
    ("Elm View", "Elm View Care Ltd", "S80 1EX", Rating.INADEQUATE, "Ben Sample"),
    ("Larch Court", "Larch Court Homes Ltd", "NG18 1EX", Rating.REQUIRES_IMPROVEMENT, "Cara Instance"),
)
SIDES = ("Results", "Funnel", "What changed", "Answers", "In words", "Action plan", "Waves", "Questionnaire")
FUNDING_SIDES = ("Not claimed", "Claims", "Funds", "Rulebook", "ASC-WDS", "Projects")
TRAINING_SIDES = ("Sessions", "Who has what", "Records", "Learning packages", "Courses", "Learners")
AWARDS_SIDES = (
    "Nominations", "Board", "Qualifying", "Panel", "Scores", "Results", "Ceremony", "Figures", "Round",
)  # fmt: skip
IWORK_SIDES = (
    "People", "Employers", "Posts", "Job carving", "Matching", "Placements", "To do", "Figures", "Lock and backups",
)  # fmt: skip
REPORTS_SIDES = ("Reports", "Compose", "Recommendations", "Issued", "Deadlines", "Looks")
PASSPHRASE = "lantern otter biscuit harbour"
REASONS = "What are the main reasons for your vacancies?"


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    with Desktop() as made:
        yield made
        assert "Traceback" not in made.said_in_terminal(), made.said_in_terminal()


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """Three homes with their people, and a forum going on now to which all three were invited."""
    path = tmp_path / "County.providerdesk"
    opened = open_file(path, CAPABILITIES, who="Test Officer", create=True)
    people = [_home(opened.db, *one) for one in HOMES]
    _forum_now(opened.db, people)
    opened.close()
    return path


def _home(db: Database, name: str, owner: str, postcode: str, rating: Rating, manager: str) -> Selected:
    provider = providers.add_provider(db, name=owner).id
    service = services.add_service(
        db, provider, name=name, kind=ServiceKind.NURSING_HOME, postcode=postcode
    ).id
    ratings.record_rating(db, service, rating, date(2026, 1, 15), today=date(2026, 2, 1))
    role, consent = ContactRole.REGISTERED_MANAGER, ConsentBasis.EMAIL_OPT_IN
    contact = contacts.add_contact(db, provider, service_id=service, name=manager, role=role, consent=consent)
    return Selected(contact.id, manager, role, service, name, provider, owner, ("Chosen by hand",))


def _forum_now(db: Database, people: list[Selected]) -> None:
    """It began an hour ago and has hours to go, at whatever time of day the test runs."""
    now = datetime.now(UTC).replace(second=0, microsecond=0)
    draft = EventDraft(
        kind=EventKind.PROVIDER_FORUM,
        title="Forum of the day",
        starts=now - timedelta(hours=1),
        ends=now + timedelta(hours=4),
        place="Mansfield Civic Centre",
    )
    event = events.plan_event(db, draft)
    before = draft.starts - timedelta(days=10)
    asked = invitations.invite(db, event, people, now=before).participants
    invitations.record_reply(db, asked, ParticipantStatus.ACCEPTED, now=before)


def unnamed(window: Thing) -> list[str]:
    """What takes the keyboard and does not say what it is: a choice says its value, and needs a label for its name."""
    operable = [one for one in window.walk() if "focusable" in one.states]
    return [
        f"{one.role} “{one.name}” at {one.extents}"
        for one in operable
        if not (one.label if one.role == "combo box" else one.name)
    ]


def open_window(desktop: Desktop, file: Path) -> Thing:
    return desktop.start_program(str(file)).find("frame", having="Provider Desk").activate()


def pages_of(window: Thing) -> list[str]:
    """The sidebar, as it is read out: one of several, with how many things need attention."""
    return [one.name.split(",")[0] for one in window.walk() if one.role == "radio button" and one.description]


def test_the_start_screen_offers_four_ways_to_begin(desktop: Desktop) -> None:
    program = desktop.start_program()
    screen = program.find("frame", "Provider Desk").activate()
    first = screen.find("push button", "Explore sample data")
    offered = desktop.read(
        lambda: {one.name: one.description for one in screen.walk() if one.role == "push button"}
    )
    assert list(offered) == [
        "Explore sample data", "Start a new database", "Open a database", "Restore a backup",
    ]  # fmt: skip
    assert all(offered.values())
    first.wait(lambda one: "focused" in one.states, "the first choice has the keyboard")

    screen.find("push button", "Start a new database").press()
    program.find("push button", "Save").press()
    window = program.find("frame", "Provider Desk – Provider Desk").activate()
    window.find("label", having="This database is empty")
    assert desktop.read(lambda: unnamed(window)) == []
    desktop.key("Ctrl+Q")
    assert desktop.wait_for_end() == 0


def test_every_page_can_be_reached_and_each_control_says_its_name(desktop: Desktop, county: Path) -> None:
    window = open_window(desktop, county)
    names = desktop.read(lambda: pages_of(window))
    assert {"Home", "Providers", "Contacts", "Market", "History", "Backups"} <= set(names)
    said: dict[str, list[str]] = {}
    for at, name in enumerate(names, start=1):
        button = window.find("radio button", having=name)
        if at <= 9:  # there are nine such keys
            desktop.key(f"Ctrl+{at}")
        else:
            button.press()
        button.wait(lambda one: "checked" in one.states, f"the page {name} is chosen")
        window.find("label", name)
        desktop.wait_for(lambda: focused(window), f"something on {name} has the focus and a name")
        said[name] = desktop.read(lambda: unnamed(window))
    assert said == {name: [] for name in names}


def focused(window: Thing) -> str:
    """The name of what has the keyboard."""
    return next((one.name for one in window.walk() if "focused" in one.states and one.name), "")


def test_a_table_is_read_filtered_changed_and_undone_by_ear(desktop: Desktop, county: Path) -> None:
    window = open_window(desktop, county)
    desktop.key("Ctrl+2")
    table = window.find("table", "Providers")
    table.wait(lambda one: one.rows() == 3, "three homes in the table")
    read = {table.cell(row, 0).name: table.row_words(row) for row in range(3)}
    assert "Rating: Inadequate" in read["Service: Elm View"]
    assert "Provider: Invented Care Ltd" in read["Service: Rosewood House"]

    desktop.forget()
    desktop.key("Ctrl+F")
    field = window.find("text", "Filter Providers")
    field.wait(lambda one: "focused" in one.states, "the filter has the keyboard")
    desktop.type("larch")
    field.wait(lambda one: one.text == "larch", "what was typed stands in the filter")
    desktop.wait_to_hear("1 of 3 rows")
    window.find("label", "Rows shown: 1 of 3")

    desktop.key("Down")
    pane = window.find(name="Service")
    pane.find("label", "Larch Court")
    pane.find(name="Requires improvement")

    desktop.forget()
    window.find("push button", "Archive").press()
    desktop.wait_to_hear("Archived Larch Court")
    window.find("label", having="All changes saved")
    desktop.forget()
    window.find("push button", "Undo").press()
    desktop.wait_to_hear("Undone: Archived Larch Court")
    assert table.cell(0, 0).name == "Service: Larch Court"


def test_a_form_is_filled_by_names_and_says_what_is_wrong(desktop: Desktop, county: Path) -> None:
    program = desktop.start_program(str(county))
    window = program.find("frame", having="Provider Desk").activate()
    desktop.key("Ctrl+2")
    window.find("table", "Providers").wait(lambda one: "focused" in one.states, "the table has the keyboard")
    window.find("push button", "Add provider").press()
    form = program.find("dialog", "Add a provider").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    desktop.forget()
    form.find("push button", "Add provider").press()
    desktop.wait_to_hear("is needed")
    form.find("text", having="Name").wait(
        lambda one: "focused" in one.states, "what is wrong has the keyboard"
    )


def test_a_forum_is_planned_and_somebody_checked_in_at_the_door(desktop: Desktop, county: Path) -> None:
    program = desktop.start_program(str(county))
    window = program.find("frame", having="Provider Desk").activate()
    desktop.key(f"Ctrl+{desktop.read(lambda: pages_of(window)).index('Forums') + 1}")
    table = window.find("table", "Forums")
    table.wait(lambda one: "focused" in one.states, "the table of forums has the keyboard")

    window.find("push button", "Plan a forum").press()
    form = program.find("dialog", "Plan a forum").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    for name, text in (
        ("Title, needed", "Winter forum"), ("Day, needed", "9 Dec 2031"), ("Begins at, needed", "10am"),
        ("Ends at, needed", "12.30pm"), ("Where", "Retford Town Hall"),
    ):  # fmt: skip
        field = form.find("text", name)
        field.focus()
        desktop.type(text)
        field.wait(lambda one, typed=text: one.text == typed, f"“{text}” stands in {name}")
    form.find("check box", "Choose the audience next").press()
    desktop.forget()
    form.find("push button", "Plan this forum").press()
    desktop.wait_to_hear("Planned Winter forum")
    rows = [table.cell(row, 0).name for row in range(table.rows())]
    assert any("Winter forum" in row for row in rows) and len(rows) == 2


def test_somebody_is_checked_in_at_the_door_and_out_again_by_undo(desktop: Desktop, county: Path) -> None:
    program = desktop.start_program(str(county))
    window = program.find("frame", having="Provider Desk").activate()
    desktop.key(f"Ctrl+{desktop.read(lambda: pages_of(window)).index('Forums') + 1}")
    table = window.find("table", "Forums")
    table.wait(lambda one: "focused" in one.states, "the table of forums has the keyboard")
    assert "Coming: 3" in table.row_words(0)
    window.find("push button", "Open the door").press()

    door = program.find("frame", "Door: Forum of the day").activate()
    field = door.find("text", "Find a person, home or provider")
    field.wait(lambda one: "focused" in one.states, "the door's field has the keyboard")
    door.find("label", "0 present")
    assert desktop.read(lambda: unnamed(door)) == []
    desktop.type("ros")
    desktop.wait_to_hear("Ada Example, Rosewood House, Expected, 1 of 1")
    people = door.find("list", "People found")
    assert [line.name for line in people.children()] == ["Ada Example, Rosewood House, Expected"]

    desktop.forget()
    desktop.key("Return")
    desktop.wait_to_hear("Ada Example of Rosewood House is in")
    door.find("label", "1 present")
    assert field.text == ""
    desktop.key("Ctrl+Z")
    desktop.wait_to_hear("Undone: ")
    door.find("label", "0 present")
    desktop.key("Escape")
    window.activate()
    table.wait(lambda one: "focused" in one.states, "the table has the keyboard again")


@pytest.fixture
def surveyed(sample_made: Path, tmp_path: Path) -> Path:
    """The sample county, with two waves of its survey."""
    return Path(copyfile(sample_made, tmp_path / "Sample county.providerdesk"))


def open_survey(desktop: Desktop, file: Path) -> tuple[Thing, Thing]:
    """The program and its window, with the keyboard on the list of questions."""
    program, window = open_page(desktop, file, "Survey")
    listed = window.find("list", "Questions by topic")
    listed.wait(lambda one: "focused" in one.states, "the list of questions has the keyboard")
    return program, window


def test_the_survey_is_read_by_its_tabs_and_its_questionnaire(desktop: Desktop, surveyed: Path) -> None:
    _, window = open_survey(desktop, surveyed)
    tabs = window.find("page tab list", SIDES[0])
    assert desktop.read(lambda: [one.name for one in tabs.children() if one.role == "page tab"]) == list(
        SIDES
    )
    said: dict[str, list[str]] = {}
    for at, side in enumerate(SIDES, start=1):
        desktop.key(f"Alt+{at}")
        tabs.find("page tab", side).wait(lambda one: "selected" in one.states, f"{side} is turned to")
        said[side] = desktop.read(lambda: unnamed(window))
    assert said == {side: [] for side in SIDES}

    table = window.find("table", "Questions")
    read = [table.row_words(row) for row in range(table.rows())]
    (reasons,) = [words for words in read if f"Question: {REASONS}" in words]
    assert {"Topic: Reasons for vacancies", "Answered by: Several choices", "State: Asked"} <= set(reasons)


def test_a_chart_of_the_survey_is_described(desktop: Desktop, surveyed: Path) -> None:
    _, window = open_survey(desktop, surveyed)
    table = window.find("table", "Response rate by kind of service")
    shares = {table.cell(row, 0).name: table.cell(row, 3).name for row in range(table.rows())}
    chart = window.find(having="services invited answered")
    assert chart.description.startswith(f"{chart.name}. % of services that answered")
    for kind in ("Nursing home", "Residential home", "Home care"):
        share = shares[f"Group: {kind}"].removeprefix("Of those invited, %: ")
        assert f"{kind}: Of those invited {share} of " in chart.description


def test_a_response_of_the_survey_is_opened(desktop: Desktop, surveyed: Path) -> None:
    program, window = open_survey(desktop, surveyed)
    window.find("page tab", "Answers").press()
    table = window.find("table", "Responses")
    table.focus()
    desktop.key("Down")
    said = [words.partition(": ")[2] for words in table.row_words(1)]
    desktop.key("Return")
    form = program.find("dialog", "Change an answer").activate()
    form.find("label", f"Response {said[0]}, {said[1]}.")
    form.find("combo box").wait(lambda one: one.label == "Question (needed)", "the question has its label")
    form.find("text", "Answer")
    desktop.key("Escape")
    window.activate()
    table.wait(lambda one: "focused" in one.states, "the table has the keyboard again")
    assert [words.partition(": ")[2] for words in table.row_words(1)] == said


@pytest.fixture
def funded(county: Path) -> Path:
    """The three homes with a fund that those rated Good may claim from, a course, and somebody who learns."""
    opened = open_file(county, CAPABILITIES, who="Test Officer")
    db, year = opened.db, year_of(today())
    fund = funds.add_fund(
        db, "Example fund", FundKind.HELD, opens_on=date(year, 4, 1), closes_on=date(year + 1, 3, 31),
        status=FundStatus.OPEN,
    )  # fmt: skip
    set_allocation(db, fund.id, year, "", 5_000_00)
    add_item(db, fund.id, "Level 2 diploma", most_pence=690_00)
    add_rule(db, fund.id, RuleDraft("The home is rated Good.", "rating", Operator.IS, "good"))
    add_course(db, "Oral care")
    (home,) = db.rows("select id, provider_id from service where name = 'Rosewood House'")
    add_learner_with_post(db, "Wren", "Specimen", home[1], facts={}, post_facts={"service_id": home[0]})
    opened.close()
    return county


def open_page(desktop: Desktop, file: Path, name: str) -> tuple[Thing, Thing]:
    """The program and its window with this page shown."""
    program = desktop.start_program(str(file))
    window = program.find("frame", having="Provider Desk").activate()
    button = window.find("radio button", having=name)
    button.press()
    button.wait(lambda one: "checked" in one.states, f"the page {name} is chosen")
    return program, window


def unnamed_by_side(desktop: Desktop, window: Thing, first: str) -> dict[str, list[str]]:
    """Tab by tab, what takes the keyboard and has no name."""
    tabs = window.find("page tab list", first)
    sides = desktop.read(lambda: [one.name for one in tabs.children() if one.role == "page tab"])
    said: dict[str, list[str]] = {}
    for at, side in enumerate(sides, start=1):
        desktop.key(f"Alt+{at}")
        tabs.find("page tab", side).wait(lambda one: "selected" in one.states, f"{side} is turned to")
        said[side] = desktop.read(lambda: unnamed(window))
    return said


def pick(desktop: Desktop, form: Thing, name: str, letters: str, found: str) -> None:
    """Letters of a name, and what is found by them."""
    field = form.find("text", name)
    field.focus()
    desktop.type(letters)
    form.find("list", "Found")
    desktop.key("Down")
    desktop.key("Return")
    field.wait(lambda one: one.text == found, f"{found} stands in {name}")


def write(desktop: Desktop, form: Thing, name: str, text: str) -> None:
    """In place of what stands there."""
    field = form.find("text", name)
    field.focus()
    desktop.key("Ctrl+A")
    desktop.type(text)
    field.wait(lambda one: one.text == text, f"“{text}” stands in {name}")


def test_who_has_not_claimed_is_heard_and_a_claim_handed_in(desktop: Desktop, funded: Path) -> None:
    program, window = open_page(desktop, funded, "Funding")
    said = unnamed_by_side(desktop, window, FUNDING_SIDES[0])
    assert said == {side: [] for side in FUNDING_SIDES}
    desktop.key("Alt+1")
    table = window.find("table", "Eligible and not claimed")
    table.wait(lambda one: one.rows() == 1, "one home in the table")
    assert {"Service: Rosewood House", "Likely, up to: £690", "Stands: Eligible, not claimed"} <= set(
        table.row_words(0)
    )

    window.find("page tab", "Claims").press()
    window.find("push button", "Add a claim…").press()
    form = program.find("dialog", "Add a claim").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    pick(desktop, form, "Provider, needed", "inv", "Invented Care Ltd")
    pick(desktop, form, "Learner", "wren", "Wren Specimen")
    desktop.forget()
    write(desktop, form, "Value claimed, needed", "1.250,00")
    desktop.key("Return")
    desktop.wait_to_hear("1.250,00")
    write(desktop, form, "Value claimed, needed", "690")
    desktop.key("Return")
    desktop.wait_to_hear("Added claim 1")
    window.activate()
    claims = window.find("table", "Claims")
    assert {"Claim: 1", "Status: Draft", "Learner: Wren Specimen", "Claimed: £690"} <= set(
        claims.row_words(0)
    )
    window.find("push button", "Submit…").press()
    asked = program.find("dialog", "Submit the claim").activate()
    asked.find("push button", "Submit").wait(lambda one: "focused" in one.states, "the verb has the keyboard")
    desktop.key("Return")
    desktop.wait_to_hear("Submitted claim 1")


def test_training_is_heard_and_a_session_planned(desktop: Desktop, funded: Path) -> None:
    program, window = open_page(desktop, funded, "Training")
    said = unnamed_by_side(desktop, window, TRAINING_SIDES[0])
    assert said == {side: [] for side in TRAINING_SIDES}
    desktop.key("Alt+1")
    window.find("push button", "Plan a session").press()
    form = program.find("dialog", "Plan a session").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    pick(desktop, form, "Course, needed", "oral", "Oral care")
    for name, text in (
        ("Day, needed", "9 Dec 2031"), ("Begins at, needed", "10am"), ("Ends at, needed", "12.30pm"),
        ("Venue", "Retford Town Hall"), ("Places", "12"),
    ):  # fmt: skip
        write(desktop, form, name, text)
    desktop.forget()
    desktop.key("Return")
    desktop.wait_to_hear("Planned Oral care")
    window.activate()
    table = window.find("table", "Training sessions")
    assert "Course: Oral care" in table.row_words(0)

    desktop.forget()
    desktop.key("Ctrl+B")
    form = program.find("dialog", "Book a learner").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    pick(desktop, form, "Learner, needed", "wren", "Wren Specimen")
    desktop.key("Return")
    desktop.wait_to_hear("Booked Wren Specimen")
    window.activate().find("table", having="On the list").wait(
        lambda one: any("Wren Specimen" in words for words in one.row_words(0)), "she is on the list"
    )


def test_the_awards_are_heard_and_a_judge_abstains(desktop: Desktop, surveyed: Path) -> None:
    program, window = open_page(desktop, surveyed, "Awards")
    said = unnamed_by_side(desktop, window, AWARDS_SIDES[0])
    assert said == {side: [] for side in AWARDS_SIDES}
    desktop.key("Alt+1")
    nominees = window.find("table", "Nominees")
    nominees.wait(lambda one: one.rows() > 50, "the nominees of the round")
    assert any(words.startswith("Category: Proud to ") for words in nominees.row_words(0))
    desktop.key("Alt+2")
    column = window.find("list", having="Judging")
    assert column.wait(lambda one: one.children(), "its cards")[0].name

    desktop.key("Alt+5")
    scores = window.find("table", "Scores")
    (reference,) = (words for words in scores.row_words(0) if words.startswith("Reference: "))
    window.find("push button", "Abstain…").press()
    form = program.find("dialog", having="Abstain on ").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    desktop.forget()
    write(desktop, form, "Why no score is given, needed", "They are my neighbour")
    desktop.key("Ctrl+Return")
    desktop.wait_to_hear(f"Abstained on {reference.removeprefix('Reference: ')}")
    window.activate()
    scores.wait(lambda one: "Status: Abstained" in one.row_words(0), "no score is given")


@pytest.fixture
def with_register(county: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The three homes, and the locked register of i-Work with one person on it, as slow as the program wants it."""
    monkeypatch.setattr(keyring, "slowness", SLOW)
    opened, _code = iwork_register.make_register(county, PASSPHRASE, who="Test Officer")
    add_person(opened.db, "Ottilie", today(), today=today(), family_name="Invented")
    opened.close()
    return county


def test_the_register_of_i_work_is_unlocked_heard_and_locked_again(
    desktop: Desktop, with_register: Path
) -> None:
    program, window = open_page(desktop, with_register, "i-Work")
    field = window.find("text", "Passphrase")
    field.wait(lambda one: "focused" in one.states, "the passphrase is asked for")
    assert desktop.read(lambda: unnamed(window)) == []
    desktop.type("not the passphrase at all")
    desktop.forget()
    desktop.key("Return")
    desktop.wait_to_hear("That is not the passphrase of this register")
    desktop.key("Ctrl+A")
    desktop.type(PASSPHRASE)
    desktop.key("Return")
    said = unnamed_by_side(desktop, window, IWORK_SIDES[0])
    assert said == {side: [] for side in IWORK_SIDES}

    desktop.key("Alt+1")
    table = window.find("table", "People")
    assert {"Reference: IW-001", "Initials: O.I.", "State: Current"} <= set(table.row_words(0))
    desktop.forget()
    window.find("push button", "They agree…").press()
    form = program.find("dialog", "What IW-001 agrees to").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    form.find("check box", "To be matched to posts").press()
    desktop.key("Ctrl+Return")
    desktop.wait_to_hear("IW-001 agreed")
    window.activate()
    desktop.forget()
    desktop.key("Ctrl+L")
    desktop.wait_to_hear("The i-Work register is locked")
    told = desktop.read(lambda: [one.name for one in window.walk()])
    assert not any("IW-001" in name or "O.I." in name or "Ottilie" in name for name in told)


@pytest.fixture
def reported(county: Path) -> Path:
    """A report to a committee about the three homes: what is Outstanding, a paragraph, and one that is exempt."""
    opened = open_file(county, CAPABILITIES, who="Test Officer")
    db = opened.db
    at = add_meeting(db, "Example Committee", today() + timedelta(days=30))
    span = Span(date(2026, 1, 1), date(2026, 3, 31))
    report = begin_report(db, "Quality of care", at.id, span)
    for item in items_of(db, report.id):
        if item.section != "market":
            remove_item(db, item.id)
    add_paragraph(db, report.id, "The team visited twelve homes.")
    held = add_paragraph(db, report.id, "Larch Court is in talks with its bank.")
    set_exempt(
        db, held.id, Exemption(3, "It is about money.", "It would harm trade.", "Members", "2030-12-01")
    )
    opened.close()
    return county


def test_a_report_is_composed_and_its_pages_are_heard(desktop: Desktop, reported: Path) -> None:
    program, window = open_page(desktop, reported, "Reports")
    said = unnamed_by_side(desktop, window, REPORTS_SIDES[0])
    assert said == {side: [] for side in REPORTS_SIDES}
    desktop.key("Alt+2")
    outline = window.find("list", "Outline")
    pages = window.find("list", "Preview of the report")
    heard = pages.wait(lambda one: words_of(one, "twelve homes"), "the pages are made")
    assert "The team visited twelve homes." in heard
    assert any("Exempt" in words for words in read_out(pages) if "its bank" in words)
    assert any(words.startswith("Ratings of services") for words in read_out(outline))

    desktop.forget()
    window.find("push button", "Add paragraph…").press()
    form = program.find("dialog", "Add a paragraph").activate()
    assert desktop.read(lambda: unnamed(form)) == []
    write(desktop, form, "Words, needed", "Winter was mild.")
    desktop.key("Ctrl+Return")
    desktop.wait_to_hear("Added the paragraph")
    window.activate()
    pages.wait(lambda one: words_of(one, "Winter was mild."), "it stands on the page")
    desktop.forget()
    window.find("push button", "Check").press()
    desktop.wait_to_hear("stop the report")
    mend = window.find("list", "To mend")
    assert any("Stops the report" in words for words in read_out(mend))


def read_out(listed: Thing) -> list[str]:
    """Each line of a list, as it is said."""
    return [one.name for one in listed.children()]


def words_of(listed: Thing, words: str) -> str:
    """The first line with these words; "" while there is none."""
    return next((line for line in read_out(listed) if words in line), "")
