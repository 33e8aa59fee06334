"""Who was at a meeting, as the top of its minutes has it: present, apologies, in attendance. Names people."""

from dataclasses import dataclass

from engagement.forums.attendance import Attendance, Outcome
from engagement.forums.groups import GROUPS
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantRole, ParticipantStatus

_R = ParticipantRole
IN_ATTENDANCE = (_R.HOST, _R.SPEAKER, _R.FACILITATOR, _R.PARTNER, _R.MINUTE_TAKER, _R.OBSERVER, _R.SUPPORTER)
"""They help or look on, unless theirs is the usual part at a meeting of the kind; everybody else is present."""


@dataclass(frozen=True)
class Present:
    """Lines for each of the three parts: organisations with their people, in alphabetical order."""

    present: tuple[str, ...]
    apologies: tuple[str, ...]
    in_attendance: tuple[str, ...]


def who_was_there(found: Attendance) -> Present:
    """Who came, in which part, and who sent apologies. Nobody came for somebody who came as well."""
    names = {one.person.id: one.person.name for one in found.people if one.outcome is not Outcome.CAME}
    came = found.of(Outcome.CAME)
    helping = set(IN_ATTENDANCE) - {GROUPS[found.event.kind].usual_role}
    members = [one for one in came if one.role not in helping]
    others = sorted(
        (one for one in came if one.role in helping),
        key=lambda one: (IN_ATTENDANCE.index(one.role), one.provider, one.name),
    )
    return Present(
        _by_organisation(members, names),
        _by_organisation(found.of(Outcome.APOLOGIES), {}),
        tuple(f"{_said(one, names)}, {one.role.label.lower()}, {one.provider}" for one in others),
    )


def _by_organisation(
    people: tuple[Participant, ...] | list[Participant], names: dict[str, str]
) -> tuple[str, ...]:
    lines: dict[str, list[str]] = {}
    for one in sorted(people, key=lambda one: (one.provider.casefold(), one.name.casefold())):
        lines.setdefault(one.provider, []).append(_said(one, names))
    return tuple(f"{organisation}: {', '.join(found)}" for organisation, found in lines.items())


def _said(one: Participant, names: dict[str, str]) -> str:
    notes = [_R.CHAIR.label.lower()] if one.role is _R.CHAIR else []
    instead = names.get(one.substitute_for_id or "")
    notes += [f"for {instead}"] if instead else []
    notes += ["left early"] if one.status is ParticipantStatus.LEFT_EARLY else []
    return f"{one.name} ({', '.join(notes)})" if notes else one.name
