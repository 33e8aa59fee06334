"""Colours, sizes and spaces: the values behind the style sheet and everything that is painted."""

from dataclasses import dataclass
from enum import Enum


class Theme(Enum):
    """What the person chose in the View menu."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(Enum):
    """What a pill, banner or mark says before its words are read."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"
    NOT_RATED = "not_rated"
    POSITIVE = "positive"
    WAITING = "waiting"
    NEGATIVE = "negative"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class Ink:
    """Text (and shape) on a fill, with the outline that keeps the fill apart from the page."""

    fill: str
    text: str
    outline: str


@dataclass(frozen=True)
class Look:
    """One theme. Every text colour reaches 4.5:1 on the grounds it is used on; a test computes it."""

    name: str
    marks: str  # which set of style sheet icons: "dark" marks on light ground, or "light"
    page: str
    sidebar: str
    raised: str  # table headings, chips, bars
    hairline: str
    edge: str  # outlines of things to operate, 3:1
    text: str
    quiet: str
    accent: str
    on_accent: str
    accent_hover: str
    hover: str
    selected: str
    on_selected: str
    danger: str
    danger_fill: str
    toast: str
    on_toast: str
    toast_accent: str
    chart: tuple[str, ...]
    pills: dict[Tone, Ink]

    def grounds(self) -> tuple[str, ...]:
        """Everything ordinary text is laid on."""
        return (self.page, self.sidebar, self.raised, self.hover)


LIGHT = Look(
    name="light",
    marks="dark",
    page="#FFFFFF",
    sidebar="#F3F4F6",
    raised="#F7F8F9",
    hairline="#D5D8DC",
    edge="#828A93",
    text="#1B1F24",
    quiet="#57606A",
    accent="#12436D",
    on_accent="#FFFFFF",
    accent_hover="#0D3354",
    hover="#EBEEF2",
    selected="#D6E4F0",
    on_selected="#0E2233",
    danger="#A01C2C",
    danger_fill="#FBEBEC",
    toast="#1B1F24",
    on_toast="#FFFFFF",
    toast_accent="#9CCBF0",
    chart=("#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"),
    pills={
        Tone.OUTSTANDING: Ink("#0B2F4F", "#FFFFFF", "#0B2F4F"),
        Tone.GOOD: Ink("#D3EFEC", "#0B3B37", "#3E8F88"),
        Tone.REQUIRES_IMPROVEMENT: Ink("#F2B27A", "#402000", "#A8682C"),
        Tone.INADEQUATE: Ink("#A3195B", "#FFFFFF", "#A3195B"),
        Tone.NOT_RATED: Ink("#FFFFFF", "#3C444D", "#828A93"),
        Tone.POSITIVE: Ink("#D3EFEC", "#0B3B37", "#3E8F88"),
        Tone.WAITING: Ink("#FBE7C6", "#4A2E00", "#A87B2C"),
        Tone.NEGATIVE: Ink("#F8D9DF", "#6B0F22", "#B5566A"),
        Tone.NEUTRAL: Ink("#ECEEF1", "#3C444D", "#828A93"),
    },
)

DARK = Look(
    name="dark",
    marks="light",
    page="#1B1F24",
    sidebar="#15181C",
    raised="#22272D",
    hairline="#3A4048",
    edge="#7A838D",
    text="#E8EAED",
    quiet="#A9B1BA",
    accent="#7FB4E0",
    on_accent="#10202E",
    accent_hover="#9CC8EC",
    hover="#2A3037",
    selected="#274866",
    on_selected="#FFFFFF",
    danger="#FF9AA5",
    danger_fill="#3A1F24",
    toast="#E8EAED",
    on_toast="#1B1F24",
    toast_accent="#12436D",
    chart=("#7FB4E0", "#28A197", "#D77BAE", "#F46A25", "#A9B1BA", "#A285D1"),
    pills={
        Tone.OUTSTANDING: Ink("#B9DCF8", "#0B2236", "#B9DCF8"),
        Tone.GOOD: Ink("#1B625C", "#FFFFFF", "#3E9A92"),
        Tone.REQUIRES_IMPROVEMENT: Ink("#F0A860", "#2E1700", "#F0A860"),
        Tone.INADEQUATE: Ink("#D9629A", "#22000F", "#D9629A"),
        Tone.NOT_RATED: Ink("#1B1F24", "#E8EAED", "#7A838D"),
        Tone.POSITIVE: Ink("#1B625C", "#FFFFFF", "#3E9A92"),
        Tone.WAITING: Ink("#574012", "#FFEBC2", "#A08040"),
        Tone.NEGATIVE: Ink("#5E2430", "#FFE1E5", "#B5667A"),
        Tone.NEUTRAL: Ink("#2F363E", "#E8EAED", "#7A838D"),
    },
)

_BLACK_ON_WHITE = Ink("#FFFFFF", "#000000", "#FFFFFF")
_WHITE_ON_BLACK = Ink("#000000", "#FFFFFF", "#FFFFFF")

CONTRAST = Look(
    name="contrast",
    marks="light",
    page="#000000",
    sidebar="#000000",
    raised="#000000",
    hairline="#FFFFFF",
    edge="#FFFFFF",
    text="#FFFFFF",
    quiet="#FFFFFF",
    accent="#FFE94A",
    on_accent="#000000",
    accent_hover="#FFFFFF",
    hover="#303030",
    selected="#FFE94A",
    on_selected="#000000",
    danger="#FFB3B3",
    danger_fill="#000000",
    toast="#FFFFFF",
    on_toast="#000000",
    toast_accent="#0000A0",
    chart=("#FFFFFF", "#8FE3DB", "#FF9BD0", "#FFB27A", "#BBBBBB", "#D3BDF5"),
    pills={
        Tone.OUTSTANDING: _BLACK_ON_WHITE,
        Tone.GOOD: _WHITE_ON_BLACK,
        Tone.REQUIRES_IMPROVEMENT: Ink("#FFE94A", "#000000", "#FFE94A"),
        Tone.INADEQUATE: Ink("#FF9BD0", "#000000", "#FF9BD0"),
        Tone.NOT_RATED: _WHITE_ON_BLACK,
        Tone.POSITIVE: _WHITE_ON_BLACK,
        Tone.WAITING: _WHITE_ON_BLACK,
        Tone.NEGATIVE: Ink("#FF9BD0", "#000000", "#FF9BD0"),
        Tone.NEUTRAL: _WHITE_ON_BLACK,
    },
)

BODY_POINTS = 10.0
TITLE_POINTS = 16.0
SECTION_POINTS = 12.0
SMALL_POINTS = 9.0
STEP = 4
PANE = 12
GROUP = 16
ROW_HEIGHT = 28
TARGET = 28
SIDEBAR_WIDTH = 176


def contrast(one: str, other: str) -> float:
    """WCAG contrast ratio of two #RRGGBB colours."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """WCAG relative luminance, 0 to 1."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
