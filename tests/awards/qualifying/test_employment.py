"""Whether a nominee is still employed: asked, and of whom."""

from datetime import timedelta

import pytest

from awards.nominations.entries import entry
from awards.qualifying.employment import employed_words, record_employed
from resources.problem import FieldProblem, Problem
from tests.awards.gala import TODAY, Gala


@pytest.mark.parametrize("answer", [True, False, None])
def test_the_answer_is_kept_with_the_day_and_who_was_asked(gala: Gala, answer: bool | None) -> None:
    ada = gala.nominate()
    record_employed(gala.db, ada.id, answer, asked_on=TODAY, asked_of=" Max Manager ", today=TODAY)
    held = entry(gala.db, ada.id)
    assert (held.employed, held.employed_asked_on, held.employed_asked_of) == (answer, TODAY, "Max Manager")


def test_who_was_asked_is_needed_and_the_day_has_come(gala: Gala) -> None:
    ada = gala.nominate()
    with pytest.raises(FieldProblem, match="Who was asked"):
        record_employed(gala.db, ada.id, True, asked_on=TODAY, asked_of="", today=TODAY)
    with pytest.raises(FieldProblem, match="lies ahead"):
        record_employed(
            gala.db, ada.id, True, asked_on=TODAY + timedelta(days=1), asked_of="Max Manager", today=TODAY
        )


def test_somebody_grouped_with_another_is_noted_there(gala: Gala) -> None:
    ada, ben = gala.nominate(), gala.nominate("Ada Exampel")
    from awards.nominations.grouping import group

    group(gala.db, ada.id, [ben.id], now=gala.now)
    with pytest.raises(Problem, match="grouped with another"):
        record_employed(gala.db, ben.id, True, asked_on=TODAY, asked_of="Max Manager", today=TODAY)
    with pytest.raises(LookupError):
        record_employed(gala.db, "nobody", True, asked_on=TODAY, asked_of="Max Manager", today=TODAY)


def test_in_words() -> None:
    words = [employed_words(*each) for each in ((True, TODAY), (False, TODAY), (None, TODAY), (None, None))]
    assert words == ["Yes", "No", "Asked, not answered", "Not asked"]
