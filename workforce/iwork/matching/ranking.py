"""Who suits a post, and which post suits somebody: those that fit by score, then those that could, then the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from resources.wording import and_list, count_of
from resources.words import Word
from workforce.iwork.matching.changes import Change, changes
from workforce.iwork.matching.facts import Fit, MatchPerson, MatchPost, MustHave, Rules
from workforce.iwork.matching.judging import judge
from workforce.iwork.matching.reading import Pool

NO_CHANGE = "Nothing that we would ask for makes this a yes."
SUGGESTION = (
    "This is a suggestion, not a decision. People decide, and first of all the person whom it is about."
)


class Standing(Word):
    """How it stands with a pair."""

    FITS = "fits", "Fits"
    TO_ASK = "to_ask", "Fits, with things to ask"
    COULD_FIT = "could_fit", "Could fit"
    NOT_NOW = "not_now", "Does not fit"
    BANNED = "banned", "Do not place"


@dataclass(frozen=True)
class Match:
    """A pair with what is found of it. `changes` are worked out when they are first asked for."""

    person: MatchPerson
    post: MatchPost
    rules: Rules
    fit: Fit

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What would make it a yes."""
        return changes(self.person, self.post, self.rules)

    @property
    def standing(self) -> Standing:
        """In one word."""
        if self.fit.fits:
            return Standing.TO_ASK if self.fit.unknown else Standing.FITS
        if any(one.kind is MustHave.BAN for one in self.fit.unmet):
            return Standing.BANNED
        return Standing.COULD_FIT if self.changes else Standing.NOT_NOW

    @property
    def is_here(self) -> bool:
        """Whether they are matched to the post already, or work there."""
        return self.post.key in self.person.at_posts

    @property
    def in_the_way(self) -> str:
        """What is not met, in sentences for the team."""
        return " ".join(one.for_team for one in self.fit.unmet)

    @property
    def to_ask(self) -> str:
        """What is not known, each thing once."""
        kinds = dict.fromkeys(one.kind.value for one in self.fit.unknown)
        return and_list(list(kinds))

    @property
    def easiest(self) -> str:
        """The first of what would make it a yes, and how many more there are."""
        if self.fit.fits:
            return ""
        if not self.changes:
            return NO_CHANGE
        more = len(self.changes) - 1
        return self.changes[0].for_team + (f" Or {count_of(more, 'other way')}." if more else "")

    @property
    def order(self) -> tuple[int, int, int, int, int, int]:
        """Pinned first, those that fit by score, then those that could with the fewest steps."""
        at = _ORDER[self.standing]
        steps = len(self.changes[0].steps) if self.standing is Standing.COULD_FIT else 0
        return (0 if self.fit.pinned else 1, at, steps, -self.fit.score, self.person.number, self.post.number)


_ORDER = {
    Standing.FITS: 0,
    Standing.TO_ASK: 0,
    Standing.COULD_FIT: 1,
    Standing.NOT_NOW: 2,
    Standing.BANNED: 3,
}


def match(person: MatchPerson, post: MatchPost, rules: Rules) -> Match:
    """One pair."""
    return Match(person, post, rules, judge(person, post, rules))


def people_for(pool: Pool, post: MatchPost, *, every: bool = False) -> list[Match]:
    """People for a post, in order. Those who are not looking are left out, unless `every`body is asked for."""
    people = pool.people if every else pool.looking
    return _ranked(match(one, post, pool.rules) for one in people)


def posts_for(pool: Pool, person: MatchPerson) -> list[Match]:
    """Posts for somebody, in order."""
    return _ranked(match(person, one, pool.rules) for one in pool.posts)


def _ranked(found: Iterable[Match]) -> list[Match]:
    return sorted(found, key=lambda one: one.order)
