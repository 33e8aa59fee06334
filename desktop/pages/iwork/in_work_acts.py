"""What is done while somebody is in work: support, its plan, hours and pay, and checkpoints."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.placement_facts import SaidPay, WritePay
from desktop.dialogs.iwork.placement_support import SaidCheckpoint, WriteCheckpoint, WritePlan, WriteVisit
from desktop.dialogs.iwork.removing import offer_removal
from desktop.shell.page import Desk
from resources.database import change
from resources.problem import Problem
from resources.wording import date_words
from workforce.iwork.placements import moving
from workforce.iwork.placements.checkpoints import (
    Asked,
    Checkpoint,
    asked_of,
    due_on,
    record_checkpoint,
    remove_checkpoint,
)
from workforce.iwork.placements.pay import notes_of, pay_of, pay_period, remove_pay, set_pay
from workforce.iwork.placements.placements import Placement, placement
from workforce.iwork.placements.steps import moves
from workforce.iwork.placements.support import (
    NewVisit,
    VisitFacts,
    add_visit,
    edit_visit,
    plan_of,
    remove_visit,
    set_plan,
    visit,
)
from workforce.iwork.placements.whom import person_words
from workforce.iwork.vocabulary import Stage

_AFTER = {13: Stage.SUSTAINED_13, 26: Stage.SUSTAINED_26}


class InWorkActs(QObject):
    """Acts on the placement that `key` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._today = desk, view, key, today

    def current(self) -> Placement:
        """The placement chosen."""
        return placement(self._desk.db, self._key())

    def _who(self, held: Placement) -> str:
        return person_words(self._desk.db, held.person_id)

    def add_support(self) -> None:
        """Support was given."""
        held = self.current()
        dialog = WriteVisit(self._who(held), self._desk.db.who, self._today(), self._view)
        dialog.ask(partial(self._supported, held))

    def _supported(self, held: Placement, said: VisitFacts) -> None:
        rest = cast(
            NewVisit, {name: given for name, given in said.items() if name not in ("done_on", "minutes")}
        )
        add_visit(self._desk.db, held.id, said["done_on"], said["minutes"], today=self._today(), **rest)
        self._desk.messages.done(f"Recorded support of {self._who(held)}")

    def open_support(self, key: str) -> None:
        """Put right what was written down."""
        if self._desk.opened.read_only:
            return
        one = visit(self._desk.db, key)
        who = self._who(placement(self._desk.db, one.placement_id))
        dialog = WriteVisit(who, self._desk.db.who, self._today(), self._view, held=one)
        offer_removal(dialog, f"Remove this support of {who}?", partial(self._remove_support, key))
        dialog.ask(partial(self._support_changed, key))

    def _support_changed(self, key: str, said: VisitFacts) -> None:
        edit_visit(self._desk.db, key, today=self._today(), **said)
        self._desk.messages.done("Changed support")

    def _remove_support(self, key: str) -> None:
        remove_visit(self._desk.db, key)
        self._desk.messages.done("Removed support")

    def plan_support(self) -> None:
        """How support fades."""
        held = self.current()
        dialog = WritePlan(self._who(held), plan_of(self._desk.db, held.id), self._view)
        dialog.ask(partial(self._planned, held))

    def _planned(self, held: Placement, steps: list[tuple[int, int]]) -> None:
        set_plan(self._desk.db, held.id, steps)
        self._desk.messages.done(f"Planned support of {self._who(held)}")

    def set_pay(self) -> None:
        """Hours and pay from a day on."""
        held = self.current()
        last = pay_of(self._desk.db, held.id)[-1:]
        dialog = WritePay(self._who(held), self._today(), self._view, last=last[0] if last else None)
        dialog.ask(partial(self._pay_set, held))

    def open_pay(self, key: str) -> None:
        """Put right a period."""
        if not self._desk.opened.read_only:
            one = pay_period(self._desk.db, key)
            held = placement(self._desk.db, one.placement_id)
            who = self._who(held)
            dialog = WritePay(who, self._today(), self._view, held=one)
            if one.from_on != held.started_on:
                offer_removal(
                    dialog, f"Remove these hours and pay of {who}?", partial(self._remove_pay, key, who)
                )
            dialog.ask(partial(self._pay_set, held))

    def _pay_set(self, held: Placement, said: SaidPay) -> None:
        set_pay(
            self._desk.db, held.id, said.from_on, minutes_week=said.minutes_week, pence_hour=said.pence_hour
        )
        notes = notes_of(self._desk.db, held.person_id, max(said.from_on, self._today()))
        self._desk.messages.done(". ".join((f"Set hours and pay of {self._who(held)}", *notes)))

    def _remove_pay(self, key: str, who: str) -> None:
        remove_pay(self._desk.db, key)
        self._desk.messages.done(f"Removed hours and pay of {who}")

    def checkpoint(self) -> None:
        """Still in work?"""
        held, today = self.current(), self._today()
        points = asked_of(self._desk.db, held, today)
        if not any(one.on <= today for one in points):
            first = f" It is on {date_words(due_on(held.started_on, 4))}." if held.started_on else ""
            raise Problem(f"The first checkpoint comes 4 weeks after the start of work.{first}")
        self._ask_checkpoint(held, points)

    def open_checkpoint(self, weeks: str) -> None:
        """One of those of the placement chosen: looked at, put right or removed."""
        held, today = self.current(), self._today()
        points = asked_of(self._desk.db, held, today)
        one = next(each for each in points if str(each.weeks) == weeks)
        if self._desk.opened.read_only:
            return
        if one.on > today:
            raise Problem(f"The checkpoint of {weeks} weeks is on {date_words(one.on)}. Look then.")
        dialog = self._ask_checkpoint(held, points, one)
        if one.answer is not None:
            who = self._who(held)
            offer_removal(
                dialog, f"Remove the checkpoint of {weeks} weeks of {who}?",
                partial(self._remove_checkpoint, one.answer, who),
            )  # fmt: skip

    def _remove_checkpoint(self, answer: Checkpoint, who: str) -> None:
        remove_checkpoint(self._desk.db, answer.id)
        self._desk.messages.done(f"Removed the checkpoint of {answer.weeks} weeks of {who}")

    def _ask_checkpoint(
        self, held: Placement, points: Sequence[Asked], chosen: Asked | None = None
    ) -> WriteCheckpoint:
        vault, today = self._desk.db, self._today()
        can_move = held.stage in (Stage.IN_POST, Stage.SUSTAINED_13)
        last = pay_of(vault, held.id)[-1:]
        dialog = WriteCheckpoint(
            self._who(held), points, today, self._view, can_move=can_move,
            minutes=last[0].minutes_week if last else None, chosen=chosen,
        )  # fmt: skip
        dialog.ask(partial(self._looked, held))
        return dialog

    def _looked(self, held: Placement, said: SaidCheckpoint) -> None:
        vault, to = self._desk.db, _AFTER.get(said.weeks)
        follows = said.move and said.in_work and to is not None and to in moves(held.stage)
        with change(vault, f"Recorded the checkpoint of {said.weeks} weeks of {self._who(held)}"):
            record_checkpoint(
                vault, held.id, said.weeks, in_work=said.in_work, today=self._today(), looked_on=said.looked_on,
                minutes_week=said.minutes_week, words=said.words,
            )  # fmt: skip
            if follows and to is not None:
                moving.move(vault, held.id, to, today=self._today(), on=said.looked_on)
        told = f", now at “{to.label}”" if follows and to is not None else ""
        self._desk.messages.done(f"Recorded the checkpoint of {said.weeks} weeks of {self._who(held)}{told}")
