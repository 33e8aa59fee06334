"""The text of an e-mail as it is pasted: its header lines, and what its sender wrote. Pure."""

import re

_QUOTED_FROM = re.compile(
    r"^\s*(?:-{2,}\s*(?:original|forwarded) message|_{8,}|on .{4,120} wrote:|begin forwarded message"
    r"|from:\s.+\n\s*(?:sent|date|to):)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(r"^\s*(from|to|cc|sent|date|subject)\s*:\s*(.*)$", re.IGNORECASE)


def own_words(text: str) -> tuple[dict[str, str], str]:
    """The header lines that were pasted along, and what the sender wrote, without what is quoted beneath it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").lstrip().split("\n")
    headers: dict[str, str] = {}
    while lines and (match := _HEADER.match(lines[0])):
        headers[match[1].casefold()] = match[2].strip()
        lines.pop(0)
    body = "\n".join(lines)
    quoted = _QUOTED_FROM.search(body)
    body = body[: quoted.start()] if quoted else body
    return headers, "\n".join(line for line in body.split("\n") if not line.lstrip().startswith(">")).strip()
