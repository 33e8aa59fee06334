"""What can be done while nominees are qualified, and when."""

from awards.nominations.entries import Entry, entry, is_entry
from awards.nominations.steps import may_move
from awards.qualifying.qualify import WAITING
from awards.vocabulary import EntryStatus, NomineeKind
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.qualifying_acts import QualifyingActs
from desktop.pages.awards.qualifying_looking import LookingActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk

_IN_PANE = ("qualify_ineligible", "qualify_back")


class QualifyingMenu:
    """Actions on the nominee that the side has chosen, and on the round."""

    def __init__(self, desk: Desk, side: AwardsSide, acts: QualifyingActs, looking: LookingActs) -> None:
        self._desk, self._side, self._acts, self._looking = desk, side, acts, looking

    def listed(self) -> list[Action]:
        """All of them; the first is the one that matters."""
        acts = self._acts
        return [
            Action("qualify_send", "Send to the judges", acts.send, "Ctrl+J", icon="check", primary=True,
                   enabled=self.may_send, tip="Where something speaks against it the chair’s reason is asked"),
            Action("qualify_ready", "Send all who are ready…", acts.send_ready, enabled=self._side.may_change_round),
            Action("qualify_employed", "Still employed?…", self._looking.ask_employment, enabled=self._may_ask),
            Action("qualify_return", "Return for information…", acts.return_for_information,
                   enabled=lambda: self._may(EntryStatus.RETURNED_FOR_INFO)),
            Action("qualify_ineligible", "Ineligible…", acts.find_ineligible,
                   enabled=lambda: self._may(EntryStatus.INELIGIBLE)),
            Action("qualify_back", "Back to qualifying…", acts.back, toolbar=False, enabled=self._may_back),
            Action("qualify_all_yes", "Yes to all that is open", self._looking.answer_open, toolbar=False,
                   enabled=self.may_check),
            Action("qualify_lengths", "Rule on their length…", self._looking.rule_lengths, toolbar=False,
                   enabled=self.may_send, tip="What the judges read of statements over the limit, of all selected"),
            Action("qualify_take_up", "Take up all that are submitted", acts.take_up, toolbar=False,
                   enabled=self._side.may_change_round),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """What is done with somebody of whom something is known since, where it can be done now."""
        return [one for one in self.listed() if one.name in _IN_PANE and one.ready()]

    def of_employment(self) -> list[Action]:
        """The way to note whether they still work there."""
        return [one for one in self.listed() if one.name == "qualify_employed" and one.ready()]

    # When

    def held(self) -> Entry | None:
        """The nominee chosen; None where none is."""
        key = self._side.row_for_history()[1]
        return entry(self._desk.db, key) if key and is_entry(self._desk.db, key) else None

    def _may(self, to: EntryStatus) -> bool:
        held, rnd = self.held(), self._side.round()
        return (
            self._side.may_change_round()
            and held is not None
            and rnd is not None
            and may_move(held.status, to, rnd.phase) is None
        )

    def may_send(self) -> bool:
        """Whether the nominee waits for the judges, whatever speaks against it."""
        held = self.held()
        return self._side.may_change_round() and held is not None and held.status in WAITING

    def _may_back(self) -> bool:
        held = self.held()
        return (
            held is not None
            and held.status is not EntryStatus.SUBMITTED
            and self._may(EntryStatus.QUALIFYING)
        )

    def _may_ask(self) -> bool:
        held = self.held()
        return (
            self._side.may_change_round() and held is not None and held.nominee_kind is NomineeKind.INDIVIDUAL
        )

    def may_check(self) -> bool:
        """Whether the checklist of the nominee can be answered."""
        held = self.held()
        if held is None or not self._side.may_change_round():
            return False
        return held.status.is_before_judging or held.status is EntryStatus.INELIGIBLE
