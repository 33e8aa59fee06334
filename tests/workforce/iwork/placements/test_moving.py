"""The one writer of stages: what it writes, what it refuses, and what it makes of posts."""

from datetime import date

import pytest

from resources.database import change, history
from resources.problem import FieldProblem, Problem
from tests.workforce.iwork.placements.world import DAY, TODAY, WEEK, World, add_person, add_post, at_stage
from workforce.iwork.placements.moving import begin, end, match, move, pause, search_of, steps_of
from workforce.iwork.placements.placements import placement, placements, placements_of, places_of
from workforce.iwork.vocabulary import EndReason, Stage

LONG_AGO = TODAY - 60 * WEEK


def status_of(world: World, post: str = "lunch") -> str:
    return str(world.vault.value("select status from post where id = ?", (post,)))


def answer(world: World, key: str, weeks: int, *, in_work: bool = True) -> None:
    with change(world.vault, "Recorded a checkpoint"):
        world.vault.insert_row(
            "checkpoint",
            {
                "id": f"c{weeks}",
                "placement_id": key,
                "weeks": weeks,
                "looked_on": "2026-05-01",
                "in_work": in_work,
            },
        )


def test_somebody_is_taken_from_referral_to_in_post_with_every_step_kept(world: World) -> None:
    held = begin(world.vault, world.ada, today=TODAY, on=LONG_AGO)
    for to in (Stage.ENGAGED, Stage.PROFILING, Stage.JOB_READY):
        move(world.vault, held.id, to, today=TODAY, on=LONG_AGO)
    match(world.vault, world.ada, world.lunch, today=TODAY, on=LONG_AGO)
    for to in (Stage.INTRODUCED, Stage.TASTER, Stage.OFFERED):
        move(world.vault, held.id, to, today=TODAY, on=LONG_AGO)
    started = move(world.vault, held.id, Stage.STARTED, today=TODAY, minutes_week=450, pence_hour=1271)
    assert (started.post_id, started.started_on, started.stage) == (world.lunch, TODAY, Stage.STARTED)
    kept = steps_of(world.vault, held.id)
    assert [one.to_stage for one in kept] == [
        Stage.REFERRED, Stage.ENGAGED, Stage.PROFILING, Stage.JOB_READY, Stage.MATCHED, Stage.INTRODUCED,
        Stage.TASTER, Stage.OFFERED, Stage.STARTED,
    ]  # fmt: skip
    assert kept[0].from_stage is None
    assert kept[-1].by == "Test Coach"
    pay = world.vault.row("select from_on, minutes_week, pence_hour from pay_period")
    assert pay == (TODAY.isoformat(), 450, 1271)


def test_names_of_changes_hold_no_name_of_a_person(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    pausable = begin(world.vault, world.wren, today=TODAY)
    pause(world.vault, pausable.id, today=TODAY, words="Not now")
    move(world.vault, pausable.id, Stage.REFERRED, today=TODAY)
    end(world.vault, held.id, today=TODAY, reason=EndReason.TRAVEL)
    actions = " ".join(one.action for one in history.entries(world.vault, 50, 0))
    assert "IW-014" in actions
    for name in ("Ada", "Example", "Wren", "Specimen"):
        assert name not in actions


def test_a_second_search_is_refused(world: World) -> None:
    begin(world.vault, world.ada, today=TODAY)
    with pytest.raises(Problem, match="has a placement at “Referred” already"):
        begin(world.vault, world.ada, today=TODAY)


def test_a_placement_begins_before_there_is_a_post(world: World) -> None:
    with pytest.raises(FieldProblem, match="not at “Offered”"):
        begin(world.vault, world.ada, today=TODAY, stage=Stage.OFFERED)


def test_a_closed_record_is_not_placed(world: World) -> None:
    with change(world.vault, "Closed IW-014"):
        world.vault.update_row("person", world.ada, {"closed_on": "2026-11-01"})
    with pytest.raises(Problem, match="record of IW-014 is closed"):
        begin(world.vault, world.ada, today=TODAY)
    with change(world.vault, "Asked"):
        world.vault.update_row("person", world.ada, {"purge_asked_at": "2026-11-01T10:00:00+00:00"})
    with pytest.raises(Problem, match="to be deleted"):
        begin(world.vault, world.ada, today=TODAY)


def test_a_match_needs_a_placement_that_is_job_ready(world: World) -> None:
    with pytest.raises(Problem, match="no placement yet"):
        match(world.vault, world.ada, world.lunch, today=TODAY)
    begin(world.vault, world.ada, today=TODAY)
    with pytest.raises(Problem, match="From there they can go to “Engaged”"):
        match(world.vault, world.ada, world.lunch, today=TODAY)


def test_a_match_needs_consent_and_sharing_needs_its_own(world: World) -> None:
    add_person(world.vault, "tam", 16, "Tam", "Sample", agreed=False)
    begin(world.vault, "tam", today=TODAY, stage=Stage.JOB_READY)
    with pytest.raises(Problem, match="IW-016 has not agreed “to be matched to posts”"):
        match(world.vault, "tam", world.lunch, today=TODAY)
    held = at_stage(world, Stage.MATCHED)
    with change(world.vault, "Withdrew consent"):
        world.vault.update_row("consent", "ada-share", {"withdrawn_on": "2026-11-20"})
    with pytest.raises(Problem, match="introduced to employers by name"):
        move(world.vault, held.id, Stage.INTRODUCED, today=TODAY)


def test_consent_that_ran_out_is_none(world: World) -> None:
    with change(world.vault, "Put right"):
        world.vault.update_row("consent", "ada-matching", {"until_on": "2026-11-22"})
    begin(world.vault, world.ada, today=TODAY, stage=Stage.JOB_READY)
    with pytest.raises(Problem, match="has not agreed"):
        match(world.vault, world.ada, world.lunch, today=TODAY)


def test_a_ban_from_an_employer_holds_for_each_of_its_posts(world: World) -> None:
    begin(world.vault, world.ada, today=TODAY, stage=Stage.JOB_READY)
    with change(world.vault, "Banned"):
        world.vault.insert_row(
            "placing_rule",
            {
                "id": "ban", "person_id": world.ada, "employer_id": world.employer, "kind": "ban",
                "reason": "A relative works there.", "made_by": "Test Coach", "made_on": "2026-11-01",
            },
        )  # fmt: skip
    with pytest.raises(FieldProblem, match="A relative works there"):
        match(world.vault, world.ada, world.lunch, today=TODAY)
    with change(world.vault, "Ended the ban"):
        world.vault.update_row("placing_rule", "ban", {"ended_on": "2026-11-10"})
    assert match(world.vault, world.ada, world.lunch, today=TODAY).stage is Stage.MATCHED


def test_a_post_without_a_free_place_is_refused_and_said(world: World) -> None:
    add_post(world.vault, "garden", 8, world.employer, "Gardener’s mate", 1)
    at_stage(world, Stage.OFFERED, post="garden")
    begin(world.vault, world.wren, today=TODAY, stage=Stage.JOB_READY)
    with pytest.raises(FieldProblem, match="1 place and none is free: 0 in work there, 1 with an offer"):
        match(world.vault, world.wren, "garden", today=TODAY)
    assert places_of(world.vault)["garden"].free == 0
    assert places_of(world.vault)["lunch"].free == 2


def test_two_may_be_introduced_for_one_place_but_one_is_offered_it(world: World) -> None:
    add_post(world.vault, "garden", 8, world.employer, "Gardener’s mate", 1)
    at_stage(world, Stage.INTRODUCED, post="garden")
    second = at_stage(world, Stage.INTRODUCED, person=world.wren, post="garden")
    move(world.vault, placements_of(world.vault, world.ada)[0].id, Stage.OFFERED, today=TODAY)
    with pytest.raises(FieldProblem, match="none is free"):
        move(world.vault, second.id, Stage.OFFERED, today=TODAY)


def test_a_post_that_is_not_open_is_refused(world: World) -> None:
    with change(world.vault, "Withdrew P-007"):
        world.vault.update_row("post", world.lunch, {"status": "withdrawn"})
    begin(world.vault, world.ada, today=TODAY, stage=Stage.JOB_READY)
    with pytest.raises(FieldProblem, match="P-007 Lunch service assistant is “Withdrawn”"):
        match(world.vault, world.ada, world.lunch, today=TODAY)


def test_whether_a_post_is_filled_follows_from_who_is_in_work_there(world: World) -> None:
    first = at_stage(world, Stage.IN_POST)
    assert status_of(world) == "part_filled"
    at_stage(world, Stage.IN_POST, person=world.wren)
    assert status_of(world) == "filled"
    end(world.vault, first.id, today=TODAY, reason=EndReason.BETTER_JOB)
    assert status_of(world) == "part_filled"


def test_a_match_not_taken_up_goes_back_with_its_reason_and_what_it_was(world: World) -> None:
    held = at_stage(world, Stage.INTRODUCED)
    with pytest.raises(FieldProblem, match="Write why"):
        move(world.vault, held.id, Stage.JOB_READY, today=TODAY)
    back = move(world.vault, held.id, Stage.JOB_READY, today=TODAY, words="Too far in winter.")
    assert back.post_id is None
    assert steps_of(world.vault, held.id)[-1].words == "P-007 Lunch service assistant: Too far in winter."
    assert search_of(world.vault, world.ada) == back


def test_one_search_at_a_time_also_when_a_match_goes_back(world: World) -> None:
    held = at_stage(world, Stage.INTRODUCED)
    begin(world.vault, world.ada, today=TODAY)
    with pytest.raises(Problem, match="another placement without a post"):
        move(world.vault, held.id, Stage.JOB_READY, today=TODAY, words="Too far in winter.")


def test_who_is_in_work_is_matched_to_a_second_job_beside_it(world: World) -> None:
    add_post(world.vault, "garden", 8, world.employer, "Gardener’s mate", 1)
    at_stage(world, Stage.IN_POST)
    second = match(world.vault, world.ada, "garden", today=TODAY)
    assert second.stage is Stage.MATCHED
    assert [one.stage for one in placements_of(world.vault, world.ada)] == [Stage.IN_POST, Stage.MATCHED]
    with pytest.raises(FieldProblem, match="has a placement with P-008 Gardener’s mate already"):
        match(world.vault, world.ada, "garden", today=TODAY)


def test_a_job_found_elsewhere_needs_its_name_and_employer(world: World) -> None:
    held = at_stage(world, Stage.JOB_READY)
    with pytest.raises(FieldProblem, match="Say what it is"):
        move(world.vault, held.id, Stage.OFFERED, today=TODAY)
    offered = move(
        world.vault,
        held.id,
        Stage.OFFERED,
        today=TODAY,
        job_title="Shelf filler",
        employer_name="Sample Shop",
    )
    assert (offered.job_title, offered.employer_name, offered.post_id) == (
        "Shelf filler",
        "Sample Shop",
        None,
    )
    with pytest.raises(FieldProblem, match="without hours"):
        move(world.vault, held.id, Stage.STARTED, today=TODAY)
    started = move(world.vault, held.id, Stage.STARTED, today=TODAY, minutes_week=960)
    assert started.job_title == "Shelf filler"


def test_a_step_is_never_taken_in_the_future_or_before_the_one_before(world: World) -> None:
    held = begin(world.vault, world.ada, today=TODAY, on=date(2026, 11, 10))
    with pytest.raises(FieldProblem, match="24 November 2026 is still to come"):
        move(world.vault, held.id, Stage.ENGAGED, today=TODAY, on=TODAY + DAY)
    with pytest.raises(FieldProblem, match="taken on 10 November 2026"):
        move(world.vault, held.id, Stage.ENGAGED, today=TODAY, on=date(2026, 11, 9))


def test_sustained_needs_the_weeks_and_the_checkpoint(world: World) -> None:
    held = at_stage(world, Stage.IN_POST, on=TODAY - 13 * WEEK)
    with pytest.raises(FieldProblem, match="13 weeks have not passed"):
        move(world.vault, held.id, Stage.SUSTAINED_13, today=TODAY, on=TODAY - DAY)
    with pytest.raises(Problem, match="Record the checkpoint first"):
        move(world.vault, held.id, Stage.SUSTAINED_13, today=TODAY)
    answer(world, held.id, 13)
    assert move(world.vault, held.id, Stage.SUSTAINED_13, today=TODAY).stage is Stage.SUSTAINED_13


def test_who_was_not_in_work_at_the_checkpoint_is_not_sustained(world: World) -> None:
    held = at_stage(world, Stage.IN_POST)
    answer(world, held.id, 13, in_work=False)
    with pytest.raises(Problem, match="were not in work"):
        move(world.vault, held.id, Stage.SUSTAINED_13, today=TODAY)


def test_a_pause_keeps_where_it_began(world: World) -> None:
    held = at_stage(world, Stage.INTRODUCED)
    paused = pause(world.vault, held.id, today=TODAY, words="In hospital")
    assert (paused.stage, paused.paused_from) == (Stage.PAUSED, Stage.INTRODUCED)
    resumed = move(world.vault, held.id, Stage.INTRODUCED, today=TODAY)
    assert (resumed.stage, resumed.paused_from, resumed.post_id) == (Stage.INTRODUCED, None, world.lunch)


def test_a_pause_in_a_search_keeps_no_words_of_a_job(world: World) -> None:
    held = begin(world.vault, world.ada, today=TODAY)
    pause(world.vault, held.id, today=TODAY, words="Away")
    assert move(world.vault, held.id, Stage.REFERRED, today=TODAY).stage is Stage.REFERRED
    assert steps_of(world.vault, held.id)[-1].words == ""


def test_leaving_needs_a_reason_and_withdrawing_a_sentence(world: World) -> None:
    working = at_stage(world, Stage.IN_POST)
    with pytest.raises(FieldProblem, match="ends with a reason"):
        end(world.vault, working.id, today=TODAY)
    left = end(world.vault, working.id, today=TODAY, reason=EndReason.TRAVEL, words="The bus stopped")
    assert (left.stage, left.ended_on, left.end_reason, left.is_open) == (
        Stage.LEFT, TODAY, EndReason.TRAVEL, False,
    )  # fmt: skip
    searching = begin(world.vault, world.ada, today=TODAY)
    with pytest.raises(FieldProblem, match="Write why"):
        end(world.vault, searching.id, today=TODAY)
    assert end(world.vault, searching.id, today=TODAY, words="Moved away").stage is Stage.WITHDRAWN
    with pytest.raises(Problem, match="nothing follows"):
        move(world.vault, searching.id, Stage.ENGAGED, today=TODAY)
    assert placements(world.vault) == []
    assert len(placements(world.vault, over=True)) == 2


def test_who_never_came_goes_back_to_the_offer_and_the_start_is_gone(world: World) -> None:
    held = at_stage(world, Stage.STARTED)
    back = move(world.vault, held.id, Stage.OFFERED, today=TODAY, words="Did not come")
    assert back.started_on is None
    assert world.vault.value("select count(*) from pay_period") == 0
    assert status_of(world) == "open"


def test_a_step_undone_leaves_everything_as_before(world: World) -> None:
    held = at_stage(world, Stage.OFFERED)
    move(world.vault, held.id, Stage.STARTED, today=TODAY, minutes_week=600)
    assert status_of(world) == "part_filled"
    history.undo(world.vault)
    assert placement(world.vault, held.id) == held
    assert status_of(world) == "open"


@pytest.mark.parametrize(("at", "to"), [(Stage.INTRODUCED, Stage.OFFERED), (Stage.OFFERED, Stage.STARTED)])
def test_an_employer_hears_no_more_of_somebody_who_took_that_back(world: World, at: Stage, to: Stage) -> None:
    held = at_stage(world, at)
    with change(world.vault, "Took back a consent of IW-014"):
        world.vault.update_row("consent", "ada-share", {"withdrawn_on": TODAY.isoformat()})
    with pytest.raises(Problem, match="has not agreed “to be introduced to employers by name”"):
        move(world.vault, held.id, to, today=TODAY, minutes_week=600)
    paused = move(world.vault, held.id, Stage.PAUSED, today=TODAY, words="Asking them.")
    with pytest.raises(Problem, match="has not agreed"):
        move(world.vault, paused.id, at, today=TODAY)
    assert move(world.vault, paused.id, Stage.WITHDRAWN, today=TODAY, words="They said no.").ended_on == TODAY


def test_nothing_goes_forward_for_somebody_who_took_back_being_on_the_register(world: World) -> None:
    held = begin(world.vault, "ada", today=TODAY)
    with change(world.vault, "Took back a consent of IW-014"):
        world.vault.insert_row(
            "consent",
            {"id": "off", "person_id": "ada", "scope": "register", "given_on": "2026-01-05",
             "withdrawn_on": TODAY.isoformat()},
        )  # fmt: skip
    with pytest.raises(Problem, match="taken back their agreement to be on the i-Work register"):
        move(world.vault, held.id, Stage.ENGAGED, today=TODAY)
    ended = end(world.vault, held.id, today=TODAY, words="They said no.")
    assert ended.stage is Stage.WITHDRAWN
    with pytest.raises(Problem, match="taken back"):
        begin(world.vault, "ada", today=TODAY)
