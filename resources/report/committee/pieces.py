"""What a report is composed of: blocks with their origins, and what is found to mend on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from resources.report.blocks import Block
from resources.report.committee.parts import Part
from resources.report.committee.to_mend import ToMend, Weight


class SentenceState(Enum):
    """Where the words of a block are from."""

    AS_MADE = "as_made"
    EDITED = "edited"
    EDITED_AND_CHANGED = "edited_and_changed"
    """What the program would say now is not what it said when somebody edited it."""
    TYPED = "typed"

    @property
    def is_edited(self) -> bool:
        """Whether somebody put a generated sentence in other words."""
        return self in (SentenceState.EDITED, SentenceState.EDITED_AND_CHANGED)


@dataclass(frozen=True, kw_only=True)
class Origin:
    """What a block comes from; empty where there is none of it.

    `item` is the key of the outline's line, `generated` what the program says now, `was` what it said when the sentence
    was edited.
    """

    state: SentenceState = SentenceState.AS_MADE
    item: str = ""
    part: Part | None = None
    section: str = ""
    sentence: str = ""
    generated: str = ""
    was: str = ""


@dataclass(frozen=True)
class Piece:
    """A block and what it comes from."""

    block: Block
    origin: Origin


@dataclass
class Draft:
    """A report while it is composed."""

    pieces: list[Piece] = field(default_factory=list)
    to_mend: list[ToMend] = field(default_factory=list)
    left_out: list[Origin] = field(default_factory=list)

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(piece.block for piece in self.pieces)

    def add(self, blocks: Iterable[Block], origin: Origin) -> None:
        """More blocks, all of one origin."""
        self.pieces += [Piece(block, origin) for block in blocks]

    def stop(self, words: str, *, where: str = "", item: str = "", part: Part | None = None) -> None:
        """Something that must be mended before the report is saved."""
        self.to_mend.append(ToMend(Weight.STOPS, words, where, item, part.value if part else ""))

    def look(
        self, words: str, *, where: str = "", item: str = "", part: Part | None = None, sentence: str = ""
    ) -> None:
        """Something to be looked at."""
        self.to_mend.append(ToMend(Weight.LOOK, words, where, item, part.value if part else "", sentence))
