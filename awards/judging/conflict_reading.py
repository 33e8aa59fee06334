"""What the file knows of judges and nominees, in a few queries, and the conflicts of every pair of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from awards.judging.conflicts import (
    Conflict,
    InterestFact,
    JudgeFacts,
    NominatorFact,
    NomineeFacts,
    conflicts,
    ruled,
)
from awards.judging.interests import interests
from awards.judging.panel import member, member_names, members
from awards.judging.provider_names import names_of_providers
from awards.judging.ruled import Ruling, rulings
from awards.nominations.entries import listed_names
from engagement.register.facts import key_list
from resources.database import Database

Pair = tuple[str, str]
"""The keys of a judge and a nominee."""


def conflicts_in(
    db: Database, round_id: str, *, entry_ids: Iterable[str] | None = None
) -> dict[Pair, tuple[Conflict, ...]]:
    """Every pair of a judge and a nominee in conflict, by their keys. The chair’s rulings stand above what was known
    when they were made; what came to light later stands beside them.
    """
    judges = judge_facts(db, round_id)
    nominees = nominee_facts(db, round_id, entry_ids=entry_ids)
    said = ruled_pairs(db, round_id)
    found: dict[Pair, tuple[Conflict, ...]] = {}
    for judge in judges:
        for nominee in nominees:
            pair = (judge.id, nominee.id)
            holding = _holding(judge, nominee, said.get(pair))
            if holding:
                found[pair] = holding
    return found


def conflicts_between(db: Database, member_id: str, entry_id: str) -> tuple[Conflict, ...]:
    """Those of one judge and one nominee."""
    round_id = member(db, member_id).round_id
    return conflicts_in(db, round_id, entry_ids=(entry_id,)).get((member_id, entry_id), ())


def found_between(db: Database, member_id: str, entry_id: str) -> tuple[Conflict, ...]:
    """The same without the chair’s ruling: what it was about."""
    round_id = member(db, member_id).round_id
    judge = next(one for one in judge_facts(db, round_id) if one.id == member_id)
    return tuple(
        one
        for nominee in nominee_facts(db, round_id, entry_ids=(entry_id,))
        for one in conflicts(judge, nominee)
    )


def _holding(judge: JudgeFacts, nominee: NomineeFacts, said: Ruling | None) -> tuple[Conflict, ...]:
    if said is not None and said.conflict:
        return (ruled(judge, said.reason),)
    return tuple(one for one in conflicts(judge, nominee) if said is None or not said.clears(one))


def ruled_pairs(db: Database, round_id: str) -> dict[Pair, Ruling]:
    """What was ruled, by the pair. A conflict ruled of a nominee holds for the one that it was grouped with."""
    kept = _kept_entries(db, round_id)
    made = rulings(db, round_id)
    found = {
        (one.member_id, kept[one.entry_id]): one for one in made if one.conflict and one.entry_id in kept
    }
    return {**found, **{(one.member_id, one.entry_id): one for one in made}}


# --- judges ---------------------------------------------------------------------------------------------------


def judge_facts(db: Database, round_id: str) -> list[JudgeFacts]:
    """What is known of each of the panel, those who stood down too."""
    names = member_names(db, round_id)
    panel = members(db, round_id)
    brands = _brands(db, {one.provider_id for one in panel if one.provider_id})
    declared = _declared(db, round_id)
    return [
        JudgeFacts(
            one.id, one.name, called=names[one.id], email=one.email, organisation=one.organisation,
            provider_id=one.provider_id, contact_id=one.contact_id, brand=brands.get(one.provider_id or "", ""),
            interests=tuple(declared.get(one.id, ())),
        )
        for one in panel
    ]  # fmt: skip


def _declared(db: Database, round_id: str) -> dict[str, list[InterestFact]]:
    kept = _kept_entries(db, round_id)
    held = interests(db, round_id)
    rows = db.rows(
        "select id, provider_id from service where id in (select value from json_each(?))",
        (key_list(one.service_id for one in held if one.service_id),),
    )
    providers: Mapping[str, str] = dict(rows)
    found: dict[str, list[InterestFact]] = {}
    for one in held:
        fact = InterestFact(
            one.kind, one.provider_id, one.service_id, kept.get(one.entry_id or "", one.entry_id), one.words,
            of_provider=providers.get(one.service_id or ""),
        )  # fmt: skip
        found.setdefault(one.member_id, []).append(fact)
    return found


def _kept_entries(db: Database, round_id: str) -> dict[str, str]:
    """Each nominee that was grouped with another, and with which."""
    return dict(
        db.rows(
            "select id, merged_into_id from award_entry where round_id = ? and merged_into_id is not null",
            (round_id,),
        )
    )


def _brands(db: Database, providers: Iterable[str]) -> dict[str, str]:
    return dict(
        db.rows(
            "select id, brand from provider where id in (select value from json_each(?))",
            (key_list(providers),),
        )
    )


# --- nominees -------------------------------------------------------------------------------------------------


def nominee_facts(
    db: Database, round_id: str, *, entry_ids: Iterable[str] | None = None
) -> list[NomineeFacts]:
    """What is known of those nominated, by number; without those that are drafts, out or grouped with another."""
    only = key_list(entry_ids) if entry_ids is not None else None
    rows = db.rows(
        """select award_entry.id, nominee, award_entry.also_known_as, award_entry.email, contact_id, service_id,
        coalesce(service.name, ''), coalesce(award_entry.provider_id, service.provider_id), coalesce(provider.name, ''),
        coalesce(provider.brand, ''), place_told, coalesce(service.portfolio_officer, '')
        from award_entry left join service on service.id = service_id
        left join provider on provider.id = coalesce(award_entry.provider_id, service.provider_id)
        where round_id = ?1 and (?2 is null or award_entry.id in (select value from json_each(?2)))
        and (?2 is not null or status not in ('draft', 'merged', 'ineligible', 'withdrawn'))
        order by award_entry.number""",
        (round_id, only),
    )
    voices = _nominators(db, round_id)
    officers = _officers(db, {row[7] for row in rows if row[7] and not row[5]})
    names = names_of_providers(db, {row[7] for row in rows if row[7]}) if _has_typed(db, round_id) else {}
    return [_nominee(row, voices.get(row[0], ()), officers, names.get(row[7] or "", ())) for row in rows]


def _has_typed(db: Database, round_id: str) -> bool:
    """Whether an organisation of somebody on the panel was typed and not chosen."""
    typed = "round_id = ? and organisation <> '' and provider_id is null"
    return bool(db.value(f"select exists (select 1 from panel_member where {typed})", (round_id,)))


def _nominee(
    row: tuple[Any, ...], voices: Iterable[NominatorFact], officers: Mapping[str, tuple[str, ...]],
    names: tuple[str, ...],
) -> NomineeFacts:  # fmt: skip
    key, name, known, email, contact, service, place, provider, of, brand, told, officer = row
    mine = ((officer,) if officer else ()) if service else officers.get(provider or "", ())
    return NomineeFacts(
        key,
        name,
        listed_names(known),
        email,
        contact,
        service,
        place,
        provider,
        of,
        brand,
        told,
        mine,
        tuple(voices),
        names,
    )


def _nominators(db: Database, round_id: str) -> dict[str, list[NominatorFact]]:
    """Who spoke for each; those of duplicate or withdrawn voices too: they know the nominee."""
    rows = db.rows(
        """select entry_id, nominator, nominator_email, nominator_contact_id, nominator_provider_id from nomination
        join award_entry on award_entry.id = entry_id where round_id = ? and nomination.status <> 'draft'
        order by nomination.id""",
        (round_id,),
    )
    found: dict[str, list[NominatorFact]] = {}
    for key, name, email, contact, provider in rows:
        found.setdefault(key, []).append(NominatorFact(name, email, contact, provider))
    return found


def _officers(db: Database, providers: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The officers of all services of a provider, for nominees of whom nobody knows at which they work."""
    found: dict[str, tuple[str, ...]] = {}
    rows = db.rows(
        """select distinct provider_id, portfolio_officer from service where portfolio_officer <> ''
        and archived_on is null and provider_id in (select value from json_each(?)) order by 1, 2""",
        (key_list(providers),),
    )
    for provider, officer in rows:
        found[provider] = (*found.get(provider, ()), officer)
    return found
