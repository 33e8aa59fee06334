"""What a file would bring, before anything is written."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from resources.database import Database, change
from resources.database.history import history_position
from resources.files.forms.forms_file import FormsFile
from resources.problem import Problem
from tests.workforce.survey.answers.made import (
    BEST,
    HARD,
    JOBS,
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
from workforce.survey.answers.checked import Checked, Difference
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.differing import consent_of, same_answer
from workforce.survey.answers.checks.suggesting import accept_suggested
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions, Means, WhoDecision, WordsDecision
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.responses import Answer
from workforce.survey.answers.taking_in import take_in
from workforce.survey.answers.who_answered import name_said_key
from workforce.survey.vocabulary import QuoteConsent
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.waves import Wave

NOW = datetime(2019, 11, 1, 9, 0, tzinfo=UTC)
MICROSOFT = ("ID", "Start time", "Completion time", "Email", "Name")


def checked(db: Database, wave: Wave, file: FormsFile, decisions: Decisions = NOTHING_DECIDED) -> Checked:
    return check(db, wave.id, file, suggest(db, wave.id, file), decisions)


def column(found: Checked, heading: str) -> str:
    return next(one.key for one in found.file.columns if one.heading == heading)


def test_a_microsoft_export_is_read_whole_and_nothing_is_written(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    keys = made_register(db)
    rows = [
        ("1", "10/02/19 9:00", "10/02/19 9:05", "a@example.org", "Ada", "Rose House", f"{JOBS};{MOUTH};", "12",
         "About half", "Quite hard", "Better <b>pay</b>"),
        ("2", "10/14/19 9:00", "10/14/19 9:05", "", "", "Nobody Known", "", "", "", "", ""),
        ("3", "10/15/19 9:00", "10/15/19 9:05", "", "", "Elm Lodge", "Facebook;", "12.5", "half", "4", ""),
    ]  # fmt: skip
    headings = (*MICROSOFT, "Name of your service", WHERE, STAFF, SHARE, HARD, THING)
    file = csv_file(tmp_path / "a.csv", headings, rows)
    before = history_position(db)
    found = checked(db, wave, file)
    assert history_position(db) == before == found.position
    (new,) = found.new
    assert new.received_on == date(2019, 10, 2)
    assert (new.whose.provider_id, new.whose.services) == (keys["Elm Care Limited"], (keys["Rose House"],))
    assert new.answers[column(found, STAFF)] == Answer(low="12", high="12")
    assert new.answers[column(found, THING)].text == "Better pay"
    assert [one.line for one in found.blank] == [3]
    (refused,) = found.refused
    assert (refused.line, refused.field) == (4, STAFF)
    assert refused.reason == "“12.5” is not a whole number of people"


def test_words_of_no_option_are_listed_once_with_how_often_and_read_as_decided(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    rows = [
        ("From mouth to mouth", "Facebook"),
        ("from mouth to mouth", f"Facebook; {RADIO}"),
        (MOUTH, "Online job bords, such as Indeed"),
    ]
    file = csv_file(tmp_path / "a.csv", (BEST, WHERE), rows)
    found = checked(db, wave, file)
    told = [(one.said, one.times, one.reason) for one in found.unknown]
    assert told == [
        ("From mouth to mouth", 2, ""),
        ("Facebook", 2, ""),
        ("Online job bords, such as Indeed", 1, f"98% like “{JOBS}”"),
    ]
    best, where = column(found, BEST), column(found, WHERE)
    mouth = next(one.option.id for one in found.asked[best].options if one.wording == MOUTH)
    words = {
        **accept_suggested(found.unknown),
        (best, "from mouth to mouth"): WordsDecision(Means.OPTION, mouth),
        (where, "facebook"): WordsDecision(Means.NEW_OPTION, wording="Facebook"),
    }
    decided = checked(db, wave, file, Decisions(words=words))
    assert decided.undecided == [] and not decided.shares
    assert [(one.said, one.times) for one in decided.unknown] == [
        ("From mouth to mouth", 2), ("Online job bords, such as Indeed", 1), ("Facebook", 2),
    ]  # fmt: skip
    assert [one.answers[best].options for one in decided.new] == [(mouth,)] * 3
    names = {one.option.id: one.wording for one in decided.asked[where].options}
    assert [[names[key] for key in one.answers[where].options] for one in decided.new] == [
        ["Facebook"], ["Facebook", RADIO], [JOBS],
    ]  # fmt: skip
    assert decided.new[1].answers[where].text == ""


def test_a_row_refused_for_its_words_is_taken_in_once_it_is_decided_what_they_mean(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (STAFF, THING), [("12.5", "Pay"), ("a few", "Pay")])
    found = checked(db, wave, file)
    assert [one.said for one in found.unknown] == ["12.5", "a few"] and len(found.refused) == 1
    staff = column(found, STAFF)
    words = {
        (staff, found.unknown[0].said_key): WordsDecision(Means.FIGURE, low="12", high="13"),
        (staff, "a few"): WordsDecision(Means.DONT_KNOW),
    }
    decided = checked(db, wave, file, Decisions(words=words))
    assert decided.refused == ()
    assert decided.new[0].answers[staff] == Answer(low="12", high="13", said="12.5")


def test_figures_up_to_one_are_shares_where_all_of_them_are_and_asked_about_else(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (SHARE, THING), [("0.5", "a"), ("0.75", "b"), ("1", "c")])
    found = checked(db, wave, file)
    assert [one.answers[column(found, SHARE)].low for one in found.new] == ["50", "75", "100"]
    file = csv_file(tmp_path / "b.csv", (SHARE, THING), [("0.5", "a"), ("75", "b"), ("50%", "c")])
    open_ = checked(db, wave, file)
    share = column(open_, SHARE)
    (ask,) = open_.shares
    assert (ask.column_key, ask.said, ask.lines) == (share, ("0.5",), (2,))
    assert open_.new[0].answers[share] == Answer(text="0.5")
    halves = checked(db, wave, file, Decisions(shares={share: True}))
    assert [one.answers[share].low for one in halves.new] == ["50", "75", "50"]
    exact = checked(db, wave, file, Decisions(shares={share: False}))
    assert [one.answers[share].low for one in exact.new] == ["0.5", "75", "50"]


def test_names_are_listed_once_and_tied_only_when_sure_or_decided(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    keys = made_register(db)
    rows = [("Quilmere Cort", "a"), ("quilmere cort", "b"), ("Rose House", "c"), ("The vicar", "d")]
    file = csv_file(tmp_path / "a.csv", ("Name of your service", THING), rows)
    found = checked(db, wave, file)
    assert [one.whose.provider_id for one in found.new] == [None, None, keys["Elm Care Limited"], None]
    assert [(one.said, one.lines) for one in found.names_to_look_at] == [
        ("Quilmere Cort", (2, 3)),
        ("The vicar", (5,)),
    ]
    who = {
        name_said_key("Quilmere Cort"): WhoDecision(keys["Quillmere Ltd"], keys["Quillmere Court"]),
        name_said_key("The vicar"): WhoDecision(),
    }
    decided = checked(db, wave, file, Decisions(who=who))
    assert [one.whose.provider_id for one in decided.new] == [
        keys["Quillmere Ltd"], keys["Quillmere Ltd"], keys["Elm Care Limited"], None,
    ]  # fmt: skip
    assert decided.names_to_look_at == []
    held = checked(db, wave, file, Decisions(who=who, hold_back=True))
    assert ([one.line for one in held.held_back], len(held.new)) == ([5], 3)


def test_a_second_export_brings_only_what_is_new_and_shows_what_changed(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = (*MICROSOFT, STAFF, THING)
    rows = [(str(n), "10/20/19 9:00", f"10/20/19 9:{n:02}", "", "", str(n), "Pay") for n in range(1, 21)]
    first = checked(db, wave, csv_file(tmp_path / "a.csv", headings, rows))
    take_in(db, first, now=NOW)
    more = [(str(n), "10/21/19 9:00", f"10/21/19 9:{n:02}", "", "", str(n), "Pay") for n in range(21, 33)]
    rows[4] = (*rows[4][:5], "99", "Pay")
    second = checked(db, wave, csv_file(tmp_path / "b.csv", headings, [*rows, *more]))
    assert (len(second.new), len(second.already), len(second.changed)) == (12, 19, 1)
    (changed,) = second.changed
    staff = column(second, STAFF)
    assert changed.differences == (Difference(staff, Answer(low="5", high="5"), Answer(low="99", high="99")),)
    assert not changed.chosen
    chosen = checked(db, wave, second.file, Decisions(changed=frozenset({changed.row_key})))
    assert chosen.changed_chosen == [replace(changed, chosen=True)]


def test_a_second_response_of_one_service_is_said(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    made_register(db)
    rows = [("Rose House", "Pay"), ("Rose House; The Limes", "Rotas"), ("Elm Lodge", "Pay")]
    found = checked(db, wave, csv_file(tmp_path / "a.csv", ("Name of your service", THING), rows))
    said = "1 response is of a service that another response is of too"
    assert [note.partition(":")[0] for note in found.notes] == [said]
    take_in(db, found, now=NOW)
    more = csv_file(tmp_path / "b.csv", ("Name of your service", THING), [("The Limes", "Buses")])
    assert [note.partition(":")[0] for note in checked(db, wave, more).notes] == [said]


def test_a_plain_table_without_numbers_or_times_is_known_again_by_what_it_says(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    rows = [("5", "Pay"), ("5", "Pay"), ("7", "Rotas")]
    take_in(db, checked(db, wave, csv_file(tmp_path / "a.csv", (STAFF, THING), rows)), now=NOW)
    again = checked(
        db, wave, csv_file(tmp_path / "b.csv", (STAFF, THING), [("1", "New"), *rows, ("5", "Pay")])
    )
    assert (len(again.new), len(again.already)) == (2, 3)


def test_that_figures_are_read_as_shares_is_said(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    rows = [("1", "a"), ("0.5", "b"), ("1", "c")]
    file = csv_file(tmp_path / "a.csv", (SHARE, THING), rows)
    found = checked(db, wave, file)
    share = column(found, SHARE)
    assert [one.answers[share].low for one in found.new] == ["100", "50", "100"]
    note = f"No figure under “{SHARE}” is above 1, so they are read as shares: 0.5 is 50%, and 1 is 100%."
    assert note in found.notes
    said = checked(db, wave, file, Decisions(shares={share: False}))
    assert [one.answers[share].low for one in said.new] == ["1", "0.5", "1"] and note not in said.notes
    take_in(db, checked(db, wave, file, Decisions(shares={share: True})), now=NOW)
    assert note not in checked(db, wave, csv_file(tmp_path / "b.csv", (SHARE, THING), rows)).notes


def test_markup_is_no_part_of_what_was_asked(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    heading = "<p><b>How many staff</b> do you employ today?</p>"
    file = csv_file(tmp_path / "a.csv", (heading, THING), [("5", "Pay")])
    take_in(db, checked(db, wave, file), now=NOW)
    asked = next(one for one in asked_of_wave(db, wave.id) if one.question.code == "staff")
    assert asked.wording == "How many staff do you employ today?"


def test_a_row_longer_than_its_headings_is_refused(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (STAFF, THING), [("5", "Pay"), ("5", "Better pay", "and rotas")])
    found = checked(db, wave, file)
    (refused,) = found.refused
    assert refused.reason.startswith("The row has more cells than there are headings, up to “and rotas”")


def test_consent_and_language_are_kept_with_the_response(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = (THING, "May we quote you?", "Your language", "Language")
    file = csv_file(tmp_path / "a.csv", headings, [("Lepsza płaca", "Yes, without a name", "x", "pl")])
    (new,) = checked(db, wave, file).new
    assert (new.quote_consent, new.language) == (QuoteConsent.YES, "pl")
    assert (consent_of("No thanks"), consent_of(""), consent_of("maybe")) == (
        QuoteConsent.NO, QuoteConsent.NOT_ASKED, QuoteConsent.NOT_ASKED,
    )  # fmt: skip


def test_an_archived_wave_takes_no_file(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (THING, STAFF), [("Pay", "1")])
    uses = suggest(db, wave.id, file)
    with change(db, "Archived"):
        db.update_row("survey_wave", wave.id, {"archived_on": "2019-12-01"})
    with pytest.raises(Problem, match="Baseline 2019 is archived, so it takes no answers"):
        check(db, wave.id, file, uses)


def test_options_in_another_order_are_the_same_answer() -> None:
    assert same_answer(Answer(options=("a", "b")), Answer(options=("b", "a")))
    assert not same_answer(Answer(options=("a",)), None) and same_answer(None, None)
