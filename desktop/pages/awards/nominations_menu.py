"""What can be done on the side Nominations, and when."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.nominations.entries import Entry, entry
from awards.nominations.steps import moves
from awards.rounds.rounds import AwardRound
from awards.vocabulary import EntryStatus, NominationStatus
from desktop.pages.awards.nominations_acts import NomineeActs
from desktop.pages.awards.nominations_alike import AlikeActs
from desktop.pages.awards.nominations_files import NominationFiles
from desktop.pages.awards.nominations_voice_steps import VoiceSteps
from desktop.pages.awards.nominations_voices import VoiceActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk

E, N = EntryStatus, NominationStatus
_IN_PANE = (
    "nominee_edit", "voice_submit", "voice_answered", "voice_return", "voice_length", "nominee_back", "nominee_ungroup",
)  # fmt: skip
_STANDING = (N.SUBMITTED, N.RETURNED_FOR_INFO)


class NominationsView(Protocol):
    """The side, as its actions see it."""

    @property
    def key(self) -> str: ...

    def keys(self) -> list[str]: ...

    def round(self) -> AwardRound | None: ...

    def may_change_round(self) -> bool: ...


class NominationsMenu(QObject):
    """The actions, each with whether it can be run now."""

    def __init__(
        self, desk: Desk, side: NominationsView, view: QWidget, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._side = desk, side
        self.acts = NomineeActs(desk, view, side.keys, side.round, now=now)
        self.voices = VoiceActs(desk, view, self._key, now=now)
        self.steps = VoiceSteps(desk, view, self.voices.voices, now=now)
        self.alike = AlikeActs(desk, view, self._key, side.round, now=now)
        self.files = NominationFiles(desk, view, side.round, now=now)

    def _key(self) -> str:
        return self._side.key

    def listed(self) -> list[Action]:
        """What is done most, then the rest."""
        acts, may = self.acts, self._side.may_change_round
        return [
            Action("nomination_add", "Add a nomination…", acts.add, "Ctrl+N", primary=True, icon="add", enabled=may),
            *self.files.listed(),
            Action("nominee_edit", "Change…", acts.edit, "F2", icon="edit", enabled=self._is_one),
            Action("nominee_voice", "Add a voice…", acts.add_voice, enabled=self._may_hear,
                   tip="Somebody else nominates the same person, team or service"),
            Action("nominee_alike", "Find what came twice…", self.alike.find, icon="merge", enabled=may),
            *self._steps(), *self._of_voices(),
        ]  # fmt: skip

    def _steps(self) -> list[Action]:
        acts, can = self.acts, self._can
        return [
            Action("nominee_group", "Group as one…", acts.group, icon="merge", enabled=self._may_group, toolbar=False,
                   tip="The nominees selected are one; the first of them is kept"),
            Action("nominee_ungroup", "Take out of the group…", acts.ungroup, enabled=self._is_grouped, toolbar=False),
            Action("nominee_category", "Move to another category…", acts.to_category, enabled=self._may_move,
                   toolbar=False),
            Action("nominee_ineligible", "Ineligible…", acts.find_ineligible, enabled=partial(can, E.INELIGIBLE),
                   toolbar=False),
            Action("nominee_withdraw", "Withdraw the nominee…", acts.withdraw, enabled=partial(can, E.WITHDRAWN),
                   toolbar=False),
            Action("nominee_back", "Bring back…", acts.bring_back, enabled=self._may_return, toolbar=False),
        ]  # fmt: skip

    def _of_voices(self) -> list[Action]:
        voices, steps, some = self.voices, self.steps, self._has
        return [
            Action("voice_submit", "Submit the draft…", voices.submit, icon="check", enabled=partial(some, N.DRAFT),
                   toolbar=False),
            Action("voice_remove", "Remove the draft…", voices.remove, enabled=partial(some, N.DRAFT), toolbar=False),
            Action("voice_return", "Return for information…", steps.give_back,
                   enabled=partial(self._stands, N.SUBMITTED), toolbar=False),
            Action("voice_answered", "The answer has come…", steps.answered,
                   enabled=partial(some, N.RETURNED_FOR_INFO), toolbar=False),
            Action("voice_length", "Rule on the length…", voices.rule_on_length, enabled=self._is_long, toolbar=False),
            Action("voice_duplicate", "Duplicate…", steps.duplicate, enabled=self._are_two, toolbar=False),
            Action("voice_count", "Count a duplicate again…", steps.count_again, enabled=partial(some, N.DUPLICATE),
                   toolbar=False),
            Action("voice_withdraw", "Withdraw one nomination…", steps.withdraw,
                   enabled=partial(some, N.DRAFT, *_STANDING), toolbar=False),
            Action("voice_back", "Bring one nomination back…", steps.bring_back, enabled=partial(some, N.WITHDRAWN),
                   toolbar=False),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """What is done most in the state that the nominee is in."""
        return [one for one in self.listed() if one.name in _IN_PANE and one.ready()]

    # When

    def _one(self) -> Entry | None:
        keys = self._side.keys()
        return entry(self._desk.db, keys[0]) if len(keys) == 1 else None

    def _is_one(self) -> bool:
        return self._side.may_change_round() and self._one() is not None

    def _may_hear(self) -> bool:
        one = self._one()
        return self._side.may_change_round() and one is not None and not one.status.is_out

    def _can(self, to: EntryStatus) -> bool:
        one, held = self._one(), self._side.round()
        return (
            self._side.may_change_round()
            and one is not None
            and held is not None
            and to in moves(one.status, held.phase)
        )

    def _may_return(self) -> bool:
        one = self._one()
        return one is not None and one.status in (E.INELIGIBLE, E.WITHDRAWN) and self._can(E.SUBMITTED)

    def _may_move(self) -> bool:
        one = self._one()
        return self._side.may_change_round() and one is not None and one.status.is_before_judging

    def _may_group(self) -> bool:
        return self._side.may_change_round() and len(self._side.keys()) > 1

    def _is_grouped(self) -> bool:
        one = self._one()
        return self._side.may_change_round() and one is not None and one.status is E.MERGED

    def _has(self, *statuses: NominationStatus) -> bool:
        return self._is_one() and bool(self.voices.voices(*statuses))

    def _stands(self, *statuses: NominationStatus) -> bool:
        one = self._one()
        return one is not None and one.status.is_before_judging and self._has(*statuses)

    def _are_two(self) -> bool:
        return self._is_one() and len(self.voices.voices(*_STANDING)) > 1

    def _is_long(self) -> bool:
        one = self._one()
        return (
            self._side.may_change_round()
            and one is not None
            and not one.status.is_judged
            and bool(self.voices.too_long())
        )
