"""Where a practice was tried, and how it went there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.spans import refuse_after
from resources.tables import Cell
from workforce.survey.action_plan.practices import practice
from workforce.survey.vocabulary import Works


@dataclass(frozen=True)
class UseDraft:
    """What a provider says of a practice; `service_id` is None where the provider as a whole tried it."""

    provider_id: str
    works: Works
    said_on: date
    service_id: str | None = None
    effect: str = ""


@dataclass(frozen=True)
class PracticeUse:
    """A provider, or one of its services, tried a practice."""

    id: str
    practice_id: str
    provider_id: str
    provider: str
    service_id: str | None
    service: str
    works: Works
    effect: str
    said_on: date

    @property
    def place(self) -> str:
        """The service, or the provider where it is the whole of it."""
        return self.service or self.provider

    def draft(self) -> UseDraft:
        """As it would be entered."""
        return UseDraft(self.provider_id, self.works, self.said_on, self.service_id, self.effect)


_SELECT = """select survey_practice_use.id, practice_id, survey_practice_use.provider_id, provider.name,
    survey_practice_use.service_id, coalesce(service.name, ''), works, effect, said_on from survey_practice_use
    join provider on provider.id = survey_practice_use.provider_id
    left join service on service.id = survey_practice_use.service_id"""


def _use(row: tuple[Any, ...]) -> PracticeUse:
    key, of, provider, name, service, service_name, works, effect, said = row
    return PracticeUse(
        key, of, provider, name, service, service_name, Works(works), effect, date.fromisoformat(said)
    )


def uses(db: Database) -> list[PracticeUse]:
    """Wherever any practice was tried, said last first."""
    return [_use(row) for row in db.rows(f"{_SELECT} order by said_on desc, survey_practice_use.id desc")]


def uses_of(db: Database, practice_id: str) -> list[PracticeUse]:
    """Where one practice was tried."""
    return [one for one in uses(db) if one.practice_id == practice_id]


def practice_use(db: Database, key: str) -> PracticeUse:
    """One by its key."""
    row = db.row(f"{_SELECT} where survey_practice_use.id = ?", (key,))
    if row is None:
        raise LookupError(f"no use of a practice {key}")
    return _use(row)


# --- the verbs ------------------------------------------------------------------------------------------------


def add_use(db: Database, practice_id: str, draft: UseDraft, *, today: date) -> PracticeUse:
    """Note that a provider tried a practice. What a service said of it before is put right, not said twice."""
    cells, key = _cells(db, draft, today), new_key()
    where = draft.service_id or draft.provider_id
    if any((one.service_id or one.provider_id) == where for one in uses_of(db, practice_id)):
        raise Problem("It is noted already that it was tried there. Change that instead.")
    name = practice(db, practice_id).name
    with change(db, f"Noted where “{name}” was tried"):
        db.insert_row("survey_practice_use", {"id": key, "practice_id": practice_id, **cells})
    return practice_use(db, key)


def edit_use(db: Database, key: str, draft: UseDraft, *, today: date) -> PracticeUse:
    """Put right what is noted."""
    cells, held = _cells(db, draft, today), practice_use(db, key)
    with change(db, f"Changed how “{practice(db, held.practice_id).name}” went at {held.place}"):
        db.update_row("survey_practice_use", key, cells)
    return practice_use(db, key)


def remove_use(db: Database, key: str) -> None:
    """Take it away, where it was noted by mistake."""
    held = practice_use(db, key)
    with change(db, f"Removed that {held.place} tried “{practice(db, held.practice_id).name}”"):
        db.delete_row("survey_practice_use", key)


def _cells(db: Database, draft: UseDraft, today: date) -> dict[str, Cell]:
    refuse_after("said_on", "Said on", draft.said_on, today)
    if draft.service_id:
        provider = db.value("select provider_id from service where id = ?", (draft.service_id,))
        if provider != draft.provider_id:
            raise FieldProblem(
                "service_id", "The service is another provider’s. Choose one of this provider."
            )
    return {
        "provider_id": draft.provider_id, "service_id": draft.service_id, "works": draft.works.value,
        "effect": draft.effect.strip(), "said_on": draft.said_on.isoformat(),
    }  # fmt: skip
