"""What stands over every page of a door file: what it is, and how it comes back."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.parts import label
from engagement.forums import events
from engagement.forums.door_files.mark import Mark
from resources.database import Database
from resources.wording import moment_words

PAGES = ("forums", "contacts", "providers", "history", "backups")
"""A door file has these pages alone, in this order."""


class DoorFileNotice(QFrame):
    """Two lines that cannot be closed."""

    def __init__(self, db: Database, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        event = events.get(db, mark.event_id).title
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(f"{mark.title}: {event}", "bold", wrap=True))
        column.addWidget(
            label(
                f"Taken {moment_words(mark.made_at)} from “{mark.taken_from}”. Check people in here. Then close it, "
                "take it to the office, and choose there Forums, “Bring a door file back…”. People and their "
                "check-ins come back; anything else stays in this file.",
                wrap=True,
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.addLayout(column, 1)
