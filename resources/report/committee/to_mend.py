"""What is to be mended before a report is saved, or looked at."""

from dataclasses import dataclass, field
from enum import Enum


class Weight(Enum):
    """Whether the report can be saved with it."""

    STOPS = "stops"
    LOOK = "look"


@dataclass(frozen=True)
class ToMend:
    """One thing, as a sentence that says what is wrong and what to do.

    `where` says where it stands in words ("paragraph 12", "table 3"), `block` is its place among the blocks.
    `item` is the key of the outline's line, `part` the word of the formal part and `sentence` the name of the generated
    sentence that it stands in, where it has one.
    """

    weight: Weight
    words: str
    where: str = ""
    item: str = ""
    part: str = ""
    sentence: str = ""
    block: int | None = field(default=None, compare=False)
