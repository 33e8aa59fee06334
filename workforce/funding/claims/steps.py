"""Which step may follow which, and who may take it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from unicodedata import normalize

from resources.wording import and_list, date_words, in_london, lower_first
from workforce.funding.vocabulary import ClaimStatus

S = ClaimStatus
_WAITS_FOR_OFFICER = (S.APPROVED_BY_STAFF, S.CHANGES_REQUESTED_STAFF, S.DECLINED, S.WITHDRAWN)
_WAITS_FOR_PROVIDER = (S.RESUBMITTED, S.DECLINED, S.WITHDRAWN)

MAY_FOLLOW: dict[ClaimStatus, tuple[ClaimStatus, ...]] = {
    S.DRAFT: (S.SUBMITTED, S.WITHDRAWN),
    S.SUBMITTED: _WAITS_FOR_OFFICER,
    S.RESUBMITTED: _WAITS_FOR_OFFICER,
    S.CHANGES_REQUESTED_STAFF: _WAITS_FOR_PROVIDER,
    S.APPROVED_BY_STAFF: (S.APPROVED_BY_FINANCE, S.CHANGES_REQUESTED_FINANCE, S.DECLINED, S.WITHDRAWN),
    S.CHANGES_REQUESTED_FINANCE: _WAITS_FOR_PROVIDER,
    S.APPROVED_BY_FINANCE: (S.PAID, S.PAYMENT_FAILED, S.WITHDRAWN),
    S.PAYMENT_FAILED: (S.PAID, S.WITHDRAWN),
    S.PAID: (S.PAYMENT_FAILED,),
    S.DECLINED: (S.DRAFT,),
    S.WITHDRAWN: (S.DRAFT,),
}
"""A payment can come back after it was made; what was declined or withdrawn can be opened again."""

WAITS_FOR_OFFICER = (S.SUBMITTED, S.RESUBMITTED)
WAITS_FOR_FINANCE = (S.APPROVED_BY_STAFF,)
WAITS_FOR_PROVIDER = (S.DRAFT, S.CHANGES_REQUESTED_STAFF, S.CHANGES_REQUESTED_FINANCE)
WAITS_FOR_PAYMENT = (S.APPROVED_BY_FINANCE, S.PAYMENT_FAILED)

_VERBS = {
    S.DRAFT: "opened again",
    S.SUBMITTED: "submitted",
    S.RESUBMITTED: "resubmitted",
    S.CHANGES_REQUESTED_STAFF: "sent back by an officer",
    S.CHANGES_REQUESTED_FINANCE: "sent back by finance",
    S.APPROVED_BY_STAFF: "approved by an officer",
    S.APPROVED_BY_FINANCE: "approved by finance",
    S.PAID: "paid",
    S.PAYMENT_FAILED: "marked as a failed payment",
    S.DECLINED: "declined",
    S.WITHDRAWN: "withdrawn",
}

NEXT = {
    S.DRAFT: "To be submitted",
    S.SUBMITTED: "Officer approves",
    S.RESUBMITTED: "Officer approves",
    S.CHANGES_REQUESTED_STAFF: "Provider answers",
    S.CHANGES_REQUESTED_FINANCE: "Provider answers",
    S.APPROVED_BY_STAFF: "Finance approves",
    S.APPROVED_BY_FINANCE: "To be paid",
    S.PAYMENT_FAILED: "To be paid again",
}
"""What a claim waits for; one that is not here is at its end."""


@dataclass(frozen=True)
class ClaimStep:
    """A step that was taken."""

    id: str
    claim_id: str
    at: datetime
    by: str
    from_status: ClaimStatus | None
    to_status: ClaimStatus
    reason: str

    @property
    def words(self) -> str:
        """Approved by officer, by Ada Example on 3 May 2020."""
        return f"{self.to_status.label}, by {self.by} on {date_words(in_london(self.at))}"


def may_follow(held: ClaimStatus, wanted: ClaimStatus) -> bool:
    """Whether this step can be taken now."""
    return wanted in MAY_FOLLOW[held]


def why_not(number: int, held: ClaimStatus, wanted: ClaimStatus) -> str:
    """Why a step cannot be taken, and what can; "" where it can."""
    if may_follow(held, wanted):
        return ""
    can = and_list([_VERBS[one] for one in MAY_FOLLOW[held]], "or")
    return f"Claim {number} is {status_words(held)}, and cannot be {_VERBS[wanted]} now. It can be {can}."


def status_words(held: ClaimStatus) -> str:
    """As it stands in a sentence after “is”: a draft, submitted."""
    return "a draft" if held is ClaimStatus.DRAFT else lower_first(held.label)


def same_person(first: str, second: str) -> bool:
    """Whether two names as typed at the desk are one person's, however their letters are put together."""
    return _folded(first) == _folded(second)


def _folded(name: str) -> str:
    return " ".join(normalize("NFKC", name).split()).casefold()


def approved_by(steps: Sequence[ClaimStep]) -> str:
    """Who gave the officer's approval that stands; "" where none does."""
    for one in reversed(steps):
        if one.to_status is S.APPROVED_BY_STAFF:
            return one.by
        if one.to_status in (S.SUBMITTED, S.RESUBMITTED, S.DRAFT):
            return ""
    return ""


def who_may_not(wanted: ClaimStatus, by: str, steps: Sequence[ClaimStep]) -> str:
    """Why this person may not take the step; "" where they may. `steps` are those taken, the earliest first."""
    if wanted not in (S.APPROVED_BY_STAFF, S.APPROVED_BY_FINANCE):
        return ""
    if not by.strip():
        return (
            "Nobody is named at this desk, and an approval needs a name. Give yours first, under “Your name…” in the "
            "File menu."
        )
    officer = approved_by(steps)
    if wanted is S.APPROVED_BY_FINANCE and officer and same_person(by, officer):
        return (
            f"{officer} gave the officer’s approval, and finance’s needs another person. Ask a colleague to "
            "approve it at their own desk, or here once their name stands under “Your name…” in the File menu."
        )
    return ""
