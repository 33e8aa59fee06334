"""What reports to a committee bring to what all capabilities share."""

from desktop.capability_record import CapabilityRecord, KeptBeside, RowWords
from engagement.committee import kept, row_words, schema

COMMITTEE = CapabilityRecord(
    tables=schema.capability(),
    row_words=RowWords(
        kinds=row_words.KINDS,
        belongs_to=row_words.BELONGS_TO,
        named_alone=("committee_meeting", "committee_report", "report_looks"),
        named_by=row_words.NAMED_BY,
        fields=row_words.FIELDS,
        silent=row_words.SILENT,
    ),
    kept=KeptBeside(
        folder="reports", one="picture of a report", many="pictures of reports",
        beside=kept.folder_beside, known=kept.known_files,
    ),
)  # fmt: skip
