"""The projects of the sample county."""

from datetime import date

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.database.history import next_undo, undo
from workforce.funding.projects.apprentices import apprentices
from workforce.funding.projects.funder_reports import funder_reports
from workforce.funding.projects.projects import projects
from workforce.funding.projects.quotes import quotes_of
from workforce.funding.projects.taking_part import level_counts, standings, taking_part_in
from workforce.funding.vocabulary import DsptLevel
from workforce.sample.projects import add_projects

TODAY = date(2026, 11, 22)


@pytest.fixture
def county(db: Database) -> Database:
    for number in range(20):
        provider = add_provider(db, name=f"Quillbrook {number} Care Ltd")
        add_service(
            db, provider.id, name=f"Dapplehollow {number}", kind=ServiceKind.NURSING_HOME, district="Ashfield",
            authority="Nottinghamshire",
        )  # fmt: skip
    return db


def test_eleven_providers_of_which_four_meet_the_standards(county: Database) -> None:
    db = county
    add_projects(db, today=TODAY)
    digital = next(one for one in projects(db) if one.tracks_dspt)
    counts = level_counts(standings(db, digital.id, TODAY))
    assert sum(counts.values()) == 11 and counts[DsptLevel.STANDARDS_MET] == 4
    assert counts[DsptLevel.NOT_STARTED] == 1


def test_reports_are_due_submitted_and_skipped_and_two_are_apprentices(county: Database) -> None:
    db = county
    add_projects(db, today=TODAY)
    assert {one.standing(TODAY) for one in funder_reports(db)} == {
        "Overdue, draft",
        "Due",
        "Submitted",
        "Skipped",
    }
    assert [one.level for one in apprentices(db)] == [5, 5]
    said = [one for held in projects(db) for one in quotes_of(db, held.id)]
    assert len({one.consent for one in said}) == 3
    undone = next_undo(db)
    assert undone is not None and undone.action == "Made the sample county: projects"
    undo(db)
    assert projects(db) == []


def test_a_register_with_few_providers_has_projects_too(db: Database) -> None:
    add_projects(db, today=TODAY)
    assert len(projects(db)) == 3 and [taking_part_in(db, one.id) for one in projects(db)] == [[], [], []]
