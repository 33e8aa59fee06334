"""What Home says of the ceremony; nobody is named there."""

from awards.ceremony.attention import ceremony_attention
from awards.ceremony.citations import set_citation
from awards.ceremony.gathering import GuestsFrom, gather_guests
from awards.ceremony.running_order import make_running_order
from awards.ceremony.script import script
from awards.nominations.entries import edit_entry
from awards.nominations.nominations import edit_nomination, nominations_of
from awards.vocabulary import Consent, RoundPhase
from resources.report.blocks import Bullets
from tests.awards.ceremony.conftest import Evening


def test_citations_consents_and_guests_until_the_announcement(evening: Evening) -> None:
    gather_guests(evening.db, evening.round_id, [GuestsFrom.FINALISTS])
    evening.gala.at(RoundPhase.DECIDE)
    lines = ceremony_attention(evening.db, evening.gala.round)
    assert [line.what for line in lines] == [
        "3 guests of Proud to Care 2026 have not been asked yet",
        "2 citations of Proud to Care 2026 not written yet",
        "2 nominees of Proud to Care 2026 not asked about name or photographs",
    ]
    assert not any("Ada" in f"{line.what} {line.detail}" for line in lines)
    for key in (evening.winner, evening.commended):
        set_citation(evening.db, key, "Patience.")
        day = evening.gala.today
        edit_entry(
            evening.db,
            key,
            publish_name=Consent.YES,
            publish_asked_on=day,
            photo=Consent.NO,
            photo_asked_on=day,
        )
    assert len(ceremony_attention(evening.db, evening.gala.round)) == 1
    evening.announce()
    assert ceremony_attention(evening.db, evening.gala.round) == []


def test_a_citation_that_may_not_be_quoted_any_more_is_told_after_the_announcement_too(
    evening: Evening,
) -> None:
    voices, day = nominations_of(evening.db, evening.winner), evening.gala.today
    for one in voices:
        edit_nomination(evening.db, one.id, publish_words=Consent.YES, publish_asked_on=day)
    set_citation(evening.db, evening.winner, "She built a hive with her behind the kitchen.")
    evening.announce()
    assert ceremony_attention(evening.db, evening.gala.round) == []
    edit_nomination(evening.db, voices[0].id, publish_words=Consent.NO, publish_asked_on=day)
    (line,) = ceremony_attention(evening.db, evening.gala.round)
    assert line.what == "1 citation of Proud to Care 2026 quotes somebody who has not agreed to be quoted"
    make_running_order(evening.db, evening.round_id)
    report = script(evening.db, evening.round_id, today=day)
    told = [one for block in report.blocks if isinstance(block, Bullets) for one in block.items]
    assert any("The citation quotes somebody" in one for one in told)
