"""A program killed at any moment loses nothing that it acknowledged and leaves nothing half done."""

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter

import pytest

from resources.database import backups, history, open_file
from tests.resources.database.killed_writer import state_of
from tests.resources.database.small import SMALL, listed, listed_from_scratch

ROOT = Path(__file__).resolve().parents[3]
KILLS = 26


def _kill_a_writer(path, seed):
    """Let it write, kill it, and return the last state it acknowledged (if any) and the one it was about to reach."""
    chance = random.Random(seed)
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.resources.database.killed_writer", str(path), str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines = [writer.stdout.readline() for _ in range(chance.randint(1, 40))]
    moment = perf_counter() + chance.choice([0, 0.001, 0.004, 0.03]) * chance.random()
    while perf_counter() < moment:
        pass
    assert writer.poll() is None, "the writer ended by itself"
    writer.kill()
    lines += writer.communicate()[0].splitlines(keepends=True)
    whole = [line for line in lines if line.endswith("\n")]
    states = [json.loads(line.removeprefix("will ")) for line in whole if line.startswith("will ")]
    acknowledged = whole.count("did\n")
    assert len(states) - acknowledged in (0, 1)
    return (states[acknowledged - 1] if acknowledged else None), states[-1]


def _assert_whole(db):
    assert db.rows("pragma integrity_check") == [("ok",)]
    assert db.rows("pragma foreign_key_check") == []
    assert listed(db) == listed_from_scratch(db)
    assert db.value("select change_id from history_open") is None
    triggers = "select count(*) from sqlite_schema where type = 'trigger' and name like 'history%'"
    assert db.value(triggers) == 3 * len(history.tracked_tables(db))
    counted = db.rows(
        "select id from history_change where row_count <> (select count(*) from history_row where change_id = "
        "history_change.id)"
    )
    assert counted == []


def _assert_backups_are_whole(path):
    for backup in backups.listed(path):
        backups.check(backup)


@pytest.mark.parametrize("chain", range(4))
def test_a_killed_program_loses_nothing_acknowledged_and_leaves_nothing_half(tmp_path, chain):
    path = tmp_path / "shop.providerdesk"
    open_file(path, (SMALL,), create=True).close()
    last = {}
    for number in range(KILLS):
        acknowledged, announced = _kill_a_writer(path, chain * KILLS + number + 1)
        file = open_file(path, (SMALL,))
        found = state_of(file.db)
        assert found in (last if acknowledged is None else acknowledged, announced)
        _assert_whole(file.db)
        file.close()
        _assert_backups_are_whole(path)
        shutil.rmtree(backups.backup_folder(path), ignore_errors=True)
        last = found
