"""The key that a locked file is encrypted with: 256 random bits that nobody types and nothing shows."""

import hashlib
import hmac
import re
import secrets
from typing import NoReturn

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""What is read out or copied by hand is written in these: none of 0, O, 1 and I is among them."""


class DataKey:
    """The key itself. It is told apart by `register_id`, never by what it is."""

    __slots__ = ("_digits",)

    def __init__(self, digits: str) -> None:
        if not re.fullmatch(r"[0-9a-f]{64}", digits):
            raise ValueError("a key is 64 hexadecimal digits")  # which it was is not said
        self._digits = digits

    @classmethod
    def new(cls) -> "DataKey":
        """One that nobody has."""
        return cls(secrets.token_hex(32))

    def reveal(self) -> str:
        """The key's digits, for SQLCipher alone."""
        return self._digits

    @property
    def register_id(self) -> str:
        """A name for what it locks, such as “K7QM-2XPD”; from it nothing of the key can be had."""
        digest = hashlib.sha256(
            b"Provider Desk, name of a locked register\0" + bytes.fromhex(self._digits)
        ).digest()
        name = "".join(SIGNS[byte & 31] for byte in digest[:8])
        return f"{name[:4]}-{name[4:]}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and hmac.compare_digest(self._digits, other._digits)

    def __hash__(self) -> int:
        return hash(self.register_id)

    def __repr__(self) -> str:
        return f"DataKey(of {self.register_id})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is never written down")
