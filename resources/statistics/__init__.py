"""Shares with their bases, intervals, tests, ranks with ties, and verdicts on change.

Shares are exact fractions until they are printed; thresholds are settings; every verdict can state its rule.
"""

from resources.statistics.intervals import Interval, difference, wilson
from resources.statistics.ranks import Ranked, rank
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
    "Ranked",
    "Share",
    "Verdict",
    "change",
    "clear_verdict",
    "difference",
    "rank",
    "rounding_note",
    "rounding_note_of",
    "share",
    "wilson",
]  # fmt: skip
