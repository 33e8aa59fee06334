"""The library of practices: what providers do to recruit and to keep staff, who tried it, and how it went."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.words import plain
from workforce.survey.vocabulary import PracticeTopic

_COLUMNS = "id, topic, name, description, source, option_id, archived_on"


@dataclass(frozen=True)
class PracticeDraft:
    """What a person says of a practice. `option_id` is the survey's answer by which a provider says it does this."""

    name: str
    topic: PracticeTopic
    description: str = ""
    source: str = ""
    option_id: str | None = None


@dataclass(frozen=True)
class Practice:
    """Something that a provider can do."""

    id: str
    topic: PracticeTopic
    name: str
    description: str = ""
    source: str = ""
    option_id: str | None = None
    archived_on: date | None = None

    def draft(self) -> PracticeDraft:
        """As it would be entered."""
        return PracticeDraft(self.name, self.topic, self.description, self.source, self.option_id)


def _practice(row: tuple[Any, ...]) -> Practice:
    key, topic, name, description, source, option, archived = row
    day = date.fromisoformat(archived) if archived else None
    return Practice(key, PracticeTopic(topic), name, description, source, option, day)


def practices(db: Database, *, archived: bool = False) -> list[Practice]:
    """All that are not archived, in the order in which they came."""
    kept = "" if archived else "where archived_on is null"
    return [_practice(row) for row in db.rows(f"select {_COLUMNS} from survey_practice {kept} order by id")]


def practice(db: Database, key: str) -> Practice:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from survey_practice where id = ?", (key,))
    if row is None:
        raise LookupError(f"no practice {key}")
    return _practice(row)


def is_practice(db: Database, key: str) -> bool:
    """Whether the key is a practice's."""
    return bool(db.value("select exists (select 1 from survey_practice where id = ?)", (key,)))


# --- the verbs ------------------------------------------------------------------------------------------------


def add_practice(db: Database, draft: PracticeDraft) -> Practice:
    """Add a practice to the library."""
    cells = _cells(db, draft)
    key = new_key()
    with change(db, f"Added the practice “{cells['name']}”"):
        db.insert_row("survey_practice", {"id": key, **cells})
    return practice(db, key)


def edit_practice(db: Database, key: str, draft: PracticeDraft) -> Practice:
    """Put right what is said of a practice."""
    cells = _cells(db, draft, but=key)
    with change(db, f"Changed the practice “{cells['name']}”"):
        db.update_row("survey_practice", key, cells)
    return practice(db, key)


def archive_practice(db: Database, key: str, *, today: date) -> Practice:
    """Offer it no more; who tried it stays."""
    with change(db, f"Archived the practice “{practice(db, key).name}”"):
        db.update_row("survey_practice", key, {"archived_on": today.isoformat()})
    return practice(db, key)


def restore_practice(db: Database, key: str) -> Practice:
    """Offer an archived practice again."""
    with change(db, f"Restored the practice “{practice(db, key).name}”"):
        db.update_row("survey_practice", key, {"archived_on": None})
    return practice(db, key)


def _cells(db: Database, draft: PracticeDraft, *, but: str = "") -> dict[str, Cell]:
    name = " ".join(draft.name.split())
    if not name:
        raise FieldProblem("name", "The practice has no name. Write one, such as “Taster days”.")
    same = [one for one in practices(db, archived=True) if plain(one.name) == plain(name) and one.id != but]
    if same:
        put_away = ", and is archived: restore it" if same[0].archived_on else ""
        raise FieldProblem(
            "name", f"There is a practice “{same[0].name}” already{put_away}. Choose that, or another name."
        )
    if draft.option_id and not db.value("select 1 from survey_option where id = ?", (draft.option_id,)):
        raise Problem("The answer that the practice is linked to is gone. Choose another one.")
    return {
        "name": name, "topic": draft.topic.value, "description": draft.description.strip(),
        "source": draft.source.strip(), "option_id": draft.option_id or None,
    }  # fmt: skip


# --- those that come ready ------------------------------------------------------------------------------------

SOURCE = "Practices reported to Nottinghamshire County Council’s committee in December 2019"
"""Where the list comes from, which says nothing of whether anybody here tried them."""
_QUESTION = "retention_methods"
_RECRUIT, _RETAIN = PracticeTopic.RECRUIT, PracticeTopic.RETAIN
SHIPPED = (
    PracticeDraft(
        "Retention or attendance bonus", _RETAIN,
        "A payment to those who stay for a set time, or who are seldom away.",
    ),
    PracticeDraft(
        "Experts by experience or residents take part in interviews", _RECRUIT,
        "People who use the service ask questions of their own and say whom they would want.",
    ),
    PracticeDraft(
        "Engage with applicants as soon as they apply", _RECRUIT,
        "A call or message on the day the application comes, before another employer makes one.",
    ),
    PracticeDraft(
        "Values-based recruitment with taster days", _RECRUIT,
        "Applicants are chosen for their values, and see what the work is before either side decides.",
    ),
    PracticeDraft(
        "Applicants choose date and time of the interview", _RECRUIT,
        "Several days and hours are offered, evenings too, so that those who work elsewhere can come.",
    ),
    PracticeDraft(
        "Psychometric testing", _RECRUIT, "A short test of how somebody works with others and under strain."
    ),
    PracticeDraft(
        "Showing applicants round the care setting", _RECRUIT,
        "Before or at the interview they meet people and see where they would work.",
    ),
    PracticeDraft(
        "Training in areas of interest after probation", _RETAIN,
        "Those who stay beyond probation choose what they are trained in next.",
    ),
)  # fmt: skip
"""What providers there told each other at a recruitment event: Nottinghamshire's report of December 2019, ¶46."""


def add_shipped_practices(db: Database, survey_id: str) -> None:
    """Those not in the library yet, each with the answer of the survey that has its words; within a change."""
    options = dict(
        db.rows(
            """select survey_option.wording, survey_option.id from survey_option
            join survey_question on survey_question.id = question_id where survey_id = ? and code = ?""",
            (survey_id, _QUESTION),
        )
    )
    held = {plain(one.name) for one in practices(db, archived=True)}
    for draft in SHIPPED:
        if plain(draft.name) not in held:
            db.insert_row(
                "survey_practice",
                {"id": new_key(), "topic": draft.topic.value, "name": draft.name, "source": SOURCE,
                 "description": draft.description, "option_id": options.get(draft.name)},
            )  # fmt: skip
