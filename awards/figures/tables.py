"""Figures of the awards as tables: what the page and the command line both draw from.

They name no nominee; but small counts, and where nobody was nominated, tell whoever knows the place who is meant.
"""

from awards.exempt import IDENTITY
from awards.figures.figures import By, FigureLine, NominationFigures
from awards.figures.never_nominated import NeverNominated
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of

_NUMBER = ColumnKind.NUMBER
_FIGURES = (
    Column("nominations", "Nominations", _NUMBER, 98),
    Column("nominees", "Nominees", _NUMBER, 84),
    Column("judged", "To the judges", _NUMBER, 72),
    Column("honoured", "Honoured", _NUMBER, 82),
)
_FEW = 5
FOR_THE_TEAM = (
    "For the team: small numbers stand as they are, and may tell who is meant. The public summary hides them."
)
_COUNTED = "Drafts, duplicates and what was withdrawn by its nominator do not count. “Honoured” is what is announced."
_SEVERAL = (
    "A nominee with nominations of several kinds stands in the line of each, so the lines do not add up."
)
_WIDTHS = {By.CATEGORY: 312, By.YEAR: 80}
WITHOUT_COLUMNS = (
    Column("service", "Service", width=220),
    Column("kind", "Kind", width=130),
    Column("district", "District", width=140),
    Column("provider", "Provider", width=210),
    Column("portfolio", "Portfolio officer", width=150),
)
DISTRICT_COLUMNS = (
    Column("district", "District", width=180),
    Column("services", "Services", _NUMBER, 90),
    Column("nominated", "With a nominee", _NUMBER, 110),
    Column("without", "Without", _NUMBER, 90),
    Column("share", "With a nominee, %", ColumnKind.PERCENT, 120),
)
SILENT_COLUMNS = (
    Column("provider", "Provider", width=260),
    Column("services", "Services", _NUMBER, 90),
    Column("nominees", "Nominated by others", _NUMBER, 110),
    Column("districts", "Districts", width=260),
)


def figure_columns(by: By) -> tuple[Column, ...]:
    """The columns of a table by one thing."""
    return (Column("label", by.label, width=_WIDTHS.get(by, 220)), *_FIGURES)


def figures_table(found: NominationFigures) -> Table:
    """A row for each line, and one for all."""
    rows = [_row(one) for one in (*found.lines, found.whole)]
    notes = (_COUNTED, *([_SEVERAL] if found.by is By.NOMINATOR else []), FOR_THE_TEAM)
    few = any(1 <= int(cell or 0) < _FEW for row in rows for cell in row[1:])
    return Table(
        f"Nominations by {_what(found.by)}", figure_columns(found.by), rows, base=found.base, notes=notes,
        exempt=IDENTITY if few else None,
    )  # fmt: skip


def _what(by: By) -> str:
    return {By.NOMINATOR: "who nominated", By.RATING: "rating when nominated"}.get(by, by.label.lower())


def _row(one: FigureLine) -> tuple[Cell, ...]:
    return one.label, one.nominations, one.nominees, one.judged, one.honoured


def without_table(found: NeverNominated) -> Table:
    """The services of which nobody was nominated."""
    rows = [(one.service, one.kind.label, one.district, one.provider, one.portfolio) for one in found.without]
    return Table(
        "Services without a nominee", WITHOUT_COLUMNS, rows, base=_of(found), as_at=found.as_at,
        notes=(f"{count_of(len(rows), 'service')} of {found.services:,} in use had nobody nominated.",),
        exempt=IDENTITY,
    )  # fmt: skip


def districts_table(found: NeverNominated) -> Table:
    """How many of each district’s services had a nominee."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.district or "District not known", one.services, one.nominated, one.without,
            100 * one.nominated / one.services,
        )
        for one in found.districts
    ]  # fmt: skip
    base = f"{count_of(found.services, 'service')} in use, {_of(found)}"
    return Table("Services with a nominee, by district", DISTRICT_COLUMNS, rows, base=base, as_at=found.as_at)


def silent_table(found: NeverNominated) -> Table:
    """The providers from which no nomination came."""
    rows = [(one.provider, one.services, one.nominees, and_list(list(one.districts))) for one in found.silent]
    note = (
        "A nomination counts as a provider’s where it says so, where its nominator is in the register there, and where "
        "a colleague of the nominee wrote it."
    )
    return Table(
        "Providers that nominated nobody", SILENT_COLUMNS, rows, base=_of(found), as_at=found.as_at, notes=(note,),
        exempt=IDENTITY,
    )  # fmt: skip


def _of(found: NeverNominated) -> str:
    return and_list([one.name for one in found.rounds]) or "no round"
