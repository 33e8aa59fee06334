"""The tables of the mailings.

event ── participant ── mailing        what was made for whom, once its file was saved
mailing_words                          the wording where the team has changed it
"""

from engagement.forums.schema import EVENT_KINDS
from resources.database import Database
from resources.database.opening import Capability


def _mailing(db: Database) -> None:
    for statement in (
        f"""create table mailing_words (
            id text primary key, purpose text not null check (purpose in ('invitation', 'reminder', 'thanks')),
            event_kind text check (event_kind in ({EVENT_KINDS})),
            subject text not null check (subject <> ''), body text not null check (body <> '')) strict""",
        "create unique index mailing_words_once on mailing_words (purpose, coalesce(event_kind, ''))",
        """create table mailing (
            id text primary key, event_id text not null references event (id),
            participant_id text not null references participant (id),
            purpose text not null check (purpose in ('invitation', 'reminder', 'thanks')),
            how text not null check (how in ('letter', 'label', 'email_draft', 'mail_merge')),
            made_at text not null) strict""",
        "create index mailing_by_participant on mailing (participant_id, made_at)",
        "create index mailing_by_event on mailing (event_id, made_at)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The migrations of the mailings; they have no listing."""
    return Capability(name="mailing", migrations=(_mailing,))
