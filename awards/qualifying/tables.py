"""Qualifying as tables. What only the chair may read stands in them only where that is asked."""

from collections.abc import Iterable, Sequence
from datetime import date

from awards.category_words import category_column
from awards.exempt import EXEMPTION
from awards.nominations.entries import reference_of
from awards.qualifying.checks import CheckedPoint
from awards.qualifying.employment import employed_words
from awards.qualifying.gathering import Standing
from awards.qualifying.looking_again import Changed
from awards.vocabulary import NomineeKind
from engagement.register import contracts
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table

CHAIRS = Exemption(
    contracts.EXEMPTION.paragraph,
    f"{contracts.EXEMPTION.reason} It also names people who were nominated (paragraph 1).",
)
"""Of what says how the contract with a named service stands: for the chair alone."""

COLUMNS = (
    Column("nominee", "Nominee", width=170),
    Column("ready", "For the judges", ColumnKind.STATUS, width=130),
    Column("why", "Why", width=230),
    Column("checked", "Checklist", width=82),
    Column("employed", "Still employed", width=122),
    Column("place", "Where", width=170),
    category_column(),
    Column("status", "Status", ColumnKind.STATUS, width=150),
    Column("voices", "Voices", ColumnKind.NUMBER, width=70),
    Column("reference", "Reference", width=92),
)
AGAINST = Column("against", "What speaks against it", width=400)
CHECKLIST_COLUMNS = (
    Column("words", "Point", width=300),
    Column("answer", "Found", width=90),
    Column("by", "By", width=120),
    Column("on", "On", ColumnKind.DATE, width=100),
    Column("note", "Note", width=200),
)
CHANGED_COLUMNS = (
    Column("nominee", "Nominee", width=170),
    Column("status", "Status", ColumnKind.STATUS, width=150),
    category_column(),
    Column("place", "Where", width=170),
    Column("qualified_on", "Qualified", ColumnKind.DATE, width=100),
    Column("reference", "Reference", width=90),
)


def row_of(one: Standing, year: int) -> tuple[Cell, ...]:
    """A nominee under COLUMNS: nothing that only the chair may read."""
    held = one.entry
    person = held.nominee_kind is NomineeKind.INDIVIDUAL
    return (
        held.nominee, one.ready_words, why_words(one), checked_words(one.known.checklist),
        employed_words(held.employed, held.employed_asked_on) if person else "Does not apply",
        one.known.register.place or held.place_told, one.category, held.status.label, one.known.voices,
        reference_of(year, held.number),
    )  # fmt: skip


def why_words(one: Standing) -> str:
    """The first thing that stops somebody; what only the chair may read is not said in a list."""
    if not one.entry.status.is_before_judging or one.readiness.is_ready:
        return ""
    return next((each.sentence for each in one.readiness.against if not each.exempt), "See the chair’s pane")


def changed_row(one: Changed, year: int) -> tuple[Cell, ...]:
    """A nominee under CHANGED_COLUMNS."""
    held = one.standing.entry
    return (
        held.nominee, held.status.label, one.standing.category, one.standing.known.register.place,
        one.qualified_on.isoformat(), reference_of(year, held.number),
    )  # fmt: skip


def checked_words(points: Sequence[CheckedPoint]) -> str:
    """4 of 6: how many points were looked at."""
    return f"{sum(not one.is_open for one in points)} of {len(points)}" if points else ""


def qualifying_table(found: Iterable[Standing], year: int, today: date, *, chair: bool = False) -> Table:
    """Nominees, whether they are ready, and why not; for the `chair` also how the contracts stand."""
    rows = [(*row_of(one, year), _against(one, chair=chair)) for one in found]
    return Table(
        "Nominees to be qualified",
        (*COLUMNS, AGAINST),
        rows,
        as_at=today,
        exempt=CHAIRS if chair else EXEMPTION,
    )


def _against(one: Standing, *, chair: bool) -> str:
    said = [each.sentence for each in one.concerns if chair or not each.exempt]
    if not chair and one.kept_back:
        said.append("More on the chair’s screen.")
    return " ".join(said)


def checklist_table(points: Iterable[CheckedPoint], nominee: str) -> Table:
    """The checklist of one nominee."""
    rows = [
        (one.words, found.answer.label, found.answered_by, found.answered_on.isoformat(), found.note)
        if (found := one.found) is not None
        else (one.words, "", "", None, "")
        for one in points
    ]
    return Table(f"Checklist of {nominee}", CHECKLIST_COLUMNS, rows, exempt=EXEMPTION)


def changed_table(found: Iterable[Changed], year: int, today: date) -> Table:
    """For the chair: whose place has changed since they qualified, and how."""
    rows = [(*changed_row(one, year), " ".join(each.sentence for each in one.since)) for one in found]
    return Table(
        "Known since they qualified", (*CHANGED_COLUMNS, Column("since", "Known since", width=400)), rows, as_at=today,
        exempt=CHAIRS,
    )  # fmt: skip
