"""The figures as tables: what the side, the command line and the papers draw from. All of it may be published."""

from resources.spans import Span
from resources.statistics import BASES_OF_PROVIDERS, share
from resources.suppression import HIDDEN
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, date_short, exact, rounded
from workforce.iwork.figures.counted import OF_MEASURE, Counted
from workforce.iwork.figures.figures import IWorkFigures
from workforce.iwork.figures.measure_bases import MeasureBase
from workforce.iwork.figures.periods import eve, year_words
from workforce.iwork.figures.safe_counts import BELOW
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import MeasureKind

C = Counted
SOURCE = "i-Work register held by the council"
HIDDEN_NOTE = (
    f"{HIDDEN} is a number that is not shown: it is fewer than {BELOW}, "
    "or it would let such a number be worked out."
)
_NUMBER, _PERCENT = ColumnKind.NUMBER, ColumnKind.PERCENT
_IN_WORK = "of those in work"


def work_columns(period: Span) -> tuple[Column, ...]:
    """A number as it was before the period and as it is at its end."""
    return (
        Column("what", "People", width=270),
        Column("then", date_short(eve(period)), _NUMBER, 110),
        Column("now", date_short(period.last), _NUMBER, 110),
        Column("share", "Share, %", _PERCENT, 80),
        Column("of", "Of", width=190),
    )


def work_table(found: IWorkFigures) -> Table:
    """On the register, in work, hours, and how long they have been in their job."""
    hours, counts = f"{hours_said(found.band_minutes)} hours", found.counts
    rows: list[tuple[Cell, ...]] = [
        ("On the register", _then(found, C.THEN_REGISTER), shown(counts[C.REGISTER]), None, ""),
        _row("In work", found, C.WORK, C.REGISTER, "of those on the register", _then(found, C.THEN_WORK)),
        _row(f"{hours} or more a week", found, C.MORE),
        _row(f"Fewer than {hours} a week", found, C.FEWER),
        *(_row(f"In their job for {weeks} weeks or more", found, one) for weeks, one in _LASTED),
        ("Hours a week on average", None, found.average_hours, None, _IN_WORK if found.average_hours else ""),
        (f"Referred in {year_words(found.as_at)}", None, shown(counts[C.REFERRED]), None, ""),
        (f"Began a job in {year_words(found.as_at)}", None, shown(counts[C.STARTED]), None, ""),
    ]  # fmt: skip
    if found.average_hours is None:
        rows = [row for row in rows if row[0] != "Hours a week on average"]
    return _made("People on the register and in work", work_columns(found.period), rows, found, _base(found))


def _base(found: IWorkFigures) -> str:
    """56 people on the register, 16 of them in work."""
    every, work = found.counts[C.REGISTER], found.counts[C.WORK]
    if every is None:
        return ""
    return f"{count_of(every, 'person', 'people')} on the register{f', {work:,} of them in work' if work else ''}"


_LASTED = ((13, C.WEEKS_13), (26, C.WEEKS_26), (52, C.WEEKS_52))


def _row(
    what: str, found: IWorkFigures, one: Counted, of: Counted = C.WORK, words: str = _IN_WORK, then: Cell = None
) -> tuple[Cell, ...]:  # fmt: skip
    part = percent_of(found, one, of)
    return (what, then, shown(found.counts[one]), part, words if part is not None else "")


def _then(found: IWorkFigures, one: Counted) -> Cell:
    return shown(found.counts[one])


def percent_of(found: IWorkFigures, one: Counted, of: Counted) -> int | None:
    """A whole percentage; None where a number of it is not shown, or the base is too small."""
    count, base = found.counts[one], found.counts[of]
    return None if count is None or base is None else share(count, base).shown


def shown(number: int | None) -> Cell:
    """As it is printed."""
    return HIDDEN if number is None else number


EMPLOYER_COLUMNS = (
    Column("what", "Employers and posts", width=380),
    Column("number", "Number", _NUMBER, 110),
)


def employers_table(found: IWorkFigures) -> Table:
    """Employers on the last day, and what was opened in the period."""
    year = year_words(found.as_at)
    rows: list[tuple[Cell, ...]] = [
        ("Employers that the team works with", shown(found.employers)),
        (f"Of them, new in {year}", shown(found.new_employers)),
        (f"New posts opened in {year}", shown(found.posts)),
    ]
    if found.places:
        least, most = found.places
        rows.append(("Places in these posts", least if least == most else f"{least} to {most}"))
    return _made("Employers and posts", EMPLOYER_COLUMNS, rows, found)


def district_columns(found: IWorkFigures) -> tuple[Column, ...]:
    """Those that tell anything."""
    return (
        Column("district", "District", width=240),
        *([Column("people", "People on the register", _NUMBER, 120)] if found.tells_people else []),
        *([Column("employers", "Employers", _NUMBER, 110)] if found.tells_employers else []),
    )


def districts_table(found: IWorkFigures) -> Table:
    """People and employers by district, with a line for all; no rows where nothing may be told."""
    both = ((found.tells_people, "people"), (found.tells_employers, "employers"))
    told = [name for tells, name in both if tells]
    rows: list[tuple[Cell, ...]] = [
        (one.name, *(shown(getattr(one, name)) for name in told)) for one in found.districts if told
    ]
    totals = {"people": found.counts[C.REGISTER], "employers": found.employers}
    if rows:
        rows.append(("All", *(shown(totals[name]) for name in told)))
    return _made("By district", district_columns(found), rows, found)


def district_sentence(found: IWorkFigures) -> str:
    """What is said of a column that tells nothing; '' where both do."""
    missing = [
        name
        for tells, name in ((found.tells_people, "people"), (found.tells_employers, "employers"))
        if not tells
    ]
    if not missing:
        return ""
    return (
        f"Numbers of {' and of '.join(missing)} by district are too small to be shown, or would let such a number be "
        "worked out."
    )


def measure_columns(found: IWorkFigures) -> tuple[Column, ...]:
    """In work, of how many, and how many hours."""
    hours = f"{hours_said(found.band_minutes)} hours"
    return (
        Column("kind", "Employment measure", width=180),
        Column("work", "In work", _NUMBER, 80),
        Column("base", "Of", _NUMBER, 80),
        Column("share", "Share, %", _NUMBER, 80),  # with its one decimal on screen, too
        Column("more", f"{hours} or more a week", _NUMBER, 120),
        Column("fewer", f"Fewer than {hours}", _NUMBER, 110),
    )


def measure_table(found: IWorkFigures) -> Table:
    """A line for each kind whose base is filled in."""
    rows = [measure_row(found, kind, base) for kind, base in found.bases.items() if base is not None]
    bases = [
        f"{kind.label.lower()}: {count_of(base.number, 'person', 'people')} aged 18 to 64 with long-term support, "
        f"{base.year} ({base.source})"
        for kind, base in found.bases.items()
        if base is not None
    ]
    return _made("Employment measure", measure_columns(found), rows, found, "; ".join(bases))


def measure_row(found: IWorkFigures, kind: MeasureKind, base: MeasureBase) -> tuple[Cell, ...]:
    """One kind, with its own base."""
    work, more, fewer = (found.counts[one] for one in OF_MEASURE[kind])
    return (kind.label, shown(work), base.number, measure_percent(work, base), shown(more), shown(fewer))


def measure_percent(work: int | None, base: MeasureBase) -> Cell:
    """With one decimal; hidden with its count, and none of a base that is too small or smaller than its count."""
    if work is None:
        return HIDDEN
    if base.number < BASES_OF_PROVIDERS.hide or work > base.number:
        return None
    return float(rounded(exact(100 * work) / base.number, 1))


def measure_refusal(found: IWorkFigures, kind: MeasureKind) -> str:
    """Why a kind has no measure, and what to do; '' where it has one."""
    base, year = found.bases.get(kind), year_words(found.as_at)
    what = kind.label.lower()
    if base is None:
        return (
            f"The measure for {what} has no denominator for {year}, so that it is not worked out. Fill in the number "
            "of people from the council’s own return under “Set a denominator…”."
        )
    work = found.counts[OF_MEASURE[kind][0]]
    if work is not None and work > base.number:
        return (
            f"The denominator for {what} in {year} is {base.number:,}, fewer than the people in work. Check it under "
            "“Set a denominator…”."
        )
    return ""


def _made(
    title: str, columns: tuple[Column, ...], rows: list[tuple[Cell, ...]], found: IWorkFigures, base: str = ""
) -> Table:
    notes = (HIDDEN_NOTE,) if any(cell == HIDDEN for row in rows for cell in row) else ()
    return Table(title, columns, rows, base=base, source=SOURCE, as_at=found.as_at, notes=notes)
