"""What stands over every page of a door file: what it is, and how it comes back."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.widgets.parts import label
from engagement.forums.door_files.mark import Mark
from resources.wording import moment_words

PAGES = ("forums", "contacts", "providers", "history", "backups")
"""A door file has these pages alone, in this order."""


class DoorFileNotice(QFrame):
    """A line or two that cannot be closed: a small screen with large text has room for no more."""

    def __init__(self, mark: Mark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setToolTip(f"Taken {moment_words(mark.made_at)} from “{mark.taken_from}” by {mark.made_by}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        said = (
            f"{mark.title}. Check people in here; then, at the office, choose Forums, “Bring a door file back…”. "
            "What is neither a person nor a check-in stays here."
        )
        row.addWidget(label(said, wrap=True))
