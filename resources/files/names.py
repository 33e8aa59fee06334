"""Text that came from outside the program (a file's name, a command line) made fit to store and to show."""

import re
from pathlib import Path

_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def whole_text(text: str) -> str:
    """The text with a mark for each byte that was no UTF-8; neither a database nor a screen takes those bytes."""
    return _LONE_SURROGATES.sub("\ufffd", text)


def name_of(path: Path) -> str:
    """The file's name as it is stored and shown; the file itself is opened by its path."""
    return whole_text(path.name)
