"""Names of files made from names of people and places: fit for every system, and no two alike."""

import re
from collections.abc import Iterable
from unicodedata import normalize

from resources.files.names import whole_text
from resources.problem import Problem

LONGEST, MOST_BYTES = 100, 200
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]')
_NOT_ON_WINDOWS = re.compile(r'[<>:"\\|?*]')
_KEPT_BY_WINDOWS = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=$|\.|\s)", re.IGNORECASE
)


def safe_name(text: str, *, otherwise: str = "Unnamed") -> str:
    """Text as a file's name without its ending: nothing that Windows forbids, keeps for itself or drops."""
    plain = " ".join(_FORBIDDEN.sub(" ", normalize("NFC", text)).split())[:LONGEST]
    plain = plain.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .") or otherwise
    return f"_{plain}" if _KEPT_BY_WINDOWS.match(plain) else plain


def refuse_unfit(name: str) -> None:
    """Refuse a file's name that some system cannot take: files go from one desk to another.

    Windows takes “a:b” for a hidden part of the file “a”, and “CON” for the screen.
    """
    sign = _NOT_ON_WINDOWS.search(name)
    if sign is not None:
        raise Problem(
            f"“{whole_text(name)}” holds “{sign[0]}”, which Windows takes in no name of a file. Choose another name."
        )
    if _KEPT_BY_WINDOWS.match(name):
        raise Problem(f"“{whole_text(name)}” is a name that Windows keeps for itself. Choose another name.")


def unique_names(texts: Iterable[str], ending: str) -> list[str]:
    """A name with the ending for each text, in order; whatever their capitals, no two are alike."""
    taken: set[str] = set()
    names = []
    for text in texts:
        base = safe_name(text)
        name, number = f"{base}{ending}", 2
        while name.casefold() in taken:
            name, number = f"{base} ({number}){ending}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names
