"""Nominees of a round who may be one, and voices that may be one voice, for a person to look at side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from awards.nominations.entries import Entry, entries, entry, reference
from awards.nominations.likeness import (
    SURNAME_ALONE,
    NomineeFacts,
    VoiceFacts,
    nominees_alike,
    voices_alike,
    whole_names,
)
from awards.nominations.nominations import Nomination, nominations
from awards.vocabulary import NominationStatus
from resources.database import Database, change, new_key


@dataclass(frozen=True)
class AlikeNominees:
    """Two who may be one; `one` has the lower number. Only those of one category can be grouped."""

    one: Entry
    other: Entry
    score: int
    reasons: tuple[str, ...]

    @property
    def may_group(self) -> bool:
        """Whether they stand in one category."""
        return self.one.category_id == self.other.category_id


@dataclass(frozen=True)
class AlikeVoices:
    """Two voices that may be one; `one` came first."""

    one: Nomination
    other: Nomination
    score: int
    reasons: tuple[str, ...]

    @property
    def may_set_aside(self) -> bool:
        """Whether they are for one nominee, so that one can be a duplicate of the other."""
        return self.one.entry_id == self.other.entry_id


def alike_nominees(db: Database, round_id: str) -> list[AlikeNominees]:
    """The likeliest first; without those who are out and those whom somebody found to be different."""
    held = [one for one in entries(db, round_id) if not one.status.is_out]
    facts, apart = [_facts(one) for one in held], _different(db)
    found = []
    for (one, mine), (other, theirs) in combinations(zip(held, facts, strict=True), 2):
        likeness = nominees_alike(mine, theirs)
        if likeness.score and _pair(one.id, other.id) not in apart:
            found.append(AlikeNominees(one, other, likeness.score, likeness.reasons))
    return sorted(
        found, key=lambda pair: (not pair.may_group, -pair.score, pair.one.number, pair.other.number)
    )


def _facts(one: Entry) -> NomineeFacts:
    return NomineeFacts(
        one.id, whole_names(one.nominee, one.other_names), one.nominee_kind, one.category_id, one.service_id or "",
        one.provider_id or "", one.contact_id or "", one.place_told,
    )  # fmt: skip


def alike_voices(db: Database, round_id: str) -> list[AlikeVoices]:
    """The likeliest first; without those withdrawn, set aside already, or found to be different."""
    counted = [
        one
        for one in nominations(db, round_id)
        if one.status not in (NominationStatus.WITHDRAWN, NominationStatus.DUPLICATE)
    ]
    apart = _different(db)
    facts = [
        VoiceFacts(one.id, one.entry_id, one.nominator, one.nominator_email, one.statement) for one in counted
    ]
    found = []
    for (one, mine), (other, theirs) in combinations(zip(counted, facts, strict=True), 2):
        likeness = voices_alike(mine, theirs)
        if likeness.score and _pair(one.id, other.id) not in apart:
            first, second = sorted((one, other), key=lambda each: (each.received_on, each.id))
            found.append(AlikeVoices(first, second, likeness.score, likeness.reasons))
    return sorted(found, key=lambda pair: (not pair.may_set_aside, -pair.score, pair.one.id))


def alike_of(db: Database, entry_id: str) -> list[AlikeNominees]:
    """Those who may be the same as one nominee."""
    held = entry(db, entry_id)
    if held.status.is_out:
        return []
    apart, mine = _different(db), _facts(held)
    found = []
    for other in entries(db, held.round_id):
        if other.id == held.id or other.status.is_out or _pair(held.id, other.id) in apart:
            continue
        likeness = nominees_alike(mine, _facts(other))
        if likeness.score:
            found.append(AlikeNominees(held, other, likeness.score, likeness.reasons))
    return sorted(found, key=lambda pair: (not pair.may_group, -pair.score, pair.other.number))


def likely_nominated(db: Database, round_id: str, asked: NomineeFacts) -> list[Entry]:
    """Those in the category asked for whom somebody about to be added may be, the likeliest first."""
    found = []
    for one in entries(db, round_id, category_id=asked.category_id):
        likeness = nominees_alike(asked, _facts(one))
        if likeness.score > SURNAME_ALONE and not one.status.is_out:
            found.append((likeness.score, one))
    return [one for _, one in sorted(found, key=lambda pair: (-pair[0], pair[1].number))]


def mark_different(db: Database, one: str, other: str, *, named: Sequence[str]) -> None:
    """Somebody looked at two nominees or two voices and found them different: they are not shown as alike again."""
    first, second = _pair(one, other)
    if db.value("select 1 from not_duplicate where one = ? and other = ?", (first, second)):
        return
    with change(db, f"Marked {' and '.join(named)} as different"):
        db.insert_row("not_duplicate", {"id": new_key(), "one": first, "other": second})


def _different(db: Database) -> set[tuple[str, str]]:
    return {(str(one), str(other)) for one, other in db.rows("select one, other from not_duplicate")}


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def named(db: Database, of: Entry) -> str:
    """2026-014 Ada Example: how somebody nominated stands in a choice."""
    return f"{reference(db, of)} {of.nominee}"
