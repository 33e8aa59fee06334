"""Who fits which post, and what would make it a yes."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from desktop import clock
from desktop.pages.iwork.best_assignment_part import BestAssignmentPart
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.matching_acts import MatchingActs
from desktop.pages.iwork.matching_detail import match_detail
from desktop.pages.iwork.matching_head import BEST, PEOPLE, POSTS, RULES, WHAT_IF, MatchingHead
from desktop.pages.iwork.matching_menu import MatchingMenu
from desktop.pages.iwork.matching_parts import MatchesPart, RulesPart
from desktop.pages.iwork.what_if_part import WhatIfPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import put_beside
from desktop.widgets.parts import label
from resources.tables import Table
from workforce.iwork.matching.facts import MatchPerson, MatchPost
from workforce.iwork.matching.ranking import Match
from workforce.iwork.matching.reading import Pool, read_pool
from workforce.iwork.matching.rules_by_hand import rules_between
from workforce.iwork.matching.tables import told_people

Part = MatchesPart | BestAssignmentPart | WhatIfPart | RulesPart
_NONE = {
    PEOPLE: ("No post is open, or nobody is looking for one.", "Posts"),
    POSTS: ("Nobody is on the register, or no post is open.", "People"),
    BEST: ("No post is open, or nobody is looking for one.", "Posts"),
    WHAT_IF: ("There is nothing that employers could be asked to let more people fit.", "Posts"),
}
_NO_RULES = "Nothing was decided by hand yet. Pin or ban a pair from its row under “People for a post”."


class MatchingSide(IWorkSide):
    """People for a post, posts for a person, the best for all, what could be asked, and what was decided by hand."""

    tab = "Matching"

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, office, now=now)
        self._pool: Pool | None = None
        self._told: dict[str, str] = {}
        self.head = MatchingHead()
        self.acts = MatchingActs(
            desk, self, self.pair, rule=self.rule_key, today=self._today, looked=self.looked
        )
        self.menu = MatchingMenu(self.acts, self)
        self.people = MatchesPart(desk, _nothing(self, PEOPLE), self._detail, of_post=True)
        self.posts = MatchesPart(desk, _nothing(self, POSTS), self._detail, of_post=False)
        self.best = BestAssignmentPart(desk, _nothing(self, BEST), self._detail, self._looked)
        self.what_if = WhatIfPart(desk, _nothing(self, WHAT_IF), self._looked)
        self.rules = RulesPart(desk, EmptyPage(_NO_RULES), self._looked, self.menu.in_pane)
        self._parts: dict[str, Part] = {
            PEOPLE: self.people, POSTS: self.posts, BEST: self.best, WHAT_IF: self.what_if, RULES: self.rules,
        }  # fmt: skip
        self._lay_out()
        for part in self._parts.values():
            part.moved.connect(self._tell)
        self.what_if.reckoned.connect(self._tell)
        self.head.view.changed.connect(self.reload)
        self.head.which.changed.connect(self._turn)
        self.head.words.changed.connect(self._turn)

    def _lay_out(self) -> None:
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        put_beside(self.head.row, (self.row,), share=2)
        self.sentence = label("", "quiet", wrap=True)
        told = QVBoxLayout()
        told.setContentsMargins(PANE, 0, PANE, 0)
        told.addWidget(self.sentence)
        self._pile = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.head.row)
        column.addLayout(told)
        column.addLayout(self._pile, 1)
        for part in self._parts.values():  # once they have a place: what is shown without one stays too high
            self._pile.addWidget(part)

    def actions_here(self) -> list[Action]:
        """Pins, bans, weights, the shortlist."""
        return self.menu.listed()

    # What is chosen

    @property
    def shown(self) -> Part:
        """The list that is shown."""
        return self._parts[self.head.shown]

    def _chosen(self) -> Match | None:
        part = self.shown
        return part.chosen() if isinstance(part, MatchesPart | BestAssignmentPart) else None

    def pair(self) -> tuple[MatchPerson, MatchPost] | None:
        """The pair that the cursor is on."""
        found = self._chosen()
        return None if found is None else (found.person, found.post)

    def post(self) -> MatchPost | None:
        """The post whose shortlist can be saved."""
        if self._pool is not None and self.head.shown in (PEOPLE, WHAT_IF) and self.head.key:
            return self._pool.post(self.head.key)
        found = self._chosen()
        return None if found is None else found.post

    def rule_key(self) -> str:
        """The pin or ban that the cursor is on, in the list of them."""
        return self.rules.key if self.shown is self.rules else ""

    # What is shown

    @Slot()
    def reload(self) -> None:
        """Everybody and every post as they stand now; what was chosen stays chosen."""
        self._read("")

    def _read(self, wanted: str) -> None:
        self._pool = read_pool(self._desk.db, today=self._today())
        self._told = told_people(self._desk.db)
        self.head.offer(self._pool, self._told, wanted)
        self._turn()

    @Slot()
    def _turn(self) -> None:
        pool, part = self._pool, self.shown
        if pool is None:
            return
        self._pile.setCurrentWidget(part)
        if isinstance(part, MatchesPart):
            part.show_of(pool, self._told, self.head.key)
        elif isinstance(part, RulesPart):
            part.read()
        elif isinstance(part, WhatIfPart):
            part.show_pool(pool, self._told, pool.post(self.head.key) if self.head.key else None)
        else:
            part.show_pool(pool, self._told)
        self._tell()

    def _detail(self, one: Match) -> Detail:
        self._looked(one.person.key)
        rules = rules_between(self._desk.db, one.person.key, one.post.key)
        told = self._told.get(one.person.key, one.person.reference)
        return match_detail(one, told, rules, self.menu.in_pane(), words=str(self.head.words.answer()))

    def _looked(self, key: str) -> None:
        self.looked(key, "Match")

    @Slot()
    def _tell(self) -> None:
        said = self.shown.sentence if self.shown.has_rows else ""
        self.sentence.setText(said)
        self.sentence.setVisible(bool(said))
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def show_row(self, key: str) -> None:
        """People for a post, or posts for a person: whoever turned here from another side."""
        pool = read_pool(self._desk.db, today=self._today())
        of_post = any(one.key == key for one in pool.posts)
        if of_post or any(one.key == key for one in pool.people):
            self.head.turn_to(PEOPLE if of_post else POSTS)
            self._read(key)

    def table(self) -> Table | None:
        """The rows shown."""
        return self.shown.shown() if self.shown.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The pin or ban chosen."""
        return "placing_rule", self.rule_key()

    def status_text(self) -> str:
        """How many rows."""
        return self.shown.pane.rows_words if self.shown.has_rows else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.shown.focus_first()

    def focus_filter(self) -> None:
        """The filter of what is shown."""
        self.shown.pane.bar.focus_field()


def _nothing(side: MatchingSide, view: str) -> EmptyPage:
    sentence, tab = _NONE[view]
    go = partial(side.turn_to.emit, tab, "")
    return EmptyPage(sentence, Action(f"{view}_begin", f"Go to {tab.lower()}", go))
