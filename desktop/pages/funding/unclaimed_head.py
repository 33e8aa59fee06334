"""What stands above the list, and what stands in its place when nobody is on it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.funding.unclaimed_reading import Read
from desktop.pages.funding.unclaimed_words import empty_sentence, headline, remarks
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from workforce.funding.unclaimed.unclaimed import Found, Unclaimed


class UnclaimedHead(QWidget):
    """A sentence, and beneath it what is to be known of it."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = label("", "section", wrap=True)
        self.remarks = label("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 0, PANE, 0)
        column.setSpacing(2)
        column.addWidget(self.sentence)
        column.addWidget(self.remarks)

    def say(self, sentence: str, more: str) -> None:
        """What is empty takes no room."""
        for words, text in ((self.sentence, sentence), (self.remarks, more)):
            words.setText(text)
            words.setVisible(bool(text))

    def say_of(self, read: Read, shown: Sequence[Unclaimed]) -> None:
        """What the rows shown come to, and what is hidden."""
        self.say(headline(shown), remarks(read, shown))


def nobody_page(found: Found, go: Callable[[str, str], object]) -> EmptyPage:
    """Why nobody is listed, with the one thing to do next; `go` turns to a tab."""
    sentence, tab, verb = empty_sentence(found)
    return EmptyPage(sentence, Action("unclaimed_next", verb, lambda: go(tab, "")))
