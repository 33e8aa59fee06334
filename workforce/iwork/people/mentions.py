"""Where somebody stands outside their own record: in words about others, and in what was being typed."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from resources.database import Database
from resources.database.erasing import hanging_on
from workforce.iwork.people.people import Person
from workforce.iwork.row_kinds import KINDS
from workforce.iwork.row_words import FIELDS

_OWN_NAMES = {("person", "given_name"), ("person", "family_name"), ("person", "known_as")}
"""What another person is called is about nobody else, though it be the same."""
_BETWEEN = r"\W{1,4}"
"""What may stand between the words of a name: a gap, a comma, a hyphen, a quotation mark."""
_APART = "\n_\n"
"""No name reaches across it."""


@dataclass(frozen=True)
class Mention:
    """Words about something else in which a name stands."""

    kind: str
    heading: str
    words: str


# --- how a name is written --------------------------------------------------------------------------------------


def folded(text: str) -> str:
    """Letters alone: without capitals and accents, in whichever way a keyboard writes them. Pure."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _as_whole_words(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names in folded text; None where there is none to look for."""
    some = {
        _BETWEEN.join(map(re.escape, re.findall(r"\w+", folded(name)) or [folded(name)]))
        for name in names
        if name
    }
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(some))})(?!\w)") if some else None


def _names(held: Person) -> list[str]:
    """In either order, and by what they are called; a given or a family name alone is too many people’s."""
    given, family, known = held.given_name.strip(), held.family_name.strip(), held.known_as.strip()
    whole = [
        f"{first} {last}"
        for one in (given, known)
        if one and family
        for first, last in ((one, family), (family, one))
    ]
    return [*whole, known] if family else [given, known]


@dataclass(frozen=True)
class NameIn:
    """Whether a name of somebody’s stands in the cells of a row: as whole words, however they are written."""

    pattern: re.Pattern[str] | None

    @classmethod
    def of(cls, held: Person) -> "NameIn":
        """The names of one person."""
        return cls(_as_whole_words(_names(held)))

    def words(self, text: str) -> bool:
        """Whether one stands in a text."""
        return self.pattern is not None and bool(self.pattern.search(folded(text)))

    def row(self, table: str, cells: Mapping[str, object]) -> bool:
        """Whether one stands in a row of a table, unless it is another’s own name."""
        said = (cell for column, cell in cells.items() if isinstance(cell, str) and _is_words(table, column))
        return self.words(_APART.join(said))


def _is_words(table: str, column: str) -> bool:
    return column != "id" and not column.endswith("_id") and (table, column) not in _OWN_NAMES


# --- where it stands --------------------------------------------------------------------------------------------


def mentions(vault: Database, held: Person) -> list[Mention]:
    """All of them. Deleting the record leaves them as they are: a person puts them right first."""
    own, name_in = hanging_on(vault, "person", held.id).live, NameIn.of(held)
    found = []
    for table, kind in KINDS.items():
        for column in _text_columns(vault, table):
            rows = vault.rows(f'select id, "{column}" from "{table}" where "{column}" <> \'\' order by id')
            heading = FIELDS[table][column].heading if column in FIELDS.get(table, {}) else column
            found += [
                Mention(kind, heading, words)
                for key, words in rows
                if key not in own.get(table, []) and name_in.words(words)
            ]
    return found


def _text_columns(vault: Database, table: str) -> list[str]:
    columns = [row[1] for row in vault.rows(f'pragma table_info("{table}")') if row[2].lower() == "text"]
    return [column for column in columns if _is_words(table, column)]


def kept_in_history(vault: Database, held: Person) -> list[int]:
    """Rows of the history in which a name of theirs stands, their own rows or others’."""
    name_in = NameIn.of(held)
    rows = vault.rows("select id, table_name, before from history_row where before is not null")
    return [key for key, table, before in rows if name_in.row(table, json.loads(before))]


def drafts_about(vault: Database, held: Person) -> list[tuple[str, str]]:
    """What was being typed about them: the draft’s key, and all of its words. Any one of their names is enough."""
    told = _as_whole_words((held.id, held.reference, held.given_name, held.family_name, held.known_as))
    rows = vault.rows("select id, title, about, fields from history_draft order by id")
    return [
        (key, f"{title}\n{about}\n{fields}")
        for key, title, about, fields in rows
        if told and told.search(folded(_APART.join((title, about, *_all_words(fields)))))
    ]


def _all_words(fields: str) -> list[str]:
    with suppress(ValueError, RecursionError):
        return _words_in(json.loads(fields))
    return [fields]


def _words_in(told: Any) -> list[str]:
    if isinstance(told, dict):
        return [word for one in told.values() for word in _words_in(one)]
    if isinstance(told, list):
        return [word for one in told for word in _words_in(one)]
    return [str(told)]
