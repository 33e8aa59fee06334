"""What is found out of a nominee: the points of the checklist, and whether they still work there."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.nominations.entries import entry
from awards.qualifying import several
from awards.qualifying.checks import CheckedPoint, answer_check, answer_open_checks, checklist_of
from awards.qualifying.employment import record_employed
from awards.qualifying.gathering import standing
from awards.vocabulary import CheckAnswer, OverLimit
from desktop.dialogs.awards.qualifying import AnswerPoint, AskedEmployment, Employment, Looked, RuleLengths
from desktop.shell.page import Desk
from resources.wording import count_of


class LookingActs(QObject):
    """Acts on the nominee whose key `key` gives, or on all that are selected, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, keys: Callable[[], list[str]],
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._keys = keys
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def ask_employment(self) -> None:
        """Whether they still work there; one answer for all that are selected."""
        keys = self._keys()
        found = standing(self._desk.db, self._key(), self._today())
        place = found.known.register.place or found.entry.place_told
        if len(keys) > 1:
            AskedEmployment(found.entry, place, self._today(), self._view, several=len(keys)).ask(
                partial(self._all_employed, keys)
            )
            return
        AskedEmployment(found.entry, place, self._today(), self._view).ask(
            partial(self._employed, found.entry.id)
        )

    def _all_employed(self, keys: list[str], said: Employment) -> None:
        number = several.record_employed_of(
            self._desk.db,
            keys,
            said.employed,
            asked_on=said.asked_on,
            asked_of=said.asked_of,
            today=self._today(),
        )
        self._desk.messages.done(f"Noted of {count_of(number, 'nominee')} whether they still work there")

    def rule_lengths(self) -> None:
        """One ruling on every statement over the limit of those selected."""
        keys = self._keys()
        waiting = several.undecided_lengths(self._desk.db, keys)
        RuleLengths(len(waiting), self._view).ask(partial(self._lengths_ruled, keys))

    def _lengths_ruled(self, keys: list[str], ruling: OverLimit) -> None:
        number = several.rule_lengths_of(self._desk.db, keys, ruling)
        self._desk.messages.done(f"Ruled on the length of {count_of(number, 'statement')}")

    def _employed(self, key: str, said: Employment) -> None:
        record_employed(
            self._desk.db,
            key,
            said.employed,
            asked_on=said.asked_on,
            asked_of=said.asked_of,
            today=self._today(),
        )
        self._desk.messages.done(f"Noted whether {entry(self._desk.db, key).nominee} still works there")

    def answer(self, check_id: str, answer: CheckAnswer | None) -> None:
        """A point by its button or key; “No” asks for its note, and so does who looked while nobody is named."""
        who = self._desk.db.who
        if answer is CheckAnswer.NO or (answer is not None and not who.strip()):
            self._ask_point(check_id, answer)
            return
        answer_check(self._desk.db, self._key(), check_id, answer, by=who or "–", on=self._today())

    def ask_point(self, check_id: str) -> None:
        """All of a point: what was found, by whom, when."""
        self._ask_point(check_id, None)

    def _ask_point(self, check_id: str, answer: CheckAnswer | None) -> None:
        held = entry(self._desk.db, self._key())
        dialog = AnswerPoint(
            self._point(held.id, check_id), held.nominee, self._desk.db.who, self._today(), self._view,
            answer=answer,
        )  # fmt: skip
        dialog.ask(partial(self._looked, held.id, check_id))

    def _point(self, key: str, check_id: str) -> CheckedPoint:
        return next(one for one in checklist_of(self._desk.db, key) if one.check_id == check_id)

    def _looked(self, key: str, check_id: str, said: Looked) -> None:
        answer_check(self._desk.db, key, check_id, said.answer, by=said.by, on=said.on, note=said.note)
        self._desk.messages.done("Kept the answer")

    def answer_open(self) -> None:
        """Yes to all that nobody has looked at, of all that are selected."""
        keys = self._keys()
        if len(keys) > 1:
            number = several.answer_open_of(self._desk.db, keys, by=self._desk.db.who, on=self._today())
            self._desk.messages.done(f"{count_of(len(keys), 'nominee')}: yes to {count_of(number, 'point')}")
            return
        held = entry(self._desk.db, self._key())
        number = answer_open_checks(self._desk.db, held.id, by=self._desk.db.who, on=self._today())
        self._desk.messages.done(f"{held.nominee}: yes to {count_of(number, 'point')}")
