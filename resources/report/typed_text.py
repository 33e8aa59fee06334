"""What somebody typed into one field, as blocks: paragraphs at blank lines, lists where lines begin with a dash."""

import re

from resources.report.blocks import Bullets, Paragraph
from resources.report.exemption import Exemption

_ITEM = re.compile(r"\s*(?:[•*·‣▪\uf0b7–-])\s+(.*)")


def blocks_of(
    text: str, *, numbered: bool = True, exempt: Exemption | None = None
) -> tuple[Paragraph | Bullets, ...]:
    """Paragraphs and lists in their order; a paragraph with a list beneath it stays on the page of the list.

    A line end within a paragraph stays as it is typed.
    """
    blocks: list[Paragraph | Bullets] = []
    for group in _groups(text):
        if isinstance(group, tuple):
            if blocks and isinstance(blocks[-1], Paragraph):
                blocks[-1] = Paragraph(blocks[-1].text, numbered=numbered, leads=True, exempt=exempt)
            blocks.append(Bullets(group, exempt=exempt))
        else:
            blocks.append(Paragraph(group, numbered=numbered, exempt=exempt))
    return tuple(blocks)


def lines_of(text: str) -> tuple[str, ...]:
    """The items of a list, a line each, without the dashes that somebody may have typed before them."""
    lines = (_ITEM.fullmatch(line) or line for line in text.splitlines())
    texts = (line.strip() if isinstance(line, str) else line[1].strip() for line in lines)
    return tuple(line for line in texts if line)


def _groups(text: str) -> list[str | tuple[str, ...]]:
    """Paragraphs as text, lists as tuples of their items."""
    groups: list[str | tuple[str, ...]] = []
    is_open = False  # whether the next line goes on with the group before it
    for line in text.splitlines():
        item = _ITEM.fullmatch(line)
        last = groups[-1] if groups else ""
        if not line.strip():
            is_open = False
        elif item:
            if isinstance(last, tuple):  # blank lines between its items do not end a list
                groups[-1] = (*last, item[1].strip())
            else:
                groups.append((item[1].strip(),))
            is_open = False
        elif is_open and isinstance(last, str):
            groups[-1] = f"{last}\n{line.strip()}"
        else:
            groups.append(line.strip())
            is_open = True
    return groups
