"""A text searched for names that were to be hidden in it, in another way than they are hidden. Pure.

Hiding reads word after word. Here all letters of a text are taken together, so that a name is found though it be
broken, spaced out, or part of a longer word.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from awards.judging.blind.everyday_names import WORDS_TOO
from awards.judging.blind.names import Form, Names, Stand, first_letters
from resources.report.letters import LOOK_ALIKES

_STANDS = re.compile("|".join(re.escape(one.value) for one in Stand))
_ADDRESS = re.compile(
    r"\S@\S|\bhttps?:|\bwww\."
    r"|(?<![\w.])(?:\+|00|0)(?!\d?[./-]\d\d?[./-])\d(?:[ ().-]{0,2}\d){8,}"
)
_PIECE = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_LATIN = str.maketrans({other: latin for latin, others in LOOK_ALIKES.items() for other in others})
_TOGETHER, _WITHIN = 6, 7
_STOPS = re.compile(r"[()\[\]|]")


@dataclass(frozen=True)
class Left:
    """What was found: as it is written, and who is meant."""

    written: str
    stand: Stand


class _Read:
    """A text as letters alone, where each stands, and where a word begins and ends."""

    def __init__(self, text: str) -> None:
        self.text = _STANDS.sub(lambda match: "|" * len(match[0]), text)
        letters: list[str] = []
        self.places: list[int] = []
        self.begins: set[int] = set()
        self.ends: set[int] = set()
        self.piece_of: list[int] = []
        for number, piece in enumerate(_PIECE.finditer(self.text)):
            self.begins.add(len(letters))
            before = ""
            for offset, letter in enumerate(piece[0]):
                if before.islower() and letter.isupper():
                    self.begins.add(len(letters))
                    self.ends.add(len(letters))
                if letter in "'\u2019":
                    self.ends.add(len(letters))
                for plain in _plain(letter):
                    letters.append(plain)
                    self.places.append(piece.start() + offset)
                    self.piece_of.append(number)
                before = letter
            self.ends.add(len(letters))
        self.letters = "".join(letters)

    def where(self, sought: str) -> Iterator[tuple[int, int]]:
        """Each place of these letters, from the first to after the last."""
        at = self.letters.find(sought)
        while at >= 0:
            yield at, at + len(sought)
            at = self.letters.find(sought, at + 1)

    def written(self, begin: int, end: int) -> str:
        """What stands there in the text."""
        return self.text[self.places[begin] : self.places[end - 1] + 1]

    def is_word(self, begin: int, end: int) -> bool:
        """Whether a word begins and one ends there, and nothing is between that parts them."""
        return begin in self.begins and end in self.ends and not _STOPS.search(self.written(begin, end))

    def is_undivided(self, begin: int, end: int) -> bool:
        """Whether it is of one word, also one broken at the end of a line."""
        whole = re.sub("[-\u00ac\u2010\u2011]\n", "", self.written(begin, end))
        return self.piece_of[begin] == self.piece_of[end - 1] or whole.isalpha()


def _plain(letter: str) -> str:
    spread = unicodedata.normalize("NFKD", letter).translate(_LATIN)
    return "".join(one for one in spread.casefold() if one.isalnum())


def names_left(text: str, names: Names, *, let_stand: Collection[str] = ()) -> list[Left]:
    """Names and addresses in a text where none should be; `let_stand` are words that a person let stand."""
    read = _Read(text)
    stood = {"".join(one.split()) for one in let_stand}
    found = [Left(match[0], Stand.ADDRESS) for match in _ADDRESS.finditer(read.text)]
    shouted = text == text.upper()
    for form in names.forms:
        found += _of_form(read, form, stood, shouted=shouted)
    for at in sorted(read.begins):
        for form in names.elsewhere.get(first_letters(read.letters, at), ()):
            end = at + len(form.letters)
            if (
                read.letters.startswith(form.letters, at)
                and len(form.letters) >= _TOGETHER
                and read.is_word(at, end)
            ):
                found.append(Left(read.written(at, end), form.stand))
    return list(dict.fromkeys(found))


def _of_form(read: _Read, form: Form, stood: Collection[str], *, shouted: bool) -> Iterator[Left]:
    sought = form.letters
    if sought in stood or len(sought) < 2 or form.stand is Stand.ADDRESS:
        return
    for begin, end in read.where(sought):
        written = read.written(begin, end)
        if form.initials:
            bare = re.fullmatch(r"[^\W_](?:[. ]{0,2}[^\W_])*", written)
            if bare and not shouted and written.isupper() and read.is_word(begin, end) and not form.doubtful:
                yield Left(written, form.stand)
        elif _is_left(read, form, begin, end, shouted=shouted) and not _let_stand(read, begin, stood):
            yield Left(written, form.stand)


def _is_left(read: _Read, form: Form, begin: int, end: int, *, shouted: bool) -> bool:
    written, sought = read.written(begin, end), form.letters
    plain = not form.doubtful and not form.capitals
    if read.is_word(begin, end):
        if not plain:
            return written[0].isupper() and not shouted and _divided_alike(written, form)
        if len(sought) >= _TOGETHER and not form.exact:
            return True
        return read.is_undivided(begin, end) or _divided_alike(written, form)
    long = len(sought) >= _WITHIN and len(form.words) == 1 and sought not in WORDS_TOO
    return plain and long and form.stand is not Stand.PLACE and read.piece_of[begin] == read.piece_of[end - 1]


def _divided_alike(written: str, form: Form) -> bool:
    """In as many words as the form, each with a capital where it needs them."""
    pieces = _PIECE.findall(written)
    if len(pieces) != len(form.words):
        return False
    return not form.capitals or not form.exact or all(one[0].isupper() for one in pieces)


def _let_stand(read: _Read, begin: int, stood: Collection[str]) -> bool:
    """Whether the word that it is part of was let stand."""
    return any(read.letters[max(0, begin - len(one)) : begin + len(one)].find(one) >= 0 for one in stood)
