"""The list of what is missing goes to its provider, whatever its contract; it says nothing of that."""

from datetime import date
from pathlib import Path

import pytest

from desktop.ascwds_files import save_missing_list
from engagement.register.contracts import set_contract_status
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database
from resources.problem import Problem
from resources.report.document_text import passages
from tests.workforce.ascwds.bulk_files import HOME, TODAY, bring, write_workplaces

ON = date(2019, 12, 31)


def test_a_suspended_service_can_be_sent_its_list(db: Database, tmp_path: Path) -> None:
    run_by = add_provider(db, name="Example Care Ltd")
    home = add_service(
        db, run_by.id, name="Elm Lodge", kind=ServiceKind.RESIDENTIAL_HOME, postcode="NG18 1AA"
    )
    set_contract_status(db, home.id, ContractStatus.SUSPENDED, date(2019, 7, 1), today=TODAY)
    bring(db, write_workplaces(tmp_path, {**HOME, "STARTERS": ""}))
    saved = save_missing_list(db, tmp_path / "list", on=ON)
    text = "\n".join(passage.text for passage in passages(saved.read_bytes()))
    assert saved.name == "list.docx"
    assert "Elm Lodge" in text and "Starters" in text and "uspended" not in text


def test_another_kind_of_name_is_refused(db: Database, tmp_path: Path) -> None:
    bring(db, write_workplaces(tmp_path, HOME))
    with pytest.raises(Problem, match="does not end as a Word document"):
        save_missing_list(db, tmp_path / "list.pdf", on=ON)
