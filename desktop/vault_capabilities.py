"""What stands in the locked file of i-Work: a file of its own, with capabilities of its own."""

from desktop.capability_record import CapabilityRecord, RowWords
from workforce.iwork import row_kinds, row_words, schema

IWORK = CapabilityRecord(
    tables=schema.capability(),
    row_words=RowWords(
        kinds=row_kinds.KINDS,
        belongs_to=row_kinds.BELONGS_TO,
        named_by=row_kinds.NAMED_BY,
        fields=row_words.FIELDS,
        silent=row_kinds.SILENT,
        shown_with=row_kinds.SHOWN_WITH,
    ),
)

VAULT_RECORDS = (IWORK,)
VAULT_CAPABILITIES = tuple(one.tables for one in VAULT_RECORDS)
