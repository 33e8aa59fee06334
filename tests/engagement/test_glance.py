"""The figures that Home shows at a glance."""

from datetime import date

import pytest

from engagement import glance
from engagement.register.council import set_council
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key

TODAY = date(2026, 3, 4)


@pytest.fixture
def county(db: Database) -> Database:
    """Three homes in two districts of the council, and one elsewhere."""
    firm = add_provider(db, name="Invented Care").id
    for name, district, authority in (
        ("Elm Lodge", "Bassetlaw", "Nottinghamshire"),
        ("Oak Lodge", "Bassetlaw", "Nottinghamshire"),
        ("Ash Lodge", "Ashfield", "Nottinghamshire"),
        ("Fig Lodge", "Derby", "Derby"),
    ):
        facts = {"district": district, "authority": authority}
        add_service(db, firm, name=name, kind=ServiceKind.NURSING_HOME, **facts)
    set_council(db, "Nottinghamshire")
    return db


def rate(db: Database, name: str, rating: str, published: date) -> None:
    service = db.value("select id from service where name = ?", (name,))
    with change(db, "Rated"):
        db.insert_row("rating", {"id": new_key(), "service_id": service, "key_question": "overall",
                                 "rating": rating, "published_on": published.isoformat()})  # fmt: skip


def hold_event(db: Database, title: str, starts: str, *statuses: str) -> None:
    provider, event = db.value("select id from provider"), new_key()
    with change(db, "Held"):
        db.insert_row("event", {"id": event, "kind": "provider_forum", "title": title, "state": "held",
                                "starts_at": starts, "ends_at": starts.replace("T1", "T2", 1)})  # fmt: skip
        for number, status in enumerate(statuses):
            contact = new_key()
            db.insert_row("contact", {"id": contact, "provider_id": provider, "name": f"Person {number}",
                                      "role": "manager", "consent": "written"})  # fmt: skip
            db.insert_row("participant", {"id": new_key(), "event_id": event, "contact_id": contact,
                                          "provider_id": provider, "reply": "accepted",
                                          "status": status})  # fmt: skip


def test_an_empty_register_has_no_figures(db: Database) -> None:
    tables = (
        glance.ratings_now(db, TODAY),
        glance.forums_lately(db),
        glance.services_by_district(db),
        glance.inspections_by_quarter(db, TODAY),
    )
    assert [list(table.rows) for table in tables] == [[], [], [], []]


def test_services_of_the_council_by_district_the_largest_first(county: Database) -> None:
    assert list(glance.services_by_district(county).rows) == [("Bassetlaw", 2), ("Ashfield", 1)]


def test_the_council_may_be_told_by_a_longer_name(county: Database) -> None:
    rate(county, "Elm Lodge", "good", date(2026, 2, 1))
    rate(county, "Fig Lodge", "good", date(2026, 2, 1))
    set_council(county, "Nottinghamshire County Council")
    assert list(glance.services_by_district(county).rows) == [("Bassetlaw", 2), ("Ashfield", 1)]
    assert glance.inspections_by_quarter(county, TODAY).rows[-1] == ("Jan to Mar 2026", 1)
    assert [row[-1] for row in glance.ratings_now(county, TODAY).rows] == [1]


def test_ratings_are_of_the_councils_services_as_they_are_now(county: Database) -> None:
    rate(county, "Elm Lodge", "inadequate", date(2019, 1, 1))
    rate(county, "Elm Lodge", "good", date(2025, 1, 1))
    rate(county, "Oak Lodge", "outstanding", date(2025, 1, 1))
    rate(county, "Fig Lodge", "inadequate", date(2025, 1, 1))
    table = glance.ratings_now(county, TODAY)
    assert list(table.rows) == [("Nursing homes", 0, 0, 50, 50, 2)]
    assert (table.title, table.base, table.as_at) == (
        "Ratings in Nottinghamshire",
        "% of rated services",
        TODAY,
    )


def test_the_last_forums_say_who_came(county: Database) -> None:
    hold_event(county, "Spring forum", "2026-02-03T10:00:00+00:00", "attended", "left_early", "apologies")
    hold_event(county, "Winter forum", "2025-12-02T10:00:00+00:00", "no_show", "attended")
    assert list(glance.forums_lately(county).rows) == [
        ("3 Feb Spring forum", 2, 1, 0),
        ("2 Dec Winter forum", 1, 0, 1),
    ]
    assert len(glance.forums_lately(county, most=1).rows) == 1


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (date(2026, 3, 31), ["Apr to Jun 2025", "Jul to Sep 2025", "Oct to Dec 2025", "Jan to Mar 2026"]),
        (date(2026, 12, 31), ["Jan to Mar 2026", "Apr to Jun 2026", "Jul to Sep 2026", "Oct to Dec 2026"]),
    ],
)
def test_quarters_are_those_of_the_calendar(county: Database, today: date, names: list[str]) -> None:
    rate(county, "Elm Lodge", "good", today)
    assert [row[0] for row in glance.inspections_by_quarter(county, today).rows] == names


def test_a_rating_counts_in_the_quarter_of_its_publication(county: Database) -> None:
    rate(county, "Elm Lodge", "good", date(2025, 12, 31))
    rate(county, "Oak Lodge", "good", date(2026, 1, 1))
    rate(county, "Ash Lodge", "good", date(2025, 3, 31))
    rate(county, "Fig Lodge", "good", date(2026, 1, 1))
    assert [row[1] for row in glance.inspections_by_quarter(county, TODAY).rows] == [0, 0, 1, 1]
