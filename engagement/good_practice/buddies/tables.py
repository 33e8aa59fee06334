"""Candidates, who was left out, and pairs, as tables. They are the team's own: what is exempt stays in them."""

from datetime import date

from engagement.good_practice.buddies.finder import Found, WhyNot
from engagement.good_practice.buddies.needing import Needing
from engagement.good_practice.buddies.pairs import NOT_PROOF, Pair
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, lower_first

NAMED_AT_MOST = 5

CANDIDATES = (
    Column("place", "Order", ColumnKind.NUMBER, 64),
    Column("service", "Service", width=200),
    Column("rating", "Rating", ColumnKind.RATING, 176),
    Column("miles", "Miles, straight line", ColumnKind.NUMBER, 104),
    Column("better_in", "Good where it falls short", width=124),
    Column("district", "District", width=130),
    Column("beds", "Beds", ColumnKind.NUMBER, 60),
    Column("provider", "Provider", width=170),
    Column("why", "Why", width=420),
)
LEFT_OUT = (Column("why", "Why not", width=210), Column("number", "Services", ColumnKind.NUMBER, 80))
PAIRS = (
    Column("service", "Service", width=180),
    Column("buddy", "Buddy", width=180),
    Column("state", "State", ColumnKind.STATUS, 170),
    Column("met", "Meetings", ColumnKind.NUMBER, 84),
    Column("last_met", "Last met", ColumnKind.DATE, 106),
    Column("started_on", "Agreed", ColumnKind.DATE, 106),
    Column("rating_then", "Rating then", ColumnKind.RATING, 176),
    Column("rating_now", "Rating now", ColumnKind.RATING, 176),
    Column("district", "District", width=130),
    Column("ended_on", "Ended", ColumnKind.DATE, 106),
    Column("end_reason", "Why it ended", width=200),
)
NEEDING = (
    Column("service", "Service", width=170),
    Column("rating", "Rating", ColumnKind.RATING, 176),
    Column("rated_on", "Rated on", ColumnKind.DATE, 100),
    Column("buddy", "Buddy", width=130),
    Column("kind", "Kind", width=130),
    Column("district", "District", width=130),
    Column("provider", "Provider", width=150),
)


def candidates_table(found: Found, *, as_at: date) -> Table:
    """In the order of the finder, with the reasons and what the order means."""
    rows: list[tuple[Cell, ...]] = [
        (
            place,
            one.service.name,
            one.service.overall.label,
            None if one.miles is None else round(one.miles, 1),
            _better_in(found, len(one.better_in)),
            one.service.district,
            one.service.beds,
            one.service.provider,
            ". ".join(one.reasons),
        )
        for place, one in enumerate(found.candidates, 1)
    ]
    return Table(
        f"Buddies for {found.of.name}", CANDIDATES, rows, base=base_words(found), as_at=as_at,
        notes=(found.order_words, *found.notes, *left_out_words(found)),
    )  # fmt: skip


def _better_in(found: Found, number: int) -> str:
    """In 3 of 5; '' where the service falls short in none."""
    short = len(found.of.falls_short_in)
    return f"In {number} of {short}" if short else ""


def base_words(found: Found) -> str:
    """9 of 47 other services of the kind nursing home could be its buddy."""
    others = f"{count_of(found.considered, 'other service')} of the kind {found.of.kind.label.lower()}"
    return f"{len(found.candidates):,} of {others} could be its buddy."


def left_out_words(found: Found) -> tuple[str, ...]:
    """One sentence with every reason and its count; without the exempt one's names."""
    counted = [f"{number:,} {lower_first(why.label)}" for why, number in found.counts.items()]
    return (f"Left out: {'; '.join(counted)}.",) if counted else ()


def left_out_table(found: Found) -> Table:
    """How many were left out for each reason, with the names where they are few."""
    rows: list[tuple[Cell, ...]] = [
        (f"{why.label}{_named(found, why)}", number) for why, number in found.counts.items()
    ]
    return Table("Left out", LEFT_OUT, rows)


def _named(found: Found, why: WhyNot) -> str:
    names = [one.service.name for one in found.left_out if one.why is why]
    exempt = " (exempt: not for publication)" if why.is_exempt else ""
    return f"{exempt}: {and_list(names)}" if len(names) <= NAMED_AT_MOST else exempt


def pairs_table(found: list[Pair], *, today: date) -> Table:
    """Every pair with how often it met and the ratings then and now."""
    return Table(
        "Pairs of buddies", PAIRS, [pair_row(one, today) for one in found],
        base=f"{count_of(len(found), 'pair')}, {sum(one.ended_on is None for one in found):,} of them going on.",
        notes=(NOT_PROOF.replace("This is", "Rating now is"),) if any(one.rated_better for one in found) else (),
    )  # fmt: skip


def pair_row(one: Pair, today: date) -> tuple[Cell, ...]:
    """One pair as a row."""
    return (
        one.service,
        one.buddy,
        one.state(today),
        len(one.meetings),
        one.last_met.isoformat() if one.last_met else None,
        one.started_on.isoformat(),
        one.rating_then.label if one.rating_then else "",
        one.rating_now.label if one.rating_now else "",
        one.district,
        one.ended_on.isoformat() if one.ended_on else None,
        one.end_reason,
    )


def needing_row(one: Needing) -> tuple[Cell, ...]:
    """One service that a buddy could help, as a row."""
    return (
        one.name,
        one.rating.label,
        one.rated_on.isoformat(),
        and_list(list(one.buddies)) or "None yet",
        one.kind.label,
        one.district,
        one.provider,
    )
