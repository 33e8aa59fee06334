"""The paper, in units of which four are a point, so that text is laid out alike at each zoom."""

from dataclasses import dataclass

from PySide6.QtGui import QFont

from resources.report.looks import Looks

UNITS = 4.0
"""In a point."""
POINTS_AN_INCH, MILLIMETRES_AN_INCH = 72, 25.4
LINE = 1.15 * 1.1
"""Height of a line to the size of its letters: Arial’s, and the tenth more that our documents have."""
HEADER_FROM_EDGE = 35.4
"""Points from the edge of the paper to what stands on every page; the same beneath."""


def pt(points: float) -> float:
    """Points in units."""
    return points * UNITS


def twentieths(number: float) -> float:
    """Twentieths of a point, in which Word counts, in units."""
    return number / 20 * UNITS


def mm(millimetres: float) -> float:
    """Millimetres in units."""
    return millimetres / MILLIMETRES_AN_INCH * POINTS_AN_INCH * UNITS


@dataclass(frozen=True)
class Paper:
    """A4 with the margins of a report’s looks. `head` is how high what stands at the head of every page is."""

    looks: Looks
    head: float = 0.0

    width = mm(210)
    height = mm(297)

    @property
    def left(self) -> float:
        """Where text begins."""
        return mm(self.looks.left)

    @property
    def text_width(self) -> float:
        """How wide text is."""
        return self.width - self.left - mm(self.looks.right)

    @property
    def top(self) -> float:
        """Where text begins, beneath the margin and what stands at the head."""
        return max(mm(self.looks.top), pt(HEADER_FROM_EDGE) + self.head)

    @property
    def text_height(self) -> float:
        """How much room for text a page has."""
        return self.height - self.top - mm(self.looks.bottom)


def font(looks: Looks, points: float, *, bold: bool = False) -> QFont:
    """A font of the document, else one as wide."""
    made = QFont()
    made.setFamilies([looks.font, "Arial", "Liberation Sans", "Helvetica"])
    made.setPixelSize(max(1, round(pt(points))))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
