"""What the tab of the action plan shows, read once when it changes, and what its actions need to know of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from desktop.pages.survey.wave_reading import ReadWaves
from workforce.survey.action_plan.actions import PlanAction, actions
from workforce.survey.action_plan.progress import Progress, progress
from workforce.survey.action_plan.standing import PracticeStanding, standings, waves_answered
from workforce.survey.waves.waves import Wave


class PlanView(Protocol):
    """The side, as its actions see it."""

    survey_id: str
    is_current: bool

    @property
    def shows_plan(self) -> bool: ...

    def may_write(self) -> bool: ...

    def chosen_action(self) -> PlanAction | None: ...

    def chosen_practices(self) -> list[PracticeStanding]: ...


@dataclass(frozen=True)
class PlanShown:
    """The actions of a survey, each with how it is getting on."""

    survey_id: str = ""
    actions: tuple[PlanAction, ...] = ()
    progress: Mapping[str, Progress] = field(default_factory=dict)


@dataclass(frozen=True)
class LibraryShown:
    """The practices, with what the waves of a survey say of them."""

    survey_id: str = ""
    practices: tuple[PracticeStanding, ...] = ()
    waves: tuple[Wave, ...] = ()


def plan_shown(survey_id: str, read: ReadWaves) -> PlanShown:
    """As it stands now."""
    held = tuple(actions(read.db, survey_id))
    return PlanShown(survey_id, held, progress(read.db, held, read=read.wave))


def library_shown(survey_id: str, read: ReadWaves) -> LibraryShown:
    """As it stands now."""
    held = tuple(standings(read.db, survey_id, read=read.wave))
    return LibraryShown(survey_id, held, tuple(waves_answered(read.db, survey_id)))
