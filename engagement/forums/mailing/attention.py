"""What about the mailings wants doing: somebody who was invited after the others and not written to."""

from datetime import datetime

from engagement.register.vocabulary import ConsentBasis
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import as_instant, count_of, event_when, in_london, instant_text
from resources.words import sql_values

_ALLOWED = sql_values(basis for basis in ConsentBasis if basis.allows_contact)


def mailing_attention(db: Database, now: datetime) -> list[Attention]:
    """A line for each event to come to which some of the people were written to and others were not.

    Where nothing was written by the program, the team writes in another way, and nobody is reminded of it.
    """
    rows = db.rows(
        f"""select event.id, event.title, event.starts_at, event.ends_at,
            count(distinct mailing.participant_id) as written, count(distinct participant.id) filter (
                where mailing.id is null and participant.status = 'invited' and contact.archived_on is null
                and contact.consent in ({_ALLOWED})) as unwritten
        from event join participant on participant.event_id = event.id
        join contact on contact.id = participant.contact_id
        left join mailing on mailing.participant_id = participant.id
        where event.state = 'planned' and event.archived_on is null and event.starts_at > ?
        group by event.id having written > 0 and unwritten > 0 order by event.starts_at""",
        (instant_text(now),),
    )
    return [
        Attention(
            Urgency.SOON,
            f"Write to {count_of(unwritten, 'person', 'people')} invited to {title}",
            f"{event_when(starts, ends)}. {count_of(written, 'other has', 'others have')} been written to.",
            "forums",
            key,
            "Open the event",
            in_london(as_instant(starts)).date(),
        )
        for key, title, starts, ends, written, unwritten in rows
    ]
