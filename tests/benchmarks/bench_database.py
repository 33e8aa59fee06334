"""The file: a durable change, hits as one types, sorting, opening, undo."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from resources.database import open_file
from tests.benchmarks.measure import Figure, milliseconds


def bench_open(smoke: bool) -> Iterator[Figure]:
    """Placeholder of the shape only."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.providerdesk"
        yield Figure("make a new file", milliseconds(lambda: open_file(path, (), create=True).close()))
