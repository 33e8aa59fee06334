"""What is done with learners: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.training.learner import (
    ChoosePair,
    Merged,
    MergeLearners,
    WriteLearner,
    WritePost,
    WrittenLearner,
    WrittenPost,
)
from desktop.shell.page import Desk
from engagement.register.names import name_of
from workforce.training import learners
from workforce.training.learners import Learner, Post, PostFacts, learner, post
from workforce.training.same_learner import LikelySame, likely_same, likely_same_as, merge_learners


class LearnerActs(QObject):
    """Acts on the learner that `key` gives, over `view`. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def current(self) -> Learner:
        """The learner chosen."""
        return learner(self._desk.db, self._key())

    def add(self) -> None:
        """Somebody who learns, and where they work."""
        WriteLearner(self._desk.db, self._today(), self._view).ask(self._added)

    def _added(self, said: WrittenLearner) -> None:
        made = learners.add_learner_with_post(
            self._desk.db, said.given_name, said.family_name, said.provider_id, facts=said.facts,
            post_facts=said.post or PostFacts(),
        )  # fmt: skip
        self._desk.messages.done(f"Added the learner {made.name}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is kept of the learner chosen."""
        held = self.current()
        WriteLearner(self._desk.db, self._today(), self._view, held=held).ask(partial(self._edited, held))

    def _edited(self, held: Learner, said: WrittenLearner) -> None:
        changed = learners.edit_learner(
            self._desk.db, held.id, given_name=said.given_name, family_name=said.family_name, **said.facts
        )
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the learner {changed.name}")

    def archive_or_restore(self) -> None:
        """Put the learner away, or bring them back."""
        held = self.current()
        if held.archived_on is None:
            learners.archive_learner(self._desk.db, held.id, today=self._today())
            self._desk.messages.done(f"Archived the learner {held.name}")
        else:
            learners.restore_learner(self._desk.db, held.id)
            self._desk.messages.done(f"Restored the learner {held.name}")

    # Posts

    def add_post(self) -> None:
        """They work somewhere, or somewhere else too."""
        held = self.current()
        WritePost(self._desk.db, held.id, self._today(), self._view).ask(partial(self._post_added, held))

    def _post_added(self, held: Learner, said: WrittenPost) -> None:
        learners.add_post(self._desk.db, held.id, said.provider_id, **said.facts)
        self._desk.messages.done(
            f"{held.name} works at {name_of(self._desk.db, 'provider', said.provider_id)}"
        )

    def open_post(self, key: str) -> None:
        """What is kept of a post, such as its last day."""
        if self._desk.opened.read_only:
            return
        held = post(self._desk.db, key)
        dialog = WritePost(self._desk.db, held.learner_id, self._today(), self._view, held=held)
        dialog.ask(partial(self._post_edited, held))

    def _post_edited(self, held: Post, said: WrittenPost) -> None:
        changed = learners.edit_post(self._desk.db, held.id, **said.facts)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed a post of {learner(self._desk.db, held.learner_id).name}")

    # Two who are one

    def find_same(self) -> None:
        """Everybody who may be entered twice."""
        pairs = likely_same(self._desk.db)
        if pairs:
            ChoosePair(self._desk.db, pairs, self._view).ask(self._compare)
        else:
            self._desk.messages.done("No two learners are likely to be one person", undo=False)

    def compare(self) -> None:
        """The learner chosen with whoever they may be."""
        pairs = likely_same_as(self._desk.db, self._key())
        if len(pairs) > 1:
            ChoosePair(self._desk.db, pairs, self._view).ask(self._compare)
        elif pairs:
            self._compare(pairs[0])

    def _compare(self, pair: LikelySame) -> None:
        MergeLearners(self._desk.db, pair, self._view).ask(self._merged)

    def _merged(self, said: Merged) -> None:
        kept = merge_learners(self._desk.db, said.keep, said.remove, take=said.take)
        self._desk.messages.done(f"{kept.name} is one learner now")
        self.added.emit(kept.id)
