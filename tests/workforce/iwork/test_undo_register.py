"""Each kind of change of the i-Work register, undone and done again, byte for byte.

Every owner of a verb adds an act for it. An act may use what an earlier act made: `story.keys`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from resources.database import Database, history
from resources.database.history import logical_dump
from tests.workforce.iwork.people.kept_list import Kept
from workforce.iwork.carving.carving import carve, take_back
from workforce.iwork.carving.day import read_day
from workforce.iwork.carving.team_tasks import add_team_task, lay_day, move_team_task, remove_team_task
from workforce.iwork.carving.teams import add_team, edit_team, remove_team
from workforce.iwork.employers import contacts, employers
from workforce.iwork.employers.interest_in import ToldInterest, take_in_interests
from workforce.iwork.figures.measure_bases import remove_base, set_base
from workforce.iwork.matching import rules_by_hand
from workforce.iwork.matching.facts import Speed
from workforce.iwork.matching.weights import set_speed, set_weights
from workforce.iwork.people import consents, people, purge
from workforce.iwork.people.reviews import record_review
from workforce.iwork.people.subject_access import record_given, request_access
from workforce.iwork.people.why_held import Retention, set_retention
from workforce.iwork.placements import (
    benefits,
    checkpoints,
    moving,
    pay,
    reminders,
    support,
    tasters,
)
from workforce.iwork.placements.placements import edit_placement
from workforce.iwork.placements.referring import refer_person
from workforce.iwork.posts import post_tasks, posts
from workforce.iwork.posts.moving import move_post
from workforce.iwork.posts.offers import set_offers
from workforce.iwork.posts.post_checks import set_post_checks
from workforce.iwork.posts.shifts import set_shifts
from workforce.iwork.posts.writing import SaidPost, write_new_post, write_post
from workforce.iwork.profile import (
    adjustments,
    availability,
    checks,
    meetings,
    needs,
    profile_tasks,
    profiles,
    tasks,
    travel,
)
from workforce.iwork.profile.shipped import add_shipped_words
from workforce.iwork.profile.writing import SaidProfile, write_profile
from workforce.iwork.vocabulary import (
    AccessToWork,
    BenefitKind,
    CheckKind,
    CheckState,
    ClosedReason,
    ConsentScope,
    ContactKind,
    EmployerStage,
    EndReason,
    Factor,
    Level,
    MeasureKind,
    Need,
    Offer,
    PostStatus,
    Stage,
    TaskWish,
    TasterOutcome,
    TravelMode,
    WhenNeeded,
)
from workforce.iwork.weeks import read_week

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@dataclass
class Story:
    """The register, the office’s file beside it, and what the acts so far have made."""

    vault: Database
    db: Database
    keys: dict[str, str] = field(default_factory=dict)

    def person(self, given_name: str = "Ada") -> str:
        """A new person’s key, for an act of one’s own."""
        return people.add_person(self.vault, given_name, TODAY, today=TODAY, family_name="Example").id


Act = Callable[[Story], None]
ACTS: list[Act] = []


def act(one: Act) -> Act:
    """An act of the story; they are played in the order in which they stand."""
    ACTS.append(one)
    return one


# --- people -----------------------------------------------------------------------------------------------------


@act
def add_edit_close_and_reopen_a_person(story: Story) -> None:
    vault = story.vault
    key = story.keys["person"] = story.person()
    people.edit_person(vault, key, today=TODAY, postcode="NG2 7QP", coach="Invented")
    people.close_person(vault, key, ClosedReason.NO_CONTACT, on=TODAY, today=TODAY)
    people.reopen_person(vault, key, today=TODAY + timedelta(days=1))


@act
def choose_how_long_records_are_kept(story: Story) -> None:
    set_retention(story.vault, replace(Retention(), review_months=3))
    set_retention(story.vault, replace(Retention(), review_months=4, keep_years=2))


@act
def agree_take_back_and_review(story: Story) -> None:
    vault, key = story.vault, story.keys["person"]
    later = TODAY + timedelta(days=1)
    consents.give_consents(vault, key, list(ConsentScope), TODAY, today=later, how="Signed")
    [made] = consents.give_consents(vault, key, [ConsentScope.PHOTO], later, today=later)
    consents.withdraw_consent(vault, key, ConsentScope.SHARE, on=later, today=later, reason="Invented")
    consents.remove_consent(vault, made.id)
    both = (ConsentScope.PROFILE, ConsentScope.PHOTO)
    consents.withdraw_consents(vault, key, both, on=later, today=later)
    record_review(vault, key, on=later, today=later, words="Invented")


@act
def ask_for_everything_and_be_given_it(story: Story) -> None:
    asked = request_access(story.vault, story.keys["person"], TODAY, today=TODAY, asked_by="Invented")
    record_given(story.vault, asked.id, on=TODAY, today=TODAY)


@act
def ask_for_a_record_to_be_deleted_and_keep_it(story: Story) -> None:
    key = story.person("Wren")
    purge.ask_purge(story.vault, key, "Invented", by="Test Coach", now=NOW)
    purge.take_back_purge(story.vault, key, purged_list=Kept())


# --- profiles ---------------------------------------------------------------------------------------------------


@act
def write_and_put_away_tasks_and_adjustments(story: Story) -> None:
    vault = story.vault
    add_shipped_words(vault)
    task = story.keys["task"] = tasks.add_task(vault, "Invented task", area="Invented").id
    tasks.edit_task(vault, task, name="Another invented task", easy="inventing")
    tasks.archive_task(vault, task, today=TODAY)
    tasks.restore_task(vault, task)
    need = story.keys["adjustment"] = adjustments.add_adjustment(vault, "Invented adjustment").id
    adjustments.edit_adjustment(vault, need, easy="Invent something for me.")
    adjustments.archive_adjustment(vault, need, today=TODAY)
    adjustments.restore_adjustment(vault, need)


@act
def write_a_profile(story: Story) -> None:
    vault, key = story.vault, story.person("Ivy")
    profiles.edit_profile(vault, key, strengths="Invented", noise=Level.LOW)
    profiles.edit_profile(vault, key, minutes_most=600)
    availability.set_availability(vault, key, read_week("Mon 9 to 12"))
    availability.set_availability(vault, key, read_week("Mon 9 to 12; Tue 9 to 12"))
    way = travel.Way(TravelMode.BUS, 40)
    travel.set_way(vault, key, way)
    travel.set_ways(vault, key, [way, travel.Way(TravelMode.WALK)])
    travel.remove_way(vault, key, TravelMode.WALK)
    profile_tasks.set_task_wish(vault, key, story.keys["task"], TaskWish.LIKES, note="Invented")
    profile_tasks.set_task_wishes(vault, key, {TaskWish.AVOID: (story.keys["task"],)}, done_before=())
    profile_tasks.remove_task_wish(vault, key, story.keys["task"], TaskWish.AVOID)


@act
def write_checks_needs_and_meetings(story: Story) -> None:
    vault, key = story.vault, story.person("Milo")
    checks.set_check(vault, key, CheckKind.DBS_BASIC, CheckState.APPLIED)
    checks.set_check(vault, key, CheckKind.DBS_BASIC, CheckState.HELD, until_on=TODAY)
    checks.remove_check(vault, key, CheckKind.DBS_BASIC)
    needs.set_need(vault, key, story.keys["adjustment"], Need.HELPS)
    needs.set_needs(vault, key, {story.keys["adjustment"]: Need.MUST})
    needs.remove_need(vault, key, story.keys["adjustment"])
    met = meetings.add_meeting(vault, key, TODAY, today=TODAY, covered="Invented").id
    meetings.edit_meeting(vault, met, today=TODAY, next_time="Invented")
    meetings.remove_meeting(vault, met)
    write_profile(vault, key, SaidProfile({"wishes": "Invented"}, week=read_week("Fri 9 to 12")))


# --- employers, posts -------------------------------------------------------------------------------------------


@act
def add_edit_close_and_reopen_an_employer(story: Story) -> None:
    vault = story.vault
    key = story.keys["employer"] = employers.add_employer(vault, today=TODAY, name="Rosewood House").id
    employers.edit_employer(vault, key, postcode="NG9 1AA", next_step="Visit", next_on=TODAY)
    employers.edit_employer(vault, key, stage=EmployerStage.VISIT_BOOKED)
    employers.close_employer(vault, key, today=TODAY)
    employers.reopen_employer(vault, key)


@act
def add_edit_and_remove_a_contact_with_an_employer(story: Story) -> None:
    vault, key = story.vault, story.keys["employer"]
    made = contacts.add_contact(
        vault, key, ContactKind.VISIT, done_on=TODAY, today=TODAY, next_step="Carve a post"
    )
    contacts.edit_contact(vault, made.id, today=TODAY, words="Shown round")
    other = contacts.add_contact(vault, key, ContactKind.CALL, done_on=TODAY, today=TODAY)
    contacts.remove_contact(vault, other.id)


@act
def take_in_what_forums_told(story: Story) -> None:
    told = ToldInterest("interest", TODAY, "Helper", "event", "Forum", "provider", "Elm Ltd", "", "", "NG1 7DD", "",
                        "Alex Specimen", "", "", "")  # fmt: skip
    assert take_in_interests(story.vault, [told]).added


@act
def add_and_edit_a_post(story: Story) -> None:
    vault = story.vault
    made = posts.add_post(
        vault, story.keys["employer"], "Lunch service", today=TODAY, places_least=2, places_most=3
    )
    story.keys["post"] = made.id
    posts.edit_post(vault, made.id, today=TODAY, pence_hour=1271, minutes_most=750)


@act
def write_a_post_at_one_sitting(story: Story) -> None:
    vault = story.vault
    said = SaidPost(shifts=read_week("Mon, Fri 9:30 to 12:30"), tasks={tasks.tasks(vault)[0].id: True})
    made = write_new_post(vault, story.keys["employer"], "Laundry", {"places_most": 2}, said, today=TODAY)
    write_post(vault, made.id, {"title": "Laundry help"}, SaidPost(shifts=()), today=TODAY)
    story.keys["laundry"] = made.id


@act
def remove_a_post(story: Story) -> None:
    posts.remove_post(story.vault, story.keys["laundry"])


@act
def set_the_parts_of_a_post(story: Story) -> None:
    vault, key = story.vault, story.keys["post"]
    first, second, third = (one.id for one in tasks.tasks(vault)[:3])
    added = post_tasks.add_post_task(vault, key, first, weekday=0, from_minute=690, until_minute=720)
    post_tasks.edit_post_task(vault, added.id, core=False)
    post_tasks.set_post_tasks(vault, key, {second: True, third: False})
    post_tasks.remove_post_task(vault, post_tasks.post_tasks_of(vault, key)[-1].id)
    set_shifts(vault, key, read_week("Mon to Fri 11:30 to 14:00"))
    set_post_checks(vault, key, {CheckKind.DBS_BASIC: WhenNeeded.AFTER_START})
    set_post_checks(vault, key, {CheckKind.RIGHT_TO_WORK: WhenNeeded.BEFORE_START})
    set_offers(vault, key, {adjustments.adjustments(vault)[0].id: Offer.OFFERED})


@act
def move_a_post(story: Story) -> None:
    vault, key = story.vault, story.keys["post"]
    move_post(vault, key, PostStatus.CARVING, today=TODAY)
    move_post(vault, key, PostStatus.WITHDRAWN, today=TODAY, reason="No budget")
    move_post(vault, key, PostStatus.OPEN, today=TODAY)


# --- matching ---------------------------------------------------------------------------------------------------

# --- carving ----------------------------------------------------------------------------------------------------


@act
def lay_a_day_carve_a_post_and_take_it_back(story: Story) -> None:
    vault, home = story.vault, employers.add_employer(story.vault, today=TODAY, name="Carving House").id
    held = add_team(vault, home, "Kitchen", weekday=0)
    edit_team(vault, held.id, weekday=1, note="As told")
    laid = lay_day(
        vault, held.id, read_day("11:30 to 12 Ringing the bell\n12 to 1 Pouring tea"), add_new=True
    )
    one = add_team_task(vault, held.id, laid[0].task_id, 900, 960)
    move_team_task(vault, one.id, 15)
    remove_team_task(vault, one.id)
    made = carve(vault, held.id, [laid[0].key], today=TODAY, title="Bell", weekdays=[0, 2])
    carve(vault, held.id, [laid[1].key], today=TODAY, post_id=made.id, weekdays=[0])
    take_back(vault, held.id, [each.key for each in laid], today=TODAY)
    remove_team(vault, held.id)


# --- placements -------------------------------------------------------------------------------------------------


@act
def take_somebody_to_a_post_and_pause(story: Story) -> None:
    vault, key = story.vault, story.person("Nell")
    story.keys["worker"] = key
    consents.give_consents(vault, key, [ConsentScope.MATCHING, ConsentScope.SHARE], TODAY, today=TODAY)
    held = moving.begin(vault, key, today=TODAY)
    for stage in (Stage.ENGAGED, Stage.PROFILING, Stage.JOB_READY):
        moving.move(vault, held.id, stage, today=TODAY)
    moving.pause(vault, held.id, today=TODAY, words="Invented")
    moving.move(vault, held.id, Stage.JOB_READY, today=TODAY)
    moving.match(vault, key, story.keys["post"], today=TODAY)
    moving.move(vault, held.id, Stage.JOB_READY, today=TODAY, words="Invented")
    moving.match(vault, key, story.keys["post"], today=TODAY)
    for stage in (Stage.INTRODUCED, Stage.TASTER, Stage.OFFERED):
        moving.move(vault, held.id, stage, today=TODAY)
    story.keys["placement"] = held.id


@act
def plan_change_tell_and_remove_tasters(story: Story) -> None:
    vault, who, where = story.vault, story.keys["worker"], story.keys["employer"]
    made = tasters.plan_taster(vault, who, where, TODAY, today=TODAY)
    tasters.edit_taster(vault, made.id, today=TODAY, from_minute=570, until_minute=600)
    tasters.record_outcome(vault, made.id, TasterOutcome.MIXED, today=TODAY, persons_words="Invented")
    tasters.remove_taster(vault, tasters.plan_taster(vault, who, where, TODAY, today=TODAY).id)


@act
def start_work_and_go_back_and_start_again(story: Story) -> None:
    vault, key = story.vault, story.keys["placement"]
    moving.move(vault, key, Stage.STARTED, today=TODAY, minutes_week=600, pence_hour=1271)
    moving.move(vault, key, Stage.OFFERED, today=TODAY, words="Invented")
    moving.move(vault, key, Stage.STARTED, today=TODAY, minutes_week=480)
    edit_placement(vault, key, access_to_work=AccessToWork.APPLIED, access_on=TODAY, permitted_work=True)


@act
def pay_support_and_look_again(story: Story) -> None:
    vault, key, later = story.vault, story.keys["placement"], TODAY + timedelta(weeks=14)
    made = pay.set_pay(vault, key, later, minutes_week=960, pence_hour=1271)
    pay.set_pay(vault, key, later, minutes_week=900, pence_hour=1271)
    pay.remove_pay(vault, made.id)
    seen = support.add_visit(vault, key, TODAY, 90, today=TODAY)
    support.edit_visit(vault, seen.id, today=TODAY, words="Invented")
    support.remove_visit(vault, support.add_visit(vault, key, TODAY, 30, today=TODAY).id)
    support.set_plan(vault, key, [(1, 600), (5, 240)])
    support.set_plan(vault, key, [(1, 540), (9, 0)])
    first = checkpoints.record_checkpoint(vault, key, 4, in_work=True, today=later)
    checkpoints.record_checkpoint(vault, key, 4, in_work=False, today=later)
    checkpoints.remove_checkpoint(vault, first.id)
    checkpoints.record_checkpoint(vault, key, 13, in_work=True, today=later)
    moving.move(vault, key, Stage.IN_POST, today=later)
    moving.move(vault, key, Stage.SUSTAINED_13, today=later)


@act
def remember_do_and_open_again(story: Story) -> None:
    vault = story.vault
    made = reminders.add_reminder(vault, "Invented", TODAY, placement_id=story.keys["placement"])
    reminders.edit_reminder(vault, made.id, due_on=TODAY + timedelta(days=1))
    reminders.finish_reminder(vault, made.id, today=TODAY)
    reminders.reopen_reminder(vault, made.id)
    reminders.remove_reminder(vault, reminders.add_reminder(vault, "Invented, too", TODAY).id)


@act
def fill_in_benefit_limits(story: Story) -> None:
    vault, kind = story.vault, BenefitKind.ACCESS_WEEKS
    benefits.set_rule(vault, kind, TODAY, amount=8, source="Invented", checked_on=TODAY, today=TODAY)
    made = benefits.set_rule(vault, kind, TODAY, amount=9, source="Invented", checked_on=None, today=TODAY)
    benefits.remove_rule(vault, made.id)


@act
def refer_somebody(story: Story) -> None:
    refer_person(story.vault, "Kit", TODAY, today=TODAY, family_name="Specimen")


@act
def leave_and_withdraw(story: Story) -> None:
    vault, later = story.vault, TODAY + timedelta(weeks=15)
    moving.end(vault, story.keys["placement"], today=later, reason=EndReason.TRAVEL, words="Invented")
    again = moving.begin(vault, story.keys["worker"], today=later)
    moving.end(vault, again.id, today=later, words="Invented")


# --- the lock ---------------------------------------------------------------------------------------------------

# --- matching ---------------------------------------------------------------------------------------------------


@act
def decide_of_matches_by_hand(story: Story) -> None:
    vault, who = story.vault, story.person("Specimen")
    made = rules_by_hand.pin(vault, who, story.keys["post"], "Invented", today=TODAY)
    rules_by_hand.end_rule(vault, made.id, "Invented", today=TODAY)
    rules_by_hand.ban_from_post(vault, who, story.keys["post"], "Invented", today=TODAY)
    rules_by_hand.ban_from_employer(vault, who, story.keys["employer"], "Invented", today=TODAY)


@act
def weigh_matches_and_reckon_ways(story: Story) -> None:
    set_weights(story.vault, {Factor.TASKS: 9, Factor.TRAVEL: 0})
    set_weights(story.vault, {Factor.TASKS: 8})
    set_speed(story.vault, TravelMode.BUS, Speed(120, 10, 30))


# --- figures ----------------------------------------------------------------------------------------------------


@act
def type_in_what_the_measure_is_a_share_of(story: Story) -> None:
    made = set_base(story.vault, MeasureKind.LEARNING_DISABILITY, TODAY, number=1850, source="Invented")
    set_base(story.vault, made.kind, TODAY, number=1900, source="Invented, put right")
    remove_base(story.vault, made.id)
    set_base(story.vault, MeasureKind.AUTISM, TODAY, number=640, source="Invented")


# --- the proof --------------------------------------------------------------------------------------------------


def dump(vault: Database) -> bytes:
    """Every row of the contents, and of what the tables on screen show of them."""
    names = vault.rows(
        "select name from sqlite_master where type = 'table' and name glob 'listing_*' order by 1"
    )
    tables = [*history.tracked_tables(vault), *(name for (name,) in names if "_fts" not in name)]
    return b"".join(
        repr((name, vault.rows(f'select * from "{name}" order by id'))).encode() for name in tables
    )


def entries(vault: Database) -> int:
    """How many changes the trail has."""
    return int(vault.value("select count(*) from history_change"))


def test_every_kind_of_change_is_undone_and_done_again_byte_for_byte(vault: Database, db: Database) -> None:
    story, first = Story(vault, db), list(logical_dump(vault))
    before, named = dump(vault), []
    for one in ACTS:
        made = entries(vault)
        one(story)
        after, done = dump(vault), entries(vault) - made
        assert done and after != before, one.__name__
        named += [entry.action for entry in history.entries(vault, limit=done)][::-1]
        _back_and_forth(vault, done, before, after, one.__name__)
        before = after
    assert [history.undo(vault).action for _ in named] == named[::-1] and all(named)  # type: ignore[union-attr]
    assert list(logical_dump(vault)) == first
    assert vault.rows("pragma foreign_key_check") == []


def _back_and_forth(vault: Database, done: int, before: bytes, after: bytes, named: str) -> None:
    for _ in range(done):
        assert history.undo(vault) is not None, named
    assert dump(vault) == before, f"undo of {named}"
    for _ in range(done):
        assert history.redo(vault) is not None, named
    assert dump(vault) == after, f"redo of {named}"


def test_no_change_is_named_after_a_person(vault: Database, db: Database) -> None:
    story = Story(vault, db)
    for one in ACTS:
        one(story)
    named = [entry.action for entry in history.entries(vault, limit=1_000)]
    people_held = [
        name for row in vault.rows("select given_name, family_name from person") for name in row if name
    ]
    assert named and not [action for action in named for name in people_held if name in action.split()]
