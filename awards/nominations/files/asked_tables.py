"""What is to be decided of a file of nominations, as tables for the command line."""

from collections.abc import Mapping

from awards.exempt import EXEMPTION
from awards.nominations.files.checked import Checked
from resources.files.forms.preview import LINE
from resources.tables import Column, Table

_SEVERAL = (
    LINE,
    Column("said", "Answer", width=240),
    Column("apart", "They would be", width=240),
    Column("taken", "Taken", width=80),
)
_PLACES = (
    Column("told", "Told", width=220),
    Column("taken", "Taken", width=200),
    Column("like", "May be", width=320),
)
_WORDS = (Column("told", "Told", width=240), Column("like", "May be", width=400))
_JOINS = (
    LINE,
    Column("nominee", "Nominee", width=160),
    Column("other", "And", width=200),
    Column("why", "In doubt because", width=260),
    Column("taken", "Taken as", width=120),
)


def asked_tables(found: Checked, categories: Mapping[str, str]) -> list[Table]:
    """A table for each kind of question that there is; `categories` are names by key."""
    tables = (_several(found), _places(found), _words(found, categories), _joins(found))
    return [one for one in tables if one.rows]


def _several(found: Checked) -> Table:
    rows = [
        (
            one.line, " ".join(one.said.split()), " · ".join(each.name for each in one.found.apart),
            "Apart" if one.apart else "As one",
        )
        for one in found.asked.several
    ]  # fmt: skip
    return Table("Answers that may name several nominees", _SEVERAL, rows, exempt=EXEMPTION)


def _places(found: Checked) -> Table:
    rows = [
        (
            one.told.asked_words,
            one.words,
            "; ".join(f"{each.name} ({each.detail})" for each in one.match.candidates),
        )
        for one in found.asked.places
    ]
    return Table("Homes and services to be tied", _PLACES, rows, exempt=EXEMPTION)


def _words(found: Checked, categories: Mapping[str, str]) -> Table:
    rows = [
        (said, "; ".join(categories.get(key, "") for key in like))
        for said, like in found.asked.categories.items()
    ]
    return Table("Words that are no category", _WORDS, rows)


def _joins(found: Checked) -> Table:
    """Those in doubt; where name, category and place agree nothing is asked."""
    rows = [
        (one.line, one.nominee, one.other, one.reason, "Another voice" if one.same else "Somebody else")
        for one in found.asked.joins
        if one.reason
    ]
    return Table("Nominees of one name", _JOINS, rows, exempt=EXEMPTION)
