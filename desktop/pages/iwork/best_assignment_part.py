"""The best assignment of everybody who looks for a post, with its ties, and why somebody is not placed."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop.pages.sides.list_part import ListPart
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from resources.tables import ColumnKind, Table
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.assigning.explaining import Unplaced, Why
from workforce.iwork.matching.assigning.planning import Plan, Suggested, plan_of
from workforce.iwork.matching.assigning.tables import PLAN_COLUMNS, given_of, plan_notes, plan_row
from workforce.iwork.matching.changes import changes
from workforce.iwork.matching.ranking import NO_CHANGE, SUGGESTION, Match, match
from workforce.iwork.matching.reading import Pool
from workforce.iwork.matching.tables import told_post

NEAREST = 3
"""For how many posts it is said what would make them fit."""


class BestAssignmentPart(ListPart):
    """A row for each person. `draw` says what the pane shows of a pair, `looked` hears of whom it shows."""

    def __init__(
        self, desk: Desk, empty: EmptyPage, draw: Callable[[Match], Detail], looked: Callable[[str], None]
    ) -> None:
        self._draw_match, self._looked = draw, looked
        self._pool: Pool | None = None
        self._plan: Plan | None = None
        self._told: Mapping[str, str] = {}
        self._of: dict[str, Suggested | Unplaced] = {}
        super().__init__(
            desk, PLAN_COLUMNS, name="iwork_best_assignment", title="Best assignment", one="Suggestion", empty=empty,
            draw=self._drawn, chips=("given", "employer"), sizes=(760, 418),
        )  # fmt: skip

    def show_pool(self, pool: Pool, told: Mapping[str, str]) -> None:
        """Of these people and posts."""
        self._pool, self._told, self._plan = pool, told, plan_of(pool)
        self._of = {one.person.key: one for one in self._plan.people}
        self.show_rows([plan_row(one, told) for one in self._of.values()], list(self._of))

    def chosen(self) -> Match | None:
        """The pair that the cursor is on; None where somebody has no post."""
        one = self._of.get(self.key) if self.has_rows else None
        if not isinstance(one, Suggested) or self._pool is None:
            return None
        return match(one.person, one.post, self._pool.rules)

    @property
    def sentence(self) -> str:
        """What came of it, pins to look at, and places left."""
        if self._plan is None:
            return ""
        left = f"{len(self._plan.left)} with places left." if self._plan.left else ""
        return " ".join(
            part for part in (self._plan.sentence, *self._plan.troubles, left and f"Posts: {left}") if part
        )

    def shown(self) -> Table:
        """The rows shown."""
        notes = plan_notes(self._plan) if self._plan is not None else ()
        return replace(self.table(notes), exempt=IDENTITY)

    def _drawn(self, key: str) -> Detail | None:
        one = self._of.get(key)
        if one is None:
            return None
        pair = self.chosen()
        if isinstance(one, Suggested) and pair is not None:
            return _with_tie(self._draw_match(pair), one)
        self._looked(key)
        return self._alone(one) if isinstance(one, Unplaced) else None

    def _alone(self, one: Unplaced) -> Detail:
        told = self._told.get(one.person.key, one.person.reference)
        return Detail(
            told, SUGGESTION, ((ColumnKind.STATUS, given_of(one).label),),
            sections=(Section("Why not", (Line("In short", one.sentence),), stacked=True), *self._near(one)),
        )  # fmt: skip

    def _near(self, one: Unplaced) -> list[Section]:
        if one.why is Why.CONSENT or not one.posts or self._pool is None:
            return []
        if one.why is Why.ALL_TAKEN:
            lines = [Line(told_post(post), post.employer_name) for post in one.posts]
            return [Section("Posts that fit", lines, stacked=True)]
        lines = []
        for post in one.posts[:NEAREST]:
            ways = changes(one.person, post, self._pool.rules)
            lines.append(Line(told_post(post), ways[0].for_team if ways else NO_CHANGE))
        return [Section("What would make the nearest a yes", lines, stacked=True)]


def _with_tie(detail: Detail, one: Suggested) -> Detail:
    if not one.is_tie:
        return detail
    lines = [Line(told_post(post), post.employer_name) for post in one.others]
    tie = Section("Just as good for everybody together", [Line("In short", one.tie), *lines], stacked=True)
    return replace(detail, sections=(tie, *detail.sections))
