"""A new file in a folder of its own, and another program that has it."""

import hashlib
import subprocess
import sys
from pathlib import Path

from resources.database import change, open_file
from tests.resources.database.small import SMALL

ROOT = Path(__file__).resolve().parents[3]


def folder(path):
    """Every file of the folder with its bytes' fingerprint; the lock's own file says nothing."""
    return {
        one.name: hashlib.sha256(one.read_bytes()).hexdigest()
        for one in path.iterdir()
        if one.is_file() and one.suffix != ".lock"
    }


def new(path, shelves=3):
    file = open_file(path, (SMALL,), who="Ann Reader", create=True)
    if shelves:
        with change(file.db, "Added shelves"):
            file.db.insert_rows(
                "shelf", ("id", "name"), [(f"{n:05}", f"Shelf {n} " * 20) for n in range(shelves)]
            )
    file.close()
    return path


def python(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
