"""What tells which service is meant without its name: its number, where it is, how it is reached, who runs it."""

import re

from engagement.register.council import council
from engagement.register.person_names import name_parts
from engagement.register.vocabulary import ContractStatus, OrganisationKind
from resources.database import Database
from resources.report.exempt_names import COMPANY_WORDS, words_of
from resources.report.gate.known import Clue
from resources.report.ordinary_words import CHANCE_WORDS
from resources.words import sql_text, sql_values

_EXEMPT = sql_values(status for status in ContractStatus if status.is_exempt_when_named)
_COUNCIL = sql_text(OrganisationKind.COUNCIL)


def exempt_clues(db: Database) -> list[Clue]:
    """Those of services that are or were under an exempt status; the council, where it runs one, is none."""
    rows = db.rows(
        f"""select service.name, cqc_location_id, service.postcode, service.phone, service.address,
            registered_manager, provider.name, provider.phone, provider.organisation = {_COUNCIL}
        from service join provider on provider.id = provider_id
        where service.id in (select service_id from contract_status where status in ({_EXEMPT}))
        order by service.id"""
    )
    found = []
    for name, location, postcode, phone, address, manager, provider, its_phone, is_own in rows:
        of = f"of {name}, which is or was under an exempt status"
        found += [
            Clue((code,), f"{what} {of}", is_code=True)
            for code, what in ((location, "CQC number"), (postcode, "postcode"), (phone, "telephone"))
            if code
        ]
        found += [Clue((street,), f"address {of}") for street in _street(address)]
        found += [Clue(ways, f"registered manager {of}") for ways in _person(manager)]
        if not is_own and provider != council(db):
            found += [Clue(ways, f"provider {of}") for ways in _organisation(provider)]
            found += (
                [Clue((its_phone,), f"telephone of the provider {of}", is_code=True)] if its_phone else []
            )
    return list(dict.fromkeys(found))


def _street(address: str) -> list[str]:
    """The first line of an address that tells a building: a number and its street."""
    parts = [part.strip() for part in re.split(r"[,\n]", address) if part.strip()]
    return [part for part in parts[:2] if re.match(r"\d+\w?\s+\w+\s+\w+", part)][:1]


def _person(name: str) -> list[tuple[str, ...]]:
    first, last = name_parts(name)
    if not first or not last or CHANCE_WORDS.issuperset(words_of(name)):
        return []
    ways = (" ".join([*first, *last]), " ".join([*last, *first]), " ".join([first[0], *last]))
    return [tuple(dict.fromkeys(ways))]


def _organisation(name: str) -> list[tuple[str, ...]]:
    bare = " ".join(word for word in name.split() if word.strip(".,()").casefold() not in COMPANY_WORDS)
    ways = [one for one in (name, bare) if not CHANCE_WORDS.issuperset(words_of(one))]
    ways = ways if len(bare.split()) > 1 else [one for one in ways if one != bare]
    return [tuple(dict.fromkeys(ways))] if ways else []
