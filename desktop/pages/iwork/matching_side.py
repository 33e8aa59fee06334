"""Who fits which post, and what would make it a yes."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from desktop import clock
from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.matching_acts import MatchingActs
from desktop.pages.iwork.matching_detail import EASY, TEAM, match_detail
from desktop.pages.iwork.matching_menu import MatchingMenu
from desktop.pages.iwork.matching_parts import MatchesPart, RulesPart
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import label
from resources.tables import Table
from workforce.iwork.matching.facts import MatchPerson, MatchPost
from workforce.iwork.matching.ranking import Match, people_for, posts_for
from workforce.iwork.matching.reading import Pool, read_pool
from workforce.iwork.matching.rules_by_hand import rules_between
from workforce.iwork.matching.tables import headline, told_people, told_post
from workforce.iwork.people.views import note_view

PEOPLE, POSTS, RULES = "people", "posts", "rules"
_VIEWS = [(PEOPLE, "People for a post"), (POSTS, "Posts for a person"), (RULES, "Pins and bans")]


class MatchingSide(IWorkSide):
    """People for a post or posts for a person, each with its reasons, and what was decided by hand."""

    tab = "Matching"

    def __init__(self, desk: Desk, office: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, office, now=now)
        self._pool: Pool | None = None
        self._told: dict[str, str] = {}
        self.acts = MatchingActs(desk, self, self.pair, rule=self.rule_key, today=self._today)
        self.menu = MatchingMenu(self.acts, self)
        self.people = MatchesPart(desk, self._none(PEOPLE), self._detail, of_post=True)
        self.posts = MatchesPart(desk, self._none(POSTS), self._detail, of_post=False)
        self.rules = RulesPart(desk, self._none(RULES))
        self._lay_out()
        for part in (self.people, self.posts, self.rules):
            part.moved.connect(self._tell)
        self.view.changed.connect(self.reload)
        self.which.changed.connect(self._turn)
        self.words.changed.connect(self._turn)

    def _none(self, view: str) -> EmptyPage:
        if view == RULES:
            return EmptyPage(
                "Nothing was decided by hand yet. Pin or ban a pair from its row under “People for a post”."
            )
        if view == PEOPLE:
            go = partial(self.turn_to.emit, "Posts", "")
            return EmptyPage(
                "No post is open, or nobody is looking for one.", Action("to_posts", "Go to the posts", go)
            )
        go = partial(self.turn_to.emit, "People", "")
        return EmptyPage(
            "Nobody is on the register, or no post is open.", Action("to_people", "Go to the people", go)
        )

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.view = add_choice(head, "Show", _VIEWS, least_letters=16)
        self.view.show_answer(PEOPLE)
        self.which = add_choice(head, "For", least_letters=26)
        self.words = add_choice(
            head, "Sentences", [(TEAM, "For the team"), (EASY, "In easy words")], least_letters=12
        )
        self.words.show_answer(TEAM)
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        put_beside(head, (self.row,), share=2)
        self.sentence = label("", "quiet", wrap=True)
        told = QVBoxLayout()
        told.setContentsMargins(PANE, 0, PANE, 0)
        told.addWidget(self.sentence)
        self._pile = QStackedLayout()
        for part in (self.people, self.posts, self.rules):
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(told)
        column.addLayout(self._pile, 1)

    def actions_here(self) -> list[Action]:
        """Pins, bans, weights, the shortlist."""
        return self.menu.listed()

    # What is chosen

    def _chosen(self) -> Match | None:
        part = self._pile.currentWidget()
        return part.chosen() if isinstance(part, MatchesPart) else None

    def pair(self) -> tuple[MatchPerson, MatchPost] | None:
        """The pair that the cursor is on."""
        found = self._chosen()
        return None if found is None else (found.person, found.post)

    def post(self) -> MatchPost | None:
        """The post whose shortlist can be saved."""
        if self._pool is not None and self.view.answer() == PEOPLE and self.which.answer():
            return self._pool.post(str(self.which.answer()))
        found = self._chosen()
        return None if found is None else found.post

    def rule_key(self) -> str:
        """The pin or ban that the cursor is on, in the list of them."""
        return self.rules.key if self._pile.currentWidget() is self.rules else ""

    # What is shown

    @Slot()
    def reload(self) -> None:
        """Everybody and every post as they stand now; what was chosen stays chosen."""
        self._pool = read_pool(self._desk.db, today=self._today())
        self._told = told_people(self._desk.db)
        view, before = self.view.answer(), self.which.answer()
        offered = [(one.key, told_post(one)) for one in self._pool.posts]
        if view == POSTS:
            offered = [(one.key, self._told[one.key]) for one in self._pool.people]
        keys = [key for key, _ in offered]
        with QSignalBlocker(self.which):
            self.which.set_options(offered)
            self.which.show_answer(before if before in keys else next(iter(keys), None))
        self.which.widget.setEnabled(view != RULES and bool(offered))
        self._turn()

    @Slot()
    def _turn(self) -> None:
        pool, view, key = self._pool, self.view.answer(), self.which.answer()
        if pool is None:
            return
        said = ""
        if view == RULES:
            self._pile.setCurrentWidget(self.rules)
            self.rules.read()
        elif view == PEOPLE:
            self._pile.setCurrentWidget(self.people)
            found = people_for(pool, pool.post(str(key))) if key else []
            self.people.show_matches(found, self._told)
            said = headline(found, pool.post(str(key))) if key else ""
        else:
            self._pile.setCurrentWidget(self.posts)
            self.posts.show_matches(posts_for(pool, pool.person(str(key))) if key else [], self._told)
        self.sentence.setText(said)
        self.sentence.setVisible(bool(said))
        self._tell()

    def _detail(self, one: Match) -> Detail:
        if not self._desk.opened.read_only:
            note_view(self._desk.db, one.person.key, "Match", now=self._now())
        rules = rules_between(self._desk.db, one.person.key, one.post.key)
        told = self._told.get(one.person.key, one.person.reference)
        return match_detail(one, told, rules, self.menu.in_pane(), words=str(self.words.answer() or TEAM))

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def show_row(self, key: str) -> None:
        """A post or a person: whoever turned here from another side."""
        pool = read_pool(self._desk.db, today=self._today())
        of_post = any(one.key == key for one in pool.posts)
        if of_post or any(one.key == key for one in pool.people):
            with QSignalBlocker(self.view):
                self.view.show_answer(PEOPLE if of_post else POSTS)
            self.reload()
            self.which.show_answer(key)

    def table(self) -> Table | None:
        """The rows shown."""
        part = self._pile.currentWidget()
        if not isinstance(part, ListPart) or not part.has_rows:
            return None
        if isinstance(part, MatchesPart):
            return part.shown(self._whose())
        return self.rules.shown()

    def _whose(self) -> str:
        pool, key = self._pool, str(self.which.answer() or "")
        if pool is None or not key:
            return ""
        return told_post(pool.post(key)) if self.view.answer() == PEOPLE else pool.person(key).reference

    def row_for_history(self) -> tuple[str, str]:
        """The pin or ban chosen."""
        return "placing_rule", self.rule_key()

    def status_text(self) -> str:
        """How many rows."""
        part = self._pile.currentWidget()
        return part.pane.rows_words if isinstance(part, ListPart) else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        part = self._pile.currentWidget()
        if isinstance(part, ListPart):
            part.focus_first()

    def focus_filter(self) -> None:
        """The filter of what is shown."""
        part = self._pile.currentWidget()
        if isinstance(part, ListPart):
            part.pane.bar.focus_field()
