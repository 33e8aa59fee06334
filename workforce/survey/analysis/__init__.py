"""What the answers of one wave show: tables with bases and intervals, ranks, rates and weights."""
