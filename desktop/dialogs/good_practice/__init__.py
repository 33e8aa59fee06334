"""What is asked about good practice and buddies."""
