"""Invitations out and replies in: the wording, letters, labels, drafts, calendar files, and answers that come back."""
