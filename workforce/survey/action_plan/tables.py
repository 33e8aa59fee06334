"""The action plan and the practices as tables: what the page, the report and the command line all draw from."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.action_plan.actions import PlanAction, actions
from workforce.survey.action_plan.practice_uses import PracticeUse
from workforce.survey.action_plan.progress import Progress, measure_words, progress, wave_names
from workforce.survey.action_plan.standing import PracticeStanding
from workforce.survey.changes.change_row import Comparison
from workforce.survey.waves.waves import Wave

if TYPE_CHECKING:
    from workforce.survey.analysis.frame import WaveData

ACTION_COLUMNS = (
    Column("action", "Action", width=270),
    Column("status", "State", ColumnKind.STATUS, 90),
    Column("due_on", "Due", ColumnKind.DATE, 108),
    Column("progress", "Progress", width=350),
    Column("owner", "Owner", width=140),
    Column("finding", "Finding", width=200),
    Column("measure", "Measured by", width=210),
)
PAPER_COLUMNS = ("finding", "action", "owner", "due_on", "status", "measure", "progress")
"""In the order of the plan on paper: finding, action, owner, due, measured again by what."""


def action_row(one: PlanAction, measured: str, how: Progress, today: date) -> tuple[Cell, ...]:
    """A row of the plan."""
    due = one.due_on.isoformat() if one.due_on else None
    return one.action, one.standing(today), due, how.sentence, one.owner, one.finding, measured


def action_plan_table(db: Database, survey_id: str, *, today: date) -> Table:
    """The whole plan, what is open first."""
    held = actions(db, survey_id)
    found = progress(db, held)
    rows = [action_row(one, measure_words(db, one), found[one.id], today) for one in held]
    return Table("Action plan", ACTION_COLUMNS, rows, base=count_of(len(held), "action"), as_at=today)


def action_plan_section_table(
    db: Database, survey_id: str, *, today: date, known: Comparison | None = None,
    read: Callable[[str], "WaveData"] | None = None, until: date | None = None,
) -> Table:  # fmt: skip
    """The plan as a report prints it: what was dropped is left out, and who owns it is a post, not a secret.

    `known` is a comparison of two waves that was made already, `read` gives a wave by its key; of waves that were not
    over by the day `until` nothing is told.
    """
    held = [one for one in actions(db, survey_id) if one.status.value != "dropped"]
    found, names = progress(db, held, known, read=read, until=until), wave_names(db, held)
    columns = {one.name: one for one in ACTION_COLUMNS}
    rows: list[tuple[Cell, ...]] = []
    for one in held:
        cells = dict(zip(columns, action_row(one, measure_words(db, one), found[one.id], today), strict=True))
        again = names.get(one.wave_id or "", "")
        cells["measure"] = f"{cells['measure']}, in {again}" if again else cells["measure"]
        rows.append(tuple(cells[name] for name in PAPER_COLUMNS))
    return Table(
        "Action plan", tuple(columns[name] for name in PAPER_COLUMNS), rows,
        base=count_of(len(held), "action"), as_at=today,
    )  # fmt: skip


def practice_columns(asked: Sequence[Wave]) -> tuple[Column, ...]:
    """The columns of the library; two for each wave that asked."""
    columns = [
        Column("name", "Practice", width=300),
        Column("topic", "For", width=110),
        Column("tried_by", "Tried by", ColumnKind.NUMBER, 80),
        Column("works", "How it went", width=220),
    ]
    for place, one in enumerate(asked):
        columns += [
            Column(f"does_{place}", f"{one.name}: does this, %", ColumnKind.PERCENT, 96, group=one.name),
            Column(f"best_{place}", f"{one.name}: works best, %", ColumnKind.PERCENT, 96, group=one.name),
        ]
    return tuple(columns)


def practice_row(one: PracticeStanding, asked: Sequence[Wave]) -> tuple[Cell, ...]:
    """A row of the library."""
    cells: list[Cell] = [one.practice.name, one.practice.topic.label, one.tried_by, one.works_words]
    for wave in asked:
        for shares in (one.does, one.best):
            share = shares.get(wave.id)
            cells.append(share.shown if share is not None else None)
    return tuple(cells)


LATEST_COLUMNS = (
    Column("name", "Practice", width=280),
    Column("topic", "For", width=110),
    Column("does", "Do this, %", ColumnKind.PERCENT, 92),
    Column("best", "Works best, %", ColumnKind.PERCENT, 128),
    Column("tried_by", "Tried by", ColumnKind.NUMBER, 80),
    Column("works", "How it went", width=330),
)
"""Of the latest wave that asked."""


def latest_row(one: PracticeStanding, asked: Sequence[Wave]) -> tuple[Cell, ...]:
    """A practice with the latest wave alone that asked of it."""
    last = [wave for wave in asked if wave.id in one.does][-1:]
    name, topic, tried_by, works, *shares = practice_row(one, last)
    does, best = shares or (None, None)
    return name, topic, does, best, tried_by, works


def practices_table(held: Sequence[PracticeStanding], asked: Sequence[Wave]) -> Table:
    """The library."""
    notes = ["“Tried by” counts the providers that told the team; the percentages are of those who answered."]
    rows = [practice_row(one, asked) for one in held]
    base = "; ".join(_bases(held, asked))
    return Table("Practices", practice_columns(asked), rows, base=base, notes=tuple(notes))


def _bases(held: Sequence[PracticeStanding], asked: Sequence[Wave]) -> list[str]:
    bases: Mapping[str, int] = {key: share.base for one in held for key, share in one.does.items()}
    return [
        f"{one.name}: {count_of(bases[one.id], 'response')} to the question"
        for one in asked
        if one.id in bases
    ]


def uses_table(name: str, held: Sequence[PracticeUse]) -> Table:
    """Where one practice was tried."""
    columns = (
        Column("place", "Where", width=210),
        Column("works", "How it went", width=130),
        Column("effect", "Effect", width=270),
        Column("said_on", "Said on", ColumnKind.DATE, 110),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.place, one.works.label, one.effect, one.said_on.isoformat()) for one in held
    ]
    return Table(f"Tried: {name}", columns, rows, base=count_of(len(held), "place"))
