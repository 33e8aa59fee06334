"""What is done with one voice: put right, a draft submitted or removed, its length ruled on."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from awards.nominations.entries import entry
from awards.nominations.late import why_late_in
from awards.nominations.nominations import (
    Nomination,
    NominationFacts,
    edit_nomination,
    nomination,
    nominations_of,
    remove_draft,
    rule_over_limit,
    submit_draft,
    word_limit_of,
)
from awards.nominations.words import word_count
from awards.vocabulary import NominationStatus
from desktop.dialogs.awards.nomination import WriteVoice
from desktop.dialogs.awards.nominee_step import AskReason, LengthRuling, RuleLength
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from resources.wording import in_london

N = NominationStatus


class VoiceActs(QObject):
    """Acts on the voices of the nominee that `key` gives; where there are several, it is asked which one."""

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._key, self._now = desk, view, key, now

    def voices(self, *statuses: NominationStatus) -> list[Nomination]:
        """Those of the nominee chosen in one of some states, or all."""
        held = nominations_of(self._desk.db, self._key())
        return [one for one in held if not statuses or one.status in statuses]

    def too_long(self) -> list[Nomination]:
        """Those that say more than the round allows."""
        limit = word_limit_of(self._desk.db, entry(self._desk.db, self._key()))
        return [one for one in self.voices() if word_count(one.statement) > limit]

    def edit(self, key: str) -> None:
        """Put one right."""
        held = nomination(self._desk.db, key)
        of, today = entry(self._desk.db, held.entry_id), in_london(self._now()).date()
        WriteVoice(self._desk.db, of, held, today, self._view).ask(partial(self._edited, held))

    def _edited(self, held: Nomination, said: NominationFacts) -> None:
        changed = edit_nomination(self._desk.db, held.id, **said)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the nomination by {changed.by}")

    def submit(self) -> None:
        """What was a draft counts from now on."""
        held = self.voices(N.DRAFT)[0]
        of = entry(self._desk.db, held.entry_id)
        late = why_late_in(self._desk.db, of.round_id, in_london(self._now()).date())
        if not late:
            self._submitted(held, "")
            return
        AskReason("Submit the draft", "Submit", self._view, intro=late).ask(partial(self._submitted, held))

    def _submitted(self, held: Nomination, reason: str) -> None:
        submit_draft(self._desk.db, held.id, now=self._now(), late_reason=reason)
        self._desk.messages.done(f"Submitted the nomination by {held.by}")

    def remove(self) -> None:
        """A draft entered by mistake goes."""
        held = self.voices(N.DRAFT)[0]
        Question(
            "Remove this draft?", "With the only nomination goes the nominee. Undo brings both back.",
            "Remove", self._view,
        ).ask(partial(self._removed, held.id))  # fmt: skip

    def _removed(self, key: str) -> None:
        remove_draft(self._desk.db, key)
        self._desk.messages.done("Removed the draft")

    def rule_on_length(self) -> None:
        """What the judges read of a long statement."""
        limit = word_limit_of(self._desk.db, entry(self._desk.db, self._key()))
        RuleLength(self.too_long(), limit, self._view).ask(self._ruled)

    def _ruled(self, said: LengthRuling) -> None:
        rule_over_limit(self._desk.db, said.key, said.ruling)
        self._desk.messages.done(f"The judges read {said.ruling.label.lower()}")
