"""Learners that are likely one person entered twice, and making one of two."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from engagement.register.duplicates.likeness import Record, people_likeness
from engagement.register.duplicates.merging import pointing_at
from engagement.register.facts import key_list
from engagement.register.names import folded, name_of
from resources.database import Database, change
from resources.database.history import references, tracked_tables
from resources.problem import Problem
from resources.tables import Cell
from workforce.training.bookings import bookings_of_learner
from workforce.training.learners import (
    Learner,
    Post,
    learner,
    learners,
    learners_by_key,
    posts_of,
    posts_of_many,
)
from workforce.training.records import remove_record
from workforce.training.vocabulary import BookingStatus

SAME_NUMBER = 8
"""Digits of a ULN that agree: with two digits the wrong way round it is still the same number."""


@dataclass(frozen=True)
class LikelySame:
    """Two learners who may be one, the one entered first first, and why."""

    one: Learner
    other: Learner
    reasons: tuple[str, ...]


# --- finding them ---------------------------------------------------------------------------------------------


def likely_same(db: Database) -> list[LikelySame]:
    """Every pair of learners in use: like names at one provider, the same name elsewhere, or almost the same ULN."""
    held = learners(db)
    posts = posts_of_many(db, [one.id for one in held])
    pairs = [_judged(db, one, other, posts) for one, other in _pairs(held, posts)]
    return sorted((pair for pair in pairs if pair is not None), key=lambda pair: folded(pair.one.name))


def likely_same_as(db: Database, key: str) -> list[LikelySame]:
    """Those who may be this learner."""
    who = learner(db, key)
    found = [learner(db, other) for other in _near(db, who)] if who.archived_on is None else []
    posts = posts_of_many(db, [who.id, *(one.id for one in found)])
    pairs = [
        _judged(db, who, one, posts) if who.id < one.id else _judged(db, one, who, posts) for one in found
    ]
    return sorted((pair for pair in pairs if pair is not None), key=lambda pair: pair.other.id)


def _near(db: Database, who: Learner) -> list[str]:
    """Those at its providers, of its surname, or with one half of its ULN."""
    halves = (f"{who.uln[:5]}*", f"*{who.uln[5:]}") if who.uln else ("", "")
    rows = db.rows(
        """select id from learner where archived_on is null and id <> ?1 and (family_name = ?2 collate nocase
        or uln glob ?3 or uln glob ?4 or id in (select learner_id from learner_post where provider_id in
            (select provider_id from learner_post where learner_id = ?1))) order by id""",
        (who.id, who.family_name, *halves),
    )
    return [str(key) for (key,) in rows]


def likely_known(db: Database, name: str, provider_id: str) -> list[Learner]:
    """Learners whom somebody about to be added may be: of a like name at the provider, or of the same name."""
    asked = Record("", name, within=provider_id)
    held = learners_by_key(db, _known_by(db, asked))
    posts = posts_of_many(db, held)
    found = []
    for key, one in held.items():
        places = {post.provider_id for post in posts[key]} or {""}
        if any(people_likeness(asked, Record(key, one.name, within=place)).score for place in places):
            found.append(one)
    return found


def _known_by(db: Database, asked: Record) -> list[str]:
    """By surname, those with a post at the provider, and those whose surname may be among the words asked for.

    A surname that is no plain word is held against every name, since marks and hyphens are written in many ways.
    """
    rows = db.rows(
        """select id from learner where archived_on is null and (
            id in (select learner_id from learner_post where provider_id = ?1)
            or (?1 = '' and not exists (select 1 from learner_post where learner_id = learner.id))
            or family_name collate nocase in (select value from json_each(?2))
            or family_name glob '*[^a-zA-Z]*')
        order by family_name collate nocase, given_name collate nocase, id""",
        (asked.within, key_list(asked.words)),
    )
    return [str(key) for (key,) in rows]


def _pairs(
    held: Iterable[Learner], posts: dict[str, list[Post]]
) -> Iterator[tuple[Learner, Learner]]:  # fmt: skip
    """Those that share a provider and a beginning of their surname, a whole name, or most of a ULN; each pair once."""
    blocks: dict[tuple[str, ...], list[Learner]] = defaultdict(list)
    for one in held:
        blocks["name", folded(one.name)].append(one)
        for start in {one.uln[:5], one.uln[5:]} if one.uln else ():
            blocks["uln", start].append(one)
        for place in {post.provider_id for post in posts[one.id]}:
            blocks["at", place, folded(one.family_name)[:3]].append(one)
    met: set[tuple[str, str]] = set()
    for members in blocks.values():
        for one, other in combinations(sorted(members, key=lambda each: each.id), 2):
            if one.id != other.id and (one.id, other.id) not in met:
                met.add((one.id, other.id))
                yield one, other


def _judged(db: Database, one: Learner, other: Learner, posts: dict[str, list[Post]]) -> LikelySame | None:
    reasons = list(_reasons(db, one, other, posts))
    return LikelySame(one, other, tuple(reasons)) if reasons else None


def _reasons(db: Database, one: Learner, other: Learner, posts: dict[str, list[Post]]) -> Iterator[str]:
    if one.uln and other.uln:
        alike = sum(first == second for first, second in zip(one.uln, other.uln, strict=True))
        if alike >= SAME_NUMBER and _names_alike(one, other):
            yield f"Like names, and ULNs that differ in {10 - alike} of 10 digits: {one.uln} and {other.uln}."
        return  # two numbers that differ more are of two people
    shared = {post.provider_id for post in posts[one.id]} & {post.provider_id for post in posts[other.id]}
    if shared and _names_alike(one, other):
        yield f"Like names at {name_of(db, 'provider', min(shared))}."
    elif folded(one.name) == folded(other.name):
        yield "The same name at different providers."


def _names_alike(one: Learner, other: Learner) -> bool:
    first, second = Record(one.id, one.name, within="same"), Record(other.id, other.name, within="same")
    return bool(people_likeness(first, second).score) or folded(one.name) == folded(other.name)


# --- making one of two ----------------------------------------------------------------------------------------

FACTS = ("given_name", "family_name", "uln", "has_ni_number")
"""Those of which a person chooses, where both learners have one."""
_BEST_FIRST = (
    BookingStatus.ATTENDED,
    BookingStatus.BOOKED,
    BookingStatus.WAITLISTED,
    BookingStatus.NO_SHOW,
    BookingStatus.CANCELLED,
)


def held_of(db: Database, key: str) -> dict[str, int]:
    """How many rows of each table are of a learner, for a person to see before merging."""
    return pointing_at(db, "learner", key)


def merge_learners(db: Database, keep: str, remove: str, *, take: Collection[str] = ()) -> Learner:
    """Make one learner of two: posts, bookings, records and claims of both stay, and follow the one that is kept.

    Facts that the kept learner lacks are filled from the other; those in `take` are the other’s in any case. What is
    given up of either is written into the note. Of two bookings on one session the one that tells more stays.
    """
    if keep == remove:
        raise Problem("A learner cannot be merged with itself. Choose two.")
    if unknown := set(take) - set(FACTS):
        raise LookupError(f"a learner has no {sorted(unknown)}")
    kept, removed = learner(db, keep), learner(db, remove)
    with change(db, f"Merged the learner {removed.name} into {kept.name}"):
        _join_bookings(db, keep, remove)
        _join_posts(db, keep, remove)
        for table in tracked_tables(db):
            for column, of in references(db, table).items():
                if of == "learner":
                    rows = db.rows(f'select id from "{table}" where "{column}" = ?', (remove,))
                    db.update_rows(table, (column,), [(keep, key) for (key,) in rows])
        db.delete_row("learner", remove)
        db.update_row("learner", keep, _merged_cells(kept, removed, take))
    return learner(db, keep)


def _merged_cells(kept: Learner, removed: Learner, take: Collection[str]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    lost = []
    for name in FACTS:
        own, other = getattr(kept, name), getattr(removed, name)
        chosen, given_up = (other, own) if (name in take or own in ("", None)) else (own, other)
        cells[name] = int(chosen) if isinstance(chosen, bool) else chosen
        if given_up not in ("", None, chosen) and name != "has_ni_number":
            lost.append(str(given_up))
    merged = f"Merged with another entry of the same person ({', '.join(lost)})." if lost else ""
    parts = (kept.note, removed.note if removed.note != kept.note else "", merged)
    cells["note"] = "\n".join(part for part in parts if part)
    if kept.archived_on is None or removed.archived_on is None:
        cells["archived_on"] = None
    return cells


def _join_bookings(db: Database, keep: str, remove: str) -> None:
    own = {one.session_id: one for one in bookings_of_learner(db, keep)}
    for other in bookings_of_learner(db, remove):
        mine = own.get(other.session_id)
        if mine is None:
            continue
        worse = max(mine, other, key=lambda one: _BEST_FIRST.index(one.status))
        if worse.status is BookingStatus.ATTENDED:  # both came, so both have a record, of which one stays
            worse = other
        record = db.value("select id from training_record where booking_id = ?", (worse.id,))
        if record is not None:
            remove_record(db, str(record))
        db.delete_row("booking", worse.id)


def _join_posts(db: Database, keep: str, remove: str) -> None:
    """A post that both have is one, from the first day of either to the last."""
    own = posts_of(db, keep)
    for other in posts_of(db, remove):
        mine = next((one for one in own if _same_post(one, other)), None)
        if mine is None:
            continue
        starts, ends = (mine.from_on, other.from_on), (mine.until_on, other.until_on)
        db.delete_row("learner_post", other.id)
        db.update_row("learner_post", mine.id, {
            "from_on": min(day for day in starts if day).isoformat() if all(starts) else None,
            "until_on": max(day for day in ends if day).isoformat() if all(ends) else None,
        })  # fmt: skip


def _same_post(one: Post, other: Post) -> bool:
    facts = ("provider_id", "service_id", "job_role", "employment")
    return all(getattr(one, name) == getattr(other, name) for name in facts) and one.meets(other)
