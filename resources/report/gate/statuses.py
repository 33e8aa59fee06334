"""Words by which a report tells an exempt status of a contract, and those of which only the same words are said.

What is doubtful is a status: only where something else is plainly what was suspended (visiting, staff, a ceiling) is it
none.
"""

import re
from collections.abc import Iterator

STATUSES = {
    "suspended": r"suspen[ds]\w*|embargo\w*|contract(?:ual)? (?:action|default|sanctions?)|in default",
    "terminated": (
        r"terminat\w+|(?:end(?:s|ed)?|cancel(?:s|led)?|withdr[ae]w[ns]?) (?:\w+ )?contracts? with"
        r"|contracts? (?:\w+ ){0,3}?(?:was|were|has been|have been|is|are) (?:ended|cancelled|withdrawn)"
        r"|los(?:t|es|ing) (?:its|their|the|a) contracts?"
    ),
    "improvement_notice": r"(?:improvement|breach) notices?|notices? of (?:improvement|breach)",
}
_STATUS = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in STATUSES.items()), re.IGNORECASE
)
_PLACEMENTS = re.compile(
    r"(?P<suspended>\b(?:placements? (?:is|are|was|were|has|have|had) (?:been |being )?(?:stopped|paused|frozen|halted)"
    r"|placements?(?= (?:\w+ ){0,14}?(?:stopped|paused|frozen|halted|ceased|on hold)\b)"
    r"|(?:stop|paus|freez|froz|halt|ceas)\w* (?:\w+ ){0,2}?(?:placements?|placing))\b)",
    re.IGNORECASE,
)
"""What a suspension is: the council places nobody there."""
_ADMISSIONS = re.compile(
    r"(?P<suspended>\b(?:admissions?(?= (?:\w+ ){0,14}?(?:stopped|paused|frozen|halted|closed|on hold)\b)"
    r"|(?:stop|paus|freez|froz|halt)\w* (?:\w+ ){0,2}?(?:admissions?|admitting)"
    r"|closed to (?:all |any )?(?:new )?(?:admissions?|placements?|referrals?|residents|people)"
    r"|not (?:taking|admitting|accepting) (?:on )?(?:any(?:body|one) )?(?:any )?new\b(?: \w+)?)\b)",
    re.IGNORECASE,
)
"""What a suspension may be, and what a home does for reasons of its own."""
_OTHER_REASONS = re.compile(
    r"\b(?:norovirus|flu|influenza|covid\S*|coronavirus|scabies|outbreaks?|infections?|flood\w*|fire|building work)",
    re.IGNORECASE,
)
_COUNTS = (
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|most|both|all"
)
_BEFORE = (
    rf"(?:(?:{_COUNTS}|the|an?|any|its|their|our|new|indoor|outdoor|routine|planned|senior|agency|care|night|day|"
    r"members? of)\s+)*"
)
_ANOTHER = (
    r"(?:visit(?:s|ing|ors?)?|staff|managers?|nurses?|carers?|workers?|employees?|volunteers?|drivers?|activit(?:y|ies)|"
    r"outings?|trips?|classes|lessons|meetings?|tours?|employment|tenanc(?:y|ies)|leases?|elections?|"
    r"(?:bus|train|tram|meal|lunch|library|laundry|transport) (?:\w+ )?(?:service|route|line|club)s?(?: \d+)?)"
)
_PHRASE = (
    r"(?:\s+(?:at|in|of|from|for|to|with|by|between)\s+"
    r"(?:(?!\b(?:and|which|who|whose|that|where|while|is|are|was|were|has|have|had)\b)[^.;:,!?()])*?)?"
)
_SUBJECT = re.compile(
    rf"(?:^|[.;:!?(,]|\b(?:because|while|although|but)\b)\s*{_BEFORE}{_ANOTHER}{_PHRASE}"
    r"\s+(?:(?:is|are|was|were|has|have|had|be|been|being|not|also|\w+ly)\s+)+$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    rf"\s+(?:ceilings?|floors?|sentences?|animation|timbers?|lamps?|solids|{_BEFORE}{_ANOTHER})\b(?!-)"
    rf"|\s+of\s+{_BEFORE}{_ANOTHER}\b(?!-)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def statuses_in(text: str, *, doubtful: bool = False) -> Iterator[tuple[re.Match[str], str]]:
    """Each place where a text tells a status, and which; `doubtful` are those that may be something else."""
    has_reason = bool(_OTHER_REASONS.search(text))
    if doubtful:
        patterns = (_ADMISSIONS, _PLACEMENTS) if has_reason else (_ADMISSIONS,)
    else:
        patterns = (_STATUS,) if has_reason else (_STATUS, _PLACEMENTS)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not _is_of_another(text, match):
                yield match, match.lastgroup or ""


def _is_of_another(text: str, match: re.Match[str]) -> bool:
    """Whether visiting, staff or a ceiling was suspended and no contract: “visiting was suspended in one home”."""
    if _SUBJECT.search(text[: match.start()]):
        return True
    return bool(_OBJECT.match(text, match.end())) and not _PASSIVE.search(text[: match.start()])
