"""What a table's CHECK allows in a column, read from the table as it was made."""

import re
from collections.abc import Mapping

from resources.database import Database
from resources.words import Word


def words_allowed(db: Database, table: str, column: str) -> list[str]:
    """The words of the column's `in (…)`, in its order."""
    sql = " ".join(str(db.value("select sql from sqlite_schema where name = ?", (table,))).split())
    found = re.findall(rf"check \((?:{column} is null or )?{column} in \(([^)]*)\)\)", sql)
    assert len(found) == 1, f"{table}.{column} has {len(found)} lists of words"
    return re.findall(r"'([^']*)'", found[0])


def check_words(db: Database, expected: Mapping[tuple[str, str], type[Word]]) -> None:
    """Each table and column allows exactly the words of its vocabulary, none of them twice."""
    told = {place: sorted(words_allowed(db, *place)) for place in expected}
    assert told == {place: sorted(word.value for word in words) for place, words in expected.items()}
