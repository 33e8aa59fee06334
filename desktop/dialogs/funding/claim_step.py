"""What is asked at a step of a claim: why it goes on, how much is allowed, why it does not, when it was paid."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.dialogs.funding.passing import PassingDialog
from desktop.widgets.forms.fields import DateField, LongTextField, money_field
from desktop.widgets.forms.form import Answers, FormDialog
from desktop.widgets.parts import label
from resources.wording import count_of, money
from workforce.funding.claims.concern import Concern
from workforce.funding.claims.lines import ClaimLine
from workforce.funding.funds.balance import Passed
from workforce.funding.vocabulary import ClaimStatus


@dataclass(frozen=True)
class GoesOn:
    """A claim is handed in or approved: how much of it, why in spite of what is known, and who passed an overspend."""

    pence: int | None
    despite: str
    passed: Passed | None


class StepOn(PassingDialog):
    """A claim is submitted, resubmitted or approved; what stops this step is said, and a reason asked."""

    def __init__(
        self, one: ClaimLine, title: str, verb: str, stopping: Sequence[Concern], parent: QWidget | None, *,
        asks_amount: bool = False, intro: str = "", told_before: Sequence[str] = (),
    ) -> None:  # fmt: skip
        told = f"{one.words}, {money(one.claim.money)}."
        super().__init__(title, verb, parent, intro=f"{told} {intro}".strip(), width=560)
        told_now = [concern.sentence for concern in stopping]
        if told_now or told_before:
            self.form.add_heading("What speaks against it")
            for sentence in dict.fromkeys([*told_now, *told_before]):
                self.form.add_widget(label(sentence, wrap=True, copyable=True))
        if asks_amount:
            self.form.add("pence", "Allowed", money_field(), value=one.claim.pence, needed=True,
                          help_text=f"Up to the {money(one.claim.pence)} that are claimed.")  # fmt: skip
        if stopping:
            self.form.add("despite", "Why it goes on all the same", LongTextField(lines=2), needed=True,
                          help_text="It is kept with the step, together with what is known.")  # fmt: skip
        self.add_passing()

    def value(self, answers: Answers) -> GoesOn:
        """What was answered; a row that was not asked gives nothing."""
        return GoesOn(answers.get("pence"), answers.get("despite") or "", self.passed(answers))


class GiveReason(FormDialog):
    """A step that needs a reason, or may have one."""

    def __init__(
        self, one: ClaimLine, title: str, verb: str, help_text: str, parent: QWidget | None, *, needed: bool = True
    ) -> None:  # fmt: skip
        super().__init__(title, verb, parent, intro=f"{one.words}, {money(one.claim.money)}.")
        self.form.add("reason", "Reason", LongTextField(lines=3), needed=needed, help_text=help_text)

    def value(self, answers: Answers) -> str:
        """The reason."""
        return str(answers["reason"] or "")


class PayClaims(FormDialog):
    """The day on which one or several were paid."""

    def __init__(self, some: Sequence[ClaimLine], today: date, parent: QWidget | None) -> None:
        pence = sum(one.claim.money for one in some)
        what = some[0].words if len(some) == 1 else count_of(len(some), "claim")
        super().__init__("Mark as paid", "Mark as paid", parent, intro=f"{what}, {money(pence)}.")
        self.form.add("paid_on", "Paid on", DateField(today=today), value=today, needed=True)

    def value(self, answers: Answers) -> date:
        """The day."""
        day: date = answers["paid_on"]
        return day


NEXT = {
    ClaimStatus.DRAFT: "Submit…",
    ClaimStatus.CHANGES_REQUESTED_STAFF: "Resubmit…",
    ClaimStatus.CHANGES_REQUESTED_FINANCE: "Resubmit…",
}
"""What handing in is called in each state."""
