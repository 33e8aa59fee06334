"""How people read the columns of these tables, for the history of their rows."""

from collections.abc import Mapping

from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.differences import FieldWords, said_day, said_flag, said_moment, said_word
from resources.report.committee.outline import ItemKind, Style
from resources.report.committee.parts import Part

KINDS: Mapping[str, str] = {
    "committee_meeting": "Meeting of a committee",
    "committee_report": "Report",
    "report_part": "Part of a report",
    "report_item": "Line of an outline",
    "report_looks": "Looks of reports",
    "sentence_edit": "Edited sentence",
    "recommendation": "Recommendation",
    "recommendation_step": "What became of a recommendation",
    "report_issue": "Issued report",
    "deadline_rule": "Deadline",
    "deadline_done": "Deadline met",
    "bank_holiday": "Bank holiday",
}
BELONGS_TO: Mapping[str, tuple[str, ...]] = {
    "committee_report": ("meeting_id",),
    "report_part": ("report_id",),
    "report_item": ("report_id",),
    "sentence_edit": ("report_id",),
    "recommendation": ("report_id",),
    "recommendation_step": ("recommendation_id",),
    "report_issue": ("report_id",),
    "deadline_done": ("report_id",),
}
NAMED_BY: Mapping[str, str] = {
    "committee_meeting": "committee",
    "recommendation": "text",
    "bank_holiday": "day",
}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "committee_meeting": {
        "committee": FieldWords("Committee"),
        "meets_on": FieldWords("Meets on", said_day),
        "note": FieldWords("Note"),
        "archived_on": FieldWords("Archived", said_day),
    },
    "committee_report": {
        "title": FieldWords("Title"),
        "meeting_id": FieldWords("Meeting", refers_to="committee_meeting"),
        "agenda_item": FieldWords("Agenda item"),
        "first_on": FieldWords("Period from", said_day),
        "last_on": FieldWords("Period to", said_day),
        "since_on": FieldWords("Last report", said_day),
        "style": FieldWords("House style", said_word(Style)),
        "looks_id": FieldWords("Looks", refers_to="report_looks"),
        "note": FieldWords("Note"),
        "archived_on": FieldWords("Archived", said_day),
    },
    "report_part": {
        "report_id": FieldWords("Report", refers_to="committee_report"),
        "part": FieldWords("Part", said_word(Part)),
        "text": FieldWords("Words"),
        "initials": FieldWords("Initials"),
        "commented_on": FieldWords("Commented on", said_day),
    },
    "report_item": {
        "report_id": FieldWords("Report", refers_to="committee_report"),
        "place": FieldWords("Place"),
        "kind": FieldWords("Kind", said_word(ItemKind)),
        "section": FieldWords("Section"),
        "text": FieldWords("Words"),
        "level": FieldWords("Level"),
        "alt": FieldWords("Description"),
        "file_name": FieldWords("File"),
        "exempt_paragraph": FieldWords("Exempt under paragraph"),
        "exempt_reason": FieldWords("Why it is exempt"),
        "public_interest": FieldWords("Public interest"),
        "seen_by": FieldWords("Who may see it"),
        "review_on": FieldWords("Looked at again on", said_day),
        "carried_over": FieldWords("Carried over from", refers_to="committee_report"),
    },
    "report_looks": {
        "name": FieldWords("Name"),
        "file_name": FieldWords("File"),
        "archived_on": FieldWords("Archived", said_day),
    },
    "sentence_edit": {
        "report_id": FieldWords("Report", refers_to="committee_report"),
        "section": FieldWords("Section"),
        "sentence": FieldWords("Sentence"),
        "generated": FieldWords("As it was made"),
        "edited": FieldWords("As it was put"),
    },
    "recommendation": {
        "report_id": FieldWords("Report", refers_to="committee_report"),
        "place": FieldWords("Number"),
        "text": FieldWords("Recommendation"),
        "outcome": FieldWords("What was decided", said_word(RecommendationOutcome)),
        "decided_on": FieldWords("Decided on", said_day),
        "decision": FieldWords("Decision"),
        "progress": FieldWords("Progress", said_word(Progress)),
    },
    "recommendation_step": {
        "recommendation_id": FieldWords("Recommendation", refers_to="recommendation"),
        "on_day": FieldWords("On", said_day),
        "text": FieldWords("What was done"),
        "progress": FieldWords("Progress", said_word(Progress)),
    },
    "report_issue": {
        "report_id": FieldWords("Report", refers_to="committee_report"),
        "issued_at": FieldWords("Saved", said_moment),
        "as_at": FieldWords("As at", said_day),
        "title": FieldWords("Title"),
        "file_name": FieldWords("File"),
        "note": FieldWords("Note"),
    },
    "deadline_rule": {
        "committee": FieldWords("Committee"),
        "name": FieldWords("Deadline"),
        "working_days": FieldWords("Working days before"),
        "is_clear": FieldWords("Clear days", said_flag),
        "source": FieldWords("Source"),
        "archived_on": FieldWords("Archived", said_day),
    },
    "deadline_done": {
        "report_id": FieldWords("Report", refers_to="committee_report"),
        "name": FieldWords("Deadline"),
        "done_on": FieldWords("Met on", said_day),
    },
    "bank_holiday": {
        "day": FieldWords("Day", said_day),
        "name": FieldWords("Name"),
        "is_holiday": FieldWords("Holiday", said_flag),
        "source": FieldWords("Source"),
    },
}
SILENT: Mapping[str, tuple[str, ...]] = {
    "report_item": ("file_sha256", "options"),
    "report_looks": ("looks",),
    "report_issue": ("public_sha256", "exempt_sha256", "content", "manifest"),
}
"""What serves the program alone."""
