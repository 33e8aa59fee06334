"""Feedback's tables.

feedback_question ── feedback_answer ── feedback_coding ── feedback_theme
event ── feedback_response ──┘ (from a feedback_file, or typed)
"""

from engagement.forums.schema import EVENT_KINDS
from resources.database import Database
from resources.database.opening import Capability

_KIND = f"event_kind text check (event_kind is null or event_kind in ({EVENT_KINDS}))"


def _feedback(db: Database) -> None:
    for statement in (
        # A question of no kind of event is asked of every kind. `options` is a JSON list: the five words of a scale,
        # or the choices. From `satisfied_from` on an answer on the scale counts as satisfied.
        f"""create table feedback_question (
            id text primary key, {_KIND}, position integer not null, text text not null check (text <> ''),
            answer_kind text not null check (answer_kind in ('scale', 'yes_no', 'choice', 'text')),
            options text not null default '[]',
            satisfied_from integer check (satisfied_from between 2 and 5),
            reworded_on text, retired_on text) strict""",
        """create table feedback_file (
            id text primary key, event_id text not null references event (id), name text not null,
            sha256 text not null, taken_in_at text not null) strict""",
        "create index feedback_file_by_event on feedback_file (event_id, sha256)",
        # `row_key` tells a response of a file from every other, without saying whose it is; '' where it was typed.
        """create table feedback_response (
            id text primary key, event_id text not null references event (id),
            participant_id text references participant (id), file_id text references feedback_file (id),
            row_key text not null default '', number integer not null check (number > 0), received_on text,
            source text not null check (source in ('typed', 'file'))) strict""",
        "create index feedback_response_by_event on feedback_response (event_id, number)",
        "create index feedback_response_by_row on feedback_response (row_key)",
        "create index feedback_response_by_participant on feedback_response (participant_id)",
        "create index feedback_response_by_file on feedback_response (file_id)",
        # A choice's value is a JSON list of what was chosen; a question that was not answered has no row.
        """create table feedback_answer (
            id text primary key, response_id text not null references feedback_response (id),
            question_id text not null references feedback_question (id),
            state text not null check (state in ('answered', 'dont_know', 'not_applicable')),
            value text not null default '', publish integer not null default 0 check (publish in (0, 1)),
            unique (response_id, question_id)) strict""",
        "create index feedback_answer_by_question on feedback_answer (question_id)",
        """create table feedback_theme (
            id text primary key, name text not null check (name <> ''), retired_on text) strict""",
        """create table feedback_coding (
            id text primary key, answer_id text not null references feedback_answer (id),
            theme_id text not null references feedback_theme (id), coded_by text not null, coded_at text not null,
            unique (answer_id, theme_id)) strict""",
        "create index feedback_coding_by_theme on feedback_coding (theme_id)",
        # What a heading of a forms file meant the last time; no question where its column was left out.
        f"""create table feedback_heading (
            id text primary key, {_KIND}, heading_key text not null,
            question_id text references feedback_question (id)) strict""",
        "create index feedback_heading_by_key on feedback_heading (heading_key, event_kind)",
        "create index feedback_heading_by_question on feedback_heading (question_id)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """Feedback's migrations."""
    return Capability(name="feedback", migrations=(_feedback,))
