"""Names of categories where there is little room: the seven begin alike, and differ only further on."""

from resources.tables import Column
from resources.wording import without_lead

LEADS = ("Proud to be a ", "Proud to be ", "Proud to ")


def short_category(name: str) -> str:
    """“Learning and Development Champion”: for a card on screen; papers and answers have the exact name."""
    return without_lead(name, LEADS)


def category_column(heading: str = "Category", *, width: int = 264) -> Column:
    """A column of categories beside what they are the category of."""
    return Column("category", heading, width=width, leads=LEADS)
