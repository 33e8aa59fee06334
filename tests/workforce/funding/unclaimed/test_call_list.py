from pathlib import Path

from resources.database import Database
from resources.report.document_text import passages
from resources.report.word import save_word
from tests.workforce.funding.unclaimed.eligible import TODAY, county, home, manager, worker
from workforce.funding.unclaimed.approaches import Whom, add_approach
from workforce.funding.unclaimed.call_list import call_list, call_table, call_tables, calls
from workforce.funding.unclaimed.unclaimed import unclaimed
from workforce.funding.vocabulary import AskedBy


def test_a_provider_is_rung_once_about_everything(db: Database) -> None:
    held = county(db)
    manager(db, held.rosewood)
    worker(db, held.rosewood, "Ada")
    home(db, "Third Example Homes", "Third House")
    add_approach(db, Whom(held.fund.id, held.rosewood), today=TODAY, how=AskedBy.EMAIL, outcome="No answer")
    found = calls(unclaimed(db, on=TODAY))
    assert [one.provider for one in found] == ["Rosewood Example Homes", "Third Example Homes"]
    first, second = found
    assert (len(first.rows), first.pence, first.likely_words) == (2, 154_000, "up to £1,540")
    assert first.approached is not None
    assert (second.pence, second.likely_words, second.approached) == (None, "no figure yet", None)
    table = call_table(found, TODAY)
    assert table.exempt is not None
    assert table.rows[0][:4] == (
        "Rosewood Example Homes", "Mina Example, Registered manager", "01632 960 001", "",
    )  # fmt: skip
    assert table.rows[1][1:3] == ("Nobody has agreed to be contacted", "01632 960 100")
    assert len(call_tables(unclaimed(db, on=TODAY), TODAY)) == 2


def test_on_paper_it_is_marked_and_has_room_to_write(db: Database, tmp_path: Path) -> None:
    held = county(db)
    manager(db, held.rosewood)
    worker(db, held.rosewood, "Ada")
    report = call_list(unclaimed(db, on=TODAY), TODAY)
    assert report.is_exempt
    save_word(report, tmp_path / "calls.docx", exempt_terms=())
    text = "\n".join(one.text for one in passages((tmp_path / "calls.docx").read_bytes()))
    for words in ("Whom to ring", "1 provider to ring about 1 service; likely up to £1,540",
                  "1 learner known × up to £1,540",
                  "What was said", "Ask again on", "21 March 2020", "The example portal"):  # fmt: skip
        assert words in text
