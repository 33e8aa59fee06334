"""What speaks against a claim because of what is claimed for: how much is paid for it, when, and in which parts."""

from collections.abc import Iterator, Sequence
from datetime import date

from resources.database import Database
from resources.wording import date_words, money
from workforce.funding.claims.claims import Claim, claim
from workforce.funding.claims.concern import Concern, stops_approval, stops_submission, worth_knowing
from workforce.funding.claims.first_part import second_parts_of, why_not_first
from workforce.funding.claims.parts import most_second, part_of
from workforce.funding.funds.items import FundItem, item
from workforce.funding.vocabulary import ClaimPart


def item_concerns(db: Database, held: Claim, *, today: date) -> Iterator[Concern]:
    """Whether so much is paid for this, and now."""
    if held.item_id is None:
        yield worth_knowing(
            "It names nothing that the fund is known to pay for, so that no limit can be checked."
        )
        return
    of = item(db, held.item_id)
    day = held.completed_on or held.started_on or held.submitted_on or today
    if not of.is_valid(day):
        yield stops_submission(_not_valid(of, day))
    yield from _amount(of, held)
    yield from _parts(db, of, held)


def _not_valid(of: FundItem, day: date) -> str:
    if of.valid_from is not None and day < of.valid_from:
        return f"{of.name} is paid for from {date_words(of.valid_from)} on, and this is of {date_words(day)}."
    assert of.valid_to is not None
    return f"{of.name} was paid for until {date_words(of.valid_to)}, and this is of {date_words(day)}."


def _amount(of: FundItem, held: Claim) -> Iterator[Concern]:
    if of.most_pence is None:
        yield worth_knowing(
            f"No figure is known yet for what {of.name} pays at most, so that none was checked."
        )
        return
    most = part_of(of.most_pence, of.first_percent, held.part)
    if most is None:
        yield stops_submission(
            f"{of.name} is paid in one sum, and the claim is for the {held.part.label.lower()}. Claim the whole."
        )
    elif held.pence > most:
        part = "" if held.part is ClaimPart.WHOLE else f" for the {held.part.label.lower()}"
        yield stops_submission(
            f"{money(held.pence)} is claimed, and {of.name} pays {money(most)} at most{part}."
        )


def _parts(db: Database, of: FundItem, held: Claim) -> Iterator[Concern]:
    if held.part is ClaimPart.FIRST:
        yield from _second_parts(db, of, held)
        if held.cost_paid_on is None:
            yield stops_approval(
                "The first part is paid once the course is paid for, and no day of that is given."
            )
    if held.part is not ClaimPart.SECOND:
        return
    if held.completed_on is None:
        yield stops_approval(
            "The second part is paid once the course is completed, and no day of that is given."
        )
    if held.first_part_id is None:
        yield stops_approval("It is a second part, and does not say which claim was the first.")
        return
    first = claim(db, held.first_part_id)
    against = why_not_first(db, first.id, held)
    others = _other_seconds(db, first.id, but=held.id)
    if against:
        yield stops_submission(against)
    elif not first.status.counts:
        yield stops_approval(f"The first part, claim {first.number}, is {first.status.label.lower()}.")
    elif (found := _too_much(of, [first, *others, held])) is not None:
        yield stops_submission(f"With the first part, claim {first.number}, this makes {found}")
    elif of.first_percent is not None and held.pence > (most := most_second(first.money, of.first_percent)):
        yield stops_approval(
            f"The first part, claim {first.number}, is {money(first.money)}, which is {of.first_percent}%, so that "
            f"{money(most)} is left for the second, and {money(held.pence)} is claimed."
        )


def _second_parts(db: Database, of: FundItem, held: Claim) -> Iterator[Concern]:
    seconds = _other_seconds(db, held.id, but=held.id)
    found = _too_much(of, [held, *seconds]) if seconds else None
    if found is not None:
        yield stops_submission(f"With the second part, claim {seconds[0].number}, this makes {found}")


def _other_seconds(db: Database, first_part_id: str, *, but: str) -> list[Claim]:
    """The second parts of a first that count, without one."""
    found = (claim(db, key) for key in second_parts_of(db, first_part_id) if key != but)
    return [one for one in found if one.status.counts]


def _too_much(of: FundItem, some: Sequence[Claim]) -> str | None:
    """What they make together, where the item pays less."""
    together = sum(one.money for one in some)
    if of.most_pence is None or together <= of.most_pence:
        return None
    return f"{money(together)}, and {of.name} pays {money(of.most_pence)} at most."
