"""What stands in a section, as plain text."""

from resources.report.blocks import Bullets, Paragraph
from resources.report.committee.section import Section


def said(section: Section) -> dict[str, str]:
    """The public paragraphs and lists by key; the lines of a list one beneath the other."""
    return {
        block.key: block.text if isinstance(block, Paragraph) else "\n".join(block.items)
        for block in section.blocks
        if isinstance(block, (Paragraph, Bullets)) and block.exempt is None
    }


def figures(section: Section) -> dict[str, tuple[str, float | None, int | None, str]]:
    """Every figure by its name."""
    return {
        one.name: (one.words, one.value, one.base, one.rows)
        for block in section.blocks
        if isinstance(block, (Paragraph, Bullets))
        for one in block.figures
    }
