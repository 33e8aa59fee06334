"""Where pages lie beneath each other in a view, in pixels, at a zoom. Pure."""

from dataclasses import dataclass

GAP = 16


@dataclass(frozen=True)
class Sheet:
    """So many pages of one size, each in the middle of the view, and a gap around each."""

    pages: int
    width: float
    height: float
    scale: float
    view_width: int

    @property
    def step(self) -> float:
        """From the top of a page to the top of the next."""
        return self.height * self.scale + GAP

    @property
    def content(self) -> tuple[int, int]:
        """How wide and high all of it is."""
        return round(self.width * self.scale) + 2 * GAP, round(self.pages * self.step) + GAP

    @property
    def left(self) -> float:
        """Where pages begin, from the left of the content."""
        return max(GAP, (self.view_width - self.width * self.scale) / 2)

    def top(self, page: int) -> float:
        """Where a page begins, from the top of the content."""
        return GAP + page * self.step

    def at(self, y: float) -> tuple[int, float]:
        """The page so far down, and how far down it in its own units; a gap belongs to the page above it."""
        page = min(max(0, int((y - GAP) // self.step)), self.pages - 1)
        return page, (y - self.top(page)) / self.scale

    def seen(self, top: float, height: float) -> range:
        """The pages of which something is between these."""
        first, last = self.at(top)[0], self.at(top + height)[0]
        return range(first, last + 1)
