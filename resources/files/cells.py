"""What every reading of a cell gives, and the text that it starts from."""

import re
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Reading(NamedTuple, Generic[Value]):
    """A value, or none with the reason; a blank cell has neither."""

    value: Value | None
    reason: str = ""


_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
"""Signs that only turn the way in which others are read: with them a name can look like another."""
_UNSEEN = (0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)
_DROPPED = dict.fromkeys([*range(9), *range(14, 28), 0x7F, *_UNSEEN, *_TURNING])
_TYPED: dict[int, str | None] = {
    **dict.fromkeys([*range(9), *range(14, 32), *range(0x7F, 0xA0), *_UNSEEN, *_TURNING]),
    **dict.fromkeys((0x0B, 0x0C, 0x85, 0x2028, 0x2029), "\n"),
}


def typed_text(text: str) -> str:
    """Text as somebody typed or pasted it, without signs that nobody sees and edge blanks; its lines stay."""
    if text.isprintable():
        return text.strip()
    return text.translate(_TYPED).replace("\r\n", "\n").strip()


def clean_text(text: str, *, keep_lines: bool = False) -> str:
    """Text without doubled, no-break or edge blanks and unseen characters; curly quotes are kept."""
    if not (text.isascii() and text.isprintable()):
        text = text.translate(_DROPPED)
    elif "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # most cells are tidy
    if keep_lines:
        lines = (" ".join(line.split()) for line in text.splitlines())
        return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return " ".join(text.split())


_ERROR_VALUE = re.compile(
    r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|GETTING_DATA)", re.I
)


def is_error_value(text: str) -> bool:
    """Whether a cell holds what a spreadsheet writes where its formula has no result."""
    return _ERROR_VALUE.fullmatch(text.strip()) is not None


def shown(text: str, limit: int = 40) -> str:
    """A cell's text as a sentence quotes it: cleaned, not too long, in quotation marks."""
    plain = clean_text(text)
    return f"“{plain if len(plain) <= limit else plain[: limit - 1] + '…'}”"
