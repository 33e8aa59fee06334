"""How a document looks, as values: nothing of another council's file goes into ours but these."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Looks:
    """Font, sizes in points, colours as six hexadecimal digits, margins in millimetres.

    Sizes below 12 points and colours too light to read are not taken over from anywhere: see `base_document`.
    """

    font: str = "Arial"
    body: float = 12
    title: float = 22
    heading: float = 16
    subheading: float = 13
    accent: str = "12436D"
    shade: str = "E9EDF1"
    top: float = 25
    right: float = 25
    bottom: float = 25
    left: float = 25


DEFAULT_LOOKS = Looks()
