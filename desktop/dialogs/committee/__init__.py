"""What is asked about reports to a committee."""
