"""The number of a code as it is typed over a table, figure by figure."""

from collections.abc import Sequence

from resources.wording import shortened


class TypedNumber:
    """With nine codes or fewer a figure is enough; with more, one that may go on waits for the next, or for Enter."""

    def __init__(self) -> None:
        self._typed = ""

    @property
    def waits(self) -> bool:
        """Whether something was typed that may go on."""
        return bool(self._typed)

    def clear(self) -> None:
        """Begin again."""
        self._typed = ""

    def figure(self, typed: str, most: int) -> int | None:
        """The number that is meant once it cannot go on; `most` is the highest. One beyond it begins again."""
        both = self._typed + typed
        if int(both) > most:
            self._typed, both = "", typed
        if int(both) > most:
            return None
        if both != "0" and int(both) * 10 <= most:
            self._typed = both
            return None
        self._typed = ""
        return int(both)

    def enter(self) -> int | None:
        """What was typed is the whole of it."""
        typed, self._typed = self._typed, ""
        return int(typed) if typed else None

    def waiting_words(self, wordings: Sequence[str]) -> str:
        """What Enter would mean."""
        at = int(self._typed or 0)
        return f"{at}: press Enter for “{shortened(wordings[at - 1], 40)}”, or type another figure"
