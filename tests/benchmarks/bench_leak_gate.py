"""The check of a public document of thirty pages, beside a register of the whole country."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.register.contracts import exempt_terms, fixed_labels, public_names
from resources.database import Database, change, new_key, open_file
from resources.report.blocks import Heading, Paragraph, Report
from resources.report.leak_gate import search
from resources.report.word import save_word
from tests.benchmarks.measure import Figure, milliseconds

BUDGET = 2_000.0
_PARTS = (
    "quil", "mere", "this", "tle", "lark", "wob", "ble", "trea", "cle", "gin", "ham", "pud", "dle", "vel", "vet", "saf",
    "fron", "nut", "meg", "bob", "bin", "can", "dor", "mar", "pet", "toff",
)  # fmt: skip
_KINDS = ("Care Home", "Nursing Home", "House", "Lodge", "Court", "Homecare Ltd", "Supported Living")
_PROSE = (
    "As at 4 March 2026, 285 services have a contract with the Council, of which three have their contracts suspended; "
    "the committee heard of the progress in each district, and of the training of those who work there. "
)


def bench_leak_gate(smoke: bool) -> Iterator[Figure]:
    """All that a save asks of the register, and the search itself; every second paragraph names a public service."""
    size, exempt = (300, 10) if smoke else (60_000, 1_000)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "public.docx"
        with closing(
            open_file(Path(folder) / "a.providerdesk", CAPABILITIES, who="Bench", create=True)
        ) as opened:
            named = _fill(opened.db, size, exempt)
            save_word(_report(named), path, exempt_terms=())
            found: list[object] = []
            took = milliseconds(lambda: found.extend(_searched(opened.db, path)))
    what = f"{exempt:,} exempt names of {size:,} sought in thirty pages, {len(found):,} found"
    yield Figure(what, took, budget=BUDGET)


def _searched(db: Database, path: Path) -> list[object]:
    return [*search(path, exempt_terms(db), fixed_labels=fixed_labels(db), public_names=public_names(db))]


def _fill(db: Database, size: int, exempt: int) -> list[str]:
    """A register of invented services, the first of them suspended; some of the public names."""
    rnd = random.Random(1)
    provider, keys = new_key(), [new_key() for _ in range(size)]
    names = ["".join(rnd.choices(_PARTS, k=3)).capitalize() + " " + rnd.choice(_KINDS) for _ in keys]
    held = set(names[:exempt])
    with change(db, "Filled the register"):
        db.insert_row("provider", {"id": provider, "name": "Example Provider"})
        rows = (
            (
                key,
                provider,
                name,
                "nursing_home",
                f"{place} Sample Street, {rnd.choice(_PARTS).capitalize()}ton",
            )
            for place, (key, name) in enumerate(zip(keys, names, strict=True))
        )
        db.insert_rows("service", ("id", "provider_id", "name", "kind", "address"), rows)
        statuses = [(new_key(), key, "suspended", date(2026, 1, 5).isoformat()) for key in keys[:exempt]]
        db.insert_rows("contract_status", ("id", "service_id", "status", "from_on"), statuses)
    return [name for name in names[exempt:] if name not in held][:75]


def _report(named: list[str]) -> Report:
    paragraphs = [Paragraph(_PROSE * 3) for _ in range(150)]
    return Report(
        "Market", blocks=(Heading("Services"), *paragraphs, *(Paragraph(f"{name} came.") for name in named))
    )
