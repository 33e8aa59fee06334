"""The list for a provider, saved as Word and read back."""

from datetime import date
from pathlib import Path

import pytest

from desktop.ascwds_files import save_missing_list
from resources.database import Database
from resources.problem import Problem
from resources.report.document_text import passages
from tests.workforce.ascwds.bulk_files import HOME, bring, worker, write_workers
from tests.workforce.ascwds.bulk_files import write_workplaces as homes
from workforce.ascwds.paper import missing_paper
from workforce.ascwds.workplaces import workplaces

ON = date(2019, 12, 31)
OAK = {
    **HOME,
    "LOCALESTID": "Oak",
    "ESTNAME": "Oak House",
    "POSTCODE": "NG9 1AA",
    "STARTERS": "",
    "TOTALPERMTEMP": "1",
}


@pytest.fixture
def key(db: Database, tmp_path: Path) -> str:
    people = [worker("Ada"), worker("Bo"), worker("Cy", LOCALESTID="Oak", SALARYINT="")]
    bring(db, homes(tmp_path, HOME, OAK), write_workers(tmp_path, *people))
    return next(one.id for one in workplaces(db) if one.local_id == "Oak")


def said(db: Database, path: Path, *keys: str) -> str:
    saved = save_missing_list(db, path, on=ON, only=list(keys) or None)
    return "\n".join(passage.text for passage in passages(saved.read_bytes()))


def test_the_list_says_what_is_missing_and_by_when(db: Database, tmp_path: Path, key: str) -> None:
    text = said(db, tmp_path / "list.docx")
    for words in (
        "ASC-WDS records: Oak House", "Funding year 2019/20", "0 of 1 (0%, rounded down)", "Starters", "Pay",
        "Less than 90% of the worker records are complete", "update 1 of 1 worker record", "31 March 2020",
    ):  # fmt: skip
        assert words in text
    assert "Elm Lodge" not in text and "Cy" not in text.split()


def test_a_complete_workplace_is_told_so_where_it_is_asked_for(
    db: Database, tmp_path: Path, key: str
) -> None:
    elm = next(one.id for one in workplaces(db) if one.local_id == "Elm")
    text = said(db, tmp_path / "both.docx", elm, key)
    assert "ASC-WDS records: 2 workplaces" in text
    assert "The rule was met on 30 September 2019. That counts until 31 March 2020." in text


def test_where_nothing_is_missing_there_is_no_list(db: Database, tmp_path: Path) -> None:
    bring(db, homes(tmp_path, HOME), write_workers(tmp_path, worker("Ada"), worker("Bo")))
    with pytest.raises(Problem, match="Every workplace is complete"):
        missing_paper(db, on=ON)
