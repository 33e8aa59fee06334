"""Projects found by their words."""

from dataclasses import replace

from resources.database import Query
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.listing import PROJECTS
from workforce.funding.projects.projects import archive_project, edit_project


def test_a_project_is_found_by_its_name_purpose_and_lead_until_it_is_put_away(held: Held) -> None:
    db, one = held.db, held.project

    def found(text: str) -> list[str]:
        return [str(row[0]) for row in PROJECTS.page(db, Query(text=text), offset=0, limit=9)]

    assert found("digi") == found("wren inv") == [one.id] and found("recover") == []
    edit_project(db, one.id, replace(one.draft(), purpose="To respond and recover."))
    assert found("recover") == [one.id]
    archive_project(db, one.id, today=TODAY)
    assert found("digi") == []
