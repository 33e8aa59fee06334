"""Shares with their bases, intervals, tests, ranks with ties, and verdicts on change.

Shares are exact fractions until they are printed; thresholds are settings; every verdict can state its rule.
"""

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
    "Change",
    "Interval",
    "Needed",
    "Ranked",
    "Share",
    "Verdict",
    "answers_needed",
    "change",
    "clear_verdict",
    "difference",
    "difference_p",
    "holm",
    "mcnemar",
    "paired_difference",
    "pairs_needed",
    "rank",
    "rank_sum_test",
    "rounding_note",
    "rounding_note_of",
    "share",
    "sign_test",
    "smallest_change_seen",
    "tends_higher",
    "wilson",
]
