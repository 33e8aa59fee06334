"""The test and the verdict of each row, of all answers and of those who answered both times.

A share of all answers is judged by Newcombe's interval for the difference, and of pairs by McNemar's exact test
(mid-p). A figure that each provider has of its own (a median, a typical share or rate) is judged by how providers
stand: of all answers by the rank-sum test, of pairs by the sign test. The share of all people together is never judged:
people come in providers, so that they are not as many witnesses as they are people.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from resources.statistics import (
    BASES_OF_PROVIDERS,
    NEITHER_RULE,
    Share,
    Verdict,
    clear_verdict,
    difference,
    difference_p,
    holm,
    mcnemar,
    paired_difference,
    rank_sum_test,
    share,
    sign_test,
    tends_higher,
)
from resources.wording import count_of
from workforce.survey.changes.change_row import ChangeRow, Compared, Compares, Figure
from workforce.survey.changes.measured import Figures, Measured
from workforce.survey.vocabulary import Better

LEVEL = 0.05
Pairs = Sequence[tuple[int, int]]

_SHARES_RULE = (
    "A share is called improved or worsened only when both bases are {least} or more and chance alone would bring such "
    "a change in fewer than 5 of 100: of all answers by the 95% interval of the difference (Newcombe), which then "
    "leaves out no change; of the same providers by McNemar’s exact test (mid-p) of those who changed their answer, "
    "their interval being Tango’s."
)
_FIGURES_RULE = (
    "A typical provider’s figure is judged by whether providers stand higher or lower: of all answers by the rank-sum "
    "test (Mann–Whitney), of the same providers by the sign test (mid-p). It has no interval. The figure of all people "
    "together is shown beside it and is not judged, for people of one provider are not independent of each other."
)
_DIRECTION_RULE = "The printed figures must move that way too. " + NEITHER_RULE
_HOLM_RULE = (
    "Because {count} are compared, each has to be clearer than it would alone (Holm’s correction, of all answers and "
    "of the same providers apart): the chance of calling any of them changed that is not stays below 5%. Intervals are "
    "each one’s own, so one that leaves out no change may stand beside “no clear change”."
)
_NOT_CORRECTED = (
    "{count} are compared, each by itself: of twenty that did not change, one would look so by chance."
)


def rule(rows: Sequence[ChangeRow], *, corrected: bool) -> tuple[str, ...]:
    """What the verdicts of these rows mean, in sentences."""
    kinds = {row.compares.of_yes_or_no for row in rows}
    tested = sum(row.all_answers.p is not None for row in rows)
    several = (_HOLM_RULE if corrected else _NOT_CORRECTED).format(count=count_of(tested, "figure"))
    return (
        *((_SHARES_RULE.format(least=BASES_OF_PROVIDERS.flag),) if True in kinds else ()),
        *((_FIGURES_RULE,) if False in kinds else ()),
        _DIRECTION_RULE,
        *((several,) if tested > 1 else ()),
    )


# --- tests ------------------------------------------------------------------------------------------------------


def all_answers(before: Measured, after: Measured, compares: Compares) -> Compared:
    """Everybody who answered then with everybody who answered now; the verdict is still to come."""
    was, now = before.figure(compares), after.figure(compares)
    told = Compared(was, now, Verdict.BASE_TOO_SMALL)
    if was.hidden or now.hidden:
        return told
    if isinstance(before, Figures) and isinstance(after, Figures):
        earlier, later = list(before.values.values()), list(after.values.values())
        leans = _sign(tends_higher(earlier, later) - Fraction(1, 2))
        return _tested(replace(told, leans=leans), rank_sum_test(earlier, later))
    shares = _share(was), _share(now)
    leans = _sign((now.value or Fraction(0)) - (was.value or Fraction(0)))
    return _tested(replace(told, leans=leans, interval=difference(*shares)), difference_p(*shares))


def same_providers(before: Measured, after: Measured, compares: Compares, among: Pairs) -> Compared:
    """Those who answered this both times; the verdict is still to come."""
    had, have = before.who, after.who
    both = [pair for pair in among if pair[0] in had and pair[1] in have]
    was = before.figure(compares, [earlier for earlier, _ in both])
    now = after.figure(compares, [later for _, later in both])
    moves = [_move(before.value_of(earlier), after.value_of(later)) for earlier, later in both]
    up, down = moves.count(1), moves.count(-1)
    told = Compared(
        was, now, Verdict.BASE_TOO_SMALL, pairs=len(both), up=up, down=down, leans=_sign(Fraction(up - down))
    )
    if was.hidden:
        return told
    if compares.of_yes_or_no:
        return _tested(replace(told, interval=paired_difference(up, down, len(both))), mcnemar(up, down))
    return _tested(told, sign_test(up, down))


def _tested(told: Compared, p: float | None) -> Compared:
    """Nothing is tested of a base that is too small for a verdict: it would only make the others harder to see."""
    return told if told.before.small or told.after.small else replace(told, p=p)


def _move(was: Fraction | int, now: Fraction | int) -> int:
    return (now > was) - (now < was)


def _sign(value: Fraction) -> int:
    return _move(0, value)


def _share(figure: Figure) -> Share:
    return share(figure.count or 0, figure.base, figure.rule)


# --- verdicts ---------------------------------------------------------------------------------------------------


def judged(rows: Sequence[ChangeRow], *, corrected: bool) -> tuple[ChangeRow, ...]:
    """The rows with their verdicts, each in the light of how many are compared."""
    every = holm([row.all_answers.p for row in rows])
    same = holm([row.same_providers.p if row.same_providers else None for row in rows])
    return tuple(
        replace(
            row,
            all_answers=_judged(row.all_answers, row.better, p_all, corrected),
            same_providers=row.same_providers and _judged(row.same_providers, row.better, p_same, corrected),
        )
        for row, p_all, p_same in zip(rows, every, same, strict=True)
    )


def _judged(told: Compared, better: Better, p_corrected: float | None, corrected: bool) -> Compared:
    if not told.verdict.is_subtracted:
        return told
    held = replace(told, p_corrected=p_corrected if corrected else None)
    return replace(held, verdict=_verdict(held, better))


def _verdict(told: Compared, better: Better) -> Verdict:
    p = told.p if told.p_corrected is None else told.p_corrected
    if p is None:
        return Verdict.BASE_TOO_SMALL
    moved = _sign(Fraction(told.points or 0))
    if p >= LEVEL or moved == 0 or moved != told.leans:
        return Verdict.NO_CLEAR_CHANGE
    higher_is_better = None if better is Better.NEITHER else better is Better.HIGHER
    return clear_verdict(higher=moved > 0, higher_is_better=higher_is_better)
