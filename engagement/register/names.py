"""The names of people and places: that of a key, how names and addresses are compared, and which are full names."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from resources.database import Database
from resources.files.values import split_list
from resources.report.exempt_names import COMPANY_WORDS

NAMED = ("provider", "service", "contact")
"""The tables whose rows have a name."""


def name_of(db: Database, table: str, key: str | None) -> str:
    """The name that a provider, service or contact has now; '' for none and for a key that is gone."""
    if table not in NAMED:
        raise LookupError(f"rows of {table} have no name")
    return str(db.value(f"select name from {table} where id = ?", (key,)) or "") if key else ""


def other_names(also_known_as: str) -> tuple[str, ...]:
    """The names that a service is also known by, former ones among them, each once."""
    return split_list(also_known_as)


def joined_names(names: Iterable[str]) -> str:
    """Several names as a service's `also_known_as` keeps them."""
    return "|".join(dict.fromkeys(names))


# --- comparing --------------------------------------------------------------------------------------------

APOSTROPHES = "'’‘`´ʼʻ′"  # noqa: RUF001 - these are the marks to drop
"""Left out of a name as it is looked up."""

PLAIN_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ẞ": "ss", "ħ": "h",
    "ı": "i", "ŧ": "t", "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k",  # noqa: RUF001
}  # fmt: skip
"""Letters that are no others with an accent, as somebody writes them who has no key for them."""

_DROPPED, _LETTERS = dict.fromkeys(map(ord, APOSTROPHES)), str.maketrans(PLAIN_LETTERS)


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Lower case without accents, apostrophes and other marks: O’Brien and obrien, Łukasz and lukasz are the same.

    A name of marks alone is itself: two of them are not the same name.
    """
    return letters_of(text) or " ".join(text.casefold().split())


def letters_of(text: str) -> str:
    """The letters and figures; '' where there are none."""
    marked = unicodedata.normalize("NFKD", text.translate(_DROPPED).casefold())
    bare = "".join(one for one in marked if not unicodedata.combining(one)).translate(_LETTERS)
    return " ".join(re.findall(r"[^\W_]+", bare))


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """A name as it is compared: plain letters, the words in order of the alphabet, so that surnames may stand first."""
    return " ".join(sorted(folded(name).split()))


@lru_cache(maxsize=50_000)
def without_company_words(name: str) -> str:
    """The name as it is looked up, without Ltd, Limited, plc and their like: Walkers Care and Walkers Care Ltd."""
    plain = folded(name)
    return " ".join(word for word in plain.split() if word not in COMPANY_WORDS) or plain


def email_key(email: str) -> str:
    """An address as it is compared."""
    return "".join(email.split()).casefold()


# --- full names -------------------------------------------------------------------------------------------


def is_full_name(name: str) -> bool:
    """Whether it has two words or more; a single one is no full name."""
    return len(name.split()) > 1
