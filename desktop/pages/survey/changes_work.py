"""A comparison of two waves, and what every line of it was in each wave of the survey."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop.pages.survey.change_words import finding, key_of
from desktop.pages.survey.wave_reading import ReadWaves
from desktop.widgets.trend import Trend, TrendPoint
from resources.statistics import wilson
from resources.wording import month_words, number, percent
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered
from workforce.survey.analysis.words import filter_words
from workforce.survey.changes.change_row import ChangeRow, Comparison, Figure
from workforce.survey.changes.comparing import compare_data
from workforce.survey.waves.waves import Wave


@dataclass(frozen=True)
class Compare:
    """What is asked for. `waves` are all of the survey's, the first one first."""

    waves: tuple[str, ...]
    earlier: str
    later: str
    chosen: AnalysisFilter
    corrected: bool


@dataclass(frozen=True)
class Changes:
    """What came of it. `steps` compare each wave with the one after it; `held` are the waves that were read."""

    asked: Compare
    found: Comparison
    steps: tuple[Comparison, ...]
    held: tuple[WaveData, ...]

    def row(self, key: str) -> ChangeRow | None:
        """A line by its key."""
        return next((row for row in self.found.rows if key_of(row) == key), None)

    def population(self, wave_id: str) -> int | None:
        """How many could answer in a wave, of those whom the filter leaves."""
        held = next(one for one in self.held if one.wave.id == wave_id)
        return filtered(held, self.asked.chosen).known_population


def work_out(asked: Compare, waves: ReadWaves) -> Changes:
    """The comparison that is asked for, and those of neighbouring waves."""
    held = tuple(waves.wave(key) for key in asked.waves)
    by_key = {one.wave.id: one for one in held}

    def compared(earlier: str, later: str) -> Comparison:
        return compare_data(waves.db, by_key[earlier], by_key[later], asked.chosen, corrected=asked.corrected)

    steps = tuple(compared(*pair) for pair in pairwise(asked.waves))
    found = next(
        (one for one in steps if (one.earlier.id, one.later.id) == (asked.earlier, asked.later)), None
    )
    return Changes(asked, found or compared(asked.earlier, asked.later), steps, held)


def trend(row: ChangeRow, changes: Changes) -> Trend:
    """The line in every wave; never drawn through a change of the question, nor over a wave without a figure."""
    key = key_of(row)
    steps = [next((one for one in step.rows if key_of(one) == key), None) for step in changes.steps]
    points = [
        _point(wave, at, steps, changes.population(wave.id)) for at, wave in enumerate(_waves(changes.steps))
    ]
    only = filter_words(changes.asked.chosen)
    what = row.question or row.name
    subtitle = f"{what} {'%' if row.compares.is_percentage else 'Median'} of all answers of each wave."
    return Trend(
        finding(row), points, f"{subtitle}{f' Only: {only}.' if only else ''}",
        _source(row), unit="%" if row.compares.is_percentage else "",
    )  # fmt: skip


def _source(row: ChangeRow) -> str:
    return "Source: survey. Lines: 95% intervals" if row.compares.of_yes_or_no else "Source: survey"


def _waves(steps: Sequence[Comparison]) -> list[Wave]:
    return [steps[0].earlier, *(step.later for step in steps)]


def _point(wave: Wave, at: int, steps: Sequence[ChangeRow | None], population: int | None) -> TrendPoint:
    before = steps[at - 1] if at else None
    after = steps[at] if at < len(steps) else None
    figure = before.all_answers.after if before else after.all_answers.before if after else None
    name = f"{wave.name}, {month_words(wave.opens_on)}"
    broken = _broken(before, steps[at - 2] if at > 1 else None)
    if at and before is None and figure is not None:
        broken = "Not asked alike"
    if figure is None:
        return TrendPoint(name, None, words="not asked")
    if figure.printed is None:
        words = "not coded yet" if figure.not_coded else "base too small"
        return TrendPoint(name, None, words=words, break_before=broken)
    low, high = _range(figure, population)
    value = float(figure.printed)
    words = percent(value) if figure.compares.is_percentage else number(value, 1)
    small = ", small base" if figure.small else ""
    return TrendPoint(name, value, low, high, f"{words} of {figure.base:,}{small}", broken)


def _broken(step: ChangeRow | None, earlier: ChangeRow | None) -> str:
    """Why no line leads to a wave from the one before it, whose figure was drawn from the `earlier` step."""
    if step is None:
        return ""
    if step.question_changed:
        return "Question changed"
    if step.not_coded:
        return "Not coded yet"
    unlike = earlier is not None and earlier.all_answers.after.count != step.all_answers.before.count
    return "Not coded alike" if unlike else ""


def _range(figure: Figure, population: int | None) -> tuple[float | None, float | None]:
    """Wilson’s interval of a share, as in the results of each wave."""
    count = None if figure.hidden else figure.count
    found = wilson(count, figure.base, population=population) if count is not None else None
    return (None, None) if found is None else (found.low * 100, found.high * 100)
