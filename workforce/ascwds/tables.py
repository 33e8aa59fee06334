"""Workplaces and what their records lack as tables: what the page, the Word list and the command line draw from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import capital_first, count_of
from workforce.ascwds.codes import SERVICES, words_of
from workforce.ascwds.completeness import Code, Completeness, Standing
from workforce.ascwds.figures import Figure
from workforce.ascwds.records import files_held, workplace_figures
from workforce.ascwds.standings import standings, workplace_standing
from workforce.ascwds.vocabulary import FileKind
from workforce.ascwds.workplaces import Workplace, workplace, workplaces
from workforce.years import year_of, year_words

ELIGIBLE, NOT_ELIGIBLE = "Complete", "Not complete"
MET_BEFORE = "Met earlier"
"""Not complete on the day, and it counts to 31 March all the same."""

NAMES_EXEMPT = Exemption(
    3,
    "It says how complete the records of named providers are, which is of their business affairs.",
)
"""Why a list of workplaces is not for publication; how many are complete is public."""

WORKPLACE_COLUMNS = (
    Column("name", "Workplace", width=222),
    Column("state", "For funding", ColumnKind.STATUS, 122),
    Column("percent", "Records complete, %", ColumnKind.PERCENT, 110),
    Column("to_change", "What would change it", width=310),
    Column("complete", "Complete", ColumnKind.NUMBER, 88),
    Column("workers", "Worker records", ColumnKind.NUMBER, 84),
    Column("staff", "Staff declared", ColumnKind.NUMBER, 84),
    Column("provider", "Provider", width=190),
    Column("district", "District", width=130),
    Column("main_service", "Main service", width=170),
    Column("codes", "Codes", width=100),
    Column("updated_on", "Last looked at", ColumnKind.DATE, 110),
    Column("tied", "Tied by", width=150),
    Column("postcode", "Postcode", width=96),
)
MISSING_COLUMNS = (
    Column("what", "Record", width=110),
    Column("line", "Line", ColumnKind.NUMBER, 60),
    Column("missing", "Missing", width=330),
)
_PERCENT_NOTE = (
    "Percentages are rounded down, as the payer is told them; whether 90% is reached is judged exactly."
)


@dataclass(frozen=True)
class Placed:
    """What the register and the last file say of a workplace."""

    provider: str = ""
    district: str = ""
    main_service: str = ""


def placed(db: Database, *, on: date) -> dict[str, Placed]:
    """By workplace."""
    rows = db.rows(
        """select workplace.id, coalesce(provider.name, ''), coalesce(service.district, ''), coalesce((
            select main_service from workplace_return where workplace_id = workplace.id and as_at <= ?
            and main_service <> '' order by as_at desc limit 1), '')
        from workplace left join service on service.id = service_id
        left join provider on provider.id = coalesce(service.provider_id, workplace.provider_id)""",
        (on.isoformat(),),
    )
    return {
        key: Placed(provider, district, words_of(SERVICES, service))
        for key, provider, district, service in rows
    }


def state_words(stands: Standing) -> str:
    """Complete, Met earlier or Not complete."""
    return ELIGIBLE if stands.now.met else MET_BEFORE if stands.eligible else NOT_ELIGIBLE


def workplace_row(one: Workplace, stands: Standing, where: Placed) -> tuple[Cell, ...]:
    """A row of the list."""
    now = stands.now
    return (
        one.name, state_words(stands), now.percent_down if now.workers else None, now.to_change, now.complete,
        now.workers, now.staff, where.provider, where.district, where.main_service, _codes(now),
        now.updated_on.isoformat() if now.updated_on else None, one.tied_by.label if one.tied_by else "Not tied",
        one.postcode,
    )  # fmt: skip


def _codes(now: Completeness) -> str:
    return ", ".join(str(code) for code in now.codes)


def workplaces_table(db: Database, *, on: date, only: Sequence[str] | None = None) -> Table:
    """All workplaces and how they stand on a day, or some of them."""
    held = [one for one in workplaces(db) if only is None or one.id in only]
    stand, where = standings(db, on=on, workplaces=only), placed(db, on=on)
    rows = [workplace_row(one, stand[one.id], where[one.id]) for one in held]
    met = sum(stand[one.id].eligible for one in held)
    year = year_words(year_of(on))
    base = f"{met:,} of {count_of(len(held), 'workplace')} complete for {year}"
    return Table(
        "ASC-WDS workplaces", WORKPLACE_COLUMNS, rows, base=base, as_at=on, notes=(_PERCENT_NOTE,),
        exempt=NAMES_EXEMPT,
    )  # fmt: skip


def missing_rows(now: Completeness) -> list[tuple[Cell, ...]]:
    """The workplace's own record first, then each worker record that does not count."""
    rows: list[tuple[Cell, ...]] = []
    if now.missing_workplace:
        rows.append(("Workplace", None, _listed(now.missing_workplace)))
    if Code.COUNT_DIFFERS in now.codes:
        staff = "not said" if now.staff is None else f"{now.staff:,}"
        rows.append(("Workplace", None, f"Staff declared: {staff}; worker records: {now.workers:,}"))
    rows += [(one.reference or "Worker", one.line, _listed(one.missing)) for one in now.incomplete]
    return rows


def _listed(missing: Sequence[str]) -> str:
    return capital_first(", ".join(missing))


def missing_table(db: Database, key: str, *, on: date) -> Table:
    """What one workplace lacks on a day."""
    now, one = workplace_standing(db, key, on=on).now, workplace(db, key)
    base = f"{now.complete:,} of {count_of(now.workers, 'worker record')} complete"
    return Table(
        f"Missing at {one.name}", MISSING_COLUMNS, missing_rows(now), base=base, as_at=on, exempt=NAMES_EXEMPT
    )


def all_missing_table(db: Database, *, on: date, only: Sequence[str] | None = None) -> Table:
    """What every workplace lacks that is not complete."""
    stand = standings(db, on=on, workplaces=only)
    rows: list[tuple[Cell, ...]] = [
        (one.name, *row)
        for one in workplaces(db)
        if one.id in stand and not stand[one.id].eligible
        for row in missing_rows(stand[one.id].now)
    ]
    columns = (Column("name", "Workplace", width=230), *MISSING_COLUMNS)
    short = sum(not stands.eligible for stands in stand.values())
    base = f"{count_of(short, 'workplace')} not complete of {len(stand):,}"
    return Table("Missing in ASC-WDS", columns, rows, base=base, as_at=on, exempt=NAMES_EXEMPT)


FIGURE_COLUMNS = (
    Column("figure", "Figure", width=200),
    Column("value", "Value", width=200),
    Column("base", "Of what", width=300),
)


def figures_table(db: Database, key: str, *, on: date) -> Table:
    """Vacancies, turnover and the rest of one workplace."""
    return figures_shown(workplace(db, key).name, workplace_figures(db, key, on=on), on=on)


def figures_shown(name: str, some: Sequence[Figure], *, on: date) -> Table:
    """The same from figures at hand."""
    rows = [(one.name, one.words, one.base) for one in some]
    return Table(f"Figures of {name}", FIGURE_COLUMNS, rows, as_at=on, exempt=NAMES_EXEMPT)


FILE_COLUMNS = (
    Column("name", "File", width=260),
    Column("kind", "Lists", width=110),
    Column("layout", "Layout", width=90),
    Column("as_at", "As at", ColumnKind.DATE, 110),
    Column("rows", "Rows", ColumnKind.NUMBER, 80),
    Column("taken_in_at", "Taken in", ColumnKind.TIME, 160),
)


def files_table(db: Database) -> Table:
    """The files that were taken in."""
    kinds: Mapping[str, str] = {kind.value: kind.label for kind in FileKind}
    rows: list[tuple[Cell, ...]] = [
        (one.name, kinds[one.kind], one.layout, one.as_at.isoformat(), one.rows, one.taken_in_at)
        for one in files_held(db)
    ]
    return Table("ASC-WDS files taken in", FILE_COLUMNS, rows, base=count_of(len(rows), "file"))
