"""What reports to a committee bring to what all capabilities share."""

from desktop.capability_record import CapabilityRecord, Description, Findable, KeptBeside, Line, RowWords
from engagement.committee import kept, row_words, schema
from engagement.committee.attention import committee_attention
from engagement.committee.listings import RECOMMENDATIONS, REPORTS
from resources.wording import date_words


def _report(line: Line) -> Description:
    return Description("Report", str(line["title"]), f"{line['committee']}, {_day(line)}")


def _asked(line: Line) -> Description:
    return Description(
        "Recommendation", str(line["text"]), f"{line['report']}, {_day(line)}, {line['outcome']}"
    )


def _day(line: Line) -> str:
    return date_words(str(line["meets_on"]))


COMMITTEE = CapabilityRecord(
    tables=schema.capability(),
    attention=committee_attention,
    found=(Findable(REPORTS, "reports", _report), Findable(RECOMMENDATIONS, "reports", _asked)),
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
