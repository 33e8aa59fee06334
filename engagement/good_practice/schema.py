"""The tables of good practice.

good_practice                   what a provider shared, who told of it, where, and whether it may be published
buddy_pair ── buddy_meeting     two services of which the second helps the first, and each time they met
"""

from resources.database import Database
from resources.database.opening import Capability


def _good_practice(db: Database) -> None:
    for statement in (
        """create table good_practice (
            id text primary key, provider_id text not null references provider (id),
            service_id text references service (id), contact_id text references contact (id),
            event_id text references event (id),
            shared_at text not null default 'other' check (shared_at in ('event', 'visit', 'other')),
            theme text not null check (theme <> ''), what text not null check (what <> ''),
            shared_on text not null, shared_with text not null default '',
            consent text not null default 'not_asked' check (consent in ('not_asked', 'yes', 'no')),
            consent_on text, archived_on text,
            check (event_id is null or shared_at = 'event'),
            check ((consent = 'not_asked') = (consent_on is null))) strict""",
        "create index good_practice_by_provider on good_practice (provider_id)",
        "create index good_practice_by_service on good_practice (service_id)",
        "create index good_practice_by_contact on good_practice (contact_id)",
        "create index good_practice_by_event on good_practice (event_id)",
        # A merge may leave a pair of which both are one service: it is ended then, so no CHECK forbids it.
        """create table buddy_pair (
            id text primary key, service_id text not null references service (id),
            buddy_service_id text not null references service (id),
            started_on text not null, ended_on text, end_reason text not null default '',
            reasons text not null default '', note text not null default '',
            check (ended_on is null or ended_on >= started_on)) strict""",
        "create index buddy_pair_by_service on buddy_pair (service_id)",
        "create index buddy_pair_by_buddy on buddy_pair (buddy_service_id)",
        """create table buddy_meeting (
            id text primary key, pair_id text not null references buddy_pair (id), met_on text not null,
            how text not null check (how in ('visit', 'call', 'online', 'forum')),
            note text not null default '') strict""",
        "create index buddy_meeting_by_pair on buddy_meeting (pair_id, met_on)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """Its migrations and listings."""
    from engagement.good_practice.listings import LISTINGS

    return Capability(name="good_practice", migrations=(_good_practice,), listings=LISTINGS)
