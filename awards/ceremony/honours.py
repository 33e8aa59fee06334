"""What somebody nominated may be called at the ceremony, and until when nobody outside may know of it."""

from collections.abc import Iterable

from awards.rounds.rounds import AwardRound
from awards.vocabulary import EntryStatus
from resources.problem import Problem
from resources.words import Word


class Honour(Word):
    """How far somebody came, the highest first."""

    WINNER = "winner", "Winner"
    HIGHLY_COMMENDED = "highly_commended", "Highly commended"
    RUNNER_UP = "runner_up", "Runner-up"
    FINALIST = "finalist", "Finalist"
    NOMINEE = "nominee", "Nominee"

    @property
    def is_finalist(self) -> bool:
        """Whether they were a finalist at least."""
        return self is not Honour.NOMINEE

    @property
    def is_decided(self) -> bool:
        """Whether the panel decides on it, so that nobody may know of it before the announcement."""
        return self in (Honour.WINNER, Honour.HIGHLY_COMMENDED, Honour.RUNNER_UP)


_HONOURS = {
    EntryStatus.WINNER: Honour.WINNER,
    EntryStatus.PENDING_WINNER: Honour.WINNER,
    EntryStatus.HIGHLY_COMMENDED: Honour.HIGHLY_COMMENDED,
    EntryStatus.PENDING_HIGHLY_COMMENDED: Honour.HIGHLY_COMMENDED,
    EntryStatus.RUNNER_UP: Honour.RUNNER_UP,
    EntryStatus.PENDING_RUNNER_UP: Honour.RUNNER_UP,
    EntryStatus.SHORTLISTED: Honour.FINALIST,
}


def honour_of(status: EntryStatus) -> Honour | None:
    """What somebody is, told or not; None for drafts and for those who are out."""
    if status is EntryStatus.DRAFT or status.is_out:
        return None
    return _HONOURS.get(status, Honour.NOMINEE)


def is_secret(held: AwardRound, statuses: Iterable[EntryStatus]) -> bool:
    """Whether papers on these people tell what is not announced: until then all of them do, since gaps tell too."""
    return held.announced_at is None or any(status.is_pending for status in statuses)


def refuse_secret(held: AwardRound, statuses: Iterable[EntryStatus], what: str) -> None:
    """Raises Problem before the announcement; `what` are the papers asked for."""
    if is_secret(held, statuses):
        raise Problem(
            f"The results of {held.name} are not all announced yet, and {what} tell of them. Announce them first, "
            "under “Results”."
        )


EMBARGO = "UNDER EMBARGO"
"""What the name of every file begins with that tells of results before they are announced."""
