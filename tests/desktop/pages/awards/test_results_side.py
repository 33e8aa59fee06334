"""The Results side with its acts, dialogs and pane: from the table to the announcement."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from docx import Document
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from awards.nominations.entries import entry
from awards.results.deciding.decisions import decisions, decisions_of
from awards.results.notes import notes_of
from awards.results.reading import category_standing
from awards.results.worth_knowing import what_if_sentences
from awards.rounds.rounds import edit_round
from awards.vocabulary import EntryStatus, Outcome, RoundPhase, TieBrokenBy, TieRule
from desktop.dialogs.awards.decide import ChooseFinalists, DecideOn, NotAward, TakeBack, WriteNote
from desktop.pages.awards.awards import AwardsPage
from desktop.pages.awards.results_side import ADJUSTED, DECISIONS, ResultsSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.question import Question
from resources.problem import Problem
from tests.awards.gala import Gala
from tests.awards.results.scored import Scored
from tests.desktop.accessibility import audit
from tests.desktop.pages.awards.awards_desk import page_at
from tests.desktop.pages.training.pane_words import pane_words
from tests.desktop.widgets.words_shown import words

D = TypeVar("D", bound=QDialog)


Show = Callable[[], ResultsSide]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    """The side in its page, which stays as long as the test."""
    pages: list[AwardsPage] = []

    def made() -> ResultsSide:
        pages.append(page_at(desk, qtbot, ResultsSide))
        side = pages[-1].current
        assert isinstance(side, ResultsSide)
        return side

    return made


def _run(side: ResultsSide, name: str) -> None:
    next(one for one in side.menu.listed() if one.name == name).run()


def _asked(side: ResultsSide, kind: type[D]) -> D:
    found = side.findChildren(kind)
    assert found, f"no {kind.__name__} was opened"
    return found[-1]


def _answer(dialog: FormDialog, **answers: object) -> None:
    for name, value in answers.items():
        dialog.form.rows[name].field.show_answer(value)
    dialog.submit()


def _texts(side: ResultsSide) -> list[tuple[str, ...]]:
    model = side.nominees.pane.table.cells
    return [tuple(model.text(row, column) for column in (0, 1, 2)) for row in range(model.rowCount())]


def test_nominees_stand_by_place(desk: Desk, show: Show) -> None:
    Scored(desk.db)
    side = show()
    assert _texts(side) == [
        ("1", "Ada Example", "4.67"),
        ("2", "Ben Specimen", "3.67"),
        ("3", "Cal Instance", "1.67"),
    ]
    assert side.sentence.text() == "Nothing is decided here yet."
    assert side.remarks.text().startswith("The judges agree well (alpha 0.8")
    assert side.status_text() == "3 rows"
    table = side.table()
    assert table is not None and table.exempt is not None
    assert side.row_for_history() == ("award_entry", side.nominee_key())


def test_by_the_adjusted_mean_harshness_is_told(desk: Desk, show: Show) -> None:
    figures = {"Dot Sample": (5, 2), "Eve Pattern": (5, 2), "Ada Example": (4,), "Ben Specimen": (None, 3)}
    made = Scored(desk.db, figures)
    edit_round(desk.db, made.gala.round_id, least_scores=1)
    side = show()
    assert _texts(side)[0][1] == "Ada Example"
    side.view.show_answer(ADJUSTED)
    assert _texts(side)[0][1] == "Ben Specimen"
    assert side.remarks.text().startswith(
        "Each judge beside the mean of all judges on the same nominees: Kim Judge −1.50, Jo Judge +1.50."
    )


def test_scores_are_shown_by_judge(desk: Desk, show: Show) -> None:
    Scored(desk.db)
    side = show()
    side.view.show_answer("scores")
    part = side.figures["scores"]
    assert (side.status_text(), part.key) == ("9 rows", "2026-001 Jo Judge")
    part.show_row("2026-002 Lou Judge")
    part._settling.now()
    words = pane_words(part.detail)
    assert "Ben Specimen" in words and "by Lou Judge" in words and "3.00" in words and "3.67" in words
    assert side.remarks.text().startswith("A judge’s score is the mean of the criteria")
    table = side.table()
    assert table is not None and table.exempt is not None and "scores by judge" in table.title
    assert side.nominee_key() == ""
    assert audit(side) == []


def test_harshness_is_shown_with_how_it_is_computed(desk: Desk, show: Show) -> None:
    made = Scored(desk.db)
    side = show()
    side.view.show_answer("harshness")
    part = side.figures["harshness"]
    part.show_row("Lou Judge")
    part._settling.now()
    assert "Lou Judge scores 0.67 points lower than the mean of all judges" in pane_words(part.detail)
    assert "least squares" in side.remarks.text() and "Lou Judge −0.67" in side.remarks.text()
    side.which.show_answer(made.gala.category("Team").id)
    assert not part.has_rows
    assert side.remarks.text().startswith("Harshness cannot be told")
    table = side.table()
    assert table is not None and table.title == "How harsh the judges are"


def test_agreement_is_shown_category_by_category(desk: Desk, show: Show) -> None:
    made = Scored(desk.db)
    side = show()
    side.view.show_answer("agreement")
    part = side.figures["agreement"]
    assert side.status_text() == "7 rows"
    part.show_row(made.gala.category().name)
    part._settling.now()
    words = pane_words(part.detail)
    assert "The judges agree well" in words and "Alpha by order" in words and "0.8" in words
    assert "Krippendorff" in side.remarks.text()
    side.show_category(made.category_id)
    assert side.view.answer() == "nominees"


def test_an_honour_is_decided_and_taken_back(desk: Desk, show: Show) -> None:
    made = Scored(desk.db)
    side = show()
    side.nominees.show_row(made.entry["ben"])
    _run(side, "results_decide")
    dialog = _asked(side, DecideOn)
    dialog.submit()
    assert dialog.banner.text == "One answer needs another look before this can be saved."
    _answer(dialog, outcome=Outcome.RUNNER_UP, reason="Close behind")
    assert entry(desk.db, made.entry["ben"]).status is EntryStatus.PENDING_RUNNER_UP
    side.reload()
    assert side.sentence.text() == "Runner-up: Ben Specimen. Not announced yet."
    _run(side, "results_back")
    back = _asked(side, TakeBack)
    _answer(back, to=EntryStatus.WITHDRAWN, reason="Wrote to us")
    assert entry(desk.db, made.entry["ben"]).status is EntryStatus.WITHDRAWN
    assert decisions_of(desk.db, category_id=made.category_id) == []
    with pytest.raises(Problem, match="Nothing is decided in this category"):
        _run(side, "results_back")


def test_a_tie_asks_for_the_vote(desk: Desk, show: Show) -> None:
    made = Scored(desk.db, {"Ada Example": (4, 4, 4), "Ben Specimen": (4, 4, 4)})
    edit_round(desk.db, made.gala.round_id, tie_rule=TieRule.CHAIR)
    side = show()
    side.nominees.show_row(made.entry["ada"])
    _run(side, "results_decide")
    dialog = _asked(side, DecideOn)
    assert not dialog.form.rows["tie"].isHidden()
    _answer(dialog, reason="Best")
    assert "same mean" in dialog.form.rows["tie"].field.target.accessibleDescription()
    _answer(dialog, tie=TieBrokenBy.CHAIR)
    assert decisions(desk.db, made.gala.round_id)[0].tie is TieBrokenBy.CHAIR


def test_what_would_change_the_order_is_said_where_it_is_decided(desk: Desk, show: Show) -> None:
    made = Scored(desk.db, {"Ada Example": (5, 5, 1), "Ben Specimen": (3, 3, 4)})
    side = show()
    side.nominees.show_row(made.entry["ada"])
    _run(side, "results_decide")
    dialog = _asked(side, DecideOn)
    told = "\n".join(words(dialog))
    assert audit(dialog) == []
    assert "What would change the order" in told
    assert what_if_sentences(category_standing(desk.db, made.category_id))[0] in told


def test_too_few_scores_are_decided_on_only_where_that_is_ticked(desk: Desk, show: Show) -> None:
    made = Scored(desk.db, {"Ada Example": (5,), "Ben Specimen": (4, 4, 4)})
    side = show()
    side.nominees.show_row(made.entry["ada"])
    _run(side, "results_decide")
    dialog = _asked(side, DecideOn)
    assert not dialog.form.rows["on_too_few"].isHidden()
    _answer(dialog, reason="The panel visited")
    assert "has 1 score" in dialog.form.rows["on_too_few"].field.target.accessibleDescription()
    assert decisions(desk.db, made.gala.round_id) == []
    _answer(dialog, on_too_few=True)
    assert len(decisions(desk.db, made.gala.round_id)) == 1
    side.nominees.show_row(made.entry["ben"])
    _run(side, "results_decide")
    assert _asked(side, DecideOn).form.rows["on_too_few"].isHidden()


def test_finalists_are_ticked_by_place(desk: Desk, show: Show) -> None:
    made = Scored(desk.db)
    edit_round(desk.db, made.gala.round_id, most_finalists=2)
    side = show()
    _run(side, "results_finalists")
    dialog = _asked(side, ChooseFinalists)
    assert set(dialog.form.rows["entry_ids"].field.answer()) == {made.entry["ada"], made.entry["ben"]}
    dialog.submit()
    assert entry(desk.db, made.entry["cal"]).status is EntryStatus.NOT_SHORTLISTED
    side.reload()
    _run(side, "results_finalists")
    again = _asked(side, ChooseFinalists)
    assert again.form.rows["reason"].isHidden()
    again.form.rows["entry_ids"].field.show_answer((made.entry["ada"],))
    assert not again.form.rows["reason"].isHidden()
    _answer(again, reason="A score was put right")
    assert entry(desk.db, made.entry["ben"]).status is EntryStatus.NOT_SHORTLISTED


def test_the_round_is_decided_and_announced(desk: Desk, show: Show) -> None:
    made = Scored(desk.db)
    side = show()
    with pytest.raises(Problem, match="Nothing is decided yet"):
        _run(side, "results_announce")
    for category in made.gala.categories[1:]:
        side.show_category(category.id)
        assert side.nominees.has_rows is False
        _run(side, "results_none")
        _answer(_asked(side, NotAward), reason="Nobody was nominated")
    side.show_category(made.category_id)
    side.nominees.show_row(made.entry["ada"])
    _run(side, "results_decide")
    _answer(_asked(side, DecideOn), reason="Best by far")
    _run(side, "results_announce")
    question = _asked(side, Question)
    assert "1 of those honoured was not asked whether they may be named" in "\n".join(words(question))
    next(one for one in question.findChildren(QPushButton) if one.text() == "Announce").click()
    assert made.gala.round.phase is RoundPhase.ANNOUNCE
    assert entry(desk.db, made.entry["ada"]).status is EntryStatus.WINNER
    side.reload()
    assert side.sentence.text() == "Winner: Ada Example. Announced."
    side.view.show_answer(DECISIONS)
    assert side.decisions.pane.rows_words == "7 rows"
    won = decisions_of(desk.db, entry_id=made.entry["ada"])[0]
    assert side.has(won.id) and not side.has(made.entry["ada"])
    side.show_row(won.id)
    assert side.row_for_history() == ("award_decision", won.id)
    _run(side, "results_back")
    assert _asked(side, TakeBack).form.rows["key"].field.answer() == won.id


def test_a_category_that_must_be_awarded_says_so(desk: Desk, show: Show) -> None:
    made = Scored(desk.db)
    side = show()
    edit_round(desk.db, made.gala.round_id, may_not_award=False)
    side.reload()
    with pytest.raises(Problem, match="every category is awarded"):
        _run(side, "results_none")
    made.gala.at(RoundPhase.SCORE)
    side.reload()
    for name in ("results_decide", "results_finalists", "results_none"):
        with pytest.raises(Problem, match="Move the round there"):
            _run(side, name)


def test_notes_are_written_changed_and_removed(desk: Desk, show: Show) -> None:
    made = Scored(desk.db)
    side = show()
    side.nominees.show_row(made.entry["ada"])
    _run(side, "results_note")
    _answer(_asked(side, WriteNote), text="Two judges met her")
    held = notes_of(desk.db, made.entry["ada"])[0]
    side.menu.open_note(held.id)
    _answer(_asked(side, WriteNote), text="One judge met her")
    assert notes_of(desk.db, made.entry["ada"])[0].text == "One judge met her"
    side.menu.open_note(held.id)
    dialog = _asked(side, WriteNote)
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Remove").click()
    question = dialog.findChildren(Question)[-1]
    next(one for one in question.findChildren(QPushButton) if one.text() == "Remove").click()
    assert notes_of(desk.db, made.entry["ada"]) == []


def test_papers_are_saved_and_marked(
    desk: Desk, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Scored(desk.db)
    side = show()
    path = tmp_path / "Results.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    _run(side, "results_report")
    header = Document(str(path)).sections[0].header
    assert "EXEMPT" in " ".join(one.text for one in header.paragraphs)
    side.nominees.show_row(made.entry["ada"])
    with pytest.raises(Problem, match="not all announced yet"):
        _run(side, "results_answer")


def test_without_a_round_the_way_to_one_is_shown(show: Show) -> None:
    side = show()
    assert side.shown() is None and side.table() is None
    assert not any(one.ready() for one in side.menu.listed())
    side.focus_first()
    side.focus_filter()
    assert side.status_text() == ""


def test_a_round_without_scores_has_nothing_to_show_but_says_so(desk: Desk, show: Show) -> None:
    gala = Gala(desk.db)
    ada = gala.nominate()
    gala.judging(ada.id)
    side = show()
    assert _texts(side) == [("", "Ada Example", "")]
    assert "no nominee has scores of two judges yet" in side.remarks.text()
    side.show_row(ada.id)
    assert side.nominee_key() == ada.id
