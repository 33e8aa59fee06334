"""The two tables of the results: nominees of a category by place, and what was decided in the round."""

from collections.abc import Callable, Sequence

from awards.results.deciding.decisions import decision, decisions, is_decision
from awards.results.standings import CategoryStanding
from awards.results.tables import DECISION_COLUMNS, STANDING_COLUMNS, decisions_table, standings_table
from desktop.pages.awards.results_detail import Ways, results_detail
from desktop.pages.awards.results_words import decision_detail
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from resources.tables import Table

InPane = Callable[..., Sequence[Action]]
_NOBODY = (
    "No nominee of this category is with the judges. Nominees are sent to them on the Qualifying side; a category in "
    "which nobody was nominated can be left without a winner by “Do not award…” in the menu."
)
_UNDECIDED = (
    "Nothing is decided in this round yet. Honours are decided nominee by nominee, and announced together."
)


class NomineesPart(ListPart):
    """A row for each nominee of a category."""

    def __init__(
        self,
        desk: Desk,
        in_pane: InPane,
        ways: Ways,
        go: Callable[[], object],
        not_award: Callable[[], object],
    ) -> None:
        super().__init__(
            desk, STANDING_COLUMNS, name="awards_results", title="Results", one="Nominee", draw=self._detail,
            empty=EmptyPage(
                _NOBODY, Action("results_go", "Go to Qualifying", go)), chips=("state",),
        )  # fmt: skip
        self._desk, self._in_pane, self._ways = desk, in_pane, ways
        self._standing: CategoryStanding | None = None

    def show_category(self, held: CategoryStanding, *, adjusted: bool) -> None:
        """By the mean, or by the adjusted mean."""
        self._standing = held
        keys = [one.key for one in held.by_place(adjusted=adjusted)]
        self.show_rows(standings_table(held, adjusted=adjusted).rows, keys)

    def _detail(self, key: str) -> Detail | None:
        one = self._standing.of(key) if self._standing else None
        if self._standing is None or one is None:
            return None
        honoured = one.nominee.status.is_pending or one.nominee.status.is_honoured
        actions = self._in_pane("results_note", "results_answer", *(("results_back",) if honoured else ()))
        return results_detail(self._desk.db, self._standing, one, actions, self._ways)


class DecisionsPart(ListPart):
    """A row for each decision of a round, those that ended too."""

    def __init__(self, desk: Desk, in_pane: InPane, back: Callable[[], object]) -> None:
        super().__init__(
            desk, DECISION_COLUMNS, name="awards_decisions", title="Decisions", one="Decision", draw=self._detail,
            empty=EmptyPage(_UNDECIDED, Action("results_nominees", "Show the nominees", back)),
            chips=("category", "outcome"),
        )  # fmt: skip
        self._desk, self._in_pane = desk, in_pane

    def show_round(self, round_id: str) -> None:
        """As they stand."""
        made = decisions(self._desk.db, round_id, ended=True)
        self.show_rows(self.all_of(round_id).rows, [one.id for one in made])

    def all_of(self, round_id: str, name: str = "Awards") -> Table:
        """The whole table."""
        made = decisions(self._desk.db, round_id, ended=True)
        return decisions_table(self._desk.db, made, title=f"{name}: decisions")

    def _detail(self, key: str) -> Detail | None:
        if not is_decision(self._desk.db, key):
            return None
        return decision_detail(self._desk.db, decision(self._desk.db, key), self._in_pane("results_back"))
