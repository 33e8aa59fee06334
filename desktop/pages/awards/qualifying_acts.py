"""Nominees sent to the judges, returned or found ineligible: each act asks where it must, and makes one change."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.nominations.entries import Entry, entry
from awards.nominations.moving import refuse_decided
from awards.qualifying import qualify as steps
from awards.qualifying import several
from awards.qualifying.gathering import standing, standings
from awards.vocabulary import EntryStatus
from desktop.dialogs.awards.qualifying import ask_despite
from desktop.dialogs.awards.step import AskStep, Said
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.problem import Problem
from resources.wording import count_of, in_london


class QualifyingActs(QObject):
    """Acts on the nominee whose key `key` gives, or on all that are selected, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, chosen: ChosenRound, key: Callable[[], str], *,
        keys: Callable[[], list[str]], now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._keys = keys
        self._desk, self._view, self._chosen, self._key, self._now = desk, view, chosen, key, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _current(self) -> Entry:
        return entry(self._desk.db, self._key())

    def _done(self, words: str) -> None:
        self._desk.messages.done(words)

    # To the judges, or out

    def send(self) -> None:
        """Send the nominee on, or all selected; where something speaks against it the chair's reason is asked."""
        if len(self._keys()) > 1:
            self._send_several(self._keys())
            return
        found = standing(self._desk.db, self._key(), self._today())
        held = found.entry
        if found.readiness.is_ready:
            self._sent(held.id, Said(""))
        elif found.readiness.firm:
            raise Problem(str(found.readiness.refusal(held.nominee, "")))
        else:
            against = [one.sentence for one in found.readiness.against]
            ask_despite(held.nominee, against, self._view).ask(partial(self._sent, held.id))

    def _send_several(self, keys: list[str]) -> None:
        found = [standing(self._desk.db, key, self._today()) for key in keys]
        against = [f"{one.entry.nominee}: {each.sentence}" for one in found for each in one.readiness.against]
        if not against:
            self._several_sent(keys, Said(""))
            return
        ask_despite(count_of(len(keys), "nominee"), against, self._view).ask(
            partial(self._several_sent, keys)
        )

    def _several_sent(self, keys: list[str], said: Said) -> None:
        sent = several.qualify_of(self._desk.db, keys, now=self._now(), reason=said.reason)
        self._done(f"Sent {count_of(len(sent), 'nominee')} to the judges")

    def _sent(self, key: str, said: Said) -> None:
        held = steps.qualify(self._desk.db, key, now=self._now(), reason=said.reason)
        self._done(f"Sent {held.nominee} to the judges")

    def send_ready(self) -> None:
        """Send all who are ready, once somebody has said so."""
        waiting = standings(self._desk.db, self._chosen.key, self._today(), statuses=steps.WAITING)
        ready = sum(one.readiness.is_ready for one in waiting)
        if not ready:
            self._all_sent()
            return
        stay = len(waiting) - ready
        others = f" {count_of(stay, 'nominee stays', 'nominees stay')} to be decided." if stay else ""
        Question(
            f"Send {count_of(ready, 'nominee')} to the judges?", f"Nothing speaks against them.{others}",
            "Send to the judges", self._view,
        ).ask(self._all_sent)  # fmt: skip

    def _all_sent(self) -> None:
        self._done(steps.qualify_ready(self._desk.db, self._chosen.key, now=self._now()).sentence)

    def take_up(self) -> None:
        """All that are submitted are being qualified."""
        waiting = standings(self._desk.db, self._chosen.key, self._today(), statuses=(EntryStatus.SUBMITTED,))
        number = steps.start_qualifying(self._desk.db, [one.entry.id for one in waiting], now=self._now())
        self._done(f"Took up {count_of(number, 'nominee')} for qualifying")

    def find_ineligible(self) -> None:
        """Out of the round; all that are selected for one reason."""
        keys = self._keys()
        if len(keys) > 1:
            for key in keys:
                refuse_decided(self._desk.db, entry(self._desk.db, key))
            AskStep(
                f"Find {count_of(len(keys), 'nominee')} ineligible", "Ineligible", self._view,
                help_text="Somebody will ask. It is kept with the history of each.",
            ).ask(partial(self._all_ineligible, keys))  # fmt: skip
            return
        held = self._current()
        refuse_decided(self._desk.db, held)
        AskStep(
            f"Find {held.nominee} ineligible", "Ineligible", self._view,
            help_text="Somebody will ask. It is kept with the nominee’s history.",
        ).ask(partial(self._ineligible, held.id))  # fmt: skip

    def _all_ineligible(self, keys: list[str], said: Said) -> None:
        found = several.find_ineligible_of(self._desk.db, keys, reason=said.reason, now=self._now())
        self._done(f"{count_of(len(found), 'nominee')} are ineligible")

    def _ineligible(self, key: str, said: Said) -> None:
        held = steps.find_ineligible(self._desk.db, key, reason=said.reason, now=self._now())
        self._done(f"{held.nominee} is ineligible")

    def return_for_information(self) -> None:
        """Something is asked of somebody."""
        held = self._current()
        AskStep(
            f"Return {held.nominee} for information", "Return", self._view,
            help_text="What is asked, and of whom. It is kept with the nominee’s history.",
        ).ask(partial(self._returned, held.id))  # fmt: skip

    def _returned(self, key: str, said: Said) -> None:
        held = steps.return_for_information(self._desk.db, key, reason=said.reason, now=self._now())
        self._done(f"Returned {held.nominee} for information")

    def back(self) -> None:
        """Look at somebody again who was sent on, found ineligible or returned."""
        held = self._current()
        AskStep(f"Bring {held.nominee} back to qualifying", "Bring back", self._view).ask(
            partial(self._brought_back, held.id)
        )

    def _brought_back(self, key: str, said: Said) -> None:
        held = steps.back_to_qualifying(self._desk.db, key, reason=said.reason, now=self._now())
        self._done(f"{held.nominee} is qualifying again")
