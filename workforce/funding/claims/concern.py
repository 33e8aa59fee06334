"""Something that speaks against a claim."""

from dataclasses import dataclass
from enum import IntEnum


class Stops(IntEnum):
    """From which step on it stops a claim, unless a reason is given why that goes on."""

    SUBMISSION = 1
    APPROVAL = 2
    NOTHING = 3


@dataclass(frozen=True)
class Concern:
    """One thing, in a sentence that says what was expected and what was found."""

    sentence: str
    stops: Stops

    def stops_at(self, step: Stops) -> bool:
        """Whether it stops this step."""
        return self.stops <= step

    @property
    def stops_words(self) -> str:
        """What it stops, in a table's cell."""
        return {
            Stops.SUBMISSION: "Stops it", Stops.APPROVAL: "Stops approval", Stops.NOTHING: "Worth knowing",
        }[self.stops]  # fmt: skip


def stops_submission(sentence: str) -> Concern:
    """It is not handed in so."""
    return Concern(sentence, Stops.SUBMISSION)


def stops_approval(sentence: str) -> Concern:
    """It is not approved so."""
    return Concern(sentence, Stops.APPROVAL)


def worth_knowing(sentence: str) -> Concern:
    """It stops nothing."""
    return Concern(sentence, Stops.NOTHING)
