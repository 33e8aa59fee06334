"""The lists of the side Matching: people for a post, posts for somebody, and what was decided by hand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from resources.database import Database
from resources.tables import Table
from resources.wording import date_words
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.ranking import HOW_ORDERED, SUGGESTION, Match, people_for, posts_for
from workforce.iwork.matching.reading import Pool
from workforce.iwork.matching.rules_by_hand import placing_rule, placing_rules
from workforce.iwork.matching.tables import (
    RULE_COLUMNS,
    headline,
    match_columns,
    match_row,
    rule_row,
    told_post,
)


class MatchesPart(ListPart):
    """Matches in order. `of_post`: people for one post; otherwise posts for one person."""

    def __init__(
        self, desk: Desk, empty: EmptyPage, draw: Callable[[Match], Detail], *, of_post: bool
    ) -> None:
        self._of_post, self._draw_match = of_post, draw
        self._found: dict[str, Match] = {}
        self._whose = self.sentence = ""
        super().__init__(
            desk, match_columns(of_post=of_post), name=f"iwork_match_{'people' if of_post else 'posts'}",
            title="People for a post" if of_post else "Posts for a person", one="Match", empty=empty,
            draw=self._drawn, chips=("standing",) if of_post else ("standing", "employer"), sizes=(760, 418),
        )  # fmt: skip

    def show_of(self, pool: Pool, told: Mapping[str, str], key: str) -> None:
        """Of the post or the person with this key, in order; of nobody without one."""
        self._whose, found = "", []
        if key and self._of_post:
            self._whose, found = told_post(pool.post(key)), people_for(pool, pool.post(key))
        elif key:
            self._whose, found = pool.person(key).reference, posts_for(pool, pool.person(key))
        lead = f"{headline(found, pool.post(key))} " if key and self._of_post else ""
        self.sentence = f"{lead}{HOW_ORDERED}" if found else lead
        self._found = {(one.person if self._of_post else one.post).key: one for one in found}
        self.show_rows([match_row(one, told, of_post=self._of_post) for one in found], list(self._found))

    def chosen(self) -> Match | None:
        """The match that the cursor is on."""
        return self._found.get(self.key) if self.has_rows else None

    def shown(self) -> Table:
        """The rows shown, and of what."""
        table = self.table((SUGGESTION,))
        return replace(table, title=f"{table.title}: {self._whose}", exempt=IDENTITY)

    def _drawn(self, key: str) -> Detail | None:
        one = self._found.get(key)
        return None if one is None else self._draw_match(one)


class RulesPart(ListPart):
    """Pins and bans, those that ended too."""

    sentence = ""

    def __init__(
        self, desk: Desk, empty: EmptyPage, looked: Callable[[str], None],
        actions: Callable[[], Sequence[Action]] = tuple,
    ) -> None:  # fmt: skip
        self._actions = actions
        self._vault: Database = desk.db
        self._looked = looked
        super().__init__(
            desk, RULE_COLUMNS, name="iwork_placing_rules", title="Pins and bans", one="Pin or ban", empty=empty,
            draw=self._drawn, chips=("kind",),
        )  # fmt: skip

    def read(self) -> None:
        """As they stand now."""
        held = placing_rules(self._vault, ended=True)
        self.show_rows([rule_row(self._vault, one) for one in held], [one.id for one in held])

    def shown(self) -> Table:
        """The rows shown."""
        return replace(self.table(), exempt=IDENTITY)

    def _drawn(self, key: str) -> Detail | None:
        one = placing_rule(self._vault, key)
        self._looked(one.person_id)
        who, kind, where, *_ = rule_row(self._vault, one)
        ended = (
            ()
            if one.ended_on is None
            else (Line("Ended", date_words(one.ended_on)), Line("Why", one.ended_reason))
        )
        lines = (
            Line("Made", f"{date_words(one.made_on)}, by {one.made_by}"),
            Line("Why", one.reason),
            *ended,
        )
        acts = self._actions() if one.stands else ()
        return Detail(
            f"{who}: {kind}", str(where), actions=acts, sections=(Section("What was decided", lines),)
        )
