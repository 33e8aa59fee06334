"""How the figures were made, in sentences that somebody who doubts them can follow."""

from collections.abc import Iterator

from resources.report.blocks import Block, Bullets, Heading
from resources.statistics import BASES_OF_PROVIDERS
from resources.suppression import suppression_note
from workforce.survey.analysis.rates import Rate
from workforce.survey.analysis.weighting import weighting_sentence, weights_of
from workforce.survey.analysis.words import NOT_IN_THE_BASE, filter_words, interval_note
from workforce.survey.report.choice import Section
from workforce.survey.report.material import Material, responses_words

ROUNDING = (
    "Percentages are rounded to whole numbers, a half to the even one, and are not changed to add up to 100. A rank is "
    "by the printed percentage, and is joint where two are printed alike."
)
POOLED_AND_TYPICAL = (
    "Pooled: of all people together, so that a large employer counts for more. Typical: the median of the {noun}s’ own "
    "figures, each counting as one. Where a range or a band was given, the figure lies between the two bounds that are "
    "given; no middle is made up."
)
WHO = (
    "Nobody is named: no provider, service or person. Facts of those invited, such as kind, district and rating, are "
    "what the register said on the day of the population."
)


def method_blocks(m: Material) -> list[Block]:
    """The section."""
    return [Heading(Section.METHOD.label), Bullets(tuple(method_notes(m)))]


def method_notes(m: Material) -> Iterator[str]:
    """A sentence or two each."""
    words = filter_words(m.data.filter)
    if words:
        yield f"Only part of the answers is looked at: {words}."
    yield f"Base: {responses_words(m)}. Each percentage is of those who answered its question. {NOT_IN_THE_BASE}"
    yield BASES_OF_PROVIDERS.note()
    yield interval_note(m.data.known_population)
    yield ROUNDING
    yield POOLED_AND_TYPICAL.format(noun=m.noun)
    for rate in (Rate.VACANCY, Rate.TURNOVER):
        yield rate.formula
    if m.choice.weighted:
        yield weighting_sentence(weights_of(m.data))
    else:
        yield "The answers are not weighted."
    yield suppression_note()
    if m.comparison is not None:
        yield from m.comparison.rule
        yield from m.comparison.notes
    yield WHO
