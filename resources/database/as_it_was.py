"""What stood in rows at the end of some earlier moment, told from the history."""

import json
from collections.abc import Iterable
from typing import Any

from resources.database.database import Database


def values_at(db: Database, table: str, column: str, keys: Iterable[str], moment: str) -> dict[str, Any]:
    """What stood in a column before the first change after a moment (ISO text, UTC), for rows changed since.

    Rows that nothing happened to since are left out: what stands in them stood then. A row that was not there yet has
    None.
    """
    # "cross join" keeps the order: from the rows asked for to their changes. With min() alone SQLite takes the other
    # columns from the row that has it.
    rows = db.rows(
        "select row_id, json_extract(before, ?), min(history_row.id) from history_row "
        "cross join history_change as change where change.id = change_id and change.at >= ? and table_name = ? "
        "and row_id in (select value from json_each(?)) group by row_id",
        (f'$."{column}"', moment, table, json.dumps(list(keys))),
    )
    return {key: value for key, value, _ in rows}
