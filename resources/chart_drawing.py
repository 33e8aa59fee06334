"""Horizontal bars drawn with matplotlib, 16 cm wide and 300 dots to the inch.

matplotlib is loaded when the first chart is drawn. Only its objects are used, never pyplot, which keeps
every figure for itself. All lengths are inches until they are handed over.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from resources.report.word.widths import text_width

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (
    "#12436D",
    "#28A197",
    "#801650",
    "#F46A25",
)  # dark and light by turns, so neighbours differ in grey
HATCHES = ("", "", "//", "..")  # tells the second dark and light one from the first
TEXT_ON = ("#FFFFFF", "#1B1F24", "#FFFFFF", "#1B1F24")
HATCH_LINE = 0.5  # points
INK, QUIET, GRID = "#1B1F24", "#4A525B", "#D5D8DC"
FAMILIES = ("Arial", "Liberation Sans", "DejaVu Sans")  # the last comes with matplotlib and is wider
MOST_SERIES = len(COLOURS)

WIDTH, DOTS = 16 / 2.54, 300
TITLE, TEXT, SMALL = 11.0, 9.0, 8.0  # points
STACKED_PITCH, SERIES_PITCH, GROUP_GAP = 0.27, 0.18, 0.12
RIGHT_MARGIN = 0.25
TITLE_AT_MOST = WIDTH * 0.94  # a bold line of narrow letters is longer than its reckoned width
LABELS_AT_MOST = WIDTH * 0.36
DRAWINGS_KEPT = 64  # a report is made again at each change of the register, with mostly the same charts
ROUNDS = 20  # of widening the axis for the words at its bars, which widens the words in its units
SWATCH, NAME_GAP, LEADER = 0.1, 0.14, 0.13


@dataclass(frozen=True)
class Drawing:
    """What to draw. `figures` and `texts` have a row for each label and a column for each name.

    `whole` is what the parts of a stacked bar add up to (0 when they need not); `tick` words the axis. `shades`
    gives each name its colour and pattern. `intervals` are drawn over the bars of a single series, one for each label.
    """

    title: str
    subtitle: str
    source: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    figures: tuple[tuple[float, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    stacked: bool
    whole: float
    tick: Callable[[float], str]
    shades: tuple[int, ...] = tuple(range(len(COLOURS)))
    intervals: tuple[tuple[float, float] | None, ...] = ()

    def end(self, row: int, place: int) -> float:
        """How far a bar reaches, with its interval."""
        interval = self.intervals[row] if self.intervals else None
        return max(self.figures[row][place], interval[1]) if interval else self.figures[row][place]


@lru_cache(maxsize=DRAWINGS_KEPT)
def draw(drawing: Drawing) -> bytes:
    """The chart as a PNG without a word of where it was made."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # loaded when first used
    from matplotlib.figure import Figure

    layout = _layout(drawing, _family())
    figure = Figure(figsize=(WIDTH, layout.height), dpi=DOTS, facecolor="white")
    FigureCanvasAgg(figure)
    _write_words(figure, layout)
    axes = figure.add_axes(
        (
            layout.left / WIDTH,
            layout.beneath / layout.height,
            layout.plot / WIDTH,
            layout.pitch * len(drawing.labels) / layout.height,
        )
    )
    painter = _Painter(axes, drawing, layout)
    painter.frame()
    painter.bars()
    if drawing.stacked:
        painter.names_above()
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


# --- where everything goes ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Layout:
    family: str
    title: str
    subtitle: str
    source: str
    labels: tuple[str, ...]
    pitch: float
    beneath: float
    left: float
    plot: float
    height: float


def _layout(drawing: Drawing, family: str) -> _Layout:
    title = title_lines(drawing.title, family)
    subtitle = _wrapped(drawing.subtitle, TEXT, family, WIDTH * 0.97)
    source = _wrapped(drawing.source, SMALL, family, WIDTH * 0.97)
    labels = tuple(_wrapped(label, TEXT, family, LABELS_AT_MOST) for label in drawing.labels)
    series = 1 if drawing.stacked else len(drawing.names)
    usual = STACKED_PITCH if series == 1 else SERIES_PITCH * series + GROUP_GAP
    pitch = max(usual, *(_tall(label, TEXT) + 0.05 for label in labels))
    above = _tall(title, TITLE) + _tall(subtitle, TEXT) + 0.12
    above += _tall("x", TEXT) + LEADER if drawing.stacked else 0.0
    beneath = 0.24 + (_tall(source, SMALL) + 0.06 if source else 0.0)
    left = max(_wide(line, TEXT, family) for label in labels for line in label.split("\n")) + 0.1
    return _Layout(
        family=family,
        title=title,
        subtitle=subtitle,
        source=source,
        labels=labels,
        pitch=pitch,
        beneath=beneath,
        left=left,
        plot=WIDTH - left - RIGHT_MARGIN,
        height=above + pitch * len(labels) + beneath,
    )


def title_lines(title: str, family: str) -> str:
    """The title broken into lines, none of which reaches the right edge."""
    return _wrapped(title, TITLE, family, TITLE_AT_MOST, bold=True)


def _family() -> str:
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return next((family for family in FAMILIES if family in installed), FAMILIES[-1])


def _tall(text: str, points: float) -> float:
    return (text.count("\n") + 1) * points * 1.25 / 72 if text else 0.0


def _wide(line: str, points: float, family: str, *, bold: bool = False) -> float:
    wider = 1.17 if family == "DejaVu Sans" else 1.0
    return text_width(line, points, bold=bold) * wider / 1440


def _wrapped(text: str, points: float, family: str, width: float, *, bold: bool = False) -> str:
    """The text broken into lines that fit."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _wide(longer, points, family, bold=bold) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def spread(wanted: list[float], widths: list[float], *, gap: float, low: float, high: float) -> list[float]:
    """Centres of labels as near as can be to where they are wanted, in order, none over another."""
    centres: list[float] = []
    for place, (centre, width) in enumerate(zip(wanted, widths, strict=True)):
        least = low if not place else centres[-1] + widths[place - 1] / 2 + gap
        centres.append(max(centre, least + width / 2))
    limit = high
    for place in range(len(centres) - 1, -1, -1):
        centres[place] = min(centres[place], limit - widths[place] / 2)
        limit = centres[place] - widths[place] / 2 - gap
    return centres


# --- drawing it -----------------------------------------------------------------------------------------


def _write_words(figure: "Figure", layout: _Layout) -> None:
    """Title and subtitle at the top, source at the bottom, all from the left edge."""
    down = 0.02
    for text, points, weight, colour in (
        (layout.title, TITLE, "bold", INK),
        (layout.subtitle, TEXT, "normal", QUIET),
    ):
        height = 1 - down / layout.height
        figure.text(
            0, height, text, fontsize=points, fontweight=weight, color=colour, family=layout.family,
            va="top", linespacing=1.15, parse_math=False,
        )  # fmt: skip
        down += _tall(text, points)
    figure.text(
        0, 0.02 / layout.height, layout.source, fontsize=SMALL, color=QUIET, family=layout.family,
        va="bottom", linespacing=1.15, parse_math=False,
    )  # fmt: skip


class _Painter:
    """Draws into axes whose rows are one unit high; the first row is at the top."""

    def __init__(self, axes: "Axes", drawing: Drawing, layout: _Layout) -> None:
        self.axes = axes
        self.drawing = drawing
        self.layout = layout
        self.low, self.high = self._limits()
        self.scale = (self.high - self.low) / layout.plot  # units of the axis to the inch

    def frame(self) -> None:
        """Limits, light grid, axis words and row labels; no box."""
        from matplotlib.ticker import FixedLocator, MaxNLocator

        axes, rows = self.axes, len(self.drawing.labels)
        axes.set_xlim(self.low, self.high)
        axes.set_ylim(-0.5, rows - 0.5)
        for side in ("top", "right", "bottom", "left"):
            axes.spines[side].set_visible(False)
        ticks = [float(tick) for tick in MaxNLocator(5, integer=True).tick_values(self.low, self.high)]
        ticks = [tick for tick in ticks if self.low <= tick <= self.high]
        axes.xaxis.set_major_locator(FixedLocator(ticks))
        axes.set_xticklabels([self.drawing.tick(tick) for tick in ticks])
        axes.set_yticks(range(rows), self.layout.labels[::-1])
        axes.tick_params(axis="x", length=0, labelsize=SMALL, labelcolor=QUIET, pad=2)
        axes.tick_params(axis="y", length=0, labelsize=TEXT, labelcolor=INK, pad=4)
        for label in [*axes.get_xticklabels(), *axes.get_yticklabels()]:
            label.set_fontfamily(self.layout.family)
            label.set_parse_math(False)
        axes.grid(axis="x", color=GRID, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.axvline(0, color=QUIET, linewidth=0.8)

    def bars(self) -> None:
        """Every bar with its value in words."""
        for number, (figures, texts) in enumerate(zip(self.drawing.figures, self.drawing.texts, strict=True)):
            middle = len(self.drawing.labels) - 1 - number
            if self.drawing.stacked:
                self._stacked_row(middle, figures, texts)
            else:
                self._grouped_row(number, middle, figures, texts)

    def names_above(self) -> None:
        """The series' names above the first bar, each led to its part."""
        parts = self.drawing.figures[0]
        starts = [sum(parts[:place]) for place in range(len(parts))]
        points = [start + part / 2 for start, part in zip(starts, parts, strict=True)]
        widths = [SWATCH + 0.05 + self._wide(name, TEXT) for name in self.drawing.names]
        at = [(point - self.low) / self.scale for point in points]
        centres = spread(
            [place + (width - SWATCH) / 2 for place, width in zip(at, widths, strict=True)],
            widths,
            gap=NAME_GAP,
            low=-self.layout.left,
            high=self.layout.plot + RIGHT_MARGIN - 0.04,
        )
        for place, (point, centre, width) in enumerate(zip(points, centres, widths, strict=True)):
            self._name_above(place, point, self.low + (centre - width / 2) * self.scale)

    def _name_above(self, place: int, point: float, left: float) -> None:
        """A swatch with the name after it, and a line from the swatch down to the part."""
        top = len(self.drawing.labels) - 0.5
        foot, base = top - 0.14, top + LEADER / self.layout.pitch
        at = left + SWATCH / 2 * self.scale
        self.axes.plot(
            [at, point], [base, foot], color=COLOURS[self.drawing.shades[place]], linewidth=0.9, clip_on=False
        )
        tall = SWATCH / self.layout.pitch
        self._box(place, left, base + tall * 0.15, SWATCH * self.scale, tall, line=0, inside=False)
        after = left + (SWATCH + 0.05) * self.scale
        self._text(after, base + tall * 0.6, self.drawing.names[place], TEXT, INK, "left")

    def _stacked_row(self, middle: int, figures: tuple[float, ...], texts: tuple[str, ...]) -> None:
        if not any(figures):  # a bar of no length would look forgotten
            self._text(0.05 * self.scale, middle, texts[0], SMALL, INK, "left")
        start = 0.0
        for place, (figure, text) in enumerate(zip(figures, texts, strict=True)):
            self._bar(place, middle, figure, 0.74, start)
            shade = self.drawing.shades[place]
            if self._wide(text, SMALL) + 0.06 <= figure / self.scale:
                self._text(start + figure / 2, middle, text, SMALL, TEXT_ON[shade], "center", COLOURS[shade])
            start += figure

    def _grouped_row(
        self, number: int, middle: int, figures: tuple[float, ...], texts: tuple[str, ...]
    ) -> None:
        thick = 0.74 if len(figures) == 1 else SERIES_PITCH / self.layout.pitch
        for place, figure in enumerate(figures):
            centre = middle + thick * ((len(figures) - 1) / 2 - place)
            self._bar(place, centre, figure, thick * 0.94, 0.0)
            away = 0.05 * self.scale * (-1 if figure < 0 else 1)
            shown = self._end_text(place, texts[place], named=number == 0)
            end = self.drawing.end(number, place)
            self._text(end + away, centre, shown, SMALL, INK, "right" if figure < 0 else "left")
        interval = self.drawing.intervals[number] if self.drawing.intervals else None
        if interval is not None:
            self._interval(middle, *interval)

    def _interval(self, middle: int, low: float, high: float) -> None:
        """A line with caps, light beneath dark, so that it is seen on the bar and beside it."""
        for line, colour in ((3.0, "white"), (1.0, INK)):
            self.axes.plot([low, high], [middle, middle], color=colour, linewidth=line, solid_capstyle="butt")
            for end in (low, high):
                cap = [middle - 0.14, middle + 0.14]
                self.axes.plot([end, end], cap, color=colour, linewidth=line, solid_capstyle="butt")

    def _end_text(self, place: int, text: str, *, named: bool) -> str:
        """What stands at the end of a bar: its value, and in the first group whose it is."""
        return f"{text}  {self.drawing.names[place]}" if named and len(self.drawing.names) > 1 else text

    def _bar(self, place: int, middle: float, figure: float, thick: float, start: float) -> None:
        self._box(place, start, middle - thick / 2, figure, thick, line=0.6)

    def _box(
        self, place: int, x: float, y: float, wide: float, tall: float, *, line: float, inside: bool = True
    ) -> None:
        """A rectangle in the colour and pattern of a series."""
        from matplotlib.patches import Rectangle

        shade = self.drawing.shades[place]
        box = Rectangle(
            (x, y), wide, tall, facecolor=COLOURS[shade], hatch=HATCHES[shade], edgecolor="white",
            linewidth=line, clip_on=inside,
        )  # fmt: skip
        box.set_hatch_linewidth(HATCH_LINE)
        self.axes.add_patch(box)

    def _text(
        self, x: float, y: float, text: str, points: float, colour: str, side: str, behind: str = ""
    ) -> None:
        box = {"facecolor": behind, "edgecolor": "none", "pad": 0.8} if behind else None
        self.axes.text(
            x, y, text, fontsize=points, color=colour, ha=side, va="center_baseline",
            family=self.layout.family, parse_math=False, clip_on=False, bbox=box,
        )  # fmt: skip

    def _wide(self, text: str, points: float) -> float:
        return _wide(text, points, self.layout.family)

    def _limits(self) -> tuple[float, float]:
        """From zero (or below, if a figure is) to where the longest bar and its words fit."""
        if self.drawing.stacked:
            return 0.0, max(self.drawing.whole, *(sum(figures) for figures in self.drawing.figures)) or 1.0
        ends = [
            (
                self.drawing.end(number, place),
                self._wide(self._end_text(place, text, named=number == 0), SMALL) + 0.1,
            )
            for number, texts in enumerate(self.drawing.texts)
            for place, text in enumerate(texts)
        ]
        low = min(0.0, *(figure for figure, _ in ends))
        high = max(0.0, *(figure for figure, _ in ends)) or (1.0 if low == 0 else 0.0)
        for _ in range(ROUNDS):
            scale = (high - low) / self.layout.plot
            high = max(high, *(figure + words * scale for figure, words in ends if figure >= 0), 0.0)
            low = min(low, *(figure - words * scale for figure, words in ends if figure < 0), 0.0)
        return low, high
