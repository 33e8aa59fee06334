"""Shares with their bases, figures between bounds, intervals, tests, ranks with ties, and verdicts on change.

Shares and figures are exact fractions until they are printed; thresholds are settings; every verdict can
state its rule.
"""

from resources.statistics.figures import (
    Bounds,
    Quartiles,
    Ratio,
    Spread,
    bounds,
    bounds_of,
    figure_of,
    quartiles,
    quartiles_of_ratios,
    spread,
    total_of,
)
from resources.statistics.intervals import Interval, difference, difference_p, wilson
from resources.statistics.needed import Needed, answers_needed, pairs_needed, smallest_change_seen
from resources.statistics.pairs import mcnemar, paired_difference, sign_test
from resources.statistics.rank_sum import rank_sum_test, tends_higher
from resources.statistics.ranks import Ranked, rank
from resources.statistics.several import holm
from resources.statistics.shares import (
    BASES_OF_PROVIDERS,
    BaseRule,
    Share,
    rounding_note,
    rounding_note_of,
    share,
)
from resources.statistics.verdicts import CHANGE_RULE, NEITHER_RULE, Change, Verdict, change, clear_verdict

__all__ = [
    "BASES_OF_PROVIDERS",
    "CHANGE_RULE",
    "NEITHER_RULE",
    "BaseRule",
    "Bounds",
    "Change",
    "Interval",
    "Needed",
    "Quartiles",
    "Ranked",
    "Ratio",
    "Share",
    "Spread",
    "Verdict",
    "answers_needed",
    "bounds",
    "bounds_of",
    "change",
    "clear_verdict",
    "difference",
    "difference_p",
    "figure_of",
    "holm",
    "mcnemar",
    "paired_difference",
    "pairs_needed",
    "quartiles",
    "quartiles_of_ratios",
    "rank",
    "rank_sum_test",
    "rounding_note",
    "rounding_note_of",
    "share",
    "sign_test",
    "smallest_change_seen",
    "spread",
    "tends_higher",
    "total_of",
    "wilson",
]
