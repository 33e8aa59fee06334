"""Good practice for a committee: what providers shared since the report before, as far as it may be published."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from engagement.good_practice.practices import Practice, themes
from engagement.good_practice.sections import introduction, published_practices, what_works, whose
from engagement.register.day_names import day_names
from resources.report.blocks import Block, Heading
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import paragraph
from resources.report.told import Told, joined
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import date_words, month_words
from resources.words import Word

TITLE = "Good practice"


class Shared(Word):
    """From when practices are told."""

    PERIOD = "period", "Shared since the report before"
    ALL = "all", "All that may be published"


def make(ask: Ask) -> Section:
    """The section, public by construction: only what providers agreed to have published."""
    if not ask.db.value("select exists (select 1 from good_practice)"):
        raise NothingToTell(
            "No good practice is kept. Note what providers shared on the page Good practice, and ask whether it may be "
            "published."
        )
    day = min(ask.span.last, ask.today)
    some = _named(ask, _asked(ask, day), day)
    blocks: list[Block] = [Heading(TITLE, 2), *_told(ask, some, day)]
    rows = {"all": partial(_table, some, day)}
    return Section(blocks=tuple(blocks), as_at=f"practices shared by {date_words(day)}", rows=rows)


def choices(ask: Ask) -> tuple[Choice, ...]:
    """From when practices are told, and of which theme."""
    return (
        Choice("shared", "Practices", {one.value: one.label for one in Shared}),
        Choice("theme", "Theme", {"": "Every theme", **{one: one for one in themes(ask.db)}}),
    )


RECORD = SectionRecord(
    "good_practice",
    TITLE,
    "What providers shared that works, under the names of those who agreed to have it published.",
    make,
    choices,
)


def _asked(ask: Ask, day: date) -> list[Practice]:
    since = None if ask.options.get("shared") == Shared.ALL.value else ask.since
    held = published_practices(ask.db, theme=ask.options.get("theme", ""))
    return [one for one in held if one.shared_on <= day and (since is None or one.shared_on > since)]


def _named(ask: Ask, some: Sequence[Practice], day: date) -> list[Practice]:
    """The same under the names of the day, former ones said once."""
    db, since = ask.db, ask.since
    providers = day_names(db, "provider", [one.provider_id for one in some], day, since=since)
    services = day_names(db, "service", [one.service_id for one in some if one.service_id], day, since=since)
    return [
        replace(
            one,
            provider=providers.told(one.provider_id),
            service=services.told(one.service_id) if one.service_id else "",
        )
        for one in some
    ]


def _told(ask: Ask, some: Sequence[Practice], day: date) -> list[Block]:
    if not some:
        theme = ask.options.get("theme", "")
        about = f" on “{theme}”" if theme else ""
        since = "" if ask.options.get("shared") == Shared.ALL.value else f" after {date_words(ask.since)}"
        none = f"No good practice{about} that may be published was shared{since} by {date_words(day)}."
        return [paragraph(Told("shared", none))]
    lead = paragraph(joined("shared", [introduction(some)]), leads=True)
    # Each is a paragraph of its own, so that one alone can be put differently or left out.
    return [lead, *(paragraph(Told(f"{one.id}", _in_words(one))) for one in some)]


def _in_words(one: Practice) -> str:
    """Recruitment: Taster days are offered. Shared by Example Care Ltd (Elm House, home care) in December 2019."""
    provider, *place = whose(one)
    where = f" ({', '.join(place)})" if place else ""
    shared = f"Shared by {provider}{where} in {month_words(one.shared_on)}."
    return f"{one.theme}: {what_works(one)}. {shared}"


def _table(some: Sequence[Practice], day: date) -> Table:
    columns = (
        Column("theme", "Theme", width=150),
        Column("what", "What works", width=320),
        Column("provider", "Provider", width=190),
        Column("service", "Service", width=190),
        Column("shared_on", "Shared", ColumnKind.DATE, 110),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.theme, one.what, one.provider, one.service, one.shared_on.isoformat()) for one in some
    ]
    return Table("Good practice that may be published", columns, rows, as_at=day)
