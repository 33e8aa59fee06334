"""Whether a text names somebody: a provider, a service, a person, or a way to reach them.

It is stricter than the check of public documents, which looks for exempt names alone: nobody who was promised to be
quoted without a name may be told from the words, nor anybody else.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from engagement.register import exempt_words
from engagement.register.contracts import fixed_labels
from engagement.register.names import other_names
from engagement.register.person_names import close_person_terms
from resources.database import Database
from resources.report.exempt_names import (
    GENERIC_WORDS,
    PLACE_WORDS,
    SHARED_BY,
    ExemptTerm,
    KnownWords,
    Standing,
    standing,
    telling_words,
    words_of,
)
from resources.report.letters import clean, words
from resources.report.ordinary_words import ORDINARY_WORDS, WORK_WORDS
from workforce.survey.coding.naming_by_words import PEOPLE, NameWords

_OF_SERVICE, _OF_PERSON = "a provider’s name", "a person’s name"
_GIVEN = "the name given with an answer to a survey"
_SIGNS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("an e-mail address", re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")),
    (
        "a web address",
        re.compile(r"\b(?:https?://|www\.)\S+|\b\w[\w-]*\.(?:co\.uk|org\.uk|com|org|net)\b", re.I),
    ),
    ("a telephone number", re.compile(r"(?<![\w£])(?:\+44|0)(?:[\s()./-]*\d){8,10}(?!\d)")),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s?[0-9][A-Z]{2}\b", re.I)),
    (
        "somebody by title and name",
        re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sister|Matron|Cllr)\.?\s+[A-Z][\w’'-]+"),
    ),
)
_SHORTEST = 3  # letters of a first name or surname that is looked for alone


def names_in(db: Database, texts: Iterable[str], *, also: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
    """For each text whom it names, each once; nothing for a text that names nobody.

    `also` are names that count beside those of the register: what writers gave as their own.
    """
    wanted = list(dict.fromkeys(texts))
    found: dict[str, list[str]] = {text: [] for text in wanted}
    if not wanted:
        return {}
    for number, name in named_terms(wanted, register_terms(db, also=also, within=wanted), fixed_labels(db)):
        found[wanted[number]].append(name)
    by_words = NameWords(db, also)
    for text in wanted:
        found[text] += [one.name for one in by_words.named_in(text)]
        found[text] += [said for said, sign in _SIGNS if sign.search(text)]
    return {text: tuple(dict.fromkeys(names)) for text, names in found.items()}


def register_terms(
    db: Database, *, also: Iterable[str] = (), within: Iterable[str] | None = None
) -> list[ExemptTerm]:
    """The names of every provider, service and person that the register knows; `also` other names of services.

    With `within` only those of which these texts hold a word that is not in most names.
    """
    organisations = [*also, *(name for (name,) in db.rows("select name from provider"))]
    organisations += [brand for (brand,) in db.rows("select distinct brand from provider where brand <> ''")]
    for name, others in db.rows("select name, also_known_as from service"):
        organisations += [name, *other_names(others)]
    people = [name for (name,) in db.rows(PEOPLE) if name]
    if within is not None:
        letters = "".join(word.folded for text in within for word in words(clean(text)))
        organisations = [name for name in organisations if _may_stand(name, letters)]
        people = [name for name in people if _may_stand(name, letters)]
    return [*_organisation_terms(db, organisations), *close_person_terms(people, _OF_PERSON), *_alone(people)]


def given_names(db: Database) -> list[str]:
    """Names that were given with answers and that no provider or service of the register bears."""
    rows = db.rows(
        """select distinct trim(said_name) from survey_response where trim(said_name) <> ''
        and lower(trim(said_name)) not in (select lower(name) from provider union select lower(name) from service)
        order by 1"""
    )
    return [name for (name,) in rows]


def given_name_terms(db: Database) -> list[ExemptTerm]:
    """The same as what no public document may hold, of those that tell whom they mean.

    Answers are given in confidence, and a name that nobody published stays with them. A name of ordinary words, of
    places or of words that many services bear ('The Home', 'Mansfield Care') is anybody's and stops no document.
    """
    names = given_names(db)
    if not names:
        return []
    known = exempt_words.known_words(db, (), fixed_labels(db))
    return [ExemptTerm(name, _GIVEN, ()) for name in names if _tells(db, name, known)]


def _tells(db: Database, name: str, known: KnownWords) -> bool:
    own = [word for word in words_of(name) if word not in GENERIC_WORDS]
    telling = [word for word in own if standing(word, known) is Standing.TELLING]
    if len(own) > 1 or not telling:
        return bool(telling)
    bearers = db.value("select count(*) from service where lower(name) like ?", (f"%{telling[0]}%",))
    return int(str(bearers or 0)) <= SHARED_BY


def _may_stand(name: str, letters: str) -> bool:
    """Whether a word of the name is among letters that run on: the search itself takes its time for each name."""
    own = words_of(name)
    return any(word in letters for word in own if word not in GENERIC_WORDS) or GENERIC_WORDS.issuperset(own)


def _organisation_terms(db: Database, names: Iterable[str]) -> list[ExemptTerm]:
    kept = [name for name in dict.fromkeys(names) if name.strip()]
    if not kept:
        return []
    services = {key for (key,) in db.rows("select id from service")}
    known = exempt_words.known_words(db, services, fixed_labels(db))
    return [
        ExemptTerm(
            name,
            _OF_SERVICE,
            tuple(word for word in telling_words(name, known) if word not in WORK_WORDS),
        )
        for name in kept
    ]


def _alone(names: Iterable[str]) -> list[ExemptTerm]:
    """A first name or a surname by itself, in capitals: colleagues are seldom written of in full."""
    each = {word for name in names for word in words_of(name) if len(word) >= _SHORTEST and word.isalpha()}
    return [
        ExemptTerm(word.capitalize(), _OF_PERSON, telling=(), capitals=True)
        for word in sorted(each - ORDINARY_WORDS - WORK_WORDS - PLACE_WORDS)
    ]


def named_terms(
    texts: Sequence[str], terms: Sequence[ExemptTerm], labels: Iterable[str]
) -> list[tuple[int, str]]:
    """The number of a text with each name that stands in it."""
    from resources.report.leak_gate import search  # loaded when first used

    if not terms:
        return []
    rows = io.StringIO()
    csv.writer(rows).writerows([["Words"], *([" ".join(text.split())] for text in texts)])
    found = search(rows.getvalue().encode(), terms, fixed_labels=labels)
    return [(int(leak.where.split(",")[0].split()[1]) - 2, leak.term.text) for leak in found]
