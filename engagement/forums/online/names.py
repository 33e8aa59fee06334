"""What a meeting shows of a person, read as a name: marks, brackets, surnames first, and where from. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from engagement.register.names import email_key, name_key

_NOTE_WORDS = (
    "guest ext extern external unverified host co host cohost organizer organiser presenter attendee me you he him she "
    "her they them his hers theirs phone telephone mobile"
)
_NOTES = frozenset(_NOTE_WORDS.split())
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_NUMBERED = re.compile(r"^\s*\d+[\s_.):#-]+(?=[^\W\d_])")
_PARTS = re.compile(r"\s+[-–—|/·]\s+|\s*\|\s*|\s+@\s*|\s+from\s+", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


@dataclass(frozen=True)
class ShownName:
    """`name` as it would stand in the register; `others` are further names of the person; `rest` may say where from."""

    name: str
    others: tuple[str, ...] = ()
    rest: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every name as it is compared."""
        return tuple(dict.fromkeys(key for one in (self.name, *self.others) if (key := name_key(one))))


@lru_cache(maxsize=20_000)
def read_name(shown: str, *, brackets_are_names: bool = False) -> ShownName:
    """The name in what was shown; in Zoom's files the brackets hold the name that the person had before."""
    text = " ".join(shown.split())
    if _ADDRESS.fullmatch(text):
        return ShownName(_from_address(text))
    inside = [" ".join((one or other).split()) for one, other in _BRACKETS.findall(text)]
    telling = [part for part in inside if part and not _is_note(part)]
    bare = " ".join(_BRACKETS.sub(" ", text).split()) or (telling[0] if telling else text)
    first, *further = [part for part in _PARTS.split(_NUMBERED.sub("", bare)) if part and part.strip()] or [
        bare
    ]
    name, beside = _surname_first(first)
    names = [_in_small_letters(one) for one in (name, *(telling if brackets_are_names else ()))]
    fullest = max(names, key=lambda one: len(one.split()))  # the first of several
    rest = [*beside, *further, *(() if brackets_are_names else telling)]
    return ShownName(fullest, tuple(one for one in names if one != fullest), " ".join(rest))


def _is_note(part: str) -> bool:
    words = re.findall(r"[^\W\d_]+", part.casefold())
    return not words or all(word in _NOTES for word in words)


def _surname_first(text: str) -> tuple[str, list[str]]:
    """García Simón, Pedro is turned round; of Amina Khan, Rosewood Court the second part is where from."""
    before, comma, after = (part.strip() for part in text.partition(","))
    if not comma or not before or not after:
        return text.strip(" ,"), []
    if len(after.split()) == 1 or (len(before.split()) == 1 and "," not in after):
        return f"{after} {before}", []
    return before, [after]


def _from_address(address: str) -> str:
    words = re.findall(r"[^\W\d_]+", address.partition("@")[0])
    return " ".join(word.capitalize() for word in words) or address


def _in_small_letters(name: str) -> str:
    """A name typed in capitals alone, or in none, with capitals where names have them."""
    if name.isupper() or name.islower():
        return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda word: word[0].capitalize(), name)
    return name


# --- addresses that say where somebody is from --------------------------------------------------------------

_ANYBODY_HAS = (
    "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol btinternet btopenworld sky virginmedia "
    "ntlworld talktalk protonmail proton nhs tiscali blueyonder mail gmx"
)
_ANYBODY = frozenset(_ANYBODY_HAS.split())


def telling_domain(email: str) -> str:
    """The part of an address after the @ where it says for whom somebody works; '' where anybody may have it."""
    domain = email_key(email).partition("@")[2]
    return "" if not domain or domain.partition(".")[0] in _ANYBODY else domain
