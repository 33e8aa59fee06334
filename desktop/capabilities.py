"""Every capability of the program, in the order in which their tables are made. A new one is added here."""

from engagement.forums import schema as forums
from engagement.register import contracts
from engagement.register import schema as register

CAPABILITIES = (register.capability(), forums.capability())

EXEMPT_TERMS = (contracts.exempt_terms,)
"""What each capability keeps that no public document may hold: functions from the database to exempt terms."""
