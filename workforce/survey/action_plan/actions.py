"""The action plan: what was found, what is done about it, by whom and when, and by what it is measured again."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import shortened
from workforce.survey.vocabulary import ActionStatus, Measure
from workforce.survey.waves.waves import wave

_COLUMNS = (
    "id, survey_id, action, finding, owner, due_on, measure, question_id, option_id, baseline_wave_id, wave_id, "
    "status, closed_on, note"
)
SOON = timedelta(days=14)
"""An action due within so many days is near."""


@dataclass(frozen=True)
class ActionDraft:
    """What a person says of an action.

    With `measure` SHARE it is measured by the share that chose `option_id` of `question_id`, otherwise by a step of
    the funnel or a rate; first in `baseline_wave_id`, and again in `wave_id`, which may not be planned yet.
    """

    action: str
    finding: str = ""
    owner: str = ""
    due_on: date | None = None
    measure: Measure = Measure.NONE
    question_id: str | None = None
    option_id: str | None = None
    baseline_wave_id: str | None = None
    wave_id: str | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanAction(ActionDraft):
    """An action as it stands."""

    id: str
    survey_id: str
    status: ActionStatus = ActionStatus.OPEN
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status is ActionStatus.OPEN

    def is_overdue(self, today: date) -> bool:
        """Whether its day is past and it is still open."""
        return self.is_open and self.due_on is not None and self.due_on < today

    def is_due_soon(self, today: date) -> bool:
        """Whether its day is today or near."""
        return self.is_open and self.due_on is not None and today <= self.due_on <= today + SOON

    def standing(self, today: date) -> str:
        """Overdue, Open, Done or Dropped."""
        return "Overdue" if self.is_overdue(today) else self.status.label

    def draft(self) -> ActionDraft:
        """As it would be entered."""
        return ActionDraft(
            self.action, self.finding, self.owner, self.due_on, self.measure, self.question_id, self.option_id,
            self.baseline_wave_id, self.wave_id, self.note,
        )  # fmt: skip


def _action(row: tuple[Any, ...]) -> PlanAction:
    (key, survey, action, finding, owner, due, measure, question, option, baseline, again, status, closed,
     note) = row  # fmt: skip
    return PlanAction(
        id=key, survey_id=survey, action=action, finding=finding, owner=owner, due_on=_day(due),
        measure=Measure(measure), question_id=question, option_id=option, baseline_wave_id=baseline, wave_id=again,
        status=ActionStatus(status), closed_on=_day(closed), note=note,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def actions(db: Database, survey_id: str = "", *, only_open: bool = False) -> list[PlanAction]:
    """The plan of a survey, or of all: what is open first, by the day it is due."""
    rows = db.rows(
        f"""select {_COLUMNS} from survey_action where (?1 = '' or survey_id = ?1)
        and (not ?2 or status = 'open') order by status <> 'open', due_on is null, due_on, id""",
        (survey_id, only_open),
    )
    return [_action(row) for row in rows]


def action(db: Database, key: str) -> PlanAction:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from survey_action where id = ?", (key,))
    if row is None:
        raise LookupError(f"no action {key} in the plan")
    return _action(row)


def is_action(db: Database, key: str) -> bool:
    """Whether the key is an action's."""
    return bool(db.value("select exists (select 1 from survey_action where id = ?)", (key,)))


def owners(db: Database) -> list[str]:
    """Whoever an action was given to."""
    rows = db.rows("select distinct owner from survey_action where owner <> '' order by lower(owner)")
    return [owner for (owner,) in rows]


# --- the verbs ------------------------------------------------------------------------------------------------


def add_action(db: Database, survey_id: str, draft: ActionDraft) -> PlanAction:
    """Add an action to the plan of a survey."""
    cells, key = _cells(db, survey_id, draft), new_key()
    with change(db, f"Added “{shortened(draft.action)}” to the action plan"):
        db.insert_row("survey_action", {"id": key, "survey_id": survey_id, **cells})
    return action(db, key)


def edit_action(db: Database, key: str, draft: ActionDraft) -> PlanAction:
    """Put right what is said of an action."""
    cells = _cells(db, action(db, key).survey_id, draft)
    with change(db, f"Changed “{shortened(draft.action)}” of the action plan"):
        db.update_row("survey_action", key, cells)
    return action(db, key)


def close_action(db: Database, key: str, *, on: date, dropped: bool = False, note: str = "") -> PlanAction:
    """It is done, or is not going to be; `note` is added to what is noted already."""
    held = action(db, key)
    if not held.is_open:
        raise Problem(
            f"“{shortened(held.action)}” is {held.status.label.lower()} already. Open it again first."
        )
    status = ActionStatus.DROPPED if dropped else ActionStatus.DONE
    noted = "\n".join(part for part in (held.note, note.strip()) if part)
    with change(db, f"{'Dropped' if dropped else 'Finished'} “{shortened(held.action)}”"):
        db.update_row(
            "survey_action", key, {"status": status.value, "closed_on": on.isoformat(), "note": noted}
        )
    return action(db, key)


def reopen_action(db: Database, key: str) -> PlanAction:
    """There is something to do after all."""
    held = action(db, key)
    if held.is_open:
        raise Problem(f"“{shortened(held.action)}” is open already.")
    with change(db, f"Opened “{shortened(held.action)}” again"):
        db.update_row("survey_action", key, {"status": ActionStatus.OPEN.value, "closed_on": None})
    return action(db, key)


def remove_action(db: Database, key: str) -> None:
    """Take it out of the plan, where it was entered by mistake."""
    held = action(db, key)
    with change(db, f"Removed “{shortened(held.action)}” from the action plan"):
        db.delete_row("survey_action", key)


def _cells(db: Database, survey_id: str, draft: ActionDraft) -> dict[str, Cell]:
    if not draft.action.strip():
        raise FieldProblem("action", "The action is empty. Write what is to be done.")
    measured = draft.measure is not Measure.NONE
    shares = draft.measure is Measure.SHARE
    question, option = (draft.question_id, draft.option_id) if shares else (None, None)
    if shares:
        _check_option(db, survey_id, question, option)
    baseline, again = (draft.baseline_wave_id, draft.wave_id) if measured else (None, None)
    _check_waves(db, survey_id, baseline, again)
    return {
        "action": draft.action.strip(), "finding": draft.finding.strip(), "owner": draft.owner.strip(),
        "due_on": draft.due_on.isoformat() if draft.due_on else None, "measure": draft.measure.value,
        "question_id": question, "option_id": option, "baseline_wave_id": baseline or None,
        "wave_id": again or None, "note": draft.note.strip(),
    }  # fmt: skip


def _check_option(db: Database, survey_id: str, question: str | None, option: str | None) -> None:
    found = db.row(
        """select survey_id, question_id from survey_option
        join survey_question on survey_question.id = question_id where survey_option.id = ?""",
        (option,),
    )
    if found is None:
        raise FieldProblem(
            "option_id", "A share is of those who chose something. Choose the question’s answer."
        )
    if found != (survey_id, question):
        raise FieldProblem(
            "option_id", "This answer is of another question. Choose one of the question’s own."
        )


def _check_waves(db: Database, survey_id: str, baseline: str | None, again: str | None) -> None:
    chosen = {
        field: wave(db, key) for field, key in (("baseline_wave_id", baseline), ("wave_id", again)) if key
    }
    for field, one in chosen.items():
        if one.survey_id != survey_id:
            raise FieldProblem(field, f"{one.name} is a wave of another survey. Choose one of this survey’s.")
    if len(chosen) == 2 and chosen["wave_id"].opens_on <= chosen["baseline_wave_id"].opens_on:
        raise FieldProblem(
            "wave_id",
            f"{chosen['wave_id'].name} does not begin after {chosen['baseline_wave_id'].name}. Choose a later "
            "wave, or none until it is planned.",
        )
