"""Told sentences as the blocks of a section."""

from collections.abc import Sequence

from resources.report.blocks import Bullets, Paragraph
from resources.report.exemption import Exemption
from resources.report.told import Told, joined


def paragraph(told: Told, *, leads: bool = False, exempt: Exemption | None = None) -> Paragraph:
    """A numbered paragraph; one that `leads` stays on the page of what follows it."""
    return Paragraph(told.text, numbered=True, leads=leads, key=told.key, figures=told.figures, exempt=exempt)


def bullets(key: str, items: Sequence[Told], *, exempt: Exemption | None = None) -> Bullets:
    """A list of sentences with a key of its own; figures keep their sentence's name before their own."""
    return Bullets(tuple(one.text for one in items), key, joined(key, tuple(items)).figures, exempt=exempt)
