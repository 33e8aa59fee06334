"""Of a round that was put away no side offers what would be refused; what only reads stays."""

import pytest
from pytestqt.qtbot import QtBot

from awards.rounds.rounds import archive_round
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.board_side import BoardSide
from desktop.pages.awards.ceremony_side import CeremonySide
from desktop.pages.awards.nominations_side import NominationsSide
from desktop.pages.awards.panel_side import PanelSide
from desktop.pages.awards.qualifying_side import QualifyingSide
from desktop.pages.awards.results_side import ResultsSide
from desktop.pages.awards.round_side import RoundSide
from desktop.pages.awards.scores_side import ScoresSide
from desktop.shell.page import Desk
from tests.awards.gala import TODAY
from tests.awards.results.scored import Scored
from tests.desktop.pages.awards.awards_desk import page_at

STAYS = {
    "round_start", "round_restore", "board_open", "scores_packs", "scores_workbooks", "scores_table", "results_report",
    "results_answer",
}  # fmt: skip
"""What reads alone, and what begins something else or brings the round back."""


def ready(side: AwardsSide) -> set[str]:
    return {one.name for one in side.actions_here() if one.ready()}


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (RoundSide, "round_edit"),
        (NominationsSide, "nominee_edit"),
        (QualifyingSide, "qualify_ready"),
        (BoardSide, "board_move"),
        (PanelSide, "panel_add"),
        (ScoresSide, "scores_give"),
        (ResultsSide, "results_announce"),
        (CeremonySide, "guest_add"),
    ],
)
def test_what_would_be_refused_is_not_offered(
    desk: Desk, qtbot: QtBot, kind: type[AwardsSide], act: str
) -> None:
    made = Scored(desk.db)
    page = page_at(desk, qtbot, kind)
    side = page.current
    assert isinstance(side, AwardsSide)
    for key in made.gala.round_id, *made.entry.values():
        if side.has(key):
            side.show_row(key)
    assert side.may_change_round()
    assert act in ready(side)
    archive_round(desk.db, made.gala.round_id, today=TODAY)
    side.chosen.choose(made.gala.round_id)
    page.reload()
    assert not side.may_change_round()
    assert ready(side) <= STAYS
