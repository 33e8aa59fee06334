"""Moving somebody from stage to stage: the one place that writes the stage of a placement, its post and its steps."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.wording import as_date, date_words
from workforce.iwork.placements import refusing
from workforce.iwork.placements.placements import Placement, placement, placements_of
from workforce.iwork.placements.steps import SEARCHING, SUSTAINED_WEEKS, StepNeed, is_back, may_move, needs
from workforce.iwork.placements.whom import person_words, post_words
from workforce.iwork.posts.moving import settle_status
from workforce.iwork.vocabulary import IN_WORK, ConsentScope, EndReason, Stage


@dataclass(frozen=True)
class PlacementStep:
    """A step that was taken. Without `from_stage` it is the first."""

    id: str
    placement_id: str
    done_on: date
    by: str
    from_stage: Stage | None
    to_stage: Stage
    words: str


class MoveFacts(TypedDict, total=False):
    """What a step may bring; which of it is needed is told by `steps.needs`. Without `on` it was taken today."""

    on: date | None
    words: str
    post_id: str | None
    job_title: str
    employer_name: str
    minutes_week: int | None
    pence_hour: int | None
    end_reason: EndReason | None


_COLUMNS = columns_of(PlacementStep)


def steps_of(vault: Database, placement_id: str) -> list[PlacementStep]:
    """The steps of a placement in the order in which they were taken."""
    rows = vault.rows(
        f"select {_COLUMNS} from placement_step where placement_id = ? order by done_on, rowid",
        (placement_id,),
    )
    return [_step(row) for row in rows]


def _step(row: tuple[Any, ...]) -> PlacementStep:
    return made(PlacementStep, row, done_on=as_date, from_stage=Stage, to_stage=Stage)


def begin(
    vault: Database, person_id: str, *, today: date, on: date | None = None, stage: Stage = Stage.REFERRED,
    words: str = "",
) -> Placement:  # fmt: skip
    """Begin somebody's way to a job, at a stage before there is a post."""
    who = person_words(vault, person_id)
    refusing.person_gone(vault, person_id, who)
    refusing.off_the_register(vault, person_id, who)
    if stage not in SEARCHING:
        raise FieldProblem("stage", f"A placement begins before there is a post, not at “{stage.label}”.")
    held = search_of(vault, person_id)
    if held is not None:
        raise Problem(
            f"{who} has a placement at “{held.stage.label}” already, without a post so far. Go on with that one."
        )
    return _begun(vault, person_id, stage, day=_day(on, today), words=words)


def search_of(vault: Database, person_id: str) -> Placement | None:
    """The open placement that has no job yet: the one that a match goes on with."""
    searching = (
        one for one in placements_of(vault, person_id) if (one.paused_from or one.stage) in SEARCHING
    )
    return next(searching, None)


def match(
    vault: Database, person_id: str, post_id: str, *, today: date, on: date | None = None, words: str = ""
) -> Placement:
    """Put somebody forward for a post: their placement without one goes on, or another begins beside a job."""
    held = search_of(vault, person_id)
    if held is not None:
        return move(vault, held.id, Stage.MATCHED, today=today, on=on, words=words, post_id=post_id)
    who = person_words(vault, person_id)
    refusing.person_gone(vault, person_id, who)
    refusing.off_the_register(vault, person_id, who)
    if not placements_of(vault, person_id):
        raise Problem(
            f"{who} has no placement yet. Begin one first, and take it to “{Stage.JOB_READY.label}”."
        )
    refusing.match_refused(vault, person_id, post_id, today)
    with change(vault, f"Matched {who} to {post_words(vault, post_id)}"):
        return _begun(vault, person_id, Stage.MATCHED, day=_day(on, today), words=words, post_id=post_id)


def move(vault: Database, key: str, to: Stage, *, today: date, **given: Unpack[MoveFacts]) -> Placement:
    """Take a step, where it may be taken now."""
    held = placement(vault, key)
    who = person_words(vault, held.person_id)
    _refuse_step(vault, held, to, who)
    day = _day(given.get("on"), today)
    _refuse_order(vault, held, day)
    _refuse_lacking(vault, held, to, given, today=today, day=day)
    with change(vault, _named(vault, held, to, who, given)):
        _write(vault, held, to, day, given)
        _settle(vault, {held.post_id, given.get("post_id")}, today)
    return placement(vault, key)


def pause(vault: Database, key: str, *, today: date, words: str, on: date | None = None) -> Placement:
    """Let it rest, with the reason; the stage at which it rests is kept, and moving there goes on."""
    return move(vault, key, Stage.PAUSED, today=today, on=on, words=words)


def end(
    vault: Database, key: str, *, today: date, reason: EndReason | None = None, words: str = "",
    on: date | None = None,
) -> Placement:  # fmt: skip
    """End it: who was in work has left, anybody else is withdrawn."""
    to = Stage.LEFT if placement(vault, key).stage in IN_WORK else Stage.WITHDRAWN
    return move(vault, key, to, today=today, on=on, words=words, end_reason=reason)


def _day(on: date | None, today: date) -> date:
    if on is not None and on > today:
        raise FieldProblem(
            "on",
            f"{date_words(on)} is still to come. A step is written down once it was taken: give its day.",
        )
    return on or today


def _refuse_step(vault: Database, held: Placement, to: Stage, who: str) -> None:
    against = may_move(held.stage, to, held.paused_from, has_post=held.post_id is not None)
    if against is not None:
        raise Problem(f"{who}: {against}")
    if to not in (Stage.LEFT, Stage.WITHDRAWN):
        refusing.person_gone(vault, held.person_id, who)
    if to not in (Stage.LEFT, Stage.WITHDRAWN, Stage.PAUSED) and not is_back(held.stage, to):
        refusing.off_the_register(vault, held.person_id, who)


def _refuse_order(vault: Database, held: Placement, day: date) -> None:
    last = max((step.done_on for step in steps_of(vault, held.id)), default=held.began_on)
    if day < last:
        raise FieldProblem(
            "on", f"The step before was taken on {date_words(last)}. Give that day or a later one."
        )


def _refuse_lacking(
    vault: Database, held: Placement, to: Stage, given: MoveFacts, *, today: date, day: date
) -> None:
    """Raises FieldProblem or Problem for the first thing that the step needs and does not have."""
    for need in needs(held.stage, to, has_post=held.post_id is not None):
        match need:
            case StepNeed.POST:
                post_id = given.get("post_id")
                if not post_id:
                    raise FieldProblem(
                        "post_id", "Nobody is matched without a post. Choose one with a free place."
                    )
                refusing.match_refused(vault, held.person_id, post_id, today)
            case StepNeed.PLACE if held.post_id:
                refusing.no_place(vault, held.post_id)
            case StepNeed.MATCHING:
                refusing.no_consent(vault, held.person_id, ConsentScope.MATCHING, today)
            case StepNeed.SHARE:
                refusing.no_consent(vault, held.person_id, ConsentScope.SHARE, today)
            case StepNeed.CHECKPOINT:
                _refuse_unsustained(vault, held, SUSTAINED_WEEKS[to], day)
            case _:
                refusing.field_lacking(need, to, given)
    if to is Stage.JOB_READY and held.stage not in (*SEARCHING, Stage.PAUSED):
        _refuse_second_search(vault, held)


def _refuse_second_search(vault: Database, held: Placement) -> None:
    if search_of(vault, held.person_id) is not None:
        raise Problem(
            f"{person_words(vault, held.person_id)} has another placement without a post. Withdraw this one instead."
        )


def _refuse_unsustained(vault: Database, held: Placement, weeks: int, day: date) -> None:
    if held.started_on is None or day < held.started_on + timedelta(weeks=weeks):
        raise FieldProblem(
            "on", f"{weeks} weeks have not passed since the start. Take this step when they have."
        )
    answer = vault.value(
        "select in_work from checkpoint where placement_id = ? and weeks = ?", (held.id, weeks)
    )
    if answer is None:
        raise Problem(
            f"Nobody has looked yet whether they are in work after {weeks} weeks. Record the checkpoint first."
        )
    if not answer:
        raise Problem(
            f"At the checkpoint of {weeks} weeks they were not in work. Put that right, or end the placement."
        )


def _named(vault: Database, held: Placement, to: Stage, who: str, given: MoveFacts) -> str:
    post_id = given.get("post_id")
    if to is Stage.MATCHED and post_id:
        return f"Matched {who} to {post_words(vault, post_id)}"
    if to is Stage.PAUSED:
        return f"Paused the placement of {who}"
    if held.stage is Stage.PAUSED and to is held.paused_from:
        return f"Resumed the placement of {who}"
    return f"Moved {who} to “{to.label}”"


def _write(vault: Database, held: Placement, to: Stage, day: date, given: MoveFacts) -> None:
    cells: dict[str, Any] = {"stage": to, "paused_from": held.stage if to is Stage.PAUSED else None}
    words = given.get("words", "").strip()
    if to in SEARCHING and held.stage is not Stage.PAUSED and held.stage not in SEARCHING:
        words = f"{_job_words(vault, held)}: {words}"
        cells |= {"post_id": None, "job_title": "", "employer_name": ""}
    if to is Stage.MATCHED and given.get("post_id"):
        cells["post_id"] = given["post_id"]
    if held.stage is Stage.JOB_READY and to in (Stage.OFFERED, Stage.STARTED):
        cells |= {"job_title": given.get("job_title", ""), "employer_name": given.get("employer_name", "")}
    if to is Stage.STARTED and held.stage not in IN_WORK:
        cells["started_on"] = day
    if held.stage in IN_WORK and to is Stage.OFFERED:
        cells["started_on"] = None
        _drop_pay(vault, held.id)
    if to in (Stage.LEFT, Stage.WITHDRAWN):
        cells |= {"ended_on": day, "end_reason": given.get("end_reason"), "end_words": words}
    vault.update_row("placement", held.id, cells_of(cells))
    if to is Stage.STARTED and held.stage not in IN_WORK:
        _keep_pay(vault, held.id, day, given)
    _keep_step(vault, held.id, day, held.stage, to, words)


def _job_words(vault: Database, held: Placement) -> str:
    return post_words(vault, held.post_id) if held.post_id else f"{held.job_title}, {held.employer_name}"


def _drop_pay(vault: Database, key: str) -> None:
    for (pay_id,) in vault.rows("select id from pay_period where placement_id = ?", (key,)):
        vault.delete_row("pay_period", str(pay_id))


def _keep_pay(vault: Database, key: str, day: date, given: MoveFacts) -> None:
    pay = {"from_on": day, "minutes_week": given.get("minutes_week"), "pence_hour": given.get("pence_hour")}
    vault.insert_row("pay_period", cells_of({"id": new_key(), "placement_id": key, **pay}))


def _begun(
    vault: Database, person_id: str, stage: Stage, *, day: date, words: str, post_id: str | None = None
) -> Placement:
    key = new_key()
    facts = {"person_id": person_id, "post_id": post_id, "stage": stage, "began_on": day}
    with change(vault, f"Began a placement of {person_words(vault, person_id)}"):
        vault.insert_row("placement", cells_of({"id": key, **facts}))
        _keep_step(vault, key, day, None, stage, words)
    return placement(vault, key)


def _keep_step(vault: Database, key: str, day: date, held: Stage | None, to: Stage, words: str) -> None:
    step = {"done_on": day, "by": vault.who, "from_stage": held, "to_stage": to, "words": words}
    vault.insert_row("placement_step", cells_of({"id": new_key(), "placement_id": key, **step}))


def _settle(vault: Database, post_ids: set[str | None], today: date) -> None:
    """Whether a post is filled follows from who is in work there."""
    for post_id in sorted(one for one in post_ids if one):
        settle_status(vault, post_id, today=today)
