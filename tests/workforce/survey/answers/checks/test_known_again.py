"""A second export of the same responses adds nothing twice, whatever became of its columns."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from resources.database import Database
from tests.workforce.survey.answers.made import (
    BEST,
    HARD,
    MOUTH,
    RADIO,
    STAFF,
    STEPS,
    THING,
    csv_file,
    made_register,
    made_wave,
)
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.checks.known_again import FileRow, recognise
from workforce.survey.answers.decisions import NOTHING_DECIDED, Decisions, RowMeans
from workforce.survey.answers.mapping import suggest
from workforce.survey.answers.responses import Answer, Response, responses
from workforce.survey.answers.taking_in import take_in
from workforce.survey.vocabulary import Source
from workforce.survey.waves.waves import Wave

NOW = datetime(2019, 11, 1, tzinfo=UTC)
QUESTIONS = (BEST, STAFF, THING)
ROWS = [(MOUTH if n % 2 else RADIO, str(10 + n), f"text {n}") for n in range(6)]
MICROSOFT = [(str(n), "10/5/19 9:00:00", f"10/5/19 9:{n:02}:07", "anonymous", "") for n in range(1, 7)]
MICROSOFT_HEADINGS = ("ID", "Start time", "Completion time", "Email", "Name")
GOOGLE = [(f"2019/10/05 10:00:{5 + n // 2:02} am GMT",) for n in range(6)]
NUMBERS = [(str(n),) for n in range(1, 7)]
NOTHING: list[tuple[str, ...]] = [()] * 6
KINDS = [
    pytest.param(MICROSOFT_HEADINGS, MICROSOFT, id="Microsoft Forms"),
    pytest.param(("Timestamp",), GOOGLE, id="Google Forms"),
    pytest.param(("ID",), NUMBERS, id="numbers without times"),
    pytest.param((), NOTHING, id="neither number nor time"),
]
Rows = Sequence[Sequence[str]]


def exported(
    db: Database, wave: Wave, path: Path, headings: Sequence[str], rows: Rows,
    decisions: Decisions = NOTHING_DECIDED
) -> Checked:  # fmt: skip
    file = csv_file(path, headings, rows)
    return check(db, wave.id, file, suggest(db, wave.id, file), decisions)


def counts(found: Checked) -> dict[str, int]:
    groups = {
        "new": found.new,
        "already": found.already,
        "changed": found.changed,
        "doubtful": found.doubtful,
        "blank": found.blank,
        "left": found.left_rows,
    }
    return {name: len(some) for name, some in groups.items() if some}


def joined(before: Rows, after: Rows) -> list[tuple[str, ...]]:
    return [(*one, *other) for one, other in zip(before, after, strict=True)]


def first_export(db: Database, path: Path, headings: Sequence[str], before: Rows) -> Wave:
    wave = made_wave(db)
    found = exported(db, wave, path / "first.csv", (*headings, *QUESTIONS), joined(before, ROWS))
    assert counts(found) == {"new": 6}
    take_in(db, found, now=NOW)
    return wave


@pytest.mark.parametrize(("headings", "before"), KINDS)
def test_columns_in_another_order_and_others_put_in_change_nothing(
    db: Database, tmp_path: Path, headings: Sequence[str], before: Rows
) -> None:
    wave = first_export(db, tmp_path, headings, before)
    turned = [one[::-1] for one in ROWS]
    again = exported(db, wave, tmp_path / "b.csv", (*headings, *QUESTIONS[::-1]), joined(before, turned))
    assert counts(again) == {"already": 6}
    for place in (0, 3):
        asked = [*QUESTIONS[:place], "How many cats have you?", *QUESTIONS[place:]]
        more = [(*one[:place], "2", *one[place:]) for one in ROWS]
        again = exported(db, wave, tmp_path / f"{place}.csv", (*headings, *asked), joined(before, more))
        assert counts(again) == {"already": 6}
    fewer = exported(
        db, wave, tmp_path / "d.csv", (*headings, *QUESTIONS[1:]), joined(before, [r[1:] for r in ROWS])
    )
    assert counts(fewer) == {"already": 6}


@pytest.mark.parametrize(("headings", "before"), KINDS)
def test_one_answer_that_changed_is_never_a_second_response(
    db: Database, tmp_path: Path, headings: Sequence[str], before: Rows
) -> None:
    wave = first_export(db, tmp_path, headings, before)
    rows = [(RADIO if ROWS[1][0] == MOUTH else MOUTH, *ROWS[1][1:]), *ROWS[2:], ROWS[0]]
    order = [*before[1:], before[0]]
    again = exported(db, wave, tmp_path / "b.csv", (*headings, *QUESTIONS), joined(order, rows))
    asked = "changed" if headings else "doubtful"
    assert counts(again) == {"already": 5, asked: 1}
    if not headings:
        (row,) = again.doubtful
        assert (row.number, row.reason) == (2, "Response 2 has mostly the same answers")
        for means, expected in (
            (RowMeans.HELD, "changed"),
            (RowMeans.NEW, "new"),
            (RowMeans.LEFT_OUT, "left"),
        ):
            said = Decisions(rows={row.handle: means})
            found = exported(db, wave, tmp_path / "b.csv", QUESTIONS, rows, said)
            assert counts(found) == {"already": 5, expected: 1}


def test_a_form_edited_later_is_the_same_response(db: Database, tmp_path: Path) -> None:
    wave = first_export(db, tmp_path, MICROSOFT_HEADINGS, MICROSOFT)
    rows = joined(MICROSOFT, ROWS)
    rows[3] = ("4", "10/5/19 9:00:00", "10/7/19 12:30:00", "anonymous", "", MOUTH, "99", "text 3")
    again = exported(db, wave, tmp_path / "b.csv", (*MICROSOFT_HEADINGS, *QUESTIONS), rows)
    assert counts(again) == {"already": 5, "changed": 1}


def test_the_number_of_quite_another_response_is_asked_about(db: Database, tmp_path: Path) -> None:
    """Two forms of one wave number theirs alike."""
    wave = first_export(db, tmp_path, MICROSOFT_HEADINGS, MICROSOFT)
    row = ("1", "11/5/19 9:00", "11/5/19 9:30", "anonymous", "", RADIO, "70", "Rotas")
    other = ("2", "11/5/19 9:00", "11/5/19 9:31", "anonymous", "", MOUTH, "71", "Buses")
    headings = (*MICROSOFT_HEADINGS, *QUESTIONS)
    again = exported(db, wave, tmp_path / "b.csv", headings, [row, other])
    assert [one.reason for one in again.doubtful] == [
        f"Response {number} has its number and quite other answers" for number in (1, 2)
    ]
    said = Decisions(rows={one.handle: RowMeans.NEW for one in again.doubtful})
    take_in(db, exported(db, wave, tmp_path / "b.csv", headings, [row, other], said), now=NOW)
    assert counts(exported(db, wave, tmp_path / "b.csv", headings, [row, other])) == {"already": 2}
    whole = exported(db, wave, tmp_path / "a.csv", headings, joined(MICROSOFT, ROWS))
    assert counts(whole) == {"already": 6}


LIME = (
    "id. Response ID",
    "submitdate. Date submitted",
    "best. Which one?",
    "staff. How many?",
    "thing. What?",
)


@pytest.mark.parametrize("never", ["", "1980-01-01 00:00:00"])
def test_limesurvey_completes_a_response(db: Database, tmp_path: Path, never: str) -> None:
    wave = made_wave(db)
    done = ("1", "2019-10-05 10:00:00", MOUTH, "12", "Pay")
    found = exported(db, wave, tmp_path / "a.csv", LIME, [done, ("2", never, MOUTH, "7", "")])
    assert [one.received_on is None for one in found.new] == [False, True]
    assert "1 response was begun and never sent off." in found.notes
    less = Decisions(leave_incomplete=True)
    some = exported(db, wave, tmp_path / "a.csv", LIME, [done, ("2", never, MOUTH, "7", "")], less)
    assert counts(some) == {"new": 1, "left": 1}
    take_in(db, found, now=NOW)
    rows = [done, ("2", "2019-10-09 11:00:00", RADIO, "7", "Rotas")]
    again = exported(db, wave, tmp_path / "b.csv", LIME, rows)
    assert counts(again) == {"already": 1, "changed": 1}
    said = Decisions(changed=frozenset({again.changed[0].row_key}))
    take_in(db, exported(db, wave, tmp_path / "b.csv", LIME, rows, said), now=NOW)
    held = responses(db, wave.id)
    assert [str(one.received_on) for one in held] == ["2019-10-05", "2019-10-09"]
    undated = [(row[0], *row[2:]) for row in rows]
    headings = (LIME[0], *LIME[2:])
    assert counts(exported(db, wave, tmp_path / "c.csv", headings, undated)) == {"already": 2}
    codes = [one.partition(".")[0] for one in LIME]
    assert counts(exported(db, wave, tmp_path / "d.csv", codes, rows)) == {"already": 2}


# --- several rows of one number ---------------------------------------------------------------------------


def test_only_rows_that_say_the_same_are_repeats(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = ("ID", *QUESTIONS)
    rows = [("1", MOUTH, "5", "a"), ("1", RADIO, "9", "b"), ("2", RADIO, "7", "c"), ("2", RADIO, "7", "c")]
    found = exported(db, wave, tmp_path / "a.csv", headings, rows)
    assert counts(found) == {"new": 1, "already": 1, "doubtful": 2}
    assert [(one.line, one.reason) for one in found.doubtful] == [
        (2, "The row has the number of line 3 and other answers"),
        (3, "The row has the number of line 2 and other answers"),
    ]
    first, second = (one.handle for one in found.doubtful)
    one = Decisions(rows={first: RowMeans.LEFT_OUT, second: RowMeans.NEW})
    assert counts(exported(db, wave, tmp_path / "a.csv", headings, rows, one)) == {
        "new": 2,
        "already": 1,
        "left": 1,
    }
    both = Decisions(rows={first: RowMeans.NEW, second: RowMeans.NEW})
    take_in(db, exported(db, wave, tmp_path / "a.csv", headings, rows, both), now=NOW)
    assert len(responses(db, wave.id)) == 3
    again = exported(db, wave, tmp_path / "b.csv", headings, rows[::-1])
    assert counts(again) == {"already": 4}


# --- alike ------------------------------------------------------------------------------------------------


def test_another_program_and_a_moved_clock_are_asked_about(db: Database, tmp_path: Path) -> None:
    wave = first_export(db, tmp_path, ("Timestamp",), GOOGLE)
    later = [(f"2019/10/05 11:00:{5 + n // 2:02} am GMT",) for n in range(6)]
    moved = exported(db, wave, tmp_path / "b.csv", ("Timestamp", *QUESTIONS), joined(later, ROWS))
    assert counts(moved) == {"doubtful": 6}
    numbered = exported(db, wave, tmp_path / "c.csv", ("ID", *QUESTIONS), joined(NUMBERS, ROWS))
    assert counts(numbered) == {"doubtful": 6}
    note = "6 rows are neither added nor changed until it is decided what they are; 6 may be responses held already."
    assert note in numbered.notes


def test_the_same_place_with_mostly_the_same_answers_is_asked_about(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    made_register(db)
    headings = ("ID", "Name of your service", BEST, STAFF)
    row = ("1", "Rose House", MOUTH, "5")
    take_in(db, exported(db, wave, tmp_path / "a.csv", headings, [row]), now=NOW)
    again = exported(db, wave, tmp_path / "b.csv", headings, [("9", *row[1:])])
    assert [one.reason for one in again.doubtful] == [
        "Response 1 is of the same place and has mostly the same answers"
    ]


def test_what_is_alike_by_chance_is_new(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    headings = ("ID", BEST, HARD)
    rows = [(str(n), MOUTH if n % 2 else RADIO, STEPS[n % 5]) for n in range(1, 41)]
    take_in(db, exported(db, wave, tmp_path / "a.csv", headings, rows[:20]), now=NOW)
    assert counts(exported(db, wave, tmp_path / "b.csv", headings, rows[20:])) == {"new": 20}


def test_every_row_has_an_outcome() -> None:
    held = [Response("r", "w", 1, Source.FILE, row_key="n:1:-", answers={"q": Answer(text="a")})]
    rows = [FileRow(1, "n:1:-", "s", {"q": Answer(text="a")}), FileRow(2, "n:2:-", "t", {})]
    found = recognise(rows, held, ["q"], {})
    assert [(one.key, one.held) for one in found] == [("n:1:-", held[0]), ("n:2:-", None)]


def test_in_a_second_export_without_numbers_every_row_alike_is_asked_about(
    db: Database, tmp_path: Path
) -> None:
    """Even where there are so few answers that others say the same by chance."""
    wave = made_wave(db)
    rows = [(MOUTH if n % 2 else RADIO, str(n % 3), STEPS[n % 5]) for n in range(60)]
    take_in(db, exported(db, wave, tmp_path / "a.csv", (BEST, STAFF, HARD), rows), now=NOW)
    rows[:5] = [(one[0], "77", one[2]) for one in rows[:5]]
    again = exported(db, wave, tmp_path / "b.csv", (BEST, STAFF, HARD), [*rows, (MOUTH, "9", "")])
    assert counts(again) == {"already": 55, "doubtful": 5, "new": 1}


def test_of_several_sent_at_one_time_each_is_the_one_it_is_most_like(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    rows = [("2019-10-05", MOUTH, str(n), f"text {n}") for n in range(4)]
    headings = ("Timestamp", *QUESTIONS)
    take_in(db, exported(db, wave, tmp_path / "a.csv", headings, rows), now=NOW)
    new, other = ("2019-10-05", RADIO, "50", "Rotas"), ("2019-10-05", RADIO, "60", "Buses")
    changed = ("2019-10-05", MOUTH, "3", "Better pay")
    again = exported(db, wave, tmp_path / "b.csv", headings, [new, changed, *rows[:3]])
    assert counts(again) == {"already": 3, "changed": 1, "new": 1}
    replaced = exported(db, wave, tmp_path / "c.csv", headings, [new, other, *rows[:3]])
    assert counts(replaced) == {"already": 3, "doubtful": 1, "new": 1}
    assert replaced.doubtful[0].reason == "Response 4 was sent at the same time and has other answers"


# --- a time that moved ------------------------------------------------------------------------------------


def test_a_row_whose_time_moved_is_asked_about(db: Database, tmp_path: Path) -> None:
    wave = first_export(db, tmp_path, ("Timestamp",), GOOGLE)
    headings = ("Timestamp", *QUESTIONS)
    rows = joined(GOOGLE, ROWS)
    also = ("2019/10/08 9:00:00 am GMT", ROWS[2][0], ROWS[2][1], "Rotas")
    new = ("2019/10/08 9:30:00 am GMT", RADIO, "70", "Buses")
    rows[2] = ("2019/10/09 3:00:00 pm GMT", ROWS[2][0], "99", ROWS[2][2])
    rows = [also, new, *rows]
    again = exported(db, wave, tmp_path / "b.csv", headings, rows)
    assert counts(again) == {"already": 5, "doubtful": 2, "new": 1}
    reason = (
        "Response 3 has mostly the same answers, and its time is not in the file: it may have been edited"
    )
    assert {(one.number, one.reason) for one in again.doubtful} == {(3, reason)}
    handle = again.doubtful[1].handle
    for means, expected in (
        (RowMeans.HELD, {"already": 5, "changed": 1, "new": 2}),
        (RowMeans.NEW, {"already": 5, "doubtful": 1, "new": 2}),
    ):
        said = Decisions(rows={handle: means})
        assert counts(exported(db, wave, tmp_path / "b.csv", headings, rows, said)) == expected
    both = Decisions(rows={one.handle: RowMeans.HELD for one in again.doubtful})
    twice = exported(db, wave, tmp_path / "b.csv", headings, rows, both)
    assert [one.reason for one in twice.doubtful] == ["Another row was said to be response 3"]


def test_a_new_row_needs_no_question_where_all_that_is_held_is_in_the_file(
    db: Database, tmp_path: Path
) -> None:
    wave = first_export(db, tmp_path, ("Timestamp",), GOOGLE)
    like = ("2019/10/09 3:00:00 pm GMT", *ROWS[2])
    again = exported(db, wave, tmp_path / "b.csv", ("Timestamp", *QUESTIONS), [*joined(GOOGLE, ROWS), like])
    assert counts(again) == {"already": 6, "new": 1}


# --- another form -----------------------------------------------------------------------------------------


def test_the_rows_of_a_second_form_are_asked_about_and_never_offered_as_changes(
    db: Database, tmp_path: Path
) -> None:
    """Half of the answers or more are the same by chance in some of them, and all in one."""
    wave = made_wave(db)
    headings = (*MICROSOFT_HEADINGS, BEST, HARD, STAFF)

    def form(day: int, rows: Rows) -> list[tuple[str, ...]]:
        return [
            (str(n), "", f"10/{day}/19 9:{n:02}:07", "anonymous", "", *row) for n, row in enumerate(rows, 1)
        ]

    first = form(5, [(MOUTH if n % 2 else RADIO, STEPS[n % 5], str(n)) for n in range(20)])
    others = [(MOUTH if n % 3 else RADIO, STEPS[n % 4], str(40 + n)) for n in range(20)]
    second = form(15, [(RADIO, STEPS[0], "0"), *others[1:]])
    take_in(db, exported(db, wave, tmp_path / "a.csv", headings, first), now=NOW)
    found = exported(db, wave, tmp_path / "b.csv", headings, second)
    assert counts(found) == {"doubtful": 20}
    assert found.doubtful[0].reason == "Response 1 has its number, and the file looks like another form"
    assert (
        "20 rows have the number of a response held already and hardly any of its answers: this looks like "
        "another form, whose numbers begin anew. Say whether they are new."
    ) in found.notes
    said = Decisions(rows={one.handle: RowMeans.NEW for one in found.doubtful})
    take_in(db, exported(db, wave, tmp_path / "b.csv", headings, second, said), now=NOW)
    for rows in (first, second):
        assert counts(exported(db, wave, tmp_path / "c.csv", headings, rows)) == {"already": 20}


def test_another_providers_answers_are_never_offered_without_saying_whose(
    db: Database, tmp_path: Path
) -> None:
    wave = made_wave(db)
    headings = ("ID", "Name of your service", BEST, STAFF)
    rows = [("1", "Rose House", MOUTH, "5"), ("2", "Elm Lodge", RADIO, "6")]
    take_in(db, exported(db, wave, tmp_path / "a.csv", headings, rows), now=NOW)
    other = [("1", "Oak Court", MOUTH, "90"), rows[1]]
    (row,) = exported(db, wave, tmp_path / "b.csv", headings, other).doubtful
    assert row.reason == (
        "Response 1, of “Rose House”, has the number of the row, which is of “Oak Court” and has other answers"
    )
