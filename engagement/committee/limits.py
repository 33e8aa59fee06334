"""How long what is typed for a report may be, and what is said of what is longer. Pure."""

from resources.files.cells import clean_text, typed_text
from resources.problem import FieldProblem
from resources.wording import number

HEADING_MOST = 200
PARAGRAPH_MOST = 10_000
ALT_MOST = 1_000


def one_line(field: str, heading: str, text: str, *, most: int = HEADING_MOST, empty: str = "") -> str:
    """A text on one line, as it is kept. With `empty`, that sentence where nothing was entered."""
    line = clean_text(typed_text(text))
    if empty and not line:
        raise FieldProblem(field, f"{heading}: {empty}")
    _refuse_long(field, heading, line, most)
    return line


def several_lines(field: str, heading: str, text: str, *, empty: str = "") -> str:
    """A text whose lines stay; each paragraph of it up to the longest that people can follow."""
    told = clean_text(typed_text(text), keep_lines=True)
    if empty and not told:
        raise FieldProblem(field, f"{heading}: {empty}")
    for paragraph in told.split("\n"):
        _refuse_long(field, heading, paragraph, PARAGRAPH_MOST)
    return told


def _refuse_long(field: str, heading: str, text: str, most: int) -> None:
    if len(text) > most:
        raise FieldProblem(
            field,
            f"{heading}: {number(len(text))} signs were entered and up to {number(most)} are taken. Shorten it, or put "
            "the rest into a paragraph of its own.",
        )
