"""What is asked before something is written, and before an answer is kept."""
