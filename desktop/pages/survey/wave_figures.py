"""Figures of a wave that are not of one question: who answered and who did not, length of service, rates."""

from collections.abc import Sequence

from desktop.pages.survey.paper import Part
from desktop.pages.survey.results_entries import LENGTH_OF_SERVICE, RATES, WHO_ANSWERED, WHO_DID_NOT
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.frequencies import Weights


def is_of_wave(entry: str) -> bool:
    """Whether a line of the list is none of the questions."""
    return entry in (WHO_ANSWERED, WHO_DID_NOT, LENGTH_OF_SERVICE, RATES)


def wave_parts(data: WaveData, entry: str, weights: Weights | None) -> Sequence[Part]:
    """What stands behind a line."""
    return (Part(entry),)
