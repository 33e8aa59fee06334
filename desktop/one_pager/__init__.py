"""One page on a provider or a service before somebody visits: the team's own paper, never for publication."""
