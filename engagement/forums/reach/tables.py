"""The reach figures as tables and sentences. Those with names are for staff."""

from collections.abc import Iterable, Sequence

from engagement.forums.reach.figures import Band, ProviderReach, Reach, ServiceReach, band_words
from engagement.forums.reach.question import EVERY_EVENT, ReachQuestion
from engagement.forums.reach.standing import left_out_words
from engagement.register.vocabulary import rating_words
from resources.statistics import BASES_OF_PROVIDERS, Share, share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, date_words, percent

COUNTED = (
    "Invited, answered and came count events, however many people of a service; no-shows count people, of those who "
    "had a place at an event that was held. Cancelled events do not count. A person who stands for a whole provider "
    f"counts for the provider, and for none of its services. {EVERY_EVENT}"
)

SERVICE_COLUMNS = (
    Column("service", "Service", width=230),
    Column("band", "Engagement", width=150),
    Column("last_came", "Last seen", ColumnKind.DATE, 112),
    Column("rating", "Rating", ColumnKind.RATING, 176),
    Column("kind", "Kind", width=136),
    Column("district", "District", width=156),
    Column("next", "Invited next to", ColumnKind.DATE, 112),
    Column("invited", "Invited", ColumnKind.NUMBER, 70),
    Column("answered", "Answered", ColumnKind.NUMBER, 84),
    Column("came", "Came", ColumnKind.NUMBER, 64),
    Column("places", "People with a place", ColumnKind.NUMBER, 88),
    Column("no_shows", "No-shows", ColumnKind.NUMBER, 80),
    Column("no_show_rate", "No-show rate", ColumnKind.PERCENT, 80),
    Column("events", "Came to", width=220),
    Column("provider", "Provider", width=210),
)

PROVIDER_COLUMNS = (
    Column("provider", "Provider", width=230),
    Column("band", "Engagement", width=150),
    Column("last_came", "Last seen", ColumnKind.DATE, 112),
    Column("services", "Services", ColumnKind.NUMBER, 80),
    Column("seen", "Services that came lately", ColumnKind.NUMBER, 100),
    Column("next", "Invited next to", ColumnKind.DATE, 112),
    *SERVICE_COLUMNS[7:14],
)


def service_cells(one: ServiceReach, months: int) -> tuple[Cell, ...]:
    """A service's row under SERVICE_COLUMNS."""
    record = one.record
    return (
        record.name, band_words(one.band, months), _iso(one.history.last_came), rating_words(one.rating),
        one.kind.label, record.district, _iso(one.next_on), *_figures(one), record.provider,
    )  # fmt: skip


def provider_cells(one: ProviderReach, months: int) -> tuple[Cell, ...]:
    """A provider's row under PROVIDER_COLUMNS."""
    return (
        one.name, band_words(one.band, months), _iso(one.history.last_came), one.services, one.seen,
        _iso(one.next_on), *_figures(one),
    )  # fmt: skip


def _figures(one: ServiceReach | ProviderReach) -> tuple[Cell, ...]:
    history = one.history
    rate = share(history.no_shows, history.places).shown
    kinds = ", ".join(kind.label for kind in history.kinds)
    return (
        history.invited, history.answered, history.came, history.places, history.no_shows, rate, kinds,
    )  # fmt: skip


def _iso(day: object) -> str | None:
    return str(day) if day is not None else None


def services_table(title: str, services: Iterable[ServiceReach], question: ReachQuestion) -> Table:
    """A row for each service. Names services and their ratings: for staff."""
    rows = [service_cells(one, question.months) for one in services]
    return Table(
        title, SERVICE_COLUMNS, rows, base=_base(len(rows), "service", question), as_at=question.day,
        notes=(COUNTED,),
    )  # fmt: skip


def providers_table(providers: Sequence[ProviderReach], question: ReachQuestion) -> Table:
    """A row for each provider. For staff."""
    rows = [provider_cells(one, question.months) for one in providers]
    return Table(
        "Reach by provider", PROVIDER_COLUMNS, rows, base=_base(len(rows), "provider", question),
        as_at=question.day, notes=(COUNTED,),
    )  # fmt: skip


def _base(number: int, what: str, question: ReachQuestion) -> str:
    of = (
        f" at events of the kind {and_list([kind.label for kind in question.kinds], 'or')}"
        if question.kinds
        else ""
    )
    return f"{count_of(number, what)}; figures from {question.span.words}{of}"


# --- sentences ------------------------------------------------------------------------------------------


def headlines(reach: Reach) -> list[str]:
    """What is to be said first, each with its base."""
    months = count_of(reach.question.months, "month")
    never, asked = reach.never, len(reach.by_band[Band.INVITED_ONLY])
    return [
        f"{of_words(reach.seen, 'services')} came to something in the last {months}.",
        f"{count_of(len(reach.not_seen), 'service')} came before that; {count_of(len(never), 'service')} never came "
        f"({asked:,} invited, {len(never) - asked:,} never invited).",
        f"{count_of(len(reach.new_faces), 'service')} came for the first time from {reach.question.span.words}; "
        f"{len(reach.lapsed):,} came in the year before and not since.",
        f"{of_words(reach.no_shows, 'people with a place')} did not come.",
        *filter(
            None, [left_out_words([why for why, number in reach.left_out.items() for _ in range(number)])]
        ),
    ]


def of_words(part: Share, what: str) -> str:
    """212 of 362 services (59%); without the percentage where the base is too small."""
    said = f"{part.count:,} of {part.base:,} {what}"
    return (
        said
        if part.shown is None
        else f"{said} ({percent(part.shown)}{', a small base' if part.small else ''})"
    )


def not_seen_title(question: ReachQuestion) -> str:
    """What the list is called."""
    return f"Not seen for {count_of(question.months, 'month')}"


def reason_of(one: ServiceReach) -> str:
    """Why a service stands on an invitation list, as it is kept with the invitation."""
    if one.history.last_came is not None:
        return f"Last came on {date_words(one.history.last_came)}"
    return "Invited before, never came" if one.band is Band.INVITED_ONLY else "Never invited before"


SMALL_BASES = BASES_OF_PROVIDERS.note()
