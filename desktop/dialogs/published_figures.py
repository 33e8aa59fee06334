"""Of which day a file of published figures is."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.widgets.forms.fields import DateField
from desktop.widgets.forms.form import Answers, FormDialog
from engagement.market.market_table import MarketTable
from engagement.market.published import read_published


class PublishedFigures(FormDialog):
    """Asks for the day and reads the file; what is wrong with it is said here, with the day kept."""

    def __init__(self, path: Path, today: date, parent: QWidget | None) -> None:
        intro = (
            f"“{path.name}” is read as a row for each area, with five percentages for each kind of service. They are "
            "kept as published, apart from what is counted in the register."
        )
        super().__init__("Enter published figures", "Enter figures", parent, intro=intro)
        self._path, self._today = path, today
        self.form.add(
            "as_at",
            "As at",
            DateField(today=today),
            needed=True,
            help_text="The day that the publication gives for its figures, such as 1 Aug 2019.",
        )

    def value(self, answers: Answers) -> MarketTable:
        """The figures of the file, of that day."""
        as_at = answers["as_at"]
        assert isinstance(as_at, date)
        return read_published(self._path, as_at, today=self._today)
