"""Rounds and what belongs to them as tables: what the page and the command line both draw from. They name nobody."""

from datetime import date

from awards.category_words import category_column
from awards.points import points_words
from awards.rounds.categories import categories
from awards.rounds.checklist import checklist
from awards.rounds.criteria import Criterion, criteria, values_of
from awards.rounds.moving_on import round_steps
from awards.rounds.phase_plan import PlannedPhase, phases_of
from awards.rounds.rounds import AwardRound, rounds
from awards.vocabulary import COUNTED_VOICES
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import as_date, count_of, instant_text

_NUMBER, _DATE = ColumnKind.NUMBER, ColumnKind.DATE
ROUND_COLUMNS = (
    Column("name", "Round", width=220),
    Column("year", "Year", width=60),
    Column("phase", "Phase", ColumnKind.STATUS, 150),
    Column("categories", "Categories", _NUMBER, 90),
    Column("entries", "Nominees", _NUMBER, 90),
    Column("voices", "Nominations", _NUMBER, 100),
    Column("judges", "Judges", _NUMBER, 80),
    Column("announced", "Announced", _DATE, 110),
    Column("archived_on", "Archived", _DATE, 110),
)
CATEGORY_COLUMNS = (
    Column("name", "Category", width=352),
    Column("kind", "Honours", width=90),
    Column("entries", "Nominees", _NUMBER, 84),
    Column("word_limit", "Most words", _NUMBER, 72),
    Column("most_finalists", "Most finalists", _NUMBER, 80),
    Column("description", "What it is", width=120),
)
CRITERION_COLUMNS = (
    Column("name", "Criterion", width=180),
    category_column("Scored in"),
    Column("weight", "Weight", width=76),
    Column("scale", "Scale", width=90),
    Column("required", "Needed", ColumnKind.FLAG, 70),
    Column("guidance", "Guidance", width=250),
    Column("values", "Values", width=300),
)
CHECK_COLUMNS = (Column("position", "Point", _NUMBER, 60), Column("words", "What is looked at", width=560))
PHASE_COLUMNS = (
    Column("phase", "Phase", width=130),
    Column("from_on", "From", _DATE, 100),
    Column("until_on", "Until", _DATE, 100),
    Column("seen", "Others’ scores are seen", width=150),
    Column("now", "Now", ColumnKind.STATUS, 90),
)
STEP_COLUMNS = (
    Column("at", "When", ColumnKind.TIME, 140),
    Column("from", "From", width=130),
    Column("to", "To", width=130),
    Column("by", "By", width=130),
    Column("reason", "Why", width=240),
)
EVERY = "Every category"


def rounds_table(db: Database, *, archived: bool = False) -> Table:
    """All rounds, the latest first."""
    held = rounds(db, archived=archived)
    counts = {
        key: tuple(numbers)
        for key, *numbers in db.rows(
            f"""select id, (select count(*) from award_category where round_id = award_round.id),
            (select count(*) from award_entry where round_id = award_round.id and status <> 'merged'),
            (select count(*) from nomination join award_entry on award_entry.id = entry_id
                where round_id = award_round.id and nomination.status in ({COUNTED_VOICES})),
            (select count(*) from panel_member where round_id = award_round.id and stood_down_on is null)
            from award_round"""
        )
    }
    rows = [
        (one.name, str(one.year), one.phase.label, *counts[one.id], _day_of(one), _day(one.archived_on))
        for one in held
    ]
    return Table("Rounds of the awards", ROUND_COLUMNS, rows, base=count_of(len(held), "round"))


def categories_table(db: Database, held: AwardRound) -> Table:
    """Those of a round, with how many are nominated in each and what is its own rule."""
    numbers: dict[str, int] = dict(
        db.rows(
            "select category_id, count(*) from award_entry where round_id = ? and status <> 'merged' "
            "group by category_id",
            (held.id,),
        )
    )
    rows = [
        (
            one.name, one.nominee_kind.label, numbers.get(one.id, 0), one.words_in(held), one.finalists_in(held),
            one.description,
        )
        for one in categories(db, held.id)
    ]  # fmt: skip
    return Table(f"Categories of {held.name}", CATEGORY_COLUMNS, rows)


def criteria_table(db: Database, held: AwardRound) -> Table:
    """What is scored, by what weight, and what the values mean."""
    names = {one.id: one.name for one in categories(db, held.id)}
    rows = [_criterion_row(db, one, names.get(one.category_id or "", EVERY)) for one in criteria(db, held.id)]
    return Table(
        f"Criteria of {held.name}",
        CRITERION_COLUMNS,
        rows,
        notes=("A criterion of weight 2 counts twice as much as one of weight 1.",),
    )


def _criterion_row(db: Database, one: Criterion, where: str) -> tuple[Cell, ...]:
    values = "; ".join(f"{points_words(value.points)} {value.label}" for value in values_of(db, one.id))
    return one.name, where, one.weight_words, one.scale_words, int(one.required), one.guidance, values


def checklist_table(db: Database, held: AwardRound) -> Table:
    """What is looked at before a nominee goes to the judges."""
    rows = [(place, one.words) for place, one in enumerate(checklist(db, held.id), 1)]
    return Table(f"Checklist of {held.name}", CHECK_COLUMNS, rows)


def phases_table(db: Database, held: AwardRound, *, today: date) -> Table:
    """When each phase is planned, and which it is now."""
    rows = [
        (one.phase.label, _day(one.from_on), _day(one.until_on), one.scores_seen.label, _now(held, one, today))
        for one in phases_of(db, held.id)
    ]  # fmt: skip
    return Table(f"Phases of {held.name}", PHASE_COLUMNS, rows, as_at=today)


def _now(held: AwardRound, one: PlannedPhase, today: date) -> str:
    if one.phase is not held.phase:
        return ""
    return "Overdue" if one.is_over(today) else "Now"


def steps_table(db: Database, held: AwardRound) -> Table:
    """Who moved the round from one phase to another, when, and why back."""
    rows = [
        (instant_text(one.at), one.from_phase.label, one.to_phase.label, one.by, one.reason)
        for one in round_steps(db, held.id)
    ]
    return Table(f"Steps of {held.name}", STEP_COLUMNS, rows)


def rules_lines(held: AwardRound) -> tuple[tuple[str, str], ...]:
    """The rules of a round as a heading and its words each."""
    words = "may be left without a winner" if held.may_not_award else "has a winner"
    return (
        ("Statements", f"at most {held.word_limit:,} words"),
        ("Finalists", f"at most {held.most_finalists} in a category"),
        ("Judges", f"{held.least_scores} for each nominee"),
        ("A tie is parted by", held.tie_rule.label),
        ("A category", words),
    )


def _day_of(held: AwardRound) -> str | None:
    return as_date(held.announced_at).isoformat() if held.announced_at is not None else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None
