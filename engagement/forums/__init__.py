"""Forums: events, the audience rule, invitations and replies, the door, and what came of it."""
