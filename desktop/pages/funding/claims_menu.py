"""What can be done on the side Claims, and when."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.claim_step import NEXT
from desktop.pages.funding.claims_acts import ClaimActs
from desktop.pages.funding.claims_papers import ClaimPapers
from desktop.pages.funding.claims_steps import ClaimSteps
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from workforce.funding.claims.claims import Claim
from workforce.funding.claims.steps import may_follow
from workforce.funding.vocabulary import ClaimStatus

S = ClaimStatus
_STEPS = (
    "claim_submit", "claim_approve", "claim_changes", "claim_decline", "claim_pay", "claim_failed",
    "claim_reopen", "claim_edit",
)  # fmt: skip


class ClaimsView(Protocol):
    """The side, as its actions see it."""

    def keys(self) -> list[str]: ...

    def chosen(self) -> list[Claim]: ...

    def may_write(self) -> bool: ...


class ClaimsMenu(QObject):
    """The actions, each with whether it can be run now."""

    def __init__(self, desk: Desk, side: ClaimsView, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._desk, self._side = desk, side
        self.acts = ClaimActs(desk, view, side.keys, now=now)
        self.steps = ClaimSteps(desk, view, side.keys, now=now)
        self.papers = ClaimPapers(desk, view, side.keys, now=now)

    def listed(self) -> list[Action]:
        """What is done most, then the rest."""
        acts, papers, may, one = self.acts, self.papers, self._side.may_write, self._is_one
        return [
            Action("claim_add", "Add a claim…", acts.add, icon="add", primary=True, enabled=may),
            Action("claim_list_in", "Take in a list…", papers.choose, icon="import", enabled=may),
            Action("claim_form", "Claim form…", papers.save_form, icon="export", enabled=self._is_some,
                   label_now=self._form_words,
                   tip="Of the claims selected those submitted and not paid, in the payer’s columns"),
            *self._steps(),
            Action("claim_evidence", "Note evidence…", papers.note_evidence, enabled=one, toolbar=False),
            Action("claim_attach", "Attach a file…", papers.attach, enabled=one, toolbar=False),
            Action("claim_edit", "Change…", acts.edit, icon="edit", enabled=self._can_change, toolbar=False),
            Action("claim_remove", "Remove…", acts.remove, enabled=partial(self._stands, S.DRAFT), toolbar=False,
                   tip="Where it was entered by mistake"),
            Action("claim_provider", "Open in Providers", self._go_to_provider, icon="providers", toolbar=False,
                   enabled=self._is_any),
        ]  # fmt: skip

    def _steps(self) -> list[Action]:
        steps = self.steps
        return [
            Action("claim_submit", "Submit…", steps.submit, icon="check", enabled=self._can_submit,
                   label_now=self._submit_words, toolbar=False),
            Action("claim_approve", "Approve…", steps.approve, icon="check", enabled=self._can_approve, toolbar=False),
            Action("claim_changes", "Request changes…", steps.request_changes, enabled=self._can_send_back,
                   toolbar=False),
            Action("claim_pay", "Mark as paid…", steps.pay, icon="check", enabled=self._can_pay, toolbar=False),
            Action("claim_failed", "Payment failed…", steps.payment_failed, toolbar=False,
                   enabled=partial(self._may, S.PAYMENT_FAILED)),
            Action("claim_decline", "Decline…", steps.decline, enabled=partial(self._may, S.DECLINED), toolbar=False),
            Action("claim_withdraw", "Withdraw…", steps.withdraw, enabled=partial(self._may, S.WITHDRAWN),
                   toolbar=False),
            Action("claim_reopen", "Open again…", steps.reopen, enabled=partial(self._may, S.DRAFT), toolbar=False),
        ]  # fmt: skip

    def in_pane(self) -> list[Action]:
        """The steps that are taken most of the state that the claim is in."""
        return [one for one in self.listed() if one.name in _STEPS and one.ready()]

    def of_evidence(self) -> list[Action]:
        """The ways to prove it."""
        return [
            one for one in self.listed() if one.name in ("claim_evidence", "claim_attach") and one.ready()
        ]

    # When

    def _one(self) -> Claim | None:
        some = self._side.chosen()
        return some[0] if len(some) == 1 else None

    def _is_one(self) -> bool:
        return self._side.may_write() and self._one() is not None

    def _is_any(self) -> bool:
        return self._one() is not None

    def _is_some(self) -> bool:
        return bool(self._side.chosen())

    def _form_words(self) -> str:
        number = len(self._side.chosen())
        return f"Claim form of {number:,} selected…" if number > 1 else "Claim form…"

    def _may(self, wanted: ClaimStatus) -> bool:
        one = self._one()
        return self._side.may_write() and one is not None and may_follow(one.status, wanted)

    def _stands(self, status: ClaimStatus) -> bool:
        one = self._one()
        return self._side.may_write() and one is not None and one.status is status

    def _can_change(self) -> bool:
        one = self._one()
        return self._side.may_write() and one is not None and one.can_change

    def _can_submit(self) -> bool:
        return self._may(S.SUBMITTED) or self._may(S.RESUBMITTED)

    def _submit_words(self) -> str:
        one = self._one()
        return NEXT.get(one.status, "Submit…") if one is not None else "Submit…"

    def _can_approve(self) -> bool:
        return self._may(S.APPROVED_BY_STAFF) or self._may(S.APPROVED_BY_FINANCE)

    def _can_send_back(self) -> bool:
        return self._may(S.CHANGES_REQUESTED_STAFF) or self._may(S.CHANGES_REQUESTED_FINANCE)

    def _can_pay(self) -> bool:
        some = self._side.chosen()
        return self._side.may_write() and bool(some) and all(may_follow(one.status, S.PAID) for one in some)

    def _go_to_provider(self) -> None:
        one = self._one()
        if one is not None:
            self._desk.navigator.go("providers", one.service_id or one.provider_id)
