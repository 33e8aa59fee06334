"""What answers of a nomination form say in words: who nominates, whether they may be quoted, which award. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from awards.vocabulary import Consent, NominatorKind
from resources.files.cells import clean_text
from resources.files.forms.answer_words import Unanswered, unanswered_by, yes_or_no
from resources.words import plain

K = NominatorKind
_KINDS: tuple[tuple[NominatorKind, re.Pattern[str]], ...] = (
    (K.SELF, re.compile(r"\b(?:myself|self|the nominee|nominating me)\b")),
    (
        K.FAMILY,
        re.compile(
            r"\b(?:family|families|relatives?|friend|daughter|son|wife|husband|partner|mother|mum|father|dad|sister"
            r"|brother|niece|nephew|grand\w+|next of kin|in law|aunt|uncle|cousin|neighbour|loved one)\b"
        ),
    ),
    (
        K.INDIVIDUAL,
        re.compile(
            r"\b(?:resident|service user|tenant|client|person who (?:uses|draws|receives|lives)|person supported"
            r"|supported person|receiv\w+ (?:care|support)|use the service|draw on|i live (?:at|in|here)|"
            r"cared for by|member of the public|individual|expert by experience)\b"
        ),
    ),
    (
        K.PROFESSIONAL,
        re.compile(
            r"\b(?:professional|gp|doctor|district nurse|social worker|health|nhs|council|commissioner|therapist"
            r"|pharmacist|inspector|advocate|paramedic|college|assessor|tutor|hospital|community nurse)\b"
        ),
    ),
    (
        K.PROVIDER,
        re.compile(
            r"\b(?:providers?|managers?|management|employer|owner|director|head office|line manager|supervisor|deputy"
            r"|organi[sz]ation|proprietor|nominated individual|area manager|boss)\b"
        ),
    ),
    (
        K.COLLEAGUE,
        re.compile(
            r"\b(?:colleagues?|co ?workers?|work with|team ?mates?|fellow|staff|carer|works? (?:together|alongside))\b"
        ),
    ),
)  # fmt: skip
_AGREES = re.compile(
    r"^(?:yes|y|i agree|agreed?|i consent|i give|ok|okay|happy|of course|i am happy|i do|true|tick\w*)\b"
)
_REFUSES = re.compile(
    r"^(?:no|n|i do not|i don t|i would rather not|please do not|do not|rather not|false|not )"
)
_WITH_LIMITS = re.compile(r"\b(?:but|only|not|without|unless|except|anonym\w+|if|ask|check)\b")


def kind_of(*told: str) -> NominatorKind | None:
    """Who nominates, by the first text that says it; None where none does."""
    for text in told:
        words = plain(text)
        if unanswered_by(text) is not None or not words:
            continue
        known = K.read(text)
        if known is not None and known is not K.NOT_KNOWN:
            return known
        found = [(match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(words))]
        if found:
            return min(found, key=lambda one: one[0])[1]
    return None


@dataclass(frozen=True)
class ConsentTold:
    """What an answer agrees to. `in_doubt` where it does so with limits, or in words that say neither."""

    consent: Consent
    in_doubt: bool = False


def consent_of(text: str) -> ConsentTold:
    """Whether the words may be published. What is agreed to with limits is not agreed to until somebody asks."""
    words = plain(text)
    if not words or unanswered_by(text) is Unanswered.NOTHING:
        return ConsentTold(Consent.NOT_ASKED)
    said = yes_or_no(text)
    if said is not None:
        return ConsentTold(Consent.YES if said else Consent.NO)
    if _REFUSES.search(words):
        return ConsentTold(Consent.NO)
    if _AGREES.search(words):
        limits = _WITH_LIMITS.search(words) is not None
        return ConsentTold(Consent.NO, in_doubt=True) if limits else ConsentTold(Consent.YES)
    return ConsentTold(Consent.NOT_ASKED, in_doubt=True)


# --- which award ----------------------------------------------------------------------------------------------

_LIKELY = 70
_NUMBER = re.compile(r"^(?:(?:award|category)\s*)?\(?\d{1,2}\s*[.):–-]\s*", re.I)


@dataclass(frozen=True)
class CategoryTold:
    """Which category an answer means: surely (`key`), or those it is like, the likeliest first."""

    said: str
    key: str = ""
    like: tuple[str, ...] = ()


def category_told(said: str, categories: Sequence[tuple[str, str]]) -> CategoryTold:
    """By its words, whatever stands before or in brackets behind them; `categories` are keys and names."""
    words = category_key(said)
    by_words = {category_key(name): key for key, name in categories}
    if words in by_words:
        return CategoryTold(said, by_words[words])
    within = [key for name, key in by_words.items() if f" {name} " in f" {words} "]
    if len(within) == 1:
        return CategoryTold(said, within[0])
    return CategoryTold(said, like=_alike(words, by_words))


def category_key(text: str) -> str:
    """A category's words as they are compared."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", _NUMBER.sub("", clean_text(text)))
    return plain(bare.replace("&", " and ")) or plain(text)


def _alike(words: str, by_words: dict[str, str]) -> tuple[str, ...]:
    from rapidfuzz import fuzz  # loaded when first used

    if len(words) < 3:
        return ()
    scored = sorted(((fuzz.token_set_ratio(words, name), name) for name in by_words), reverse=True)
    return tuple(by_words[name] for score, name in scored if score >= _LIKELY)


def parts_of_choice(text: str, categories: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The awards that one answer ticks: Microsoft Forms ends each with a semicolon."""
    whole = clean_text(text, keep_lines=True).rstrip(" ;|\n")
    if not whole or category_told(whole, categories).key:
        return (clean_text(whole),) if whole else ()
    parts = (clean_text(part) for part in re.split(r"[;\n|]", whole))
    return tuple(dict.fromkeys(part for part in parts if part))
