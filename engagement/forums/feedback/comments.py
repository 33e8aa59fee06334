"""What people wrote: the themes that somebody coded it to, and whether it may be published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from engagement.forums.sections import people_terms
from engagement.register.contracts import exempt_terms, public_names
from resources.database import Database, change, new_key
from resources.problem import Problem
from resources.wording import as_instant, count_of, instant_text


@dataclass(frozen=True)
class Coding:
    """A comment is about a theme, as somebody found."""

    theme_id: str
    theme: str
    coded_by: str
    coded_at: datetime


@dataclass(frozen=True)
class Comment:
    """An answer in words. `publish` is set one by one: only then may a public document hold it."""

    id: str
    event_id: str
    number: int
    question_id: str
    question: str
    text: str
    publish: bool = False
    codings: tuple[Coding, ...] = ()

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes by name."""
        return tuple(one.theme for one in self.codings)


def comments_of(db: Database, event_id: str) -> list[Comment]:
    """An event's comments, by question and number."""
    codings: dict[str, list[Coding]] = {}
    for answer, theme_id, theme, coded_by, at in db.rows(
        """select answer_id, theme_id, feedback_theme.name, coded_by, coded_at from feedback_coding
        join feedback_theme on feedback_theme.id = theme_id join feedback_answer on feedback_answer.id = answer_id
        join feedback_response on feedback_response.id = response_id where event_id = ?
        order by lower(feedback_theme.name)""",
        (event_id,),
    ):
        codings.setdefault(answer, []).append(Coding(theme_id, theme, coded_by, as_instant(at)))
    rows = db.rows(
        """select feedback_answer.id, event_id, number, question_id, text, value, publish from feedback_answer
        join feedback_response on feedback_response.id = response_id
        join feedback_question on feedback_question.id = question_id
        where event_id = ? and answer_kind = 'text' and state = 'answered' order by position, number""",
        (event_id,),
    )
    return [
        Comment(key, event, number, question_id, question, text, bool(publish), tuple(codings.get(key, ())))
        for key, event, number, question_id, question, text, publish in rows
    ]


def withheld_words(db: Database) -> list[str]:
    """What was written and may not be published, each once; not what somebody else wrote alike and may be."""
    rows = db.rows(
        """select value, max(publish) from feedback_answer join feedback_question on feedback_question.id = question_id
        where answer_kind = 'text' and state = 'answered' group by value order by value"""
    )
    return [text for text, publish in rows if not publish]


def get(db: Database, answer_id: str) -> Comment:
    """One comment."""
    event = db.value(
        "select event_id from feedback_response join feedback_answer on feedback_response.id = response_id "
        "where feedback_answer.id = ?",
        (answer_id,),
    )
    found = next((one for one in comments_of(db, event or "") if one.id == answer_id), None)
    if found is None:
        raise LookupError(f"there is no comment {answer_id}")
    return found


def code_comment(
    db: Database, answer_id: str, theme_ids: Sequence[str], *, now: datetime, new: Sequence[str] = ()
) -> None:
    """Say what a comment is about: these themes, and new ones by name, and no other."""
    from engagement.forums.feedback import themes  # themes count comments

    comment = get(db, answer_id)
    with change(db, f"Coded comment {comment.number} on “{comment.question}”"):
        wanted = [*theme_ids, *(themes.add_theme(db, name) for name in new)]
        rows = db.rows("select theme_id, id from feedback_coding where answer_id = ?", (answer_id,))
        held = {str(theme): str(key) for theme, key in rows}
        for theme, key in held.items():
            if theme not in wanted:
                db.delete_row("feedback_coding", key)
        for theme in dict.fromkeys(wanted):
            if theme not in held:
                db.insert_row(
                    "feedback_coding",
                    {"id": new_key(), "answer_id": answer_id, "theme_id": theme, "coded_by": db.who,
                     "coded_at": instant_text(now)},
                )  # fmt: skip


# --- what may be published --------------------------------------------------------------------------------


def publish_comments(db: Database, answer_ids: Iterable[str]) -> None:
    """Let comments stand in public documents. One that names somebody of the event is refused."""
    chosen = [get(db, key) for key in answer_ids]
    for comment in chosen:
        _refuse_names(db, comment)
    _mark(db, chosen, 1, "Published")


def withhold_comments(db: Database, answer_ids: Iterable[str]) -> None:
    """Keep comments out of public documents."""
    _mark(db, [get(db, key) for key in answer_ids], 0, "Withheld")


def _mark(db: Database, chosen: Sequence[Comment], publish: int, verb: str) -> None:
    if not chosen:
        raise Problem("No comment is chosen. Choose one or more in the table.")
    what = f"comment {chosen[0].number}" if len(chosen) == 1 else count_of(len(chosen), "comment")
    with change(db, f"{verb} {what}"):
        for one in chosen:
            db.update_row("feedback_answer", one.id, {"publish": publish})


def _refuse_names(db: Database, comment: Comment) -> None:
    from resources.report.leak_gate import search  # loaded when first used

    terms = [*exempt_terms(db), *people_terms(db, comment.event_id)]
    quoted = comment.text.replace('"', '""')
    found = search(f'"{quoted}"\r\n'.encode(), terms, public_names=public_names(db)) if terms else []
    if found:
        raise Problem(
            f"Comment {comment.number} was not published: it holds “{found[0].excerpt}”, which points to "
            f"{found[0].term.text} ({found[0].term.what}). Change the response so that nobody can be told from it."
        )
