"""What every table of a wave says of itself: whose answers, what they are compared with, and what its marks mean."""

from datetime import date

from resources.report.exemption import Exemption
from resources.statistics import BASES_OF_PROVIDERS, Interval, Share
from resources.wording import and_list, count_of, number, percent, rounded_whole
from workforce.survey.analysis.frame import AnalysisFilter, WaveData
from workforce.survey.analysis.groups import GroupBy, group_words

NOT_IN_THE_BASE = "“Don’t know”, “not applicable” and no answer are counted apart and are not in the base."
SMALL_BASES = BASES_OF_PROVIDERS.note()
ANSWERED_IN_CONFIDENCE = Exemption(
    3,
    "What a named provider answered about its staff, or that it did not answer, concerns its business, and small "
    "numbers of its people may be worked out; publishing it would keep providers from answering.",
)
INTERVAL_RULE = "The interval is Wilson’s, at 95%."
INTERVAL_OF_POPULATION = (
    "The interval is Wilson’s, at 95%, with the correction for a finite population: it is of the {population:,} who "
    "could have answered, and is narrower the more of them did."
)
WEIGHTED = (
    "Weighted: each answer counts for as many as it stands for in the population; places go by the weighted shares, "
    "intervals are not weighted."
)


def wave_source(data: WaveData) -> str:
    """Where the figures come from."""
    return f"Survey, {data.wave.name}"


def wave_day(data: WaveData) -> date:
    """The day as at which the figures stand."""
    return data.wave.closes_on or data.wave.opens_on


def filter_words(chosen: AnalysisFilter) -> str:
    """Home care in Ashfield or Mansfield, Good or Outstanding; '' of everybody."""
    parts = [
        and_list([group_words(by, value) for value in values], "or")
        for by, values in (
            (GroupBy.KIND, chosen.kinds),
            (GroupBy.DISTRICT, chosen.districts),
            (GroupBy.RATING, chosen.ratings),
            (GroupBy.SIZE, chosen.sizes),
        )
        if values
    ]
    return "; ".join([*parts, *(("Good and Outstanding only",) if chosen.good_and_outstanding else ())])


def filter_notes(data: WaveData) -> tuple[str, ...]:
    """Who is left in, where anybody is left out."""
    words = filter_words(data.filter)
    return (f"Only: {words}.",) if words else ()


def interval_note(population: int | None) -> str:
    """By what rule the intervals of a table are made."""
    return INTERVAL_RULE if population is None else INTERVAL_OF_POPULATION.format(population=population)


def interval_words(found: Interval | None, of: Share) -> str:
    """38% to 56%; 38% to 56%, small base; why there is none."""
    if not of.base:
        return ""
    if of.hidden or found is None:
        return "base too small"
    small = ", small base" if of.small else ""
    if found.low == found.high:
        return f"everybody answered{small}"
    return f"{rounded_whole(found.low * 100)}% to {rounded_whole(found.high * 100)}%{small}"


def share_words(of: Share) -> str:
    """45% of 88; 3 of 7 where the base is too small for a percentage."""
    if of.shown is None:
        return f"{of.count:,} of {of.base:,}"
    return f"{percent(of.shown)} of {of.base:,}{' (small base)' if of.small else ''}"


def apart_words(answered: int, dont_know: int, not_applicable: int, missing: int) -> str:
    """88 responses that answered this. Apart: don’t know 4, not applicable 2, no answer 13."""
    apart = [
        f"{words} {count:,}"
        for words, count in (
            ("don’t know", dont_know), ("not applicable", not_applicable), ("no answer", missing),
        )
        if count
    ]  # fmt: skip
    base = f"{count_of(answered, 'response', 'responses')} that answered this."
    return f"{base} Apart: {', '.join(apart)}." if apart else base


def figure_words(value: float | None, unit: str = "") -> str:
    """12, 12.5 or 12.5%; '' of nothing."""
    if value is None:
        return ""
    return f"{number(value, 0 if float(value).is_integer() else 1)}{'%' if unit == '%' else ''}"


def small_notes(shares: list[Share]) -> tuple[str, ...]:
    """What the marks on small bases mean, where there are any."""
    return (SMALL_BASES,) if any(one.base and one.small for one in shares) else ()
