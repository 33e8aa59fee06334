"""Something that wants doing, as Home lists it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Urgency(Enum):
    """How soon; Home lists in this order."""

    TODAY = "Today"
    DUE = "Due"
    SOON = "Soon"
    WHEN_YOU_CAN = "When you can"


@dataclass(frozen=True)
class Attention:
    """One line of the working list: what, about what, and where it is done (a page and a row of it).

    `verb` is the one action offered. `day` is when it is due or happened.
    """

    urgency: Urgency
    what: str
    detail: str
    page: str
    key: str
    verb: str
    day: date | None = None
