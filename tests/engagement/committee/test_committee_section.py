"""What became of recommendations, as the next report tells it."""

from datetime import date

import pytest

from engagement.committee import recommendations as asks
from engagement.committee import reports
from engagement.committee.committee_section import RECORD, recommendations_before
from engagement.committee.meetings import CommitteeMeeting
from engagement.committee.reports import CommitteeReport
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import Database
from resources.report.blocks import Heading, Paragraph, TableBlock
from resources.report.committee.section import Ask, NothingToTell, Section
from resources.spans import Span

TODAY = date(2019, 12, 1)
SPAN = Span(date(2019, 7, 1), date(2019, 9, 30))
AGREED, NOT_AGREED = RecommendationOutcome.AGREED, RecommendationOutcome.NOT_AGREED


@pytest.fixture
def four(db: Database, held: CommitteeReport) -> list[str]:
    keys = [asks.add_recommendation(db, held.id, f"Members agree point {n}.").id for n in (1, 2, 3, 4)]
    for key, outcome in zip(keys[:3], (AGREED, AGREED, NOT_AGREED), strict=True):
        asks.decide(db, key, outcome, today=TODAY)
    asks.note_step(
        db, keys[0], "Letters were sent.", on=date(2019, 9, 20), progress=Progress.DONE, today=TODAY
    )
    return keys


def _ask(db: Database, to: CommitteeMeeting, **more: object) -> Ask:
    given: dict[str, object] = {
        "db": db, "vault": None, "span": SPAN, "since": date(2019, 6, 30), "today": TODAY,
        "committee": to.committee, "meets_on": to.meets_on, **more,
    }  # fmt: skip
    return Ask(**given)  # type: ignore[arg-type]


def _said(section: Section) -> dict[str, str]:
    return {one.key: one.text for one in section.blocks if isinstance(one, Paragraph)}


def test_its_sentences_add_up(db: Database, four: list[str], december: CommitteeMeeting) -> None:
    section = recommendations_before(_ask(db, december))
    assert isinstance(section.blocks[0], Heading)
    assert _said(section) == {
        "made": (
            "This section follows up 4 recommendations that were made at the meeting of 9 September 2019."
        ),
        "decided": ("Of these, 2 were agreed, 1 was not agreed and no decision is kept for 1 yet."),
        "progress": "Of the 2 that members agreed, 1 is done and 1 is not started.",
    }
    assert section.as_at == "30 September 2019"


def test_each_figure_opens_its_rows(db: Database, four: list[str], december: CommitteeMeeting) -> None:
    section = recommendations_before(_ask(db, december))
    figures = [one for block in section.blocks if isinstance(block, Paragraph) for one in block.figures]
    assert len(figures) == 7
    for one in figures:
        assert one.value == len(section.rows[one.rows]().rows)
    assert [row[0] for row in section.rows["not_agreed"]().rows] == ["Members agree point 3."]


def test_its_table_says_what_was_done(db: Database, four: list[str], december: CommitteeMeeting) -> None:
    section = recommendations_before(_ask(db, december))
    table = section.blocks[-1]
    assert isinstance(table, TableBlock)
    assert table.table.rows[0] == (
        "2019-09-09", "1) Members agree point 1.", "Agreed", "Done", "20 September 2019: Letters were sent.",
    )  # fmt: skip
    assert table.table.rows[2][2:4] == ("Not agreed", "")


def test_what_was_done_after_the_period_is_for_the_next(
    db: Database, four: list[str], december: CommitteeMeeting
) -> None:
    asks.note_step(db, four[1], "Begun.", on=date(2019, 10, 1), progress=Progress.UNDER_WAY, today=TODAY)
    asks.decide(db, four[3], AGREED, on=date(2019, 10, 2), today=TODAY)
    said = _said(recommendations_before(_ask(db, december)))
    assert "1 is not started" in said["progress"]
    assert "no decision is kept for 1" in said["decided"]


def test_what_was_dealt_with_before_is_not_told_again(
    db: Database, held: CommitteeReport, december: CommitteeMeeting
) -> None:
    key = asks.add_recommendation(db, held.id, "Members agree.").id
    asks.decide(db, key, NOT_AGREED, today=TODAY)
    later = Span(date(2019, 10, 1), date(2019, 11, 30))
    section = recommendations_before(_ask(db, december, span=later, since=date(2019, 9, 30)))
    assert _said(section) == {
        "none": (
            "The 1 recommendation made up to 30 November 2019 was dealt with before the last report, and it has not "
            "changed since."
        )
    }


@pytest.mark.parametrize(("which", "count"), [("open", 2), ("last", 1), ("all", 5)])
def test_which_are_told_can_be_chosen(
    db: Database, four: list[str], december: CommitteeMeeting, which: str, count: int
) -> None:
    made = reports.begin_report(db, "Between", december.id, Span(date(2019, 10, 1), date(2019, 11, 30)))
    asks.add_recommendation(db, made.id, "Members agree.")
    asks.note_step(db, four[1], "Dropped.", on=date(2019, 10, 1), progress=Progress.NOT_PURSUED, today=TODAY)
    section = recommendations_before(
        _ask(
            db, december, span=Span(date(2020, 1, 1), date(2020, 3, 31)), since=date(2019, 12, 31),
            meets_on=date(2020, 3, 9), options={"which": which},
        )
    )  # fmt: skip
    assert len(section.rows["made"]().rows) == count


def test_without_any_it_says_what_would_bring_it(db: Database, december: CommitteeMeeting) -> None:
    with pytest.raises(NothingToTell) as nothing:
        recommendations_before(_ask(db, december))
    assert nothing.value.sentence == (
        "No recommendation to the Adult Social Care and Public Health Committee is kept from meetings up to "
        "30 September 2019. Add the report that made some, or take this section out of the outline."
    )


def test_its_choice_begins_with_what_is_open(db: Database, december: CommitteeMeeting) -> None:
    (choice,) = RECORD.choices(_ask(db, december))
    assert next(iter(choice.values)) == "open"
