"""Would another have won? Each judge left out in turn, and each weight moved by a tenth.

What is compared is who stands first, by the same arithmetic and the same rule for ties. Who needs how many scores is
not asked again: a nominee drops out only where no score is left.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from awards.judging.scheme import Scheme
from awards.results.scoring import Marks, Summary, heaviest_mean, summarise
from awards.results.ties import Contender, Placed, in_order
from awards.vocabulary import TieRule
from resources.wording import and_list, capital_first, count_of

MOVED = (Fraction(9, 10), Fraction(11, 10))


@dataclass(frozen=True)
class Case:
    """One thing otherwise: the judge left out, or the criterion whose weight is moved and by which factor."""

    first: tuple[str, ...]
    judge: str = ""
    criterion: str = ""
    factor: Fraction = Fraction(1)


@dataclass(frozen=True)
class WhatIf:
    """Who stands first as it is, and where it is otherwise."""

    first: tuple[str, ...]
    judges: tuple[Case, ...]
    weights: tuple[Case, ...]

    @property
    def changed(self) -> list[Case]:
        """The cases in which somebody else would stand first, or somebody more, or fewer."""
        return [case for case in (*self.judges, *self.weights) if case.first != self.first]


def what_if(
    scheme: Scheme, marks: Sequence[Marks], rule: TieRule, *, among: Iterable[str] | None = None
) -> WhatIf:
    """All cases of one category. `among` are those who can win: the others' scores stay out."""
    held = marks if among is None else [one for one in marks if one.nominee in set(among)]
    summaries = summarise(scheme, held)
    of_nominee = _by_nominee(held)
    judges = sorted({judge for one in summaries.values() for judge in one.by_judge})
    return WhatIf(
        _first(scheme, summaries, of_nominee, rule),
        tuple(_without_judge(scheme, summaries, of_nominee, rule, judge) for judge in judges),
        tuple(
            _with_weight(scheme, held, of_nominee, rule, scale.key, factor)
            for scale in scheme.weighed
            for factor in MOVED
            if len(scheme.weighed) > 1
        ),
    )


_ByNominee = Mapping[str, Sequence[Marks]]


def _by_nominee(marks: Iterable[Marks]) -> dict[str, list[Marks]]:
    found: dict[str, list[Marks]] = {}
    for one in marks:
        found.setdefault(one.nominee, []).append(one)
    return found


def _without_judge(
    scheme: Scheme, summaries: Mapping[str, Summary], marks: _ByNominee, rule: TieRule, judge: str
) -> Case:
    rest = {
        nominee: Summary({key: value for key, value in one.by_judge.items() if key != judge})
        for nominee, one in summaries.items()
    }
    others = {nominee: [one for one in given if one.judge != judge] for nominee, given in marks.items()}
    return Case(_first(scheme, rest, others, rule), judge=judge)


def _with_weight(
    scheme: Scheme, marks: Sequence[Marks], by_nominee: _ByNominee, rule: TieRule, key: str, factor: Fraction
) -> Case:
    moved = scheme.with_weight(key, factor)
    return Case(_first(moved, summarise(moved, marks), by_nominee, rule), criterion=key, factor=factor)


def _first(
    scheme: Scheme, summaries: Mapping[str, Summary], marks: _ByNominee, rule: TieRule
) -> tuple[str, ...]:
    """Who stands first, level ones together; only those with the highest mean are looked at closer."""
    top = max((one.mean for one in summaries.values() if one.mean is not None), default=None)
    leading = {nominee: one for nominee, one in summaries.items() if one.mean == top and top is not None}
    return leaders(place_all(scheme, leading, marks, rule))


def place_all(
    scheme: Scheme, summaries: Mapping[str, Summary], marks: _ByNominee, rule: TieRule
) -> list[Placed]:
    """All who have a score, in order."""
    asked = rule is TieRule.HEAVIEST_CRITERION
    return in_order(
        (
            Contender(
                nominee,
                one.mean,
                one.median,
                heaviest_mean(scheme, marks.get(nominee, ())) if asked else None,
            )
            for nominee, one in summaries.items()
            if one.mean is not None and one.median is not None
        ),
        rule,
    )


def leaders(placed: Sequence[Placed]) -> tuple[str, ...]:
    """Those in the first place."""
    return tuple(sorted(one.key for one in placed if one.place == 1))


def what_if_words(
    found: WhatIf, *, nominee: Mapping[str, str], judge: Mapping[str, str], criterion: Mapping[str, str]
) -> list[str]:
    """What would change it, a sentence each; one that says so where nothing would."""
    if not found.first:
        return []
    told = [_case_words(case, nominee, judge, criterion) for case in found.changed]
    steady = _steady(found)
    return [*told, steady] if steady else told


def _steady(found: WhatIf) -> str:
    quiet = []
    if found.judges and all(case.first == found.first for case in found.judges):
        quiet.append(f"without any one of the {count_of(len(found.judges), 'judge')}")
    if found.weights and all(case.first == found.first for case in found.weights):
        quiet.append("if any one weight moved by 10%")
    same = (
        "the same nominee would stand first"
        if len(found.first) == 1
        else "the same nominees would stand first"
    )
    return capital_first(f"{and_list(quiet)}, {same}.") if quiet else ""


def _case_words(
    case: Case, nominee: Mapping[str, str], judge: Mapping[str, str], criterion: Mapping[str, str]
) -> str:
    if case.judge:
        when = f"Without {judge[case.judge]}"
    else:
        way = "more" if case.factor > 1 else "less"
        when = f"If “{criterion[case.criterion]}” weighed 10% {way}"
    if not case.first:
        return f"{when}, nobody would have a score."
    names = and_list([nominee[key] for key in case.first])
    return f"{when}, {names} would {'stand first' if len(case.first) == 1 else 'share the first place'}."
