"""The survey page: what is asked, what was answered, what it shows and what is done about it."""
