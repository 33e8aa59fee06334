"""Who is reached and who is not: per service and provider, as a grid, per quarter, and beside what ratings became."""
