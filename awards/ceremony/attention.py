"""What about the ceremony wants doing: guests not asked, citations not written, consents not asked for."""

from awards.ceremony.counts import count
from awards.ceremony.guests import guests
from awards.ceremony.people import finalists
from awards.nominations.citing import quoted_unasked
from awards.rounds.rounds import AwardRound
from awards.vocabulary import Consent, GuestAnswer, RoundPhase
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of

PAGE = "awards"


def ceremony_attention(db: Database, held: AwardRound) -> list[Attention]:
    """The lines of one round for Home; once it is announced only what citations may not say."""
    if held.archived_on is not None:
        return []
    if held.announced_at is not None:
        return _quoting(db, held)
    return [*_guests(db, held), *_honoured(db, held), *_quoting(db, held)]


def _guests(db: Database, held: AwardRound) -> list[Attention]:
    some = guests(db, held.id)
    not_asked = [one for one in some if one.answer is GuestAnswer.NOT_ASKED]
    if not not_asked or held.phase not in (RoundPhase.DECIDE, RoundPhase.MODERATE, RoundPhase.ANNOUNCE):
        return []
    number = count_of(len(not_asked), "guest")
    have = "has" if len(not_asked) == 1 else "have"
    return [
        Attention(
            Urgency.SOON, f"{number} of {held.name} {have} not been asked yet", f"{count(some).words}", PAGE,
            not_asked[0].id, "Open the guests",
        )
    ]  # fmt: skip


def _quoting(db: Database, held: AwardRound) -> list[Attention]:
    """Whoever agreed to be quoted may say no later, and the citation stands by then."""
    some = [one for one in finalists(db, held.id) if quoted_unasked(db, one.id, one.citation)]
    if not some:
        return []
    quote = "quotes" if len(some) == 1 else "quote"
    return [
        Attention(
            Urgency.DUE,
            f"{count_of(len(some), 'citation')} of {held.name} {quote} somebody who has not agreed to be quoted",
            "Write it anew under “Ceremony”; public papers leave it out until then", PAGE, some[0].id,
            "Open the nominee",
        )
    ]  # fmt: skip


def _honoured(db: Database, held: AwardRound) -> list[Attention]:
    """Nobody is named: Home is seen over shoulders."""
    honoured = [one for one in finalists(db, held.id) if one.honour.is_decided]
    bare = [one for one in honoured if not one.citation]
    unasked = [
        one for one in honoured if one.publish_name is Consent.NOT_ASKED or one.photo is Consent.NOT_ASKED
    ]
    lines = []
    if bare:
        lines.append(Attention(
            Urgency.SOON, f"{count_of(len(bare), 'citation')} of {held.name} not written yet",
            "Write what is read out of each who is honoured, under “Ceremony”", PAGE, bare[0].id, "Open the nominee",
        ))  # fmt: skip
    if unasked:
        lines.append(Attention(
            Urgency.SOON,
            f"{count_of(len(unasked), 'nominee')} of {held.name} not asked about name or photographs",
            "Ask before the ceremony, and note it under “Ceremony”", PAGE, unasked[0].id, "Open the nominee",
        ))  # fmt: skip
    return lines
