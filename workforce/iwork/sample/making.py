"""Making the sample register, in the order in which one thing needs another."""

from datetime import datetime

from resources.database import Database
from resources.wording import in_london
from workforce.iwork.sample.carving import add_carving
from workforce.iwork.sample.employers import add_employers, add_posts
from workforce.iwork.sample.figures import add_measure_bases
from workforce.iwork.sample.matching import add_decided_by_hand
from workforce.iwork.sample.people import add_people, close_some
from workforce.iwork.sample.placements import add_placements
from workforce.iwork.sample.profiles import add_profiles
from workforce.iwork.sample.words import add_words

PASSPHRASE = "sample county passphrase"


def add_register(vault: Database, db: Database, *, now: datetime) -> None:
    """60 invented people, 25 posts at providers of the sample county, and what became of them."""
    today = in_london(now).date()
    add_words(vault)
    add_people(vault, today=today)
    add_profiles(vault, today=today)
    homes = add_employers(vault, db, today=today)
    add_posts(vault, homes, today=today)
    add_carving(vault, today=today)
    add_placements(vault, today=today)
    add_decided_by_hand(vault, today=today)
    add_measure_bases(vault, today=today)
    close_some(vault, now=now)  # last, since nothing is added to them then
