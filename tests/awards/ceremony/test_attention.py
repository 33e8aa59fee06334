"""What Home says of the ceremony; nobody is named there."""

from awards.ceremony.attention import ceremony_attention
from awards.ceremony.citations import set_citation
from awards.ceremony.gathering import GuestsFrom, gather_guests
from awards.nominations.entries import edit_entry
from awards.vocabulary import Consent, RoundPhase
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
