"""What everything that is given to others of a survey is made from: a wave, whose answers, and what may be told.

Report, sections, workbook and CSV come from here alone. Of too few answers there is nothing to be had, and counts of
people come with what must be hidden in all of them, decided once of everything that goes out together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, partial

from resources.database import Database
from resources.problem import Problem
from resources.statistics import BASES_OF_PROVIDERS
from resources.wording import count_of, date_words
from workforce.survey.analysis.frame import WaveData, filtered, read_wave
from workforce.survey.analysis.frequencies import Frequency, Weights, frequencies
from workforce.survey.analysis.length_of_service import LengthOfService, length_of_service
from workforce.survey.analysis.weighting import weights_of
from workforce.survey.changes.change_row import Comparison
from workforce.survey.changes.comparing import compare_data
from workforce.survey.coding.quotes import Quote, quotable
from workforce.survey.funnel.funnel import Funnel, funnel, funnel_answers
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.few_providers import LEAST_PROVIDERS, providers_by_number, providers_by_response
from workforce.survey.report.people import SafeLengths, safe_lengths, staff_by_kind, staff_is_of_few
from workforce.survey.report.safe_steps import Pair, SafeStep, safe_steps
from workforce.survey.surveys import Survey, survey
from workforce.survey.waves.waves import Wave, wave


@dataclass(frozen=True)
class Material:
    """The wave, the part of it that the filter leaves, and what else the sections need.

    `read` gives any wave by its key, in full and read once.
    """

    db: Database
    survey: Survey
    data: WaveData
    choice: ReportChoice
    today: date
    read: Callable[[str], WaveData] = field(repr=False)

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
    def steps(self) -> Mapping[Pair, SafeStep]:
        """Each step of the funnel as it may be told."""
        return safe_steps(self.funnel, funnel_answers(self.data), providers_by_response(self.data))

    @cached_property
    def lengths(self) -> LengthOfService | None:
        """How long staff have been there, where that was asked; what may be told of it is `safe_lengths`."""
        return length_of_service(self.data)

    @cached_property
    def safe_lengths(self) -> SafeLengths | None:
        """As it may be told; None of too few, or where it was not asked."""
        found = self.lengths
        if found is None or not found.rows or found.hidden:
            return None
        return safe_lengths(found, staff_by_kind(self.data), told_by_one=staff_is_of_few(self.data))

    def quotes(self, question_id: str) -> list[Quote]:
        """What may be quoted of those whom the filter leaves; nothing where quotes are not wanted."""
        if not self.choice.quotes:
            return []
        among = None if self.choice.filter.is_everybody else frozenset(self.data.responses.index.tolist())
        return quotable(self.db, self.wave.id, question_id, among=among)

    @cached_property
    def comparison(self) -> Comparison | None:
        """With the earlier wave, where one was chosen."""
        earlier = self.choice.compare_with
        if earlier is None:
            return None
        return compare_data(self.db, self.read(earlier), self.read(self.wave.id), self.choice.filter)


def material(db: Database, wave_id: str, choice: ReportChoice, *, today: date) -> Material:
    """Read the wave; refused where too few answered, or where what is to be compared does not fit."""
    held = wave(db, wave_id)
    if choice.compare_with is not None and choice.has(Section.CHANGES):
        _check_comparison(db, held, choice.compare_with)
    read = cache(partial(read_wave, db))
    data = filtered(read(wave_id), choice.filter)
    if not len(data.responses):
        why = "nobody whom the filter leaves" if not choice.filter.is_everybody else "nobody"
        raise Problem(
            f"{held.name} has no answers to report: {why} has answered. Take answers in, or lift the filter."
        )
    _refuse_few(held, data)
    return Material(db, survey(db, held.survey_id), data, choice, today, read)


def _refuse_few(held: Wave, data: WaveData) -> None:
    """What a few answered is what those few answered, whatever is hidden in a table of it."""
    number, least = len(data.responses), BASES_OF_PROVIDERS.hide
    if number >= least:
        _refuse_one_provider(held, data)
        return
    if data.filter.is_everybody:
        raise Problem(
            f"{held.name} has {count_of(number, 'answer')}, too few to be given to others without telling who "
            f"answered what. It takes {least} or more."
        )
    raise Problem(
        f"The filter leaves {count_of(number, 'answer')} of {held.name}, too few to be given to others without telling "
        f"who answered what. Choose a filter that leaves {least} or more."
    )


def _refuse_one_provider(held: Wave, data: WaveData) -> None:
    providers = len(set(providers_by_number(data).values()))
    if providers < LEAST_PROVIDERS:
        raise Problem(
            f"All {count_of(len(data.responses), 'answer')} of {held.name} looked at are of "
            f"{count_of(providers, 'provider')}, too few to be given to others without telling who answered what. It "
            f"takes {LEAST_PROVIDERS} providers or more."
        )


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
