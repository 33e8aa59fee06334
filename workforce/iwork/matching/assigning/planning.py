"""The best assignment of the register as it stands. Nothing is written: a person takes each pair further, or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.wording import and_list, count_of
from workforce.iwork.matching.assigning.assigning import NO_POST, Assignment, Pair, PinTrouble, assign
from workforce.iwork.matching.assigning.explaining import Left, Unplaced, named, places_left, unplaced
from workforce.iwork.matching.assigning.matrix import Matrix, matrix, without_those_there
from workforce.iwork.matching.assigning.ties import ties
from workforce.iwork.matching.facts import MatchPerson, MatchPost, Rules
from workforce.iwork.matching.reading import Pool, read_pool


@dataclass(frozen=True)
class Suggested:
    """A pair of the best assignment. `others` are posts that just as good assignments give them.

    `may_have_none`: in one that is just as good they have none, and somebody else is placed.
    """

    person: MatchPerson
    post: MatchPost
    score: int
    pinned: bool = False
    others: tuple[MatchPost, ...] = ()
    may_have_none: bool = False

    @property
    def is_tie(self) -> bool:
        """Whether another assignment is just as good for everybody together."""
        return bool(self.others) or self.may_have_none

    @property
    def tie(self) -> str:
        """What would be just as good, in words."""
        said = [f"{named([one.reference for one in self.others])} would do as well"] if self.others else []
        if self.may_have_none:
            said.append("somebody else could be placed instead")
        return f"A tie: {and_list(said)}." if said else ""


@dataclass(frozen=True)
class Plan:
    """The best assignment, and all that is to be said of it."""

    suggested: tuple[Suggested, ...]
    unplaced: tuple[Unplaced, ...]
    left: tuple[Left, ...]
    troubles: tuple[str, ...]
    looking: int
    places: int
    score: int
    spoken: int = 0
    """Open posts where every place is spoken for."""

    @property
    def people(self) -> tuple[Suggested | Unplaced, ...]:
        """Everybody who looks for a post, those with one first."""
        return (*self.suggested, *self.unplaced)

    @property
    def ties(self) -> int:
        """How many people have a tie."""
        return sum(one.is_tie for one in self.suggested)

    @property
    def sentence(self) -> str:
        """What came of it, in one line."""
        if not self.looking:
            return "Nobody is looking for a post."
        who = f"{len(self.suggested)} of {count_of(self.looking, 'person', 'people')}"
        where = count_of(self.places, "free place")
        tied = f" {count_of(self.ties, 'suggestion')} could be another just as well." if self.ties else ""
        more = f" At {count_of(self.spoken, 'more post')} every place is spoken for." if self.spoken else ""
        return f"{who} could be placed in {where}.{more}{tied}"


def plan(vault: Database, *, today: date) -> Plan:
    """The best assignment of those who look for a post to the posts with a free place."""
    return plan_of(read_pool(vault, today=today))


def plan_of(pool: Pool) -> Plan:
    """The same, of what was read."""
    rules = pool.rules
    found = without_those_there(matrix(pool.looking, pool.posts, rules))
    pins, unknown = pins_of(found, rules)
    assignment = assign(found.scores, found.fits, found.places, pins)
    tied = ties(assignment, found.scores, found.fits, found.places)
    return Plan(
        suggested=tuple(_suggested(found, assignment, tied)),
        unplaced=unplaced(found, assignment, rules),
        left=places_left(found, assignment),
        troubles=(*unknown, *(_trouble(found, pair, trouble) for pair, trouble in assignment.troubles)),
        looking=len(found.people),
        places=int(found.places.sum()),
        score=assignment.score,
        spoken=int((found.places == 0).sum()),
    )


def pins_of(found: Matrix, rules: Rules) -> tuple[list[Pair], list[str]]:
    """Pins by their places in the matrix, in the order of the people; what of them cannot stand is told.

    Where somebody did not agree to be matched, or may not be placed there, no pin holds.
    """
    row_of = {one.key: at for at, one in enumerate(found.people)}
    column_of = {one.key: at for at, one in enumerate(found.posts)}
    pins, told = [], []
    for row, column in sorted((row_of[who], column_of[where]) for who, where in rules.pins
                              if who in row_of and where in column_of):  # fmt: skip
        person, post = found.people[row], found.posts[column]
        if not person.consents:
            told.append(
                f"{person.reference} is pinned to {post.reference}, but has not agreed to be matched."
            )
        elif rules.banned(person, post):
            told.append(f"{person.reference} is pinned to {post.reference}, but is not to be placed there.")
        else:
            pins.append((row, column))
    return pins, told


def _trouble(found: Matrix, pair: Pair, trouble: PinTrouble) -> str:
    person, post = found.people[pair[0]].reference, found.posts[pair[1]].reference
    why = {
        PinTrouble.DOES_NOT_FIT: "though something is in the way. The pin is kept: look at the reasons.",
        PinTrouble.BANNED: "but is not to be placed there.",
        PinTrouble.PINNED_TWICE: "and to another post as well. The first one is kept: end one of the two.",
        PinTrouble.NO_PLACE: "but every place there is pinned or taken. End one of the pins.",
    }[trouble]
    return f"{person} is pinned to {post}, {why}"


def _suggested(found: Matrix, assignment: Assignment, tied: Mapping[int, Sequence[int]]) -> list[Suggested]:
    made = []
    for row, column in assignment.pairs:
        other = tied.get(row, ())
        made.append(
            Suggested(
                found.people[row], found.posts[column], int(found.scores[row, column]),
                pinned=(row, column) in assignment.pinned,
                others=tuple(found.posts[one] for one in other if one != NO_POST), may_have_none=NO_POST in other,
            )
        )  # fmt: skip
    return made
