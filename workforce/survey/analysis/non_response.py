"""Whether those who answered differ from those who did not, as far as the register can tell."""

from collections import Counter
from dataclasses import dataclass

from resources.statistics import BASES_OF_PROVIDERS, Interval, Share, difference, share
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, lower_first, rounded_whole
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.response_rate import BY_REGISTER, is_unknown, refuse_sizes
from workforce.survey.analysis.words import filter_notes, small_notes, wave_day, wave_source
from workforce.survey.waves.standing import Standing

BEDS = "Beds"
_LEAST_GROUPS = 2
_BED_GROUPS = ((1, 19), (20, 39), (40, 59), (60, None))
_NO_BEDS = "No beds"
RULE = (
    "They are said to differ where both bases are {least} or more and the 95% interval of the difference (Newcombe) "
    "leaves out no difference. One in twenty such intervals leaves it out by chance alone."
)


@dataclass(frozen=True)
class NonResponseRow:
    """A group's share of those who answered and of those who did not; `interval` is of the difference."""

    by: str
    wording: str
    answered: Share
    silent: Share
    interval: Interval | None

    @property
    def points(self) -> int | None:
        """Percentage points more among those who answered; None where a base is too small."""
        if self.answered.shown is None or self.silent.shown is None:
            return None
        return self.answered.shown - self.silent.shown

    @property
    def differs(self) -> bool:
        """Whether the difference is clear by the rule."""
        least = min(self.answered.base, self.silent.base)
        if self.interval is None or least < BASES_OF_PROVIDERS.flag:
            return False
        return not self.interval.low <= 0 <= self.interval.high


@dataclass(frozen=True)
class NonResponse:
    """All groups of the population, and what is to be said of them."""

    rows: tuple[NonResponseRow, ...]
    answered: int
    silent: int
    standing: Standing

    @property
    def compared(self) -> str:
        """By what they are compared: what everybody has in common tells nothing."""
        named = [
            lower_first(one) if one != GroupBy.RATING.label else one
            for one in dict.fromkeys(row.by for row in self.rows)
        ]
        return and_list(named, "or")

    @property
    def sentence(self) -> str:
        """Whether they differ, and where."""
        least = min(self.answered, self.silent)
        if not self.answered + self.silent:
            return "Nobody is in the population of this wave, so nothing can be said of who did not answer."
        if not self.silent:
            return "Everybody invited answered."
        if is_unknown(self.standing):
            return f"It is not known who did not answer: {self.standing.untied_words}."
        told = self._told(least)
        if not self.standing.at_least:
            return told
        return f"{told} {self.standing.untied_words}, and may be of some said not to have answered."

    def _told(self, least: int) -> str:
        if least < BASES_OF_PROVIDERS.flag:
            told = f"{self.answered:,} answered and {self.silent:,} did not"
            return f"{told}: too few of one of them to say whether they differ."
        if not self.rows:
            return "The register tells nothing that sets those who answered apart from those who did not."
        clear = [row for row in self.rows if row.differs]
        if not clear:
            return (
                f"Those who answered do not differ clearly from those who did not by {self.compared}, as far as the "
                "register tells."
            )
        more = [f"{row.wording} ({row.points} points more)" for row in clear if (row.points or 0) > 0]
        fewer = [
            f"{row.wording} ({-(row.points or 0)} points fewer)" for row in clear if (row.points or 0) <= 0
        ]
        parts = [f"More often among them: {and_list(more)}."] * bool(more)
        parts += [f"Less often: {and_list(fewer)}."] * bool(fewer)
        return f"Those who answered differ from those who did not. {' '.join(parts)}"


def non_response(data: WaveData) -> NonResponse:
    """Of the population that the filter leaves; no groups where it is not known who did not answer."""
    refuse_sizes(data)
    return data.once("non_response", lambda: _non_response(data))


def _non_response(data: WaveData) -> NonResponse:
    told = data.population["answered"].tolist()
    answered, silent = sum(told), len(told) - sum(told)
    rows: list[NonResponseRow] = []
    if is_unknown(data.standing):
        return NonResponse((), answered, silent, data.standing)
    for by in BY_REGISTER:
        values = data.population[by.value].tolist()
        rows += _rows(
            by.label, values, told, [(value, group_words(by, value)) for value in in_order(by, values)]
        )
    beds = [_beds(value) for value in data.population["beds"].tolist()]
    order = [*map(_bed_words, _BED_GROUPS), _NO_BEDS]
    rows += _rows(BEDS, beds, told, [(words, words) for words in order if words in beds])
    return NonResponse(tuple(rows), answered, silent, data.standing)


def _beds(value: float) -> str:
    if value != value or value <= 0:  # not recorded
        return _NO_BEDS
    return next(_bed_words(one) for one in _BED_GROUPS if one[1] is None or value <= one[1])


def _bed_words(group: tuple[int, int | None]) -> str:
    least, most = group
    return f"{least} beds or more" if most is None else f"{least} to {most} beds"


def _rows(
    by: str, values: list[str], told: list[bool], groups: list[tuple[str, str]]
) -> list[NonResponseRow]:
    if len(groups) < _LEAST_GROUPS:  # everybody of both is in it
        return []
    counts = Counter(zip(values, told, strict=True))
    answered, silent = sum(told), len(told) - sum(told)
    found = []
    for value, words in groups:
        of_answered, of_silent = share(counts[value, True], answered), share(counts[value, False], silent)
        hidden = of_answered.hidden or of_silent.hidden
        interval = None if hidden else difference(of_silent, of_answered)
        found.append(NonResponseRow(by, words, of_answered, of_silent, interval))
    return found


def non_response_table(data: WaveData) -> Table:
    """Each group’s share of those who answered and of those who did not, with the difference."""
    found = non_response(data)
    rows: list[tuple[Cell, ...]] = [
        (
            row.by, row.wording, row.answered.count, row.answered.shown, row.silent.count, row.silent.shown, row.points,
            _interval(row.interval), int(row.differs),
        )
        for row in found.rows
    ]  # fmt: skip
    columns = (
        Column("by", "By", width=130),
        Column("group", "Group", width=200),
        Column("answered", "Answered", ColumnKind.NUMBER, 92),
        Column("answered_share", "Of those who answered, %", ColumnKind.PERCENT, 150),
        Column("silent", "Did not", ColumnKind.NUMBER, 92),
        Column("silent_share", "Of those who did not, %", ColumnKind.PERCENT, 150),
        Column("points", "Difference, points", ColumnKind.NUMBER, 130),
        Column("interval", "95% interval, points", width=150),
        Column("differs", "Differ", ColumnKind.FLAG, 80),
    )
    base = (
        f"{count_of(found.answered, 'answered', 'answered')}, {count_of(found.silent, 'did not', 'did not')}. "
        f"{found.sentence}"
    )
    if is_unknown(found.standing):
        base = found.sentence
    bases = small_notes([part for row in found.rows for part in (row.answered, row.silent)])
    notes = (*filter_notes(data), RULE.format(least=BASES_OF_PROVIDERS.flag), *bases)
    return Table(
        "Do those who did not answer differ", columns, rows, base, wave_source(data), wave_day(data), notes
    )


def _interval(found: Interval | None) -> str:
    return "" if found is None else f"{rounded_whole(found.low * 100)} to {rounded_whole(found.high * 100)}"
