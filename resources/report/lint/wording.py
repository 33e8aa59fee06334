"""Words and ways of writing that are harder to read than need be: few, and each with what to write instead. Pure."""

import re
from collections.abc import Iterator

PLAINER = {
    "utilise": "use", "utilised": "used", "utilising": "using", "in order to": "to", "prior to": "before",
    "subsequent to": "after", "commence": "begin", "commenced": "began", "terminate": "end", "facilitate": "help",
    "facilitated": "helped", "leverage": "use", "leveraging": "using", "going forward": "from now on",
    "moving forward": "from now on", "due to the fact that": "because", "in respect of": "about",
    "with regard to": "about", "with regards to": "about", "in relation to": "about",
    "at this point in time": "now", "in the event that": "if", "in the event of": "if there is",
    "ascertain": "find out", "endeavour": "try", "whilst": "while", "amongst": "among", "in excess of": "more than",
    "a proportion of": "some", "the majority of": "most", "on a regular basis": "regularly",
    "for the purpose of": "to", "purchase": "buy", "additionally": "also", "furthermore": "also",
    "notwithstanding": "despite", "pursuant to": "under", "aforementioned": "this", "hereby": "", "thereof": "of it",
    "wherein": "in which", "e.g.": "for example", "i.e.": "that is", "etc.": "and others, named",
}  # fmt: skip
"""Each with a plainer one; what is empty can be left out."""
SAYS_LITTLE = (
    "robust", "holistic", "synergy", "synergies", "impactful", "best of breed", "blue sky", "low-hanging fruit",
    "deep dive", "direction of travel", "step change", "paradigm", "key stakeholders", "stakeholder engagement",
    "game-changer", "thought leadership", "touch base", "drill down", "cutting edge",
)  # fmt: skip
_PLAINER = re.compile(
    r"(?<![\w“])(" + "|".join(sorted(map(re.escape, PLAINER), key=len, reverse=True)) + r")(?!\w)", re.I
)
_SAYS_LITTLE = re.compile(r"\b(" + "|".join(map(re.escape, SAYS_LITTLE)) + r")\b", re.I)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_TWICE = re.compile(r"\b([a-z]{2,}) \1\b")
_MEANT_TWICE = frozenset({"had", "that"})
_CAPITALS = re.compile(r"\b(?:[A-Z]{5,}(?:[ ,]+[A-Z]{2,})+|(?:[A-Z]{2,}[ ,]+)+[A-Z]{5,})\b")
_SPACE_BEFORE = re.compile(r"\w [,;:.!?](?:\s|$)")
_DOUBLE = re.compile(r"\S {2,}\S")


def wordings(text: str) -> Iterator[str]:
    """A sentence for each thing to put otherwise; words that somebody is quoted with are left as they are."""
    own = _QUOTED.sub(" “” ", text)
    for word in dict.fromkeys(found[1].casefold() for found in _PLAINER.finditer(own)):
        instead = PLAINER[word]
        yield f"“{word}”: {f'write “{instead}”' if instead else 'leave it out'}."
    for word in dict.fromkeys(found[1].casefold() for found in _SAYS_LITTLE.finditer(own)):
        yield f"“{word}” says little. Say what is meant, or leave it out."
    for found in _TWICE.finditer(own):
        if found[1] not in _MEANT_TWICE:
            yield f"“{found[1]}” stands there twice. Take one out."
    yield from _of_letters(text)


def _of_letters(text: str) -> Iterator[str]:
    if shouted := _CAPITALS.search(text):
        yield f"“{shouted[0]}” is in capitals, which are harder to read. Write it in small letters."
    if _DOUBLE.search(text):
        yield "Two spaces stand together. Take one out."
    if _SPACE_BEFORE.search(text):
        yield "A space stands before a comma or a full stop. Take it out."
