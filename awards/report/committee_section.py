"""The awards in a report to a committee: a round as it stood on the last day of the period, and who was honoured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from awards.figures.figures import By, figures_from
from awards.figures.reading import Voice, voices
from awards.nominations.nominations import Nomination, nominations
from awards.nominations.tables import voices_table
from awards.report.figures_part import BELOW, figures_blocks, public_table
from awards.report.honours import ToldCategory, told_honours
from awards.report.sections import HEADING, category_line, received_sentence
from awards.rounds.categories import categories
from awards.rounds.phase_plan import planned_phase
from awards.rounds.rounds import AwardRound, award_round, is_round, rounds
from awards.rounds.tables import categories_table
from awards.vocabulary import RoundPhase
from resources.database import Database
from resources.report.blocks import Block, Bullets, ChartBlock, Heading
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import paragraph
from resources.report.pointing import pointed
from resources.report.shown import counted, numbered
from resources.report.told import Told, joined, tell
from resources.tables import Table
from resources.wording import as_date, count_of, date_words

_BY = {one.value: f"By {one.label.lower()}" for one in (By.CATEGORY, By.NOMINATOR, By.DISTRICT, By.KIND)}
_CITATIONS = {"none": "Names alone", "told": "With the words of the citations"}
_CHART = {"drawn": "With a chart", "none": "Without a chart"}


def awards_section(ask: Ask) -> Section:
    """What was received by the last day, what became of it if that was announced by then, and the categories."""
    m = _material(ask)
    blocks: list[Block] = [Heading(HEADING, level=2), paragraph(_received(m))]
    blocks += _announced(m, ask.options.get("citations") == "told") if m.announced else _to_come(m)
    blocks += _figures(m, ask)
    db, held = ask.db, m.held
    return Section(
        blocks=tuple(blocks),
        as_at=f"{held.name}: as at {date_words(m.on)}",
        rows={
            "nominations": lambda: _voices_table(db, m),
            "by_category": lambda: _table(db, m, By.CATEGORY),
            "by_nominator": lambda: _table(db, m, By.NOMINATOR),
            "categories": lambda: categories_table(db, held),
        },
    )


def awards_choices(ask: Ask) -> tuple[Choice, ...]:
    """Which round, the latest that had begun first; how it is counted; and whether citations are printed."""
    on, every = min(ask.span.last, ask.today), rounds(ask.db, archived=True)
    begun = [one for one in every if _has_begun(ask.db, one, on)]
    order = [*begun, *(one for one in every if one not in begun)]
    return (
        Choice("round", "Round", {one.id: one.name for one in order}),
        Choice("by", "Nominations counted", {**_BY, "none": "In all alone"}),
        Choice("chart", "Chart", _CHART),
        Choice("citations", "Those honoured", _CITATIONS),
    )


# --- what is known ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Material:
    """A round as at a day: what had come in by then, and those honoured where that had been announced."""

    db: Database
    held: AwardRound
    on: date
    said: tuple[Voice, ...]
    received: tuple[Nomination, ...]
    told: tuple[ToldCategory, ...]
    earlier: AwardRound | None
    read_on: date

    @property
    def announced(self) -> bool:
        return _announced_by(self.held, self.on)

    @property
    def nominees(self) -> int:
        return len({one.entry_id for one in self.said})


def _material(ask: Ask) -> _Material:
    on = min(ask.span.last, ask.today)
    held = _round(ask, on)
    received = tuple(one for one in nominations(ask.db, held.id) if one.received_on <= on)
    known = {one.id for one in received}
    said = tuple(one for one in voices(ask.db, [held.id]) if one.id in known)
    told = tuple(told_honours(ask.db, held.id)) if _announced_by(held, on) else ()
    earlier = [one for one in rounds(ask.db, archived=True) if one.year < held.year]
    return _Material(
        ask.db,
        held,
        on,
        said,
        received,
        told,
        earlier[0] if earlier else None,
        max(ask.today, ask.meets_on or ask.today),
    )


def _round(ask: Ask, on: date) -> AwardRound:
    chosen = ask.options.get("round", "")
    if chosen and not is_round(ask.db, chosen):
        raise NothingToTell(
            "The round chosen for this section is not in the file any more. Choose another, or leave the section out."
        )
    if chosen:
        return award_round(ask.db, chosen)
    begun = [one for one in rounds(ask.db, archived=True) if _has_begun(ask.db, one, on)]
    if not begun:
        raise NothingToTell(
            f"No round of the awards had begun by {date_words(on)}. Start one on the page Awards, choose another "
            "round, or leave the section out."
        )
    return begun[0]


def _has_begun(db: Database, held: AwardRound, on: date) -> bool:
    """Whether anything of it had happened by a day: it was announced, was open, or somebody was nominated."""
    if held.year < on.year or _announced_by(held, on):
        return True
    opens = planned_phase(db, held.id, RoundPhase.NOMINATE).from_on
    if opens is not None and opens <= on:
        return True
    return any(one.received_on <= on for one in nominations(db, held.id))


def _announced_by(held: AwardRound, on: date) -> bool:
    return held.announced_at is not None and as_date(held.announced_at) <= on


# --- sentences --------------------------------------------------------------------------------------------------


def _received(m: _Material) -> Told:
    """How many nominations came, beside the round before."""
    text = received_sentence(m.held, m.said)
    if text[:1].isdigit():
        text = f"In all, {text}" if m.announced else f"By {date_words(m.on)}, {text}"
    told = pointed(
        "now", text, nominations=counted(len(m.said), "nomination", rows="nominations"),
        nominees=counted(m.nominees, "nominee", rows="by_category"),
    )  # fmt: skip
    return joined("received", [told, _before(m)] if m.nominees >= BELOW else [told])


def _before(m: _Material) -> Told:
    if m.earlier is None:
        return Told("before", "")
    said = voices(m.db, [m.earlier.id])
    if len({one.entry_id for one in said}) < BELOW:
        return Told("before", "")
    day = m.earlier.announced_at
    announced = (
        f", announced on {date_words(as_date(day))}," if _announced_by(m.earlier, m.on) and day else ""
    )
    return tell(
        "before", "For {earlier}" + announced + " there were {nominations}.", earlier=m.earlier.name,
        nominations=counted(len(said), "nomination"),
    )  # fmt: skip


def _announced(m: _Material, citations: bool) -> list[Block]:
    """The honours by category; nobody's name without their yes."""
    assert m.held.announced_at is not None
    given = sum(one.awarded is True for one in m.told)
    verb = "was" if given == 1 else "were"
    told = tell(
        "announced", "The results were announced on {day}. Of {awards}, {given} " + verb + " given:",
        day=date_words(as_date(m.held.announced_at)),
        awards=counted(len(m.told), "award", rows="categories"), given=numbered(given, base=len(m.told)),
    )  # fmt: skip
    return [
        paragraph(told, leads=True),
        Bullets(tuple(_line(one, citations) for one in m.told), key="winners"),
    ]


def _line(one: ToldCategory, citations: bool) -> str:
    said = [each.citation for each in one.honours if each.citation] if citations else []
    return " ".join([category_line(one), *said])


def _to_come(m: _Material) -> list[Block]:
    """Until when nominations can be made, that nothing is announced, and what can be awarded."""
    ends = planned_phase(m.db, m.held.id, RoundPhase.NOMINATE).until_on
    can = "can" if ends is not None and ends >= m.read_on else "could"
    until = (
        f" Nominations {can} be made until {date_words(ends)}." if ends is not None and ends >= m.on else ""
    )
    names = [one.name for one in categories(m.db, m.held.id)]
    waits = Told("waits", f"The results had not been announced by {date_words(m.on)}.{until}")
    if not names:
        return [paragraph(waits)]
    lead = tell(
        "categories", "Nominations were invited for {categories}:",
        categories=counted(len(names), "category", "categories", rows="categories"),
    )  # fmt: skip
    return [
        paragraph(joined("awaited", [waits, lead]), leads=True),
        Bullets(tuple(names), key="category_names"),
    ]


# --- figures ----------------------------------------------------------------------------------------------------


def _figures(m: _Material, ask: Ask) -> list[Block]:
    """A table with no small count in it, and its chart."""
    chosen = ask.options.get("by", By.CATEGORY.value)
    if chosen not in _BY or m.nominees < BELOW:
        return []
    _heading, *blocks = figures_blocks(ask.db, m.held.id, m.said, by=(By(chosen),))
    drawn = ask.options.get("chart", "drawn") == "drawn"
    return [one for one in blocks if drawn or not isinstance(one, ChartBlock)]


def _table(db: Database, m: _Material, by: By) -> Table:
    return public_table(figures_from(db, [m.held.id], m.said, by))


def _voices_table(db: Database, m: _Material) -> Table:
    """The nominations that count, one by one; they name people."""
    counts = {one.id for one in m.said}
    shown: Sequence[Nomination] = [one for one in m.received if one.id in counts]
    title = f"Nominations for {m.held.name} by {date_words(m.on)}: {count_of(len(shown), 'nomination')}"
    return voices_table(db, shown, title)


RECORD = SectionRecord(
    "awards",
    "Awards",
    "Nominations received, those honoured once it is announced and as far as they agreed, and the categories",
    awards_section,
    awards_choices,
)
"""How the section is offered."""
