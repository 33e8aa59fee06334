"""What the pane says of a training record."""

from collections.abc import Callable, Sequence
from datetime import date

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, Line, Section
from engagement.register.names import name_of
from resources.database import Database
from resources.tables import ColumnKind
from resources.wording import date_words
from workforce.training.learners import learner
from workforce.training.records import course_name, record
from workforce.training.records_tables import RECORD_COLUMNS, group_words, record_rows

_STATUS = [one.name for one in RECORD_COLUMNS].index("status")


def record_detail(
    db: Database, key: str, actions: Sequence[Action], *, today: date, go: Callable[[str, str], object],
    to_learner: Callable[[str], object],
) -> Detail:  # fmt: skip
    """One record: of what, whose, where, and how it stands."""
    held = record(db, key)
    status = str(record_rows(db, on=today, key=key)[1][0][_STATUS])
    whose = [
        Line("Learner", learner(db, held.learner_id).name, lambda: to_learner(held.learner_id or ""))
        if held.learner_id
        else Line("Workers", group_words(held.people, held.of_people, held.job_role)),
        Line(
            "Service", name_of(db, "service", held.service_id), lambda: go("providers", held.service_id or "")
        ),
        Line(
            "Provider", name_of(db, "provider", held.provider_id), lambda: go("providers", held.provider_id)
        ),
    ]
    when = [
        Line("Completed", date_words(held.completed_on)),
        Line("Expires", date_words(held.expires_on) if held.expires_on else "It holds without an end"),
    ]
    how = [
        Line("Accredited", held.accredited.label),
        Line("Delivered by", held.delivered_by.label if held.delivered_by else ""),
        Line("How", held.how.label if held.how else ""),
        Line("From", held.source.label),
        Line("Note", held.note),
    ]
    sections = (Section("Whose", whose), Section("When", when), Section("How", how))
    return Detail(course_name(db, held.course_id), "", [(ColumnKind.STATUS, status)], actions, sections)
