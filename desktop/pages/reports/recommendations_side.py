"""Recommendations of every report: what members decided, how far each has come, what was done about it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Slot

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.listed_side import ListedSide
from desktop.pages.reports.recommendation_acts import RecommendationActs
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from engagement.committee.recommendations import MadeBefore, made_before
from engagement.committee.tables import RECOMMENDATION_COLUMNS, recommendation_cells
from engagement.committee.vocabulary import RecommendationOutcome
from resources.tables import ColumnKind
from resources.wording import capital_first, date_words

NOTHING = (
    "No report has a recommendation yet. Write them on “Compose”; once members decided, what became of each is kept "
    "here and told in the next report."
)
_COMPOSE = "Compose"


class RecommendationsSide(ListedSide):
    """A table of them, those of the latest meeting first, and beside it all that became of the one with the cursor."""

    tab, kept_in = "Recommendations", "recommendation"
    beside = ("recommendation_step", "recommendation_decide")

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._held: dict[str, MadeBefore] = {}
        self.acts = RecommendationActs(desk, self, self.at_cursor, now=self._now)
        part = ListPart(
            desk, RECOMMENDATION_COLUMNS, name="recommendations", title="Recommendations", one="Recommendation",
            empty=EmptyPage(NOTHING), draw=self._detail, chips=("committee", "outcome", "progress"),
        )  # fmt: skip
        self.lay_out(part)
        part.opened.connect(self._note)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With recommendations."""
        acts, one = self.acts, self._may_change
        return [
            Action("recommendation_step", "Note what was done…", acts.note, icon="add", primary=True, enabled=one),
            Action("recommendation_decide", "What was decided…", acts.decide, icon="check", enabled=one),
            Action("recommendation_steps", "Steps…", acts.steps, icon="edit", enabled=one,
                   tip="What was noted until now, to put right"),
            Action("recommendation_report", "Compose its report", self._compose, icon="reports",
                   enabled=self.is_one),
        ]  # fmt: skip

    def at_cursor(self) -> MadeBefore | None:
        """The recommendation with the cursor."""
        return self._held.get(self.part.key)

    def _may_change(self) -> bool:
        return self.may_write() and self.is_one()

    @Slot(str)
    def _note(self, _key: str) -> None:
        if self._may_change():
            self.acts.note()

    def _compose(self) -> None:
        held = self.at_cursor()
        if held is not None:
            self.chosen.choose(held.recommendation.report_id)
            self.turn_to.emit(_COMPOSE, "")

    # What is shown

    @Slot()
    def reload(self) -> None:
        """All of them as they stand now."""
        held = made_before(self._desk.db)
        self._held = {one.recommendation.id: one for one in held}
        self.part.show_rows([recommendation_cells(one) for one in held], keys=list(self._held))
        self.tell()

    def _detail(self, key: str) -> Detail | None:
        held = self._held.get(key)
        return recommendation_detail(held, self.actions_beside()) if held is not None else None

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is a recommendation’s."""
        return key in {one.recommendation.id for one in made_before(self._desk.db)}

    def status_text(self) -> str:
        """How many, and how many of them still need something."""
        waiting = sum(one.is_open for one in self._held.values())
        return f"{super().status_text()}, {waiting} open" if self.part.has_rows else ""


def recommendation_detail(held: MadeBefore, actions: Sequence[Action]) -> Detail:
    """One in full."""
    one = held.recommendation
    pills = [(ColumnKind.STATUS, one.outcome.label)]
    if held.is_accepted:
        pills.append((ColumnKind.STATUS, one.progress.label))
    done = tuple(
        Line(f"{date_words(step.on_day)}: {step.progress.label.lower()}", step.text)
        for step in reversed(held.steps)
    )
    decided = one.outcome is not RecommendationOutcome.NOT_DECIDED
    return Detail(
        capital_first(one.text),
        f"Recommendation {one.place} of {held.title}",
        pills=tuple(pills),
        actions=actions,
        sections=(
            Section("Decision", (
                Line("Committee", held.committee),
                Line("Meeting", date_words(held.meets_on)),
                Line("Decided on", date_words(one.decided_on) if decided and one.decided_on else ""),
                Line("In the minutes", one.decision),
            )),
            *([Section("What was done", done, stacked=True)] if done else []),
        ),
    )  # fmt: skip
