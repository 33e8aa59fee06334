"""Badges and table cards for the guests: for those who come, or for those chosen."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from awards.ceremony.counts import table_words
from awards.ceremony.guests import Guest, guests
from awards.rounds.rounds import award_round
from awards.vocabulary import GuestRole
from resources.database import Database
from resources.problem import Problem
from resources.report.word.badges import badge_cell, blank_badge, save_badge_cells, save_cards


def guests_for_cards(db: Database, round_id: str, chosen: Collection[str] = ()) -> list[Guest]:
    """Those who come, or those chosen; refused where there are none."""
    held = guests(db, round_id)
    found = [one for one in held if (one.id in chosen if chosen else one.is_coming)]
    if not found:
        raise Problem(
            "Nobody has said yet that they come, so there is no card to make. Select guests, or note answers."
        )
    return found


def save_name_badges(
    db: Database, round_id: str, path: Path, *, today: date, chosen: Collection[str] = (), blank: int = 0
) -> int:
    """A badge for each guest, and a blank one for each further place of theirs; returns how many have a name.

    A badge says nominee, never finalist or winner: it is worn before the announcement.
    """
    some, name = guests_for_cards(db, round_id, chosen), award_round(db, round_id).name
    cells = [badge_cell(one.name, one.organisation, part=_part(one), beneath=name) for one in some]
    empty = blank + sum(one.places - 1 for one in some)
    save_badge_cells([*cells, *[blank_badge(name)] * empty], path, title=f"Name badges: {name}", day=today)
    return len(some)


def save_table_cards(
    db: Database, round_id: str, path: Path, *, today: date, chosen: Collection[str] = ()
) -> int:
    """A card to stand on the table for each guest; returns how many."""
    some, name = guests_for_cards(db, round_id, chosen), award_round(db, round_id).name
    named = [
        (one.name, ", ".join(part for part in (one.organisation, table_words(one.table_name)) if part))
        for one in some
    ]
    save_cards(named, path, title=f"Table cards: {name}", day=today)
    return len(some)


def _part(one: Guest) -> str:
    return "" if one.role is GuestRole.GUEST else one.role.label
