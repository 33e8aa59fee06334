"""One question over all waves of a survey: a point for each wave that asked it, and where the line is broken."""

import itertools
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.statistics import Interval, share, wilson
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered, read_wave
from workforce.survey.changes.change_row import Compares, Figure
from workforce.survey.changes.measured import (
    Measured,
    chosen_by_option,
    numbers,
    upper_end,
    upper_options,
    upper_words,
)
from workforce.survey.questionnaire.questions import Question, question
from workforce.survey.vocabulary import QuestionKind
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.comparability import matches
from workforce.survey.waves.waves import waves


@dataclass(frozen=True)
class Point:
    """A figure of one wave, with its interval where it is a share that may be shown."""

    wave_id: str
    figure: Figure
    interval: Interval | None = None


@dataclass(frozen=True)
class Line:
    """One option, or what the question comes to. A wave that did not ask or offer it has no point."""

    option_id: str | None
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class WaveOnLine:
    """A wave as a place on the axis."""

    wave_id: str
    name: str
    day: date
    asked: bool


@dataclass(frozen=True)
class Break:
    """Between these two waves nothing is drawn: the question changed, or a wave between them did not ask it."""

    earlier_wave_id: str
    later_wave_id: str
    why: tuple[str, ...]


@dataclass(frozen=True)
class Series:
    """A question's figures over the waves, in their order."""

    question: Question
    compares: Compares
    waves: tuple[WaveOnLine, ...]
    lines: tuple[Line, ...]
    breaks: tuple[Break, ...]

    def joined(self, earlier_wave_id: str, later_wave_id: str) -> bool:
        """Whether a line may be drawn from one of these waves to the other, which follows it."""
        places = [one.wave_id for one in self.waves]
        first, second = places.index(earlier_wave_id), places.index(later_wave_id)
        return second == first + 1 and not any(
            (one.earlier_wave_id, one.later_wave_id) == (earlier_wave_id, later_wave_id)
            for one in self.breaks
        )


def series(db: Database, survey_id: str, question_id: str, chosen: AnalysisFilter | None = None) -> Series:
    """Each wave that was not archived, the first one first."""
    held = question(db, question_id)
    found = [filtered(read_wave(db, one.id), chosen or AnalysisFilter()) for one in waves(db, survey_id)]
    asked = {one.wave.id: _asked(one, question_id) for one in found}
    by_wave = {one.wave.id: _figures(one, told) for one in found if (told := asked[one.wave.id])}
    names = {key: name for figures in by_wave.values() for key, (name, _) in figures.items()}
    compares = _compares(held)
    lines = tuple(
        Line(key or None, name, tuple(
            _point(one, by_wave[one.wave.id][key][1], compares)
            for one in found if key in by_wave.get(one.wave.id, {})
        ))
        for key, name in names.items()
    )  # fmt: skip
    places = tuple(
        WaveOnLine(one.wave.id, one.wave.name, one.wave.opens_on, asked[one.wave.id] is not None)
        for one in found
    )
    return Series(held, compares, places, lines, _breaks(db, question_id, places))


def _asked(data: WaveData, question_id: str) -> Asked | None:
    return next((one for one in data.asked if one.question.id == question_id), None)


def _compares(held: Question) -> Compares:
    if held.kind in (QuestionKind.NUMBER, QuestionKind.PEOPLE):
        return Compares.MIDDLE
    return Compares.TOP if held.kind in (QuestionKind.SCALE, QuestionKind.BAND) else Compares.OPTION


def _figures(data: WaveData, asked: Asked) -> dict[str, tuple[str, Measured]]:
    """What the question comes to in one wave, by option ('' where it is one figure), with its name."""
    compares = _compares(asked.question)
    if compares is Compares.MIDDLE:
        return {"": ("Median", numbers(data, asked.question.id))}
    if compares is Compares.TOP:
        return {"": (upper_words(asked), upper_end(data, asked))} if upper_options(asked) else {}
    words = {one.id: one.wording for one in asked.question.options}
    words.update({one.option.id: one.wording for one in asked.options})
    return {key: (words[key], one) for key, one in chosen_by_option(data, asked).items()}


def _point(data: WaveData, measured: Measured, compares: Compares) -> Point:
    figure = measured.figure(compares)
    if figure.count is None or figure.hidden:
        return Point(data.wave.id, figure)
    told = share(figure.count, figure.base)
    return Point(data.wave.id, figure, wilson(told.count, told.base, population=data.known_population))


def _breaks(db: Database, question_id: str, places: tuple[WaveOnLine, ...]) -> tuple[Break, ...]:
    found = []
    asked = [one for one in places if one.asked]
    for earlier, later in itertools.pairwise(asked):
        match = next(
            one for one in matches(db, earlier.wave_id, later.wave_id) if one.question == question_id
        )
        if not match.comparable:
            found.append(Break(earlier.wave_id, later.wave_id, match.what_changed))
        elif places.index(later) > places.index(earlier) + 1:
            found.append(Break(earlier.wave_id, later.wave_id, ("A wave between them did not ask it.",)))
    return tuple(found)
