"""What of an exempt text tells by itself: sums, counts of something, days, and words said in a row.

Each is found in public text however it is written: three or 3, £12,345 or 12345 or £12k, 3 June 2019 or 03/06/19. What
the program says in public too is no fact to be kept. A sum or count that anybody might name (£500, two homes) and a
day tell only where the sentence shares a word with the exempt one that says what it is about.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from resources.report.document_text import Passage
from resources.report.gate.known import HeldBack, Known, Looked, leak
from resources.report.gate.numbers import NumberKind, Spoken
from resources.report.gate.sentences import Sentence, is_little, sentences, singular
from resources.report.leak_gate import Leak
from resources.report.letters import words
from resources.report.ordinary_words import ORDINARY_WORDS

PHRASE = 6
"""Words in a row that two texts do not share by chance."""
_SAID_BY_CHANCE = 3  # of these words at least so many must say something
_LETTERS = 20  # and so many letters they must have
_NOUNS = 3  # words after a number among which what it counts is looked for
_TELLING_FIGURES = 2  # digits of a sum from which nobody names it by chance
_TELLING_COUNT = 1000  # a count from which the number tells without its noun
_UNLIKELY = 10  # so many of something ordinary are seldom said by chance
_TIMES = frozenset({"day", "week", "month", "year", "hour", "minute", "night"})
_EVERYBODYS = frozenset({
    "home", "service", "provider", "event", "forum", "contract", "people", "person", "day", "week", "month", "year",
    "hour", "night", "time", "care", "nursing", "residential", "council", "county", "district", "agency",
    "response", "rating",
})  # fmt: skip
"""What reports count on every page."""


@dataclass(frozen=True)
class _Fact:
    """A number or day with the sentence that it stands in."""

    of: Sentence
    number: Spoken


def sums_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """Exempt sums of money."""
    held = _numbers(looked.exempt_sentences, NumberKind.MONEY)
    public = {one.number.value for one in _numbers(looked.made_sentences, NumberKind.MONEY)}
    held = [one for one in held if one.number.value not in public and one.number.value]
    for said in _spoken(looked, bool(held)):
        for number in said.numbers:
            for fact in held:
                if _same_sum(fact.number, number) and _tells_sum(fact, said, number):
                    yield leak(
                        _words_of(fact),
                        "an exempt sum",
                        _as_written(fact, said, number),
                        said.passage,
                        said.text,
                    )


def _same_sum(held: Spoken, said: Spoken) -> bool:
    """The same pounds, or what they are when shortened; a bare number of the same four digits or more too."""
    if said.kind is NumberKind.PERCENT:
        return False
    if said.kind is NumberKind.COUNT and (held.value < _TELLING_COUNT or held.figures <= _TELLING_FIGURES):
        return False
    if said.value == held.value:
        return True
    return bool(said.step) and said.value == round(held.value / said.step) * said.step


def _tells_sum(fact: _Fact, said: Sentence, number: Spoken) -> bool:
    if number.figures >= _TELLING_FIGURES and number.value >= 100:
        return True
    return fact.of.is_about(said)


def counts_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """Exempt counts of something."""
    held = [one for one in _numbers(looked.exempt_sentences, NumberKind.COUNT) if one.number.value]
    public = _by_value(looked.made_sentences) if held else {}
    for said in _spoken(looked, bool(held)):
        for number in said.numbers:
            for fact in held:
                if number.kind is NumberKind.COUNT and number.value == fact.number.value:
                    shared = _counted(fact) & _counted(_Fact(said, number))
                    is_public = any(shared <= nouns for nouns in public.get(number.value, ()))
                    if shared and not is_public and _tells_count(fact, said, shared):
                        how = _as_written(fact, said, number)
                        yield leak(_words_of(fact), "an exempt count", how, said.passage, said.text)


def _by_value(some: Iterable[Sentence]) -> dict[Fraction, list[frozenset[str]]]:
    """What the program counts in public, by how many."""
    found: dict[Fraction, list[frozenset[str]]] = {}
    for one in _numbers(some, NumberKind.COUNT):
        found.setdefault(one.number.value, []).append(_counted(one))
    return found


def _counted(fact: _Fact) -> frozenset[str]:
    """What a number may count: the words after it, or the heading of its cell before it."""
    after = fact.of.after(fact.number.end, _NOUNS)
    after = after[:1] if after[:1] and after[0] in _TIMES else after
    before = fact.of.text[: fact.number.start].rstrip()
    if before.endswith(":"):
        after += [singular(word.folded) for word in words(before.rpartition(";")[2])]
    return frozenset(word for word in after if not is_little(word))


def _tells_count(fact: _Fact, said: Sentence, shared: frozenset[str]) -> bool:
    """Whether what is counted is rare, and more than one; otherwise the sentences must be about the same."""
    own = shared - _EVERYBODYS
    if own and fact.number.value > 1 and (own - ORDINARY_WORDS or fact.number.value >= _UNLIKELY):
        return True
    return fact.of.is_about(said, but=shared)


def days_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """Exempt days, beside what happened on them."""
    held = [(sentence, day) for sentence in looked.exempt_sentences for day in sentence.dates]
    public = [(sentence, day) for sentence in looked.made_sentences for day in sentence.dates]
    for said in _spoken(looked, bool(held)):
        for day in said.dates:
            for sentence, exempt in held:
                shared = sentence.telling & said.telling
                if (
                    day.may_be(exempt)
                    and shared
                    and not any(one.may_be(exempt) and shared & made.telling for made, one in public)
                ):
                    words_of = sentence.text[exempt.start : exempt.end]
                    found_as = (
                        "as it is"
                        if words_of == said.text[day.start : day.end]
                        else "in another way of writing it"
                    )
                    yield leak(words_of, "an exempt date", found_as, said.passage, said.text)


def phrases_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """Words in a row of the exempt appendix."""
    exempt = [HeldBack(one.text, "words of the exempt appendix") for one in looked.exempt]
    return _phrases(looked, exempt, [*(one.text for one in looked.made), *known.house_words])


def held_back_told(looked: Looked, known: Known) -> Iterator[Leak]:
    """Words in a row of what people said in confidence, wherever in the file it is kept."""
    return _phrases(looked, known.held_back, known.house_words)


def _phrases(looked: Looked, held: Sequence[HeldBack], public: Iterable[str]) -> Iterator[Leak]:
    of: dict[tuple[str, ...], HeldBack] = {}
    for one in held:
        for phrase in _in_a_row(_sentences_of(one.text)):
            of.setdefault(phrase, one)
    for text in public if of else ():
        for phrase in _in_a_row(_sentences_of(text)):
            of.pop(phrase, None)
    for sentence in looked.sentences if of else ():
        found = next((phrase for phrase in _in_a_row([sentence]) if phrase in of), None)
        if found is not None:
            yield leak(
                " ".join(found), of[found].what, f"{PHRASE} words in a row", sentence.passage, sentence.text
            )


def _sentences_of(text: str) -> Iterator[Sentence]:
    return sentences([Passage(text, "")])


def _in_a_row(some: Iterable[Sentence]) -> Iterator[tuple[str, ...]]:
    """Each run of so many words, with numbers in digits, that says enough to be nobody else's."""
    for sentence in some:
        folded = sentence.with_digits
        for start in range(len(folded) - PHRASE + 1):
            run = tuple(folded[start : start + PHRASE])
            saying = sum(not is_little(word) for word in run)
            if saying >= _SAID_BY_CHANCE and sum(map(len, run)) >= _LETTERS:
                yield run


def _numbers(some: Iterable[Sentence], kind: NumberKind) -> list[_Fact]:
    return [
        _Fact(sentence, number) for sentence in some for number in sentence.numbers if number.kind is kind
    ]


def _spoken(looked: Looked, wanted: bool) -> tuple[Sentence, ...]:
    return looked.sentences if wanted else ()


def _words_of(fact: _Fact) -> str:
    return fact.of.text[fact.number.start : fact.number.end].strip()


def _as_written(fact: _Fact, said: Sentence, number: Spoken) -> str:
    return _written_as(_words_of(fact), said.text[number.start : number.end].strip())


def _written_as(held: str, said: str) -> str:
    return "as it is" if held == said else "in another way of writing it"
