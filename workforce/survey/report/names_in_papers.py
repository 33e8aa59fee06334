"""Whom a paper of the survey may not name: everybody in the register, and every name that was given with an answer.

Other public documents may name a provider; those of the survey may not, for who answered is not told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from engagement.register.contracts import fixed_labels, public_names
from resources.database import Database
from resources.files.publication_workbook import Publication
from resources.problem import Problem
from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    Paragraph,
    Report,
    TableBlock,
)
from resources.report.exempt_names import ExemptTerm
from resources.report.letters import clean, words
from resources.tables import Table
from workforce.survey.coding.naming import given_names, named_terms, register_terms
from workforce.survey.coding.naming_by_words import NameWords
from workforce.survey.questionnaire.shipped import SHIPPED
from workforce.survey.report.choice import Section
from workforce.survey.vocabulary import Measure, Role, Topic


def names_in_report(db: Database, report: Report) -> list[ExemptTerm]:
    """The names that may stand in it and may not be published with it.

    Refused where what the team wrote names somebody by a word of a name, in small letters too.
    """
    texts = list(report_texts(report))
    _refuse_words(db, texts, "The document was not saved", ", and save it again")
    return _names(db, texts)


def refuse_names(db: Database, publication: Publication, exempt: Sequence[ExemptTerm]) -> None:
    """Refuse tables in which a name stands, or an `exempt` word; the publisher’s own contact is not looked at."""
    from resources.report.leak_gate import search_lines  # loaded when first used

    texts = list(publication_texts(replace(publication, contact=(), publisher="")))
    _refuse_words(db, texts, "The tables were not saved", ", and save it again")
    terms = [*exempt, *_names(db, texts)]
    labels, public = fixed_labels(db), public_names(db)
    found = search_lines(texts, terms, fixed_labels=labels, public_names=public)
    if found:
        raise Problem(
            "The tables were not saved, because they hold names that are not for publication. Change the words of the "
            "questions, options or themes in which they stand.",
            details=tuple(f"{leak.term.text} ({leak.term.what})" for leak in found),
        )


def refuse_names_in_section(db: Database, blocks: Sequence[Block]) -> None:
    """Refuse a section of a report, of which the other sections may name providers, in which a name stands."""
    from resources.report.leak_gate import search_lines  # loaded when first used

    texts = list(block_texts(blocks))
    told = "The survey cannot be told in the report"
    _refuse_words(db, texts, told, "")
    labels, public = fixed_labels(db), public_names(db)
    found = search_lines(texts, _names(db, texts), fixed_labels=labels, public_names=public)
    if found:
        raise Problem(
            f"{told}, because what the team wrote holds names that are not for publication. Change the words of the "
            "questions, options, practices or actions in which they stand.",
            details=tuple(f"{leak.term.text} ({leak.term.what})" for leak in found),
        )


def _names(db: Database, texts: Sequence[str]) -> list[ExemptTerm]:
    """Without the names that stand in the program’s own words alone, such as Wilson’s interval: no one could cure
    that. A full name of several words counts wherever it stands.
    """
    terms = register_terms(db, also=given_names(db), within=texts)
    labels = fixed_labels(db)
    found = {name for _, name in named_terms(texts, terms, labels)}
    rest = [_OWN_PHRASE.sub(" … ", clean(text)) for text in texts]
    still = {name for _, name in named_terms(rest, [one for one in terms if one.text in found], labels)}
    in_full = {_letters(text) for text in texts}
    own = {name for name in found - still if not _stands_in_full(name, in_full)}
    return [term for term in terms if term.text not in own]


def _stands_in_full(name: str, texts: Iterable[str]) -> bool:
    letters = _letters(name)
    if len(list(words(clean(name)))) < 2 or any(letters in _letters(phrase) for phrase in _OWN_PHRASES):
        return False
    return any(letters in text for text in texts)


def _letters(text: str) -> str:
    return "".join(word.folded for word in words(clean(text)))


def _refuse_words(db: Database, texts: Sequence[str], what: str, then: str) -> None:
    """What the program says of itself names nobody, so only what the team wrote is looked at so closely."""
    printed = "\n".join(texts).casefold()
    written = [one for one in _written_by_the_team(db) if one.casefold() in printed]
    if not written:
        return
    by_words = NameWords(db, given_names(db), ordinary=_own_words())
    found = [(text, one) for text in written for one in by_words.named_in(text)]
    if not found:
        return
    noun = "a person’s name" if found[0][1].is_person else "a provider’s name"
    raise Problem(
        f"{what}: “{found[0][1].written}” in “{found[0][0]}” is part of {noun}. Change the word there{then}.",
        details=tuple(dict.fromkeys(f"“{one.written}” in “{text}”: {one.name}" for text, one in found)),
    )


def _written_by_the_team(db: Database) -> list[str]:
    """Actions and practices, and the words of questions, options and themes that do not ship."""
    shipped = {one.wording for one in SHIPPED} | {option.wording for one in SHIPPED for option in one.options}
    texts = [text for (text,) in db.rows(_WRITTEN)]
    return [text for text in texts if text and text not in shipped]


_WRITTEN = """select action from survey_action union select finding from survey_action
    union select name from survey_practice union select wording from survey_question
    union select wording from survey_option union select wording from survey_asked
    union select wording from survey_asked_option union select name from survey union select name from survey_wave"""


_SHIPPED = [*(one.wording for one in SHIPPED), *(option.wording for one in SHIPPED for option in one.options)]
_METHODS = (
    "Wilson’s, at 95%", "(Wilson)", "(Newcombe)", "McNemar’s exact test", "interval being Tango’s", "Mann–Whitney",
    "Holm’s correction",
)  # fmt: skip
"""How the papers say after whom their intervals and tests are called."""
_OWN_PHRASES = sorted({*_METHODS, *_SHIPPED}, key=len, reverse=True)
_OWN_PHRASE = re.compile(
    "|".join(rf"(?<!\w){re.escape(clean(phrase))}(?!\w)" for phrase in _OWN_PHRASES), re.IGNORECASE
)


@cache
def _own_words() -> frozenset[str]:
    said = [*_SHIPPED, *(word.label for words_of in (Topic, Role, Measure, Section) for word in words_of)]
    return frozenset(word.casefold() for text in said for word in re.findall(r"\w+", text))


# --- every text of a paper --------------------------------------------------------------------------------------


def report_texts(report: Report) -> Iterator[str]:
    """Every text that stands in a report, or describes it to those who cannot see it."""
    yield from (report.title, report.subtitle, *block_texts(report.blocks))


def block_texts(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text that stands in some blocks."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case FactList():
                yield from (text for item in block.items for text in item)
            case TableBlock():
                yield from (block.alt, block.caption, *_table_texts(block.table))
            case ChartBlock():
                yield from (block.alt, block.caption, block.source)
            case _:
                raise TypeError(f"no texts are known of a {type(block).__name__}")


def publication_texts(publication: Publication) -> Iterator[str]:
    """Every text of the tables, their cover and their notes."""
    yield publication.title
    yield from publication.about
    yield from publication.notes
    for table in publication.tables:
        yield from _table_texts(table)


def _table_texts(table: Table) -> Iterator[str]:
    yield from (table.title, table.base, table.source, *table.notes)
    yield from (column.heading for column in table.columns)
    yield from (str(cell) for row in table.rows for cell in row if isinstance(cell, str))
