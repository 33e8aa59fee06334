"""Whom, where and as what a text written in sentences nominates. Pure; a person confirms it."""

import re
from collections.abc import Sequence

from awards.nominations.files.fields import NominationField as F
from awards.nominations.files.matching import name_within
from awards.nominations.files.several import told_of
from engagement.register.name_match import Places
from resources.files.cells import clean_text

TO_NOMINATE = re.compile(
    r"\bnominat(?:e|ing|ions? (?:is |of |for |)(?:for|of)?)\s*:?\s+(?P<who>[^.;\n]{2,120}?)"
    r"(?=\s+(?:for (?:the|an?|this|your|our|proud|category)\b|as\b|who\b|in the\b|because\b|please\b"
    r"|to (?:be|receive|win)\b|[-–—]\s)|[.;\n!?]|,\s|$)",
    re.I,
)
_WORKS_AT = re.compile(
    r"\b(?:works? (?:at|for)|working (?:at|for)|based at|employed (?:at|by)|from|at)\s+"
    r"(?P<place>(?:the\s+)?(?:[A-Z][\w’'&-]*)(?:\s+(?:and|of|the|&|at(?=\s+Home\b)|[A-Z][\w’'&-]*)){0,6})"
)
_PLACE_BEGINS = re.compile(r"\b(?:at|for|from|by|of|with)\s+(?:the\s+)?(?=[A-Z])")
_ROLE = re.compile(
    r"(?:,\s*|\b(?:works?|working) as\s+|\bwho is\s+|\()(?:(?:an?|the|our|my|their)\s+)?"
    r"(?P<role>(?:[\w’'&/-]+ ){0,4}(?:carer|care (?:worker|assistant|manager|coordinator)|manager|nurse|cook|chef"
    r"|worker|assistant|officer|coordinator|co-ordinator|leader?|director|housekeeper|cleaner|administrator|receptionist"
    r"|apprentice|volunteer|trainer|practitioner|supervisor|driver|gardener|handyman|handyperson))"
    r"(?=\s+(?:at|for|from|with|in|of)\b|[,.;)\n]|$)",
    re.I,
)
_QUOTING = re.compile(r"[^.!?\n]*\bquot(?:e|ed|ing)\b[^.!?\n]*", re.I)
_ALLOWING = re.compile(
    r"\b(?:may|can|could|happy|welcome|agree|not|\w+n[o’']t|rather|please|permission|consent)\b", re.I
)
_REFUSING = re.compile(r"\b(?:not|cannot|\w+n[o’']t|rather|never)\b", re.I)
_WITH_LIMITS = re.compile(r"\b(?:only|but|except|anonymous\w*|first name|unless|if|without)\b", re.I)
_SEARCHED = 300
"""How far behind the nominee's name a home is looked for by the register's names."""


def by_sentences(lines: Sequence[str], subject: str, places: Places) -> dict[F, str]:
    """The whole text as the statement, with whom its first sentence of nominating names, and where."""
    text = "\n".join(lines).strip()
    found: dict[F, str] = {F.STATEMENT: text} if text else {}
    for source in (text, subject):
        match = next((one for one in TO_NOMINATE.finditer(source) if _is_named(one["who"])), None)
        if match is None:
            continue
        who = clean_text(match["who"])
        at = _WORKS_AT.search(who)
        found[F.NOMINEE] = _name(who[: at.start()].strip(" ,") if at and at.start() else who)
        behind = source[match.start("who") :][:_SEARCHED]
        role = _ROLE.search(behind.split(".")[0])
        if role:
            found[F.JOB_ROLE] = clean_text(role["role"])
        beside = at or _WORKS_AT.search(source, match.start())
        place = _known_place(behind, places) or (clean_text(beside["place"]) if beside else "")
        if place:
            found[F.PLACE] = place
        break
    return found


def _name(who: str) -> str:
    return re.sub(
        r"^(?:my|our|the) (?:colleague|carer|manager|mother’s carer|friend)s?,? ", "", who, flags=re.I
    )


def _known_place(text: str, places: Places) -> str:
    """The longest name in the register that follows “at”, “from” and their like in the first sentence."""
    sentence = re.split(r"[.!?](?:\s|$)|\n\s*\n", text, maxsplit=1)[0].replace("\n", " ")
    found = (
        name_within(_to_comma(sentence[at.end() :]), places, from_start=True)
        for at in _PLACE_BEGINS.finditer(sentence)
    )
    return max(found, key=len, default="")


def _to_comma(text: str) -> str:
    return re.split(r"[,;()]", text, maxsplit=1)[0]


def consent_in(text: str) -> str:
    """What a text says of being quoted: Yes, No, or its own words where it allows it with limits; '' where nothing."""
    found = (one[0].strip() for one in _QUOTING.finditer(text))
    said = next((one for one in found if _ALLOWING.search(one)), "")
    if not said or _WITH_LIMITS.search(said):
        return said
    return "No" if _REFUSING.search(said) else "Yes"


def _is_named(who: str) -> bool:
    """Whether what is nominated is a name: it has a capital beyond “I” and “The”."""
    return any(word[:1].isupper() and len(word) > 1 for word in told_of(who).name.split())
