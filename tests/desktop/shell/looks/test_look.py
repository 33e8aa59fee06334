from itertools import combinations

import pytest

from desktop.shell.looks.look import CONTRAST, DARK, LIGHT, Look, Tone, contrast, luminance

LOOKS = [LIGHT, DARK, CONTRAST]
ids = [look.name for look in LOOKS]
RATINGS = (Tone.OUTSTANDING, Tone.GOOD, Tone.REQUIRES_IMPROVEMENT, Tone.INADEQUATE)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("look", LOOKS, ids=ids)
def test_every_text_reaches_four_and_a_half_to_one_on_every_ground_it_is_laid_on(look: Look) -> None:
    pairs = [
        (ink, ground)
        for ink in (look.text, look.quiet, look.accent, look.danger)
        for ground in look.grounds()
    ]
    pairs += [
        (look.on_accent, look.accent),
        (look.on_accent, look.accent_hover),
        (look.on_selected, look.selected),
        (look.text, look.danger_fill),
        (look.danger, look.danger_fill),
        (look.on_toast, look.toast),
        (look.toast_accent, look.toast),
    ]
    pairs += [(ink.text, ink.fill) for ink in look.pills.values()]
    assert [(one, other) for one, other in pairs if contrast(one, other) < 4.5] == []


@pytest.mark.parametrize("look", LOOKS, ids=ids)
def test_the_outline_of_everything_to_operate_reaches_three_to_one(look: Look) -> None:
    assert [ground for ground in look.grounds() if contrast(look.edge, ground) < 3] == []
    assert contrast(look.accent, look.page) >= 3
    assert contrast(look.danger, look.page) >= 3
    assert [tone for tone, ink in look.pills.items() if contrast(ink.outline, look.page) < 3] == []


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
def test_the_four_ratings_differ_in_lightness_so_that_they_read_in_grey(look: Look) -> None:
    fills = {tone: luminance(look.pills[tone].fill) for tone in RATINGS}
    alike = [pair for pair in combinations(RATINGS, 2) if _ratio(fills[pair[0]], fills[pair[1]]) < 1.25]
    assert alike == []


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
