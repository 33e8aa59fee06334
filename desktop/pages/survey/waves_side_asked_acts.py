"""What is done about the questions of a wave: put right, left out, added, and called comparable or a break."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.survey.asked import AskedRight, AskOneMore, PutAskedRight
from desktop.dialogs.survey.wave import Decided, SayComparable
from desktop.shell.page import Desk
from resources.database import change
from resources.problem import Problem
from resources.wording import shortened
from workforce.survey.questionnaire.matching import QuestionMatch
from workforce.survey.questionnaire.questions import questions
from workforce.survey.waves import asking, comparability
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.waves import Wave, wave


class AskedActs(QObject):
    """Opens the dialogs over `page`."""

    def __init__(self, desk: Desk, page: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(page)
        self._desk, self._page, self._now = desk, page, now

    def put_asked_right(self, held: Asked) -> None:
        """In which words, and with which options, a wave really asked a question."""
        PutAskedRight(held, self._page).ask(partial(self._put_asked_right, held))

    def _put_asked_right(self, held: Asked, right: AskedRight) -> None:
        db, wave_id, key = self._desk.db, held.wave_id, held.question.id
        with change(db, f"Put right how {wave(db, wave_id).name} asked “{shortened(right.wording)}”"):
            asking.set_asked_wording(db, wave_id, key, right.wording)
            asking.set_asked_options(db, wave_id, key, right.options)
        self._desk.messages.done(f"Put right “{shortened(right.wording)}”")

    def ask_one_more(self, held: Wave) -> None:
        """A question of the questionnaire that the wave does not ask yet."""
        there = {one.question.id for one in asked_of_wave(self._desk.db, held.id)}
        more = [one for one in questions(self._desk.db, held.survey_id) if one.id not in there]
        if not more:
            raise Problem(
                f"{held.name} asks every question of the questionnaire. Add another one under Questionnaire first."
            )
        AskOneMore(more, self._page).ask(partial(self._ask_one_more, held))

    def _ask_one_more(self, held: Wave, key: str) -> None:
        made = asking.add_asked(self._desk.db, held.id, key)
        self._desk.messages.done(f"{held.name} asks “{shortened(made.wording)}” too")

    def drop_asked(self, held: Asked) -> None:
        """Ask it no more in the wave; refused where it has answers."""
        asking.drop_asked(self._desk.db, held.wave_id, held.question.id)
        self._desk.messages.done(f"Left out “{shortened(held.wording)}”")

    # What may be compared

    def say_comparable(self, one: QuestionMatch) -> None:
        """Why it may be compared all the same."""
        SayComparable(one, self._page).ask(partial(self._decide, one))

    def _decide(self, one: QuestionMatch, decided: Decided) -> None:
        earlier, later = _between(one)
        made = comparability.decide(
            self._desk.db, one.question, earlier, later, decided.comparable, decided.reason, self._now()
        )
        what = "comparable" if made.comparable else "a break"
        self._desk.messages.done(f"“{shortened(one.wording)}” is {what}")

    def call_break(self, one: QuestionMatch) -> None:
        """Its figures stand apart."""
        self._decide(one, Decided(False, ""))

    def leave_undecided(self, one: QuestionMatch) -> None:
        """Take back what was decided."""
        comparability.leave_undecided(self._desk.db, one.question, *_between(one))
        self._desk.messages.done(f"Left open whether “{shortened(one.wording)}” is comparable")


def _between(one: QuestionMatch) -> tuple[str, str]:
    assert one.earlier is not None and one.later is not None
    return one.earlier.wave_id, one.later.wave_id
