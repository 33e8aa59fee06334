"""What is to be mended, as a table and in a sentence."""

from collections.abc import Sequence

from resources.report.committee.to_mend import ToMend, Weight
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of

WORDS = {Weight.STOPS: "Stops the report", Weight.LOOK: "To look at"}
COLUMNS = (
    Column("weight", "What it does", ColumnKind.STATUS, 140),
    Column("where", "Where", width=220),
    Column("words", "What is to be done", width=520),
)


def to_mend_table(found: Sequence[ToMend]) -> Table:
    """A row for each, in their order."""
    return Table(
        "What is to be mended", COLUMNS, [(WORDS[one.weight], one.where, one.words) for one in found]
    )


def to_mend_words(found: Sequence[ToMend]) -> str:
    """2 things stop the report and 1 thing is to be looked at."""
    stops = sum(one.weight is Weight.STOPS for one in found)
    told = []
    if stops:
        told.append(f"{count_of(stops, 'thing')} {'stops' if stops == 1 else 'stop'} the report")
    if look := len(found) - stops:
        told.append(f"{count_of(look, 'thing is', 'things are')} to be looked at")
    return " and ".join(told) or "nothing is to be mended"
