"""Learning packages for services rated low: what they are, who needs one, what was offered and what came of it."""
