"""The services of a list as an invitation to a forum wants them: each with why it is asked."""

from collections.abc import Iterable

from resources.wording import and_list
from workforce.funding.unclaimed.unclaimed import Standing, Unclaimed


def reasons_of(rows: Iterable[Unclaimed]) -> dict[str, str]:
    """By service, in the order of the list: could claim from this fund and that."""
    funds: dict[str, dict[str, Standing]] = {}
    for one in rows:
        funds.setdefault(one.place.service_id, {}).setdefault(one.fund.name, one.standing)
    return {service: _reason(of) for service, of in funds.items()}


def _reason(of: dict[str, Standing]) -> str:
    can = [name for name, standing in of.items() if standing is Standing.ELIGIBLE]
    could = [name for name, standing in of.items() if standing is not Standing.ELIGIBLE]
    parts = [f"can claim from {and_list(can)}"] if can else []
    parts += [f"may be able to claim from {and_list(could)}"] if could else []
    text = and_list(parts)
    return text[:1].upper() + text[1:]
