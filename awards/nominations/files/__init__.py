"""Nominations that come in from files of forms and from e-mails."""
