"""A whole panel is given its nominees: the plan, applying it, and doing so again when something changed."""

import pytest

from awards.judging.assignments import assignments, assignments_of, declare_conflict
from awards.judging.interests import declare_interest, declare_none
from awards.judging.panel import Member, stand_down
from awards.judging.panel_categories import set_categories
from awards.judging.planning import assign_panel, judges_of, nominees_of, panel_plan, silent_words
from awards.rounds.rounds import edit_round
from awards.vocabulary import EntryStatus, InterestKind
from resources.database import Database, change, history
from resources.database.history import ChangedSince
from resources.problem import Problem
from tests.awards.gala import TODAY, Gala


def ready(db: Database, nominees: int = 8, judges: int = 4) -> tuple[Gala, list[Member]]:
    """A round with nominees before a panel whose members declared that they have no interests."""
    gala = Gala(db)
    some = [
        gala.nominate(f"Nominee {letter}", nominator="", nominator_email="")
        for letter in "abcdefghijkl"[:nominees]
    ]
    gala.judging(*[one.id for one in some])
    panel = [gala.judge(f"Judge {letter}") for letter in "PQRSTU"[:judges]]
    for one in panel:
        declare_none(db, one.id, on=TODAY)
    return gala, panel


def loads(db: Database, gala: Gala, panel: list[Member]) -> list[int]:
    return [
        len([one for one in assignments_of(db, member_id=judge.id) if not one.is_left]) for judge in panel
    ]


def test_the_panel_is_given_what_was_planned_as_one_change(db: Database) -> None:
    gala, panel = ready(db)
    plan = panel_plan(db, gala.round_id)
    done = assign_panel(db, gala.round_id, today=TODAY, expected=plan)
    assert done.sentence == "Gave 8 nominees to 4 judges, to be judged 24 times in all."
    assert loads(db, gala, panel) == [6, 6, 6, 6]
    assert {(one.member_id, one.entry_id) for one in assignments(db, gala.round_id)} == set(plan.give)
    history.undo(db)
    assert assignments(db, gala.round_id) == []


def test_nothing_is_given_twice_and_new_nominees_join(db: Database) -> None:
    gala, panel = ready(db, nominees=4)
    assign_panel(db, gala.round_id, today=TODAY)
    assert not panel_plan(db, gala.round_id).alters
    late = gala.nominate("Late Example", nominator="", nominator_email="")
    gala.judging(late.id)
    assert assign_panel(db, gala.round_id, today=TODAY).given == 3
    assert sorted(loads(db, gala, panel)) == [3, 4, 4, 4]


def test_a_conflict_declared_by_the_judge_is_filled_by_another(db: Database) -> None:
    gala, panel = ready(db, nominees=1)
    assign_panel(db, gala.round_id, today=TODAY)
    (first, *_others) = assignments(db, gala.round_id)
    declare_conflict(db, first.id, "My neighbour")
    done = assign_panel(db, gala.round_id, today=TODAY)
    assert (done.given, done.taken_back) == (1, 0)
    assert loads(db, gala, panel) == [0, 1, 1, 1]


def test_an_abstention_is_made_up_for_by_another_judge(db: Database) -> None:
    gala, panel = ready(db, nominees=1)
    assign_panel(db, gala.round_id, today=TODAY)
    (first, *_others) = assignments(db, gala.round_id)
    with change(db, "Set up"):
        db.update_row("judge_assignment", first.id, {"status": "abstained"})
    assert assign_panel(db, gala.round_id, today=TODAY).given == 1
    assert loads(db, gala, panel) == [1, 1, 1, 1]
    assert not panel_plan(db, gala.round_id).alters


def test_an_interest_declared_after_takes_back_what_was_not_begun(db: Database) -> None:
    gala, panel = ready(db, nominees=2)
    assign_panel(db, gala.round_id, today=TODAY)
    given = assignments_of(db, member_id=panel[0].id)
    declare_interest(db, panel[0].id, on=TODAY, kind=InterestKind.EMPLOYER, provider_id=gala.rosewood)
    plan = panel_plan(db, gala.round_id)
    assert len(plan.take_back) == len(given)
    done = assign_panel(db, gala.round_id, today=TODAY)
    assert done.taken_back == len(given)
    assert loads(db, gala, panel)[0] == 0


def test_what_was_begun_is_not_taken_back(db: Database) -> None:
    gala, panel = ready(db, nominees=1)
    assign_panel(db, gala.round_id, today=TODAY)
    (mine,) = assignments_of(db, member_id=panel[0].id)
    gala.score(mine.id, 3)
    declare_interest(db, panel[0].id, on=TODAY, kind=InterestKind.EMPLOYER, provider_id=gala.rosewood)
    assert panel_plan(db, gala.round_id, afresh=True).take_back == ()


def test_a_judge_who_joins_later_takes_over_where_it_is_planned_afresh(db: Database) -> None:
    gala, panel = ready(db, nominees=8, judges=3)
    assign_panel(db, gala.round_id, today=TODAY)
    joined = gala.judge("Judge Z")
    declare_none(db, joined.id, on=TODAY)
    stays = panel_plan(db, gala.round_id)
    assert not stays.alters
    assert stays.uneven == ("Judge Z has 0 and Judge P has 8: of what Judge P has, 8 were given before.",)
    done = assign_panel(db, gala.round_id, today=TODAY, afresh=True)
    assert (done.given, done.taken_back) == (6, 6)
    assert loads(db, gala, [*panel, joined]) == [6, 6, 6, 6]


def test_limits_and_categories_are_kept(db: Database) -> None:
    gala, panel = ready(db, judges=3)
    set_categories(db, panel[0].id, [gala.category("Team").id])
    sits_out = gala.judge("Silent Chair", most_entries=0)
    assert [one.id for one in judges_of(db, gala.round_id)] == [one.id for one in panel]
    plan = panel_plan(db, gala.round_id)
    assert plan.loads[panel[0].id] == 0
    assert sits_out.id not in plan.loads
    assert len(plan.shortfalls) == 8
    done = assign_panel(db, gala.round_id, today=TODAY)
    assert done.sentence == (
        "Gave 8 nominees to 2 judges, to be judged 16 times in all; too few judges for 8 nominees."
    )


def test_fewer_judges_for_each_where_the_round_says_so(db: Database) -> None:
    gala, _panel = ready(db)
    edit_round(db, gala.round_id, least_scores=1)
    assert assign_panel(db, gala.round_id, today=TODAY).given == 8


def test_only_those_with_the_judges_are_given(db: Database) -> None:
    gala, _panel = ready(db, nominees=3)
    gala.stands(gala.nominate("Waiting Example").id, EntryStatus.QUALIFYING)
    assert [one.reference for one in nominees_of(db, gala.round_id)] == ["2026-001", "2026-002", "2026-003"]


def test_a_plan_that_is_out_of_date_is_refused(db: Database) -> None:
    gala, panel = ready(db)
    plan = panel_plan(db, gala.round_id)
    stand_down(db, panel[0].id, today=TODAY, reason="Is ill")
    with pytest.raises(ChangedSince, match="Look at the plan once more"):
        assign_panel(db, gala.round_id, today=TODAY, expected=plan)
    assert assignments(db, gala.round_id) == []


def test_nobody_is_given_anything_before_interests_are_known(db: Database) -> None:
    gala = Gala(db)
    with pytest.raises(Problem, match="nobody who judges"):
        assign_panel(db, gala.round_id, today=TODAY)
    gala.judge("Ada Example")
    with pytest.raises(Problem, match="No nominee is with the judges"):
        assign_panel(db, gala.round_id, today=TODAY)
    gala.judging(gala.nominate().id)
    with pytest.raises(Problem, match="Ada Example has not said what interests they have"):
        assign_panel(db, gala.round_id, today=TODAY)


def test_judges_of_one_name_who_have_not_declared_are_told_apart(db: Database) -> None:
    gala = Gala(db)
    assert silent_words(db, gala.round_id) == ""
    gala.judge("J. Smith")
    gala.judge("J. Smith")
    assert silent_words(db, gala.round_id).startswith(
        "Judge 1 – J. Smith and Judge 2 – J. Smith have not said what interests they have"
    )
