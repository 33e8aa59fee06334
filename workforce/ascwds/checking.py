"""Files held against what is kept, before anything is written: which workplace each row is of, and what is refused."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from engagement.register.names import without_company_words
from resources.database import Database, new_key
from resources.database.history import history_position
from resources.files.refused import RefusedRow
from resources.geography import tidy_postcode
from resources.wording import and_list, count_of
from workforce.ascwds.kept_rows import all_stand, called
from workforce.ascwds.reading import AnyRow, AscwdsFile
from workforce.ascwds.rows import WorkplaceRow, same
from workforce.ascwds.tying import Places, Tie, places
from workforce.ascwds.vocabulary import FileKind
from workforce.ascwds.workplaces import Workplace, workplaces


@dataclass(frozen=True)
class Found:
    """A row of a workplace file, and the workplace that it is: a new one, or one that is held."""

    key: str
    row: WorkplaceRow
    held: Workplace | None
    tie: Tie | None
    outdated: bool = False
    """A later file is held of it: what that called the workplace stays."""

    @property
    def is_new(self) -> bool:
        """Whether no file had it before."""
        return self.held is None


@dataclass(frozen=True)
class CheckedFile:
    """A file with the workplace of each row that is taken in, by its key."""

    file: AscwdsFile
    rows: Sequence[tuple[str, AnyRow]]
    refused: tuple[RefusedRow, ...]
    workplaces: tuple[Found, ...] = ()
    taken_before: bool = False


@dataclass(frozen=True)
class Checked:
    """What the files would bring. Nothing is written yet; `position` is where the history stood."""

    files: tuple[CheckedFile, ...]
    position: int
    names: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def fresh(self) -> list[CheckedFile]:
        """The files that were not taken in before."""
        return [one for one in self.files if not one.taken_before]

    @property
    def brings_something(self) -> bool:
        """Whether there is anything to take in."""
        return any(one.rows for one in self.fresh)

    @property
    def refused(self) -> list[tuple[AscwdsFile, RefusedRow]]:
        """Every refused row, with its file."""
        return [(one.file, row) for one in self.files for row in one.refused]


def check(db: Database, files: Iterable[AscwdsFile]) -> Checked:
    """Hold the files against what is kept. Writes nothing."""
    checking, taken = _Checking(workplaces(db), places(db), _latest(db)), _taken(db)
    read = list(files)
    checked = [checking.check(one, read) for one in read]
    checked = [
        replace(one, taken_before=_identity(one.file) in taken and _stands(db, one)) for one in checked
    ]
    return Checked(tuple(checked), history_position(db), checking.names, tuple(checking.notes(checked)))


def _taken(db: Database) -> set[tuple[str, str, str]]:
    return set(db.rows("select kind, sha256, as_at from ascwds_file"))


def _identity(file: AscwdsFile) -> tuple[str, str, str]:
    return file.kind.value, file.sha256, file.as_at.isoformat()


def _stands(db: Database, one: CheckedFile) -> bool:
    """Whether taking it in would change nothing: another file of the same day may have come in between."""
    if not one.rows or not all(map(_is_known, one.workplaces)):
        return False
    return all_stand(db, one.file.kind, one.rows, as_at=one.file.as_at.isoformat())


def _is_known(found: Found) -> bool:
    """Whether the workplace is called already what its row calls it, and tied as it would be."""
    if found.held is None or found.tie is not None:
        return False
    return found.outdated or all(
        getattr(found.held, name) == cell for name, cell in called(found.row).items()
    )


def _latest(db: Database) -> dict[str, date]:
    """The day of the last file that spoke of each workplace itself."""
    rows = db.rows("select workplace_id, max(as_at) from workplace_return group by workplace_id")
    return {key: date.fromisoformat(day) for key, day in rows}


class _Checking:
    """Several files of one import, in the order in which they are taken in."""

    def __init__(self, held: Iterable[Workplace], register: Places, latest: dict[str, date]) -> None:
        self.register, self._latest = register, latest
        self.names: dict[str, str] = {}
        self._held: dict[str, list[Workplace]] = defaultdict(list)
        self._by_location: dict[str, list[Workplace]] = defaultdict(list)
        for one in held:
            self._add(one)
        self._here: dict[str, set[str]] = defaultdict(set)
        self._namesakes: list[str] = []

    def _add(self, one: Workplace) -> None:
        self._held[same(one.local_id)].append(one)
        self.names[one.id] = one.name
        if one.location_id:
            self._by_location[one.location_id].append(one)

    def check(self, file: AscwdsFile, files: Sequence[AscwdsFile]) -> CheckedFile:
        """One file."""
        if file.kind is FileKind.WORKPLACE:
            found = self._workplaces(file)
            rows: list[tuple[str, AnyRow]] = [(one.key, one.row) for one in found]
            return CheckedFile(file, rows, file.refused, found)
        beside = [one for one in files if one.kind is FileKind.WORKPLACE]
        rows, refused = [], list(file.refused)
        keys = {
            local: self._whose(local, beside) for local in dict.fromkeys(row.local_id for row in file.rows)
        }
        for row in file.rows:
            key, reason = keys[row.local_id]
            if key:
                rows.append((key, row))
            else:
                refused.append(_refused(file, row, reason))
        refused.sort(key=lambda row: row.line)
        return CheckedFile(file, rows, tuple(refused))

    # --- workplaces

    def _workplaces(self, file: AscwdsFile) -> tuple[Found, ...]:
        """Each row is a workplace of its own, whatever numbers it shares with another row."""
        listed = {same(row.local_id) for row in file.workplaces}
        found: dict[str, Found] = {}
        for row in file.workplaces:
            one = self._workplace(row, file.as_at, self._known(row, found.keys(), listed))
            found[one.key] = one
        return tuple(found.values())

    def _known(self, row: WorkplaceRow, gone: Collection[str], listed: set[str]) -> Workplace | None:
        """By its Location ID, unless that is another row's by its LOCALESTID; else by name or place."""
        own = same(row.local_id)
        there = self._by_location.get(row.location_id, []) if row.location_id else []
        by_number = [one for one in there if same(one.local_id) == own or same(one.local_id) not in listed]
        by_number.sort(key=lambda one: same(one.local_id) != own)
        by_name = (one for one in self._held[own] if _is_one(one, row))
        return next((one for one in chain(by_number, by_name) if one.id not in gone), None)

    def _workplace(self, row: WorkplaceRow, as_at: date, held: Workplace | None) -> Found:
        """As the held workplace that it is, or a new one: another provider may use the same LOCALESTID."""
        candidates = self._held[same(row.local_id)]
        if held is not None and as_at < self._latest.get(held.id, as_at):
            self._here[same(row.local_id)].add(held.id)
            return Found(held.id, row, held, None, outdated=True)
        tie = None if held is not None and held.is_tied else self._tie(row)
        if held is None:
            if candidates:
                self._namesakes.append(row.local_id)
            made = Workplace(
                new_key(), row.local_id, "", row.name, row.postcode, row.location_id, row.cqc_provider_id, None, None,
                None,
            )  # fmt: skip
            self._add(made)
            self._here[same(row.local_id)].add(made.id)
            self._latest[made.id] = as_at
            return Found(made.id, row, None, tie)
        self.names[held.id], self._latest[held.id] = row.name, as_at
        self._here[same(row.local_id)].add(held.id)
        return Found(held.id, row, held, tie)

    def _tie(self, row: WorkplaceRow) -> Tie | None:
        return self.register.tie(
            location_id=row.location_id, provider_number=row.cqc_provider_id, name=row.name,
            postcode=row.postcode, main_service=row.main_service,
        )  # fmt: skip

    # --- whose workers

    def _whose(self, local_id: str, beside: Sequence[AscwdsFile]) -> tuple[str, str]:
        """The workplace of a LOCALESTID, or why there is none: never that of another provider's file."""
        here = self._here.get(same(local_id), set())
        if len(here) == 1:
            return next(iter(here)), ""
        if here:
            return "", (
                f"LOCALESTID “{local_id}” is the name of {count_of(len(here), 'workplace')} in these files. Take in "
                "the files of one provider at a time."
            )
        held = self._held.get(same(local_id), [])
        if beside:
            other = " It is a workplace of another file." if held else ""
            named = beside[0].name
            return "", (
                f"LOCALESTID “{local_id}” is of another workplace: it is not in “{named}”.{other} Take the workers in "
                "with the file of their own workplace."
            )
        if len(held) == 1:
            return held[0].id, ""
        if held:
            return "", (
                f"LOCALESTID “{local_id}” is the name of {count_of(len(held), 'workplace')}. Take the file in together "
                "with its workplace file."
            )
        return "", (
            f"LOCALESTID “{local_id}” is of a workplace that no file has brought. Take the file in together with its "
            "workplace file."
        )

    # --- what is said of it all

    def notes(self, checked: Sequence[CheckedFile]) -> list[str]:
        """Sentences for the preview."""
        said = [
            f"“{one.file.name}” was taken in before as of this day: it changes nothing."
            for one in checked
            if one.taken_before
        ]
        said += _older(checked)
        said += _same_location(checked)
        said += _twice(checked, self.names)
        for local_id in dict.fromkeys(self._namesakes):
            said.append(
                f"LOCALESTID “{local_id}” is used by another provider too: this is a workplace of its own, by its "
                "numbers, name and postcode."
            )
        if any(one.file.kind is FileKind.WORKER for one in checked):
            said.append(
                "Who somebody is, and ethnicity, disability, nationality, date of birth, gender and pay, is dropped as "
                "the files are read."
            )
        return said


def _older(checked: Sequence[CheckedFile]) -> Iterator[str]:
    for one in checked:
        if number := sum(found.outdated for found in one.workplaces):
            yield (
                f"“{one.file.name}” is older than what is held of {count_of(number, 'workplace')}: names, postcodes, "
                "numbers and ties to the register stay as the later file has them."
            )


def _same_location(checked: Sequence[CheckedFile]) -> Iterator[str]:
    """Several rows of a file with one Location ID: one of them has that of another workplace."""
    for one in checked:
        rows: dict[str, list[str]] = defaultdict(list)
        for found in one.workplaces:
            rows[found.row.location_id].append(f"“{found.row.local_id}”")
        for location, names in rows.items():
            if location and len(names) > 1:
                yield (
                    f"{and_list(names)} give the same LOCATIONID {location} in “{one.file.name}”: each is taken in as "
                    "a workplace of its own. Ask the provider which of them it is."
                )


def _twice(checked: Sequence[CheckedFile], names: Mapping[str, str]) -> Iterator[str]:
    """Two files of one kind and day that hold the same workplace: only the last one stands."""
    first: dict[tuple[FileKind, date, str], str] = {}
    for one in checked:
        for key in dict.fromkeys(key for key, _ in one.rows):
            before = first.setdefault((one.file.kind, one.file.as_at, key), one.file.name)
            if before != one.file.name:
                yield (
                    f"“{before}” and “{one.file.name}” both hold {one.file.kind.label.lower()} of {names[key]} on the "
                    "same day: what the first says of it is replaced. Put the rows into one file to keep both."
                )


def _is_one(held: Workplace, row: WorkplaceRow) -> bool:
    """Whether a workplace of the same LOCALESTID is the one of the row; a home may be registered anew."""
    if held.cqc_provider_id and row.cqc_provider_id and held.cqc_provider_id != row.cqc_provider_id:
        return False
    named = without_company_words(held.name) == without_company_words(row.name)
    lies = tidy_postcode(held.postcode)
    placed = lies is not None and lies == tidy_postcode(row.postcode)
    return (named and placed) if held.location_id and row.location_id else (named or placed)


def _refused(file: AscwdsFile, row: AnyRow, reason: str) -> RefusedRow:
    """Its cells are gone by now: `refused.save_refused_rows` reads them again."""
    return RefusedRow(row.line, file.name, (), reason, "LOCALESTID")


def as_at_days(checked: Checked) -> list[date]:
    """The days of the files."""
    return sorted({one.file.as_at for one in checked.files})
