"""Where the words and pills of a card stand in a given width: how lines are broken, and how high the card is. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Width = Callable[[str], int]
ELLIPSIS = "…"


def lines_of(text: str, width: Width, room: int, most: int) -> tuple[str, ...]:
    """The text on at most so many lines; what does not fit on the last ends in dots."""
    lines: list[str] = []
    rest = [word for word in text.replace("\n", " ").split(" ") if word]  # a hard space holds words together
    while rest and len(lines) < most:
        taken = _taken(rest, width, room)
        if len(lines) == most - 1 and taken < len(rest):
            return (*lines, cut(" ".join(rest), width, room))
        lines.append(cut(" ".join(rest[:taken]), width, room))
        rest = rest[taken:]
    return tuple(lines)


def _taken(words: Sequence[str], width: Width, room: int) -> int:
    """How many words fit on one line: one at least."""
    for number in range(2, len(words) + 1):
        if width(" ".join(words[:number])) > room:
            return number - 1
    return len(words)


def cut(text: str, width: Width, room: int) -> str:
    """The text, or as much of its beginning as there is room for with dots behind it."""
    if width(text) <= room:
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS) <= room:
            least = middle
        else:
            most = middle - 1
    return text[:least].rstrip() + ELLIPSIS


def pill_rows(widths: Sequence[int], room: int, gap: int) -> tuple[tuple[int, ...], ...]:
    """Which pills stand on which row, by their places; one wider than the room has a row to itself."""
    rows: list[list[int]] = []
    used = 0
    for place, wide in enumerate(widths):
        if rows and used + gap + wide <= room:
            rows[-1].append(place)
            used += gap + wide
        else:
            rows.append([place])
            used = wide
    return tuple(tuple(row) for row in rows)


@dataclass(frozen=True)
class CardShape:
    """A card laid out at one width."""

    title: tuple[str, ...]
    second: tuple[str, ...]
    pills: tuple[tuple[int, ...], ...]

    def height(self, *, title: int, second: int, pill: int, gap: int) -> int:
        """How high it is without its edges, lines and pills being so high each, with a gap between the parts."""
        parts = [
            len(self.title) * title,
            len(self.second) * second,
            len(self.pills) * (pill + gap) - gap if self.pills else 0,
        ]
        shown = [part for part in parts if part]
        return sum(shown) + gap * (len(shown) - 1)
