"""What members are asked to decide, what they decided, and what became of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.committee.limits import several_lines
from engagement.committee.order import moved, number_rows
from engagement.committee.reports import open_report
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, columns_of, made
from resources.spans import refuse_after
from resources.wording import lower_first, shortened


@dataclass(frozen=True)
class Recommendation:
    """A recommendation. `progress` is that of the last step noted."""

    id: str
    report_id: str
    place: int
    text: str
    outcome: RecommendationOutcome
    decided_on: date | None
    decision: str
    progress: Progress

    @property
    def name(self) -> str:
        """Its first words, for a toast or a question."""
        return shortened(self.text)


@dataclass(frozen=True)
class RecommendationStep:
    """What was done about one, on a day."""

    id: str
    recommendation_id: str
    on_day: date
    text: str
    progress: Progress


@dataclass(frozen=True)
class MadeBefore:
    """A recommendation of an earlier report with its meeting and every step since, the first one first."""

    recommendation: Recommendation
    title: str
    committee: str
    meets_on: date
    steps: tuple[RecommendationStep, ...] = ()

    @property
    def is_accepted(self) -> bool:
        """Whether members agreed, as it stood or as they amended it."""
        return self.recommendation.outcome in (RecommendationOutcome.AGREED, RecommendationOutcome.AMENDED)

    @property
    def is_open(self) -> bool:
        """Whether something is still to come: a decision, or what was agreed to be done."""
        if self.is_accepted:
            return self.recommendation.progress in (Progress.NOT_STARTED, Progress.UNDER_WAY)
        return self.recommendation.outcome is not RecommendationOutcome.NOT_AGREED

    def moved_after(self, day: date) -> bool:
        """Whether it was made, decided or worked on after a day."""
        days = (self.meets_on, self.recommendation.decided_on, *(step.on_day for step in self.steps))
        return any(one is not None and one > day for one in days)


_COLUMNS = columns_of(Recommendation)
_STEP = columns_of(RecommendationStep)


def _recommendation(row: tuple[Any, ...]) -> Recommendation:
    return made(
        Recommendation, row, outcome=RecommendationOutcome, decided_on=date.fromisoformat, progress=Progress
    )


def _step(row: tuple[Any, ...]) -> RecommendationStep:
    return made(RecommendationStep, row, on_day=date.fromisoformat, progress=Progress)


# --- reading --------------------------------------------------------------------------------------------------


def recommendation(db: Database, key: str) -> Recommendation:
    """The recommendation with this key."""
    row = db.row(f"select {_COLUMNS} from recommendation where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no recommendation {key}")
    return _recommendation(row)


def recommendations_of(db: Database, report_id: str) -> list[Recommendation]:
    """Those of a report in their order."""
    rows = db.rows(
        f"select {_COLUMNS} from recommendation where report_id = ? order by place, id", (report_id,)
    )
    return [_recommendation(row) for row in rows]


def step(db: Database, key: str) -> RecommendationStep:
    """The step with this key."""
    row = db.row(f"select {_STEP} from recommendation_step where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no step {key}")
    return _step(row)


def steps_of(db: Database, recommendation_id: str) -> list[RecommendationStep]:
    """What was done about one, the first day first."""
    rows = db.rows(
        f"select {_STEP} from recommendation_step where recommendation_id = ? order by on_day, id",
        (recommendation_id,),
    )
    return [_step(row) for row in rows]


def made_before(
    db: Database, committee: str = "", before: date | None = None, *, archived: bool = False
) -> list[MadeBefore]:
    """Every recommendation to a committee at meetings before a day, the latest meeting first; to all without one."""
    rows = db.rows(
        f"""select report.title, meeting.committee, meeting.meets_on,
        {", ".join(f"one.{column}" for column in _COLUMNS.split(", "))}
        from recommendation one join committee_report report on report.id = one.report_id
        join committee_meeting meeting on meeting.id = report.meeting_id
        where (? = '' or meeting.committee = ? collate nocase) and (? is null or meeting.meets_on < ?)
        and (? or report.archived_on is null)
        order by meeting.meets_on desc, report.title collate nocase, report.id, one.place, one.id""",
        (committee, committee, *[before.isoformat() if before else None] * 2, archived),
    )
    taken: dict[str, list[RecommendationStep]] = {}
    for row in db.rows(f"select {_STEP} from recommendation_step order by on_day, id"):
        noted = _step(row)
        taken.setdefault(noted.recommendation_id, []).append(noted)
    found = []
    for title, called, meets_on, *rest in rows:
        held = _recommendation(tuple(rest))
        done = tuple(taken.get(held.id, ()))
        found.append(MadeBefore(held, str(title), str(called), date.fromisoformat(str(meets_on)), done))
    return found


# --- making them ----------------------------------------------------------------------------------------------


def add_recommendation(db: Database, report_id: str, text: str) -> Recommendation:
    """Ask members for one thing more; it begins as the report prints it after “That:”."""
    open_report(db, report_id)
    told = _text(text)
    key, place = new_key(), len(recommendations_of(db, report_id)) + 1
    with change(db, f"Added the recommendation: {shortened(told)}"):
        db.insert_row("recommendation", {"id": key, "report_id": report_id, "place": place, "text": told})
    return recommendation(db, key)


def edit_recommendation(db: Database, key: str, text: str) -> Recommendation:
    """Put it in other words; refused once members decided on the words that they had."""
    held = recommendation(db, key)
    open_report(db, held.report_id)
    _refuse_decided(held, "put in other words")
    told = _text(text)
    with change(db, f"Changed the recommendation: {shortened(told)}"):
        db.update_row("recommendation", key, {"text": told})
    return recommendation(db, key)


def move_recommendation(db: Database, key: str, by: int) -> Recommendation:
    """Further down by so many places, or up where `by` is below 0."""
    held = recommendation(db, key)
    open_report(db, held.report_id)
    order = moved([one.id for one in recommendations_of(db, held.report_id)], key, by)
    with change(db, f"Moved the recommendation: {held.name}"):
        number_rows(db, "recommendation", order)
    return recommendation(db, key)


def remove_recommendation(db: Database, key: str) -> None:
    """Take it out; refused once it was decided or something was done about it."""
    held = recommendation(db, key)
    open_report(db, held.report_id)
    _refuse_decided(held, "taken out")
    if steps_of(db, key):
        raise Problem(f"{held.name} has steps noted. Remove them first, or keep the recommendation.")
    with change(db, f"Removed the recommendation: {held.name}"):
        db.delete_row("recommendation", key)
        number_rows(db, "recommendation", [one.id for one in recommendations_of(db, held.report_id)])


# --- what became of them --------------------------------------------------------------------------------------


def decide(
    db: Database, key: str, outcome: RecommendationOutcome, *, on: date | None = None, words: str = "", today: date
) -> Recommendation:  # fmt: skip
    """Keep what members decided, on the day of their meeting unless another is given; NOT_DECIDED takes it back.

    `words` are the decision as the minutes have it, which one that was amended needs.
    """
    held = recommendation(db, key)
    told = several_lines("words", "Decision", words)
    if outcome is RecommendationOutcome.NOT_DECIDED:
        day, told = None, ""
    else:
        day = on or _met_on(db, held)
        refuse_after("on", "Decided on", day, today)
    if outcome is RecommendationOutcome.AMENDED and not told:
        raise FieldProblem("words", "Decision: nothing was entered. Write how members amended it.")
    said = "Took back the decision on" if day is None else f"{outcome.label}:"
    with change(db, f"{said} {held.name}"):
        db.update_row(
            "recommendation", key, cells_of({"outcome": outcome.value, "decided_on": day, "decision": told})
        )
    return recommendation(db, key)


def note_step(
    db: Database, key: str, text: str, *, on: date, progress: Progress, today: date
) -> RecommendationStep:
    """Note what was done about it, and how far it has come with that."""
    held = recommendation(db, key)
    told = several_lines("text", "What was done", text, empty="nothing was entered. Write it.")
    refuse_after("on", "On", on, today)
    step_id = new_key()
    with change(db, f"Noted what was done about: {held.name}"):
        db.insert_row(
            "recommendation_step",
            {"id": step_id, "recommendation_id": key, "on_day": on.isoformat(), "text": told,
             "progress": progress.value},
        )  # fmt: skip
        _settle_progress(db, key)
    return step(db, step_id)


def edit_step(
    db: Database, key: str, text: str, *, on: date, progress: Progress, today: date
) -> RecommendationStep:
    """Put right what was noted."""
    held = step(db, key)
    told = several_lines("text", "What was done", text, empty="nothing was entered. Write it.")
    refuse_after("on", "On", on, today)
    with change(db, f"Changed what was done about: {recommendation(db, held.recommendation_id).name}"):
        cells = {"on_day": on.isoformat(), "text": told, "progress": progress.value}
        db.update_row("recommendation_step", key, cells)
        _settle_progress(db, held.recommendation_id)
    return step(db, key)


def remove_step(db: Database, key: str) -> None:
    """It was noted by mistake; the progress is that of the step before."""
    held = step(db, key)
    with change(db, f"Removed what was done about: {recommendation(db, held.recommendation_id).name}"):
        db.delete_row("recommendation_step", key)
        _settle_progress(db, held.recommendation_id)


def _settle_progress(db: Database, key: str) -> None:
    """The progress follows from the last step."""
    steps = steps_of(db, key)
    progress = steps[-1].progress if steps else Progress.NOT_STARTED
    db.update_row("recommendation", key, {"progress": progress.value})


def _met_on(db: Database, held: Recommendation) -> date:
    meets_on = db.value(
        """select meets_on from committee_meeting join committee_report on meeting_id = committee_meeting.id
        where committee_report.id = ?""",
        (held.report_id,),
    )
    return date.fromisoformat(str(meets_on))


def _text(text: str) -> str:
    return several_lines(
        "text", "Recommendation", text, empty="nothing was entered. Write what is asked for."
    )


def _refuse_decided(held: Recommendation, what: str) -> None:
    if held.outcome is not RecommendationOutcome.NOT_DECIDED:
        raise Problem(
            f"{held.name} was decided ({lower_first(held.outcome.label)}), so it cannot be {what}. Take the decision "
            "back first."
        )
