"""People who must be found nowhere but in the locked register: made up, in every text that speaks of somebody.

`leaks` searches files in the ways in which words may stand in them.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resources.database import Database, change, new_key
from workforce.iwork.people.people import add_person
from workforce.iwork.row_kinds import KINDS

HOW_MANY = 40
_BEGINNINGS = ("Quill", "Zeph", "Brack", "Vyx", "Thorn", "Myrr", "Kest", "Oxly", "Pell", "Jund")
_ENDINGS = ("feather", "waddle", "nibble", "spindle")


@dataclass(frozen=True)
class Canary:
    """One of them. What is told of them has a word of its own in it."""

    number: int

    @property
    def given(self) -> str:
        """A name that nobody has."""
        return f"{_BEGINNINGS[self.number % 10]}{_ENDINGS[self.number // 10]}".capitalize()

    @property
    def family(self) -> str:
        """Another."""
        return f"Canary{_ENDINGS[self.number // 10]}{_BEGINNINGS[self.number % 10].lower()}"

    @property
    def postcode(self) -> str:
        """None such is in use."""
        return f"QZ{self.number} 9QZ"

    @property
    def phone(self) -> str:
        """Of numbers that are kept for stories."""
        return f"01632 9610{self.number:02}"

    @property
    def word(self) -> str:
        """Stands in everything that is written about them."""
        return f"xylocanary{self.number:02}q"

    @property
    def told(self) -> tuple[str, ...]:
        """All by which they could be known."""
        return (self.given, self.family, self.postcode, self.phone, self.word)


CANARIES = tuple(Canary(number) for number in range(HOW_MANY))


def add_canaries(vault: Database, *, today: date) -> list[str]:
    """All of them, with their word in every free text of every table that hangs on a person; their keys."""
    keys = []
    for one in CANARIES:
        made = add_person(
            vault,
            one.given,
            today,
            today=today,
            family_name=one.family,
            postcode=one.postcode,
            phone=one.phone,
        )
        keys.append(made.id)
    with change(vault, "Wrote about everybody"):
        for key, one in zip(keys, CANARIES, strict=True):
            _write_about(vault, key, one, today)
    return keys


def _write_about(vault: Database, person: str, one: Canary, today: date) -> None:
    """A row of each table that refers to a person, or to such a row, with the word in each text that is free."""
    rows = {"person": person}
    texts = {
        name: one.word for name in free_texts(vault, "person") if name not in ("given_name", "family_name")
    }
    texts |= {"postcode": one.postcode, "phone": one.phone}
    vault.update_row("person", person, texts)
    waiting = list(tables_of_people(vault))
    while waiting:
        table = next(name for name in waiting if parents(vault, name) & rows.keys())
        waiting.remove(table)
        rows[table] = _row_of(vault, table, rows, one, today)


def _row_of(vault: Database, table: str, rows: dict[str, str], one: Canary, today: date) -> str:
    held = None
    if "person_id" in columns(vault, table):
        held = vault.value(f'select id from "{table}" where person_id = ?', (rows["person"],))
    words = {name: one.word for name in free_texts(vault, table)}
    if held is not None:
        vault.update_row(table, str(held), words)
        return str(held)
    made = {**words, **_needed(vault, table, rows, today), "id": new_key()}
    vault.insert_row(table, made)
    return str(made["id"])


def _needed(vault: Database, table: str, rows: dict[str, str], today: date) -> dict[str, str | int]:
    """What a row cannot be without: whom it belongs to, a day, the first word of a list, a number."""
    refers = references(vault, table)
    found: dict[str, str | int] = {}
    for _, name, kind, not_null, default, _ in vault.rows(f'pragma table_info("{table}")'):
        if name in refers and refers[name] in rows:
            found[name] = rows[refers[name]]
        elif name in refers and not_null:
            found[name] = _any_row(vault, refers[name])
        elif not_null and default is None and name not in free_texts(vault, table):
            found[name] = _value(vault, table, name, str(kind), today)
    if table == "placing_rule":
        found |= {"kind": "ban", "employer_id": _any_row(vault, "employer")}
    if table == "availability":
        found |= {"from_minute": 540, "until_minute": 600}
    return found


def _any_row(vault: Database, table: str) -> str:
    return str(vault.value(f'select id from "{table}" order by id limit 1'))


def _value(vault: Database, table: str, column: str, kind: str, today: date) -> str | int:
    words = _choices(vault, table).get(column)
    if words:
        return words[0] if kind.lower() == "text" else int(words[0])
    if kind.lower() != "text":
        return 1
    return today.isoformat() if column.endswith(("_on", "_by")) else "x"


# --- what the tables are ------------------------------------------------------------------------------------


def tables_of_people(vault: Database) -> tuple[str, ...]:
    """All that hang on `person`, near or far, the near ones first."""
    found: list[str] = []
    known = {"person"}
    while more := [one for one in KINDS if one not in known and parents(vault, one) & known]:
        found += more
        known |= set(more)
    return tuple(found)


def parents(vault: Database, table: str) -> set[str]:
    """The tables to which it refers."""
    return set(references(vault, table).values())


def references(vault: Database, table: str) -> dict[str, str]:
    """Its columns that refer to another table, each with which."""
    return {str(row[3]): str(row[2]) for row in vault.rows(f'pragma foreign_key_list("{table}")')}


def columns(vault: Database, table: str) -> list[str]:
    """All of them."""
    return [str(row[1]) for row in vault.rows(f'pragma table_info("{table}")')]


def free_texts(vault: Database, table: str) -> list[str]:
    """Columns in which anything may be written: no key, no day, no word of a list."""
    fixed = {"id", *references(vault, table), *_choices(vault, table)}
    texts = [
        str(row[1]) for row in vault.rows(f'pragma table_info("{table}")') if str(row[2]).lower() == "text"
    ]
    return [
        one for one in texts if one not in fixed and not one.endswith(("_on", "_at", "_from", "delete_by"))
    ]


def _choices(vault: Database, table: str) -> dict[str, list[str]]:
    """Columns of which the table says what may stand in them."""
    made = str(vault.value("select sql from sqlite_master where type = 'table' and name = ?", (table,)))
    found = re.findall(r"\(\s*(\w+)\s+in\s*\(([^)]*)\)", made)
    return {name: [one.strip(" '\n") for one in words.split(",")] for name, words in reversed(found)}


# --- the search ---------------------------------------------------------------------------------------------


def in_text(text: str) -> list[str]:
    """What of the canaries stands in words that are shown or told."""
    folded = text.casefold()
    return [told for one in CANARIES for told in one.told if told.casefold() in folded]


def leaks(
    places: Iterable[Path], *, exempt: Iterable[Path] = (), told: Iterable[str] | None = None
) -> list[str]:
    """Every file beneath these places in which any of them stands, in capitals or not, in any of three writings.

    `told` are other words to search for than what is told of the canaries.
    """
    found, left_out = [], {one.resolve() for one in exempt}
    others = None if told is None else {one: _written(one) for one in told}
    for path in _files(places):
        if path.resolve() in left_out:
            continue
        for data in _contents(path):
            here = in_bytes(data) if others is None else _those_in(data.lower(), others)
            found += [f"{path}: {one}" for one in here]
        named = in_text(str(path)) if others is None else _those_in(str(path).lower().encode(), others)
        found += [f"the name of {path}: {one}" for one in named]
    return found


def in_bytes(data: bytes) -> list[str]:
    """UTF-8, UTF-16 from either end, at even and odd places; large and small letters are the same."""
    folded = data.lower()
    if not any(one in folded for one in _STEMS):  # which is soon seen of a large file
        return []
    return _those_in(folded, _WRITINGS)


def _those_in(folded: bytes, words: Mapping[str, tuple[bytes, ...]]) -> list[str]:
    return [told for told, writings in words.items() if any(one in folded for one in writings)]


def _contents(path: Path) -> Iterator[bytes]:
    """The file, and what is packed into it: a document of Word or Excel is so."""
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            yield from (packed.read(name) for name in packed.namelist())


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        yield from (one for one in ([place] if place.is_file() else place.rglob("*")) if one.is_file())


def _written(told: str) -> tuple[bytes, ...]:
    return tuple(told.lower().encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))


_WRITINGS = {told: _written(told) for one in CANARIES for told in one.told}
_STEMS = [one for stem in (*_BEGINNINGS, "canary", " 9QZ", "01632 9610") for one in _written(stem)]
"""In everything that is told of a canary there is one of these."""
