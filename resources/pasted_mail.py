"""The text of an e-mail as it is pasted: its header lines, what its sender wrote, and the signature. Pure."""

import re
from collections.abc import Callable, Sequence

_QUOTED_FROM = re.compile(
    r"^[^\S\n]*(?:-{2,}\s*(?:original|forwarded) message|_{8,}|on .{4,120} wrote:|begin forwarded message"
    r"|from:\s.+\n\s*(?:sent|date|to):)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(r"^\s*(from|to|cc|sent|date|subject)\s*:\s*(.*)$", re.IGNORECASE)

_GREETING = re.compile(
    r"^(?:dear|hello|hi|hiya|hey|to whom it may concern|good (?:morning|afternoon|evening|day))\b[^.!?]{0,40}[,.!:]?$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"^(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many|very)?\s*(?:regards|wishes|thanks)"
    r"|thank you(?: (?:so|very) much)?|thanks(?: again)?|yours(?: (?:sincerely|faithfully|truly))?|sincerely|cheers"
    r"|kr|br|all the best|best)\s*[,.!]*$",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"^(?:sent from my\b.*|sent from (?:yahoo|outlook|mail)\b.*|get outlook for\b.*|\[?cid:.*|\[image\b.*"
    r"|image\d+\.\w+.*|caution:.*|\[?external\]?:.*|.*originated from outside.*|virus[- ]free\b.*|-- ?)$",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"^(?:.{0,40}\b(?:this (?:e-?mail|message)|the information (?:in|contained))\b.{0,120}"
    r"\b(?:confidential|intended|privileged|addressee|recipient)\b.*|disclaimer\b.*"
    r"|please consider the environment\b.*)$",
    re.IGNORECASE,
)


def own_words(text: str) -> tuple[dict[str, str], str]:
    """The header lines that were pasted along, and what the sender wrote, without what is quoted beneath it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip().split("\n")
    headers: dict[str, str] = {}
    first = 0
    while first < len(lines) and (match := _HEADER.match(lines[first])):
        headers[match[1].casefold()] = match[2].strip()
        first += 1
    body = "\n".join(lines[first:])
    quoted = _QUOTED_FROM.search(body)
    body = body[: quoted.start()] if quoted else body
    return headers, "\n".join(line for line in body.split("\n") if not line.lstrip().startswith(">")).strip()


def without_signature(
    text: str, goes_on: Callable[[Sequence[str]], bool] = lambda _lines: False
) -> tuple[list[str], list[str]]:
    """The lines of the text without its greeting, and those of the signature beneath its sign-off.

    What mail programs add is in neither. `goes_on` says whether lines beneath a “Thank you” are still the text.
    """
    kept = [line.rstrip() for line in text.split("\n") if not _ADDED.match(line.strip())]
    disclaimer = next((at for at, line in enumerate(kept) if _DISCLAIMER.match(line.strip())), len(kept))
    kept = kept[:disclaimer]
    ends = (at for at, line in enumerate(kept) if _SIGN_OFF.match(line.strip()))
    end = next((at for at in ends if not goes_on(kept[at + 1 :])), len(kept))
    body, signature = kept[:end], kept[end + 1 :]
    begins = (at for at, line in enumerate(body) if line.strip() and not _GREETING.match(line.strip()))
    body = body[next(begins, len(body)) :]
    while body and not body[-1].strip():
        body.pop()
    return body, [line.strip() for line in signature if line.strip()]
