"""The ways in which a paper may write whom it means: surname first, without titles, “Mrs Example”, “A. Example”.

Every public document is searched for full names, with the surname first or last. A paper of the event at which the
person was is searched for the shorter ways too, since who reads it knows who may be meant.
"""

from collections.abc import Iterable

from engagement.register.facts import key_list
from engagement.register.names import is_full_name
from resources.database import Database, history
from resources.report.exempt_names import PLACE_WORDS, ExemptTerm, Spelling, words_of
from resources.report.ordinary_words import ORDINARY_WORDS

TITLES = ("mr", "mrs", "ms", "miss", "mx", "dr")
"""What a paper puts before a surname."""
_OTHER_TITLES = frozenset({
    "prof", "professor", "doctor", "rev", "revd", "reverend", "sir", "dame", "lord", "lady", "cllr", "councillor",
    "sister", "fr", "father", "imam", "rabbi", "hon",
})  # fmt: skip
_PARTICLES = frozenset({
    "van", "von", "der", "den", "de", "del", "della", "da", "das", "dos", "di", "du", "la", "le", "el", "al", "bin",
    "ibn", "bint", "ter", "ten", "st",
})  # fmt: skip


def names_ever(db: Database, contact_ids: Iterable[str]) -> dict[str, list[str]]:
    """The names that each contact bears or bore, the one it has now first; of those merged or deleted since too."""
    keys = list(dict.fromkeys(contact_ids))
    found: dict[str, list[str]] = {key: [] for key in keys}
    now = db.rows(
        "select id, name from contact where id in (select value from json_each(?))", (key_list(keys),)
    )
    for key, name in (*now, *history.earlier_values(db, "contact", keys, ("name",))):
        if name and name not in found[key]:
            found[key].append(name)
    return found


def contacts_ever_of(db: Database, providers: Iterable[str]) -> dict[str, list[str]]:
    """For each provider the keys of everybody there, and of those deleted or merged into others since."""
    found: dict[str, list[str]] = {key: [] for key in providers}
    rows = db.rows(
        """select provider_id, id from contact where provider_id in (select value from json_each(?1))
        union select json_extract(before, '$.provider_id') as provider_id, row_id from history_row
        join history_change on history_change.id = change_id
        where table_name = 'contact' and history_row.kind = 'delete' and history_change.kind = 'ordinary'
        and undone_by is null and json_extract(before, '$.provider_id') in (select value from json_each(?1))
        order by 1, 2""",
        (key_list(found),),
    )
    for provider, key in rows:
        found[provider].append(key)
    return found


def person_terms(names: Iterable[str], what: str) -> list[ExemptTerm]:
    """The full ones of people's names as what no public document may hold, with the surname first too."""
    return [
        ExemptTerm(name, what, spellings=tuple(map(Spelling, _orders(name))))
        for name in dict.fromkeys(names)
        if is_full_name(name)
    ]


def close_person_terms(names: Iterable[str], what: str) -> list[ExemptTerm]:
    """The same for a paper of the event at which these people were: shorter ways of writing them tell there too.

    A name of one word counts there as well, with a capital and unless it is an ordinary word or a place.
    """
    terms = []
    for name in dict.fromkeys(names):
        if is_full_name(name):
            ways = (*map(Spelling, _orders(name)), *_short_ways(name))
            terms.append(ExemptTerm(name, what, spellings=tuple(dict.fromkeys(ways))))
        elif len(name.strip()) > 1 and not set(words_of(name)) & (ORDINARY_WORDS | PLACE_WORDS):
            terms.append(ExemptTerm(name.strip(), what, telling=(), capitals=True))
    return terms


def _orders(name: str) -> list[str]:
    """Without titles, without what follows the name, and with the surname first; not as it is written."""
    first, last = name_parts(name)
    whole = " ".join([*first, *last])
    ways = [whole, " ".join([*last, *first])] if first else [whole] if len(last) > 1 else []
    return [way for way in dict.fromkeys(ways) if way != name]


def _short_ways(name: str) -> list[Spelling]:
    first, last = name_parts(name)
    if not last:
        return []
    surname, end = " ".join(last), last[-1]
    usual = {*words_of(end)} <= ORDINARY_WORDS
    ways = [Spelling(f"{title} {one}", capitals=usual) for title in TITLES for one in (surname, end)]
    if not first:
        return ways
    ways += [Spelling(f"{first[0]} {one}") for one in (surname, end)]
    ways += [Spelling(f"{one} {first[0]}") for one in (surname, end)]
    initials = [one[0] for one in first]
    for letters in (initials[:1], initials):
        if not (usual and letters[0].casefold() in "ai"):  # 'A Good' begins many a sentence
            ways += [Spelling(f"{' '.join(letters)} {one}", capitals=True) for one in (surname, end)]
    return ways


def name_parts(name: str) -> tuple[list[str], list[str]]:
    """First names and surname. 'Example, Ada' has the surname first; what else follows a comma is no name."""
    head, comma, tail = name.partition(",")
    last, first = _plain(head), _plain(tail)
    if comma and first and len(first) <= 3 and not all(word.isupper() for word in first):
        return first, last
    words = last
    at = len(words) - 1
    while at > 1 and words[at - 1].casefold() in _PARTICLES:
        at -= 1
    return words[: max(at, 0)], words[max(at, 0) :]


def spoken_name(name: str) -> str:
    """'Ada Example' for 'Example, Ada'; any other name as it is written."""
    head, comma, _ = name.partition(",")
    first, last = name_parts(name)
    return " ".join([*first, *last]) if comma and first and last == _plain(head) else name


def _plain(text: str) -> list[str]:
    """The words without titles and remarks in brackets: 'Dr Ian Example (deputy)' is Ian Example."""
    words = text.partition("(")[0].split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in {*TITLES, *_OTHER_TITLES}:
        words = words[1:]
    return words
