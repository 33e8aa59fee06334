"""What is to be done follows from facts: each fact gives its thing to do from its day on, and no sooner."""

from datetime import date, timedelta

import pytest

from resources.database import change
from tests.workforce.iwork.placements.world import DAY, TODAY, WEEK, World, at_stage
from workforce.iwork.placements import todo
from workforce.iwork.placements.access_to_work import access_standing, last_full_day
from workforce.iwork.placements.benefits import SHIPPED, benefit_rules, set_rule
from workforce.iwork.placements.checkpoints import asked_of, record_checkpoint
from workforce.iwork.placements.pay import WeekTotal
from workforce.iwork.placements.placements import edit_placement
from workforce.iwork.placements.reminders import add_reminder
from workforce.iwork.placements.support import add_visit, plan_of, set_plan, visits_of
from workforce.iwork.placements.todo_reading import by_person, to_do
from workforce.iwork.vocabulary import (
    AccessToWork,
    BenefitKind,
    CheckKind,
    ConsentScope,
    ReminderKind,
    Stage,
    TasterOutcome,
)

WHO = "IW-014 A.E."
FAR = TODAY + timedelta(days=400)


def kinds(world: World) -> list[ReminderKind]:
    return [one.kind for one in to_do(world.vault, TODAY) if one.person_id == world.ada]


@pytest.mark.parametrize(("days", "listed"), [(-30, True), (0, True), (14, True), (15, False)])
def test_a_review_is_listed_two_weeks_before(days: int, listed: bool) -> None:
    found = todo.review_due("ada", WHO, TODAY + days * DAY, FAR, closed=False, today=TODAY)
    assert (found is not None) == listed


def test_deletion_stands_above_review_and_closed_records_are_not_reviewed() -> None:
    found = todo.review_due("ada", WHO, TODAY, TODAY + 10 * DAY, closed=False, today=TODAY)
    assert found is not None and found.kind is ReminderKind.DELETE_BY
    assert todo.review_due("ada", WHO, TODAY, FAR, closed=True, today=TODAY) is None


@pytest.mark.parametrize(
    ("days", "renewed", "listed"), [(42, False, True), (43, False, False), (1, True, False)]
)
def test_consent_is_asked_for_again_before_it_ends(days: int, renewed: bool, listed: bool) -> None:
    found = todo.consent_ends(
        "c", "ada", WHO, ConsentScope.SHARE, TODAY + days * DAY, renewed=renewed, today=TODAY
    )
    assert (found is not None) == listed


def take_back(world: World, scope: ConsentScope) -> None:
    with change(world.vault, "Took back a consent of IW-014"):
        world.vault.insert_row(
            "consent",
            {"id": f"gone-{scope}", "person_id": "ada", "scope": scope.value, "given_on": "2026-01-05",
             "withdrawn_on": TODAY.isoformat()},
        )  # fmt: skip
        world.vault.conn.execute(
            "update consent set withdrawn_on = ? where person_id = 'ada' and scope = ?",
            (TODAY.isoformat(), scope.value),
        )


def test_what_was_taken_back_is_asked_about_while_something_rests_on_it(world: World) -> None:
    at_stage(world, Stage.OFFERED)
    take_back(world, ConsentScope.SHARE)
    words = [one.words for one in to_do(world.vault, TODAY) if one.kind is ReminderKind.CONSENT]
    assert words == [
        "Took back “To be introduced to employers by name”: their placement stands at “Offered”. "
        "Ask them, and stop or go on as they say."
    ]


def test_who_is_in_work_needs_no_introduction_any_more(world: World) -> None:
    at_stage(world, Stage.IN_POST)
    take_back(world, ConsentScope.SHARE)
    assert ReminderKind.CONSENT not in kinds(world)


def test_who_took_back_being_on_the_register_is_told_of(world: World) -> None:
    take_back(world, ConsentScope.REGISTER)
    words = [one.words for one in to_do(world.vault, TODAY) if one.kind is ReminderKind.CONSENT]
    assert words == ["Took back “To be on the i-Work register”: close the record, or ask for its deletion."]


def test_a_check_that_ran_out_says_so() -> None:
    found = todo.check_ends("c", "ada", WHO, CheckKind.DBS_BASIC, TODAY - DAY, TODAY)
    assert found is not None and found.words == "DBS, basic ran out: renew it."
    assert found.is_overdue(TODAY)


@pytest.mark.parametrize(
    ("days", "outcome", "words"),
    [
        (5, TasterOutcome.PLANNED, "Taster at Sample Home."),
        (-5, TasterOutcome.PLANNED, "How did the taster go at Sample Home?"),
        (-5, TasterOutcome.MIXED, None),
        (15, TasterOutcome.PLANNED, None),
    ],
)
def test_a_taster_is_near_or_asks_how_it_went(days: int, outcome: TasterOutcome, words: str | None) -> None:
    found = todo.taster_due("t", "ada", WHO, "Sample Home", TODAY + days * DAY, outcome, TODAY)
    assert (found.words if found else None) == words


def test_the_next_step_with_an_employer_is_listed() -> None:
    found = todo.employer_next("e", "Sample Home", "Visit", TODAY, TODAY)
    assert found is not None and (found.tab, found.row, found.person_id) == ("Employers", "e", "")
    assert todo.employer_next("e", "Sample Home", "Visit", TODAY + 15 * DAY, TODAY) is None


def test_everything_asked_for_is_given_by_its_day() -> None:
    assert todo.access_request_due("s", "ada", WHO, TODAY + 30 * DAY, TODAY) is not None
    assert todo.access_request_due("s", "ada", WHO, TODAY + 43 * DAY, TODAY) is None


def test_limits_wanted_are_one_thing_until_all_are_checked(world: World) -> None:
    found = todo.rules_wanted(SHIPPED, TODAY)
    assert found is not None and "3 not filled in and 2 not checked" in found.words
    for kind in BenefitKind:
        set_rule(world.vault, kind, TODAY, amount=100, source="A page", checked_on=TODAY, today=TODAY)
    assert todo.rules_wanted(benefit_rules(world.vault), TODAY) is None


def test_hours_that_reach_the_band_are_listed_of_permitted_work() -> None:
    reached, below = WeekTotal(1, 960, None, True), WeekTotal(1, 959, None, True)
    assert todo.band_reached("ada", WHO, reached, SHIPPED, TODAY) is not None
    assert todo.band_reached("ada", WHO, below, SHIPPED, TODAY) is None


# --- Access to Work -------------------------------------------------------------------------------------------


def test_the_first_six_weeks_end_on_their_last_day() -> None:
    assert last_full_day(date(2026, 11, 23), 6) == date(2027, 1, 3)


def test_access_to_work_is_asked_for_while_it_pays_in_full_and_after(world: World) -> None:
    held = at_stage(world, Stage.STARTED, on=TODAY - WEEK)
    standing = access_standing(held, SHIPPED, TODAY)
    assert standing.last_day == TODAY + 5 * WEEK - DAY
    assert standing.sentence.startswith("Ask for Access to Work by 27 December 2026")
    assert standing.sentence.endswith("Nobody has checked this limit yet.")
    late = access_standing(held, SHIPPED, TODAY + 5 * WEEK)
    assert "was not asked for within the first 6 weeks" in late.sentence
    assert ReminderKind.ACCESS_TO_WORK in kinds(world)
    edit_placement(world.vault, held.id, access_to_work=AccessToWork.APPLIED, access_on=TODAY)
    assert ReminderKind.ACCESS_TO_WORK not in kinds(world)


def test_access_to_work_that_is_not_needed_is_not_asked_for(world: World) -> None:
    held = at_stage(world, Stage.STARTED, on=TODAY)
    edit_placement(world.vault, held.id, access_to_work=AccessToWork.NOT_NEEDED)
    assert ReminderKind.ACCESS_TO_WORK not in kinds(world)


# --- read together --------------------------------------------------------------------------------------------


def test_checkpoints_come_and_go(world: World) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 5 * WEEK)
    assert kinds(world).count(ReminderKind.SUSTAINED) == 1
    record_checkpoint(world.vault, held.id, 4, in_work=True, today=TODAY)
    assert ReminderKind.SUSTAINED not in kinds(world)
    near = todo.checkpoints_due(held, WHO, asked_of(world.vault, held, TODAY), TODAY + 7 * WEEK)
    assert [one.words for one in near] == ["After 13 weeks: still in work, how many hours?"]


def test_planned_support_that_nobody_wrote_down_is_asked_about(world: World) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 8 * WEEK)
    assert ReminderKind.SUPPORT not in kinds(world)
    set_plan(world.vault, held.id, [(1, 600), (20, 0)])
    assert ReminderKind.SUPPORT in kinds(world)
    add_visit(world.vault, held.id, TODAY - DAY, 60, today=TODAY)
    assert ReminderKind.SUPPORT not in kinds(world)
    plan, visits = plan_of(world.vault, held.id), visits_of(world.vault, held.id)
    assert todo.support_quiet(held, WHO, plan, visits, TODAY + 12 * WEEK) is None, "by then none is planned"


def test_the_list_is_by_day_and_leads_to_where_each_is_done(world: World) -> None:
    at_stage(world, Stage.IN_POST)
    add_reminder(world.vault, "Ring", TODAY - 700 * DAY, person_id=world.ada)
    found = to_do(world.vault, TODAY)
    assert [one.due_on for one in found] == sorted(one.due_on for one in found)
    assert (found[0].words, found[0].typed, found[0].tab) == ("Ring", True, "People")
    assert len({one.key for one in found}) == len(found)
    assert set(by_person(found)) == {world.ada}
    assert {one.who for one in found} <= {"", WHO}, "no name, only reference and initials"


def test_nobody_whose_deletion_was_asked_for_is_in_it(world: World) -> None:
    at_stage(world, Stage.IN_POST)
    add_reminder(world.vault, "Ring", TODAY, person_id=world.ada)
    with change(world.vault, "Asked"):
        world.vault.update_row("person", world.ada, {"purge_asked_at": "2026-11-01T10:00:00+00:00"})
    assert kinds(world) == []
