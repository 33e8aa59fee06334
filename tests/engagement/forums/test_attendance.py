"""What came of a forum: figures, the committee summary in two parts, the sheet to sign, and merged participants."""

from collections.abc import Callable
from datetime import date

import pytest

from engagement.forums.at_the_door import door
from engagement.forums.attendance import (
    Group,
    Outcome,
    attendance,
    by_organisation_table,
    by_provider_table,
    coming_table,
    group_table,
    people_table,
)
from engagement.forums.groups import CONFIDENTIAL, NAMES_WITHHELD
from engagement.forums.people.audience import events_come_to, last_came
from engagement.forums.people.participants import participants_table
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database, change, history
from resources.report.exemption import Exemption
from tests.engagement.forums.held_forum import DAY, DOORS, Add, Invite

Held = tuple[str, dict[str, str]]


def test_people_providers_and_services_are_counted_once(db: Database, held: Held) -> None:
    found = attendance(db, held[0])
    assert {outcome: [one.name for one in found.of(outcome)] for outcome in Outcome} == {
        Outcome.CAME: ["Eve Yew", "Amina Khan", "Ben Lund"],
        Outcome.APOLOGIES: ["Cy Moss"],
        Outcome.ABSENT: ["Di Nye"],
    }
    assert (found.services_that_came, found.walk_ins) == (1, 1)
    assert (found.invited_services_that_came.count, found.invited_services_that_came.base) == (1, 4)
    lines = [(line.provider, line.came, line.apologies, line.absent) for line in found.by_provider()]
    assert lines == [
        ("Beech Care", 1, 0, 0),
        ("Elm Lodge Limited", 0, 1, 0),
        ("Oakfield Court Limited", 0, 0, 1),
        ("Rosewood House Limited", 2, 0, 0),
    ]


def test_partners_the_council_and_groups_are_counted_apart(
    db: Database, held: Held, guest: Add, forum: Add
) -> None:
    door.reopen_event(db, held[0])
    for number, (name, of, what) in enumerate(
        (
            ("Pat Sample", "Sample Care Board", OrganisationKind.PARTNER),
            ("Quin Sample", "Sample Care Board", OrganisationKind.PARTNER),
            ("Ray Sample", "Invented Healthwatch", OrganisationKind.PARTNER),
            ("Sam Sample", "Sample County Council", OrganisationKind.COUNCIL),
        )
    ):
        key = guest(name, of, what)
        door.check_in_contact(db, held[0], key, now=DOORS, device="Laptop 1", nonce=f"guest {number}")
    found = attendance(db, held[0])
    assert found.came_from(OrganisationKind.CARE_PROVIDER)[1] == 2
    assert [found.came_from(one) for one in OrganisationKind] == [(3, 2), (3, 2), (1, 1), (0, 0)]
    assert len(by_provider_table(found).rows) == 4
    assert by_organisation_table(found).rows == [
        ("Invented Healthwatch", "Partner organisation", 1, 0, 0),
        ("Sample Care Board", "Partner organisation", 2, 0, 0),
        ("Sample County Council", "Council", 1, 0, 0),
    ]
    for group in Group:
        assert group_table(found, group).rows[-1] == ("Partners, council and groups", 0, 0, 4, 0, None)


@pytest.mark.parametrize(
    ("group", "rows"),
    [
        (
            Group.KIND,
            [
                ("Nursing home", 1, 1, 2, 2, None),
                ("Residential home", 0, 0, 0, 1, None),
                ("Home care", 0, 0, 0, 1, None),
                ("No service named", 1, 0, 1, 0, None),
            ],
        ),
        (
            Group.DISTRICT,
            [
                ("Ashfield", 0, 0, 0, 1, None),
                ("Bassetlaw", 1, 1, 2, 2, None),
                ("District not recorded", 0, 0, 0, 1, None),
                ("No service named", 1, 0, 1, 0, None),
            ],
        ),
        (Group.RATING, [("Good", 1, 1, 2, 4, None), ("No service named", 1, 0, 1, 0, None)]),
    ],
)
def test_figures_by_group_as_at_the_day(
    db: Database, held: Held, group: Group, rows: list[tuple[object, ...]]
) -> None:
    table = group_table(attendance(db, held[0]), group)
    assert table.rows == rows
    assert table.base == "4 services invited; the percentage is of the services invited in each row"
    assert table.as_at == DAY


def test_what_cqc_does_not_rate_is_not_counted_as_not_yet_rated(
    db: Database, home: Callable[..., tuple[str, str]], person: Add, forum: Add, invited: Invite
) -> None:
    home("Beech Day Centre", kind=ServiceKind.DAY_CARE)
    home("New Home", kind=ServiceKind.NURSING_HOME)
    event = forum()
    invited(event, [person("Gil", "Beech Day Centre"), person("Hal", "New Home")])
    table = group_table(attendance(db, event), Group.RATING)
    assert [row[0] for row in table.rows] == ["Not yet rated", "Not rated by CQC"]
    assert table.notes[-1] == (
        "CQC does not rate services of the kinds that it does not register: day care and micro-provider."
    )
    assert not any("CQC does not" in note for note in group_table(attendance(db, event), Group.KIND).notes)


def test_before_it_is_closed_who_is_not_here_is_absent(db: Database, held: Held) -> None:
    door.reopen_event(db, held[0])
    assert [one.name for one in attendance(db, held[0]).of(Outcome.ABSENT)] == ["Di Nye"]


def test_events_come_to_by_service(db: Database, held: Held) -> None:
    table = coming_table(db, date(2020, 6, 1))
    assert [(row[0], row[3]) for row in table.rows] == [
        ("Ash Court", 0),
        ("Elm Lodge", 0),
        ("Oakfield Court", 0),
        ("Rosewood House", 1),
    ]
    assert all(row[3] == 0 for row in coming_table(db, date(2020, 12, 11)).rows)


def test_an_event_that_was_cancelled_was_come_to_by_nobody(db: Database, held: Held) -> None:
    assert last_came(db, before=date(2020, 6, 1))
    with history.change(db, "Cancelled as an older program let it be"):
        db.update_row("event", held[0], {"state": "cancelled"})
    assert last_came(db, before=date(2020, 6, 1)) == {}
    assert events_come_to(db, since=date(2019, 1, 1), before=date(2020, 6, 1)) == {}


def test_names_are_exempt_where_nobody_is_named_and_figures_where_nothing_is_told(
    db: Database, held: Held
) -> None:
    def exempt(confidentiality: str) -> list[Exemption | None]:
        with change(db, "Confidentiality"):
            db.update_row("event", held[0], {"confidentiality": confidentiality})
        found = attendance(db, held[0])
        named = [by_provider_table(found), by_organisation_table(found), people_table(found)]
        tables = [*named, participants_table(db, held[0]), group_table(found, Group.KIND)]
        return [table.exempt for table in tables]

    assert exempt("open") == [None] * 5
    assert exempt("names_withheld") == [NAMES_WITHHELD] * 4 + [None]
    assert exempt("confidential") == [CONFIDENTIAL] * 5
