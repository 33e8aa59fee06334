"""What employers could be asked: for one post what opens it to most people, for the register what places most."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from desktop.pages.sides.list_part import ListPart
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from resources.tables import Table
from resources.wording import and_list
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.matching.assigning.tables import WHAT_IF_COLUMNS, gain_row, opened_row
from workforce.iwork.matching.assigning.what_if import Gain, Opened, post_what_if, register_what_if
from workforce.iwork.matching.facts import MatchPerson, MatchPost
from workforce.iwork.matching.judging import judge
from workforce.iwork.matching.ranking import SUGGESTION
from workforce.iwork.matching.reading import Pool
from workforce.iwork.matching.tables import told_post

AT_ONCE = 6_000
"""So many pairs are reckoned while somebody waits; more of them in a job with its bar."""


class WhatIfPart(ListPart):
    """A row for each thing that could be asked. `reckoned` when a longer reckoning is done."""

    reckoned = Signal()

    def __init__(self, desk: Desk, empty: EmptyPage, looked: Callable[[str], None]) -> None:
        self._desk, self._looked = desk, looked
        self._told: Mapping[str, str] = {}
        self._pool: Pool | None = None
        self._post: MatchPost | None = None
        self._of: dict[str, Opened | Gain] = {}
        super().__init__(
            desk, WHAT_IF_COLUMNS, name="iwork_what_if", title="What if", one="What could be asked", empty=empty,
            draw=self._drawn, chips=("kind",), sizes=(760, 418),
        )  # fmt: skip

    def show_pool(self, pool: Pool, told: Mapping[str, str], post: MatchPost | None = None) -> None:
        """Of one post, or of the whole register."""
        self._pool, self._told, self._post = pool, told, post
        if post is not None:
            self._show(post_what_if(pool, post))
        elif len(pool.people) * len(pool.posts) <= AT_ONCE:
            self._show(register_what_if(pool))
        else:
            self._show(())
            self._desk.jobs.run("Reckoning what could be asked", partial(_reckon, pool),
                                done=partial(self._reckoned, pool), writes=False)  # fmt: skip

    def _reckoned(self, pool: Pool, found: tuple[Gain, ...]) -> None:
        """What came of the job, unless something else is shown by now. As the register locks its jobs are dropped."""
        if self._pool is pool and self._post is None:
            self._show(found)
            self.reckoned.emit()

    def _show(self, found: Sequence[Opened | Gain]) -> None:
        self._of = {str(at): one for at, one in enumerate(found)}
        rows = [
            opened_row(one, self._told) if isinstance(one, Opened) else gain_row(one, self._told)
            for one in self._of.values()
        ]
        self.show_rows(rows, list(self._of))

    @property
    def sentence(self) -> str:
        """The thing that would do most."""
        first = next(iter(self._of.values()), None)
        return "" if first is None else f"Most would come of this. {first.sentence}"

    def shown(self) -> Table:
        """The rows shown."""
        of = told_post(self._post) if self._post is not None else "the register"
        table = self.table((SUGGESTION,))
        return replace(table, title=f"What if: {of}", exempt=IDENTITY)

    def _drawn(self, key: str) -> Detail | None:
        one = self._of.get(key)
        if one is None:
            return None
        posts = (one.post,) if isinstance(one, Opened) else one.posts
        asked = Section(
            "Asked of", [Line(told_post(post), post.employer_name) for post in posts], stacked=True
        )
        sections = [asked]
        if isinstance(one, Opened):
            sections.append(self._people("Would fit then", one.people, one.post))
        else:
            sections.append(self._people("Would be placed then, and are not now", one.newly_placed, None))
            sections.append(self._people("Would fit then", one.opened, posts[0] if len(posts) == 1 else None))
        return Detail(one.step.for_team, SUGGESTION, sections=tuple(part for part in sections if part.lines))

    def _people(self, title: str, people: tuple[MatchPerson, ...], post: MatchPost | None) -> Section:
        """Each with what is in the way now, where it is one post; otherwise only who."""
        if post is None or self._pool is None:
            told = [self._told.get(one.key, one.reference) for one in people]
            return Section(title, [Line("Who", and_list(told))] if told else [], stacked=True)
        lines = []
        for one in people:
            self._looked(one.key)
            now = " ".join(found.for_team for found in judge(one, post, self._pool.rules).unmet)
            lines.append(Line(self._told.get(one.key, one.reference), now or "Fits now already."))
        return Section(title, lines, stacked=True)


def _reckon(pool: Pool, progress: Progress) -> tuple[Gain, ...]:
    return register_what_if(pool, step=lambda done, total: progress.step(done, total, "Asking each employer"))
