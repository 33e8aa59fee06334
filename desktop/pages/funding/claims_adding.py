"""A learner or a course that is not held yet, added without leaving the claim that names it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.training.course import WriteCourse
from desktop.dialogs.training.course import Written as WrittenCourse
from desktop.dialogs.training.learner import WriteLearner, WrittenLearner
from desktop.shell.page import Desk
from workforce.training.courses import add_course
from workforce.training.learners import PostFacts, add_learner_with_post
from workforce.training.vocabulary import CourseKind


class AddsForClaims:
    """Each asks over the dialog `over`, keeps what was said as a change of its own, and tells `then` its key."""

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        self._desk, self._today = desk, today

    def learner(self, over: QWidget, typed: str, provider_id: str, then: Callable[[str], object]) -> None:
        """Somebody of the name typed so far, who works at the provider chosen."""

        def keep(said: WrittenLearner) -> None:
            made = add_learner_with_post(
                self._desk.db, said.given_name, said.family_name, said.provider_id, facts=said.facts,
                post_facts=said.post or PostFacts(),
            )  # fmt: skip
            self._desk.messages.done(f"Added the learner {made.name}")
            then(made.id)

        WriteLearner(self._desk.db, self._today(), over, named=typed, at=provider_id).ask(keep)

    def course(self, over: QWidget, typed: str, then: Callable[[str], object]) -> None:
        """A qualification or course of the name typed so far."""

        def keep(said: WrittenCourse) -> None:
            made = add_course(self._desk.db, said.name, said.kind, **said.facts)
            self._desk.messages.done(f"Added the course {made.name}")
            then(made.id)

        WriteCourse(over, named=typed, kind=CourseKind.QUALIFICATION).ask(keep)
