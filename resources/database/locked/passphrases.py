"""Whether a passphrase may lock a register: pure, with the reason where it may not."""

import re
import unicodedata
from collections.abc import Iterable

from resources.database.locked.recovery import could_be_code
from resources.problem import FieldProblem

LEAST_WORDS, LEAST_SIGNS = 4, 14
_LEAST_OF_WORDS = 12  # four words of one letter each are no passphrase
_EVERYBODYS = frozenset(
    {
        "correct horse battery staple",
        "four words for you",
        "let me in to this file",
        "the quick brown fox",
        "this is my passphrase",
        "this is the passphrase",
        "sample county passphrase",
    }
)


def as_typed(passphrase: str) -> str:
    """What counts of it: letters as they are, gaps as one space each. Two keyboards write one letter in two ways."""
    return " ".join(unicodedata.normalize("NFKC", passphrase).split())


def why_too_weak(passphrase: str, *, about: Iterable[str] = ()) -> str | None:
    """The reason in a sentence, or None. `about` are names that anybody would try first: the file's, the council's."""
    counted = as_typed(passphrase)
    folded = _folded(counted)
    if not counted:
        return "Type a passphrase: at least four words, or 14 letters and signs."
    if len(folded.split()) < LEAST_WORDS and len(counted) < LEAST_SIGNS:
        return f"Use at least four words, or {LEAST_SIGNS} letters and signs. This has {len(counted)}."
    if len(counted) < _LEAST_OF_WORDS:
        return f"Four words this short are soon tried out. Use longer ones: {_LEAST_OF_WORDS} letters or more in all."
    if len(set(folded.replace(" ", ""))) < 6:
        return "The same few letters again and again are soon tried out. Use words that differ."
    if len(set(folded.split())) == 1 and len(folded.split()) > 1:
        return "One word again and again is soon tried out. Use words that differ."
    if _is_a_row(folded.replace(" ", "")):
        return "Letters or numbers in their order are among the first that are tried. Use words."
    if folded in _EVERYBODYS:
        return "Everybody knows this one. Use words of your own."
    if could_be_code(counted):
        return "This is a recovery code. The passphrase has to be something else."
    return next((_of_a_name(name) for name in about if _is_hardly_more_than(folded, _folded(name))), None)


def refuse_weak(passphrase: str, *, about: Iterable[str] = ()) -> str:
    """The passphrase as it counts. Raises `FieldProblem` where it is too weak."""
    reason = why_too_weak(passphrase, about=about)
    if reason is not None:
        raise FieldProblem("passphrase", reason)
    return as_typed(passphrase)


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", as_typed(text).casefold()).split())


def _is_a_row(text: str) -> bool:
    rows = ("abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm")
    return any(text in row * 3 or text in (row * 3)[::-1] for row in rows)


def _is_hardly_more_than(passphrase: str, name: str) -> bool:
    """The name alone, or with a few letters or a year put to it."""
    squeezed, within = passphrase.replace(" ", ""), name.replace(" ", "")
    return len(within) >= 4 and within in squeezed and len(squeezed) - len(within) < 8


def _of_a_name(name: str) -> str:
    return f"“{name}” is among the first that anybody would try. Use words that have nothing to do with it."
