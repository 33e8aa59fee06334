"""What is asked: questions, their options, and how they match from one wave to the next."""
