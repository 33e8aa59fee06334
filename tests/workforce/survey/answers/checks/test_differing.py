"""Consent, whose it is and what was emptied are changes as answers are."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from resources.database import Database
from resources.database.history import entries
from tests.workforce.survey.answers.made import BEST, MOUTH, STAFF, THING, csv_file, made_register, made_wave
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.differing import (
    consent_of,
    differing_answers,
    differing_facts,
    same_answer,
)
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions, Means, WordsDecision
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.preview import preview_groups
from workforce.survey.answers.responses import Answer, Response, responses
from workforce.survey.answers.taking_in import take_in
from workforce.survey.answers.who_answered import NOBODYS
from workforce.survey.vocabulary import ColumnUse, QuoteConsent, Source
from workforce.survey.waves.waves import Wave

NOW = datetime(2019, 11, 1, tzinfo=UTC)
HEADINGS = ("ID", "Completion time", "CQC location ID", BEST, STAFF, THING, "May we quote you?", "Language")
ROWS = [
    (str(n), f"2019-10-05 10:0{n}:00", f"1-20000000{n}", MOUTH, str(10 + n), "Pay", "Yes", "en")
    for n in (1, 2, 3)
]


def exported(
    db: Database, wave: Wave, path: Path, rows: list[tuple[str, ...]], decisions: Decisions = NOTHING_DECIDED
) -> Checked:
    file = csv_file(path / "a.csv", HEADINGS, rows)
    return check(db, wave.id, file, suggest(db, wave.id, file), decisions)


def with_cell(row: tuple[str, ...], place: int, cell: str) -> tuple[str, ...]:
    return (*row[:place], cell, *row[place + 1 :])


def first_export(db: Database, path: Path) -> tuple[Wave, dict[str, str]]:
    keys = made_register(db)
    wave = made_wave(db)
    take_in(db, exported(db, wave, path, ROWS), now=NOW)
    return wave, keys


def test_that_somebody_is_not_to_be_quoted_any_more_always_stands(db: Database, tmp_path: Path) -> None:
    wave, _ = first_export(db, tmp_path)
    rows = [with_cell(ROWS[0], 6, "No"), with_cell(with_cell(ROWS[1], 6, "No"), 4, "99"), ROWS[2]]
    found = exported(db, wave, tmp_path, rows)
    assert [one.withdrawn for one in found.changed] == [True, True] and not found.changed_chosen
    group = next(one for one in preview_groups(found) if one.name == "Changed since")
    assert (2, 1, "May be quoted", "May be quoted", "Not to be quoted", "Yes") in group.table.rows
    assert take_in(db, found, now=NOW).changed == 2
    held = responses(db, wave.id)
    assert [one.quote_consent for one in held] == [QuoteConsent.NO, QuoteConsent.NO, QuoteConsent.YES]
    assert "12" in [one.low for one in held[1].answers.values()]
    assert entries(db, 1, 0)[0].action == "Changed 2 responses to Baseline 2019 from a file"


def test_a_yes_a_number_put_right_and_a_language_are_asked_about(db: Database, tmp_path: Path) -> None:
    wave, keys = first_export(db, tmp_path)
    take_in(db, exported(db, wave, tmp_path, [with_cell(ROWS[0], 6, "No"), *ROWS[1:]]), now=NOW)
    rows = [ROWS[0], with_cell(ROWS[1], 2, "1-200000004"), with_cell(ROWS[2], 7, "pl")]
    found = exported(db, wave, tmp_path, rows)
    assert [(fact.what, fact.before, fact.after) for one in found.changed for fact in one.facts.words] == [
        ("May be quoted", "Not to be quoted", "May be quoted"),
        ("Whose it is", "Elm Lodge (1-200000002)", "Quillmere Court (1-200000004)"),
        ("Language of the answer", "en", "pl"),
    ]
    chosen = Decisions(changed=frozenset(one.row_key for one in found.changed))
    take_in(db, exported(db, wave, tmp_path, rows, chosen), now=NOW)
    held = responses(db, wave.id)
    assert held[0].quote_consent is QuoteConsent.YES and held[2].language == "pl"
    assert held[1].services == (keys["Quillmere Court"],) and held[1].said_id == "1-200000004"
    assert len(exported(db, wave, tmp_path, rows).already) == 3


def test_emptied_answers_are_changes(db: Database, tmp_path: Path) -> None:
    wave, _ = first_export(db, tmp_path)
    empty = (*ROWS[0][:3], "", "", "", *ROWS[0][6:])
    found = exported(db, wave, tmp_path, [empty, *ROWS[1:]])
    (changed,) = found.changed
    assert found.blank == () and [one.after for one in changed.differences] == [None, None, None]
    take_in(
        db, exported(db, wave, tmp_path, [empty], Decisions(changed=frozenset({changed.row_key}))), now=NOW
    )
    assert responses(db, wave.id)[0].answers == {}


def test_a_decision_that_renames_an_option_changes_no_answer(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    rows = [with_cell(with_cell(one, 3, "By word"), 2, "") for one in ROWS]
    found = exported(db, wave, tmp_path, rows)
    (words,) = found.unknown
    mouth = next(one.option.id for one in found.asked[words.column_key].options if one.wording == MOUTH)
    said = Decisions(words={(words.column_key, words.said_key): WordsDecision(Means.OPTION, mouth)})
    take_in(db, exported(db, wave, tmp_path, rows, said), now=NOW)
    again = exported(db, wave, tmp_path, rows)
    assert (len(again.already), again.changed, again.new) == (3, (), ())


def test_the_words_an_answer_was_sent_in_make_no_difference() -> None:
    assert same_answer(Answer(options=("a",), said="A!"), Answer(options=("a",)))
    assert not same_answer(Answer(text="a"), Answer(text="b"))
    assert differing_answers({}, Response("r", "w", 1, Source.FILE), {}) == ()
    assert consent_of("Yes, without a name") is QuoteConsent.YES


def test_what_the_file_does_not_tell_is_no_difference() -> None:
    held = Response("r", "w", 1, Source.FILE, quote_consent=QuoteConsent.YES, language="en", said_name="Rose")
    facts = differing_facts(held, set(), NOBODYS, QuoteConsent.NOT_ASKED, "", None, lambda *_: "")
    assert facts == replace(facts, consent=None, whose=None, language=None, received_on=None, words=())
    named = differing_facts(
        held, {ColumnUse.PROVIDER_NAME}, NOBODYS, QuoteConsent.NOT_ASKED, "", None, lambda *_: ""
    )
    assert named.whose is None
