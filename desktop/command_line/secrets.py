"""Asking for what nobody should read over a shoulder: typed unseen, never an argument, never from the environment."""

import getpass
import sys
import warnings

from resources.problem import Problem


def ask_secret(prompt: str) -> str:
    """What is typed, which the screen does not show; from a pipe, its next line."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except EOFError as error:
            raise _nothing_typed() from error
        except getpass.GetPassWarning as error:
            return _piped(error)


def _piped(error: Warning) -> str:
    if sys.stdin is None or sys.stdin.isatty():
        raise Problem(
            "What is typed here would show on the screen, so nothing was asked and the register stays locked. Run this "
            "in another terminal."
        ) from error
    line = sys.stdin.readline()
    if not line:
        raise _nothing_typed()
    return line.removesuffix("\n").removesuffix("\r")


def _nothing_typed() -> Problem:
    return Problem("No passphrase was typed, so the register stays locked. Run this where you can type it.")
