"""One notice for every change to the data, heard in the window's own thread."""

from PySide6.QtCore import QObject, Signal, Slot


class Changes(QObject):
    """`changed` carries the Change; connect `tell` to the database with `db.on_change.append(changes.tell)`."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._pass_on)

    def tell(self, change: object) -> None:
        """Announce a change; from a worker thread it waits for the window's thread."""
        self._arrived.emit(change)

    @Slot(object)
    def _pass_on(self, change: object) -> None:
        self.changed.emit(change)
