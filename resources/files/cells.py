"""What every reading of a cell gives, and the text that it starts from."""

import re
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class Reading(NamedTuple, Generic[Value]):
    """A value, or none with the reason; a blank cell has neither."""

    value: Value | None
    reason: str = ""


_DROPPED = dict.fromkeys([*range(9), *range(14, 28), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])


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
