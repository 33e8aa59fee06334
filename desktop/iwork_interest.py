"""What the office’s forums told of i-Work, as its register takes it in: the two know each other only here."""

from engagement.forums.at_the_door.interest import Interest, interests
from resources.database import Database
from resources.wording import in_london
from workforce.iwork.employers.interest_in import ToldInterest


def told_interests(office: Database) -> list[ToldInterest]:
    """All interest told at forums, whether the register has it or not."""
    return [_told(one) for one in interests(office)]


def _told(one: Interest) -> ToldInterest:
    return ToldInterest(
        id=one.id, on=in_london(one.at).date(), by=one.by, event_id=one.event_id, event_title=one.event,
        provider_id=one.provider_id, provider=one.provider, service_id=one.service_id, service=one.service,
        postcode=one.postcode, district=one.district, contact_name=one.contact, contact_phone=one.phone,
        contact_email=one.email, note=one.note,
    )  # fmt: skip
