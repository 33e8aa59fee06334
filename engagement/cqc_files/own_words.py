"""What the team wrote into the register itself, so that CQC's files leave it alone."""

import json
from collections.abc import Sequence
from typing import Any

from resources.database import Database

# Ordinary changes that hold and are neither an import nor a merge. An import is a change that took in a file. A merge,
# the one change that takes a provider or a service away, fills the kept row with what the other had, CQC's own words
# for the most part, and brings services to the kept provider: CQC may change both later.
_BY_HAND = """select record.id, record.row_id, record.before,
        (select before from history_row as later where later.row_id = record.row_id
            and later.table_name = record.table_name and later.id > record.id order by later.id limit 1)
    from history_change as change join history_row as record on record.change_id = change.id
    where record.table_name = ? and record.kind = 'update' and change.kind = 'ordinary' and change.undone_by is null
        and change.id not in (select change_id from history_row where table_name = 'cqc_file' and kind = 'insert')
        and change.id not in (select change_id from history_row
            where table_name in ('provider', 'service') and kind = 'delete')"""


def own_words(db: Database, table: str, columns: Sequence[str]) -> dict[str, frozenset[str]]:
    """For each row that the team changed by hand the columns that it changed."""
    own: dict[str, frozenset[str]] = {}
    listed = ", ".join(columns)
    for _, key, before, later in db.rows(_BY_HAND, (table,)):
        was = json.loads(before)
        became: dict[str, Any] | None = json.loads(later) if later else None
        if became is None:
            row = db.row(f"select {listed} from {table} where id = ?", (key,))
            became = dict(zip(columns, row, strict=True)) if row else was
        changed = {name for name in columns if was.get(name) != became.get(name)}
        if changed:
            own[key] = own.get(key, frozenset()) | changed
    return own
