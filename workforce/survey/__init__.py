"""The recruitment survey: what is asked, of whom, what was answered, what it shows, what changed and what is done."""
