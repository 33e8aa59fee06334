"""What Find anything and the big tables on screen look through."""

from resources.database.listing import Listing

LISTINGS: tuple[Listing, ...] = ()
"""In the order in which they are made."""
