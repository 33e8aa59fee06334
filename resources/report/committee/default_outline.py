"""What a new report has in it until somebody chooses."""

from resources.report.committee.outline import Item, ItemKind, Style

SECTIONS = (
    "market",
    "inspections",
    "outstanding",
    "suspensions",
    "good_practice",
    "forums",
    "feedback",
    "awards",
    "survey",
    "funds",
    "packages",
    "projects",
    "iwork",
    "recommendations_before",
)
"""Every section, in the order of a quarterly report."""


_CHOSEN = dict.fromkeys(Style, SECTIONS)  # both councils tell the same, in the same order


def items(style: Style) -> tuple[Item, ...]:
    """A line for each section; its key is the section's until it is kept."""
    return tuple(Item(key, ItemKind.SECTION, section=key) for key in _CHOSEN[style])
