"""The panel, its interests and conflicts, and who was given whom, as tables. Each names people, and is exempt."""

from collections import Counter
from collections.abc import Mapping, Sequence

from awards.category_words import category_column
from awards.exempt import EXEMPTION
from awards.judging.assigning import Plan
from awards.judging.assignments import Assignment, assignments
from awards.judging.clashes import Clash, clashes
from awards.judging.conflict_lines import ConflictLine, conflict_lines
from awards.judging.conflict_reading import Pair, conflicts_in
from awards.judging.interests import interest_words, interests
from awards.judging.panel import Member, member_names, members
from awards.judging.panel_categories import panel_categories
from awards.judging.progress import judge_progress, nominee_progress
from awards.nominations.entries import Entry, entries, reference_of
from awards.rounds.categories import categories
from awards.rounds.rounds import award_round
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import date_words

_NUMBER, _STATUS, _DATE = ColumnKind.NUMBER, ColumnKind.STATUS, ColumnKind.DATE
NOT_ASKED, NONE_DECLARED = "Not asked", "None declared"
CONFLICT, CLASH = "Conflict", "Conflict, given all the same"
STOOD_DOWN, ON_PANEL = "Stood down", "On the panel"

PANEL_COLUMNS = (
    Column("name", "Member", width=150),
    Column("role", "Role", width=64),
    Column("interests", "Interests", _STATUS, width=120),
    Column("given", "Given", _NUMBER, 58),
    Column("answered", "Answered", _NUMBER, 80),
    Column("open", "Open", _NUMBER, 56),
    Column("percent", "Done", ColumnKind.PERCENT, 62),
    Column("conflicts", "Conflicts", _NUMBER, 78),
    Column("most", "At most", _NUMBER, 76),
    Column("categories", "Categories", width=160),
    Column("organisation", "Organisation", width=170),
    Column("state", "State", _STATUS, 116),
)
INTEREST_COLUMNS = (
    Column("judge", "Member", width=170),
    Column("interest", "Interest", width=380),
    Column("declared_on", "Declared", _DATE, 110),
)
CONFLICT_COLUMNS = (
    Column("judge", "Judge", width=170),
    Column("reference", "Reference", width=92),
    Column("nominee", "Nominee", width=170),
    Column("kind", "How it was found", width=140),
    Column("state", "What is done", _STATUS, 170),
    category_column(),
    Column("why", "Why", width=360),
)
GIVEN_COLUMNS = (
    Column("reference", "Reference", width=92),
    Column("nominee", "Nominee", width=170),
    category_column(),
    Column("judge", "Judge", width=170),
    Column("status", "Status", _STATUS, 140),
    Column("assigned_on", "Given", _DATE, 110),
    Column("reason", "Why", width=240),
)
LOAD_COLUMNS = (
    Column("judge", "Judge", width=200),
    Column("has", "Has", _NUMBER, 70),
    Column("gives", "Would be given", _NUMBER, 120),
    Column("back", "Taken back", _NUMBER, 100),
    Column("total", "Would have", _NUMBER, 100),
    Column("most", "At most", _NUMBER, 80),
)


def panel_table(db: Database, round_id: str) -> Table:
    """Each of the panel with their interests and how far they have come."""
    names, done = member_names(db, round_id), {one.member_id: one for one in judge_progress(db, round_id)}
    chosen, named = panel_categories(db, round_id), {one.id: one.name for one in categories(db, round_id)}
    declared = Counter(one.member_id for one in interests(db, round_id))
    held = Counter(judge for judge, _entry in conflicts_in(db, round_id))
    rows: list[tuple[Cell, ...]] = []
    for one in members(db, round_id):
        far = done[one.id]
        only = ", ".join(words for key, words in named.items() if key in chosen.get(one.id, ()))
        rows.append((
            names[one.id], one.role.label, interests_state(one, declared[one.id]), far.given,
            far.scored + far.abstained, far.open, far.percent, held[one.id], one.most_entries, only or "All",
            one.organisation, STOOD_DOWN if one.stood_down_on else ON_PANEL,
        ))  # fmt: skip
    return Table("The panel", PANEL_COLUMNS, rows, exempt=EXEMPTION)


def interests_state(one: Member, declared: int) -> str:
    """Not asked, none declared, or how many."""
    if one.declared_on is None:
        return NOT_ASKED
    return f"{declared} declared" if declared else NONE_DECLARED


def interests_table(db: Database, round_id: str) -> Table:
    """What was declared; who was asked and declared nothing, and who was not asked, as notes."""
    names, told = member_names(db, round_id), interests(db, round_id)
    rows = [(names[one.member_id], interest_words(db, one), one.declared_on.isoformat()) for one in told]
    silent = {one.member_id for one in told}
    notes = [
        f"{names[one.id]}: {f'declared none on {date_words(one.declared_on)}' if one.declared_on else 'not asked yet'}."
        for one in members(db, round_id)
        if one.id not in silent
    ]
    return Table("Declared interests", INTEREST_COLUMNS, rows, notes=tuple(notes), exempt=EXEMPTION)


def conflicts_table(db: Database, round_id: str) -> Table:
    """Every conflict, what is done about it, and why."""
    told = Named(db, round_id)
    rows = [conflict_row(one, told) for one in conflict_lines(db, round_id)]
    return Table("Conflicts of interest", CONFLICT_COLUMNS, rows, exempt=EXEMPTION)


def conflict_row(one: ConflictLine, told: "Named") -> tuple[Cell, ...]:
    """One of them."""
    nominee = told.entry[one.entry_id]
    return (
        told.judge[one.member_id], told.reference(nominee), nominee.nominee, one.kinds, one.state,
        told.category[nominee.category_id], one.why,
    )  # fmt: skip


def assignments_table(db: Database, round_id: str, *, member_id: str = "") -> Table:
    """Who was given whom, of all judges or of one."""
    told = Named(db, round_id)
    rows = [_given_row(one, told) for one in assignments(db, round_id) if member_id in ("", one.member_id)]
    return Table("Nominees given to judges", GIVEN_COLUMNS, rows, exempt=EXEMPTION)


def _given_row(one: Assignment, told: "Named") -> tuple[Cell, ...]:
    nominee = told.entry[one.entry_id]
    return (
        told.reference(nominee), nominee.nominee, told.category[nominee.category_id], told.judge[one.member_id],
        one.status.label, one.assigned_on.isoformat(), one.reason,
    )  # fmt: skip


# --- the matrix -----------------------------------------------------------------------------------------------


def matrix_columns(judges: Mapping[str, str]) -> tuple[Column, ...]:
    """A column for each judge, named by their key."""
    return (
        Column("reference", "Reference", width=84),
        Column("nominee", "Nominee", width=160),
        Column("scores", "Scores", width=72),
        *(Column(f"judge_{key}", name, _STATUS, 110) for key, name in judges.items()),
        category_column(),
    )


def judges_shown(db: Database, round_id: str) -> dict[str, str]:
    """Those with a column: who judges now, and who stood down and left something behind."""
    names = member_names(db, round_id)
    left = {one.member_id for one in assignments(db, round_id)}
    return {one.id: names[one.id] for one in members(db, round_id) if one.judges or one.id in left}


def matrix_rows(db: Database, round_id: str) -> tuple[list[tuple[Cell, ...]], list[str]]:
    """Each nominee with the judges: what stands between them and each judge; and their keys."""
    judges, told = list(judges_shown(db, round_id)), Named(db, round_id)
    given = {(one.member_id, one.entry_id): one for one in assignments(db, round_id)}
    found = conflicts_in(db, round_id)
    rows: list[tuple[Cell, ...]] = []
    keys: list[str] = []
    for one in nominee_progress(db, round_id):
        nominee = told.entry[one.entry_id]
        cells = [
            between(given.get((judge, nominee.id)), bool(found.get((judge, nominee.id)))) for judge in judges
        ]
        scores = f"{one.scored} of {one.wanted}"
        rows.append(
            (told.reference(nominee), nominee.nominee, scores, *cells, told.category[nominee.category_id])
        )
        keys.append(nominee.id)
    return rows, keys


def matrix_table(db: Database, round_id: str) -> Table:
    """The same as a table."""
    columns = matrix_columns(judges_shown(db, round_id))
    return Table("Nominees and judges", columns, matrix_rows(db, round_id)[0], exempt=EXEMPTION)


def between(given: Assignment | None, conflict: bool) -> str:
    """What stands between a judge and a nominee, in a word; '' for nothing."""
    if given is None:
        return CONFLICT if conflict else ""
    return CLASH if conflict and not given.is_left else given.status.label


# --- a plan ---------------------------------------------------------------------------------------------------


def plan_table(db: Database, round_id: str, plan: Plan) -> Table:
    """What each judge has and would have; why it is not even, and who would have too few judges, as notes."""
    names = member_names(db, round_id)
    most = {one.id: one.most_entries for one in members(db, round_id)}
    gives, back = Counter(judge for judge, _ in plan.give), Counter(judge for judge, _ in plan.take_back)
    rows = [
        (names[key], total - gives[key] + back[key], gives[key], back[key], total, most[key])
        for key, total in plan.loads.items()
    ]
    notes = (*plan.uneven, *(one.sentence for one in plan.shortfalls))
    return Table("What judges would be given", LOAD_COLUMNS, rows, notes=notes, exempt=EXEMPTION)


def planned_pairs_table(db: Database, round_id: str, pairs: Sequence[Pair], title: str) -> Table:
    """Who would be given to whom."""
    told = Named(db, round_id)
    rows: list[tuple[Cell, ...]] = []
    for judge, key in pairs:
        nominee = told.entry[key]
        rows.append((
            told.reference(nominee), nominee.nominee, told.category[nominee.category_id], told.judge[judge],
        ))  # fmt: skip
    return Table(title, GIVEN_COLUMNS[:4], rows, exempt=EXEMPTION)


def clash_sentences(db: Database, round_id: str) -> list[str]:
    """What judges have that they may not judge."""
    told = Named(db, round_id)
    return [_clash_sentence(one, told) for one in clashes(db, round_id)]


def _clash_sentence(one: Clash, told: "Named") -> str:
    nominee = told.entry[one.assignment.entry_id]
    return (
        f"{told.judge[one.assignment.member_id]} has {told.reference(nominee)}. {one.conflicts[0].sentence}"
    )


# --- names ----------------------------------------------------------------------------------------------------


class Named:
    """What judges, nominees and categories of a round are called."""

    def __init__(self, db: Database, round_id: str) -> None:
        self.judge = member_names(db, round_id)
        self.entry = {one.id: one for one in entries(db, round_id)}
        self.category = {one.id: one.name for one in categories(db, round_id)}
        self._year = award_round(db, round_id).year

    def reference(self, of: Entry) -> str:
        """2026-014."""
        return reference_of(self._year, of.number)
