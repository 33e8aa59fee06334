"""Conflicts of a round as a list to work through: what was found, what was ruled, and what a judge has all the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from awards.judging.assignments import Assignment, assignments
from awards.judging.conflict_reading import Pair, judge_facts, nominee_facts, ruled_pairs
from awards.judging.conflicts import Conflict, conflicts, lies_in
from awards.judging.panel import member_names, members
from awards.judging.ruled import Ruling
from resources.database import Database

GIVEN_ALL_THE_SAME, KEPT_APART, RULED_NONE = "Has them all the same", "Kept apart", "Ruled: no conflict"
"""What is done about a conflict."""
SINCE = "New since that ruling:"


@dataclass(frozen=True)
class ConflictLine:
    """A judge and a nominee between whom something was found or ruled. Without `given` the judge never had them."""

    member_id: str
    entry_id: str
    found: tuple[Conflict, ...]
    ruling: Ruling | None
    given: Assignment | None

    @property
    def key(self) -> str:
        """Of the pair."""
        return f"{self.member_id}/{self.entry_id}"

    @property
    def holds(self) -> bool:
        """Whether it keeps the two apart."""
        return bool(self.new) or (self.ruling is not None and self.ruling.conflict)

    @property
    def new(self) -> tuple[Conflict, ...]:
        """What was found and not ruled on yet."""
        said = self.ruling
        if said is None:
            return self.found
        return tuple(one for one in self.found if not said.conflict and not said.clears(one))

    @property
    def is_clash(self) -> bool:
        """Whether the judge has the nominee all the same: somebody has to settle it."""
        return self.holds and self.given is not None and not self.given.is_left

    @property
    def state(self) -> str:
        """What is done about it."""
        if not self.holds:
            return RULED_NONE
        return GIVEN_ALL_THE_SAME if self.is_clash else KEPT_APART

    @property
    def kinds(self) -> str:
        """How it was found: Declared, employer."""
        kinds = list(dict.fromkeys(one.kind.label for one in self.found)) or ["The chair’s ruling"]
        return ", ".join([kinds[0], *(kind.lower() for kind in kinds[1:])])

    @property
    def why(self) -> str:
        """Every sentence of it, then what was ruled."""
        said = [one.sentence for one in self.found if self.ruling is None or one not in self.new]
        if self.ruling is not None:
            what = "a conflict" if self.ruling.conflict else "no conflict"
            said.append(f"{self.ruling.ruled_by} ruled that there is {what}: {self.ruling.reason}")
            said += [f"{SINCE} {one.sentence}" for one in self.new]
        return " ".join(said)


def conflict_lines(db: Database, round_id: str) -> list[ConflictLine]:
    """What a judge has all the same first, then by judge and nominee; of who stood down only what they still have."""
    said = ruled_pairs(db, round_id)
    given = {(one.member_id, one.entry_id): one for one in assignments(db, round_id)}
    here = {one.id for one in members(db, round_id, stood_down=False)}
    lines = [
        ConflictLine(*pair, found, said.get(pair), given.get(pair))
        for pair, found in _found(db, round_id, said).items()
    ]
    shown = [one for one in lines if one.member_id in here or one.is_clash]
    return sorted(shown, key=lambda one: not one.is_clash)


def _found(db: Database, round_id: str, said: Iterable[Pair]) -> Mapping[Pair, tuple[Conflict, ...]]:
    """What was found of every pair, before any ruling; also pairs of which only something was ruled."""
    ruled = set(said)
    found: dict[Pair, tuple[Conflict, ...]] = {}
    nominees = nominee_facts(db, round_id)
    for judge in judge_facts(db, round_id):
        for nominee in nominees:
            pair = (judge.id, nominee.id)
            sentences = conflicts(judge, nominee)
            if sentences or pair in ruled:
                found[pair] = sentences
    return found


def loose_interests(db: Database, round_id: str) -> list[tuple[str, str]]:
    """Interests in words that name nobody here: who declared them, and what. A person has to look for them by hand."""
    names, nominees = member_names(db, round_id), nominee_facts(db, round_id)
    return [
        (names[judge.id], one.words)
        for judge in judge_facts(db, round_id)
        for one in judge.interests
        if not one.is_tied and not any(lies_in(one, nominee) for nominee in nominees)
    ]
