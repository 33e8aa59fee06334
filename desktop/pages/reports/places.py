"""Which block of a report is meant by words such as “paragraph 12” or “Table 3”. Pure."""

import re

from resources.report.blocks import Heading, Report, public_places
from resources.report.committee.numbering import Numbers, numbers

_NUMBERED = re.compile(r"\b(paragraph|table|figure) (\d+(?:\.\d+)?)", re.IGNORECASE)
_QUOTED = re.compile(r"heading “([^”]+)”", re.IGNORECASE)


def place_of_words(report: Report, where: str) -> int | None:
    """The place of the block in the report, by the numbers of the public document; None where no words tell."""
    named = _QUOTED.search(where)
    if named is not None:
        found = [
            at for at, one in enumerate(report.blocks) if isinstance(one, Heading) and one.text == named[1]
        ]
        if found:
            return found[0]
    told = _NUMBERED.search(where)
    if told is None:
        return None
    kind, number = told[1].casefold(), told[2]
    counted = numbers(report)
    return next((at for at in public_places(report.blocks) if _is(counted[at], kind, number)), None)


def _is(one: Numbers, kind: str, number: str) -> bool:
    if kind == "paragraph":
        return one.label.rstrip(".") == number
    return str(one.table if kind == "table" else one.figure) == number
