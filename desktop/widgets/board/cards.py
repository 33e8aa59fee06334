"""What a board shows: its columns and their cards, as values."""

from collections.abc import Sequence
from dataclasses import dataclass

from resources.tables import ColumnKind
from resources.wording import count_of


@dataclass(frozen=True)
class Card:
    """One card: its name, a quieter line, and states as pills."""

    key: str
    title: str
    second: str = ""
    pills: tuple[tuple[ColumnKind, str], ...] = ()

    @property
    def said(self) -> str:
        """All that it says, for a screen reader and as a tip."""
        return ", ".join(
            part for part in (self.title, self.second, *(words for _, words in self.pills)) if part
        )


@dataclass(frozen=True)
class BoardColumn:
    """A state, and the cards in it. `empty` is what stands there while there is none."""

    key: str
    title: str
    cards: Sequence[Card] = ()
    empty: str = "None"

    def said(self, one: str) -> str:
        """Its name and how many cards it has, `one` being what a card is called."""
        return f"{self.title}, {count_of(len(self.cards), one) if self.cards else f'no {one}s'}"
