"""What is chosen above the side Matching: which list, for which post or person, and for whom sentences are written."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QHBoxLayout

from desktop.pages.iwork.matching_detail import EASY, TEAM
from desktop.widgets.forms.choice_row import add_choice, row_of_choices
from workforce.iwork.matching.reading import Pool
from workforce.iwork.matching.tables import told_post

PEOPLE, POSTS, BEST, WHAT_IF, RULES = "people", "posts", "best", "what_if", "rules"
_VIEWS = [
    (PEOPLE, "People for a post"),
    (POSTS, "Posts for a person"),
    (BEST, "Best assignment"),
    (WHAT_IF, "What if"),
    (RULES, "Pins and bans"),
]
_WHOLE = {BEST: "Everybody who is looking", WHAT_IF: "The whole register", RULES: "Everybody"}


class MatchingHead(QObject):
    """Three choices in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.row: QHBoxLayout = row_of_choices()
        self.view = add_choice(self.row, "Show", _VIEWS, least_letters=16)
        self.view.show_answer(PEOPLE)
        self.which = add_choice(self.row, "For", least_letters=26)
        self.words = add_choice(
            self.row, "Sentences", [(TEAM, "For the team"), (EASY, "In easy words")], least_letters=12
        )
        self.words.show_answer(TEAM)

    @property
    def shown(self) -> str:
        """Which list."""
        return str(self.view.answer() or PEOPLE)

    @property
    def key(self) -> str:
        """For which post or person; of the whole register where it is empty."""
        return str(self.which.answer() or "")

    def turn_to(self, view: str) -> None:
        """Another list, without a signal."""
        with QSignalBlocker(self.view):
            self.view.show_answer(view)

    def offer(self, pool: Pool, told: Mapping[str, str], wanted: str = "") -> None:
        """What there is to choose from; what was chosen stays, unless another is `wanted`."""
        offered: list[tuple[object, str]] = []
        if self.shown in (PEOPLE, WHAT_IF):
            offered = [(one.key, told_post(one)) for one in pool.posts]
        elif self.shown == POSTS:
            offered = [(one.key, told[one.key]) for one in pool.people]
        if self.shown in _WHOLE:
            offered.insert(0, ("", _WHOLE[self.shown]))
        keys = [key for key, _ in offered]
        chosen = wanted or self.key
        with QSignalBlocker(self.which):
            self.which.set_options(offered)
            self.which.show_answer(chosen if chosen in keys else next(iter(keys), None))
        self.which.widget.setEnabled(len(offered) > 1 or bool(self.key))
