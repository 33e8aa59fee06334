"""Asking for what nobody should read over a shoulder: typed unseen, never an argument, never from the environment."""

import getpass

from resources.problem import Problem


def ask_secret(prompt: str) -> str:
    """What is typed, which the screen does not show."""
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise Problem(
            "No passphrase was typed, so the register stays locked. Run this where you can type it."
        ) from error
