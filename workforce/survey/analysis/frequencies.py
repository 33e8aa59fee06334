"""How often each option was chosen, of those who answered, with intervals and places.

“Other” texts that were coded count as their codes. A figure typed instead of a band counts in the band that holds it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.statistics import Interval, Ranked, Share, rank, rounding_note, share, wilson
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, ordinal, percent, rounded_whole
from workforce.survey.analysis.frame import CODED, FITS_NONE, NOT_CODED, OTHER_NOT_OFFERED, WaveData
from workforce.survey.analysis.words import (
    NOT_IN_THE_BASE,
    WEIGHTED,
    apart_words,
    filter_notes,
    interval_note,
    interval_words,
    small_notes,
    wave_day,
    wave_source,
)
from workforce.survey.questionnaire.questions import Option, Question
from workforce.survey.vocabulary import QuestionKind
from workforce.survey.waves.asked import Asked

if TYPE_CHECKING:  # loaded when first used
    import pandas as pd

Weights = Mapping[int, float]
"""What each response counts for, by its number."""

SEVERAL_BANDS = "several_bands"
"""The option of a range that lies in no single band."""

NOT_DECIDED = "not_decided"
"""The option of words that stand for none of them until somebody decides what they mean."""

_NOT_OPTIONS = (SEVERAL_BANDS, NOT_DECIDED)
_OTHER_NOT_CODED = "Other, not coded"
_ANY_NUMBER = "Several could be chosen, so the percentages may add up to more than 100."
_NOT_DECIDED_YET = (
    "{said:,} of the {base:,} that answered said something that is not decided yet; they are in the base, in a row of "
    "their own."
)
_CODED_TWICE = (
    "An “other” text can be coded to several options, so the percentages may add up to more than 100."
)


@dataclass(frozen=True)
class FrequencyRow:
    """An option. `place` goes by `printed`; `coded` is how many of its answers come from coding a text."""

    option_id: str
    wording: str
    share: Share
    interval: Interval | None
    place: Ranked | None = None
    weighted: float | None = None
    coded: int = 0
    is_other: bool = False

    @property
    def printed(self) -> int | None:
        """The weighted percentage where answers are weighted, else as answered; None where the base is too small."""
        if self.weighted is None or self.share.hidden:
            return self.share.shown
        return rounded_whole(self.weighted * 100)


@dataclass(frozen=True)
class ScaleFigures:
    """What the steps of a scale come to; `top` are those of its two highest steps."""

    mean: float
    median: float
    steps: int
    top: Share
    top_words: str
    interval: Interval | None


@dataclass(frozen=True)
class Frequency:
    """What one question was answered. `population` is how many could have answered, where that is known."""

    question: Question
    wording: str
    kind: QuestionKind
    rows: tuple[FrequencyRow, ...]
    answered: int
    dont_know: int
    not_applicable: int
    missing: int
    responses: int
    population: int | None
    notes: tuple[str, ...] = ()
    scale: ScaleFigures | None = None

    @property
    def is_weighted(self) -> bool:
        """Whether places, order and printed percentages go by weights."""
        return any(row.weighted is not None for row in self.rows)

    @property
    def ordered(self) -> tuple[FrequencyRow, ...]:
        """As a reader wants them: choices by size with “other” last; bands and scales in their own order."""
        if self.kind in (QuestionKind.BAND, QuestionKind.SCALE):
            return self.rows
        return tuple(
            sorted(self.rows, key=lambda row: (row.is_other, -(row.weighted or 0), -row.share.count))
        )


def frequencies(data: WaveData, weights: Weights | None = None) -> list[Frequency]:
    """Every question of the wave that has options, and texts that were coded."""
    return [
        frequency(data, one.question.id, weights)
        for one in data.asked
        if one.question.kind.has_options
        or (one.question.kind is QuestionKind.TEXT and len(data.choices_of(one.question.id)))
    ]


def frequency(data: WaveData, question_id: str, weights: Weights | None = None) -> Frequency:
    """One question."""
    asked = data.question(question_id)
    states, answered = _states(data, question_id)
    chosen = chosen_in(data, asked)
    counts = Counter(chosen["option"].tolist())
    coded = Counter(chosen["option"][chosen["coded"]].tolist())
    rows = _rows(data, asked, counts, coded, len(answered), _weighted(chosen, answered, weights))
    return Frequency(
        asked.question, asked.wording, asked.question.kind, _placed(rows, asked.question.kind), len(answered),
        states["dont_know"], states["not_applicable"], len(data.responses) - states.total(), len(data.responses),
        data.known_population, _notes(data, asked, rows), _scale(data, asked, counts, len(answered)),
    )  # fmt: skip


def _states(data: WaveData, question_id: str) -> "tuple[Counter[str], pd.Series[int]]":
    given = data.answers_of(question_id)
    states = Counter(given["state"].tolist())
    return states, given["response"][given["state"] == "answered"]


# --- what was chosen ----------------------------------------------------------------------------------------


def chosen_in(data: WaveData, asked: Asked) -> "pd.DataFrame":
    """Response, option and whether it was coded, once for each option of a response; bands from figures too.

    Whoever answered and chose nothing known has NOT_DECIDED, or “other” where it was looked at and fits none.
    """
    return data.once(("chosen_in", asked.question.id), lambda: _chosen_in(data, asked))


def _chosen_in(data: WaveData, asked: Asked) -> "pd.DataFrame":
    chosen = data.choices_of(asked.question.id)[["response", "option", "coded"]]
    if asked.question.kind is QuestionKind.BAND:
        chosen = _with_bands(data, asked, chosen)
    return chosen if asked.question.kind is QuestionKind.TEXT else _with_undecided(data, asked, chosen)


def _with_undecided(data: WaveData, asked: Asked, chosen: "pd.DataFrame") -> "pd.DataFrame":
    import pandas as pd  # loaded when first used

    given = data.answers_of(asked.question.id)
    left = given[(given["state"] == "answered") & ~given["response"].isin(chosen["response"])]
    if not len(left):
        return chosen
    found = [OTHER_NOT_OFFERED if coding == FITS_NONE else NOT_DECIDED for coding in left["coding"].tolist()]
    more = pd.DataFrame({"response": left["response"].array, "option": found, "coded": False})
    return pd.concat([chosen.astype({"option": "object"}), more], ignore_index=True)


def _with_bands(data: WaveData, asked: Asked, chosen: "pd.DataFrame") -> "pd.DataFrame":
    import pandas as pd  # loaded when first used

    given = data.answers_of(asked.question.id)
    typed = given[given["low"].notna() & ~given["response"].isin(chosen["response"])]
    bands = [one for one in asked.question.options if one.low is not None and one.high is not None]
    found = [band_of(bands, low, high) for low, high in zip(typed["low"], typed["high"], strict=True)]
    more = pd.DataFrame({"response": typed["response"].array, "option": found, "coded": False})
    return pd.concat([chosen.astype({"option": "object"}), more], ignore_index=True) if found else chosen


def band_of(bands: Sequence[Option], low: float, high: float) -> str:
    """The band that holds a figure or a whole range; a bound that two bands share belongs to the upper one."""
    ordered = sorted(bands, key=lambda one: float(one.low or 0))
    for band, after in zip(ordered, [*ordered[1:], None], strict=True):
        least, most = float(band.low or 0), float(band.high or 0)
        upper = after is not None and float(after.low or 0) == most
        if least <= low and (high < most or (high == most and (not upper or low < high))):
            return band.id
    return SEVERAL_BANDS


def options_of(asked: Asked, found: Iterable[str]) -> list[tuple[str, str, bool]]:
    """Key, words and whether it is “other”: what was offered, then codes and anything else that occurs."""
    offered = [
        (one.option.id, one.wording, one.option.is_other)
        for one in asked.options
        if one.option.stands_for is None and not one.option.from_coding
    ]
    held, occurs = {key for key, _, _ in offered}, set(found)
    more = [
        (one.id, one.wording, one.is_other)
        for one in asked.question.options
        if one.id in occurs and one.id not in held
    ]
    rows = [*offered, *more]
    if SEVERAL_BANDS in occurs:
        rows.append((SEVERAL_BANDS, "A range across several of them", True))
    if OTHER_NOT_OFFERED in occurs:
        rows.append((OTHER_NOT_OFFERED, "Other", True))
    if NOT_DECIDED in occurs:
        rows.append((NOT_DECIDED, "Not decided yet", True))
    return rows


def _rows(
    data: WaveData,
    asked: Asked,
    counts: Counter[str],
    coded: Counter[str],
    base: int,
    weighted: Mapping[str, float] | None,
) -> list[FrequencyRow]:
    some_coded = bool(coded) and asked.question.kind is not QuestionKind.TEXT
    found = []
    for key, words, is_other in options_of(asked, counts):
        part = share(min(counts[key], base), base)
        interval = None if part.hidden else wilson(part.count, base, population=data.known_population)
        name = _OTHER_NOT_CODED if is_other and some_coded and key not in _NOT_OPTIONS else words
        found.append(
            FrequencyRow(
                key, name, part, interval, None, None if weighted is None else weighted.get(key, 0.0), coded[key],
                is_other,
            )
        )  # fmt: skip
    return found


def _weighted(
    chosen: "pd.DataFrame", answered: "pd.Series[int]", weights: Weights | None
) -> dict[str, float] | None:
    if weights is None:
        return None
    whole = sum(weights.get(number, 0.0) for number in answered)
    sums: Counter[str] = Counter()
    for number, option in zip(chosen["response"], chosen["option"], strict=True):
        sums[option] += weights.get(number, 0.0)  # type: ignore[assignment]
    return {option: total / whole for option, total in sums.items()} if whole else {}


# --- places ---------------------------------------------------------------------------------------------------


def _placed(rows: list[FrequencyRow], kind: QuestionKind) -> tuple[FrequencyRow, ...]:
    """Places by printed percentage; “other” is no answer to be ranked, and nobody’s choice has no place."""
    if kind in (QuestionKind.BAND, QuestionKind.SCALE):
        return tuple(rows)
    figures = {row.wording: row.printed for row in rows if not row.is_other and row.share.count}
    places = {one.name: one for one in rank(figures, highest_first=True)}
    return tuple(
        FrequencyRow(
            row.option_id, row.wording, row.share, row.interval,
            None if row.is_other or not row.share.count else places.get(row.wording), row.weighted, row.coded,
            row.is_other,
        )
        for row in rows
    )  # fmt: skip


def place_words(place: Ranked | None) -> str:
    """1, or joint 1; '' where there is none."""
    if place is None:
        return ""
    return f"{'joint ' if place.joint else ''}{place.place}"


def ranking_sentence(found: Frequency, most: int = 3) -> str:
    """Joint first: Indeed and Word of mouth, each 45% of 88. Third: Social media, 40%. Or that nobody chose any."""
    placed = [row for row in found.ordered if row.place is not None]
    if not placed:
        nothing = nothing_chosen(found)
        return f"{nothing}." if nothing else ""
    base = _base_words(placed[0])
    sentences: list[str] = []
    for place in sorted({row.place.place for row in placed if row.place}):
        rows = [row for row in placed if row.place is not None and row.place.place == place]
        if place > most or (sentences and place + len(rows) - 1 > most + 2):
            break
        figure = percent(rows[0].printed or 0)
        of = "" if sentences else f" of {base}"
        joint, each = ("Joint ", "each ") if len(rows) > 1 else ("", "")
        named = and_list([row.wording for row in rows])
        start = ordinal(place)
        start = f"{joint}{start}" if joint else start.capitalize()
        sentences.append(f"{start}: {named}, {each}{figure}{of}.")
    return " ".join(sentences)


def most_chosen_sentence(found: Frequency) -> str:
    """Of bands or a scale: Most chose “About half”, 45% of 88. Weighted where the answers are."""
    rows = [
        row
        for row in found.rows
        if row.printed is not None and row.share.count and row.option_id not in _NOT_OPTIONS
    ]
    if not rows:
        nothing = nothing_chosen(found)
        return f"{nothing}." if nothing else ""
    figures = [row.printed or 0 if found.is_weighted else row.share.count for row in rows]
    top = [row for row, figure in zip(rows, figures, strict=True) if figure == max(figures)]
    named = and_list([f"“{row.wording}”" for row in top])
    return f"Most chose {named}, {'each ' * (len(top) > 1)}{percent(top[0].printed or 0)} of {_base_words(top[0])}."


def nothing_chosen(found: Frequency) -> str:
    """That nobody chose any of the answers, as a title says it; nothing where somebody did, or few answered."""
    if not found.rows or found.rows[0].share.hidden:
        return ""
    if any(row.share.count for row in found.rows if row.option_id != NOT_DECIDED):
        return ""
    if any(row.share.count for row in found.rows):
        return f"What the {found.answered:,} that answered said is not decided yet"
    return f"None of the {found.answered:,} that answered chose any of the answers"


def _base_words(row: FrequencyRow) -> str:
    small = " (small base)" if row.share.small else ""
    return f"{row.share.base:,}{small}{', weighted' if row.weighted is not None else ''}"


# --- scales ---------------------------------------------------------------------------------------------------


def _scale(data: WaveData, asked: Asked, counts: Counter[str], base: int) -> ScaleFigures | None:
    steps = {one.option.id: one.option.score for one in asked.options if one.option.score is not None}
    values = sorted(score for key, score in steps.items() for _ in range(counts[key]))
    if asked.question.kind is not QuestionKind.SCALE or not values:
        return None
    highest = sorted(set(steps.values()))[-2:]
    top = share(sum(value in highest for value in values), base)
    words = [one.wording for one in asked.options if one.option.score in highest]
    middle = len(values) // 2
    median = values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
    interval = None if top.hidden else wilson(top.count, top.base, population=data.known_population)
    return ScaleFigures(
        sum(values) / len(values), median, len(set(steps.values())), top, and_list(words, "or"), interval
    )


# --- in words -------------------------------------------------------------------------------------------------


def _notes(data: WaveData, asked: Asked, rows: Sequence[FrequencyRow]) -> tuple[str, ...]:
    kind, notes = asked.question.kind, [NOT_IN_THE_BASE]
    if any(row.interval is not None for row in rows):
        notes.append(interval_note(data.known_population))
    notes += small_notes([row.share for row in rows[:1]])
    total = sum(row.share.count for row in rows)
    shown = [row.share.shown for row in rows if row.share.shown is not None]
    undecided = next((row.share for row in rows if row.option_id == NOT_DECIDED), None)
    if undecided is not None:
        notes.append(_NOT_DECIDED_YET.format(said=undecided.count, base=undecided.base))
    if kind is QuestionKind.SEVERAL_CHOICES:
        notes.append(_ANY_NUMBER)
    elif rows and total > rows[0].share.base:
        notes.append(_CODED_TWICE)
    elif shown and kind is not QuestionKind.TEXT:
        notes += [one for one in (rounding_note(shown),) if one]
    return (*notes, *_coding_notes(data, asked))


def _coding_notes(data: WaveData, asked: Asked) -> tuple[str, ...]:
    became = Counter(data.answers_of(asked.question.id)["coding"].tolist())
    texts = became[CODED] + became[FITS_NONE] + became[NOT_CODED]
    if not texts or (asked.question.kind is not QuestionKind.TEXT and not asked.question.allow_other):
        return ()
    what = (
        ("text", "texts") if asked.question.kind is QuestionKind.TEXT else ("“other” text", "“other” texts")
    )
    parts = [f"{became[CODED]:,} coded"]
    if became[FITS_NONE]:
        parts.append(f"{became[FITS_NONE]:,} of no code")
    parts.append(f"{became[NOT_CODED]:,} not yet looked at")
    return (f"{count_of(texts, *what)}: {', '.join(parts)}.",)


def frequency_table(found: Frequency, data: WaveData) -> Table:
    """The rows with count, share, interval and place; weighted and coded only where there is any."""
    rows = found.ordered
    weighted, coded = found.is_weighted, any(row.coded for row in rows)
    placed = any(row.place is not None for row in rows)
    columns = [
        Column("answer", "Answer", width=300),
        Column("count", "Responses", ColumnKind.NUMBER, 92),
        Column("share", "Share, %", ColumnKind.PERCENT, 92),
        Column("interval", "95% interval", width=190),
        *([Column("place", "Place", width=80)] if placed else []),
        *([Column("weighted", "Weighted, %", ColumnKind.PERCENT, 100)] if weighted else []),
        *([Column("coded", "Of these coded", ColumnKind.NUMBER, 110)] if coded else []),
    ]
    lines: list[tuple[Cell, ...]] = [
        (
            row.wording, row.share.count, row.share.shown, interval_words(row.interval, row.share),
            *((place_words(row.place),) if placed else ()),
            *((None if row.weighted is None else row.printed,) if weighted else ()),
            *((row.coded,) if coded else ()),
        )
        for row in rows
    ]  # fmt: skip
    notes = (*filter_notes(data), *_scale_notes(found), *found.notes, *((WEIGHTED,) if weighted else ()))
    base = apart_words(found.answered, found.dont_know, found.not_applicable, found.missing)
    return Table(found.wording, tuple(columns), lines, base, wave_source(data), wave_day(data), notes)


def _scale_notes(found: Frequency) -> tuple[str, ...]:
    scale = found.scale
    if scale is None or scale.top.hidden:
        return ()
    as_answered = ", as answered and not weighted" if found.is_weighted else ""
    return (
        f"Median step {scale.median:g} and mean {scale.mean:.1f} of {scale.steps}; {scale.top_words}: "
        f"{percent(scale.top.percent or 0)} of {scale.top.base:,}{as_answered}.",
    )
