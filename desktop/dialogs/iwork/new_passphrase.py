"""A new passphrase as it is typed: how strong it is, and whether it is the same twice."""

from collections.abc import Sequence

from resources.database.locked.passphrases import as_typed, why_too_weak
from resources.problem import FieldProblem


def strength_words(passphrase: str, about: Sequence[str]) -> str:
    """What is said of a passphrase as it is typed."""
    if not passphrase:
        return (
            "Four words that have nothing to do with each other are easy to keep in mind, and hard to guess."
        )
    reason = why_too_weak(passphrase, about=about)
    if reason is not None:
        return reason
    words = len(as_typed(passphrase).split())
    return "Strong enough." if words < 6 else "Strong."


def passphrase_typed_twice(passphrase: str, again: str, about: Sequence[str]) -> str:
    """The passphrase. Raises `FieldProblem` where it is too weak, or is not the same twice."""
    reason = why_too_weak(passphrase, about=about)
    if reason is not None:
        raise FieldProblem("passphrase", reason)
    if as_typed(passphrase) != as_typed(again):
        raise FieldProblem("again", "This is not the same as above. Type it once more.")
    return as_typed(passphrase)
