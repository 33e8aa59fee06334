"""Workplaces in Find anything, with the provider that they are of now."""

from pathlib import Path

from engagement.register.providers import add_provider, edit_provider
from engagement.register.services import add_service, move_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, Query
from tests.workforce.ascwds.bulk_files import HOME, bring, write_workplaces
from workforce.ascwds.listings import WORKPLACES
from workforce.ascwds.workplaces import tie_workplace, workplaces


def found(db: Database, text: str) -> list[tuple[object, ...]]:
    return [row[1:] for row in WORKPLACES.page(db, Query(text=text), offset=0, limit=10)]


def test_a_workplace_is_found_by_what_it_is_called_and_whose_it_is(db: Database, tmp_path: Path) -> None:
    bring(db, write_workplaces(tmp_path, HOME))
    assert found(db, "elm lod") == [("Elm Lodge", "Elm", "", "NG18 1AA", "")]
    run_by, other = add_provider(db, name="Example Care Ltd"), add_provider(db, name="Sample Homes Ltd")
    service = add_service(db, run_by.id, name="Elm", kind=ServiceKind.RESIDENTIAL_HOME)
    tie_workplace(db, workplaces(db)[0].id, service_id=service.id)
    assert [row[-1] for row in found(db, "example")] == ["Example Care Ltd"]
    edit_provider(db, run_by.id, name="Invented Care Ltd")
    assert [row[-1] for row in found(db, "NG18")] == ["Invented Care Ltd"]
    move_service(db, service.id, other.id)
    assert [row[-1] for row in found(db, "elm")] == ["Sample Homes Ltd"]
