"""Waves, their populations and what became of the questions between two of them, as tables."""

from collections.abc import Sequence
from datetime import date

from engagement.register.vocabulary import Rating, ServiceKind, rating_words
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_words
from workforce.survey.questionnaire.matching import Match, QuestionMatch
from workforce.survey.surveys import survey
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.comparability import matches
from workforce.survey.waves.population import Candidate, Invited, day_of, invited
from workforce.survey.waves.standing import COVERS, Standing, standing_of
from workforce.survey.waves.waves import Wave, wave, waves

WAVE_COLUMNS = (
    Column("name", "Wave", width=164),
    Column("kind", "Kind", width=104),
    Column("opens_on", "Opens", ColumnKind.DATE, 98),
    Column("closes_on", "Closes", ColumnKind.DATE, 98),
    Column("invited", "Invited", ColumnKind.NUMBER, 70),
    Column("answered", "Answered", ColumnKind.NUMBER, 80),
    Column("rate", "Response rate", ColumnKind.PERCENT, 112),
    Column("mode", "Asked", width=120),
    Column("asked_of", "Who answers", width=110),
    Column("state", "State", ColumnKind.STATUS, 90),
)
POPULATION_COLUMNS = (
    Column("name", "Invited", width=200),
    Column("provider", "Provider", width=180),
    Column("kind", "Kind", width=130),
    Column("district", "District", width=120),
    Column("rating", "Rating", ColumnKind.RATING, 130),
    Column("beds", "Beds", ColumnKind.NUMBER, 60),
    Column("active", "Contract", width=100),
    Column("answered", "Answered", ColumnKind.FLAG, 82),
)
CANDIDATE_COLUMNS = (
    Column("name", "Name", width=200),
    Column("provider", "Provider", width=180),
    Column("kind", "Kind", width=130),
    Column("reason", "Why", width=260),
)
MATCH_COLUMNS = (
    Column("wording", "Question", width=320),
    Column("match", "How asked", width=150),
    Column("comparable", "Figures", ColumnKind.STATUS, 160),
    Column("changed", "What changed", width=260),
    Column("reason", "Why", width=160),
    Column("decided", "Decided by", width=140),
)
_RATE = "Response rate: of those invited, how many are covered by a response that counts."
_AT_LEAST = (
    "Where responses are not tied to a provider the rate is the least that it can be, and none is given where most are "
    "not."
)
COMPARABLE, BREAK, TO_DECIDE, ONE_WAVE = "Comparable", "Break", "Break, not decided", "In one wave only"


# --- waves ----------------------------------------------------------------------------------------------------


def state_of(one: Wave, today: date) -> str:
    """Whether answers come in; without a last day a wave stays open."""
    if one.archived_on:
        return "Archived"
    if one.opens_on > today:
        return "To come"
    return "Closed" if one.closes_on is not None and one.closes_on < today else "Open"


def wave_row(one: Wave, held: Standing, today: date) -> tuple[Cell, ...]:
    """One wave with how many were invited and answered."""
    return (
        one.name, one.kind.label, one.opens_on.isoformat(), one.closes_on.isoformat() if one.closes_on else None,
        held.invited or None, held.answered, held.rate, one.mode.label, one.asked_of.label,
        state_of(one, today),
    )  # fmt: skip


def waves_table(db: Database, survey_id: str, *, today: date, archived: bool = False) -> Table:
    """A row for each wave, the first one first."""
    held = waves(db, survey_id, archived=archived)
    standings = [standing_of(db, one.id) for one in held]
    rows = [wave_row(one, standing, today) for one, standing in zip(held, standings, strict=True)]
    return Table(
        f"Waves of the {survey(db, survey_id).name}", WAVE_COLUMNS, rows, base=f"{count_of(len(rows), 'wave')}.",
        notes=(_RATE, COVERS, *((_AT_LEAST,) if any(one.at_least for one in standings) else ())),
    )  # fmt: skip


# --- who is invited -------------------------------------------------------------------------------------------


def kind_words(kind: str) -> str:
    """As people read it: the label, “Several kinds” as it stands."""
    found = ServiceKind.read(kind)
    return found.label if found else kind


def rating_said(rating: str) -> str:
    """As people read it, of a service that CQC does not rate too."""
    found = Rating.read(rating)
    return found.label if found else rating or rating_words(None)


def invited_row(one: Invited, *, answered: bool) -> tuple[Cell, ...]:
    """One of those invited."""
    return (
        one.name, one.provider_name if one.provider_name != one.name else "", kind_words(one.kind), one.district,
        rating_said(one.rating), one.beds, "Active" if one.active else "Not active", int(answered),
    )  # fmt: skip


def population_table(db: Database, wave_id: str) -> Table:
    """Everybody invited, with the facts of the day."""
    held, covered = wave(db, wave_id), standing_of(db, wave_id).covered
    rows = [invited_row(one, answered=one.id in covered) for one in invited(db, wave_id)]
    return Table(
        f"Invited to {held.name}", POPULATION_COLUMNS, rows,
        base=f"{len(rows)} invited; {sum(bool(row[-1]) for row in rows)} of them answered.",
        source=f"The register as at {date_words(day_of(held))}.", as_at=day_of(held),
    )  # fmt: skip


def candidate_row(one: Candidate) -> tuple[Cell, ...]:
    """One of those whom a rule would invite or leave out."""
    provider = one.provider_name if one.provider_name != one.name else ""
    return one.name, provider, kind_words(one.facts.kind), one.reason


def candidates_table(found: Sequence[Candidate], *, meant: bool) -> Table:
    """Those whom a rule would invite; or those of the area whom it leaves out, with the reason."""
    rows = [candidate_row(one) for one in found if one.invited is meant and not one.elsewhere]
    far = sum(one.elsewhere for one in found)
    notes = (f"{far:,} more in the register are outside the area.",) if far and not meant else ()
    title = "Would be invited" if meant else "Would be left out"
    return Table(title, CANDIDATE_COLUMNS, rows, base=f"{len(rows):,} in the area.", notes=notes)


# --- what became of the questions -------------------------------------------------------------------------------


def match_row(one: QuestionMatch) -> tuple[Cell, ...]:
    """One question between two waves."""
    decision = one.decision
    by = f"{decision.decided_by}, {date_words(decision.decided_at[:10])}" if decision and one.decided else ""
    reason = decision.reason if decision and one.decided else ""
    return one.wording, one.match.label, figures_words(one), " ".join(one.what_changed), reason, by


def figures_words(one: QuestionMatch) -> str:
    """Whether figures stand side by side."""
    if not one.match.is_in_both:
        return ONE_WAVE
    if one.comparable:
        return COMPARABLE
    return BREAK if one.decided or not one.can_be_decided else TO_DECIDE


def matching_table(db: Database, earlier_wave_id: str, later_wave_id: str) -> Table:
    """Every question of two waves."""
    found = matches(db, earlier_wave_id, later_wave_id)
    earlier, later = wave(db, earlier_wave_id), wave(db, later_wave_id)
    same = sum(one.match is Match.SAME for one in found)
    return Table(
        f"Questions of {later.name} against {earlier.name}", MATCH_COLUMNS, [match_row(one) for one in found],
        base=f"{count_of(len(found), 'question')}: {same} the same in both.",
        notes=("Capitals, spaces and punctuation alone are no change. What is not decided is a break.",),
    )  # fmt: skip


def asked_table(db: Database, wave_id: str) -> Table:
    """Every question that a wave asks, in its words."""
    columns = (
        Column("number", "No.", ColumnKind.NUMBER, 48), Column("wording", "Question", width=360),
        Column("kind", "Answered by", width=144), Column("options", "Options", width=300),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (number, one.wording, one.question.kind.label, "; ".join(option.wording for option in one.options))
        for number, one in enumerate(asked_of_wave(db, wave_id), 1)
    ]
    base = f"{count_of(len(rows), 'question')}."
    return Table(f"What {wave(db, wave_id).name} asks", columns, rows, base=base)
