"""What Find anything and the big tables on screen look through."""

from resources.database.listing import Listing
from workforce.funding.claims.listing import CLAIMS
from workforce.funding.funds.listing import FUNDS
from workforce.funding.projects.listing import PROJECTS

LISTINGS: tuple[Listing, ...] = (FUNDS, CLAIMS, PROJECTS)
"""In the order in which they are made."""
