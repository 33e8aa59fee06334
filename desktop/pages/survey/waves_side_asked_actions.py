"""What can be done with the question of a wave that is chosen, and when."""

from collections.abc import Callable

from desktop.pages.survey.waves_side_asked_acts import AskedActs
from desktop.shell.actions import Action
from workforce.survey.questionnaire.matching import Match, QuestionMatch
from workforce.survey.waves.asked import Asked
from workforce.survey.waves.waves import Wave


class AskedActions:
    """`one` is the question chosen, `wave` the wave shown; `may` whether they may be written to."""

    def __init__(
        self,
        acts: AskedActs,
        one: Callable[[], QuestionMatch | None],
        wave: Callable[[], Wave | None],
        may: Callable[[], bool],
    ) -> None:
        self._acts, self._one, self._wave, self._may = acts, one, wave, may

    def listed(self) -> list[Action]:
        """In the order in which they stand."""
        return [
            Action("comparable", "Comparable…", self._compare, enabled=self._may_compare),
            Action("call_break", "Break", self._break, enabled=self._may_break),
            Action("undecided", "Leave undecided", self._leave_open, enabled=self._is_decided),
            Action("put_asked_right", "Put right how it was asked…", self._put_right, enabled=self._is_asked),
            Action("ask_one_more", "Ask one more question…", self._ask_one_more, enabled=self._has_wave),
            Action("drop_asked", "Leave out of the wave", self._drop, enabled=self._is_asked),
        ]

    def open(self) -> None:
        """What Enter does on a question."""
        if self._may_compare():
            self._compare()
        elif self._is_asked():
            self._put_right()

    def _decidable(self) -> QuestionMatch | None:
        one = self._one() if self._may() else None
        return one if one is not None and one.can_be_decided else None

    def _may_compare(self) -> bool:
        """What stayed the same needs no reason, unless somebody called it a break."""
        one = self._decidable()
        return one is not None and (one.match is not Match.SAME or not one.comparable)

    def _may_break(self) -> bool:
        one = self._decidable()
        return one is not None and (one.comparable or not one.decided)

    def _is_decided(self) -> bool:
        one = self._decidable()
        return one is not None and one.decided

    def _asked(self) -> Asked | None:
        one = self._one() if self._may() else None
        return one.later if one is not None else None

    def _is_asked(self) -> bool:
        return self._asked() is not None

    def _has_wave(self) -> bool:
        return self._may() and self._wave() is not None

    def _compare(self) -> None:
        one = self._decidable()
        if one is not None:
            self._acts.say_comparable(one)

    def _break(self) -> None:
        one = self._decidable()
        if one is not None:
            self._acts.call_break(one)

    def _leave_open(self) -> None:
        one = self._decidable()
        if one is not None:
            self._acts.leave_undecided(one)

    def _put_right(self) -> None:
        held = self._asked()
        if held is not None:
            self._acts.put_asked_right(held)

    def _ask_one_more(self) -> None:
        held = self._wave()
        if held is not None:
            self._acts.ask_one_more(held)

    def _drop(self) -> None:
        held = self._asked()
        if held is not None:
            self._acts.drop_asked(held)
