"""The words of a text, apart from the way in which they are written.

Two texts hold the same word when it folds to the same letters: without accents, capitals and apostrophes, without
characters that nobody sees, with Latin letters for those of other alphabets that look like them, and with the
abbreviations of the field written out.
"""
# ruff: noqa: RUF001 - letters that look like others are what this module is about

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_APOSTROPHES = re.compile("['\u2018\u2019\u201b\u02b9\u02bb\u02bc\u02bd\u2032\u00b4\uff07\ua78c`]")
_WORD = re.compile(r"[&+]|[^\W_]+(?:'[^\W_]+)*")
_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0000-\U000e0fff"
_FORMATS = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_UNSEEN = re.compile(f"[{_FILLERS}{_FORMATS}]")
_DIGIT_IN_WORD = re.compile(r"(?<=[A-Za-z])[01](?=[A-Za-z])|\b[01](?=[A-Za-z]{3})|(?<=[A-Za-z]{3})[01]\b")

LOOK_ALIKES = {
    "A": "АΑᎪ", "B": "ВΒᏴ", "C": "СᏟ", "E": "ЕΕᎬ", "F": "Ϝ", "G": "ԌᏀ", "H": "НΗᎻ", "I": "ІΙӀ", "J": "ЈᎫ", "K": "КΚᏦ",
    "L": "ᏞŁ", "M": "МΜᎷ", "N": "Ν", "O": "ОΟՕØ", "P": "РΡᏢ", "Q": "Ԛ", "S": "ЅՏᏚ", "T": "ТΤᎢŦ", "U": "Ս", "V": "ѴᏙ",
    "W": "ԜᎳ", "X": "ХΧ", "Y": "УҮΥ", "Z": "ΖᏃ", "D": "ĐᎠ",
    "a": "аαɑᴀ", "b": "ьʙ", "c": "сςᴄ", "d": "ԁđᴅ", "e": "еεєᴇ", "f": "ғꜰ", "g": "ɡցɢ", "h": "һհнħʜ", "i": "іιıɪ",
    "j": "јϳᴊ", "k": "кκᴋ", "l": "ӏłʟ", "m": "мᴍ", "n": "ηոɴпᴨ", "o": "оοօøσᴏ", "p": "рρᴘ", "q": "ԛգ", "r": "гʀᴦ",
    "s": "ѕꜱ", "t": "тτŧᴛ", "u": "υμսᴜц", "v": "ѵνᴠ", "w": "ԝωᴡ", "x": "хχ", "y": "уүγʏ", "z": "ᴢζ",
    "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
}  # fmt: skip
"""Letters of other alphabets, and some that no accent can be taken from, under the letters that they are taken for."""

ABBREVIATIONS = {
    "&": ("and",), "+": ("and",), "saint": ("st",), "mt": ("mount",), "center": ("centre",), "ctr": ("centre",),
    "ch": ("care", "home"), "nh": ("nursing", "home"), "rh": ("residential", "home"), "res": ("residential",),
    "resi": ("residential",), "nurs": ("nursing",), "nsg": ("nursing",), "hse": ("house",), "hm": ("home",),
    "ldg": ("lodge",), "mnr": ("manor",), "crt": ("court",), "ct": ("court",), "svcs": ("services",),
    "grp": ("group",),
}  # fmt: skip
"""What the words of a name are shortened to, each way of writing one brought to the same words."""

_LATIN_FOR = str.maketrans({other: latin for latin, others in LOOK_ALIKES.items() for other in others})


@dataclass(frozen=True)
class Word:
    """A word of a text: folded, the same without its possessive ending, and where in the text it stands.

    The words of an abbreviation that was written out stand in one place.
    """

    folded: str
    owner: str
    start: int
    end: int


def clean(text: str) -> str:
    """The text with unseen characters and loose accents gone, composed letters, and single spaces."""
    if not text.isascii():
        plain = _APOSTROPHES.sub("'", _UNSEEN.sub("", text))  # before NFKC, which takes some of them apart
        text = "".join(c for c in unicodedata.normalize("NFKC", plain) if not unicodedata.combining(c))
    return " ".join(text.replace("`", "'").split())


def plainly_written(text: str) -> str:
    """The text as `clean` has it, apart from what makes a word look like what it is not."""
    return " ".join(_APOSTROPHES.sub("'", unicodedata.normalize("NFC", text)).split())


def is_disguised(written: str) -> bool:
    """Whether a letter or digit in it stands for another that it looks like."""
    spread = unicodedata.normalize("NFD", written)
    return bool(_DIGIT_IN_WORD.search(written)) or spread.translate(_LATIN_FOR) != spread


def words(cleaned: str) -> Iterator[Word]:
    """The words of a text that was cleaned."""
    for match in _WORD.finditer(cleaned):
        written, start, end = match[0], match.start(), match.end()
        plain = folded(written.replace("'", ""))
        if plain in ABBREVIATIONS:
            yield from (Word(one, one, start, end) for one in ABBREVIATIONS[plain])
            continue
        owned = written[-2:] in ("'s", "'S") or (plain[-1:] == "s" and cleaned[end : end + 1] == "'")
        yield Word(plain, plain[:-1] if owned else plain, start, end)


def folded(word: str) -> str:
    """The letters of a word."""
    if word.isascii():
        if word.isalpha():
            return word.casefold()
    else:
        spread = unicodedata.normalize("NFKD", word).translate(_LATIN_FOR)
        word = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return _DIGIT_IN_WORD.sub(lambda digit: "o" if digit[0] == "0" else "l", word).casefold()


def outline(letters: str) -> str:
    """Folded letters with one for those that look alike in capitals or in small letters: I and l."""
    return letters.replace("i", "l")
