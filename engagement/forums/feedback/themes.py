"""Themes of comments: named, renamed, merged, retired; and how many comments of an event are coded to each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engagement.forums.feedback.comments import Comment
from resources.database import Database, change, new_key
from resources.frequent_words import frequent_words as frequent_words_of
from resources.problem import FieldProblem, Problem
from resources.statistics import Share, share
from resources.words import plain


@dataclass(frozen=True)
class Theme:
    """What several comments are about."""

    id: str
    name: str
    retired_on: date | None = None


def all_themes(db: Database, *, retired: bool = False) -> list[Theme]:
    """Every theme by name; with `retired` those too that are no longer offered."""
    rows = db.rows(
        "select id, name, retired_on from feedback_theme where (? or retired_on is null) order by lower(name), id",
        (retired,),
    )
    return [Theme(key, name, date.fromisoformat(day) if day else None) for key, name, day in rows]


def get(db: Database, theme_id: str) -> Theme:
    """One theme."""
    found = next((one for one in all_themes(db, retired=True) if one.id == theme_id), None)
    if found is None:
        raise LookupError(f"there is no theme {theme_id}")
    return found


# --- the verbs --------------------------------------------------------------------------------------------


def add_theme(db: Database, name: str) -> str:
    """Add a theme, and return its key."""
    name = _checked(db, name, None)
    key = new_key()
    with change(db, f"Added the theme {name}"):
        db.insert_row("feedback_theme", {"id": key, "name": name})
    return key


def rename_theme(db: Database, theme_id: str, name: str) -> None:
    """Call it something else; what is coded to it stays."""
    name = _checked(db, name, theme_id)
    with change(db, f"Renamed the theme {get(db, theme_id).name} to {name}"):
        db.update_row("feedback_theme", theme_id, {"name": name})


def merge_themes(db: Database, kept: str, removed: str) -> None:
    """Make two themes one: every comment of the second is then of the first, and the second is gone."""
    if kept == removed:
        raise Problem("A theme cannot be merged with itself. Choose another one.")
    into, gone = get(db, kept), get(db, removed)
    with change(db, f"Merged the theme {gone.name} into {into.name}"):
        both = {
            key for (key,) in db.rows("select answer_id from feedback_coding where theme_id = ?", (kept,))
        }
        rows = db.rows("select id, answer_id from feedback_coding where theme_id = ?", (removed,))
        for coding, answer in rows:
            if answer in both:
                db.delete_row("feedback_coding", coding)
            else:
                db.update_row("feedback_coding", coding, {"theme_id": kept})
        db.delete_row("feedback_theme", removed)


def retire_theme(db: Database, theme_id: str, *, on: date) -> None:
    """Offer it no more; what is coded to it stays."""
    with change(db, f"Retired the theme {get(db, theme_id).name}"):
        db.update_row("feedback_theme", theme_id, {"retired_on": on.isoformat()})


def restore_theme(db: Database, theme_id: str) -> None:
    """Offer a retired theme again."""
    with change(db, f"Restored the theme {get(db, theme_id).name}"):
        db.update_row("feedback_theme", theme_id, {"retired_on": None})


def _checked(db: Database, name: str, but: str | None) -> str:
    name = " ".join(name.split())
    if not name:
        raise FieldProblem("name", "The theme has no name. Write one, such as “Parking”.")
    same = [one for one in all_themes(db, retired=True) if plain(one.name) == plain(name) and one.id != but]
    if same:
        retired = ", and is retired: restore it" if same[0].retired_on else ""
        raise FieldProblem(
            "name", f"There is a theme “{same[0].name}” already{retired}. Choose that, or another name."
        )
    return name


# --- how many ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ThemeCount:
    """A theme with how many of an event's comments are coded to it."""

    name: str
    comments: Share


def theme_counts(comments: Iterable[Comment]) -> list[ThemeCount]:
    """The themes of an event's comments, the most frequent first. A comment counts in each of its themes."""
    everything = list(comments)
    counts = Counter(coding.theme for one in everything for coding in one.codings)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].casefold()))
    return [ThemeCount(name, share(number, len(everything))) for name, number in ranked]


def coded_to(db: Database) -> dict[str, int]:
    """How many comments of every event are coded to each theme."""
    return dict(db.rows("select theme_id, count(*) from feedback_coding group by theme_id"))


# --- words that come often --------------------------------------------------------------------------------


def frequent_words(comments: Iterable[Comment], *, most: int = 12) -> list[tuple[str, int]]:
    """Words that stand in two comments or more, with how many: names for themes. Nothing is coded by it."""
    return frequent_words_of((one.text for one in comments), most=most)
