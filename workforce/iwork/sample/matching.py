"""What the sample’s team decided of matches by hand, and one weight that they changed."""

from datetime import date, timedelta

from resources.database import Database
from workforce.iwork.matching.ranking import people_for
from workforce.iwork.matching.reading import read_pool
from workforce.iwork.matching.rules_by_hand import ban_from_employer, ban_from_post, end_rule, pin
from workforce.iwork.matching.weights import set_weights
from workforce.iwork.vocabulary import Factor


def add_decided_by_hand(vault: Database, *, today: date) -> None:
    """Two pins, a ban from a post, one from an employer, and a ban that has ended."""
    set_weights(vault, {Factor.SUPPORT: 5})
    pool = read_pool(vault, today=today)
    earlier = today - timedelta(days=20)
    pinned: set[str] = set()
    for post in [one for one in pool.posts if one.places][:6:3]:
        fit = [one for one in people_for(pool, post) if one.fit.fits and one.person.key not in pinned]
        if fit:
            pinned.add(fit[0].person.key)
            pin(
                vault,
                fit[0].person.key,
                post.key,
                "Had a good taster day there and asks to go back.",
                today=earlier,
            )
    free = [one for one in pool.looking if one.key not in pinned and one.consents]
    if len(free) < 3 or len(pool.posts) < 4:
        return
    first, second, third = free[:3]
    ban_from_post(vault, first.key, pool.posts[1].key, "Worked there before and does not want to go back.",
                  today=earlier)  # fmt: skip
    ban_from_employer(
        vault, second.key, pool.posts[2].employer_id, "A relative lives in the home.", today=earlier
    )
    ended = ban_from_post(
        vault, third.key, pool.posts[3].key, "Was too far before the bus came.", today=earlier
    )
    end_rule(vault, ended.id, "There is a bus now, and they would like to try.", today=today)
