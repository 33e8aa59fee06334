"""The forums' tables.

series ── event ─┬─ participant ─┬─ check_in         the log of the door: every in, out and undo
                 │               └─ iwork_interest   who would give work through i-Work
                 └─ (audience: the rule, as it was when invitations were made)

The lists of words below are what the migrations wrote, here and in the capabilities that use them: they are frozen. A
new word is a migration of its own with a list of its own, as ROLES came after FIRST_ROLES.
"""

from resources.database import Database
from resources.database.opening import Capability

EVENT_KINDS = (
    "'provider_forum', 'managers_network', 'recruitment_event', 'training_session', 'consultation_event', "
    "'award_ceremony', 'information_sharing', 'experts_by_experience', 'other'"
)
FIRST_ROLES = "'delegate', 'speaker', 'facilitator', 'host', 'partner', 'expert_by_experience'"
ROLES = f"{FIRST_ROLES}, 'chair', 'member', 'minute_taker', 'supporter', 'observer'"
REPLIES = (
    "'invited', 'tentative', 'accepted', 'declined', 'apologies', 'waitlisted', 'place_offered', 'cancelled'"
)

PARTICIPANT_INDEXES = (
    "create index participant_by_contact on participant (contact_id)",
    "create index participant_by_provider on participant (provider_id)",
    "create index participant_by_service on participant (service_id)",
    "create index participant_by_event on participant (event_id, status)",
    "create index participant_by_substitute on participant (substitute_for_id)",
)


def _participant(name: str, roles: str) -> str:
    return f"""create table {name} (
        id text primary key, event_id text not null references event (id),
        contact_id text not null references contact (id), provider_id text not null references provider (id),
        service_id text references service (id),
        reply text not null check (reply in ({REPLIES})),
        status text not null check (status in ({REPLIES}, 'attended', 'left_early', 'no_show')),
        role text not null default 'delegate' check (role in ({roles})),
        walk_in integer not null default 0 check (walk_in in (0, 1)),
        substitute_for_id text references participant (id), offer_expires_at text,
        invited_at text, answered_at text, waiting_since text, waiting_number integer,
        reasons text not null default '', note text not null default '', unique (event_id, contact_id)) strict"""


def _forums(db: Database) -> None:
    for statement in (
        # A series is also the template of its next event: what is nine tenths the same stands here. Its times are
        # London clock times (HH:MM); its title may hold {month} and {year}.
        f"""create table series (
            id text primary key, name text not null check (name <> ''),
            kind text not null check (kind in ({EVENT_KINDS})),
            title text not null, start_time text not null, end_time text not null, place text not null default '',
            online_link text not null default '', capacity integer check (capacity > 0),
            audience text not null default '{{}}', archived_on text) strict""",
        f"""create table event (
            id text primary key, series_id text references series (id),
            kind text not null check (kind in ({EVENT_KINDS})), title text not null check (title <> ''),
            starts_at text not null, ends_at text not null check (ends_at > starts_at),
            place text not null default '', online_link text not null default '',
            capacity integer check (capacity > 0), audience text not null default '{{}}',
            state text not null default 'planned' check (state in ('planned', 'held', 'cancelled')),
            notes text not null default '', archived_on text) strict""",
        "create index event_by_time on event (starts_at)",
        "create index event_by_series on event (series_id, starts_at)",
        # `reply` is what was said beforehand; `status` follows from it, from the door's log and from the event's
        # state. The waiting list is in order of `waiting_number`, which no clock can put out of order.
        _participant("participant", FIRST_ROLES),
        *PARTICIPANT_INDEXES,
        # `seq` is the order of the log: a clock may go back, and another PC's may be wrong. `nonce` names the act
        # that wrote the line (a party of five is one act), so that an act repeated is not done twice.
        """create table check_in (
            id text primary key, participant_id text not null references participant (id),
            event_id text not null references event (id), seq integer not null,
            kind text not null check (kind in ('entry', 'exit', 'undo')), at text not null, by text not null,
            device text not null, nonce text not null, undoes_id text references check_in (id),
            list text not null default 'door') strict""",
        "create index check_in_by_participant on check_in (participant_id, seq)",
        "create index check_in_by_event on check_in (event_id, seq)",
        "create index check_in_by_nonce on check_in (nonce)",
        "create index check_in_by_undone on check_in (undoes_id)",
    ):
        db.execute(statement)


def _groups_that_meet(db: Database) -> None:
    """Roles of every kind of group, and how confidential one event is where its kind does not say it."""
    db.execute(_participant("wider_participant", ROLES))
    db.execute("insert into wider_participant select * from participant")
    db.execute("drop table participant")
    db.execute("alter table wider_participant rename to participant")
    for index in PARTICIPANT_INDEXES:
        db.execute(index)
    db.execute(
        """alter table event add column confidentiality text
        check (confidentiality in ('open', 'names_withheld', 'confidential'))"""
    )


def _reach(db: Database) -> None:
    """Who is reached is counted in the order of services, or of providers, without a look at the rows themselves."""
    for statement in (
        "drop index participant_by_service",
        "drop index participant_by_provider",
        """create index participant_of_service
        on participant (service_id, event_id, status, reply, walk_in, provider_id)""",
        "create index participant_of_provider on participant (provider_id, event_id, status, reply, walk_in)",
    ):
        db.execute(statement)


def _interest_in_iwork(db: Database) -> None:
    """Who would give work to people whom the i-Work team supports, as it was told at an event."""
    for statement in (
        """create table iwork_interest (
            id text primary key, event_id text not null references event (id),
            participant_id text not null references participant (id), at text not null, by text not null,
            note text not null default '') strict""",
        "create index iwork_interest_by_event on iwork_interest (event_id, at)",
        "create index iwork_interest_by_participant on iwork_interest (participant_id)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The forums' migrations and listings."""
    from engagement.forums.listings import LISTINGS

    return Capability(
        name="forums",
        migrations=(_forums, _groups_that_meet, _reach, _interest_in_iwork),
        listings=LISTINGS,
    )
