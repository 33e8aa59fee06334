"""What belongs to a post: tasks, shifts, checks, adjustments; written at one sitting, told as tables."""

from datetime import date

import pytest

from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.posts.offers import offers_of, set_offers
from workforce.iwork.posts.post_checks import post_checks_of, set_post_checks
from workforce.iwork.posts.post_reading import post_as_held
from workforce.iwork.posts.post_tasks import (
    add_post_task,
    edit_post_task,
    post_task,
    post_tasks_of,
    remove_post_task,
    set_post_tasks,
)
from workforce.iwork.posts.posts import add_post, post, posts, remove_post
from workforce.iwork.posts.readiness import doubts, lacks, stands_in_the_way
from workforce.iwork.posts.shifts import read_shifts, set_shifts, shifts_of, shifts_said
from workforce.iwork.posts.tables import posts_table, said_of, steps_table, tasks_table
from workforce.iwork.posts.writing import SaidPost, write_new_post, write_post
from workforce.iwork.profile.adjustments import add_adjustment
from workforce.iwork.profile.tasks import add_task
from workforce.iwork.vocabulary import BuddyOffer, CheckKind, Offer, PostStatus, ShiftPattern, WhenNeeded
from workforce.iwork.weeks import WeekTime

TODAY = date(2026, 11, 23)
MON, TUE = WeekTime(0, 690, 840), WeekTime(1, 690, 840)


@pytest.fixture
def home(vault: Database) -> str:
    """An employer with a place."""
    return add_employer(vault, today=TODAY, name="Rosewood House", postcode="NG9 1AA").id


@pytest.fixture
def lunch(vault: Database, home: str) -> str:
    """A post."""
    return add_post(vault, home, "Lunch service", today=TODAY).id


def test_shifts_are_set_a_week_at_once_and_those_that_stay_keep_their_rows(
    vault: Database, lunch: str
) -> None:
    first = set_shifts(vault, lunch, [TUE, MON])
    assert [one.time for one in first] == [MON, TUE] and first[0].minutes == 150
    second = set_shifts(vault, lunch, [MON, (4, 600, 720)])
    assert second[0] == first[0] and second[1].span == (4, 600, 720)
    assert shifts_said(vault, lunch) == "Mon 11:30am to 2pm; Fri 10am to midday"
    assert set_shifts(vault, lunch, [MON, (4, 600, 720)]) == second
    assert set_shifts(vault, lunch, []) == []


@pytest.mark.parametrize("typed", ["Mon 14:00 to 11:00", "Mon 9 to 9", "whenever"])
def test_a_shift_that_cannot_be_is_refused_by_its_field(typed: str) -> None:
    with pytest.raises(FieldProblem) as found:
        read_shifts(typed)
    assert found.value.field == "shifts" and found.value.sentence.startswith("Shifts: ")


def test_shifts_that_lie_over_each_other_are_refused(vault: Database, lunch: str) -> None:
    with pytest.raises(FieldProblem, match="lie over each other"):
        set_shifts(vault, lunch, [MON, WeekTime(0, 780, 900)])
    assert len(set_shifts(vault, lunch, [MON, WeekTime(0, 840, 900)])) == 2


def test_tasks_have_an_order_a_time_or_none_and_may_be_swapped(vault: Database, lunch: str) -> None:
    laying, serving = add_task(vault, "Laying tables").id, add_task(vault, "Serving meals").id
    one = add_post_task(vault, lunch, laying, weekday=0, from_minute=690, until_minute=720)
    two = add_post_task(vault, lunch, serving, core=False)
    assert [each.position for each in post_tasks_of(vault, lunch)] == [1, 2]
    assert (one.core, two.core, two.from_minute) == (True, False, None)
    assert edit_post_task(vault, two.id, core=True).core
    assert edit_post_task(vault, two.id) == post_task(vault, two.id)
    assert [row[1] for row in tasks_table(vault, lunch)[0].rows] == [
        "Monday, 11:30am to midday",
        "No set time",
    ]
    remove_post_task(vault, one.id)
    assert [each.task_id for each in post_tasks_of(vault, lunch)] == [serving]


def test_a_task_ends_after_it_begins_and_has_both_times_or_none(vault: Database, lunch: str) -> None:
    laying = add_task(vault, "Laying tables").id
    with pytest.raises(FieldProblem, match="is not after 11:30am"):
        add_post_task(vault, lunch, laying, from_minute=690, until_minute=600)
    with pytest.raises(FieldProblem, match="only one of the two"):
        add_post_task(vault, lunch, laying, from_minute=690)
    with pytest.raises(FieldProblem, match="nothing was chosen"):
        add_post_task(vault, lunch, "")
    held = add_post_task(vault, lunch, laying, from_minute=690, until_minute=720)
    with pytest.raises(FieldProblem):
        edit_post_task(vault, held.id, until_minute=None)
    with pytest.raises(LookupError):
        post_task(vault, "gone")


def test_all_tasks_at_once_keep_their_times(vault: Database, lunch: str) -> None:
    laying, serving, drying = (add_task(vault, name).id for name in ("Laying", "Serving", "Drying"))
    kept = add_post_task(vault, lunch, laying, from_minute=690, until_minute=720)
    add_post_task(vault, lunch, serving)
    set_post_tasks(vault, lunch, {laying: False, drying: True})
    held = post_tasks_of(vault, lunch)
    assert [(one.task_id, one.core) for one in held] == [(laying, False), (drying, True)]
    assert (held[0].id, held[0].from_minute) == (kept.id, 690)
    assert set_post_tasks(vault, lunch, {drying: True, laying: False}) == held


def test_checks_and_adjustments_are_set_at_once(vault: Database, lunch: str) -> None:
    asked = {CheckKind.RIGHT_TO_WORK: WhenNeeded.BEFORE_START, CheckKind.DBS_BASIC: WhenNeeded.AFTER_START}
    assert [one.kind for one in set_post_checks(vault, lunch, asked)] == [
        CheckKind.DBS_BASIC,
        CheckKind.RIGHT_TO_WORK,
    ]
    set_post_checks(vault, lunch, {CheckKind.DBS_BASIC: WhenNeeded.BEFORE_START})
    assert [(one.kind, one.needed) for one in post_checks_of(vault, lunch)] == [
        (CheckKind.DBS_BASIC, WhenNeeded.BEFORE_START)
    ]
    breaks, quiet = add_adjustment(vault, "Extra breaks").id, add_adjustment(vault, "A quiet place").id
    set_offers(vault, lunch, {breaks: Offer.OFFERED, quiet: Offer.REFUSED})
    set_offers(vault, lunch, {breaks: Offer.POSSIBLE})
    assert [(one.adjustment_id, one.offer) for one in offers_of(vault, lunch)] == [(breaks, Offer.POSSIBLE)]


def test_a_post_is_written_whole_or_not_at_all(vault: Database, home: str) -> None:
    laying = add_task(vault, "Laying tables").id
    said = SaidPost(
        shifts=(MON,), tasks={laying: True}, checks={CheckKind.RIGHT_TO_WORK: WhenNeeded.BEFORE_START}
    )
    made = write_new_post(vault, home, "Lunch", {"places_most": 2}, said, today=TODAY, status=PostStatus.OPEN)
    last = history.next_undo(vault)
    assert last is not None and last.action == f"Added {made.reference}"
    with pytest.raises(FieldProblem):
        write_post(
            vault, made.id, {"title": "Other"}, SaidPost(shifts=(MON, WeekTime(0, 700, 800))), today=TODAY
        )
    assert post(vault, made.id) == made
    history.undo(vault)
    assert posts(vault) == []


def test_what_a_post_lacks_is_said_and_blocks_nothing(vault: Database) -> None:
    nowhere = add_employer(vault, today=TODAY, name="The Invented Café", postcode="NG99 9ZZ").id
    held = post_as_held(vault, add_post(vault, nowhere, "Something", today=TODAY).id)
    said = " ".join(lacks(held))
    for words in (
        "no tasks",
        "no shifts",
        "hours a week are not known",
        "NG99 9ZZ, is not in the national list",
    ):
        assert words in said
    assert "Move it to “Open”" in stands_in_the_way(held)
    unplaced = add_employer(vault, today=TODAY, name="Elsewhere").id
    assert "has no postcode" in " ".join(said_of(vault, add_post(vault, unplaced, "One", today=TODAY).id))


def test_what_does_not_go_together_is_said(vault: Database, home: str) -> None:
    laying = add_task(vault, "Laying tables").id
    made = write_new_post(
        vault, home, "Lunch", {"minutes_least": 900, "buddy": BuddyOffer.YES},
        SaidPost(shifts=(MON,), tasks={laying: False}), today=TODAY, status=PostStatus.OPEN,
    )  # fmt: skip
    edit_post_task(vault, post_tasks_of(vault, made.id)[0].id, weekday=4, from_minute=600, until_minute=660)
    said = doubts(post_as_held(vault, made.id))
    assert [any(words in one for one in said) for words in ("2.5 hours", "could be swapped", "no shift")] == [
        True
    ] * 3
    write_post(vault, made.id, {"pattern": ShiftPattern.CHOOSE, "minutes_least": 600}, today=TODAY)
    assert "fewer than the 10" in " ".join(doubts(post_as_held(vault, made.id)))
    assert lacks(post_as_held(vault, made.id)) == () and stands_in_the_way(post_as_held(vault, made.id)) == ""


def test_a_post_entered_by_mistake_goes_with_its_parts(vault: Database, lunch: str) -> None:
    set_shifts(vault, lunch, [MON])
    add_post_task(vault, lunch, add_task(vault, "Laying tables").id)
    remove_post(vault, lunch)
    assert posts(vault) == [] and shifts_of(vault, lunch) == [] and post_tasks_of(vault, lunch) == []
    history.undo(vault)
    assert [one.time for one in shifts_of(vault, lunch)] == [MON]


def test_a_post_that_was_carved_stays(vault: Database, lunch: str, home: str) -> None:
    task = add_task(vault, "Laying tables").id
    with change(vault, "Carved"):
        vault.insert_row("carving_team", {"id": "team", "employer_id": home, "name": "Kitchen"})
        vault.insert_row(
            "carving_task",
            {
                "id": "one",
                "team_id": "team",
                "task_id": task,
                "from_minute": 1,
                "until_minute": 2,
                "post_id": lunch,
            },
        )
    with pytest.raises(Problem, match="P-001 has tasks carved into it"):
        remove_post(vault, lunch)


def test_the_tables(vault: Database, lunch: str) -> None:
    table = posts_table(vault, posts(vault))
    assert table.exempt == IDENTITY and table.rows[0][:3] == ("P-001", "Lunch service", "Rosewood House")
    assert "no tasks" in str(table.rows[0][-1])
    assert [row[1] for row in steps_table(vault, lunch).rows] == ["Interest"]
