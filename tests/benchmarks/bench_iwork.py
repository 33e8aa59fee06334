"""Matching of i-Work: 60 people × 25 posts explained, and the best assignment of 5,000 × 2,000 with its reasons."""

import random
from collections.abc import Iterator
from time import process_time

from tests.benchmarks.measure import Figure, milliseconds
from tests.workforce.iwork.matching.assigning.many import RULES, many_people, many_posts
from workforce.iwork.matching.assigning.assigning import assign, worth_of
from workforce.iwork.matching.assigning.matrix import matrix
from workforce.iwork.matching.assigning.planning import plan_of
from workforce.iwork.matching.assigning.tables import plan_table
from workforce.iwork.matching.assigning.what_if import post_what_if, register_what_if
from workforce.iwork.matching.changes import changes
from workforce.iwork.matching.judging import judge
from workforce.iwork.matching.reading import Pool


def _pool(people: int, posts: int) -> Pool:
    chance = random.Random(7)
    return Pool(tuple(many_people(people, chance)), tuple(many_posts(posts, chance)), RULES)


def bench_explained(smoke: bool) -> Iterator[Figure]:
    """A register as large as the team’s. The yardstick judges each pair and says nothing of what would change it."""
    pool = _pool(10, 5) if smoke else _pool(60, 25)
    pairs = [(person, post) for person in pool.people for post in pool.posts]
    judged = milliseconds(lambda: [judge(person, post, RULES) for person, post in pairs])
    yield Figure("60 × 25 judged, each reason told", judged, budget=500)
    told = milliseconds(lambda: [changes(person, post, RULES) for person, post in pairs])
    yield Figure(
        "what would make each a yes", told, budget=5_000, yardstick="judged alone", yardstick_value=judged
    )
    plan_of(pool)  # loads scipy
    yield Figure("the best assignment of 60 × 25", milliseconds(lambda: plan_of(pool)), budget=200)
    yield Figure("what if, of one post", milliseconds(lambda: post_what_if(pool, pool.posts[0])), budget=200)
    yield Figure("what if, of the register", milliseconds(lambda: register_what_if(pool)), budget=2_000)
    large = _pool(12, 6) if smoke else _pool(300, 120)
    yield Figure("what if, of 300 × 120", milliseconds(lambda: register_what_if(large)), budget=5_000)


def bench_assignment(smoke: bool) -> Iterator[Figure]:
    """All in: fits and scores of all pairs, the optimum, its ties, who is not placed and why, as a table."""
    from scipy.optimize import linear_sum_assignment

    pool = _pool(50, 20) if smoke else _pool(5_000, 2_000)
    found = matrix(pool.looking, pool.posts, RULES)
    columns = [at for at, places in enumerate(found.places) for _ in range(places)]
    worth = worth_of(found.scores, found.fits, int(found.places.sum()))[:, columns]
    alone = milliseconds(lambda: linear_sum_assignment(worth, maximize=True))
    begun = process_time()
    whole = milliseconds(lambda: plan_table(plan_of(pool), {}))
    worked = (process_time() - begun) * 1000
    yield Figure("5,000 × 2,000 assigned and explained", whole, budget=5_000, yardstick="scipy’s assignment alone",
                 yardstick_value=alone)  # fmt: skip
    yield Figure("the same as time of the processor, whatever else runs beside", worked, budget=5_000)
    yield Figure(
        "of it, all pairs judged", milliseconds(lambda: matrix(pool.looking, pool.posts, RULES)), budget=2_500
    )
    yield Figure("of it, the optimum", milliseconds(lambda: assign(found.scores, found.fits, found.places)))
