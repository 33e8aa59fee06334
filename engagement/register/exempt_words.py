"""Which words of an exempt service's name tell by themselves whom it means: those that few public services bear.

A word of the name is searched for by itself ('Quillmere' of 'Quillmere Care Home') unless it is an ordinary word, a
word that documents print of themselves, a place, or shared with the names of more than two services that are not
exempt: `resources.report.exempt_names.standing` decides, and gives the reason. This is what the register knows for it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from engagement.register import facts
from engagement.register.names import other_names
from resources.database import Database
from resources.geography import districts
from resources.report.exempt_names import KnownWords, words_of
from resources.report.letters import clean
from resources.report.ordinary_words import BUILDING_WORDS, ORDINARY_WORDS

_LETTERS = re.compile(r"[^\W_]+")
_HOLD_A_TOWN = 2  # parts at the end of an address that may be a town or a county
_ADDRESSES_OF_A_TOWN = 2  # a place named in one address alone may be the grounds of the home


def known_words(db: Database, exempt: Collection[str], labels: Iterable[str]) -> KnownWords:
    """What the register knows of the words in the names of its services; `exempt` are the keys of the exempt ones."""
    rows = db.rows("select id, name || ' ' || also_known_as from service")
    asked = _words(names for key, names in rows if key in exempt) - ORDINARY_WORDS
    asked |= {f"{word}s" for word in asked}
    bearers: Counter[str] = Counter()
    for key, names in rows:
        # Taking every name of the country apart with care would take a second; few hold a word that is asked about.
        if key not in exempt and not asked.isdisjoint(_roughly(names)):
            bearers.update(words_of(names))
    return KnownWords(_words(labels), _places(db), bearers)


def _roughly(names: str) -> list[str]:
    plain = names if names.isascii() else clean(names)
    return _LETTERS.findall(plain.casefold().replace("'", ""))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words_of(text))


def _places(db: Database) -> frozenset[str]:
    """The words of every district, authority, region and town that the register or the country's list holds."""
    columns = ("district", "authority", "region")
    named = {name for one in columns for (name,) in db.rows(f"select distinct {one} from service")}
    listed = {name for code, one in districts().items() for name in (one.authority, one.region)}
    return _words(named | listed | set(_towns(db)))


def _towns(db: Database) -> list[str]:
    """Parts at the end of several addresses that may be a town: without a number, and no street."""
    endings: Counter[str] = Counter()
    for (address,) in db.rows("select address from service where address <> ''"):
        parts = [part.strip() for part in address.split(",")]
        endings.update(set(parts[1:][-_HOLD_A_TOWN:]) - {""})
    return [
        part
        for part, number in endings.items()
        if number >= _ADDRESSES_OF_A_TOWN
        and not re.search(r"\d", part)
        and part.split()[-1].casefold() not in BUILDING_WORDS
    ]


def public_names(db: Database, exempt: Collection[str]) -> frozenset[str]:
    """Names of services that are not exempt, of providers that run no exempt one, and of the council's officers."""
    services = db.rows("select id, name, also_known_as, portfolio_officer from service")
    names = {
        part
        for key, name, also, _ in services
        if key not in exempt
        for part in (name.strip(), *other_names(also))
    }
    names |= {officer for *_, officer in services}
    providers = db.rows(
        """select name from provider where id not in
        (select provider_id from service where id in (select value from json_each(?)))""",
        (facts.key_list(exempt),),
    )
    return frozenset(names | {name for (name,) in providers}) - {""}
