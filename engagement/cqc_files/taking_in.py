"""From files to the register: prepare a preview, then take it in as one change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from engagement.cqc_files.at_once import without_collecting
from engagement.cqc_files.check import Checked, check
from engagement.cqc_files.contents import FileKind, Finding
from engagement.cqc_files.held import POSTCODE, Held, load
from engagement.cqc_files.read import read_all
from engagement.cqc_files.writing import write
from engagement.register.places import places_for
from resources.database import Database, change, new_key
from resources.database.history import ChangedSince, history_position
from resources.files.reading import Progress
from resources.problem import Problem
from resources.wording import count_of, date_words


@dataclass(frozen=True)
class Taken:
    """What was done; `nothing` when the register already held all of it."""

    action: str
    nothing: bool
    unplaced: tuple[str, ...] = ()  # postcodes that no district was found for


def prepare(
    db: Database,
    paths: Iterable[Path],
    *,
    today: date,
    as_at: Mapping[Path, date] | None = None,
    columns: Mapping[Path, Mapping[str, str]] | None = None,
    expect: FileKind | None = None,
    mark_gone: bool = True,
    progress: Progress | None = None,
) -> Checked:
    """Read the files and hold them against the register. Writes nothing.

    `as_at` and `columns` are a person's word for single files; with `mark_gone` off the files are parts of a
    directory. Raises `NeedsDate`, `NeedsColumns` or another `Problem`.
    """
    with without_collecting():
        files = read_all(paths, today=today, as_at=as_at, columns=columns, expect=expect, progress=progress)
        if not files:
            raise Problem(
                "No file was chosen. Choose CQC's directory, latest ratings or HSCA active locations."
            )
        return check(load(db), files, mark_gone=mark_gone, progress=progress)


def take_in(
    db: Database, checked: Checked, *, now: datetime | None = None, progress: Progress | None = None
) -> Taken:
    """Write what was previewed: one change, one undo. Refuses when the register changed after the preview.

    Raising in `progress` leaves nothing.
    """
    held = checked.held
    action = name_of(checked)
    with without_collecting(), change(db, action, now=now) as entry:
        # Only now can nobody else write: another connection may have done so until the transaction began.
        if history_position(db, before=entry.id) != held.history_at:
            raise ChangedSince(
                "The register changed after the preview was made. Look at the preview again, then import."
            )
        _tell(progress, 0)
        districts, unplaced = _districts(db, held)
        _tell(progress, 1)
        write(db, held, districts)
        _tell(progress, 2)
        _remember_files(db, checked, now or datetime.now(UTC), again=_has_rows(db, entry.id))
    nothing = history_position(db) != entry.id
    return Taken(action, nothing, unplaced)


_STEPS = 3  # districts, the register's rows, the history's and the listings'


def _tell(progress: Progress | None, done: int) -> None:
    if progress is not None:
        progress(done, _STEPS)


def _has_rows(db: Database, change_id: int) -> bool:
    return bool(db.value("select exists (select 1 from history_row where change_id = ?)", (change_id,)))


def _remember_files(db: Database, checked: Checked, moment: datetime, *, again: bool) -> None:
    """A file that was taken in before is remembered once more only when it changed something this time."""
    for findings in checked.findings:
        file = findings.file
        if not again and (file.kind.value, file.sha256) in checked.held.files:
            continue
        db.insert_row(
            "cqc_file",
            {
                "id": new_key(),
                "kind": file.kind.value,
                "as_at": file.as_at.isoformat(),
                "name": file.name,
                "sha256": file.sha256,
                "authorities": "|".join(file.authorities),
                "partial": int(not checked.mark_gone),
                "rows": file.rows,
                "taken_in_at": moment.astimezone(UTC).isoformat(timespec="seconds"),
            },
        )


def _districts(db: Database, held: Held) -> tuple[dict[str, str], tuple[str, ...]]:
    """District by postcode, never by outward code, for every service that is new or has another postcode."""
    wanted = {
        str(one.facts[POSTCODE]) for one in held.services.values() if one.placed and one.facts[POSTCODE]
    }
    found = {text: place.district for text, place in places_for(db, wanted).places.items()}
    return found, tuple(sorted(wanted - found.keys()))


def name_of(checked: Checked) -> str:
    """What the history calls the import."""
    files = [one.file for one in checked.findings]
    locations = sum(len(file.locations) for file in files if file.kind is not FileKind.RATINGS)
    rated = len({r.location_id for file in files if file.kind is FileKind.RATINGS for r in file.ratings})
    what = [count_of(locations, "location", "locations")] if locations else []
    what += [f"ratings of {count_of(rated, 'location', 'locations')}"] if rated else []
    days = sorted({file.as_at for file in files})
    when = date_words(days[0]) if len(days) == 1 else f"{date_words(days[0])} to {date_words(days[-1])}"
    return f"Import of {' and '.join(what) or 'CQC files'}, {when}"


def total(checked: Checked, finding: Finding, *, social_care: bool | None = None) -> int:
    """How many locations in a group, over all files."""
    return sum(one.count(finding, social_care=social_care) for one in checked.findings)
