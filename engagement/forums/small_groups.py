"""Figures by group of a meeting where nobody is named, such that no row tells which organisation came.

A row of one person of the only Shared Lives scheme names that scheme. So a row stands by itself only with enough people
of enough organisations; the others are counted together under “Other”. Since rows add up to all who came, and that
number is printed, “Other” must be as large itself, and takes in the smallest of the rows that could have stood.
"""

from collections.abc import Mapping, Sequence

from engagement.forums.attendance import Attendee, Outcome

PEOPLE = 5
ORGANISATIONS = 3
"""A row holds at least so many people who came, of at least so many organisations."""
OTHER = "Other"
TOGETHER = (
    f"Groups with fewer than {PEOPLE} people or {ORGANISATIONS} organisations present are counted together under "
    f"“{OTHER}”, with as many more as that takes, so that no organisation can be told from the figures."
)
NOT_GIVEN = "Too few people or organisations were present in each group to give figures by {}."


def large_groups(groups: Mapping[str, Sequence[Attendee]]) -> dict[str, list[Attendee]]:
    """The groups that may stand, and “Other” for the rest; nothing where no two rows could stand. Pure."""
    small = [label for label, people in groups.items() if not _is_large(people)]
    stand = [label for label in groups if label not in small]
    if small:
        while stand and not _is_large(_all(groups, small)):
            least = min(stand, key=lambda label: _size(groups[label]))
            stand.remove(least)
            small.append(least)
    if not stand:
        return {}
    rest = {OTHER: _all(groups, small)} if small else {}
    return {label: list(groups[label]) for label in stand} | rest


def _all(groups: Mapping[str, Sequence[Attendee]], labels: Sequence[str]) -> list[Attendee]:
    return [one for label in labels for one in groups[label]]


def _size(people: Sequence[Attendee]) -> tuple[int, int]:
    """How many people came, and of how many organisations."""
    came = [one.person for one in people if one.outcome is Outcome.CAME]
    return len(came), len({person.provider_id for person in came})


def _is_large(people: Sequence[Attendee]) -> bool:
    """Of the services invited there are none, or as many too: who was asked is not told either."""
    number, organisations = _size(people)
    invited = {one.person.provider_id for one in people if one.person.service_id and one.person.was_invited}
    return number >= PEOPLE and organisations >= ORGANISATIONS and len(invited) not in range(1, ORGANISATIONS)
