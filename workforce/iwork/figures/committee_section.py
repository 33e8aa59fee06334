"""i-Work in a report to a committee: figures as at the end of a quarter, none of them of a few people."""

from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import paragraph
from resources.report.pointing import pointed
from resources.report.shown import numbered
from resources.report.told import Rows, Shown, Told
from resources.tables import Table
from resources.wording import count_of, date_words, number
from workforce.iwork.figures.counted import OF_MEASURE, Counted
from workforce.iwork.figures.figures import IWorkFigures, iwork_figures
from workforce.iwork.figures.measure_bases import MeasureBase
from workforce.iwork.figures.periods import end_words, quarter_end
from workforce.iwork.figures.sections import (
    HEADING,
    WORK_ALT,
    employers_sentence,
    measure_sentence,
    register_sentence,
    sustained_sentence,
    work_sentence,
)
from workforce.iwork.figures.summary import LOCKED
from workforce.iwork.figures.tables import (
    districts_table,
    employers_table,
    measure_percent,
    measure_table,
    percent_of,
    work_table,
)
from workforce.iwork.vocabulary import MeasureKind

C = Counted
_TABLES = {
    "work": "People in work",
    "all": "People in work, employers, districts and the employment measure",
    "none": "None",
}


def iwork_section(ask: Ask) -> Section:
    """How many are on the register and in work, for how long, and with whom; nobody is named or can be worked out."""
    if ask.vault is None:
        raise NothingToTell(LOCKED)
    asked = min(ask.span.last, ask.today)
    last = quarter_end(asked)
    found = iwork_figures(ask.vault, ask.db, last, today=ask.today)
    told = [*_of_which_day(found, last == ask.span.last), *_told(found)]
    tables = _tables(found)
    wanted = ask.options.get("tables", "work")
    drawn = list(tables) if wanted == "all" else [wanted] if wanted in tables else []
    return Section(
        blocks=(
            Heading(HEADING, level=2),
            *(paragraph(one) for one in told if one.text),
            *(_block(tables[name], name) for name in drawn),
        ),
        as_at=f"i-Work: {end_words(last)}, as the register has it on {date_words(ask.today)}",
        rows={name: _kept(table) for name, table in tables.items()},
    )


def iwork_choices(_ask: Ask) -> tuple[Choice, ...]:
    """Which tables stand in it."""
    return (Choice("tables", "Tables", _TABLES),)


def _of_which_day(found: IWorkFigures, is_asked: bool) -> list[Told]:
    """Which quarter's end it is, where the period ends on another day."""
    if is_asked:
        return []
    return [
        Told(
            "quarter",
            f"The figures of i-Work are as at {date_words(found.as_at)}, the end of a quarter. Those of days in "
            "between are not told, since near days would tell by their difference who came in between.",
        )
    ]


def _told(found: IWorkFigures) -> list[Told]:
    return [
        _register(found), _work(found), _sustained(found), _employers(found),
        *(_measure(found, kind, base) for kind, base in found.bases.items() if base is not None),
    ]  # fmt: skip


def _register(found: IWorkFigures) -> Told:
    now, then, new = (found.counts[one] for one in (C.REGISTER, C.THEN_REGISTER, C.REFERRED))
    return pointed(
        "register", register_sentence(found), people=_people(now), before=_bare(then), referred=_people(new)
    )


def _work(found: IWorkFigures) -> Told:
    every = found.counts[C.REGISTER]
    part = percent_of(found, C.WORK, C.REGISTER)
    hours = found.average_hours
    return pointed(
        "work", work_sentence(found), people=_people(found.counts[C.WORK], every),
        share=Shown(f"{part}%" if part is not None else "", part, every, "work"),
        hours=Shown(f"{hours} hours a week on average" if hours else "", hours, found.counts[C.WORK], "work"),
        before=_bare(found.counts[C.THEN_WORK]), more=_bare(found.counts[C.MORE]),
        fewer=_bare(found.counts[C.FEWER]),
    )  # fmt: skip


def _sustained(found: IWorkFigures) -> Told:
    base = found.counts[C.WORK]
    return pointed(
        "sustained", sustained_sentence(found), weeks_13=_bare(found.counts[C.WEEKS_13], base),
        weeks_26=_bare(found.counts[C.WEEKS_26], base), weeks_52=_bare(found.counts[C.WEEKS_52], base),
    )  # fmt: skip


def _employers(found: IWorkFigures) -> Told:
    held, posts = found.employers, found.posts
    return pointed(
        "employers", employers_sentence(found),
        employers=Shown(count_of(held, "employer") if held else "", held, rows="employers"),
        new=_bare(found.new_employers, held, "employers"),
        posts=Shown(count_of(posts, "new post") if posts else "", posts, rows="employers"),
    )  # fmt: skip


def _measure(found: IWorkFigures, kind: MeasureKind, base: MeasureBase) -> Told:
    work = found.counts[OF_MEASURE[kind][0]]
    part = measure_percent(work, base)
    share = Shown(f"{number(part, 1)}%", part, base.number, "measure") if isinstance(part, float) else _NONE
    return pointed(
        f"measure.{kind.value}", measure_sentence(found, kind, base),
        base=numbered(base.number, rows="measure"), work=_bare(work, base.number, "measure"), share=share,
    )  # fmt: skip


_NONE = Shown("")


def _people(count: int | None, base: int | None = None) -> Shown:
    """30 people; nothing where the number is not told."""
    return _NONE if count is None else Shown(count_of(count, "person", "people"), count, base, "work")


def _bare(count: int | None, base: int | None = None, rows: str = "work") -> Shown:
    return _NONE if count is None else numbered(count, rows=rows, base=base)


# --- tables -----------------------------------------------------------------------------------------------------

_ALTS = {
    "work": WORK_ALT,
    "employers": "How many employers the team works with, how many are new, and how many posts were opened.",
    "districts": "For each district how many people and employers there are, as far as that may be told.",
    "measure": "For each kind how many people are in work of how many, and how many work more and fewer hours.",
}


def _tables(found: IWorkFigures) -> dict[str, Table]:
    """Those that have anything to tell."""
    made = {
        "work": work_table(found), "employers": employers_table(found), "districts": districts_table(found),
        "measure": measure_table(found),
    }  # fmt: skip
    return {name: table for name, table in made.items() if table.rows}


def _block(table: Table, name: str) -> Block:
    return TableBlock(table, _ALTS[name])


def _kept(table: Table) -> Rows:
    return lambda: table


RECORD = SectionRecord(
    "iwork",
    "i-Work",
    "People on the register of supported employment and in work, as at the end of a quarter",
    iwork_section,
    iwork_choices,
)
"""How the section is offered."""
