"""Where somebody stands outside their own record: in words about others, and in what was being typed."""

import re
from dataclasses import dataclass

from resources.database import Database
from resources.database.erasing import hanging_on
from workforce.iwork.people.people import Person
from workforce.iwork.row_kinds import KINDS
from workforce.iwork.row_words import FIELDS


@dataclass(frozen=True)
class Mention:
    """Words about something else in which a full name stands."""

    kind: str
    heading: str
    words: str


def mentions(vault: Database, held: Person) -> list[Mention]:
    """All of them. Deleting the record leaves them as they are: a person puts them right first."""
    own = hanging_on(vault, "person", held.id).live
    found = []
    for table, kind in KINDS.items():
        for column in _text_columns(vault, table):
            rows = vault.rows(
                f'select id, "{column}" from "{table}" where instr(lower("{column}"), lower(?))', (held.name,)
            )
            heading = FIELDS[table][column].heading if column in FIELDS.get(table, {}) else column
            found += [Mention(kind, heading, words) for key, words in rows if key not in own.get(table, [])]
    return found


def _text_columns(vault: Database, table: str) -> list[str]:
    return [row[1] for row in vault.rows(f'pragma table_info("{table}")') if row[2].lower() == "text"]


def drafts_about(vault: Database, held: Person) -> list[tuple[str, str]]:
    """What was being typed about them when the register locked: the draft’s key, and all of its words."""
    told = (held.id, held.reference, held.given_name, held.family_name)
    rows = vault.rows("select id, title || '\n' || about || '\n' || fields from history_draft order by id")
    whole = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in told if word), re.IGNORECASE)
    return [(key, words) for key, words in rows if whole.search(words)]
