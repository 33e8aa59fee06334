"""What is done with nominees: each act asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from awards.nominations import entries
from awards.nominations.entries import Entry, EntryFacts, entry, reference
from awards.nominations.grouping import group, ungroup
from awards.nominations.moving import move_category, move_entry, refuse_decided
from awards.nominations.nominations import add_nomination, nominations_of
from awards.rounds.categories import categories, category
from awards.rounds.rounds import AwardRound
from awards.vocabulary import EntryStatus
from desktop.dialogs.awards.nomination import WriteNomination, WrittenNomination
from desktop.dialogs.awards.nominee import WriteNominee
from desktop.dialogs.awards.nominee_step import AskReason, ChooseCategory, OtherCategory
from desktop.shell.page import Desk
from resources.problem import Problem
from resources.wording import in_london


class NomineeActs(QObject):
    """Acts on the nominees that `keys` gives, the first of them where one is meant. `added` carries a key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, keys: Callable[[], Sequence[str]], round_now: Callable[[], AwardRound | None],
        *, now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._keys, self._round, self._now = desk, view, keys, round_now, now

    def one(self) -> Entry:
        """The nominee chosen."""
        return entry(self._desk.db, self._keys()[0])

    def _held(self) -> AwardRound:
        held = self._round()
        if held is None:
            raise Problem("No round of the awards is held yet. Start one on the side “Round”.")
        return held

    # Taking in

    def add(self) -> None:
        """A nomination, typed in."""
        held, today = self._held(), in_london(self._now()).date()
        WriteNomination(self._desk.db, held, today, self._view).ask(partial(self._added, held))

    def add_voice(self) -> None:
        """One more voice for the nominee chosen."""
        held, today = self._held(), in_london(self._now()).date()
        WriteNomination(self._desk.db, held, today, self._view, of=self.one()).ask(partial(self._added, held))

    def _added(self, held: AwardRound, said: WrittenNomination) -> None:
        db = self._desk.db
        made = add_nomination(
            db, held.id, said.draft, now=self._now(), as_draft=said.as_draft, entry_id=said.entry_id,
            received_on=said.received_on, late_reason=said.late_reason,
        )  # fmt: skip
        of = entry(db, made.entry_id)
        voices = len(nominations_of(db, of.id))
        what = "Kept a draft for" if said.as_draft else "Added the nomination of"
        more = f", nomination {voices} of them" if voices > 1 else ""
        self._desk.messages.done(f"{what} {of.nominee}, {reference(db, of)}{more}")
        self.added.emit(of.id)

    # Putting right

    def edit(self) -> None:
        """What is kept of the nominee chosen."""
        held = self.one()
        dialog = WriteNominee(self._desk.db, held, in_london(self._now()).date(), self._view)
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: Entry, said: EntryFacts) -> None:
        changed = entries.edit_entry(self._desk.db, held.id, **said)
        if changed == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the nominee {changed.nominee}")

    # Steps

    def to_category(self) -> None:
        """Have them judged in another category."""
        held = self.one()
        others = [one for one in categories(self._desk.db, held.round_id) if one.id != held.category_id]
        ChooseCategory(held.nominee, others, self._view).ask(partial(self._to_category, held))

    def _to_category(self, held: Entry, said: OtherCategory) -> None:
        db = self._desk.db
        moved = move_category(db, held.id, said.category_id, now=self._now(), reason=said.reason)
        self._desk.messages.done(f"Moved {moved.nominee} to “{category(db, moved.category_id).name}”")

    def find_ineligible(self) -> None:
        """They may not be honoured in this round."""
        self._step(EntryStatus.INELIGIBLE, "is not eligible", "Mark as ineligible")

    def withdraw(self) -> None:
        """They are taken out."""
        self._step(EntryStatus.WITHDRAWN, "is withdrawn", "Withdraw")

    def bring_back(self) -> None:
        """They were out, and are back among those submitted."""
        self._step(EntryStatus.SUBMITTED, "comes back", "Bring back")

    def _step(self, to: EntryStatus, what: str, verb: str) -> None:
        held = self.one()
        refuse_decided(self._desk.db, held)
        dialog = AskReason(
            f"{held.nominee} {what}",
            verb,
            self._view,
            help_text="It is kept with the step, for whoever asks later.",
        )
        dialog.ask(partial(self._stepped, held, to))

    def _stepped(self, held: Entry, to: EntryStatus, reason: str) -> None:
        moved = move_entry(self._desk.db, held.id, to, now=self._now(), reason=reason)
        self._desk.messages.done(f"{moved.nominee}: {moved.status.label.lower()}")

    # Groups

    def group(self) -> None:
        """The nominees selected are one, known by the name of the first."""
        kept, *others = [entry(self._desk.db, key) for key in self._keys()]
        names = ", ".join(one.nominee for one in others)
        dialog = AskReason(
            "One nominee", "Group as one nominee", self._view, needed=False,
            intro=f"{names}: these nominations count for {kept.nominee}, {reference(self._desk.db, kept)}. "
            "The other names are kept, and hidden in blind copies too.",
        )  # fmt: skip
        dialog.ask(partial(self._grouped, kept, [one.id for one in others]))

    def _grouped(self, kept: Entry, others: Sequence[str], reason: str) -> None:
        made = group(self._desk.db, kept.id, others, now=self._now(), reason=reason)
        self._desk.messages.done(f"{made.nominee} is one nominee now")
        self.added.emit(made.id)

    def ungroup(self) -> None:
        """The nominee chosen is somebody of their own after all."""
        held = self.one()
        AskReason(f"Take {held.nominee} out of the group", "Take out", self._view).ask(
            partial(self._parted, held)
        )

    def _parted(self, held: Entry, reason: str) -> None:
        made = ungroup(self._desk.db, held.id, now=self._now(), reason=reason)
        self._desk.messages.done(f"{made.nominee} has nominations of their own again")
