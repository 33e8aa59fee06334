"""Services told by something else than their name, in a sentence that tells what is exempt of them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from resources.report.document_text import Passage
from resources.report.exempt_names import PLACE_WORDS, ExemptTerm
from resources.report.gate.known import Clue, Known, Looked, leak
from resources.report.gate.names import ADDRESS, bare_address
from resources.report.gate.statuses import statuses_in
from resources.report.leak_gate import Leak
from resources.report.letters import clean, outline, words
from resources.report.ordinary_words import ORDINARY_WORDS

_GOES_ON = re.compile(
    r"(It|Its|This|That|They|Their|The (home|service|provider|agency|contract|council))\b", re.I
)
_LONG = 8  # letters from which one slip does not make another word of it
_SIGNS = str.maketrans("|!1", "lll") | str.maketrans("05@$34", "osasea")
_TOKEN = re.compile(r"[\w|!@$]+")
_BOXED = {
    start + at: chr(ord("a") + at) for start in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6) for at in range(26)
}
"""Letters in circles and squares."""


def told_by_clues(looked: Looked, known: Known) -> Iterator[Leak]:
    """Those told by where they are, how they are reached, who runs them."""
    for passage, text in _telling(looked) if known.clues else ():
        letters = f" {' '.join(word.owner for word in words(text))} {' '.join(word.folded for word in words(text))} "
        bare = re.sub(r"[\W_]", "", text.casefold())
        reached = {bare_address(match[0]) for match in ADDRESS.finditer(text)}
        for clue in known.clues:
            if any(_stands(clue, one, letters, bare, reached) for one in clue.ways):
                yield leak(clue.ways[0], clue.what, "beside what is exempt", passage, text)


def _stands(clue: Clue, way: str, letters: str, bare: str, reached: set[str]) -> bool:
    if not clue.is_code:
        return f" {' '.join(word.folded for word in words(clean(way)))} " in letters
    if bare_address(way) in reached:
        return True
    code = re.sub(r"[\W_]", "", way.casefold())
    return re.search(rf"(?<!\d){re.escape(code)}(?!\d)", bare) is not None


def told_by_slips(looked: Looked, known: Known) -> Iterator[Leak]:
    """Those whose name is written with a slip, or with its initial."""
    sought = [(term, word) for term in known.services for word in term.telling or () if len(word) >= _LONG]
    some = list(_telling(looked)) if known.services else []
    public = _public_words(known) if some and sought else frozenset()
    for passage, text in some:
        told = set()
        for written in _words_put_right(text):
            for term, word in sought:
                if term not in told and written not in public and _is_a_slip(written, word):
                    told.add(term)
                    yield leak(term.text, term.what, "with a slip of spelling", passage, text)
    for passage in looked.read_once if known.services else ():
        text = clean(passage.text)
        for term in known.services if next(statuses_in(text), None) else ():
            if _begins_with_its_initial(text, term):
                yield leak(term.text, term.what, "by its initial", passage)


def _public_words(known: Known) -> frozenset[str]:
    """Words that are no slip of anything."""
    named = {word.folded for name in known.public_names for word in words(clean(name))}
    places = {word.folded for one in known.places if not one.is_exempt for word in words(clean(one.names[0]))}
    return ORDINARY_WORDS | PLACE_WORDS | named | places


def _words_put_right(text: str) -> list[str]:
    """The words of a sentence, with letters for the signs that stand for them."""
    found = {match[0] for match in _TOKEN.finditer(text.translate(_BOXED))}
    found |= {one.translate(_SIGNS) for one in found if sum(map(str.isalpha, one)) >= _LONG - 3}
    return sorted({word.owner for one in found for word in words(clean(one)) if len(word.owner) >= _LONG - 1})


def _is_a_slip(written: str, word: str) -> bool:
    """Whether one letter is another, too many or missing, or two beside each other have changed places."""
    one, other = sorted((outline(written), outline(word)), key=len)
    if len(other) - len(one) > 1:
        return False
    at = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )


def _begins_with_its_initial(text: str, term: ExemptTerm) -> bool:
    """“Q. Hall” for “Quillmere Hall”; without a full stop a letter may be a word or a number of its own."""
    first, _, rest = clean(term.text).partition(" ")
    if not rest or first.casefold() not in (term.telling or ()):
        return False
    found = re.search(rf"(?<!\w){re.escape(first[0])}\.\s*({re.escape(rest)}(?!\w)[^.!?]*)", text)
    return found is not None and _tells(found[1])


def _telling(looked: Looked) -> Iterator[tuple[Passage, str]]:
    """The sentences that tell of a contract in trouble, with the one before where they go on from it."""
    some = list(looked.sentences)
    for one in some:
        if _tells(one.text):
            yield one.passage, one.text
    for before, one in pairwise(some):
        if before.passage is one.passage and _GOES_ON.match(one.text) and _tells(one.text):
            yield one.passage, f"{before.text} {one.text}"


def _tells(text: str) -> bool:
    return next(statuses_in(text), None) is not None
