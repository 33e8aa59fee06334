"""What the preview says beside a block; it is not printed."""

from enum import Enum

from resources.report.exemption import Exemption


class BlockMark(Enum):
    """What somebody did to a generated sentence, in the words that stand beside it."""

    EDITED = "Edited"
    CHANGED = "Edited, and changed beneath"


class Showing(Enum):
    """Which of a report's documents is shown."""

    WHOLE = "whole"
    PUBLIC = "public"
    EXEMPT = "exempt"


def exempt_words(exempt: Exemption) -> str:
    """What stands beside a block that is not for publication."""
    return f"Exempt, paragraph {exempt.paragraph}"
