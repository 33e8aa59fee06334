"""What is done with the panel: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.judging.interests import declare_interest, declare_none, edit_interest, interest, remove_interest
from awards.judging.panel import Member, add_member, bring_back, edit_member, member, stand_down
from awards.judging.panel_categories import categories_of, set_categories
from desktop.dialogs.awards.panel import GiveReason, SaidInterest, WriteInterest, WriteMember, WrittenMember
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.database import change
from resources.problem import Problem


class MemberActs(QObject):
    """Acts on the member that `key` gives. `added` carries a new one's key."""

    added = Signal(str)

    def __init__(
        self,
        desk: Desk,
        view: QWidget,
        chosen: ChosenRound,
        key: Callable[[], str],
        *,
        today: Callable[[], date],
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._chosen, self._key, self._today = desk, view, chosen, key, today

    def _current(self) -> Member:
        return member(self._desk.db, self._key())

    def add(self) -> None:
        """Somebody new."""
        if not self._chosen.key:
            raise Problem("There is no round yet. Start one on the side Round, and add its panel then.")
        WriteMember(self._desk.db, self._chosen.key, self._view).ask(self._added)

    def _added(self, said: WrittenMember) -> None:
        with change(self._desk.db, f"Added {said.name} to the panel"):
            made = add_member(self._desk.db, self._chosen.key, said.name, **said.facts)
            set_categories(self._desk.db, made.id, said.categories)
        self._desk.messages.done(f"Added {made.name} to the panel")
        self.added.emit(made.id)

    def edit(self) -> None:
        """What is known of the one chosen."""
        held = self._current()
        dialog = WriteMember(self._desk.db, held.round_id, self._view, held=held)
        dialog.ask(partial(self._edited, held.id))

    def _edited(self, key: str, said: WrittenMember) -> None:
        db = self._desk.db
        before = member(db, key), categories_of(db, key)
        with change(db, f"Edited {said.name} of the panel"):
            after = (
                edit_member(db, key, name=said.name, **said.facts),
                set_categories(db, key, said.categories),
            )
        words = f"Changed {said.name}" if after != before else "Nothing was changed"
        self._desk.messages.done(words, undo=after != before)

    def stand_down_or_back(self) -> None:
        """They judge no more, or again."""
        held = self._current()
        if held.stood_down_on is not None:
            bring_back(self._desk.db, held.id)
            self._desk.messages.done(f"{held.name} is on the panel again")
            return
        GiveReason(
            f"Stand {held.name} down", "Stand down", "It is kept with the round.", self._view,
            intro="What they scored stays and counts. What they had not begun goes back, to be given to others.",
        ).ask(partial(self._stood_down, held))  # fmt: skip

    def _stood_down(self, held: Member, reason: str) -> None:
        stand_down(self._desk.db, held.id, today=self._today(), reason=reason)
        self._desk.messages.done(f"{held.name} stood down")

    @property
    def is_down(self) -> bool:
        """Whether the one chosen stood down."""
        return bool(self._key()) and self._current().stood_down_on is not None

    # Interests

    def declare(self) -> None:
        """What ties the one chosen to a provider, service or nominee."""
        held = self._current()
        WriteInterest(self._desk.db, held, self._today(), self._view).ask(partial(self._declared, held))

    def _declared(self, held: Member, said: SaidInterest) -> None:
        declare_interest(self._desk.db, held.id, on=said.on, **said.facts)
        self._desk.messages.done(f"Declared an interest of {held.name}")

    def declare_none(self) -> None:
        """They were asked, and have none."""
        held = self._current()
        Question(
            f"Did {held.name} declare no interests?",
            "It is kept that they were asked today and said that there are none.",
            "Declared none", self._view,
        ).ask(partial(self._declared_none, held))  # fmt: skip

    def _declared_none(self, held: Member) -> None:
        declare_none(self._desk.db, held.id, on=self._today())
        self._desk.messages.done(f"{held.name} declared no interests")

    def edit_interest(self, key: str) -> None:
        """Put an interest right, or take it away."""
        held = interest(self._desk.db, key)
        judge = member(self._desk.db, held.member_id)
        dialog = WriteInterest(self._desk.db, judge, self._today(), self._view, held=held)
        dialog.ask(partial(self._interest_edited, key, judge.name))

    def _interest_edited(self, key: str, name: str, said: SaidInterest) -> None:
        if said.remove:
            remove_interest(self._desk.db, key)
            self._desk.messages.done(f"Removed an interest of {name}")
        else:
            edit_interest(self._desk.db, key, **said.facts)
            self._desk.messages.done(f"Changed an interest of {name}")
