"""What is done with the categories, criteria and checklist of a round: each act asks and makes one change."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.rounds import categories, checklist, criteria
from awards.rounds.categories import Category, CategoryEdits
from awards.rounds.criteria import Criterion
from desktop.dialogs.awards.round_kept import WriteCategory, WriteCheck, WriteCriterion, WrittenCriterion
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import change
from resources.wording import count_of, shortened


class KeptActs(QObject):
    """Acts on one list of the round whose key `round_id` gives, and on the row that `key` gives. `added` has a key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, round_id: Callable[[], str], key: Callable[[], str]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._round_id, self._key = desk, view, round_id, key

    def add(self) -> None:
        """One more."""

    def edit(self) -> None:
        """Put the row right."""

    def remove(self) -> None:
        """Take the row out."""

    def move(self, by: int) -> None:
        """Up or down."""

    def _done(self, said: str) -> None:
        self._desk.messages.done(said)


class CategoryActs(KeptActs):
    """Categories."""

    def _current(self) -> Category:
        return categories.category(self._desk.db, self._key())

    def add(self) -> None:
        """One more."""
        WriteCategory(self._view).ask(self._added)

    def _added(self, facts: CategoryEdits) -> None:
        rest = {name: value for name, value in facts.items() if name not in ("name", "nominee_kind")}
        made = categories.add_category(
            self._desk.db, self._round_id(), facts["name"], facts["nominee_kind"], **rest  # type: ignore[arg-type]
        )  # fmt: skip
        self._done(f"Added the category {made.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """Put it right."""
        held = self._current()
        WriteCategory(self._view, held=held).ask(partial(self._edited, held.id))

    def _edited(self, key: str, facts: CategoryEdits) -> None:
        self._done(f"Changed the category {categories.edit_category(self._desk.db, key, **facts).name}")

    def remove(self) -> None:
        """Take it out."""
        held = self._current()
        detail = "The criteria that are scored in it alone go with it."
        Question(f"Remove {held.name}?", detail, "Remove", self._view, danger=True).ask(
            partial(self._removed, held)
        )

    def _removed(self, held: Category) -> None:
        categories.remove_category(self._desk.db, held.id)
        self._done(f"Removed the category {held.name}")

    def move(self, by: int) -> None:
        """Up or down."""
        self.added.emit(categories.move_category(self._desk.db, self._key(), by=by).id)


class CriterionActs(KeptActs):
    """Criteria, with what their values mean."""

    def _current(self) -> Criterion:
        return criteria.criterion(self._desk.db, self._key())

    def add(self) -> None:
        """One more."""
        WriteCriterion(categories.categories(self._desk.db, self._round_id()), self._view).ask(self._added)

    def _added(self, written: WrittenCriterion) -> None:
        db, facts = self._desk.db, dict(written.facts)
        name = str(facts.pop("name"))
        with change(db, f"Added the criterion {name}"):
            made = criteria.add_criterion(
                db, self._round_id(), name, category_id=written.category_id, **facts  # type: ignore[arg-type]
            )  # fmt: skip
            criteria.set_values(db, made.id, written.values)
        self._done(f"Added the criterion {made.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """Put it right."""
        db, held = self._desk.db, self._current()
        dialog = WriteCriterion(
            categories.categories(db, held.round_id), self._view, held=held,
            values=criteria.values_of(db, held.id), scores=criteria.scores_given(db, held.id),
        )  # fmt: skip
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Criterion, written: WrittenCriterion) -> None:
        db, facts = self._desk.db, written.facts
        with change(db, f"Changed the criterion {held.name}"):
            made = criteria.edit_criterion(db, held.id, take_out_scores=written.take_out, **facts)
            criteria.set_values(db, held.id, written.values)
        self._done(f"Changed the criterion {made.name}")

    def remove(self) -> None:
        """Take it out; with the scores given by it, which is said."""
        held = self._current()
        scores = criteria.scores_given(self._desk.db, held.id)
        detail = (
            f"The {count_of(scores, 'score')} given by it go with it."
            if scores
            else "Nothing is scored by it."
        )
        Question(f"Remove {held.name}?", detail, "Remove", self._view, danger=True).ask(
            partial(self._removed, held)
        )

    def _removed(self, held: Criterion) -> None:
        criteria.remove_criterion(self._desk.db, held.id, take_out_scores=True)
        self._done(f"Removed the criterion {held.name}")

    def move(self, by: int) -> None:
        """Up or down among those of the same category."""
        self.added.emit(criteria.move_criterion(self._desk.db, self._key(), by=by).id)


class CheckActs(KeptActs):
    """Points of the checklist."""

    def add(self) -> None:
        """One more."""
        WriteCheck(self._view).ask(self._added)

    def _added(self, words: str) -> None:
        made = checklist.add_check(self._desk.db, self._round_id(), words)
        self._done("Added a point to the checklist")
        self.added.emit(made.id)

    def edit(self) -> None:
        """In other words."""
        held = checklist.check_point(self._desk.db, self._key())
        WriteCheck(self._view, held=held.words).ask(partial(self._edited, held.id))

    def _edited(self, key: str, words: str) -> None:
        checklist.edit_check(self._desk.db, key, words)
        self._done("Changed a point of the checklist")

    def remove(self) -> None:
        """Take it out."""
        held = checklist.check_point(self._desk.db, self._key())
        question = f"Remove “{shortened(held.words)}” from the checklist?"
        Question(question, "", "Remove", self._view, danger=True).ask(partial(self._removed, held.id))

    def _removed(self, key: str) -> None:
        checklist.remove_check(self._desk.db, key)
        self._done("Removed a point from the checklist")

    def move(self, by: int) -> None:
        """Up or down."""
        self.added.emit(checklist.move_check(self._desk.db, self._key(), by=by).id)
