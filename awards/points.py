"""Points and weights: whole hundredths and whole tenths in the file, “7.5” and “1.5” for people."""

from decimal import Decimal, InvalidOperation

from resources.problem import Problem

POINT, WEIGHT = 100, 10
"""One point, and a weight of one."""
MOST_FIGURE = 1000


def points_words(points: int) -> str:
    """7, 7.5 or 7.25."""
    return f"{Decimal(points) / POINT:f}"


def weight_words(weight: int) -> str:
    """1 or 1.5."""
    return f"{Decimal(weight) / WEIGHT:f}"


def read_points(text: str) -> int:
    """“7.5” as 750; raises Problem for what is no figure of up to two places."""
    return _read(text, POINT, "points", "7 or 7.5")


def read_weight(text: str) -> int:
    """“1.5” as 15; raises Problem for what is no figure of one place."""
    return _read(text, WEIGHT, "a weight", "1 or 1.5")


def _read(text: str, unit: int, what: str, such_as: str) -> int:
    sentence = f"“{text.strip()}” is not {what}. Write a figure such as {such_as}."
    try:
        figure = Decimal(text.strip())
    except InvalidOperation:
        raise Problem(sentence) from None
    if not figure.is_finite() or figure < 0 or figure > MOST_FIGURE:
        raise Problem(sentence)
    units = figure * unit
    if units != units.to_integral_value():
        raise Problem(sentence)
    return int(units)
