"""The lens: with it on, the window shows what the public may see, and covers the rest with a sentence why.

Nothing is shown unless its page says that it is public: a page answers with a `PublicView`, from which what is seen is
read and painted anew. No part of the page itself is seen meanwhile.
"""

from PySide6.QtCore import QObject, Signal


class Lens(QObject):
    """`changed` tells that it was put on or taken off. It is never kept: each window begins without it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._public = False

    @property
    def public(self) -> bool:
        """Whether only what is public is shown."""
        return self._public

    def look(self, *, public: bool) -> None:
        """Put it on or take it off."""
        if public != self._public:
            self._public = public
            self.changed.emit()

    def turn(self) -> None:
        """On where it was off, off where it was on."""
        self.look(public=not self._public)
