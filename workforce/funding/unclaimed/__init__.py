"""Money left on the table: who is eligible and has not claimed, how much, what is missing, whom to ring and by when."""
