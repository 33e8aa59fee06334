"""When each phase of a round is planned, and what judges see of the others' scores while it lasts."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack

from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import RoundPhase, ScoresSeen
from resources.database import Database, change
from resources.problem import FieldProblem
from resources.rows import cells_of, columns_of, made
from resources.wording import date_words


class PhaseFacts(TypedDict, total=False):
    """What can be said of a phase."""

    from_on: date | None
    until_on: date | None
    scores_seen: ScoresSeen


@dataclass(frozen=True)
class PlannedPhase:
    """A phase and its days, both ends within it. A round moves by a person's act; these days only remind."""

    id: str
    round_id: str
    phase: RoundPhase
    from_on: date | None
    until_on: date | None
    scores_seen: ScoresSeen

    @property
    def period(self) -> str:
        """From when until when, in words; '' where no day is planned."""
        first, last = self.from_on, self.until_on
        if first and last and first != last:
            return f"{date_words(first)} to {date_words(last)}"
        if first:
            return date_words(first) if first == last else f"from {date_words(first)}"
        return f"until {date_words(last)}" if last else ""

    def is_over(self, day: date) -> bool:
        """Whether its last day has passed."""
        return self.until_on is not None and self.until_on < day

    def has(self, day: date) -> bool:
        """Whether the day is within it; an end that is not planned is open."""
        return not self.is_over(day) and (self.from_on is None or self.from_on <= day)


_COLUMNS = columns_of(PlannedPhase)


def phases_of(db: Database, round_id: str) -> list[PlannedPhase]:
    """The six phases of a round, in their order."""
    rows = db.rows(f"select {_COLUMNS} from award_phase where round_id = ?", (round_id,))
    day = date.fromisoformat
    found = [
        made(PlannedPhase, row, phase=RoundPhase, from_on=day, until_on=day, scores_seen=ScoresSeen)
        for row in rows
    ]
    return sorted(found, key=lambda one: list(RoundPhase).index(one.phase))


def planned_phase(db: Database, round_id: str, phase: RoundPhase) -> PlannedPhase:
    """One of them."""
    return next(one for one in phases_of(db, round_id) if one.phase is phase)


def set_phase(db: Database, round_id: str, phase: RoundPhase, **given: Unpack[PhaseFacts]) -> PlannedPhase:
    """Plan one phase: what is given changes, the rest stays."""
    held = award_round(db, round_id)
    refuse_archived(held)
    one = planned_phase(db, round_id, phase)
    first, last = given.get("from_on", one.from_on), given.get("until_on", one.until_on)
    _refuse_disorder(phases_of(db, round_id), phase, first, last)
    with change(db, f"Planned “{phase.label}” of {held.name}"):
        db.update_row("award_phase", one.id, cells_of(given))
    return planned_phase(db, round_id, phase)


def _refuse_disorder(
    held: list[PlannedPhase], phase: RoundPhase, first: date | None, last: date | None
) -> None:
    """Raises FieldProblem for days that run against one another, or against the order of the phases."""
    if first and last and last < first:
        raise FieldProblem(
            "until_on",
            f"Until: {date_words(last)} is before {date_words(first)}, when it begins. Change one of the two.",
        )
    place = list(RoundPhase).index(phase)
    if first is None:
        return
    for other, one in enumerate(held):
        begins = one.from_on
        if begins is not None and ((other < place and begins > first) or (other > place and begins < first)):
            before = other < place
            raise FieldProblem(
                "from_on",
                f"From: “{one.phase.label}” comes {'before' if before else 'after'} it and begins on "
                f"{date_words(begins)}. Change one of the two.",
            )
