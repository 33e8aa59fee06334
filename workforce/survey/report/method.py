"""How the figures were made, in sentences that somebody who doubts them can follow."""

from collections.abc import Iterator

from resources.report.blocks import Block, Bullets, Heading
from resources.statistics import BASES_OF_PROVIDERS
from resources.suppression import suppression_note
from workforce.survey.analysis.rates import Rate
from workforce.survey.analysis.weighting import weighting_sentence, weights_of
from workforce.survey.analysis.words import NOT_IN_THE_BASE, WEIGHTED, filter_words, interval_note
from workforce.survey.report.choice import Section
from workforce.survey.report.few_providers import RULE
from workforce.survey.report.material import Material, responses_words
from workforce.survey.report.published_tables import BOUNDS, TYPICAL

ROUNDING = (
    "Percentages are rounded to whole numbers, a half to the even one, and are not changed to add up to 100. A rank is "
    "by the printed percentage, and is joint where two are printed alike."
)
POOLED = "Pooled: of all people together, so that a large employer counts for more."
AS_ANSWERED = (
    "Groups, figures, rates, the steps of recruiting and what changed are as answered, not weighted."
)
SUBTRACTED = (
    "Figures of part of the answers and figures of nearly the same answers, published both, can be subtracted, which "
    "tells of the few that make the difference."
)
WHO = (
    "Nobody is named: no provider, service or person. Facts of those invited, such as kind, district and rating, are "
    "what the register said on the day of the population."
)


def method_blocks(m: Material) -> list[Block]:
    """The section."""
    return [Heading(Section.METHOD.label), Bullets(tuple(" ".join(some) for some in _notes(m)))]


def method_sentences(m: Material) -> frozenset[str]:
    """Everything that it says, a sentence or a few each as a table would say them: said here, it is not said there."""
    return frozenset(one for some in _notes(m) for one in some)


def _notes(m: Material) -> Iterator[tuple[str, ...]]:
    """What stands in one bullet each."""
    words = filter_words(m.data.filter)
    if words:
        yield (f"Only part of the answers is looked at: {words}.",)
    yield (
        f"Base: {responses_words(m)}. Each percentage is of those who answered its question.",
        NOT_IN_THE_BASE,
    )
    yield (BASES_OF_PROVIDERS.note(),)
    yield (interval_note(m.data.known_population),)
    yield (ROUNDING,)
    yield POOLED, TYPICAL, BOUNDS
    for rate in Rate:
        yield (rate.formula,)
    if m.choice.weighted:
        yield weighting_sentence(weights_of(m.data)), WEIGHTED, AS_ANSWERED
    else:
        yield ("The answers are not weighted.",)
    yield suppression_note(), RULE
    if words:
        yield (SUBTRACTED,)
    if m.comparison is not None:
        yield from ((one,) for one in (*m.comparison.rule, *m.comparison.notes))
    yield (WHO,)
