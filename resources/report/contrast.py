"""How well one colour can be read upon another, as WCAG 2 works it out. Pure."""

import re

READABLE = 4.5
"""The least for text of the usual size (WCAG 2.2, 1.4.3)."""
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def is_colour(text: str) -> bool:
    """Whether it is a colour as six hexadecimal digits."""
    return _COLOUR.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """From 1 of a colour upon itself to 21 of black upon white; both as six hexadecimal digits."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
