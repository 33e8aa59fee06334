"""Whether a nominee may go to the judges, with the reasons. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from awards.qualifying.concerns import Concern, ConcernKind

_FIRM = (ConcernKind.NO_VOICE,)
"""What no reason of the chair's makes good: the judges would have nothing to read."""

_CHAIR_ONLY = "The Qualifying side, the chair’s screen, says what else."


@dataclass(frozen=True)
class Readiness:
    """`against` is what stops them, `firm` whether even the chair cannot pass it."""

    against: tuple[Concern, ...]
    firm: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether nothing stops them."""
        return not self.against

    @property
    def words(self) -> str:
        """Ready, or how much stops them, for a table’s cell: it says nothing of what that is."""
        if self.is_ready:
            return "Ready"
        return "Cannot be judged" if self.firm else "To decide"

    @property
    def open_sentences(self) -> tuple[str, ...]:
        """What stops them, fit for any screen: what only the chair’s screen says is said to be there, and not what."""
        said = [one.sentence for one in self.against if not one.exempt]
        return (*said, _CHAIR_ONLY) if len(said) < len(self.against) else tuple(said)

    def refusal(self, nominee: str, reason: str) -> str | None:
        """Why they do not go to the judges for this reason; None where they do. Fit for any screen."""
        if self.is_ready or (reason.strip() and not self.firm):
            return None
        said = " ".join(self.open_sentences)
        if self.firm:
            return f"{nominee} cannot go to the judges. {said}"
        return f"{nominee} is not ready for the judges. {said} Put it right, or give the chair’s reason to go on."


def readiness(found: Sequence[Concern]) -> Readiness:
    """From everything that speaks against a nominee."""
    against = tuple(one for one in found if one.stops)
    return Readiness(against, firm=any(one.kind in _FIRM for one in against))
