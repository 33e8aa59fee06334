"""What people write when they answer: a word in a cell, or a sentence of an e-mail. Pure."""

import re
from dataclasses import dataclass

from engagement.forums.vocabulary import ParticipantStatus
from resources.words import plain

_S = ParticipantStatus
_CELLS = {
    _S.ACCEPTED: ("y", "yes", "yes please", "accepted", "accept", "accepts", "coming", "attending", "will attend",
                  "ok", "okay", "confirmed", "positive", "going", "true", "1", "will come", "booked", "place taken"),
    _S.DECLINED: ("n", "no", "no thanks", "no thank you", "declined", "decline", "declines", "not coming",
                  "not attending", "not going", "negative", "false", "0", "will not come", "not interested"),
    _S.APOLOGIES: ("apologies", "apology", "apols", "sends apologies", "sent apologies", "apologies sent", "unable",
                   "cannot come", "cannot attend", "cant come", "cant attend", "can t come", "can t attend",
                   "cannot make it", "sorry", "unavailable"),
    _S.TENTATIVE: ("maybe", "perhaps", "tentative", "possibly", "not sure", "unsure", "provisional", "provisionally",
                   "might", "if possible", "dont know yet", "don t know yet", "tbc", "to be confirmed"),
}  # fmt: skip
_OF_CELL = {words: status for status, some in _CELLS.items() for words in some}

_CAN_NOT = (
    r"(?:can ?not|can'?t|could ?n[o']t|unable|not able|won'?t|will not|shall not|am not going|not going)"
)
_COME = (
    r"(?:come|coming|attend\w*|make it|make the|be there|be joining|join\w*|take part|be with you|be able)"
)
_PASSED_OVER = (
    r"(?:apolog(?:ies|ise|y)|sorry)\W+(?:for|about|that i (?:am|was))\W+(?:\w+\W+){0,6}?(?:delay|late|lateness|slow"
    r"|reply\w*|repl\w*|respon\w*|earlier|sooner)",
    r"\bno (?:problem|problems|worries|trouble|bother)\b",
    r"\bcan'?t wait\b|\bcannot wait\b|\bwould ?n[o']t miss\b|\bwill not miss\b|\bwon'?t miss\b",
    r"\bif (?:i|we) (?:can ?not|can'?t) (?:\w+\W+){0,4}?(?:i|we)(?:'| wi)ll (?:let|tell)\b",
)
_TENTATIVE = (
    r"\b(?:maybe|perhaps|possibly|provisional\w*|tentative\w*|not (?:yet )?(?:sure|certain)|unsure|undecided)\b",
    r"\b(?:i|we) (?:may|might)\b",
    r"\b(?:hope|hoping|hopefully|try|trying) (?:to |i |we )?",
    r"\b(?:let|tell) you know\b|\bget back to you\b|\bconfirm (?:later|nearer|next)\b",
    r"\bcan'?t (?:yet )?say\b|\bdepend(?:s|ing) on\b",
    r"\bif (?:i|we) (?:can|could|am able|are able)(?:\W*$|\W+(?:make|get|come|attend|find|manage|be|join|to)\b)",
    r"\bif (?:possible|all goes well)\b|\bunless\b|\bprovided\b|\bsubject to\b|\bas long as\b",
)
_APOLOGIES = (
    r"\bapolog(?:y|ies|ise)\b",
    rf"\b{_CAN_NOT}\W+(?:\w+\W+){{0,4}}?{_COME}\b",
    r"\bregret\w*\b|\bunfortunately\b",
    r"\b(?:have|has|need|needs) to (?:cancel|withdraw|pull out|drop out)\b|\bno longer (?:able|coming|attending)\b",
    r"\b(?:on leave|annual leave|on holiday|double.booked|prior (?:engagement|commitment))\b",
)
_DECLINED = (
    r"\b(?:decline|declining|declined)\b",
    r"^(?:\W*)no\b(?! later)(?:\W*$|\W+(?:thank|sorry|i |we |not|unfortunately))",
    r"\bnot (?:be )?(?:coming|attending|joining)\b|\bnot interested\b|\bno thank",
    r"\bsay(?:ing)? no\b(?! (?:one|more))|\b(?:answer is|it is a|it's a) no\b",
)
_ACCEPTED = (
    r"^(?:\W*)(?:yes|yep|yeah|ok|okay|sure|certainly|of course|absolutely)\b",
    r"\b(?:i|we)(?:'ll| will| shall| can| am able to| are able to|'m able to)\b(?:\W+\w+){0,3}?\W+"
    r"(?:come|attend|be there|be coming|be attending|be joining|join|make it|take part|be with you)\b",
    r"\b(?:i|we)(?: am| are|'m|'re)(?: both| all)? (?:coming|attending|going|joining)\b",
    r"\b(?:i|we)(?: am| are|'m|'re)(?: both| all)? (?:happy|pleased|delighted|glad)\b(?!\W+(?:to|for|that|about)\b)",
    r"\b(?:happy|delighted|pleased|glad|love|like) to (?:come|attend|accept|join|take (?:part|up|the)|be there)\b",
    r"\b(?:accept|accepting|accepted|confirm|confirming)\b",
    r"\b(?:look|looking) forward to (?!hearing)",
    r"\bsee you (?:there|then|on|at|all)\b|\bcount (?:me|us) in\b",
    r"\b(?:book|reserve|save|put|keep) (?:me|us|a place)\b",
)
_COMES_ALL_THE_SAME = (
    r"\b(?:i|we|but|and)(?: i| we)?(?:'ll| will| shall| can)"
    r"(?: both| all| still| gladly| happily| certainly| definitely| only)*"
    r" (?:come|attend|be there|be coming|be attending|be joining|join|make it|take part|be with you)\b"
)
"""Beside apologies in one sentence it says that somebody comes, or comes for a part: what is meant is left open."""
_READING = (
    (_S.TENTATIVE, _TENTATIVE),
    (_S.DECLINED, _DECLINED),
    (_S.APOLOGIES, _APOLOGIES),
    (_S.ACCEPTED, _ACCEPTED),
)
"""In order: a sentence that says “I might” is no yes, and one with a no in it is none either."""

_SOMEBODY_ELSE = re.compile(
    r"\b(?:instead|in my place|on my behalf|in my stead|my (?:colleague|deputy)|(?:a|one) colleague)\b",
    re.IGNORECASE,
)


def read_answer(text: str) -> ParticipantStatus | None:
    """The answer that a cell gives; None where it is empty or says nothing plain."""
    words = plain(_straight(text))
    if not words:
        return None
    known = _OF_CELL.get(words) or ParticipantStatus.read(text)
    if known is not None:
        return known if known in _CELLS else None
    said = {found.status for sentence in sentences(text) for found in answers_in(sentence)}
    return said.pop() if len(said) == 1 else None


@dataclass(frozen=True)
class Said:
    """An answer with the sentence that gives it."""

    status: ParticipantStatus
    sentence: str


def answers_in(sentence: str) -> tuple[Said, ...]:
    """What one sentence answers: nothing, one thing, or two that do not go together. A question answers nothing."""
    text = _straight(sentence).casefold()
    for pattern in _PASSED_OVER:
        text = re.sub(pattern, " ", text)
    if text.rstrip().endswith("?"):
        return ()
    for status, patterns in _READING:
        if any(re.search(pattern, text.strip()) for pattern in patterns):
            both = status in (_S.DECLINED, _S.APOLOGIES) and re.search(_COMES_ALL_THE_SAME, text)
            said = Said(status, sentence)
            return (Said(_S.ACCEPTED, sentence), said) if both else (said,)
    return ()


def names_somebody_else(text: str) -> bool:
    """Whether it may be that another person is to come instead."""
    return bool(_SOMEBODY_ELSE.search(_straight(text)))


def sentences(text: str) -> list[str]:
    """The sentences of a text, line ends within a paragraph not counted as ends."""
    paragraphs = re.split(r"\n\s*\n|\n(?=\s*[-*•])", text.strip())
    joined = [" ".join(paragraph.split()) for paragraph in paragraphs]
    parts = [part.strip() for paragraph in joined for part in re.split(r"(?<=[.!?])\s+", paragraph)]
    return [part for part in parts if part]


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("`", "'")
