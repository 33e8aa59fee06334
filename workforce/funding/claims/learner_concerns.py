"""What speaks against a claim because of its learner: nobody named, not at this provider, or at two."""

from collections.abc import Iterator, Sequence
from datetime import date

from engagement.register.names import name_of
from resources.database import Database
from resources.wording import and_list, date_words
from workforce.funding.claims.claims import Claim, claims
from workforce.funding.claims.concern import Concern, stops_approval, worth_knowing
from workforce.funding.funds.items import item
from workforce.training.learners import Learner, Post, learner, posts_of


def learner_concerns(db: Database, held: Claim, *, today: date) -> Iterator[Concern]:
    """Whether the learner is known, and works where the claim says."""
    if held.learner_id is None:
        if held.course_id or (held.item_id and item(db, held.item_id).course_id):
            yield stops_approval("It is for a course and names no learner. Choose whom it is for.")
        return
    who = learner(db, held.learner_id)
    if not who.uln:
        yield worth_knowing(
            f"{who.name} has no ULN here, so that the same claim under another name may go unseen."
        )
    day = held.started_on or held.submitted_on or today
    yield from _posts(db, held, who, day)
    yield from _claimed_by_others(db, held, who)


def _posts(db: Database, held: Claim, who: Learner, day: date) -> Iterator[Concern]:
    posts = posts_of(db, who.id)
    on_day = [one for one in posts if one.is_on(day)]
    here = [one for one in on_day if one.provider_id == held.provider_id]
    elsewhere = _providers(db, [one for one in on_day if one.provider_id != held.provider_id])
    provider = name_of(db, "provider", held.provider_id)
    if not posts:
        yield worth_knowing(f"Nothing is noted of where {who.name} works. Add their post at {provider}.")
    elif not here:
        works = f", but worked at {and_list(elsewhere)}" if elsewhere else ""
        yield stops_approval(f"{who.name} had no post at {provider} on {date_words(day)}{works}.")
    elif elsewhere:
        yield worth_knowing(
            f"{who.name} worked at two providers on {date_words(day)}: {and_list([provider, *elsewhere])}. Ask which "
            "of them pays for it."
        )


def _claimed_by_others(db: Database, held: Claim, who: Learner) -> Iterator[Concern]:
    others = {
        one.provider_id
        for one in claims(db, learner_id=who.id)
        if one.provider_id != held.provider_id and one.year == held.year and one.status.counts
    }
    for key in sorted(others, key=lambda other: name_of(db, "provider", other)):
        yield worth_knowing(f"{name_of(db, 'provider', key)} claims for {who.name} in the same year too.")


def _providers(db: Database, posts: Sequence[Post]) -> list[str]:
    return sorted({name_of(db, "provider", one.provider_id) for one in posts})
