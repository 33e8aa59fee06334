"""A file of learners before and as it is taken in: what it brings, then whole, in one change."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engagement.register.facts import key_list
from resources.database import Database, change
from resources.database.history import ChangedSince, history_position
from resources.files.forms.preview import LINE, PreviewGroup, refused_groups
from resources.files.refused import save_refused
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of
from workforce.training.learners import LEARNERS_NAMED, add_learner, add_post, edit_learner, learner
from workforce.training.learners_file import CheckedLearners, FilePost

_COLUMNS = (
    LINE,
    Column("name", "Learner", width=200),
    Column("uln", "ULN", width=110),
    Column("place", "Service or provider", width=220),
    Column("role", "Job role", width=160),
    Column("employment", "Employment", width=120),
    Column("from_on", "From", ColumnKind.DATE, 104),
)


# --- the preview ----------------------------------------------------------------------------------------------


def preview_groups(db: Database, found: CheckedLearners) -> list[PreviewGroup]:
    """New learners, further posts, held already, and each thing that would repair what was refused."""
    groups = [
        _group(db, "New learners", found.new, "They are added, each with where they work."),
        _group(db, "New posts", found.posts, "The learner is held; this post is added."),
        _group(db, "Numbers", found.numbers, "The learner and the post are held; the ULN is added."),
        _group(db, "Held already", found.already, "The learner has this post already, or it stands in the file twice."),
    ]  # fmt: skip
    return [one for one in groups if one.number or one.name == "New learners"] + refused_groups(found.refused)


def _group(db: Database, name: str, some: Sequence[FilePost], words: str) -> PreviewGroup:
    places = _places(db, some)
    rows: list[tuple[Cell, ...]] = [
        (
            one.line, one.name, one.uln, places[one.place[1] or one.place[0]], one.job_role.label,
            one.employment.label, one.from_on.isoformat() if one.from_on else None,
        )
        for one in some
    ]  # fmt: skip
    return PreviewGroup(name, len(some), Table(name, _COLUMNS, rows, exempt=LEARNERS_NAMED), words)


def _places(db: Database, some: Sequence[FilePost]) -> dict[str, str]:
    keys = key_list({key for one in some for key in one.place if key})
    rows = db.rows(
        """select id, name from service where id in (select value from json_each(?1))
        union all select id, name from provider where id in (select value from json_each(?1))""",
        (keys,),
    )
    return dict(rows)


def preview_notes(found: CheckedLearners) -> list[str]:
    """How dates were read, and which columns were not."""
    notes = [found.file.dates_words] if found.file.dates_words else []
    left = found.file.header.unknown
    if left:
        notes.append(f"Not read: {and_list([f'“{heading}”' for heading in left[:8]])}.")
    return notes


def summary_table(db: Database, found: CheckedLearners) -> Table:
    """The counts alone, for the command line."""
    rows: list[tuple[Cell, ...]] = [
        (one.name, one.number, one.explanation) for one in preview_groups(db, found)
    ]
    columns = (
        Column("group", "In the file", width=236),
        Column("rows", "Rows", ColumnKind.NUMBER, 84),
        Column("words", "What becomes of them", width=420),
    )
    return Table(found.file.name, columns, rows)


# --- taking in ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TakenLearners:
    """How many learners and posts were added."""

    learners: int
    posts: int
    numbers: int = 0

    @property
    def words(self) -> str:
        """Took in 12 learners and 14 posts, and added 3 ULNs."""
        added = f", and added {count_of(self.numbers, 'ULN')}" if self.numbers else ""
        return f"Took in {count_of(self.learners, 'learner')} and {count_of(self.posts, 'post')}{added}"


def take_in_learners(db: Database, found: CheckedLearners) -> TakenLearners:
    """Add the learners and their posts; a ULN that a learner held lacks is added too."""
    if history_position(db) != found.position:
        raise ChangedSince(
            "Something changed after this preview was made, so nothing was taken in. Look at the preview again."
        )
    if not found.brings:
        raise Problem(
            f"“{found.file.name}” holds no learner or post that could be added. Nothing was changed."
        )
    keys: dict[tuple[str, ...], str] = {}
    with change(db, f"Took in learners from {found.file.name}"):
        for one in found.numbers:
            edit_learner(db, one.learner_id, uln=one.uln)
        for one in (*found.new, *found.posts):
            key = keys.setdefault(one.who, "") or _learner(db, one)
            keys[one.who] = key
            provider, service = one.place
            add_post(
                db, key, provider, service_id=service, job_role=one.job_role, employment=one.employment,
                from_on=one.from_on,
            )  # fmt: skip
    return TakenLearners(found.learners, len(found.new) + len(found.posts), len(found.numbers))


def _learner(db: Database, one: FilePost) -> str:
    if not one.learner_id:
        return add_learner(db, one.given_name, one.family_name, uln=one.uln).id
    if one.uln and not learner(db, one.learner_id).uln:
        edit_learner(db, one.learner_id, uln=one.uln)
    return one.learner_id


def save_refused_learners(found: CheckedLearners, path: Path) -> None:
    """The refused rows as they stood, each with the reason, to be mended and taken in."""
    save_refused(path, found.file.headings, found.refused)
