"""Support for services that stand low, in a report to a committee: how many there are, and what they were offered.

Ratings are CQC's and public. Which service was offered a package is not, nor is a number that would tell it: of so few
services, or of nearly all of them, such a number stands in the exempt part alone.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from engagement.register.council import own_area
from engagement.register.ratings import active_services, overall_as_at
from engagement.register.vocabulary import Rating
from resources.database import Database
from resources.report.blocks import Block, Heading, TableBlock
from resources.report.committee.section import Ask, Choice, NothingToTell, Section, SectionRecord
from resources.report.committee.telling import paragraph
from resources.report.shown import counted, numbered
from resources.report.told import Shown, Told, joined, tell
from resources.spans import Span
from resources.statistics import BASES_OF_PROVIDERS, share
from resources.suppression import rounded_count
from resources.tables import Table
from resources.wording import and_list, count_of, date_words
from workforce.training.packages.before_and_after import (
    NOT_PROOF,
    Moved,
    Took,
    before_and_after,
    outcome_counts,
    outcomes_table,
)
from workforce.training.packages.offers import NAMED_EXEMPT, PackageOffer, offers
from workforce.training.packages.packages import packages
from workforce.training.packages.sessions import PackageSession, package_sessions
from workforce.training.packages.tables import offers_table
from workforce.training.packages.worklist import LOW, NeedsPackage, package_names, worklist, worklist_table
from workforce.training.vocabulary import OfferStatus

HEADING = "Support for services that are Inadequate and Requires improvement"
LEAST_HIDDEN_AMONG = BASES_OF_PROVIDERS.hide
"""Of fewer services, whose ratings everybody can read, a number of those that were offered something tells which."""
_FEW = 5
_PUBLIC = ("service", "rating", "rated_on", "change", "district", "kind")
_ON_PAPER = ("service", "rating", "change", "state", "packages")


def packages_section(ask: Ask) -> Section:
    """Who stands low, what was offered, held and completed in the period, and how ratings moved afterwards."""
    m = _material(ask)
    if not m.rated:
        raise NothingToTell(
            f"No service had a rating of CQC on {date_words(m.on)}, so that none can stand low. Take CQC’s files in, "
            "or leave the section out."
        )
    blocks: list[Block] = [Heading(HEADING, level=2), paragraph(_standing(m))]
    if m.low or m.made:
        blocks += [paragraph(_available(m)), *_offered(m), *_held(m), *_outcomes(m)]
    if m.low and ask.options.get("names", "exempt") == "exempt":
        blocks.append(_named(m))
    return Section(
        blocks=tuple(blocks),
        as_at=f"Ratings as at {date_words(m.on)}; offers of learning packages, {m.span.words}",
        rows={
            "low": lambda: _columns(worklist_table(ask.db, on=m.on), _PUBLIC),
            "worklist": lambda: worklist_table(ask.db, on=m.on),
            "offers": lambda: _offers_of(m),
            "outcomes": lambda: outcomes_table(ask.db, on=m.on),
        },
    )


def packages_choices(_ask: Ask) -> tuple[Choice, ...]:
    """Whether the services stand by name in the exempt part."""
    return (Choice("names", "Services by name", {"exempt": "In the exempt part", "none": "Nowhere"}),)


# --- what is known ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Material:
    """`rated` services of ours on the last day, `low` of them; `before` is how many stood low on the day `since`."""

    db: Database
    span: Span
    on: date
    since: date
    rated: int
    low: tuple[NeedsPackage, ...]
    before: int
    made: tuple[PackageOffer, ...]
    sessions: tuple[PackageSession, ...]

    def told(self, count: int) -> bool:
        """Whether a number of these services can be told without telling which they are."""
        return tells_nobody(count, len(self.low))


def tells_nobody(count: int, among: int) -> bool:
    """Whether `count` of services whose names everybody can read may be told: of enough, and not of nearly all."""
    return among >= LEAST_HIDDEN_AMONG and (not count or among - count >= _FEW)


def _material(ask: Ask) -> _Material:
    on = min(ask.span.last, ask.today)
    sessions = tuple(
        one
        for some in package_sessions(ask.db).values()
        for one in some
        if ask.span.first <= one.held_on <= on
    )
    made = tuple(
        one for one in offers(ask.db) if one.offered_on <= on and one.status is not OfferStatus.NOT_OFFERED
    )
    return _Material(
        ask.db, Span(ask.span.first, max(on, ask.span.first)), on, ask.since, len(_rated(ask.db, on)),
        tuple(worklist(ask.db, on=on)), sum(one in LOW for one in _rated(ask.db, ask.since)), made, sessions,
    )  # fmt: skip


def _rated(db: Database, day: date) -> list[Rating]:
    is_ours = own_area(db)
    active = [one.id for one in active_services(db, day) if is_ours(one.authority)]
    return [one.rating for one in overall_as_at(db, day, services=active).values() if one.rating.is_rated]


# --- sentences --------------------------------------------------------------------------------------------------


def _standing(m: _Material) -> Told:
    """Of 320 services with a rating, 23 stood low."""
    low, day = len(m.low), date_words(m.on)
    if not low:
        return tell(
            "standing",
            "On "
            + day
            + " none of the {rated} of ours with a rating stood Inadequate or Requires improvement.",
            rated=counted(m.rated, "service"),
        )
    each = {rating: sum(one.rating is rating for one in m.low) for rating in LOW}
    part = share(low, m.rated)
    told_share = "" if part.shown is None else " ({share}, a small base)" if part.small else " ({share})"
    now = tell(
        "now", "On {day}, {low} of the {rated} with a rating" + told_share + " stood Inadequate or Requires "
        "improvement: {inadequate} Inadequate and {requires} Requires improvement.",
        day=day, low=numbered(low, rows="low", base=m.rated), rated=counted(m.rated, "service"),
        share=Shown(f"{part.shown}%", 100 * low / m.rated, m.rated, "low"),
        inadequate=numbered(each[Rating.INADEQUATE], rows="low", base=m.rated),
        requires=numbered(each[Rating.REQUIRES_IMPROVEMENT], rows="low", base=m.rated),
    )  # fmt: skip
    return joined("standing", [now, _change(m), _became(m)])


def _change(m: _Material) -> Told:
    low = len(m.low)
    how = "fewer" if low < m.before else "more"
    if low == m.before:
        return tell("change", f"There were as many on {date_words(m.since)}.")
    return tell(
        "change", "That is {difference} " + how + " than on {day}, when there were {before}.",
        difference=Shown(f"{abs(low - m.before):,}", low - m.before), day=date_words(m.since),
        before=Shown(f"{m.before:,}" if m.before else "none", m.before),
    )  # fmt: skip


def _became(m: _Material) -> Told:
    """How many of them came to stand so since the report before."""
    new = [one for one in m.low if one.rated_on > m.since and one.became]
    if not new:
        return Told("became", "")
    verb = "was" if len(new) == 1 else "were"
    return tell(
        "became", "Of them, {new} " + verb + " rated so after {day}, from a better rating or for the first time.",
        new=numbered(len(new), rows="low", base=len(m.low)), day=date_words(m.since),
    )  # fmt: skip


def _available(m: _Material) -> Told:
    names = [one.name for one in packages(m.db)]
    return tell(
        "available",
        "The team supports these services with learning and development: {packages} for {names}.",
        packages=counted(len(names), "package"),
        names=and_list(names),
    )


def _offered(m: _Material) -> list[Block]:
    """What was offered and came of it in the period; in the exempt part where it would tell which services."""
    some = [one for one in m.made if one.offered_on >= m.span.first]
    services = len({one.service_id for one in some})
    period = m.span.words
    if not some:
        return [paragraph(tell("offered", f"No package was offered from {period}."))]
    accepted = sum(one.accepted_on is not None and _within(m, one.accepted_on) for one in m.made)
    completed = sum(
        one.status is OfferStatus.COMPLETED and one.ended_on is not None and _within(m, one.ended_on)
        for one in m.made
    )
    counts = Counter(names[one.package_id] for names in (package_names(m.db),) for one in some)
    each = and_list([f"{name} ({number:,})" for name, number in sorted(counts.items())])
    verb, they = ("was", "It was for") if len(some) == 1 else ("were", "They were for")
    took = "was" if accepted == 1 else "were"
    told = tell(
        "offered", "From " + period + ", {offers} of a package " + verb + " made to {services}. {they} {each}. "
        "In the same time {accepted} " + took + " accepted and {completed} completed.",
        offers=counted(len(some), "offer", rows="offers"), services=counted(services, "service", rows="offers"),
        they=they, each=each, accepted=numbered(accepted, rows="offers"), completed=numbered(completed, rows="offers"),
    )  # fmt: skip
    state = _state(m)
    if all(m.told(number) for number in (services, _offered_since(m))):
        return [paragraph(joined("offered", [told, state] if state.text else [told]))]
    return _kept_back(joined("offered_exempt", [told, state]), period)


def _kept_back(told: Told, period: str) -> list[Block]:
    """The public document says that packages were offered; the numbers stand in the exempt part."""
    public = tell(
        "offered_without_numbers",
        f"Packages were offered from {period}. How many services were offered one is not told here, since of so few "
        "it would tell which.",
    )
    return [paragraph(public), paragraph(told, exempt=NAMED_EXEMPT)]


def _within(m: _Material, day: date) -> bool:
    return m.span.first <= day <= m.on


def _offered_since(m: _Material) -> int:
    return sum(any(each.status is not OfferStatus.NOT_OFFERED for each in one.offers) for one in m.low)


def _state(m: _Material) -> Told:
    """Of those that stand low, how many were offered something since they were rated so."""
    if not m.low:
        return Told("state", "")
    held, open_ = _offered_since(m), sum(one.is_undecided for one in m.low)
    verb = "was" if held == 1 else "were"
    rest = f" For {open_:,} it is still to be decided." if open_ and m.told(open_) else ""
    return tell(
        "state", "Of the {low} that stood low on {day}, {offered} " + verb + " offered one since that rating." + rest,
        low=numbered(len(m.low), rows="low"), day=date_words(m.on),
        offered=numbered(held, rows="worklist", base=len(m.low)),
    )  # fmt: skip


def _held(m: _Material) -> list[Block]:
    """Sessions in the period; numbers of people to the nearest five."""
    if not m.sessions:
        return []
    people = sum(one.people for one in m.sessions)
    came = f", attended about {rounded_count(people):,} times" if people >= _FEW else ""
    verb = "was" if len(m.sessions) == 1 else "were"
    told = tell(
        "sessions", "From " + m.span.words + ", {sessions} " + verb + " held at the services" + came + ".",
        sessions=counted(len(m.sessions), "session", rows="offers"),
    )  # fmt: skip
    return [paragraph(told)]


def _outcomes(m: _Material) -> list[Block]:
    """How the overall ratings of those that completed a package moved; of few it is not told."""
    found = outcome_counts([one for one in before_and_after(m.db, on=m.on) if one.took is Took.COMPLETED])
    overall = next(iter(found), None)
    if overall is None or overall.compared < LEAST_HIDDEN_AMONG:
        return []
    ways = {each: overall.moved.get(each, 0) for each in Moved}
    told = tell(
        "outcomes",
        "Of the services that completed a package, {compared} were inspected again since. The overall rating of {up} "
        "went up, that of {same} stayed the same, and that of {down} went down. " + NOT_PROOF,
        compared=numbered(overall.compared, rows="outcomes"),
        **{
            each.value: Shown(f"{number:,}" if number else "none", number, overall.compared, "outcomes")
            for each, number in ways.items()
        },
    )
    return [paragraph(told)]


# --- by name ----------------------------------------------------------------------------------------------------


def _named(m: _Material) -> Block:
    """What was offered stands once: with the package, or as its state where none was offered."""
    table = _columns(worklist_table(m.db, on=m.on), _ON_PAPER)
    names = [one.name for one in table.columns]
    state, offered = names.index("state"), names.index("packages")
    rows = [
        tuple(
            cell
            for at, cell in enumerate((*row[:offered], row[offered] or row[state], *row[offered + 1 :]))
            if at != state
        )
        for row in table.rows
    ]
    columns = tuple(
        replace(one, heading="Package, offered since the rating") if one.name == "packages" else one
        for one in table.columns
        if one.name != "state"
    )
    table = replace(table, columns=columns, rows=rows)
    return TableBlock(
        table, "For each service its rating, what it was before, and how far an offer of a package has come.",
        exempt=NAMED_EXEMPT,
    )  # fmt: skip


def _columns(table: Table, names: Sequence[str]) -> Table:
    """Some columns of the list; without what was offered it holds nothing but what CQC publishes."""
    at = [place for place, one in enumerate(table.columns) if one.name in names]
    rows = [tuple(row[place] for place in at) for row in table.rows]
    is_public = set(names) <= set(_PUBLIC)
    base = count_of(len(rows), "service") if is_public else table.base
    return replace(
        table, columns=tuple(table.columns[place] for place in at), rows=rows, base=base,
        exempt=None if is_public else table.exempt,
    )  # fmt: skip


def _offers_of(m: _Material) -> Table:
    """The offers made up to the last day."""
    table = offers_table(m.db)
    at = next(place for place, one in enumerate(table.columns) if one.name == "offered_on")
    rows = [row for row in table.rows if str(row[at]) <= m.on.isoformat()]
    return replace(table, rows=rows, base=count_of(len(rows), "offer"), as_at=m.on)


RECORD = SectionRecord(
    "packages",
    "Support for services rated low",
    "Services rated Inadequate or Requires improvement, and the learning packages that they were offered",
    packages_section,
    packages_choices,
)
"""How the section is offered."""
