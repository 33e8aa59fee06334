"""Who is meant where one answer names several nominees, or more than a name. Pure; a person decides what is doubtful.

“Ada Example and Ben Specimen” may be two people; “The Day and Night Team” is one team; “Ada and Ben Example” are two
with one surname.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from awards.vocabulary import NomineeKind
from engagement.register.names import folded
from resources.files.cells import clean_text


class HowMany(Enum):
    """How sure it is whether an answer names one nominee or several."""

    NOBODY = "nobody"
    ONE = "one"
    SEVERAL = "several, each on a line of its own or parted by semicolons"
    ASK = "to be decided"


@dataclass(frozen=True)
class Told:
    """A nominee as an answer tells them. `beside` is no part of the name, such as a home."""

    name: str
    also_known_as: str = ""
    job_role: str = ""
    beside: str = ""


@dataclass(frozen=True)
class Several:
    """What an answer seems to name. `apart` are the nominees where they are several, `together` where they are one."""

    how: HowMany
    together: Told
    apart: tuple[Told, ...] = ()

    @property
    def suggested(self) -> tuple[Told, ...]:
        """What is taken unless somebody says otherwise."""
        if self.how is HowMany.NOBODY:
            return ()
        return self.apart if self.how is HowMany.SEVERAL else (self.together,)

    @property
    def is_asked(self) -> bool:
        """Whether a person should look at it."""
        return len(self.apart) > 1


_NOBODY = frozenset({
    "", "n a", "na", "none", "nobody", "no one", "noone", "not known", "unknown", "not applicable", "as above",
    "see above", "see below", "see attached", "attached", "same", "same as above", "same person", "test", "tbc", "x",
    "anonymous", "nil", "various", "everyone", "everybody",
})  # fmt: skip
_GROUP = frozenset({
    "team", "teams", "staff", "crew", "unit", "department", "home", "house", "court", "lodge", "service", "services",
    "care", "carers", "group", "centre", "center", "club", "project", "shift", "nights", "days", "kitchen", "office",
    "ltd", "limited", "homecare", "colleagues", "volunteers", "management", "trust", "association", "managers",
    "nurses", "housekeepers", "cleaners", "support", "wing", "floor", "committee", "hub", "cottage", "manor", "grange",
    "hall", "villa", "the",
})  # fmt: skip
_ROLES = frozenset({
    "carer", "manager", "nurse", "cook", "chef", "senior", "deputy", "assistant", "worker", "officer", "coordinator",
    "co", "lead", "leader", "director", "owner", "handyman", "handyperson", "gardener", "housekeeper", "cleaner",
    "administrator", "receptionist", "activities", "activity", "support", "care", "registered", "team", "night", "day",
    "domestic", "laundry", "maintenance", "apprentice", "volunteer", "trainer", "rgn", "rmn", "hca", "practitioner",
    "of", "and", "the", "a", "our", "kitchen", "home", "ordinator", "supervisor", "driver",
})  # fmt: skip
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "sister", "rev", "prof"})
_HARD = re.compile(r"\s*(?:;|\n|\||•|·)\s*")
_SOFT = re.compile(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|\+|plus)\s+|\s*/\s*|\s*&\s*", re.I)
_NUMBERED = re.compile(r"^(?:\(?\d{1,2}[.):]|[-–—*•·>])\s*")
_IN_A_LINE = re.compile(r"(?:(?<=\s)|^)\(?\d{1,2}[.)]\s+(?=[^\W\d_])")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*")
_QUOTED = re.compile(r"\s+[\"“”‘'’]([^\"“”‘'’]{2,20})[\"“”‘'’](?=\s|$)")
_LEAD = re.compile(
    r"^(?:(?:i(?: would like|'d like|’d like| wish| want)? to nominate|i nominate)\b[:\s]*"
    r"|(?:nominee|name)\s*:\s*)",
    re.I,
)
_MOST_WORDS = 4


def nominees_in(text: str, kind: NomineeKind | None = None) -> Several:
    """The nominees in one answer; `kind` is whom the category honours, where that is known."""
    whole = clean_text(text, keep_lines=True)
    together = told_of(", ".join(line.strip(" ,;") for line in whole.splitlines() if line.strip(" ,;")))
    if is_nobody(whole):
        return Several(HowMany.NOBODY, together)
    hard = _hard_parts(whole)
    if len(hard) > 1:
        return _of_parts(hard, together, kind)
    soft = _soft_parts(hard[0] if hard else whole)
    if len(soft) < 2:
        return Several(HowMany.ONE, together)
    apart = _each(_with_surname(soft))
    return Several(HowMany.ASK, together, apart) if len(apart) > 1 else Several(HowMany.ONE, together)


def is_nobody(text: str) -> bool:
    """Whether an answer names nobody at all."""
    key = folded(text)
    return key in _NOBODY or not re.search(r"[^\W\d_]{2}", key)


def _hard_parts(text: str) -> list[str]:
    """By lines, semicolons and numbers; what names nobody is no part."""
    text = _IN_A_LINE.sub("\n", text) if len(_IN_A_LINE.findall(text)) > 1 else text
    parts = (_NUMBERED.sub("", part).strip(" ,;") for part in _HARD.split(text))
    each: dict[str, str] = {}
    for part in parts:
        if not is_nobody(part):
            each.setdefault(folded(part), part)
    return list(each.values())


def _of_parts(parts: Sequence[str], together: Told, kind: NomineeKind | None) -> Several:
    """Lines that are names are people; a line beneath a name that is a job, a home or a sentence is not another."""
    names = [part for part in parts if _is_person(told_of(part).name)]
    apart = _each([each for part in parts for each in (_with_surname(_soft_parts(part)) or [part])])
    if len(names) == len(parts):
        how = HowMany.SEVERAL if kind in (None, NomineeKind.INDIVIDUAL) else HowMany.ASK
        return Several(how, together, apart)
    if len(parts) == 2 and names == [parts[0]]:
        return Several(HowMany.ONE, _told_on_lines(parts))
    return Several(HowMany.ASK, together, apart) if len(apart) > 1 else Several(HowMany.ONE, together)


def _told_on_lines(parts: Sequence[str]) -> Told:
    """A name, and beneath it a job or a home."""
    told = told_of(parts[0])
    if _is_role(parts[1]):
        return replace(told, job_role=", ".join(filter(None, (told.job_role, parts[1]))))
    return replace(told, beside=", ".join(filter(None, (told.beside, parts[1]))))


def _soft_parts(text: str) -> list[str]:
    """The people in a line; nothing where its parts are not all people."""
    bare = _LEAD.sub("", text)
    parts = [part.strip() for part in _SOFT.split(_without_roles(bare)) if part.strip()]
    if len(parts) < 2 or _is_surname_first(bare, parts):
        return []
    people = [told_of(part).name for part in parts]
    return parts if all(_may_be_person(name) for name in people) else []


def _without_roles(text: str) -> str:
    """Without commas that stand before a job: “Ada Example, senior carer”."""
    parts = re.split(r"\s*,\s*", text)
    kept = [parts[0], *(part for part in parts[1:] if not _is_role(part))]
    return ", ".join(kept)


def _is_surname_first(text: str, parts: Sequence[str]) -> bool:
    """“Example, Ada”: two single words with a comma between."""
    return "," in text and len(parts) == 2 and all(len(part.split()) == 1 for part in parts)


def _with_surname(parts: Sequence[str]) -> list[str]:
    """“Ada and Ben Example” are Ada Example and Ben Example."""
    if not parts:
        return []
    last = _without_title(told_of(parts[-1]).name).split()
    alone = [len(_without_title(part).split()) == 1 for part in parts[:-1]]
    if len(last) < 2 or not all(alone):
        return list(parts)
    return [*(f"{part} {last[-1]}" for part in parts[:-1]), parts[-1]]


def _each(parts: Sequence[str]) -> tuple[Told, ...]:
    """Each nominee once, whatever their capitals."""
    found: dict[str, Told] = {}
    for part in parts:
        told = told_of(part)
        if not is_nobody(told.name):
            found.setdefault(folded(told.name), told)
    return tuple(found.values())


def _may_be_person(name: str) -> bool:
    """A name of a person, or a first name alone."""
    words = _without_title(name).split()
    return 1 <= len(words) <= _MOST_WORDS and all(_is_name_word(word) for word in words)


def _is_person(name: str) -> bool:
    return _may_be_person(name) and len(_without_title(name).split()) > 1 and not _is_role(name)


def _is_name_word(word: str) -> bool:
    plain = folded(word)
    if not plain or plain in _GROUP or any(sign.isdigit() for sign in plain):
        return False
    return word[:1].isupper() or plain in (
        "de",
        "van",
        "von",
        "der",
        "da",
        "la",
        "le",
        "bin",
        "al",
        "el",
        "o",
    )


def _without_title(name: str) -> str:
    words = name.split()
    return " ".join(words[1:] if words and folded(words[0]) in _TITLES else words)


def _is_role(text: str) -> bool:
    words = folded(text).split()
    return 0 < len(words) <= 6 and all(word in _ROLES for word in words)


# --- one nominee ----------------------------------------------------------------------------------------------


def told_of(text: str) -> Told:
    """A nominee's name with what stands beside it: “Ada (Addie) Example, senior carer”."""
    text = _LEAD.sub("", clean_text(text)).strip(" ,;:.–-")
    also: list[str] = []
    roles: list[str] = []
    beside: list[str] = []
    for pattern in (_BRACKETS, _QUOTED):
        text = pattern.sub(lambda match: _sort(match[1], also, roles, beside), text)
    name = _behind(clean_text(text), roles, beside)
    return Told(
        _turned(name).strip(" ,;"), "; ".join(dict.fromkeys(also)), ", ".join(roles), ", ".join(beside)
    )


def _sort(said: str, also: list[str], roles: list[str], beside: list[str]) -> str:
    """What brackets hold is a job, a name that is used, or something else, such as a home."""
    plain = re.sub(r"^(?:known as|aka|a\.k\.a\.?|n[eé]e|called)\s+", "", clean_text(said), flags=re.I)
    if _is_role(plain):
        roles.append(plain)
    elif plain and len(plain.split()) <= 2 and _may_be_person(plain):
        also.append(plain)
    elif plain:
        beside.append(plain)
    return " "


def _behind(text: str, roles: list[str], beside: list[str]) -> str:
    """The name without the job or the home behind a comma or a dash. A team keeps all that is told of it."""
    for mark in (r"\s*,\s*", r"\s+[-–—:]\s+", r"\s+(?:at|from)\s+"):
        first, *rest = re.split(mark, text)
        if not rest:
            continue
        if _may_be_person(first) and all(map(_is_role, rest)):
            roles += rest
        elif _is_person(first) and any(set(folded(part).split()) & _GROUP for part in rest):
            roles += [part for part in rest if _is_role(part)]
            beside += [part for part in rest if not _is_role(part)]
        else:
            continue
        text = first
    return text


def _turned(name: str) -> str:
    """“Example, Ada” as Ada Example."""
    last, comma, first = name.partition(",")
    alone = len(last.split()) == len(first.split()) == 1
    return f"{first.strip()} {last.strip()}" if comma and alone and _may_be_person(first.strip()) else name
