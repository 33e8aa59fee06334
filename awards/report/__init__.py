"""What is told of a round: in public, and to the committee alone."""
