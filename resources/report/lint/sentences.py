"""A text as sentences and words, as a reader would count them. Pure."""

import re

_ABBREVIATIONS = frozenset(
    [
        "approx",
        "cllr",
        "co",
        "dr",
        "e.g",
        "eg",
        "etc",
        "fig",
        "i.e",
        "ie",
        "inc",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "ltd",
        "mr",
        "mrs",
        "ms",
        "no",
        "nos",
        "p",
        "para",
        "paras",
        "pp",
        "prof",
        "rev",
        "st",
        "v",
        "vs",
    ]
)
_END = re.compile(r"([.!?]+)([”’\"')\]]*)(\s+|$)")
_WORD = re.compile(r"[^\W_]+(?:[’'.\-/&][^\W_]+)*[%]?")


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line of its own is one, whether it ends in a full stop or not."""
    return [one for line in text.splitlines() for one in _of_line(line.strip()) if words(one)]


def words(sentence: str) -> list[str]:
    """The words of a sentence; a number, a share and a hyphenated word are one each."""
    return _WORD.findall(sentence)


def _of_line(line: str) -> list[str]:
    found, begin = [], 0
    for end in _END.finditer(line):
        if _goes_on(line, begin, end):
            continue
        found.append(line[begin : end.end()].strip())
        begin = end.end()
    return [*found, line[begin:].strip()] if line[begin:].strip() else found


def _goes_on(line: str, begin: int, end: re.Match[str]) -> bool:
    """Whether the stop is one of an abbreviation or of initials, or what follows does not begin a sentence."""
    if end.end() >= len(line):
        return False
    if line[end.end()].islower():
        return True
    if end[1] != "." or end[2]:
        return False
    before = re.search(r"[\w.]+$", line[begin : end.start()])
    last = before[0] if before else ""
    return last.casefold() in _ABBREVIATIONS or bool(re.fullmatch(r"[A-Z](\.[A-Z])*", last))
