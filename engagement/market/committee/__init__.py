"""What a committee is told of the market: ratings, inspections, Outstanding services, contracts that are suspended."""
