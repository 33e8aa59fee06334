"""Who was asked in a wave: taken from the register as at a day, with what it said of them then."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from engagement.register.council import council
from engagement.register.services import service
from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import count_of, date_words
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.population_rule import Candidate, PopulationRule, decide
from workforce.survey.waves.register_facts import Unit, UnitFacts, together, units_on
from workforce.survey.waves.waves import Wave, wave

__all__ = (
    "Candidate", "Invited", "PopulationRule", "PopulationTaken", "add_to_population", "area_of", "invite", "invited",
    "leave_out", "would_invite",
)  # fmt: skip


@dataclass(frozen=True)
class Invited:
    """A service, or a provider as a whole, that was asked. `kind` and `rating` are kept words: see `UnitFacts`."""

    id: str
    wave_id: str
    provider_id: str
    service_id: str | None
    name: str
    provider_name: str
    kind: str
    district: str
    rating: str
    beds: int | None
    active: bool


@dataclass(frozen=True)
class PopulationTaken:
    """What taking a population from the register came to."""

    invited: int
    added: int
    gone: int
    as_at: date
    noun: str

    @property
    def sentence(self) -> str:
        """For the window and the command line."""
        told = f"{count_of(self.invited, self.noun)} invited, as the register was on {date_words(self.as_at)}"
        changed = [f"{self.added} added"] * bool(self.added) + [f"{self.gone} no longer"] * bool(self.gone)
        return told + (f" ({', '.join(changed)})" if self.gone else "")


def day_of(held: Wave) -> date:
    """As at which day the register is read for a wave."""
    return held.population_on or held.opens_on


def area_of(db: Database, rule: PopulationRule) -> tuple[str, ...]:
    """The authorities that a rule means; a Problem where it means the own area, and nobody knows whose that is."""
    if rule.authorities:
        return rule.authorities
    own = council(db)
    if not own:
        raise Problem(
            "It is not known whose register this is, so neither is the area to ask in. Choose the authorities "
            "(--authority NAME in the command line), or say which council you are in the window’s menu File."
        )
    return (own,)


def would_invite(
    db: Database, held: Wave, rule: PopulationRule, *, on: date | None = None
) -> list[Candidate]:
    """Everybody in the register by name, whether the rule invites them, and why or why not. Writes nothing."""
    day = on or day_of(held)
    return decide(units_on(db, day), rule, held.asked_of, area_of(db, rule), date_words(day))


def invite(db: Database, wave_id: str, rule: PopulationRule, *, on: date | None = None) -> PopulationTaken:
    """Take the population of a wave from the register as at its day, or another; it takes the place of an earlier one.

    Those who stay keep their rows, with what the register said on the day.
    """
    held = wave(db, wave_id)
    day = on or day_of(held)
    meant = [one for one in would_invite(db, held, rule, on=day) if one.invited]
    noun = held.asked_of.noun
    if not meant:
        raise Problem(
            f"The register has no {noun} that the rule invites as at {date_words(day)}. Choose more kinds or areas, or "
            "another day."
        )
    there = {one.service_id or one.provider_id: one.id for one in invited(db, wave_id)}
    wanted = {one.service_id or one.provider_id: one for one in meant}
    gone = [row for key, row in there.items() if key not in wanted]
    with change(db, f"Invited {count_of(len(meant), noun)} to {held.name}"):
        db.update_row("survey_wave", wave_id, {"population_on": day.isoformat()})
        for row in gone:
            db.delete_row("survey_invited", row)
        for key, one in wanted.items():
            if key in there:
                db.update_row("survey_invited", there[key], _facts_cells(one.facts))
        _insert(db, wave_id, [one for key, one in wanted.items() if key not in there])
    return PopulationTaken(len(wanted), len(wanted.keys() - there.keys()), len(gone), day, noun)


def invited(db: Database, wave_id: str) -> list[Invited]:
    """Everybody invited to a wave, by name."""
    return [
        Invited(**{**dict(zip(_NAMES, row, strict=True)), "active": bool(row[-1])})
        for row in db.rows(
            """select survey_invited.id, wave_id, survey_invited.provider_id, service_id,
                coalesce(service.name, provider.name), provider.name, survey_invited.kind, survey_invited.district,
                survey_invited.rating, survey_invited.beds, survey_invited.active
            from survey_invited join provider on provider.id = survey_invited.provider_id
            left join service on service.id = service_id
            where wave_id = ? order by 5 collate nocase, survey_invited.id""",
            (wave_id,),
        )
    ]


_NAMES = tuple(one.name for one in fields(Invited))


def leave_out(db: Database, keys: Iterable[str]) -> int:
    """Take some of those invited out of a wave's population again; how many there were."""
    rows = [one for key in keys if (one := _invited(db, key)) is not None]
    if not rows:
        return 0
    held = wave(db, rows[0].wave_id)
    said = rows[0].name if len(rows) == 1 else count_of(len(rows), held.asked_of.noun)
    with change(db, f"Left {said} out of {held.name}"):
        for one in rows:
            db.delete_row("survey_invited", one.id)
    return len(rows)


def add_to_population(
    db: Database, wave_id: str, *, service_id: str | None = None, provider_id: str | None = None
) -> Invited:
    """Invite one more by hand, with what the register said on the wave's day.

    Where providers are asked a service stands for its provider; where services are asked a provider must be named by
    one of its services.
    """
    held = wave(db, wave_id)
    if held.asked_of is AskedOf.SERVICE and service_id is None:
        raise Problem(f"{held.name} asks each service. Choose a service rather than its provider.")
    owner = provider_id or service(db, str(service_id)).provider_id
    units = units_on(db, day_of(held), services=_services(db, held, owner, service_id))
    made = _by_hand(db, owner, service_id if held.asked_of is AskedOf.SERVICE else None, units)
    if any((one.service_id, one.provider_id) == (made.service_id, owner) for one in invited(db, wave_id)):
        raise Problem(f"{made.name} is invited to {held.name} already.")
    with change(db, f"Invited {made.name} to {held.name}"):
        (key,) = _insert(db, wave_id, [made])
    added = _invited(db, key)
    assert added is not None
    return added


def _services(db: Database, held: Wave, owner: str, service_id: str | None) -> list[str]:
    if held.asked_of is AskedOf.SERVICE:
        return [str(service_id)]
    return [str(key) for (key,) in db.rows("select id from service where provider_id = ?", (owner,))]


def _by_hand(db: Database, owner: str, service_id: str | None, units: list[Unit]) -> Candidate:
    meant = [one for one in units if one.there] or units
    facts = together([one.facts for one in meant]) if meant else UnitFacts()
    owner_name = str(db.value("select name from provider where id = ?", (owner,)))
    name = units[0].name if service_id else owner_name
    return Candidate(owner, service_id, name, owner_name, facts, True, "Added by hand")


def _invited(db: Database, key: str) -> Invited | None:
    held = db.value("select wave_id from survey_invited where id = ?", (key,))
    return next((one for one in invited(db, str(held)) if one.id == key), None) if held else None


def _insert(db: Database, wave_id: str, meant: list[Candidate]) -> list[str]:
    keys = [new_key() for _ in meant]
    columns = ("id", "wave_id", "provider_id", "service_id", "kind", "district", "rating", "beds", "active")
    rows = []
    for key, one in zip(keys, meant, strict=True):
        rows.append((key, wave_id, one.provider_id, one.service_id, *_facts_cells(one.facts).values()))
    db.insert_rows("survey_invited", columns, rows)
    return keys


def _facts_cells(facts: UnitFacts) -> dict[str, Cell]:
    return {
        "kind": facts.kind, "district": facts.district, "rating": facts.rating, "beds": facts.beds,
        "active": int(facts.active),
    }  # fmt: skip
