"""Who answered both times: the responses of two waves that are of the same service or provider."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resources.database import Database


@dataclass(frozen=True)
class Tie:
    """Whose a response is; without services it is for the whole provider. `number` is its number in the wave."""

    number: int
    provider: str | None
    services: frozenset[str] = frozenset()


PAIRED_BY = (
    "The same provider is one whose responses in both waves are tied to the same service; where a response is for a "
    "whole provider, to the same provider. Nobody is known by a name alone."
)


def ties(db: Database, wave_id: str, numbers: Iterable[int]) -> list[Tie]:
    """Those of these responses of a wave that are tied to the register."""
    wanted = set(numbers)
    services: dict[int, set[str]] = defaultdict(set)
    for number, service in db.rows(
        """select number, service_id from survey_response
        join survey_response_service on response_id = survey_response.id where wave_id = ?""",
        (wave_id,),
    ):
        services[number].add(service)
    rows = db.rows(
        """select number, provider_id from survey_response
        where wave_id = ? and counts = 1 and provider_id is not null order by number""",
        (wave_id,),
    )
    return [
        Tie(number, provider, frozenset(services[number])) for number, provider in rows if number in wanted
    ]


def pairs(before: Sequence[Tie], after: Sequence[Tie]) -> list[tuple[int, int]]:
    """Earlier and later response of each that answered twice, each response once.

    First those that share a service, the ones that share most first; then those that are the only one left of their
    provider in each wave, where either answers for the whole provider.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    by_service: dict[str, list[Tie]] = defaultdict(list)
    for tie in after:
        for service in tie.services:
            by_service[service].append(tie)
    shared = [
        (-len(tie.services & other.services), tie.number, other.number)
        for tie in before
        for other in {one.number: one for key in tie.services for one in by_service[key]}.values()
    ]
    for _, earlier, later in sorted(shared):
        if earlier not in found and later not in taken:
            found[earlier] = later
            taken.add(later)
    left_before = _by_provider(one for one in before if one.number not in found)
    left_after = _by_provider(one for one in after if one.number not in taken)
    for provider, earlier_ones in left_before.items():
        later_ones = left_after.get(provider, [])
        if len(earlier_ones) == len(later_ones) == 1 and not (
            earlier_ones[0].services and later_ones[0].services
        ):
            found[earlier_ones[0].number] = later_ones[0].number
    return sorted(found.items())


def _by_provider(left: Iterable[Tie]) -> dict[str, list[Tie]]:
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in left:
        if tie.provider is not None:
            found[tie.provider].append(tie)
    return found
