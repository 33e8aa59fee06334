"""What a survey report is made from, each part read when it is first needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of, date_words
from workforce.survey.analysis.frame import WaveData, filtered, read_wave
from workforce.survey.analysis.frequencies import Frequency, Weights, frequencies
from workforce.survey.analysis.weighting import weights_of
from workforce.survey.changes.change_row import Comparison
from workforce.survey.changes.comparing import compare
from workforce.survey.funnel.funnel import Funnel, funnel
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.surveys import Survey, survey
from workforce.survey.waves.waves import Wave, wave


@dataclass(frozen=True)
class Material:
    """The wave, the part of it that the filter leaves, and what else the sections need."""

    db: Database
    survey: Survey
    data: WaveData
    choice: ReportChoice
    today: date

    @property
    def wave(self) -> Wave:
        """The wave that is reported on."""
        return self.data.wave

    @property
    def noun(self) -> str:
        """What one of those asked is."""
        return self.wave.asked_of.noun

    @property
    def source(self) -> str:
        """Where every figure comes from."""
        return f"{self.survey.name}, {self.wave.name}, {field_words(self.wave)}"

    @cached_property
    def weights(self) -> Weights | None:
        """By kind of service, where weighting was chosen."""
        return weights_of(self.data).weights if self.choice.weighted else None

    @cached_property
    def frequencies(self) -> Mapping[str, Frequency]:
        """Every question with options, and texts that were coded, by question."""
        return {one.question.id: one for one in frequencies(self.data, self.weights)}

    @cached_property
    def funnel(self) -> Funnel:
        """From applied to still there."""
        return funnel(self.data)

    @cached_property
    def comparison(self) -> Comparison | None:
        """With the earlier wave, where one was chosen."""
        earlier = self.choice.compare_with
        if earlier is None:
            return None
        return compare(self.db, earlier, self.wave.id, self.choice.filter)


def material(db: Database, wave_id: str, choice: ReportChoice, *, today: date) -> Material:
    """Read the wave; refused where nobody answered, or where what is to be compared does not fit."""
    held = wave(db, wave_id)
    if choice.compare_with is not None and choice.has(Section.CHANGES):
        _check_comparison(db, held, choice.compare_with)
    data = filtered(read_wave(db, wave_id), choice.filter)
    if not len(data.responses):
        why = "nobody whom the filter leaves" if not choice.filter.is_everybody else "nobody"
        raise Problem(
            f"{held.name} has no answers to report: {why} has answered. Take answers in, or lift the filter."
        )
    return Material(db, survey(db, held.survey_id), data, choice, today)


def _check_comparison(db: Database, held: Wave, earlier_id: str) -> None:
    earlier = wave(db, earlier_id)
    if earlier.survey_id != held.survey_id:
        raise Problem(f"{earlier.name} is a wave of another survey. Choose an earlier wave of this one.")
    if earlier.opens_on >= held.opens_on:
        raise Problem(
            f"{earlier.name} opened on {date_words(earlier.opens_on)}, not before {held.name}. Choose an earlier wave."
        )


def field_words(held: Wave) -> str:
    """4 to 25 September 2026, as days in full."""
    if held.closes_on is None:
        return f"from {date_words(held.opens_on)}"
    return f"{date_words(held.opens_on)} to {date_words(held.closes_on)}"


def responses_words(m: Material) -> str:
    """95 responses."""
    return count_of(len(m.data.responses), "response")
