"""The sides of the survey page, in the order of their tabs. A new side is added here."""

from collections.abc import Callable
from datetime import datetime

from desktop.pages.survey.action_plan_side import ActionPlanSide
from desktop.pages.survey.answers_side import AnswersSide
from desktop.pages.survey.changes_side import ChangesSide
from desktop.pages.survey.funnel_side import FunnelSide
from desktop.pages.survey.questionnaire_side import QuestionnaireSide
from desktop.pages.survey.results_side import ResultsSide
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.pages.survey.waves_side import WavesSide
from desktop.pages.survey.words_side import WordsSide
from desktop.shell.page import Desk

SIDES: tuple[type[SurveySide], ...] = (
    ResultsSide,
    FunnelSide,
    ChangesSide,
    AnswersSide,
    WordsSide,
    ActionPlanSide,
    WavesSide,
    QuestionnaireSide,
)
"""Results, Funnel, What changed, Answers, In words, Action plan, Waves, Questionnaire."""


def survey_sides(desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> tuple[SurveySide, ...]:
    """Each side, made for one window."""
    return tuple(side(desk, now=now, kept=kept) for side in SIDES)
