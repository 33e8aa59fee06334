"""Alpha held against the example that Krippendorff published and against an independent computation with numpy."""

from fractions import Fraction
from random import Random

import numpy as np
import pytest

from awards.results.agreement import Agreement, Level, agreement, alpha

# Four observers, twelve units, 1 to 5; 0 is missing. K. Krippendorff, “Computing Krippendorff's Alpha-Reliability”
# (2011), section C: alpha is 0.815 for ordinal and 0.849 for interval data.
PUBLISHED = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3),
    (0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0),
)


def _units(rows: tuple[tuple[int, ...], ...]) -> list[list[Fraction]]:
    return [[Fraction(value) for value in column if value] for column in zip(*rows, strict=True)]


@pytest.mark.parametrize(("level", "told"), [(Level.ORDINAL, 0.815), (Level.INTERVAL, 0.849)])
def test_the_published_example(level: Level, told: float) -> None:
    found = alpha(_units(PUBLISHED), level)
    assert found is not None
    assert round(float(found), 3) == told


def _independently(units: list[list[Fraction]], level: Level) -> float:
    """By the matrix of coincidences, as the paper has it, in floating point."""
    paired = [unit for unit in units if len(unit) > 1]
    values = sorted({value for unit in paired for value in unit})
    at = {value: place for place, value in enumerate(values)}
    coincidences = np.zeros((len(values), len(values)))
    for unit in paired:
        for i, one in enumerate(unit):
            for j, other in enumerate(unit):
                if i != j:
                    coincidences[at[one], at[other]] += 1 / (len(unit) - 1)
    margins = coincidences.sum(axis=1)
    total = margins.sum()
    distances = np.zeros_like(coincidences)
    for c in range(len(values)):
        for k in range(c + 1, len(values)):
            if level is Level.INTERVAL:
                step = float(values[k] - values[c])
            else:
                step = margins[c : k + 1].sum() - (margins[c] + margins[k]) / 2
            distances[c, k] = distances[k, c] = step**2
    observed = (coincidences * distances).sum()
    expected = (np.outer(margins, margins) * distances).sum() / (total - 1)
    return float(1 - observed / expected)


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("seed", range(12))
def test_it_is_that_of_the_matrix_of_coincidences(level: Level, seed: int) -> None:
    rnd = Random(seed)
    units = []
    for _ in range(rnd.randint(4, 30)):
        worth = rnd.randint(1, 5)
        units.append(
            [Fraction(max(1, min(5, worth + rnd.randint(-1, 1))) * 100, 3) for _ in range(rnd.randint(0, 6))]
        )
    found = alpha(units, level)
    assert found is not None
    assert float(found) == pytest.approx(_independently(units, level))


def test_full_agreement_is_one_and_the_order_of_judges_is_nothing() -> None:
    units = [[Fraction(n)] * 3 for n in range(4)]
    assert alpha(units, Level.INTERVAL) == alpha(units, Level.ORDINAL) == 1
    published = _units(PUBLISHED)
    assert alpha([unit[::-1] for unit in published], Level.INTERVAL) == alpha(published, Level.INTERVAL)


def test_nothing_can_be_said_of_one_judge_or_of_one_value() -> None:
    assert alpha([[Fraction(3)], [Fraction(4)]], Level.INTERVAL) is None
    assert alpha([[Fraction(3), Fraction(3)]], Level.ORDINAL) is None


def test_it_is_said_in_words() -> None:
    nobody = agreement([{"1": Fraction(300)}, {}])
    assert nobody == Agreement(None, None, 0, 0)
    assert "no nominee has scores of two judges" in nobody.words
    same = agreement([{"1": Fraction(300), "2": Fraction(300)}])
    assert same.words == (
        "All scores are the same (1 nominee with 2 scores), so that agreement cannot be measured."
    )
    words = {
        figure: Agreement(Fraction(figure), None, 5, 15).words.split(" (")[0]
        for figure in ("0.7951", "0.667", "0.2", "-0.1")
    }
    assert words == {
        "0.7951": "The judges agree well",
        "0.667": "The judges agree fairly: take the order as tentative",
        "0.2": "The judges agree little: the order of nominees should not rest on the means alone",
        "-0.1": "The judges agree no better than chance would: the order of nominees should not rest on the means",
    }
    told = Agreement(Fraction("0.849"), Fraction("0.815"), 11, 40).words
    assert told == "The judges agree well (alpha 0.85, by order alone 0.82; 11 nominees with 40 scores)."


def test_of_few_nominees_no_verdict_is_given() -> None:
    told = Agreement(Fraction(0), Fraction(0), 1, 2).words
    assert told == (
        "From 1 nominee with 2 scores it can hardly be told how far the judges agree (alpha 0.00, by order alone 0.00)."
    )
