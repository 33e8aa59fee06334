"""How wide the columns of a table are, so that no word is broken and no line is longer than it need be."""

import re
from collections.abc import Sequence

CELL_PADDING = 220  # both margins of a cell and a little room, in twentieths of a point
STEP = 20
WIDEST_WISH = 4500  # beyond this a column takes a second line rather than more room

_NARROW = dict.fromkeys(" !,./:;ftI[]|\\", 278) | dict.fromkeys("ijl'", 222) | dict.fromkeys("r()-", 333)
_WIDE = (
    dict.fromkeys("ckszvxyJ", 500)
    | dict.fromkeys("FTZ", 611)
    | dict.fromkeys("ABEKPSVXY&", 667)
    | dict.fromkeys("CDHNRUw", 722)
    | dict.fromkeys("GOQ", 778)
    | dict.fromkeys("mM", 833)
    | {"W": 944, "%": 889, "—": 1000}
)
_ADVANCES = _NARROW | _WIDE  # Arial's, in thousandths of its size
_USUAL_ADVANCE = 556
_BOLD = 1.08
_NARROWER_FONTS = frozenset(
    {"arial", "calibri", "aptos", "helvetica", "liberation sans", "carlito", "gill sans mt"}
)
_DAY_OF_A_MONTH = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2,8})(?= \d{4}\b)")
_OF_OTHER_FONTS = 1.18  # Verdana's, the widest in use


def letter_width(font: str) -> float:
    """How much wider than Arial's a font's letters may be."""
    return 1 if font.strip().lower() in _NARROWER_FONTS else _OF_OTHER_FONTS


def text_width(text: str, points: float, *, bold: bool = False) -> int:
    """The width of a line in Arial, in twentieths of a point."""
    thousandths = sum(_ADVANCES.get(letter, _USUAL_ADVANCE) for letter in text)
    return round(thousandths * points * 20 / 1000 * (_BOLD if bold else 1))


def column_widths(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    figures: Sequence[bool],
    *,
    available: int,
    points: float,
) -> tuple[list[int], bool]:
    """The widths, which add up to `available`, and whether every word fits on its line.

    Columns of figures are equally wide where there is room, so that they can be read across.
    """
    needed, wished, whole = [], [], []
    for place, heading in enumerate(headings):
        texts = {row[place] for row in rows}
        needed.append(
            _widest(heading.split(), {word for text in texts for word in _kept_whole(text)}, points)
        )
        whole.append(_widest([heading], texts, points))
        wished.append(max(needed[-1], min(whole[-1], WIDEST_WISH)))
    if sum(needed) > available:
        return _shared(available, needed), False
    needed = _evened(needed, figures, available)
    wished = [need if figure else wish for need, wish, figure in zip(needed, wished, figures, strict=True)]
    if sum(wished) < available:
        return _with_the_rest(wished, whole, available), True
    room = [wish - need for wish, need in zip(wished, needed, strict=True)]
    extra = _shared(available - sum(needed), room) if sum(room) else [0] * len(room)
    return _exact([need + more for need, more in zip(needed, extra, strict=True)], available), True


def _with_the_rest(wished: list[int], whole: Sequence[int], available: int) -> list[int]:
    """Room beyond every wish goes to the columns whose lines are broken still; to all where there are none."""
    broken = [width if width > wish else 0 for width, wish in zip(whole, wished, strict=True)]
    if not sum(broken):
        return _shared(available, wished)
    more = _shared(available - sum(wished), broken)
    return [wish + extra for wish, extra in zip(wished, more, strict=True)]


def _kept_whole(text: str) -> list[str]:
    """The words of a text; a day stays with its month, so that a date takes two lines at most."""
    return [word.replace("_", " ") for word in _DAY_OF_A_MONTH.sub(r"\1_\2", text).split()]


def _evened(needed: list[int], figures: Sequence[bool], available: int) -> list[int]:
    """The columns of figures raised to one width, or as near to it as there is room."""
    level = max((need for need, figure in zip(needed, figures, strict=True) if figure), default=0)
    while True:
        even = [max(need, level) if figure else need for need, figure in zip(needed, figures, strict=True)]
        if sum(even) <= available:
            return even
        level -= STEP


def _widest(heading: Sequence[str], texts: set[str], points: float) -> int:
    widths = [text_width(part, points, bold=True) for part in heading]
    widths += [text_width(line, points) for text in texts for line in text.splitlines()]
    return max(widths, default=0) + CELL_PADDING


def _shared(total: int, weights: list[int]) -> list[int]:
    """The total shared in proportion to the weights, in whole numbers that add up to it."""
    return _exact([total * weight // sum(weights) for weight in weights], total)


def _exact(widths: list[int], total: int) -> list[int]:
    """What rounding left over goes to the first column."""
    return [widths[0] + total - sum(widths), *widths[1:]]
