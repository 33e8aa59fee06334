"""The figures as sections of a report that are public by construction: nobody is in them, only numbers of several."""

from resources.report.blocks import Block, Bullets, Heading, Paragraph, TableBlock
from resources.statistics import BASES_OF_PROVIDERS
from resources.wording import and_list, count_of, date_words, number
from workforce.iwork.figures.counted import OF_MEASURE, Counted
from workforce.iwork.figures.figures import IWorkFigures
from workforce.iwork.figures.measure_bases import MeasureBase
from workforce.iwork.figures.periods import eve, year_words
from workforce.iwork.figures.safe_counts import BELOW
from workforce.iwork.figures.tables import (
    district_sentence,
    districts_table,
    employers_table,
    measure_percent,
    measure_table,
    percent_of,
    work_table,
)
from workforce.iwork.times import hours_said
from workforce.iwork.vocabulary import MeasureKind

C = Counted
HEADING = "i-Work: supported employment"
NOT_SHOWN = f"is not shown: it is fewer than {BELOW}, or would let such a number be worked out"


def summary_blocks(found: IWorkFigures) -> tuple[Block, ...]:
    """All sections, and how it was counted."""
    return (
        *_work(found), *_employers(found), *_districts(found), *_measure(found), *method_blocks(found),
    )  # fmt: skip


def committee_blocks(found: IWorkFigures) -> tuple[Block, ...]:
    """A page in numbered sentences that a clerk can take over."""
    said = [
        register_sentence(found), work_sentence(found), sustained_sentence(found), employers_sentence(found),
        *(measure_sentence(found, kind, base) for kind, base in found.bases.items() if base is not None),
    ]  # fmt: skip
    return (
        Heading(HEADING),
        *(Paragraph(one, numbered=True) for one in said if one),
        TableBlock(work_table(found), WORK_ALT),
    )


WORK_ALT = (
    "How many people are on the register and in work, before the year and now, their hours, and for how long they have "
    "been in their job."
)


# --- sentences --------------------------------------------------------------------------------------------------


def register_sentence(found: IWorkFigures) -> str:
    """On 23 November 2026, 56 people were on the i-Work register; on 31 March 2026 it was 49."""
    now, then = found.counts[C.REGISTER], found.counts[C.THEN_REGISTER]
    day = date_words(found.as_at)
    if now is None:
        return f"How many people were on the i-Work register on {day} {NOT_SHOWN}."
    before = f"; on {date_words(eve(found.period))} there were {then:,}" if then is not None else ""
    new = found.counts[C.REFERRED]
    referred = (
        f" {count_of(new, 'person was', 'people were')} referred in {year_words(found.as_at)}." if new else ""
    )
    return f"{count_of(now, 'person was', 'people were')} on the i-Work register on {day}{before}.{referred}"


def work_sentence(found: IWorkFigures) -> str:
    """16 people (29% of those on the register) were in paid work, for 11 hours a week on average; …"""
    now, then, part = found.counts[C.WORK], found.counts[C.THEN_WORK], percent_of(found, C.WORK, C.REGISTER)
    if now is None:
        return f"How many people were in paid work {NOT_SHOWN}."
    of = f" ({part}% of those on the register{_small(found.counts[C.REGISTER])})" if part is not None else ""
    hours = f", for {found.average_hours} hours a week on average" if found.average_hours else ""
    before = f" On {date_words(eve(found.period))} there were {then:,}." if then is not None else ""
    were = "was" if now == 1 else "were"
    return f"{count_of(now, 'person', 'people')}{of} {were} in paid work{hours}.{before}{_bands(found)}"


def _small(base: int | None) -> str:
    """What is said of a share of few."""
    return ", a small base" if base is not None and base < BASES_OF_PROVIDERS.flag else ""


def _bands(found: IWorkFigures) -> str:
    more, fewer = found.counts[C.MORE], found.counts[C.FEWER]
    if not found.counts[C.WORK] or more is None or fewer is None:
        return ""
    hours = hours_said(found.band_minutes)
    return f" {more:,} worked {hours} hours a week or more, and {fewer:,} fewer than {hours}."


def sustained_sentence(found: IWorkFigures) -> str:
    """Of those in work, 8 had been in their job for 13 weeks or more."""
    lasted = [
        (count, weeks)
        for weeks, one in ((13, C.WEEKS_13), (26, C.WEEKS_26), (52, C.WEEKS_52))
        if (count := found.counts[one])
    ]
    told = [f"{count:,} {'' if at else 'had been in their job '}for {weeks} weeks or more" for at, (count, weeks) in
            enumerate(lasted)]  # fmt: skip
    return f"Of the people in work, {and_list(told)}." if told else ""


def employers_sentence(found: IWorkFigures) -> str:
    """The team works with 16 employers, 7 of them new in 2026/27. 22 posts with 25 to 26 places were opened …"""
    year, told = year_words(found.as_at), []
    if found.employers:
        new = f", {found.new_employers:,} of them new in {year}" if found.new_employers else ""
        told.append(f"The team works with {count_of(found.employers, 'employer')}{new}.")
    if found.posts and found.places:
        least, most = found.places
        places = count_of(most, "place") if least == most else f"{least:,} to {most:,} places"
        told.append(
            f"{count_of(found.posts, 'new post was', 'new posts were')} opened in {year}, with {places}."
        )
    return " ".join(told)


def measure_sentence(found: IWorkFigures, kind: MeasureKind, base: MeasureBase) -> str:
    """Of 1,850 people with a learning disability …, 12 (0.6%) were known to i-Work to be in paid work."""
    work, *_ = (found.counts[one] for one in OF_MEASURE[kind])
    part = measure_percent(work, base)
    whom = (
        f"{base.number:,} people with {_WITH[kind]} aged 18 to 64 whom the council supports in the long term"
    )
    if work is None:
        return f"Of {whom}, the number known to i-Work to be in paid work {NOT_SHOWN}."
    told = f" ({number(part, 1)}%{_small(base.number)})" if isinstance(part, float) else ""
    return f"Of {whom}, {work:,}{told} {'was' if work == 1 else 'were'} known to i-Work to be in paid work."


_WITH = {MeasureKind.LEARNING_DISABILITY: "a learning disability", MeasureKind.AUTISM: "autism"}


# --- sections ---------------------------------------------------------------------------------------------------


def _work(found: IWorkFigures) -> list[Block]:
    said = tuple(
        one for one in (register_sentence(found), work_sentence(found), sustained_sentence(found)) if one
    )
    return [
        Heading("People on the register and in work"),
        Bullets(said),
        TableBlock(work_table(found), WORK_ALT),
    ]


def _employers(found: IWorkFigures) -> list[Block]:
    said = employers_sentence(found)
    alt = (
        "How many employers the team works with, how many are new, and how many posts and places were opened."
    )
    return [
        Heading("Employers and posts"),
        *([Paragraph(said)] if said else []),
        TableBlock(employers_table(found), alt),
    ]


def _districts(found: IWorkFigures) -> list[Block]:
    table, missing = districts_table(found), district_sentence(found)
    blocks: list[Block] = [Heading("By district")]
    if table.rows:
        blocks.append(TableBlock(table, "For each district how many people or employers there are."))
    return [*blocks, *([Paragraph(missing)] if missing else [])]


def _measure(found: IWorkFigures) -> list[Block]:
    held = {kind: base for kind, base in found.bases.items() if base is not None}
    blocks: list[Block] = [Heading("Employment measure")]
    if held:
        alt = "For each kind how many are in work, of how many, the share, and how many work more and fewer hours."
        said = tuple(measure_sentence(found, kind, base) for kind, base in held.items())
        blocks += [Bullets(said), TableBlock(measure_table(found), alt)]
    missing = [kind.label.lower() for kind in MeasureKind if kind not in held]
    if missing:
        blocks.append(
            Paragraph(
                f"The measure for {and_list(missing)} is not worked out: the number of people that it is a share of is "
                f"not known for {year_words(found.as_at)}."
            )
        )
    return blocks


def method_blocks(found: IWorkFigures) -> list[Block]:
    """How it was counted, and what is not shown."""
    hours = hours_said(found.band_minutes)
    return [
        Heading("How it was counted"),
        Bullets((
            f"People on the register are those whom the i-Work team works with on {date_words(found.as_at)}. Of them, "
            "people in work have a paid job; each counts once, whatever number of jobs they have.",
            f"Hours are added up over all jobs of a person; {hours} hours or more a week are told apart from fewer.",
            "Somebody has been in their job for 13, 26 or 52 weeks when these weeks have passed since they began it, "
            "and a job coach then found them in work.",
            "The employment measure counts people aged 18 to 64 with long-term support of the council, as the register "
            "has it. Learning disability and autism are measured apart; who has both counts in each. The council’s own "
            "return may count people in work whom i-Work does not know.",
            f"Numbers of people, employers and posts that are fewer than {BELOW} are not shown, nor those that would "
            "let such a number be worked out. Figures are made of today or of the end of a quarter alone, since days "
            "that lie close together tell by their difference who came in between.",
            "Past days are told as the register has them now: people whose record was deleted since are not counted.",
        )),
    ]  # fmt: skip
