"""The chair’s rulings on conflicts: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.judging.conflict_reading import found_between
from awards.judging.panel import member_names, members, words_of
from awards.judging.ruled import ruling_on
from awards.judging.rulings import remove_ruling, rule_on
from awards.nominations.entries import entry
from desktop.dialogs.awards.judging import RuleOnConflict, SaidRuling
from desktop.pages.awards.panel_giving import nominee_words
from desktop.shell.page import Desk
from desktop.widgets.question import Question


class RulingActs(QObject):
    """Acts on the nominee that `nominee` gives, and on the judge of `judge` where a row is of a pair."""

    def __init__(
        self, desk: Desk, view: QWidget, nominee: Callable[[], str], judge: Callable[[], str], *,
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view = desk, view
        self._nominee, self._judge, self._today = nominee, judge, today

    def rule(self) -> None:
        """The chair's word on a judge and the nominee chosen."""
        db, judge = self._desk.db, self._judge()
        held = entry(db, self._nominee())
        panel = members(db, held.round_id, stood_down=False)
        chair = next((one.name for one in panel if one.is_chair), "")
        names = member_names(db, held.round_id)
        judges = [(judge, names[judge])] if judge else [(one.id, names[one.id]) for one in panel]
        found = [one.sentence for one in found_between(db, judge, held.id)] if judge else []
        before = ruling_on(db, judge, held.id) if judge else None
        RuleOnConflict(
            judges, self._view, intro=nominee_words(db, held), found=found, chair=chair,
            conflict=before.conflict if before else None,
        ).ask(partial(self._ruled, held.id))  # fmt: skip

    def _ruled(self, key: str, said: SaidRuling) -> None:
        rule_on(
            self._desk.db, said.member_id, key, conflict=said.conflict, reason=said.reason, by=said.by,
            on=self._today(),
        )  # fmt: skip
        what = "a conflict" if said.conflict else "no conflict"
        self._desk.messages.done(f"Ruled: {what} of {words_of(self._desk.db, said.member_id)}")

    def has_ruling(self) -> bool:
        """Whether something was ruled of the pair chosen."""
        return bool(self._judge()) and ruling_on(self._desk.db, self._judge(), self._nominee()) is not None

    def unrule(self) -> None:
        """Take the ruling away."""
        held = ruling_on(self._desk.db, self._judge(), self._nominee())
        assert held is not None  # the action is offered only then
        Question(
            "Remove the ruling?", "What was declared and found holds again. What the judge was given stays as it is.",
            "Remove it", self._view, danger=True,
        ).ask(partial(self._unruled, held.id))  # fmt: skip

    def _unruled(self, key: str) -> None:
        remove_ruling(self._desk.db, key)
        self._desk.messages.done("Removed the ruling")
