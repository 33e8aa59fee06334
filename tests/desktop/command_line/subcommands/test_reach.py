"""Who is reached, without a window: lists, the grid, coverage, ratings, and the invitation."""

from pathlib import Path

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.people import participants
from engagement.register.council import set_council
from resources.database import Database
from tests.desktop.command_line.conftest import FORUM_ENDS, Clerk

FORUM = "Provider forum, December 2019"
FIRST_OF_MARCH = FORUM_ENDS.replace(year=2020, month=3, day=1)


def hold(db: Database) -> None:
    """Somebody from Larkmeadow came; nobody from Teacup Court did, and Quill Care was not asked."""
    set_council(db, "Nottinghamshire")
    (event,) = events.events(db)
    first = next(one for one in participants.of_event(db, event.id) if one.service == "Larkmeadow House")
    door.check_in(db, event.id, first.id, now=event.starts, device="Laptop 1", nonce="n")
    door.close_event(db, event.id, now=FORUM_ENDS)


def held(county: Clerk) -> Clerk:
    county.with_db(hold)
    county.now = FIRST_OF_MARCH
    return county


def listed(printed: str) -> list[str]:
    """The first column of a printed table: names end before two spaces."""
    lines = printed.splitlines()
    first = next(at for at, line in enumerate(lines) if line.startswith("---")) + 1
    names = []
    for line in lines[first:]:
        if "  " not in line:
            break
        names.append(line.split("  ")[0])
    return names


def test_a_line_for_each_service_or_provider(county: Clerk) -> None:
    held(county)
    assert listed(county.does("reach")) == ["Larkmeadow House", "Quill Care", "Teacup Court"]
    assert listed(county.does("reach", "--by", "provider")) == ["Larkmeadow Ltd", "Quill Ltd", "Teacup Ltd"]


def test_the_lists(county: Clerk) -> None:
    held(county)
    assert listed(county.does("reach", "--never")) == ["Quill Care", "Teacup Court"]
    assert listed(county.does("reach", "--new-faces")) == ["Larkmeadow House"]
    assert listed(county.does("reach", "--never", "--new-faces")) == [
        "Quill Care",
        "Teacup Court",
        "Larkmeadow House",
    ]
    assert listed(county.does("reach", "--not-seen-for", 1)) == ["Larkmeadow House"]
    assert "Nothing to list." in county.does("reach", "--not-seen-for", 12)
    assert listed(county.does("reach", "--lapsed", "--from", "11 December 2019")) == ["Larkmeadow House"]
    assert listed(county.does("reach", "--by", "provider", "--never")) == ["Quill Ltd", "Teacup Ltd"]
    printed = county.does("reach", "--never", "--district", "Gedling")
    assert listed(printed) == ["Quill Care"]
    assert "1 of 2 services; figures from 1 March 2019 to 1 March 2020" in printed


def test_the_sentences(county: Clerk) -> None:
    held(county)
    assert county.does("reach", "--headlines").splitlines()[:2] == [
        "1 of 3 services came to something in the last 12 months.",
        "0 services came before that; 2 services never came (1 invited, 1 never invited).",
    ]


def test_places_and_kinds_of_event(county: Clerk) -> None:
    held(county)
    assert "0 of 3 services" in county.does("reach", "--headlines", "--event-kind", "Training session")
    assert "1 of 3 services" in county.does("reach", "--headlines", "--everywhere")
    assert "1 of 3 services" in county.does(
        "reach", "--headlines", "--authority", "Nottinghamshire County Council"
    )
    assert county.refuses("reach", "--authority", "Kent") == (
        "The register holds no services of “Kent”. Choose Nottinghamshire."
    )
    assert county.refuses("reach", "--by", "provider", "--district", "Gedling").startswith(
        "Providers have no district, kind or rating"
    )
    assert "before it begins" in county.refuses("reach", "--from", "2 March 2020", "--to", "1 March 2020")


def test_the_grid(county: Clerk) -> None:
    held(county)
    printed = county.does("reach-grid", "--rows", "district", "--columns", "kind")
    assert listed(printed) == ["All", "Bassetlaw", "Gedling", "Mansfield"]
    assert "1 of 3" in printed
    assert "2 of 3" in county.does("reach-grid", "--count", "not_seen")
    assert county.refuses("reach-grid", "--rows", "kind").startswith("Rows and columns are both “Kind”")


def test_coverage_and_ratings(county: Clerk, tmp_path: Path) -> None:
    held(county)
    assert listed(county.does("coverage", "--quarters", 2)) == ["Oct to Dec 2019", "1 Jan to 1 Mar 2020"]
    saved = tmp_path / "coverage.csv"
    assert county.does("coverage", "--out", saved) == f"Saved “{saved}”, 8 rows.\n"
    assert saved.read_text(encoding="utf-8-sig").count("\n") > 8
    changes = county.does(
        "ratings-before-after", "--from", "1 January 2020", "--came-from", "1 December 2019"
    )
    assert "This is not proof that coming to events changes a rating." in changes
    assert "Of 0 services that came, with a rating before and since" in changes
    assert "cannot be compared" in county.refuses("ratings-before-after", "--came-to", "1 March 2020")


def test_those_not_seen_are_invited_and_who_cannot_be_asked_is_told(county: Clerk) -> None:
    held(county)
    county.does("plan-event", "--title", "Spring forum", "--date", "2020-04-07", "--start", "10am", "--end", "12:00",
                "--kind", "Provider forum", "--place", "County Hall")  # fmt: skip
    said = county.does("invite-not-seen", "Spring forum")
    assert said.splitlines()[0] == (
        "Invited 2 people to Spring forum, for 2 services not seen; 0 were on the list already."
    )
    assert "2 were on the list already" in county.does("invite-not-seen", "Spring forum", "--never")
    assert "has been held" in county.refuses("invite-not-seen", FORUM)


def test_a_home_without_consent_is_named(county: Clerk) -> None:
    held(county)

    def withdraw(db: Database) -> None:
        from engagement.register.contacts import edit_contact
        from engagement.register.vocabulary import ConsentBasis

        key = str(db.value("select id from contact where name = 'Zoë Quillman'"))
        edit_contact(db, key, consent=ConsentBasis.WITHDRAWN)

    county.with_db(withdraw)
    county.does("plan-event", "--title", "Spring forum", "--date", "2020-04-07", "--start", "10am", "--end", "12:00",
                "--kind", "Provider forum")  # fmt: skip
    said = county.does("invite-not-seen", "Spring forum")
    assert "Nobody can be asked" in said
    assert "No contact with consent at Quill Care" in said
