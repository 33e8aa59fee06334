"""Simple pictures for easy-read pages, drawn here: a few lines each, in one colour, each with words for it."""

import io
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK = "#12436D"
DOTS = 192
"""Pixels on each side."""


class Icon(Enum):
    """A picture: what it shows is its alternative text."""

    STAR = "A star"
    HEART = "A heart"
    TICK = "A tick"
    CROSS = "A cross"
    CLOCK = "A clock"
    BUS = "A bus"
    HANDS = "Two people side by side"
    SPEECH = "A speech bubble"
    BELL = "A bell"
    CASE = "A work bag"


@cache
def icon_png(icon: Icon) -> bytes:
    """The picture as PNG, the same bytes each time."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # loaded when first used
    from matplotlib.figure import Figure

    figure = Figure(figsize=(1, 1), dpi=DOTS)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 24)
    axes.set_ylim(0, 24)
    axes.axis("off")
    _DRAWN[icon](axes)
    held = io.BytesIO()
    figure.savefig(held, format="png", transparent=True, metadata={"Software": None})
    return held.getvalue()


def _line(axes: "Axes", *points: tuple[float, float], width: float = 5.0) -> None:
    x, y = zip(*points, strict=True)
    axes.plot(x, y, color=INK, linewidth=width, solid_capstyle="round", solid_joinstyle="round")


def _filled(axes: "Axes", *points: tuple[float, float]) -> None:
    from matplotlib.patches import Polygon

    axes.add_patch(Polygon(points, closed=True, facecolor=INK, edgecolor=INK, linewidth=2, joinstyle="round"))


def _ring(
    axes: "Axes", x: float, y: float, radius: float, *, filled: bool = False, width: float = 5.0
) -> None:
    from matplotlib.patches import Circle

    axes.add_patch(
        Circle((x, y), radius, facecolor=INK if filled else "none", edgecolor=INK, linewidth=width)
    )


def _box(axes: "Axes", x: float, y: float, wide: float, high: float) -> None:
    from matplotlib.patches import FancyBboxPatch

    axes.add_patch(
        FancyBboxPatch(
            (x, y),
            wide,
            high,
            boxstyle="round,pad=0,rounding_size=1.6",
            facecolor="none",
            edgecolor=INK,
            linewidth=5,
        )
    )


def _star(axes: "Axes") -> None:
    from math import cos, pi, sin

    points = []
    for at in range(10):
        radius = 10.0 if at % 2 == 0 else 4.2
        angle = pi / 2 + at * pi / 5
        points.append((12 + radius * cos(angle), 11.5 + radius * sin(angle)))
    _filled(axes, *points)


def _heart(axes: "Axes") -> None:
    from math import cos, pi, sin

    angles = [at * 2 * pi / 60 for at in range(60)]
    _filled(
        axes,
        *(
            (
                12 + 0.62 * 16 * sin(t) ** 3,
                12.5 + 0.62 * (13 * cos(t) - 5 * cos(2 * t) - 2 * cos(3 * t) - cos(4 * t)),
            )
            for t in angles
        ),
    )


def _tick(axes: "Axes") -> None:
    _line(axes, (4, 12), (10, 5), (20, 19), width=9)


def _cross(axes: "Axes") -> None:
    _line(axes, (5, 5), (19, 19), width=9)
    _line(axes, (5, 19), (19, 5), width=9)


def _clock(axes: "Axes") -> None:
    _ring(axes, 12, 12, 9.5)
    _line(axes, (12, 18), (12, 12), (16, 9.5))


def _bus(axes: "Axes") -> None:
    _box(axes, 2.5, 6, 19, 13)
    _line(axes, (2.5, 12), (21.5, 12), width=4)
    _line(axes, (12, 12), (12, 19), width=4)
    for x in (7, 17):
        _ring(axes, x, 5, 2.2, filled=True, width=1)


def _hands(axes: "Axes") -> None:
    for x in (7, 17):
        _ring(axes, x, 17, 3.4, filled=True, width=1)
        _filled(axes, (x - 4.6, 3), (x - 4.6, 8), (x - 2, 11.5), (x + 2, 11.5), (x + 4.6, 8), (x + 4.6, 3))


def _speech(axes: "Axes") -> None:
    _box(axes, 2.5, 8, 19, 13)
    _filled(axes, (6, 8), (6, 2.5), (12, 8))
    for y in (17, 12.5):
        _line(axes, (7, y), (17, y), width=4)


def _bell(axes: "Axes") -> None:
    _filled(
        axes, (5, 7), (7, 10), (7.5, 15), (9.5, 18.5), (12, 19.5), (14.5, 18.5), (16.5, 15), (17, 10), (19, 7)
    )
    _ring(axes, 12, 4.6, 1.8, filled=True, width=1)
    _line(axes, (2.5, 13), (2.5, 18), width=4)
    _line(axes, (21.5, 13), (21.5, 18), width=4)


def _case(axes: "Axes") -> None:
    _box(axes, 2.5, 4, 19, 12.5)
    _line(axes, (8.5, 17), (8.5, 20.5), (15.5, 20.5), (15.5, 17))
    _line(axes, (2.5, 10.5), (21.5, 10.5), width=4)


_DRAWN: dict[Icon, Callable[["Axes"], None]] = {
    Icon.STAR: _star, Icon.HEART: _heart, Icon.TICK: _tick, Icon.CROSS: _cross, Icon.CLOCK: _clock, Icon.BUS: _bus,
    Icon.HANDS: _hands, Icon.SPEECH: _speech, Icon.BELL: _bell, Icon.CASE: _case,
}  # fmt: skip
