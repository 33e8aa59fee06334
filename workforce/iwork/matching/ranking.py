"""Who suits a post, and which post suits somebody: those that fit by score, then those that could, then the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from resources.wording import and_list, count_of
from resources.words import Word
from workforce.iwork.matching.changes import Change, changes
from workforce.iwork.matching.facts import Finding, Fit, MatchPerson, MatchPost, MustHave, Rules, out_of_100
from workforce.iwork.matching.judging import judge
from workforce.iwork.matching.reading import Pool

NO_CHANGE = "Nothing that we would ask for makes this a yes."
ASK_FIRST = "Ask them first whether we may look for posts for them. It is theirs to say."
PROFILE_FIRST = "Begin their profile first: days, hours, tasks and ways to work."
PROFILE_FIRST_EASILY = "Let us talk first about what you want and can do."
ASK_FIRST_EASILY = "May we look for jobs for you? You can say yes or no."
SUGGESTION = (
    "This is a suggestion, not a decision. People decide, and first of all the person whom it is about."
)

SUGGESTION_EASILY = "This is an idea. Nobody has decided anything. You say what you want."
HOW_ORDERED = (
    "Those that fit come first, the best score first; then those that could, the fewest changes first."
)


class Standing(Word):
    """How it stands with a pair."""

    FITS = "fits", "Fits"
    TO_ASK = "to_ask", "Fits, with things to ask"
    COULD_FIT = "could_fit", "Could fit"
    PROFILE_FIRST = "profile_first", "Profile first"
    CONSENT_FIRST = "consent_first", "Consent first"
    NOT_NOW = "not_now", "Does not fit"
    BANNED = "banned", "Do not place"
    HERE = "here", "Here already"


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
        if self.is_here:
            return Standing.HERE
        if self.fit.fits:
            return Standing.TO_ASK if self.fit.unknown else Standing.FITS
        if any(one.kind is MustHave.BAN for one in self.fit.unmet):
            return Standing.BANNED
        if self.asks_first:
            return Standing.CONSENT_FIRST
        if not self.person.profiled and self.person.current:
            return Standing.PROFILE_FIRST
        return Standing.COULD_FIT if self.changes else Standing.NOT_NOW

    @property
    def asks_first(self) -> bool:
        """Whether they have not agreed to be matched: nothing else is said of them then, and no score."""
        return not self.person.consents and self.person.current

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What may be told of the pair."""
        if self.asks_first:
            return tuple(one for one in self.fit.findings if one.kind in (MustHave.BAN, MustHave.CONSENT))
        if self.is_here:  # their hours there are among those that they work
            return tuple(one for one in self.fit.findings if one.kind is not MustHave.HOURS)
        return self.fit.findings

    @property
    def score(self) -> int | None:
        """Out of 100; none where too little is known, or may be said."""
        return None if self.asks_first or not self.person.profiled else out_of_100(self.fit.score)

    @property
    def is_here(self) -> bool:
        """Whether they are matched to the post already, or work there."""
        return self.post.key in self.person.at_posts

    @property
    def in_the_way(self) -> str:
        """What is not met, in sentences for the team."""
        return " ".join(one.for_team for one in self.findings if one.met is False)

    @property
    def to_ask(self) -> str:
        """What is not known, each thing once."""
        kinds = dict.fromkeys(one.kind.value for one in self.findings if one.met is None)
        return and_list(list(kinds))

    @property
    def easiest(self) -> str:
        """The first of what would make it a yes, and how many more there are."""
        if self.fit.fits or self.is_here:
            return ""
        if self.standing is Standing.CONSENT_FIRST:
            return ASK_FIRST
        if self.standing is Standing.PROFILE_FIRST:
            return PROFILE_FIRST
        if not self.changes:
            return NO_CHANGE
        more = len(self.changes) - 1
        return self.changes[0].for_team + (f" Or {count_of(more, 'other way')}." if more else "")

    @property
    def order(self) -> tuple[int, int, int, int, int, int]:
        """Pinned first, those that fit by score, then those that could with the fewest steps."""
        at = _ORDER[self.standing]
        steps = len(self.changes[0].steps) if self.standing is Standing.COULD_FIT else 0
        score = 0 if self.score is None else self.fit.score
        return (0 if self.fit.pinned else 1, at, steps, -score, self.person.number, self.post.number)


_ORDER = {
    Standing.FITS: 0,
    Standing.TO_ASK: 0,
    Standing.COULD_FIT: 1,
    Standing.PROFILE_FIRST: 2,
    Standing.CONSENT_FIRST: 3,
    Standing.NOT_NOW: 4,
    Standing.BANNED: 5,
    Standing.HERE: 6,
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
