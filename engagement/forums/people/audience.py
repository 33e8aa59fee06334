"""The people whom an audience rule selects from the register: the facts fetched, the rule applied."""

from datetime import date

from engagement.forums.people.audience_rule import (
    AudienceRule,
    LeftOut,
    PersonFact,
    Selected,
    Selection,
    ServiceFact,
    decide,
)
from engagement.forums.vocabulary import CAME
from engagement.register.vocabulary import (
    ConsentBasis,
    ContactRole,
    OrganisationKind,
    Rating,
    ServiceKind,
    standing_rating,
)
from resources.database import Database
from resources.wording import as_date
from resources.words import sql_text, sql_values


def select(db: Database, rule: AudienceRule, day: date) -> Selection:
    """Whom the rule selects for an event on `day`, and whom it leaves out."""
    return decide(rule, day, service_facts(db, rule, day), person_facts(db))


def people(db: Database, rule: AudienceRule, day: date) -> list[Selected]:
    """Whom the rule selects for an event on `day`, each with the reasons."""
    return list(select(db, rule, day).people)


def left_out(db: Database, rule: AudienceRule, day: date) -> list[LeftOut]:
    """The services that meet the rule and the people chosen by hand for whom nobody is asked."""
    return list(select(db, rule, day).left_out)


def service_facts(db: Database, rule: AudienceRule, day: date) -> list[ServiceFact]:
    """The services that the rule might select. What SQL sifts out here, the rule would sift out too."""
    came = last_came(db, before=day)
    where, values = _sieve(rule)
    rows = db.rows(
        f"""with overall as (
            select service_id, rating, max(published_on) from rating
            where key_question = 'overall' and published_on <= :day group by service_id)
        select service.id, service.name, provider.id, provider.name, service.kind, service.district,
            service.authority, overall.rating, service.dormant,
            service.archived_on is not null or provider.archived_on is not null,
            exists (select 1 from service_period where service_id = service.id) and not exists (
                select 1 from service_period where service_id = service.id and (until_on is null or until_on > :day)),
            service.cqc_location_id
        from service join provider on provider.id = service.provider_id
        left join overall on overall.service_id = service.id where {where}
        order by provider.name, service.name, service.id""",
        {"day": day.isoformat(), **values},
    )
    kinds, ratings = {kind.value: kind for kind in ServiceKind}, {one.value: one for one in Rating}
    return [
        ServiceFact(
            id=row[0], name=row[1], provider_id=row[2], provider=row[3], kind=kinds[row[4]], district=row[5],
            authority=row[6], rating=standing_rating(ratings.get(row[7]), kinds[row[4]], row[11]),
            last_came=came.get(row[0]), dormant=bool(row[8]), archived=bool(row[9]), gone=bool(row[10]),
        )
        for row in rows
    ]  # fmt: skip


def _sieve(rule: AudienceRule) -> tuple[str, dict[str, str]]:
    """SQL that keeps every service the rule could select; who is no care provider runs none that counts."""
    values: dict[str, str] = {}

    def among(column: str, allowed: tuple[str, ...]) -> str:
        names = [f"p{len(values) + place}" for place in range(len(allowed))]
        values.update(zip(names, allowed, strict=True))
        return f"{column} in ({', '.join(f':{name}' for name in names)})"

    tests = [among("service.kind", rule.kinds)] if rule.kinds else []
    if rule.districts or rule.authorities:
        districts, authorities = among("service.district", rule.districts), ""
        authorities = among("service.authority", rule.authorities)
        tests.append(f"({districts} or {authorities})")
    tests.append(f"provider.organisation = {sql_text(OrganisationKind.CARE_PROVIDER)}")
    ruled = "0" if rule.by_hand_only else " and ".join(tests)
    if not rule.added_providers:
        return ruled, values
    return f"({ruled}) or {among('service.provider_id', rule.added_providers)}", values


def person_facts(db: Database) -> list[PersonFact]:
    """Every contact that is not archived, at a provider that is not."""
    rows = db.rows(
        """select contact.id, contact.name, contact.role, contact.provider_id, provider.name, contact.service_id,
            coalesce(service.name, ''), contact.consent
        from contact join provider on provider.id = contact.provider_id
        left join service on service.id = contact.service_id
        where contact.archived_on is null and provider.archived_on is null"""
    )
    roles = {role.value: role for role in ContactRole}
    allowing = {basis.value for basis in ConsentBasis if basis.allows_contact}
    return [
        PersonFact(
            id=row[0], name=row[1], role=roles.get(row[2], ContactRole.OTHER), provider_id=row[3],
            provider=row[4], service_id=row[5], service=row[6], may_be_written_to=row[7] in allowing,
        )
        for row in rows
    ]  # fmt: skip


def last_came(db: Database, *, before: date) -> dict[str, date]:
    """For each service the day of the last event that somebody from it came to, before the given day.

    A service knows its people by the participants' service. One who came for the provider as a whole counts for none
    of its services, unless it has only one: `participants` then names it.
    """
    rows = db.rows(
        f"""select participant.service_id, max(event.starts_at)
        from participant join event on event.id = participant.event_id
        where participant.status in ({sql_values(CAME)}) and participant.service_id is not null
        and event.state <> 'cancelled'
        and event.starts_at < ? group by participant.service_id""",
        (before.isoformat(),),
    )
    return {service: as_date(starts_at) for service, starts_at in rows}


def events_come_to(db: Database, *, since: date, before: date) -> dict[str, int]:
    """For each service how many events somebody from it came to, from `since` until the day before `before`."""
    return dict(
        db.rows(
            f"""select participant.service_id, count(distinct event.id)
            from participant join event on event.id = participant.event_id
            where participant.status in ({sql_values(CAME)}) and participant.service_id is not null
        and event.state <> 'cancelled'
            and event.starts_at >= ? and event.starts_at < ? group by participant.service_id""",
            (since.isoformat(), before.isoformat()),
        )
    )
