"""The panel as tables: each is exempt, since each names people."""

from awards.exempt import EXEMPTION
from awards.judging.assignments import recuse
from awards.judging.interests import declare_interest, declare_none
from awards.judging.panel import stand_down
from awards.judging.panel_categories import set_categories
from awards.judging.panel_tables import (
    CLASH,
    CONFLICT,
    assignments_table,
    between,
    clash_sentences,
    conflicts_table,
    interests_table,
    judges_shown,
    matrix_rows,
    matrix_table,
    panel_table,
    plan_table,
    planned_pairs_table,
)
from awards.judging.planning import panel_plan
from awards.vocabulary import PanelRole
from resources.database import Database
from tests.awards.gala import TODAY, Gala


def test_the_panel_with_interests_and_progress(db: Database) -> None:
    gala = Gala(db)
    chair = gala.judge("Ada Chair", role=PanelRole.CHAIR, most_entries=5, organisation="The Council")
    judge, gone = gala.judge("Wren Specimen", provider_id=gala.rosewood), gala.judge("Gus Invented")
    ada = gala.nominate("Ada Example", nominator="")
    gala.judging(ada.id)
    gala.score(gala.give(chair.id, ada.id), 4)
    declare_none(db, chair.id, on=TODAY)
    declare_interest(db, judge.id, on=TODAY, provider_id=gala.rosewood)
    set_categories(db, judge.id, [gala.category("Team").id])
    stand_down(db, gone.id, today=TODAY, reason="Is ill")
    table = panel_table(db, gala.round_id)
    assert table.exempt == EXEMPTION
    team = gala.category("Team").name
    assert [row[:-2] for row in table.rows] == [
        ("Ada Chair", "Chair", "None declared", 1, 1, 0, 100, 0, 5, "All"),
        ("Wren Specimen", "Judge", "1 declared", 0, 0, 0, None, 1, None, team),
        ("Gus Invented", "Judge", "Not asked", 0, 0, 0, None, 0, None, "All"),
    ]
    assert [row[-2:] for row in table.rows] == [
        ("The Council", "On the panel"), ("", "On the panel"), ("", "Stood down"),
    ]  # fmt: skip


def test_interests_and_who_declared_none(db: Database) -> None:
    gala = Gala(db)
    one, two, _three = gala.judge("Ada Chair"), gala.judge("Wren Specimen"), gala.judge("Gus Invented")
    declare_interest(db, one.id, on=TODAY, provider_id=gala.rosewood)
    declare_none(db, two.id, on=TODAY)
    table = interests_table(db, gala.round_id)
    assert table.rows == [("Ada Chair", "Other: Rosewood Example Homes", "2026-09-01")]
    assert table.notes == (
        "Wren Specimen: declared none on 1 September 2026.",
        "Gus Invented: not asked yet.",
    )


def test_conflicts_and_what_is_given(db: Database) -> None:
    gala = Gala(db)
    wren, judge = gala.judge("Wren Specimen"), gala.judge()
    ada = gala.nominate("Ada Example")
    gala.judging(ada.id)
    gala.give(wren.id, ada.id)
    recuse(db, gala.give(judge.id, ada.id), "On leave")
    category = gala.category().name
    assert conflicts_table(db, gala.round_id).rows == [
        ("Wren Specimen", "2026-001", "Ada Example", "Nominated them", "Has them all the same", category,
         "Wren Specimen has the name of somebody who nominated them."),
    ]  # fmt: skip
    assert clash_sentences(db, gala.round_id) == [
        "Wren Specimen has 2026-001. Wren Specimen has the name of somebody who nominated them."
    ]
    table = assignments_table(db, gala.round_id)
    assert table.exempt == EXEMPTION
    assert [row[3:] for row in table.rows] == [
        ("Wren Specimen", "Not started", "2026-09-01", ""), ("Jo Judge", "Stood aside", "2026-09-01", "On leave"),
    ]  # fmt: skip
    assert len(assignments_table(db, gala.round_id, member_id=judge.id).rows) == 1


def test_the_matrix_says_what_stands_between_each_judge_and_nominee(db: Database) -> None:
    gala = Gala(db)
    wren, judge, silent = (
        gala.judge("Wren Specimen"),
        gala.judge(),
        gala.judge("Silent Chair", most_entries=0),
    )
    ada, ben = gala.nominate("Ada Example"), gala.nominate("Ben Example")
    gala.judging(ada.id, ben.id)
    gala.give(wren.id, ben.id)
    gala.score(gala.give(judge.id, ben.id), 4)
    rows, keys = matrix_rows(db, gala.round_id)
    assert keys == [ada.id, ben.id]
    assert [row[2:-1] for row in rows] == [("0 of 3", "Conflict", ""), ("1 of 3", CLASH, "Scored")]
    assert silent.id not in judges_shown(db, gala.round_id)
    table = matrix_table(db, gala.round_id)
    assert [one.heading for one in table.columns] == [
        "Reference", "Nominee", "Scores", "Wren Specimen", "Jo Judge", "Category",
    ]  # fmt: skip
    assert between(None, True) == CONFLICT


def test_a_plan_as_a_table(db: Database) -> None:
    gala = Gala(db)
    first = gala.nominate("Ada Example", nominator="", nominator_email="")
    gala.judging(first.id)
    judge = gala.judge(most_entries=4)
    plan = panel_plan(db, gala.round_id)
    table = plan_table(db, gala.round_id, plan)
    assert table.rows == [("Jo Judge", 0, 1, 0, 1, 4)]
    assert table.notes == (
        "2026-001 can be given to 1 judge, where the round asks for 3: there are no more judges.",
    )
    pairs = planned_pairs_table(db, gala.round_id, [(judge.id, first.id)], "Would be given")
    assert pairs.rows == [("2026-001", "Ada Example", gala.category().name, "Jo Judge")]
    assert pairs.exempt == EXEMPTION
