"""Generated sentences as somebody put them."""

from dataclasses import dataclass
from typing import Any

from engagement.committee.limits import one_line, several_lines
from engagement.committee.reports import open_report
from resources.database import Database, change, new_key
from resources.report.committee.outline import Edit
from resources.rows import columns_of, made
from resources.wording import shortened


@dataclass(frozen=True)
class SentenceEdit:
    """An edit: what the sentence said then, and how it was put. An `edited` of "" leaves it out."""

    id: str
    report_id: str
    section: str
    sentence: str
    generated: str
    edited: str

    @property
    def put(self) -> Edit:
        """As the outline has it."""
        return Edit(self.section, self.sentence, self.generated, self.edited)


_COLUMNS = columns_of(SentenceEdit)


def _edit(row: tuple[Any, ...]) -> SentenceEdit:
    return made(SentenceEdit, row)


def sentence_edit(db: Database, key: str) -> SentenceEdit:
    """The edit with this key."""
    row = db.row(f"select {_COLUMNS} from sentence_edit where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no edit {key}")
    return _edit(row)


def edit_of(db: Database, report_id: str, section: str, sentence: str) -> SentenceEdit | None:
    """How a sentence was put; None where it stands as it was made."""
    row = db.row(
        f"select {_COLUMNS} from sentence_edit where report_id = ? and section = ? and sentence = ?",
        (report_id, section, sentence),
    )
    return None if row is None else _edit(row)


def edits_of(db: Database, report_id: str) -> list[SentenceEdit]:
    """All edits of a report, by section and sentence."""
    rows = db.rows(
        f"select {_COLUMNS} from sentence_edit where report_id = ? order by section, sentence", (report_id,)
    )
    return [_edit(row) for row in rows]


def edit_sentence(
    db: Database, report_id: str, section: str, sentence: str, *, generated: str, edited: str
) -> SentenceEdit | None:
    """Put a sentence in other words; "" leaves it out. The words it was made with take the edit away again.

    `generated` is what the sentence says now, so that a later report can tell that it says something else.
    """
    of = open_report(db, report_id)
    one_line("sentence", "Sentence", sentence, empty="nothing says which one it is. Choose it in the report.")
    told = several_lines("edited", "Sentence", edited)
    held = edit_of(db, report_id, section, sentence)
    if told == several_lines("edited", "Sentence", generated):
        if held is not None:
            put_back_sentence(db, held.id)
        return None
    cells = {"generated": generated, "edited": told}
    verb = "Edited" if told else "Left out"
    with change(db, f"{verb} a sentence of {of.title}: {shortened(generated)}"):
        if held is None:
            key = new_key()
            place = {"id": key, "report_id": report_id, "section": section, "sentence": sentence}
            db.insert_row("sentence_edit", {**place, **cells})
        else:
            db.update_row("sentence_edit", held.id, cells)
    return edit_of(db, report_id, section, sentence)


def put_back_sentence(db: Database, key: str) -> None:
    """The sentence stands as it is made."""
    held = sentence_edit(db, key)
    of = open_report(db, held.report_id)
    with change(db, f"Put back a sentence of {of.title}: {shortened(held.generated)}"):
        db.delete_row("sentence_edit", key)
