"""One run of the command line: which file, who asks, what the clock says, and where the words go."""

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from desktop.capabilities import CAPABILITIES
from desktop.command_line.printing import table_lines
from desktop.command_line.secrets import ask_secret
from desktop.documents import save_tables
from desktop.iwork_register import open_register
from resources.database import Database, OpenFile, open_file
from resources.database.in_use import OR_READ_ONLY
from resources.database.refusals import InUse, OtherVersion
from resources.folders import default_file
from resources.problem import Problem
from resources.tables import Table
from resources.wording import count_of, in_london

_MEANWHILE = ", and run this again. What only reads, such as a list, runs meanwhile."


@dataclass(frozen=True)
class Session:
    """What a subcommand is given beside its own options."""

    path: Path
    who: str
    clock: Callable[[], datetime]
    screen: TextIO
    ask_secret: Callable[[str], str] = field(default=ask_secret, repr=False)

    @property
    def now(self) -> datetime:
        """This moment, in UTC."""
        return self.clock()

    @property
    def today(self) -> date:
        """The day it is in London."""
        return in_london(self.now).date()

    @contextmanager
    def reading(self) -> Generator[Database, None, None]:
        """The file, beside whoever has it open."""
        yield from self._open(read_only=True)

    @contextmanager
    def writing(self) -> Generator[Database, None, None]:
        """The file, for this run alone."""
        yield from self._open(read_only=False)

    @contextmanager
    def register(self, *, read_only: bool) -> Generator[OpenFile, None, None]:
        """The locked register of i-Work, once its passphrase (or the code of the recovery sheet) is typed."""
        with _meanwhile(), _up_to_date_first():
            opened = open_register(
                self.path,
                self.ask_secret("Passphrase of the i-Work register: "),
                who=self.who,
                read_only=read_only,
            )
        try:
            yield opened
        finally:
            opened.close()

    def _open(self, *, read_only: bool) -> Generator[Database, None, None]:
        with _meanwhile():
            opened = open_file(self.path, CAPABILITIES, who=self.who, read_only=read_only)
        try:
            yield opened.db
        finally:
            opened.close()

    def say(self, *sentences: str) -> None:
        """A line for each sentence."""
        for sentence in sentences:
            self.screen.write(f"{sentence}\n")

    def show(
        self, tables: Table | Sequence[Table], out: Path | None = None, *, db: Database | None = None
    ) -> None:
        """Print tables, or save them where they are asked for; `db` tells whether what is saved is exempt."""
        some = [tables] if isinstance(tables, Table) else list(tables)
        if out is None:
            self._print(some)
            return
        saved = save_tables(some, out, db=db)
        self.say(
            f"Saved “{saved.path}”{saved.marked}, {count_of(sum(len(table.rows) for table in some), 'row')}."
        )

    def _print(self, tables: Iterable[Table]) -> None:
        for number, table in enumerate(tables):
            self.say(*([""] if number else []), *table_lines(table))

    def saved(self, path: Path | None) -> None:
        """Say where a document is; nothing where there was none to make."""
        if path is not None:
            self.say(f"Saved “{path}”.")


@contextmanager
def _meanwhile() -> Generator[None, None, None]:
    try:
        yield
    except InUse as problem:
        raise InUse(problem.sentence.removesuffix(OR_READ_ONLY) + _MEANWHILE) from problem


@contextmanager
def _up_to_date_first() -> Generator[None, None, None]:
    try:
        yield
    except OtherVersion as problem:
        raise Problem(
            "The i-Work register was last used with another version of Provider Desk. Run “iwork-update” once, which "
            "brings it up to date, then run this again."
        ) from problem


def file_of(given: Path | None) -> Path:
    """The file named, or the office's own."""
    return given or default_file()
