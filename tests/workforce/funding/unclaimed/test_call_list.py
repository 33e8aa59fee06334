from pathlib import Path

from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.report.blocks import Bullets, FactList
from resources.report.document_text import passages
from resources.report.word import save_word
from tests.workforce.funding.unclaimed.eligible import TODAY, county, home, manager, rule, worker
from workforce.funding.unclaimed.approaches import Whom, add_approach
from workforce.funding.unclaimed.call_list import call_list, call_table, call_tables, calls
from workforce.funding.unclaimed.unclaimed import unclaimed
from workforce.funding.vocabulary import AskedBy, Operator


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


def test_a_provider_with_many_services_takes_a_line_for_each_thing_and_each_question_once(
    db: Database,
) -> None:
    held = county(db)
    for name in ("Court", "Grange", "Lodge"):
        add_service(db, held.rosewood, name=f"Rosewood {name}", kind=ServiceKind.RESIDENTIAL_HOME)
    for fact in ("ascwds_eligible", "ascwds_completed", "rated_on"):
        operator, value = (Operator.ON_OR_AFTER, "2014-04-01") if fact == "rated_on" else (Operator.IS, "yes")
        rule(db, held.fund, f"Rule of {fact}", fact, operator, value)
    (one,) = calls(unclaimed(db, on=TODAY))
    assert len(one.rows) == 8
    assert [said.split(":")[0] for said in one.to_say] == [
        "Ask what your ASC-WDS account shows",
        "Find out ourselves",
    ]
    blocks = call_list(one.rows, TODAY).blocks
    lists = [block.items for block in blocks if isinstance(block, Bullets)]
    assert lists[0] == (
        "No figure yet: Level 2 Example Certificate at 4 services; Level 3 Example Diploma at 4 services.",
    )
    facts = next(block.items for block in blocks if isinstance(block, FactList))
    assert ("Where to claim", "Learning Example Fund: The example portal") in facts
