"""Citations: a person's own words, no longer than a minute, and nobody quoted who did not agree."""

import pytest

from awards.ceremony.citations import set_citation
from awards.nominations.citing import MOST_WORDS, not_quotable, quotable, words_in
from awards.nominations.entries import edit_entry
from awards.nominations.nominations import edit_nomination, nominations_of
from awards.vocabulary import Consent
from resources.database import history
from resources.problem import FieldProblem
from tests.awards.ceremony.conftest import Evening

QUOTED = "Ada built a hive with her behind the kitchen, and bees came."


def _agree(evening: Evening) -> None:
    for one in nominations_of(evening.db, evening.winner):
        edit_nomination(evening.db, one.id, publish_words=Consent.YES, publish_asked_on=evening.gala.today)


def test_a_citation_is_kept_and_taken_back(evening: Evening) -> None:
    made = set_citation(evening.db, evening.winner, "  Six years of patience, and a beehive. ")
    assert made.citation == "Six years of patience, and a beehive."
    assert history.next_undo(evening.db).action == "Wrote the citation of Ada Example"  # type: ignore[union-attr]
    assert set_citation(evening.db, evening.winner, "").citation == ""


def test_who_did_not_agree_is_not_quoted(evening: Evening) -> None:
    assert quotable(evening.db, evening.winner) == []
    assert len(not_quotable(evening.db, evening.winner)) == 2
    with pytest.raises(
        FieldProblem, match="“built a hive with her behind the kitchen” stands in a nomination"
    ):
        set_citation(evening.db, evening.winner, QUOTED)
    _agree(evening)
    assert len(quotable(evening.db, evening.winner)) == 2
    assert set_citation(evening.db, evening.winner, QUOTED).citation == QUOTED


def test_a_citation_is_read_out_in_a_minute(evening: Evening) -> None:
    assert words_in(set_citation(evening.db, evening.winner, "word " * MOST_WORDS).citation) == MOST_WORDS
    with pytest.raises(FieldProblem, match="Take out 1"):
        set_citation(evening.db, evening.winner, "word " * (MOST_WORDS + 1))


def test_who_does_not_wish_to_be_named_is_not_named(evening: Evening) -> None:
    day = evening.gala.today
    edit_entry(evening.db, evening.winner, publish_name=Consent.NO, publish_asked_on=day)
    with pytest.raises(
        FieldProblem, match="does not wish to be named in public, and the citation says “Ada”"
    ):
        set_citation(evening.db, evening.winner, "Ada’s patience.")
    assert set_citation(evening.db, evening.winner, "Patience.").citation == "Patience."
