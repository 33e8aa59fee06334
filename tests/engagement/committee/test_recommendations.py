"""What members were asked, what they decided and what became of it."""

from datetime import date

import pytest

from engagement.committee import recommendations as asks
from engagement.committee import reports
from engagement.committee.meetings import CommitteeMeeting, add_meeting
from engagement.committee.recommendations import Recommendation
from engagement.committee.reports import CommitteeReport
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from resources.spans import Span

TODAY = date(2019, 12, 1)
MET = date(2019, 9, 9)


@pytest.fixture
def asked(db: Database, held: CommitteeReport) -> Recommendation:
    return asks.add_recommendation(db, held.id, "Members note the progress.")


def _texts(db: Database, held: CommitteeReport) -> list[tuple[int, str]]:
    return [(one.place, one.text) for one in asks.recommendations_of(db, held.id)]


def test_they_are_numbered_in_their_order(db: Database, held: CommitteeReport, asked: Recommendation) -> None:
    second = asks.add_recommendation(db, held.id, "Members agree to a further report.")
    asks.move_recommendation(db, second.id, -1)
    assert _texts(db, held) == [(1, second.text), (2, asked.text)]
    asks.remove_recommendation(db, second.id)
    assert _texts(db, held) == [(1, asked.text)]
    with pytest.raises(LookupError):
        asks.recommendation(db, second.id)


def test_one_without_words_is_refused(db: Database, held: CommitteeReport) -> None:
    with pytest.raises(FieldProblem, match="nothing was entered"):
        asks.add_recommendation(db, held.id, " ")


def test_members_decide_at_their_meeting(db: Database, asked: Recommendation) -> None:
    made = asks.decide(db, asked.id, RecommendationOutcome.AGREED, today=TODAY)
    assert (made.outcome, made.decided_on) == (RecommendationOutcome.AGREED, MET)


def test_a_decision_is_not_made_ahead(db: Database, asked: Recommendation) -> None:
    with pytest.raises(FieldProblem) as refused:
        asks.decide(db, asked.id, RecommendationOutcome.AGREED, today=date(2019, 9, 8))
    assert refused.value.field == "on"


def test_what_was_amended_says_how(db: Database, asked: Recommendation) -> None:
    with pytest.raises(FieldProblem, match="how members amended it"):
        asks.decide(db, asked.id, RecommendationOutcome.AMENDED, today=TODAY)
    made = asks.decide(db, asked.id, RecommendationOutcome.AMENDED, words="Every six months.", today=TODAY)
    assert made.decision == "Every six months."


def test_what_was_decided_keeps_its_words(db: Database, asked: Recommendation) -> None:
    asks.decide(db, asked.id, RecommendationOutcome.DEFERRED, today=TODAY)
    with pytest.raises(Problem, match=r"was decided \(deferred\), so it cannot be put in other words"):
        asks.edit_recommendation(db, asked.id, "Something else.")
    with pytest.raises(Problem, match="cannot be taken out"):
        asks.remove_recommendation(db, asked.id)
    taken_back = asks.decide(db, asked.id, RecommendationOutcome.NOT_DECIDED, today=TODAY)
    assert (taken_back.decided_on, taken_back.decision) == (None, "")
    assert asks.edit_recommendation(db, asked.id, "Something else.").text == "Something else."


def test_the_progress_is_that_of_the_last_day(db: Database, asked: Recommendation) -> None:
    asks.note_step(db, asked.id, "Finished.", on=date(2019, 11, 1), progress=Progress.DONE, today=TODAY)
    begun = asks.note_step(
        db, asked.id, "Begun.", on=date(2019, 10, 1), progress=Progress.UNDER_WAY, today=TODAY
    )
    assert asks.recommendation(db, asked.id).progress is Progress.DONE
    assert [one.text for one in asks.steps_of(db, asked.id)] == ["Begun.", "Finished."]
    asks.edit_step(
        db, begun.id, "Begun again.", on=date(2019, 11, 2), progress=Progress.UNDER_WAY, today=TODAY
    )
    assert asks.recommendation(db, asked.id).progress is Progress.UNDER_WAY
    asks.remove_step(db, begun.id)
    assert asks.recommendation(db, asked.id).progress is Progress.DONE
    history.undo(db)
    assert asks.recommendation(db, asked.id).progress is Progress.UNDER_WAY


def test_what_was_done_lies_behind_us(db: Database, asked: Recommendation) -> None:
    with pytest.raises(FieldProblem):
        asks.note_step(db, asked.id, "Soon.", on=date(2019, 12, 2), progress=Progress.UNDER_WAY, today=TODAY)


def test_one_with_steps_is_not_taken_out(db: Database, asked: Recommendation) -> None:
    asks.note_step(db, asked.id, "Begun.", on=MET, progress=Progress.UNDER_WAY, today=TODAY)
    with pytest.raises(Problem, match="has steps noted"):
        asks.remove_recommendation(db, asked.id)


def test_those_made_before_a_meeting_of_the_same_committee(
    db: Database, held: CommitteeReport, asked: Recommendation, december: CommitteeMeeting
) -> None:
    elsewhere = add_meeting(db, "Cabinet", date(2019, 10, 1))
    span = Span(date(2019, 7, 1), date(2019, 9, 30))
    other = reports.begin_report(db, "To cabinet", elsewhere.id, span)
    asks.add_recommendation(db, other.id, "Cabinet agrees.")
    this = reports.begin_report(db, "The next", december.id, span)
    asks.add_recommendation(db, this.id, "Members agree.")
    noted = asks.note_step(db, asked.id, "Begun.", on=MET, progress=Progress.UNDER_WAY, today=TODAY)
    (found,) = asks.made_before(db, december.committee, december.meets_on)
    assert asks.made_before(db, december.committee.lower(), december.meets_on) == [found]
    assert (found.title, found.committee, found.meets_on) == (held.title, december.committee, MET)
    assert found.recommendation == asks.recommendation(db, asked.id)
    assert found.steps == (noted,)
    assert [one.meets_on for one in asks.made_before(db)] == [december.meets_on, elsewhere.meets_on, MET]
    reports.archive_report(db, held.id, today=TODAY)
    assert asks.made_before(db, december.committee, december.meets_on) == []
    assert len(asks.made_before(db, december.committee, december.meets_on, archived=True)) == 1


@pytest.mark.parametrize(
    ("outcome", "progress", "is_open"),
    [
        (RecommendationOutcome.NOT_DECIDED, Progress.NOT_STARTED, True),
        (RecommendationOutcome.DEFERRED, Progress.NOT_STARTED, True),
        (RecommendationOutcome.NOT_AGREED, Progress.NOT_STARTED, False),
        (RecommendationOutcome.AGREED, Progress.UNDER_WAY, True),
        (RecommendationOutcome.AMENDED, Progress.DONE, False),
        (RecommendationOutcome.AGREED, Progress.NOT_PURSUED, False),
    ],
    ids=lambda word: word.value if isinstance(word, RecommendationOutcome | Progress) else None,
)
def test_what_is_still_open(outcome: RecommendationOutcome, progress: Progress, is_open: bool) -> None:
    one = Recommendation("a", "b", 1, "Words.", outcome, None, "", progress)
    assert asks.MadeBefore(one, "Report", "Committee", MET).is_open is is_open
