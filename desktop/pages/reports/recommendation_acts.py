"""What is done about recommendations: what members decided, and each step since."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.committee.outcome import Decided, DecideRecommendation, NotedStep, NoteStep
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.committee.recommendations import (
    MadeBefore,
    RecommendationStep,
    decide,
    edit_step,
    note_step,
    recommendation,
    remove_step,
    step,
    steps_of,
)
from engagement.committee.tables import steps_table
from engagement.committee.vocabulary import RecommendationOutcome
from resources.database import Database
from resources.tables import Table
from resources.wording import in_london


class RecommendationActs(QObject):
    """Acts on the recommendation that `current` gives, over `view`."""

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        current: Callable[[], MadeBefore | None],
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._current, self._now = desk, view, current, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    # The decision

    def decide(self) -> None:
        """What members decided of it."""
        held = self._current()
        if held is not None:
            dialog = DecideRecommendation(held, self._today(), self._view)
            dialog.ask(partial(self._decided, held.recommendation.id))

    def _decided(self, key: str, asked: Decided) -> None:
        before = recommendation(self._desk.db, key)
        made = decide(self._desk.db, key, asked.outcome, on=asked.on, words=asked.words, today=self._today())
        if made == before:
            self._desk.messages.done("Nothing was changed", undo=False)
        elif made.outcome is RecommendationOutcome.NOT_DECIDED:
            self._desk.messages.done(f"Took back the decision on: {made.name}")
        else:
            self._desk.messages.done(f"{made.outcome.label}: {made.name}")

    # What was done

    def note(self) -> None:
        """One step more."""
        held = self._current()
        if held is not None:
            one = held.recommendation
            NoteStep(one.text, self._today(), self._view).ask(partial(self._noted, one.id))

    def _noted(self, key: str, asked: NotedStep) -> RecommendationStep:
        made = note_step(
            self._desk.db, key, asked.text, on=asked.on, progress=asked.progress, today=self._today()
        )
        self._desk.messages.done(f"Noted what was done about: {recommendation(self._desk.db, key).name}")
        return made

    def steps(self) -> KeptList | None:
        """Every step in a list of its own, to put right."""
        held = self._current()
        if held is None:
            return None
        key = held.recommendation.id
        made = KeptList(
            "What was done", held.recommendation.text, partial(_read, self._desk.db, key), self._view,
            name="recommendation_steps",
        )  # fmt: skip
        one = made.has_row
        made.offer([
            Action("step_add", "Note what was done…", partial(self._add, made, key), icon="add"),
            Action("step_edit", "Change…", partial(self._edit, made), icon="edit", enabled=one),
            Action("step_remove", "Remove", partial(self._remove, made), enabled=one),
        ])  # fmt: skip
        made.open()
        return made

    def _add(self, shown: KeptList, key: str) -> None:
        about = recommendation(self._desk.db, key).text
        NoteStep(about, self._today(), shown).ask(partial(self._added, shown, key))

    def _added(self, shown: KeptList, key: str, asked: NotedStep) -> None:
        made = self._noted(key, asked)
        shown.reload()
        shown.table.go_to(made.id)

    def _edit(self, shown: KeptList) -> None:
        held = step(self._desk.db, shown.key)
        about = recommendation(self._desk.db, held.recommendation_id).text
        NoteStep(about, self._today(), shown, held=held).ask(partial(self._edited, shown, held.id))

    def _edited(self, shown: KeptList, key: str, asked: NotedStep) -> None:
        edit_step(self._desk.db, key, asked.text, on=asked.on, progress=asked.progress, today=self._today())
        shown.reload()

    def _remove(self, shown: KeptList) -> None:
        remove_step(self._desk.db, shown.key)
        shown.reload()


def _read(db: Database, key: str) -> tuple[Table, list[str]]:
    return steps_table(db, key), [one.id for one in steps_of(db, key)]
