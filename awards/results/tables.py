"""Results as tables for screen, paper and command line alike. Each names nominees or judges, and is exempt."""

from collections.abc import Sequence
from fractions import Fraction

from awards.category_words import category_column
from awards.exempt import EXEMPTION
from awards.nominations.entries import entry, reference
from awards.results.deciding.decisions import Decision
from awards.results.harshness import HOW, Harshness
from awards.results.notes import PanelNote
from awards.results.review_state import HOW as STATES
from awards.results.scoring import criterion_means, how_computed, left_out
from awards.results.standings import CategoryStanding, NomineeStanding
from awards.results.worth_knowing import harshness_sentences, of_category
from awards.rounds.categories import category
from awards.vocabulary import TieBrokenBy
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import Number, count_of, instant_text, rounded_whole

_POINTS, _NUMBER, _STATUS = ColumnKind.POINTS, ColumnKind.NUMBER, ColumnKind.STATUS
PLACE = Column("place", "Place", width=60)
STANDING_COLUMNS = (
    PLACE,
    Column("nominee", "Nominee", width=162),
    Column("mean", "Mean", _POINTS, 62),
    Column("adjusted", "Adjusted mean", _POINTS, 84),
    Column("median", "Median", _POINTS, 72),
    Column("spread", "Spread", _POINTS, 70),
    Column("scores", "Scores", _NUMBER, 68),
    Column("state", "Judges", _STATUS, 92),
    Column("status", "Status", _STATUS, 150),
    Column("reference", "Reference", width=92),
    Column("where", "Where", width=180),
    Column("lowest", "Lowest", _POINTS, 76),
    Column("highest", "Highest", _POINTS, 78),
    Column("awaited", "Awaited", _NUMBER, 80),
)
JUDGE_COLUMNS = (
    Column("judge", "Judge", width=200),
    Column("added", "Adds", _POINTS, 80),
    Column("scored", "Nominees scored", _NUMBER, 110),
    Column("shared", "Shared with others", _NUMBER, 110),
)
SCORE_COLUMNS = (
    Column("reference", "Reference", width=92),
    Column("nominee", "Nominee", width=180),
    Column("judge", "Judge", width=180),
    Column("mean", "Score", _POINTS, 80),
    Column("away", "From the mean", _POINTS, 90),
    Column("adjusted", "Adjusted", _POINTS, 90),
    Column("empty", "Not scored", width=200),
)
DECISION_COLUMNS = (
    category_column(),
    Column("outcome", "Outcome", _STATUS, 150),
    Column("reference", "Reference", width=92),
    Column("nominee", "Nominee", width=170),
    Column("reason", "Why", width=280),
    Column("tie", "Tie broken by", width=130),
    Column("decided_by", "Decided by", width=130),
    Column("decided_on", "Decided", ColumnKind.DATE, 100),
    Column("announced_at", "Announced", ColumnKind.TIME, 140),
    Column("ended_on", "Ended", ColumnKind.DATE, 100),
    Column("ended_reason", "Why it ended", width=220),
)


def cell(figure: Number | None) -> Cell:
    """Hundredths for a column of points."""
    return None if figure is None else rounded_whole(figure)


def standings_table(held: CategoryStanding, *, adjusted: bool = False) -> Table:
    """A row for each nominee, by place; the keys are `standing_keys`."""
    notes = [
        how_computed(held.scheme),
        "Spread is the sample standard deviation of the judges’ scores. A nominee whom fewer judges scored than "
        "the round asks for has no place.",
        f"Judges. {STATES}",
    ]
    if isinstance(held.harshness, Harshness):
        notes.append(f"Adjusted mean. {HOW}")
    return Table(
        f"{held.category.name}: results",
        STANDING_COLUMNS,
        [_standing_row(one, adjusted=adjusted) for one in held.by_place(adjusted=adjusted)],
        base=_base(held),
        notes=(*of_category(held), *harshness_sentences(held), *notes),
        exempt=EXEMPTION,
    )


ON_PAPER = ("place", "nominee", "mean", "adjusted", "median", "spread", "scores", "status", "reference")


def paper_table(held: CategoryStanding) -> Table:
    """The same on paper, where there is no room for all of it."""
    whole = standings_table(held)
    kept = [place for place, one in enumerate(STANDING_COLUMNS) if one.name in ON_PAPER]
    return Table(
        f"{held.category.name}: nominees by place", tuple(STANDING_COLUMNS[place] for place in kept),
        [tuple(row[place] for place in kept) for row in whole.rows], base=whole.base, exempt=EXEMPTION,
    )  # fmt: skip


def _base(held: CategoryStanding) -> str:
    scores = sum(one.summary.number for one in held.nominees)
    return f"{count_of(len(held.nominees), 'nominee')}, {count_of(scores, 'score')} by {_judges(held)}"


def _judges(held: CategoryStanding) -> str:
    return count_of(len({judge for one in held.nominees for judge in one.summary.by_judge}), "judge")


def _standing_row(one: NomineeStanding, *, adjusted: bool) -> tuple[Cell, ...]:
    found = one.summary
    lowest, highest = found.ends or (None, None)
    return (
        place_words(one, adjusted=adjusted), one.nominee.name, cell(found.mean), cell(one.adjusted), cell(found.median),
        cell(found.spread), found.number, one.state.label, one.nominee.status.label, one.nominee.reference,
        one.nominee.place, cell(lowest), cell(highest), one.awaited,
    )  # fmt: skip


def place_words(one: NomineeStanding, *, adjusted: bool = False) -> str:
    """1, or “1 joint”; “too few” for whom too few judges have scored."""
    held = one.place(adjusted=adjusted)
    if held is None:
        return "too few" if one.summary.number else ""
    return f"{held.place} joint" if held.level else str(held.place)


def judges_table(held: CategoryStanding) -> Table:
    """What each judge adds to everybody, in the points of this category."""
    found = held.harshness
    effects = found.effects if isinstance(found, Harshness) else ()
    rows: list[tuple[Cell, ...]] = [
        (held.judge_names[one.judge], cell(one.added), one.scored, one.shared)
        for one in sorted(effects, key=lambda one: one.added)
    ]
    notes = tuple(harshness_sentences(held)) if not rows else (HOW,)
    return Table("How harsh the judges are", JUDGE_COLUMNS, rows, base=count_of(len(rows), "judge"), notes=notes,
                 exempt=EXEMPTION)  # fmt: skip


def scores_table(held: CategoryStanding, only: str = "") -> Table:
    """What each judge’s scores of each nominee come to; of one nominee where that is asked."""
    added = (
        {one.judge: one.added for one in held.harshness.effects}
        if isinstance(held.harshness, Harshness)
        else {}
    )
    rows = [row for one in held.nominees if only in ("", one.key) for row in _score_rows(held, one, added)]
    return Table(
        f"{held.category.name}: scores by judge", SCORE_COLUMNS, rows, base=count_of(len(rows), "score"),
        notes=(how_computed(held.scheme),), exempt=EXEMPTION,
    )  # fmt: skip


def _score_rows(
    held: CategoryStanding, one: NomineeStanding, added: dict[str, Fraction]
) -> list[tuple[Cell, ...]]:
    mean = one.summary.mean
    empty = {mark.judge: ", ".join(left_out(held.scheme, mark.points)) for mark in one.marks}
    return [
        (
            one.nominee.reference, one.nominee.name, name, cell(value), 
            cell(value - mean) if mean is not None else None, cell(value - added[judge]) if judge in added else None,
            empty.get(judge, ""),
        )
        for judge, name in held.judge_names.items()
        if (value := one.summary.by_judge.get(judge)) is not None
    ]  # fmt: skip


def criteria_means_table(held: CategoryStanding, one: NomineeStanding, *, compared: bool = True) -> Table:
    """Each criterion: the nominee’s mean, and beside it that of all nominees of the category where it is `compared`."""
    own, every = criterion_means(held.scheme, one.marks), held.criterion_means()
    columns = (
        Column("criterion", "Criterion", width=150),
        Column("own", "Mean", _POINTS, 66),
        Column("every", "All nominees", _POINTS, 92),
    )
    shown = len(columns) if compared else len(columns) - 1
    rows: list[tuple[Cell, ...]] = [
        (scale.name, cell(own.get(scale.key)), cell(every.get(scale.key)))[:shown]
        for scale in held.scheme.scales
    ]
    base = count_of(one.summary.number, "judge")
    return Table("By criterion", columns[:shown], rows, base=base, exempt=EXEMPTION)


SHORT = ("category", "outcome", "nominee", "decided_by", "decided_on")


def decisions_table(db: Database, held: Sequence[Decision], *, title: str, short: bool = False) -> Table:
    """A row for each decision, in the order given; `short` for paper, where the reasons stand beneath."""
    kept = [place for place, one in enumerate(DECISION_COLUMNS) if not short or one.name in SHORT]
    rows = [_decision_row(db, one) for one in held]
    return Table(
        title,
        tuple(DECISION_COLUMNS[place] for place in kept),
        [tuple(row[place] for place in kept) for row in rows],
        base=count_of(len(held), "decision"),
        exempt=EXEMPTION,
    )


def _decision_row(db: Database, one: Decision) -> tuple[Cell, ...]:
    who = entry(db, one.entry_id) if one.entry_id else None
    return (
        category(db, one.category_id).name, one.outcome.label, reference(db, who) if who else "",
        who.nominee if who else "", one.reason, "" if one.tie is TieBrokenBy.NOT_TIED else one.tie.label,
        one.decided_by, one.decided_on.isoformat(), instant_text(one.announced_at) if one.announced_at else None,
        one.ended_on.isoformat() if one.ended_on else None, one.ended_reason,
    )  # fmt: skip


AGREEMENT_COLUMNS = (
    Column("category", "Category", width=290),
    Column("nominees", "Nominees", _NUMBER, 90),
    Column("scores", "Scores", _NUMBER, 80),
    Column("interval", "Alpha", _POINTS, 80),
    Column("ordinal", "Alpha by order", _POINTS, 100),
    Column("words", "In words", width=420),
)


def agreement_table(held: Sequence[CategoryStanding], *, title: str, short: bool = False) -> Table:
    """Krippendorff’s alpha of each category; `short` without what it means, where that stands beside it."""
    rows: list[tuple[Cell, ...]] = []
    for one in held:
        found = one.agreement
        rows.append(
            (
                one.category.name, found.nominees, found.scores, _hundred(found.interval), _hundred(found.ordinal),
                found.words,
            )
        )  # fmt: skip
    return Table(
        title, AGREEMENT_COLUMNS[:-1] if short else AGREEMENT_COLUMNS,
        [row[:-1] for row in rows] if short else rows, base=count_of(len(rows), "category", "categories"),
        notes=(
            "Krippendorff’s alpha of the judges’ scores: 1 is full agreement, 0 no better than chance. From 0.80 on "
            "scores can be relied on, from 0.67 on conclusions are tentative. “By order” goes by their order alone.",
        ),
        exempt=EXEMPTION,
    )  # fmt: skip


def _hundred(alpha: Fraction | None) -> Cell:
    return None if alpha is None else rounded_whole(alpha * 100)


def notes_table(name: str, held: Sequence[PanelNote]) -> Table:
    """The panel’s notes on one nominee."""
    columns = (
        Column("text", "Note", width=420),
        Column("by", "By", width=140),
        Column("at", "Written", ColumnKind.TIME, 150),
    )
    rows: list[tuple[Cell, ...]] = [(one.text, one.by, instant_text(one.at)) for one in held]
    return Table(f"Notes on {name}", columns, rows, base=count_of(len(rows), "note"), exempt=EXEMPTION)
