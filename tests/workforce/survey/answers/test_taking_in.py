"""A file taken in: whole, in one change, once."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from resources.database import Database
from resources.database.history import ChangedSince, entries, redo, undo
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.files.forms.preview import save_refused_rows
from resources.problem import Problem
from tests.workforce.survey.answers.made import (
    BEST,
    MOUTH,
    RADIO,
    SHARE,
    STAFF,
    THING,
    WHERE,
    csv_file,
    made_register,
    made_wave,
)
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions, Means, WhoDecision, WordsDecision
from workforce.survey.answers.mapping import rest_as_new, suggest
from workforce.survey.answers.preview import changed_table
from workforce.survey.answers.recording import edit_response
from workforce.survey.answers.responses import Answer, responses
from workforce.survey.answers.taking_in import take_in
from workforce.survey.answers.who_answered import name_said_key
from workforce.survey.questionnaire.questions import questions
from workforce.survey.vocabulary import QuestionKind, Source
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.waves import Wave

NOW = datetime(2019, 11, 1, 9, 0, tzinfo=UTC)


def checked(
    db: Database, wave: Wave, file: FormsFile, decisions: Decisions = NOTHING_DECIDED, *, rest: bool = False
) -> Checked:
    uses = suggest(db, wave.id, file)
    return check(db, wave.id, file, rest_as_new(uses) if rest else uses, decisions)


def key_of(found: Checked, heading: str) -> str:
    return next(one.key for one in found.file.columns if one.heading == heading)


def test_responses_come_in_as_one_change_that_one_undo_takes_back(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    keys = made_register(db)
    headings = ("Name of your service", WHERE, STAFF, "How many cats have you?")
    rows = [
        ("Rose House", f"{MOUTH};Facebook;", "twelve", "2"),
        ("The Limes", "Facebook", "7", "3"),
        ("", MOUTH, "", "4"),
    ]
    file = csv_file(tmp_path / "a.csv", headings, rows)
    found = checked(db, wave, file, rest=True)
    where = key_of(found, WHERE)
    words = {(where, "facebook"): WordsDecision(Means.NEW_OPTION, wording="Facebook")}
    before = len(entries(db, 100, 0))
    taken = take_in(db, checked(db, wave, file, Decisions(words=words), rest=True), now=NOW)
    assert (taken.added, taken.new_questions, taken.new_options) == (3, 1, 1)
    assert len(entries(db, 100, 0)) == before + 1
    held = responses(db, wave.id)
    assert [(one.number, one.source, one.said_name) for one in held] == [
        (1, Source.FILE, "Rose House"), (2, Source.FILE, "The Limes"), (3, Source.FILE, ""),
    ]  # fmt: skip
    assert held[0].services == (keys["Rose House"],)
    by_code = {one.code: one for one in questions(db, wave.survey_id)}
    facebook = next(one for one in by_code["where"].options if one.wording == "Facebook")
    assert held[1].answers[by_code["where"].id].options == (facebook.id,)
    assert held[0].answers[by_code["staff"].id] == Answer(low="12", high="12", said="twelve")
    cats = next(one for one in by_code.values() if "cats" in one.wording)
    assert cats.kind is QuestionKind.NUMBER and held[2].answers[cats.id].low == "4"
    asked = {one.question.id: one for one in asked_of_wave(db, wave.id)}
    assert cats.id in asked and facebook.id in [one.option.id for one in asked[by_code["where"].id].options]
    undo(db)
    assert responses(db, wave.id) == [] and len(questions(db, wave.survey_id)) == 6
    redo(db)
    assert len(responses(db, wave.id)) == 3


def test_what_was_decided_is_applied_to_the_next_file_and_shown_as_such(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    keys = made_register(db)
    headings = ("Name of your service", BEST, STAFF)
    file = csv_file(tmp_path / "a.csv", headings, [("Rosy Hous", "From friends", "a few")])
    found = checked(db, wave, file)
    best, staff = key_of(found, BEST), key_of(found, STAFF)
    mouth = next(one.option.id for one in found.asked[best].options if one.wording == MOUTH)
    decisions = Decisions(
        words={
            (best, "from friends"): WordsDecision(Means.OPTION, mouth),
            (staff, "a few"): WordsDecision(Means.FIGURE, low="3", high="5"),
        },
        who={name_said_key("Rosy Hous"): WhoDecision(keys["Elm Care Limited"], keys["Rose House"])},
    )
    take_in(db, checked(db, wave, file, decisions), now=NOW)
    second = csv_file(tmp_path / "b.csv", headings, [("ROSY HOUS", "from friends", "A few")] * 2)
    again = checked(db, wave, second)
    (new,) = again.new
    assert new.whose.services == (keys["Rose House"],)
    assert new.answers[best].options == (mouth,)
    assert new.answers[staff] == Answer(low="3", high="5", said="A few")
    assert again.undecided == [] and all(one.remembered for one in again.unknown)
    assert [one.match.remembered for one in again.names] == [True]
    assert {one.reason for one in again.uses.values()} == {"as the last time"}


def test_whether_a_half_is_meant_is_asked_once(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    rows = [("0.5", "a"), ("75", "b")]
    file = csv_file(tmp_path / "a.csv", (SHARE, THING), rows)
    found = checked(db, wave, file)
    assert [one.said for one in found.shares] == [("0.5",)]
    take_in(db, checked(db, wave, file, Decisions(shares={key_of(found, SHARE): True})), now=NOW)
    again = checked(db, wave, csv_file(tmp_path / "b.csv", (SHARE, THING), [*rows, ("0.4", "c")]))
    assert (len(again.already), again.changed, again.shares) == (2, (), ())
    assert again.new[0].answers[key_of(again, SHARE)] == Answer(low="40", high="40", said="0.4")


def test_what_is_not_decided_never_replaces_an_answer_that_is(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = ("ID", "Completion time", SHARE, STAFF)
    at = "2019-10-20 09:00"
    first = csv_file(
        tmp_path / "a.csv", headings, [("1", at, "50%", "5"), ("2", at, "half of them maybe", "5")]
    )
    take_in(db, checked(db, wave, first), now=NOW)
    later = csv_file(
        tmp_path / "b.csv", headings, [("1", at, "0.5", "6"), ("2", at, "0.5", "5"), ("3", at, "75", "")]
    )
    found = checked(db, wave, later)
    keys = frozenset(one.row_key for one in found.changed)
    found = checked(db, wave, later, Decisions(changed=keys))
    waiting = {one.number: [each.waits for each in one.differences] for one in found.changed}
    assert waiting == {1: [True, False], 2: [False]}
    assert "1 new answer waits until it is decided what is meant; what is held stays." in found.notes
    assert {row[1]: row[-1] for row in changed_table(found).rows if row[2] == SHARE} == {
        1: "Once it is decided",
        2: "Yes",
    }
    take_in(db, found, now=NOW)
    share = next(one.id for one in questions(db, wave.survey_id) if one.wording == SHARE)
    staff = next(one.id for one in questions(db, wave.survey_id) if one.wording == STAFF)
    held = responses(db, wave.id)
    assert [held[0].answers[share].low, held[0].answers[staff].low] == ["50", "6"]
    assert held[1].answers[share].text == "0.5"
    only = csv_file(tmp_path / "c.csv", headings, [("1", at, "0.5", "6"), ("3", at, "75", "")])
    waits = checked(db, wave, only, Decisions(changed=keys))
    assert len(waits.changed) == 1 and not waits.changed_chosen and not waits.brings_something
    with pytest.raises(Problem, match="1 new answer waits until it is decided what is meant"):
        take_in(db, waits, now=NOW)


def test_new_answers_of_a_response_stand_only_where_that_was_chosen(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = ("ID", "Completion time", STAFF, THING)
    take_in(
        db,
        checked(db, wave, csv_file(tmp_path / "a.csv", headings, [("1", "2019-10-20 09:00", "5", "Pay")])),
        now=NOW,
    )
    file = csv_file(tmp_path / "b.csv", headings, [("1", "2019-10-20 09:00", "6", "")])
    found = checked(db, wave, file)
    with pytest.raises(Problem, match="holds no response that could be added") as told:
        take_in(db, found, now=NOW)
    assert "1 response has changed: choose to take the changes over." in str(told.value)
    chosen = checked(db, wave, file, Decisions(changed=frozenset({found.changed[0].row_key})))
    taken = take_in(db, chosen, now=NOW)
    assert (taken.added, taken.changed) == (0, 1)
    (held,) = responses(db, wave.id)
    assert list(held.answers.values()) == [Answer(low="6", high="6")]
    assert entries(db, 1, 0)[0].action == "Changed 1 response to Baseline 2019 from a file"


def test_a_change_after_the_preview_stops_it(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    take_in(db, checked(db, wave, csv_file(tmp_path / "a.csv", (STAFF, THING), [("5", "Pay")])), now=NOW)
    found = checked(db, wave, csv_file(tmp_path / "b.csv", (STAFF, THING), [("6", "Rotas")]))
    edit_response(db, responses(db, wave.id)[0].id, note="Rang them")
    with pytest.raises(ChangedSince, match="Something changed after this preview was made"):
        take_in(db, found, now=NOW)


def test_the_words_of_the_file_are_how_the_wave_asked(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    heading = "How many staff do you employ today?"
    take_in(db, checked(db, wave, csv_file(tmp_path / "a.csv", (heading, THING), [("5", "Pay")])), now=NOW)
    asked = next(one for one in asked_of_wave(db, wave.id) if one.question.code == "staff")
    assert (asked.wording, asked.question.wording) == (heading, STAFF)


def test_an_option_that_the_file_has_by_another_name_alone_was_offered_by_that_name(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    file = csv_file(
        tmp_path / "a.csv", (BEST, STAFF), [("From friends", "1"), ("From friends", "2"), (RADIO, "3")]
    )
    found = checked(db, wave, file)
    best = key_of(found, BEST)
    mouth = next(one.option.id for one in found.asked[best].options if one.wording == MOUTH)
    words = {(best, "from friends"): WordsDecision(Means.OPTION, mouth)}
    take_in(db, checked(db, wave, file, Decisions(words=words)), now=NOW)
    asked = next(one for one in asked_of_wave(db, wave.id) if one.question.code == "best")
    assert "From friends" in [one.wording for one in asked.options]
    assert {one.id: one.wording for one in asked.question.options}[mouth] == MOUTH


def test_refused_rows_are_saved_mended_and_read_again(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = ("ID", "Completion time", STAFF, THING)
    rows = [("1", "2019-10-20 09:00", "12.5", "Pay"), ("2", "2019-10-20 09:01", "7", "Rotas")]
    found = checked(db, wave, csv_file(tmp_path / "a.csv", headings, rows))
    take_in(db, found, now=NOW)
    save_refused_rows(found.file, found.refused, tmp_path / "refused.xlsx")
    workbook = read_forms_file(tmp_path / "refused.xlsx")
    again = checked(db, wave, workbook)
    assert ([one.line for one in again.refused], again.new) == ([2], ())
    mended = csv_file(
        tmp_path / "mended.csv", workbook.headings, [("1", "2019-10-20 09:00", "12", "Pay", "", "")]
    )
    assert len(checked(db, wave, mended).new) == 1
