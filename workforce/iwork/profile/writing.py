"""All that was written into a profile at one sitting, kept as one change."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from resources.database import Database, change
from workforce.iwork.profile.availability import set_availability
from workforce.iwork.profile.checks import checks_of, remove_check, set_check
from workforce.iwork.profile.needs import set_needs
from workforce.iwork.profile.profile_tasks import set_task_wishes
from workforce.iwork.profile.profiles import ProfileFacts, edit_profile
from workforce.iwork.profile.travel import Way, set_ways
from workforce.iwork.profile.whole import WholeProfile, whole_profile
from workforce.iwork.profile.whose import reference_to_write
from workforce.iwork.vocabulary import CheckKind, CheckState, Need, TaskWish
from workforce.iwork.weeks import WeekTime


@dataclass(frozen=True)
class SaidProfile:
    """What was said. What is left out stays as it was; days and notes of checks and ways stay too."""

    facts: ProfileFacts = field(default_factory=ProfileFacts)
    wishes: Mapping[TaskWish, tuple[str, ...]] | None = None
    done_before: tuple[str, ...] | None = None
    week: tuple[WeekTime, ...] | None = None
    ways: tuple[Way, ...] | None = None
    needs: Mapping[str, Need] | None = None
    checks: Mapping[CheckKind, CheckState] | None = None


def write_profile(vault: Database, person_id: str, said: SaidProfile) -> WholeProfile:
    """Keep it, or nothing of it."""
    with change(vault, f"Changed the profile of {reference_to_write(vault, person_id)}"):
        edit_profile(vault, person_id, **said.facts)
        if said.wishes is not None:
            set_task_wishes(vault, person_id, said.wishes, done_before=said.done_before)
        if said.week is not None:
            set_availability(vault, person_id, said.week)
        if said.ways is not None:
            set_ways(vault, person_id, said.ways)
        if said.needs is not None:
            set_needs(vault, person_id, said.needs)
        if said.checks is not None:
            _set_checks(vault, person_id, said.checks)
    return whole_profile(vault, person_id)


def _set_checks(vault: Database, person_id: str, checks: Mapping[CheckKind, CheckState]) -> None:
    held = {one.kind: one.state for one in checks_of(vault, person_id)}
    for kind in held:
        if kind not in checks:
            remove_check(vault, person_id, kind)
    for kind, state in checks.items():
        if held.get(kind) is not state:
            set_check(vault, person_id, kind, state)
