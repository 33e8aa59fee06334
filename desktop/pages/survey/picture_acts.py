"""Taking a chart away as a picture: to the clipboard for a letter or slide, or as a PNG file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.pages.saving import ask_path
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.bars import Bars
from desktop.widgets.chart_picture import picture_of
from desktop.widgets.trend import Trend
from resources.files.names import name_of
from resources.problem import Problem

_PICTURES = "Picture (*.png)"


class PictureActs(QObject):
    """`chart` gives the chart shown, None where there is none."""

    def __init__(self, desk: Desk, page: QWidget, chart: Callable[[], Bars | Trend | None]) -> None:
        super().__init__(page)
        self._desk, self._page, self._chart = desk, page, chart

    def listed(self) -> list[Action]:
        """Copying and saving."""
        return [
            Action("copy_picture", "Copy picture", self.copy, "Ctrl+Shift+H", icon="copy", enabled=self._has_chart,
                   tip="Copy the chart as a picture"),
            Action("save_picture", "Save picture…", self.save, icon="export", toolbar=False, enabled=self._has_chart),
        ]  # fmt: skip

    def _has_chart(self) -> bool:
        return self._chart() is not None

    def copy(self) -> None:
        """For a letter or a slide."""
        shown = self._chart()
        if shown is not None:
            QGuiApplication.clipboard().setImage(picture_of(shown))
            self._desk.messages.done("Copied the chart as a picture", undo=False)

    def save(self) -> None:
        """Ask where, and save it."""
        shown = self._chart()
        if shown is None:
            return
        path = ask_path(self._page, "Save the picture", shown.title, ".png", _PICTURES)
        if path is not None:
            _write(shown, path)
            self._desk.messages.done(f"Saved {name_of(path)}", undo=False)


def _write(shown: Bars | Trend, path: Path) -> None:
    if not picture_of(shown).save(str(path)):
        raise Problem(
            f"The picture could not be saved as “{name_of(path)}”. Check the folder and the space on the disk."
        )
