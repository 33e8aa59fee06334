"""A field of a form that takes several of some values, ticked in a list that opens beneath it."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from desktop.shell.looks.icons import set_icon
from desktop.widgets.forms.chooser import Chooser
from desktop.widgets.forms.fields import Field
from desktop.widgets.forms.typed import Typed
from resources.tables import Cell

_SHOWN = 2


class FittingButton(QPushButton):
    """Shows the first of its texts that there is room for, else the last."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ("",)

    def say(self, *texts: str) -> None:
        """The texts, the fullest first."""
        self._texts = texts
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room has changed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        around = self.sizeHint().width() - self._wide(self.text().replace("&&", "&"))
        fitting = [text for text in self._texts if self._wide(text) + around <= self.width()]
        self.setText((fitting or self._texts[-1:])[0].replace("&", "&&"))

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)


class SeveralField(Field):
    """`options` are (value, words); `nothing` says what an empty choice means: "Every kind"."""

    def __init__(self, heading: str, options: Sequence[tuple[Any, str]], *, nothing: str) -> None:
        self.button = FittingButton()
        super().__init__(self.button)
        self.button.setAutoDefault(False)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setProperty("kind", "several")
        set_icon(self.button, "chevron-down", role="quiet")
        self._heading, self._options, self._nothing = heading, list(options), nothing
        self._short_nothing = nothing
        self._chosen: tuple[Any, ...] = ()
        self.button.clicked.connect(self._open)
        self._show()

    @property
    def options(self) -> tuple[tuple[Any, str], ...]:
        """What there is to choose from."""
        return tuple(self._options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; what was chosen of those that are no longer offered is chosen no more."""
        self._options = list(options)
        offered = {value for value, _ in options}
        self._chosen = tuple(value for value in self._chosen if value in offered)
        self._show()

    def say_of_nothing(self, words: str, short: str = "") -> None:
        """What an empty choice means now; `short` where there is no room for it."""
        self._nothing, self._short_nothing = words, short or words
        self._show()

    def answer(self) -> tuple[Any, ...]:
        """The values chosen, in the order of the options."""
        return self._chosen

    def show_answer(self, value: Iterable[Any]) -> None:
        """Choose these; one that is no longer offered stays chosen."""
        wanted = tuple(value)
        known = [option for option, _ in self._options]
        self._options += [(one, str(one)) for one in wanted if one not in known]
        self._take(wanted)

    def as_it_stands(self) -> Typed:
        """The words of those chosen."""
        return [words for value, words in self._options if value in self._chosen]

    def stand_as(self, typed: Any) -> None:
        """Choose them again, as far as they are offered."""
        self._take(tuple(value for value, words in self._options if words in typed))

    def told(self) -> str:
        """Those chosen."""
        return ", ".join(words for value, words in self._options if value in self._chosen)

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return not self._chosen

    @Slot()
    def _open(self) -> None:
        words = {str(value): said for value, said in self._options}
        values: list[Cell] = [str(value) for value, _ in self._options]
        chosen = [str(value) for value in self._chosen]
        chooser = Chooser(self._heading, values, chosen, partial(_say, words), self.button)
        chooser.ticked.connect(self._take)
        chooser.show_under(self.button)

    @Slot(tuple)
    def _take(self, chosen: tuple[Any, ...]) -> None:
        wanted = {str(value) for value in chosen}
        self._chosen = tuple(value for value, _ in self._options if str(value) in wanted)
        self._show()
        self._tell()

    def _show(self) -> None:
        said = [words for value, words in self._options if value in self._chosen]
        full = ", ".join(said) if len(said) <= _SHOWN else f"{said[0]} and {len(said) - 1} more"
        short = f"{len(said)} chosen" if len(said) > 1 else full
        self.button.say(full or self._nothing, short or self._short_nothing)
        self.button.setToolTip("\n".join(said) or self._nothing)
        self.button.setAccessibleDescription(", ".join(said) or self._nothing)


def _say(words: dict[str, str], value: Cell) -> str:
    return words.get(str(value), str(value))
