"""Rows of the register as lines that the person whom they are about can read, for what is given to them."""

from collections.abc import Callable, Mapping, Sequence

Told = Mapping[str, str]
"""What stands in each column of a row that holds something, in words."""

EAST, NORTH = "Place of the postcode, metres east", "Place of the postcode, metres north"
PLACE = "Where the postcode is on the map, to work out how far away a job is"


def line_of(table: str, told: Told) -> str | None:
    """A row in one line; None where its facts are told one by one."""
    made = _LINES.get(table)
    return None if made is None else made(told)


def _step(told: Told) -> str:
    begun = f"from {told['from_stage']} " if "from_stage" in told else ""
    by = f", written down by {told['by']}" if "by" in told else ""
    return _with_words(
        f"{told.get('done_on', '')}: {begun}to {told.get('to_stage', '')} in {told.get('placement_id', '')}{by}",
        told,
    )


def _time(told: Told) -> str:
    return f"{told.get('weekday', '')}, {told.get('from_minute', '')} to {told.get('until_minute', '')}"


def _pay(told: Told) -> str:
    pay = f" at {told['pence_hour']} an hour" if "pence_hour" in told else ", pay not known"
    return (
        f"From {told.get('from_on', '')} in {told.get('placement_id', '')}: "
        f"{told.get('minutes_week', '')} a week{pay}"
    )


def _look(told: Told) -> str:
    return _with_words(
        f"{told.get('done_on', '')}, by {told.get('by', '')}: to be looked at again by {told.get('next_on', '')}, and "
        f"kept until {told.get('delete_by', '')}",
        told,
    )


def _with_words(line: str, told: Told) -> str:
    return f"{line}. “{told['words']}”" if "words" in told else line


_LINES: Mapping[str, Callable[[Told], str]] = {
    "placement_step": _step,
    "availability": _time,
    "pay_period": _pay,
    "person_review": _look,
}
LINED = tuple(_LINES)
"""Tables whose rows are told in one line."""


def in_one_line(facts: Sequence[str]) -> str:
    """“Kind: Forum” and the like, each ended by a full stop; what has sentences of its own stands in quotes."""
    return " ".join(f"{_quoted(one)}." for one in facts)


def _quoted(fact: str) -> str:
    heading, parted, words = fact.partition(": ")
    inside = words.rstrip(".")
    if parted and any(mark in inside for mark in (". ", ";", "\n")):
        return f"{heading}: “{words}”"
    return fact.rstrip(".")


def with_one_place(facts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The two numbers of a postcode’s place as one fact that says what it is for."""
    numbers = dict(facts)
    told = [
        f"{numbers[one]} metres {way}" for one, way in ((EAST, "east"), (NORTH, "north")) if one in numbers
    ]
    made: list[tuple[str, str]] = []
    for heading, words in facts:
        if heading not in (EAST, NORTH):
            made.append((heading, words))
        elif told:
            made.append((PLACE, ", ".join(told)))
            told = []
    return tuple(made)
