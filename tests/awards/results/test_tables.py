from awards.exempt import EXEMPTION
from awards.results.deciding.deciding import decide
from awards.results.deciding.decisions import decisions
from awards.results.deciding.withdrawing import withdraw_honour
from awards.results.notes import add_note, notes_of
from awards.results.reading import category_standing, round_standings
from awards.results.tables import (
    agreement_table,
    criteria_means_table,
    decisions_table,
    judges_table,
    notes_table,
    paper_table,
    scores_table,
    standings_table,
)
from awards.rounds.rounds import edit_round
from awards.vocabulary import Outcome, TieRule
from resources.database import Database
from tests.awards.gala import NOW
from tests.awards.results.scored import Scored


def test_nominees_by_place(db: Database) -> None:
    made = Scored(db)
    table = standings_table(category_standing(db, made.category_id))
    assert table.rows[0] == (
        "1", "Ada Example", 467, 467, 500, 58, 3, "Positive", "Judging", "2026-001", "Rosewood House", 400, 500, 0,
    )  # fmt: skip
    assert table.base == "3 nominees, 9 scores by 3 judges"
    assert any(one.startswith("Spread is the sample standard deviation") for one in table.notes)
    paper = paper_table(category_standing(db, made.category_id))
    assert [one.name for one in paper.columns][:4] == ["place", "nominee", "mean", "adjusted"]
    assert paper.rows[0][0] == "1"


def test_level_nominees_are_joint_and_too_few_scores_have_no_place(db: Database) -> None:
    made = Scored(
        db, {"Ada Example": (4, 4, 4), "Ben Specimen": (4, 4, 4), "Cal Instance": (5,), "Dot Sample": ()}
    )
    edit_round(db, made.gala.round_id, tie_rule=TieRule.CHAIR)
    table = standings_table(category_standing(db, made.category_id))
    assert [row[0] for row in table.rows] == ["1 joint", "1 joint", "too few", ""]


def test_scores_and_judges(db: Database) -> None:
    made = Scored(db)
    held = category_standing(db, made.category_id)
    assert scores_table(held, made.entry["ada"]).rows[2] == (
        "2026-001", "Ada Example", "Lou Judge", 400, -67, 467, "",
    )  # fmt: skip
    assert len(scores_table(held).rows) == 9
    assert judges_table(held).rows[0] == ("Lou Judge", -67, 3, 3)
    nobody = judges_table(category_standing(db, made.gala.category("Team").id))
    assert nobody.rows == [] and nobody.notes[0].startswith("Harshness cannot be told")
    ada = held.of(made.entry["ada"])
    assert ada is not None
    assert criteria_means_table(held, ada).rows[0] == ("Difference made", 467, 333)


def test_decisions_with_those_that_ended(db: Database) -> None:
    made = Scored(db)
    decide(db, made.gala.category("Team").id, None, Outcome.NOT_AWARDED, "Nobody", now=NOW)
    won = decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best", now=NOW)
    withdraw_honour(db, won.id, "A mistake", now=NOW)
    table = decisions_table(db, decisions(db, made.gala.round_id, ended=True), title="Decisions")
    assert [row[1] for row in table.rows] == ["Winner", "Not awarded"]
    assert table.rows[0][2:5] == ("2026-001", "Ada Example", "Best")
    assert table.rows[0][-2:] == ("2026-09-01", "A mistake")
    short = decisions_table(db, decisions(db, made.gala.round_id), title="Decisions", short=True)
    assert "reason" not in [one.name for one in short.columns]


def test_agreement_of_each_category(db: Database) -> None:
    made = Scored(db)
    table = agreement_table(round_standings(db, made.gala.round_id), title="Agreement")
    assert len(table.rows) == 7
    assert table.rows[0][1:3] == (3, 9)
    assert table.rows[1][3:5] == (None, None)


def test_all_of_them_are_exempt(db: Database) -> None:
    made = Scored(db)
    held = category_standing(db, made.category_id)
    add_note(db, made.entry["ada"], "Two judges met her", now=NOW)
    tables = (
        standings_table(held), paper_table(held), scores_table(held), judges_table(held),
        criteria_means_table(held, held.nominees[0]), agreement_table([held], title="Agreement"),
        decisions_table(db, [], title="Decisions"), notes_table("Ada Example", notes_of(db, made.entry["ada"])),
    )  # fmt: skip
    assert all(one.exempt == EXEMPTION for one in tables)
