"""What the pane says of a match: what would make it a yes, each reason, and what its score is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from resources.tables import ColumnKind
from workforce.iwork.matching.facts import Finding, out_of_100
from workforce.iwork.matching.ranking import (
    ASK_FIRST,
    ASK_FIRST_EASILY,
    NO_CHANGE,
    PROFILE_FIRST,
    PROFILE_FIRST_EASILY,
    SUGGESTION,
    SUGGESTION_EASILY,
    Match,
    Standing,
)
from workforce.iwork.matching.rules_by_hand import PlacingRule
from workforce.iwork.matching.tables import told_post

TEAM, EASY = "team", "easy"
_FIRST = {
    Standing.CONSENT_FIRST: (ASK_FIRST, ASK_FIRST_EASILY),
    Standing.PROFILE_FIRST: (PROFILE_FIRST, PROFILE_FIRST_EASILY),
}


@dataclass(frozen=True)
class _Titles:
    """What stands above the sentences."""

    suggestion: str
    yes: str
    in_way: str
    ask: str
    met: str


_TITLES = {
    TEAM: _Titles(SUGGESTION, "What would make this a yes", "In the way", "To ask", "Met"),
    EASY: _Titles(
        SUGGESTION_EASILY, "What could change so that it fits", "What does not fit", "What we want to ask you",
        "What fits",
    ),
}  # fmt: skip
_EASY_NO = "We do not ask for anything to be changed. This job is not for you now."


def match_detail(
    one: Match, told: str, rules: Sequence[PlacingRule], actions: Sequence[Action], *, words: str
) -> Detail:
    """`told` is the person by reference and initials; `words` says for whom the sentences are."""
    titles = _TITLES[words]
    sections = [
        *_yes(one, words),
        *_findings(titles.in_way, [x for x in one.findings if x.met is False], words),
        *_findings(titles.ask, [x for x in one.findings if x.met is None], words),
        *_rules(rules),
        *_findings(titles.met, [x for x in one.findings if x.met], words, folded=not one.fit.fits),
    ]
    if words == TEAM and one.score is not None:
        sections.append(_score(one))
    return Detail(
        f"{told} and {told_post(one.post)}",
        f"{one.post.employer_name}. {titles.suggestion}",
        ((ColumnKind.STATUS, one.standing.label),),
        actions,
        tuple(sections),
    )


def _yes(one: Match, words: str) -> list[Section]:
    if one.fit.fits or one.is_here:
        return []
    if one.standing in _FIRST:
        team, easy = _FIRST[one.standing]
        return [
            Section("What comes first", (Line("The person", team if words == TEAM else easy),), stacked=True)
        ]
    if not one.changes:
        said = NO_CHANGE if words == TEAM else _EASY_NO
        return [Section(_TITLES[words].yes, (Line("Nothing", said),), stacked=True)]
    title, lines = _TITLES[words].yes, []
    for number, change in enumerate(one.changes, 1):
        which = f"Way {number}" if len(one.changes) > 1 else "What it takes"
        sides = " and ".join(side.value.lower() for side in change.sides)
        lines.append(
            Line(f"{which}, by {sides}", change.for_team) if words == TEAM else Line(which, change.for_person)
        )
    return [Section(title, lines, stacked=True)]


def _findings(title: str, found: Sequence[Finding], words: str, *, folded: bool = False) -> list[Section]:
    if not found:
        return []
    lines = [Line(one.kind.value, one.for_team if words == TEAM else one.for_person) for one in found]
    return [Section(title, lines, stacked=True, folded=folded)]


def _rules(rules: Sequence[PlacingRule]) -> list[Section]:
    if not rules:
        return []
    return [
        Section(
            "By hand",
            [Line(f"{one.kind.label}, by {one.made_by}", one.reason) for one in rules],
            stacked=True,
        )
    ]


def _score(one: Match) -> Section:
    weights = dict(one.rules.weights)
    lines = [
        Line(f"{of.factor.label}: {out_of_100(of.points)} of 100, weight {weights[of.factor]}", of.for_team)
        for of in one.fit.factors
    ]
    return Section("Score by factor", lines, stacked=True)
