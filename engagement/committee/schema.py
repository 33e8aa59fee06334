"""The tables of reports to a committee.

committee_meeting ── committee_report ─┬─ report_part       what a person wrote: purpose, implications, comments
                                       ├─ report_item       the outline: sections, headings, paragraphs, pictures
                                       ├─ sentence_edit     a generated sentence as somebody put it
                                       ├─ recommendation ── recommendation_step   what became of it, by day
                                       ├─ deadline_done     cut-offs that were met
                                       └─ report_issue      both documents as they were saved, with their checksums
report_looks        another council's own document, of which only looks are taken
deadline_rule       cut-offs back from a meeting;  bank_holiday: days proclaimed, or worked after all
"""

from resources.database import Database
from resources.database.opening import Capability

STYLES = "'nottinghamshire', 'somerset'"
PARTS = (
    "'report_of', 'purpose', 'exempt_notice', 'other_options', 'reasons', 'statutory', 'financial', 'service_users', "
    "'signatory', 'signatory_post', 'enquiries', 'constitutional_comments', 'financial_comments', 'background_papers', "
    "'divisions', 'lead_officer', 'author', 'contact_details', 'cabinet_member', 'summary', 'issues'"
)
KINDS = "'section', 'heading', 'paragraph', 'bullets', 'picture', 'page_break'"
OUTCOMES = "'not_decided', 'agreed', 'amended', 'not_agreed', 'deferred'"
PROGRESS = "'not_started', 'under_way', 'done', 'not_pursued'"


def _reports(db: Database) -> None:
    for statement in (
        """create table committee_meeting (
            id text primary key, committee text not null check (committee <> ''), meets_on text not null,
            note text not null default '', archived_on text, unique (committee, meets_on)) strict""",
        # `looks` is what was taken of a base document, as JSON; the document itself is not kept.
        """create table report_looks (
            id text primary key, name text not null unique check (name <> ''), file_name text not null default '',
            looks text not null, archived_on text) strict""",
        f"""create table committee_report (
            id text primary key, title text not null check (title <> ''),
            meeting_id text not null references committee_meeting (id),
            agenda_item text not null default '', first_on text not null, last_on text not null, since_on text,
            style text not null default 'nottinghamshire' check (style in ({STYLES})),
            looks_id text references report_looks (id), note text not null default '', archived_on text,
            check (last_on >= first_on)) strict""",
        "create index committee_report_by_meeting on committee_report (meeting_id)",
        f"""create table report_part (
            id text primary key, report_id text not null references committee_report (id),
            part text not null check (part in ({PARTS})), text text not null,
            initials text not null default '', commented_on text, unique (report_id, part)) strict""",
        # `carried_over` is the report that a line was copied from, until somebody looked at it or changed it.
        f"""create table report_item (
            id text primary key, report_id text not null references committee_report (id),
            place integer not null check (place >= 1), kind text not null check (kind in ({KINDS})),
            section text not null default '', text text not null default '',
            level integer not null default 1 check (level in (1, 2)), alt text not null default '',
            file_sha256 text not null default '', file_name text not null default '',
            options text not null default '{{}}',
            exempt_paragraph integer check (exempt_paragraph between 1 and 7),
            exempt_reason text not null default '', public_interest text not null default '',
            seen_by text not null default '', review_on text,
            carried_over text references committee_report (id),
            check ((kind = 'section') = (section <> ''))) strict""",
        "create index report_item_by_report on report_item (report_id, place)",
        """create table sentence_edit (
            id text primary key, report_id text not null references committee_report (id),
            section text not null check (section <> ''), sentence text not null check (sentence <> ''),
            generated text not null, edited text not null,
            unique (report_id, section, sentence)) strict""",
        f"""create table recommendation (
            id text primary key, report_id text not null references committee_report (id),
            place integer not null check (place >= 1), text text not null check (text <> ''),
            outcome text not null default 'not_decided' check (outcome in ({OUTCOMES})),
            decided_on text, decision text not null default '',
            progress text not null default 'not_started' check (progress in ({PROGRESS}))) strict""",
        "create index recommendation_by_report on recommendation (report_id, place)",
        f"""create table recommendation_step (
            id text primary key, recommendation_id text not null references recommendation (id),
            on_day text not null, text text not null check (text <> ''),
            progress text not null check (progress in ({PROGRESS}))) strict""",
        "create index recommendation_step_by_recommendation on recommendation_step (recommendation_id, on_day)",
        # `content` is the report as it was made, as JSON, whose pictures stand beside the file by their SHA-256.
        """create table report_issue (
            id text primary key, report_id text not null references committee_report (id),
            issued_at text not null, as_at text not null, title text not null, file_name text not null,
            public_sha256 text not null, exempt_sha256 text not null default '',
            content text not null, manifest text not null, note text not null default '') strict""",
        "create index report_issue_by_report on report_issue (report_id, issued_at)",
        # Working days before the meeting; clear days count neither the day itself nor the day of the meeting.
        """create table deadline_rule (
            id text primary key, committee text not null default '', name text not null check (name <> ''),
            working_days integer not null check (working_days between 0 and 250),
            is_clear integer not null default 0 check (is_clear in (0, 1)), source text not null default '',
            archived_on text, unique (committee, name)) strict""",
        """create table deadline_done (
            id text primary key, report_id text not null references committee_report (id),
            name text not null check (name <> ''), done_on text not null, unique (report_id, name)) strict""",
        """create table bank_holiday (
            id text primary key, day text not null unique, name text not null default '',
            is_holiday integer not null default 1 check (is_holiday in (0, 1)),
            source text not null default '') strict""",
    ):
        db.execute(statement)


def capability() -> Capability:
    """Its migrations and listings."""
    from engagement.committee.listings import LISTINGS

    return Capability(name="committee", migrations=(_reports,), listings=LISTINGS)
