"""Services that CQC rates Outstanding: how many, who was awarded it since the report before, and the whole list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial

from engagement.market.committee.inspections import inspections_in
from engagement.market.committee.places import (
    described,
    exempt_as_a_list,
    own_services,
    service_list,
    where_words,
)
from engagement.register.day_names import DayNames, day_names
from engagement.register.ratings import ActiveService, overall_as_at
from engagement.register.vocabulary import Rating
from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import bullets, paragraph
from resources.report.shown import counted, numbered, share_shown
from resources.report.told import Shown, Told, joined, tell
from resources.spans import Span
from resources.statistics import share
from resources.tables import Table
from resources.wording import capital_first, date_words
from resources.words import Word

TITLE = "Outstanding services"


class Listed(Word):
    """Which services are named."""

    AWARDED = "awarded", "Those awarded it since the report before"
    ALL = "all", "These and all that hold it"
    NONE = "none", "None"


@dataclass(frozen=True)
class _Found:
    """The services rated on the day, and those of them that are Outstanding, or were at the report before."""

    ask: Ask
    day: date
    rated: tuple[ActiveService, ...]
    now: tuple[ActiveService, ...]
    before: frozenset[str]
    kept: tuple[ActiveService, ...]

    @property
    def awarded(self) -> list[ActiveService]:
        """Outstanding now, and not at the report before."""
        return [one for one in self.now if one.id not in self.before]

    @property
    def lost(self) -> list[ActiveService]:
        """Outstanding at the report before, and still rated, but not so."""
        now = {one.id for one in self.now}
        return [one for one in self.rated if one.id in self.before and one.id not in now]

    @cached_property
    def names(self) -> DayNames:
        """What the services were called."""
        keys = [one.id for one in self.rated]
        return day_names(self.ask.db, "service", keys, self.day, since=self.ask.since)

    def listed(self, title: str, some: Sequence[ActiveService], *, told: bool = False) -> Table:
        """These services with their ratings on both days."""
        db, names = self.ask.db, self.names
        return service_list(db, title, some, names, day=self.day, since=self.ask.since, told=told)


def make(ask: Ask) -> Section:
    """The section; nobody is named in public where a list would tell of what is exempt."""
    found = _found(ask)
    blocks: list[Block] = [Heading(TITLE, 2), paragraph(_number(found))]
    chosen = ask.options.get("list", Listed.AWARDED.value)
    if found.day > ask.since:
        blocks += _awarded(found, named=chosen != Listed.NONE.value)
    if chosen == Listed.ALL.value and found.now:
        blocks += _all(found)
    rows = {
        name: partial(found.listed, title, some)
        for name, title, some in (
            ("rated", "Rated services", found.rated),
            ("outstanding", "Services rated Outstanding", found.now),
            ("awarded", "Awarded Outstanding since the report before", found.awarded),
            ("kept", "Rated Outstanding again", found.kept),
            ("lost", "No longer Outstanding", found.lost),
        )
    }
    as_at = f"ratings published on or before {date_words(found.day)}"
    return Section(blocks=tuple(blocks), as_at=as_at, rows=rows)


def choices(_ask: Ask) -> tuple[Choice, ...]:
    """Which services are named."""
    return (Choice("list", "Services named", {one.value: one.label for one in Listed}),)


RECORD = SectionRecord(
    "outstanding",
    TITLE,
    "How many services are rated Outstanding, which were awarded it since the report before, and the whole list.",
    make,
    choices,
)


def _found(ask: Ask) -> _Found:
    day = min(ask.span.last, ask.today)
    services = own_services(ask.db, day)
    standing = overall_as_at(ask.db, day)
    rated = tuple(one for one in services if one.id in standing and standing[one.id].rating.is_rated)
    if not rated:
        raise NothingToTell(
            f"No service{where_words(ask.db)} is rated as at {date_words(day)}. Import CQC’s latest ratings."
        )
    now = tuple(one for one in rated if standing[one.id].rating is Rating.OUTSTANDING)
    earlier = overall_as_at(ask.db, ask.since)
    before = frozenset(key for key, one in earlier.items() if one.rating is Rating.OUTSTANDING)
    return _Found(ask, day, rated, now, before, _kept(ask, day, now, before))


def _kept(
    ask: Ask, day: date, now: Sequence[ActiveService], before: frozenset[str]
) -> tuple[ActiveService, ...]:
    """Outstanding at the report before, and rated so again since."""
    if day <= ask.since:
        return ()
    again = {
        one.service_id
        for one in inspections_in(ask.db, Span(ask.since + timedelta(days=1), day))
        if one.rating is Rating.OUTSTANDING
    }
    return tuple(one for one in now if one.id in before and one.id in again)


def _number(found: _Found) -> Told:
    """How many of how many, and how many that were at the report before have lost it."""
    where, day = where_words(found.ask.db), date_words(found.day)
    if not found.now:
        shown = Shown("no service", 0, len(found.rated), "rated")
        told = [
            tell(
                "number", "As at {day}, {none}{where} is rated Outstanding.", day=day, none=shown, where=where
            )
        ]
    else:
        part = share(len(found.now), len(found.rated))
        of = "of {base} with a rating" if part.hidden else "{share} of those rated"
        told = [
            tell(
                "number", f"As at {{day}}, {{services}}{{where}} {{are}} rated Outstanding, {of}.",
                day=day, where=where, are="is" if len(found.now) == 1 else "are",
                services=counted(len(found.now), "service", rows="outstanding"),
                share=share_shown(part, rows="rated"), base=numbered(part.base, rows="rated"),
            )
        ]  # fmt: skip
    if found.lost and found.day > found.ask.since:
        words = "Of those that held it on {since}, {lost} {are} rated otherwise now."
        shown = numbered(len(found.lost), rows="lost")
        are = "is" if len(found.lost) == 1 else "are"
        told.append(tell("lost", words, lost=shown, since=date_words(found.ask.since), are=are))
    return joined("number", told)


def _awarded(found: _Found, *, named: bool) -> list[Block]:
    """Those awarded it since, by name where all of them may be named."""
    some, since = found.awarded, date_words(found.ask.since)
    if not some:
        none = Told("none", f"No further service has been awarded Outstanding since {since}.")
        return [paragraph(joined("awarded", [none, *_kept_it(found)]))]
    more, have = ("further service", "has") if len(some) == 1 else ("further services", "have")
    words = f"Since {since}, {{awarded}} {more} {have} been awarded Outstanding by the Care Quality Commission (CQC)."
    told = tell("awarded", words, awarded=numbered(len(some), rows="awarded"))
    kept = _kept_it(found)
    if not named:
        return [paragraph(joined("awarded", [told, *kept]))]
    names = found.names
    items = [
        Told(f"service.{one.id}", described(names.told(one.id), one.kind, one.district))
        for one in sorted(some, key=lambda one: names.name(one.id).casefold())
    ]
    exempt = exempt_as_a_list(found.ask.db, [one.text for one in items])
    they = Told("they", "It is:" if len(some) == 1 else "They are:")
    if exempt is None:
        lead = paragraph(joined("awarded", [*kept, told, they]), leads=True)
        return [lead, bullets("names", items)]
    lead = paragraph(Told("names_lead", "Services awarded Outstanding:"), leads=True, exempt=exempt)
    return [
        paragraph(joined("awarded", [told, *kept])),
        lead,
        bullets("names", items, exempt=exempt),
    ]


def _kept_it(found: _Found) -> list[Told]:
    """How many had it before and were rated so again: they stand among the inspections too."""
    if not found.kept:
        return []
    kept, were = numbered(len(found.kept), rows="kept"), "was" if len(found.kept) == 1 else "were"
    words = "Of those that held it on {since}, {kept} {were} rated so again since."
    return [tell("kept", words, kept=kept, were=were, since=date_words(found.ask.since))]


def _all(found: _Found) -> list[Block]:
    table = found.listed(f"Services rated Outstanding{where_words(found.ask.db)}", found.now, told=True)
    columns, rows = table.columns, table.rows
    kept = [place for place, one in enumerate(columns) if one.name in ("service", "kind", "district")]
    short = Table(
        table.title,
        tuple(columns[place] for place in kept),
        [tuple(row[place] for place in kept) for row in rows],
        source=table.source,
        as_at=table.as_at,
    )
    alt = f"{capital_first(table.title)}: each with its kind and its district."
    return [TableBlock(short, alt, exempt=exempt_as_a_list(found.ask.db, (row[0] for row in rows)))]
