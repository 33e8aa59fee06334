"""Words that people gave in confidence or that say why something is exempt: no public document repeats them."""

from collections.abc import Iterator

from awards.nominations.nominations import statements_withheld
from engagement.forums.feedback.comments import withheld_words
from engagement.good_practice.practices import practices
from engagement.good_practice.sections import published_practices
from engagement.register.populations import reasons_held
from resources.database import Database
from resources.report.gate.known import HeldBack
from workforce.funding.projects.quotes import words_withheld
from workforce.iwork.figures.held_words import iwork_words
from workforce.survey.coding.not_quoted import unquoted_words


def held_back(db: Database, vault: Database | None) -> Iterator[HeldBack]:
    """All of them, of every capability; those of the register of i-Work while it is open."""
    yield from (HeldBack(text, "why a contract is not in good standing") for text in reasons_held(db))
    yield from (HeldBack(text, "a comment that may not be published") for text in withheld_words(db))
    published = {one.what for one in published_practices(db)}
    for practice in practices(db, archived=True):
        if practice.what not in published:
            yield HeldBack(practice.what, "good practice that may not be published")
    yield from (HeldBack(text, "a nomination that may not be published") for text in statements_withheld(db))
    yield from (HeldBack(text, "words that may not be quoted") for text in words_withheld(db))
    yield from (
        HeldBack(text, "an answer to the survey that may not be quoted") for text in unquoted_words(db)
    )
    if vault is not None:
        yield from (
            HeldBack(text, "words about somebody on the i-Work register") for text in iwork_words(vault)
        )
