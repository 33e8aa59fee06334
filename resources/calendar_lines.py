"""Lines of a calendar file as the standard has them (RFC 5545). Pure."""

from collections.abc import Iterable

LONGEST_LINE = 75
"""In bytes, as the standard has it."""


def escaped(text: str) -> str:
    """Text as a value: commas, semicolons, backslashes and line ends, without what no text may hold."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(letter for letter in text if letter in "\n\t" or (letter >= " " and letter != "\x7f"))
    for letter, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        kept = kept.replace(letter, written)
    return kept


def folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, each further one begun with a space; no letter is parted."""
    pieces, piece, room = [], "", LONGEST_LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", LONGEST_LINE - 1
        piece += letter
        room -= size
    return "\r\n ".join([*pieces, piece])


def file_text(lines: Iterable[str]) -> str:
    """The whole file, each line folded and ended as the standard has it."""
    return "".join(f"{folded(line)}\r\n" for line in lines)
