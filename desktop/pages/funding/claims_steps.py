"""The steps of claims: each asks by a dialog and makes one change."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.claim_step import GiveReason, GoesOn, PayClaims, StepOn
from desktop.shell.page import Desk
from resources.problem import Problem
from resources.wording import count_of, in_london
from workforce.funding.claims import approving, claims
from workforce.funding.claims.claims import Claim
from workforce.funding.claims.concerns import Concern, Stops, concerns
from workforce.funding.claims.lines import ClaimLine, line, lines_of
from workforce.funding.claims.steps import who_may_not
from workforce.funding.vocabulary import ClaimStatus


class ClaimSteps(QObject):
    """Steps of the claims that `keys` gives, the first of them where one is meant."""

    def __init__(
        self, desk: Desk, view: QWidget, keys: Callable[[], Sequence[str]], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._keys, self._now = desk, view, keys, now

    def _one(self) -> ClaimLine:
        return line(self._desk.db, self._keys()[0])

    def _today(self) -> date:
        return in_london(self._now()).date()

    # Steps on

    def submit(self) -> None:
        """Hand it in, or in again."""
        one = self._one()
        again = one.claim.status is not ClaimStatus.DRAFT
        title, verb = ("Resubmit the claim", "Resubmit") if again else ("Submit the claim", "Submit")
        dialog = StepOn(one, title, verb, self._stopping(one, Stops.SUBMISSION), self._view)
        dialog.ask(partial(self._submitted, one.claim, again))

    def _submitted(self, held: Claim, again: bool, on: GoesOn) -> None:
        hand_in = approving.resubmit if again else approving.submit
        hand_in(self._desk.db, held.id, now=self._now(), passed=on.passed, despite=on.despite)
        self._desk.messages.done(f"{'Resubmitted' if again else 'Submitted'} claim {held.number}")

    def approve(self) -> None:
        """As an officer, or for finance: never both by one person, which is said before anything is asked."""
        one, db = self._one(), self._desk.db
        by_finance = one.claim.status is ClaimStatus.APPROVED_BY_STAFF
        wanted = ClaimStatus.APPROVED_BY_FINANCE if by_finance else ClaimStatus.APPROVED_BY_STAFF
        against = who_may_not(wanted, db.who, approving.steps_of(db, one.claim.id))
        if against:
            raise Problem(against)
        stopping = self._stopping(one, Stops.APPROVAL)
        title = "Approve for finance" if by_finance else "Approve as an officer"
        intro = f"You approve it as {db.who}." + ("" if by_finance else " Finance approves it after you.")
        dialog = StepOn(one, title, "Approve", stopping, self._view, asks_amount=not by_finance, intro=intro,
                        told_before=self._told_before(one) if by_finance else ())  # fmt: skip
        dialog.ask(partial(self._approved, one.claim))

    def _told_before(self, one: ClaimLine) -> list[str]:
        """What speaks against it still, and why the officer approved it all the same: finance is to know both."""
        against = [each.sentence for each in concerns(self._desk.db, one.claim, today=self._today())]
        steps = approving.steps_of(self._desk.db, one.claim.id)
        officer = next((each for each in reversed(steps) if each.to_status is one.claim.status), None)
        reason = (
            [f"{officer.by} approved it: {officer.reason}"] if officer is not None and officer.reason else []
        )
        return [*against, *reason]

    def _approved(self, held: Claim, on: GoesOn) -> None:
        made = approving.approve(
            self._desk.db,
            held.id,
            now=self._now(),
            approved_pence=on.pence,
            passed=on.passed,
            despite=on.despite,
        )
        self._desk.messages.done(f"Claim {made.number}: {made.status.label.lower()}")

    def _stopping(self, one: ClaimLine, step: Stops) -> list[Concern]:
        return approving.stopping(self._desk.db, one.claim, step, today=self._today())

    def pay(self) -> None:
        """One or several were paid."""
        db = self._desk.db
        some = lines_of(db, [claims.claim(db, key) for key in self._keys()])
        PayClaims(some, self._today(), self._view).ask(partial(self._paid, [one.claim for one in some]))

    def _paid(self, some: Sequence[Claim], paid_on: date) -> None:
        approving.pay_claims(self._desk.db, [one.id for one in some], now=self._now(), paid_on=paid_on)
        which = f"claim {some[0].number}" if len(some) == 1 else count_of(len(some), "claim")
        self._desk.messages.done(f"Paid {which}")

    # Steps with a reason

    def request_changes(self) -> None:
        """Something is to be put right by the provider."""
        self._with_reason(
            "Request changes", "Request changes", "What is to be changed, as the provider is told it.",
            lambda key, why: approving.request_changes(self._desk.db, key, now=self._now(), reason=why),
        )  # fmt: skip

    def decline(self) -> None:
        """It is not paid."""
        self._with_reason(
            "Decline the claim", "Decline", "Why it is not paid. Who was declined, and why, is never published.",
            lambda key, why: approving.decline(self._desk.db, key, why, now=self._now()),
        )  # fmt: skip

    def withdraw(self) -> None:
        """The provider does not want it any more."""
        self._with_reason(
            "Withdraw the claim", "Withdraw", "Why, where that is known.",
            lambda key, why: approving.withdraw(self._desk.db, key, why, now=self._now()), needed=False,
        )  # fmt: skip

    def reopen(self) -> None:
        """It is a draft again."""
        self._with_reason(
            "Open the claim again", "Open again", "Why, such as an appeal that was upheld.",
            lambda key, why: approving.reopen(self._desk.db, key, why, now=self._now()),
        )  # fmt: skip

    def payment_failed(self) -> None:
        """The money did not arrive, or came back."""
        self._with_reason(
            "The payment failed", "Mark as failed", "Why, such as “account closed”. The money stays promised.",
            lambda key, why: approving.payment_failed(self._desk.db, key, why, now=self._now()),
        )  # fmt: skip

    def _with_reason(
        self, title: str, verb: str, help_text: str, step: Callable[[str, str], Claim], *, needed: bool = True
    ) -> None:
        one = self._one()

        def then(reason: str) -> None:
            made = step(one.claim.id, reason)
            self._desk.messages.done(f"Claim {made.number}: {made.status.label.lower()}")

        GiveReason(one, title, verb, help_text, self._view, needed=needed).ask(then)
