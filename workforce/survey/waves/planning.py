"""Planning waves: when the survey is asked, how and of whom; and putting that right."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.tables import Cell
from resources.wording import count_of, date_words, month_words
from workforce.survey.vocabulary import AskedOf, Mode, WaveKind
from workforce.survey.waves.asking import take_questions
from workforce.survey.waves.waves import Wave, answers_in, invited_in, wave, waves


@dataclass(frozen=True)
class WaveDraft:
    """What a person says of a wave. Without a day of its own the population is that of the day it opens."""

    name: str
    kind: WaveKind
    opens_on: date
    closes_on: date | None = None
    mode: Mode = Mode.ONLINE
    asked_of: AskedOf = AskedOf.SERVICE
    population_on: date | None = None
    note: str = ""


class WaveFacts(TypedDict, total=False):
    """What can be put right of a wave."""

    name: str
    kind: WaveKind
    opens_on: date
    closes_on: date | None
    mode: Mode
    asked_of: AskedOf
    population_on: date | None
    note: str


def name_for(kind: WaveKind, opens_on: date, taken: Collection[str] = ()) -> str:
    """What a wave may be called: by its year, else by its month, else by its day, as far as others are called so."""
    held = {one.casefold() for one in taken}
    names = [f"{kind.label} {when}" for when in (opens_on.year, month_words(opens_on), date_words(opens_on))]
    return next((name for name in names if name.casefold() not in held), names[-1])


def plan_wave(db: Database, survey_id: str, draft: WaveDraft) -> Wave:
    """Plan a wave that asks the questions as they stand now."""
    draft = checked(db, survey_id, draft)
    key = new_key()
    with change(db, f"Planned the wave {draft.name}"):
        db.insert_row("survey_wave", {"id": key, "survey_id": survey_id, **_cells(draft)})
        take_questions(db, key, survey_id)
    return wave(db, key)


def edit_wave(db: Database, key: str, **facts: Unpack[WaveFacts]) -> Wave:
    """Put what is given right; the questions as asked stay.

    Who answers stays once there are answers. A population taken for the other way of asking goes with it.
    """
    held = wave(db, key)
    draft = checked(db, held.survey_id, replace(_draft(held), **facts), but=key)
    turned = draft.asked_of is not held.asked_of
    if turned:
        _refuse_turning(db, held)
    elif draft.population_on != held.population_on:
        _refuse_other_day(db, held)
    with change(db, f"Changed the wave {draft.name}"):
        if turned:
            for (invited,) in db.rows("select id from survey_invited where wave_id = ?", (key,)):
                db.delete_row("survey_invited", invited)
        db.update_row("survey_wave", key, _cells(draft))
    return wave(db, key)


def archive_wave(db: Database, key: str, *, today: date) -> Wave:
    """Put a wave away with its answers; nothing of it is lost."""
    held = wave(db, key)
    with change(db, f"Archived the wave {held.name}"):
        db.update_row("survey_wave", key, {"archived_on": today.isoformat()})
    return wave(db, key)


def restore_wave(db: Database, key: str) -> Wave:
    """Bring an archived wave back, where its name and kind still fit the others."""
    held = wave(db, key)
    checked(db, held.survey_id, _draft(held), but=key)
    with change(db, f"Restored the wave {held.name}"):
        db.update_row("survey_wave", key, {"archived_on": None})
    return wave(db, key)


# --- what can be a wave ---------------------------------------------------------------------------------------


def checked(db: Database, survey_id: str, draft: WaveDraft, *, but: str = "") -> WaveDraft:
    """The draft tidied; refused where it cannot be planned."""
    name = " ".join(draft.name.split())
    if not name:
        raise FieldProblem("name", "A wave needs a name. Type one, such as “Baseline 2019”.")
    if draft.closes_on is not None and draft.closes_on < draft.opens_on:
        raise FieldProblem(
            "closes_on",
            f"The wave would close on {date_words(draft.closes_on)}, before it opens on "
            f"{date_words(draft.opens_on)}. Give a later day, or leave it empty.",
        )
    others = [one for one in waves(db, survey_id) if one.id != but]
    if any(one.name.casefold() == name.casefold() for one in others):
        raise FieldProblem("name", f"There is a wave called “{name}” already. Give this one another name.")
    _check_kind(draft, others)
    return replace(
        draft, name=name, note=draft.note.strip(), population_on=draft.population_on or draft.opens_on
    )


def _check_kind(draft: WaveDraft, others: list[Wave]) -> None:
    """One baseline, and it comes first: “since the baseline” must mean one thing in every sentence."""
    baseline = next((one for one in others if one.kind is WaveKind.BASELINE), None)
    if draft.kind is WaveKind.RE_EVALUATION:
        if baseline is None:
            raise FieldProblem(
                "kind",
                "There is no baseline yet. Plan the first wave as the baseline, and re-evaluations after it.",
            )
        if draft.opens_on < baseline.opens_on:
            raise FieldProblem(
                "opens_on",
                f"A re-evaluation comes after the baseline, which opened on {date_words(baseline.opens_on)}. "
                "Give a later day.",
            )
        return
    if baseline is not None:
        raise FieldProblem(
            "kind",
            f"“{baseline.name}” is the baseline of this survey. Plan this wave as a re-evaluation: any two waves can "
            "be compared.",
        )
    earlier = next((one for one in others if one.opens_on < draft.opens_on), None)
    if earlier is not None:
        raise FieldProblem(
            "opens_on",
            f"“{earlier.name}” opens on {date_words(earlier.opens_on)}, and the baseline comes first. Give an "
            "earlier day.",
        )


def _refuse_turning(db: Database, held: Wave) -> None:
    answers = answers_in(db, held.id)
    if answers:
        raise FieldProblem(
            "asked_of",
            f"“{held.name}” has {count_of(answers, 'response')} of {held.asked_of.label.lower()}, so who answers "
            "stays. Plan another wave for the other way of asking.",
        )


def _refuse_other_day(db: Database, held: Wave) -> None:
    invited = invited_in(db, held.id)
    if invited:
        raise FieldProblem(
            "population_on",
            f"The {invited} invited are those of {date_words(held.population_on or held.opens_on)}. "
            "Set the population anew to take them as at another day.",
        )


def _draft(held: Wave) -> WaveDraft:
    return WaveDraft(
        held.name,
        held.kind,
        held.opens_on,
        held.closes_on,
        held.mode,
        held.asked_of,
        held.population_on,
        held.note,
    )


def _cells(draft: WaveDraft) -> Mapping[str, Cell]:
    return {
        "name": draft.name, "kind": draft.kind.value, "opens_on": draft.opens_on.isoformat(),
        "closes_on": draft.closes_on.isoformat() if draft.closes_on else None, "mode": draft.mode.value,
        "asked_of": draft.asked_of.value, "note": draft.note,
        "population_on": draft.population_on.isoformat() if draft.population_on else None,
    }  # fmt: skip
