"""The awards with 500 nominees in one category and 12 judges: results, blind copies, and the tables of both."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from awards.judging.blind.copies import blind_copies
from awards.results.agreement import agreement
from awards.results.harshness import harshness
from awards.results.reading import category_standing, read_scores
from awards.results.tables import standings_table
from awards.results.worth_knowing import of_category
from awards.rounds.categories import categories
from awards.rounds.criteria import criteria_of
from awards.rounds.rounds import start_round
from desktop.capabilities import CAPABILITIES
from resources.database import Database, change, new_key, new_keys, open_file
from tests.benchmarks.measure import Figure, milliseconds

TODAY, NOW = date(2026, 9, 1), datetime(2026, 9, 1, 9, tzinfo=UTC).isoformat()
NOMINEES, JUDGES = 500, 12
_SAID = (
    "{name} has worked at Rosewood House for six years, and {first} never once forgot a birthday. ",
    "When Mrs Specimen moved in, {first} found out that she had kept bees, and built a hive with her. ",
    "Everybody at the home says that {name}’s patience is known in the whole of Ashfield. ",
)


@contextmanager
def _round(nominees: int) -> Iterator[tuple[Database, str]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = open_file(Path(folder) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        yield file.db, _fill(file.db, nominees, random.Random(6))
        file.close()


def _fill(db: Database, nominees: int, chance: random.Random) -> str:
    """Every judge scores every nominee of the first category; the key of the category."""
    held = start_round(db, "Proud to Care 2026", year=2026, today=TODAY)
    category = categories(db, held.id)[0].id
    entries, judges = new_keys(nominees), new_keys(JUDGES)
    given = {(entry, judge): new_key() for entry in entries for judge in judges}
    with change(db, "Filled the round"):
        db.insert_rows(
            "award_entry",
            ("id", "round_id", "category_id", "number", "nominee_kind", "nominee", "place_told", "status", "added_on"),
            [
                (key, held.id, category, at, "individual", f"Ada Example{at}son", "Rosewood House",
                 "judging", "2026-06-01")
                for at, key in enumerate(entries, start=1)
            ],
        )  # fmt: skip
        db.insert_rows(
            "nomination",
            ("id", "entry_id", "status", "received_on", "how", "nominator", "nominator_kind", "statement"),
            [
                (new_key(), key, "submitted", "2026-06-01", "typed", f"Wren Specimen{at}", "colleague",
                 "".join(_SAID * 4).format(name=f"Ada Example{at}son", first="Ada"))
                for at, key in enumerate(entries, start=1)
            ],
        )  # fmt: skip
        db.insert_rows(
            "panel_member",
            ("id", "round_id", "number", "name", "role"),
            [(key, held.id, at, f"Judge Sample{at}", "judge") for at, key in enumerate(judges, start=1)],
        )
        db.insert_rows(
            "judge_assignment",
            ("id", "entry_id", "member_id", "status", "assigned_on"),
            [(key, entry, judge, "scored", "2026-07-01") for (entry, judge), key in given.items()],
        )
        db.insert_rows(
            "judge_score",
            ("id", "assignment_id", "criterion_id", "points", "scored_at", "how", "scored_by"),
            [
                (new_key(), key, one.id, chance.choice(one.allowed), NOW, "typed", "Benchmark")
                for key in given.values()
                for one in criteria_of(db, category)
            ],
        )
    return category


def bench_results(smoke: bool) -> Iterator[Figure]:
    """From the file to all that is said of a category. The yardstick is to read the scores and make nothing of them."""
    with _round(20 if smoke else NOMINEES) as (db, category):
        round_id = str(db.value("select id from award_round"))
        read = milliseconds(lambda: read_scores(db, round_id))
        standing = milliseconds(lambda: category_standing(db, category))
        yield Figure("results of 500 nominees × 12 judges", standing, budget=1_500, yardstick="read alone",
                     yardstick_value=read)  # fmt: skip
        held = category_standing(db, category)
        told = milliseconds(lambda: of_category(held))
        yield Figure("agreement and what would change the winner", told, budget=2_000)
        yield Figure("the table of results", milliseconds(lambda: standings_table(held)), budget=500)
        scores = {one.key: one.summary.by_judge for one in held.nominees}
        yield Figure("agreement alone", milliseconds(lambda: agreement(scores.values())), budget=500)
        yield Figure("harshness alone", milliseconds(lambda: harshness(scores)), budget=500)


def bench_blind_copies(smoke: bool) -> Iterator[Figure]:
    """Every statement with its names hidden."""
    with _round(20 if smoke else NOMINEES) as (db, _):
        round_id = str(db.value("select id from award_round"))
        taken = milliseconds(lambda: blind_copies(db, round_id))
        again = milliseconds(lambda: blind_copies(db, round_id))
        entry = str(db.value("select id from award_entry order by number limit 1"))
        yield Figure("blind copies of 500 statements", taken, budget=5_000)
        yield Figure("the same again, nothing changed", again, budget=1_000)
        one = milliseconds(lambda: blind_copies(db, round_id, only=(entry,)))
        yield Figure("the blind copy of one of them", one, budget=200)


def bench_board(smoke: bool) -> Iterator[Figure]:
    """The board of 500 nominees: read, shown, and shown again after one was moved."""
    from PySide6.QtWidgets import QApplication

    from awards.board.reading import on_board
    from desktop.pages.awards.board_columns import columns_of
    from desktop.shell.looks.style import apply_style
    from desktop.widgets.board.board import Board

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_style(app)
    with _round(20 if smoke else NOMINEES) as (db, _):
        round_id = str(db.value("select id from award_round"))
        yield Figure("the board of 500 read", milliseconds(lambda: on_board(db, round_id, TODAY)), budget=300)
        columns = columns_of(on_board(db, round_id, TODAY), with_category=True)
        board = Board("Nominees", one="nominee", refusal=lambda _key, _column: None)
        board.resize(1190, 500)
        board.show()
        app.processEvents()

        def shown(there: int) -> None:
            moved = columns[3].cards[:there], columns[3].cards[there:]
            board.show_columns([replace(columns[2], cards=moved[0]), replace(columns[3], cards=moved[1])])
            app.processEvents()

        yield Figure("the board of 500 shown", milliseconds(lambda: (shown(0), shown(1))) / 2, budget=300)
        board.close()
