"""Providers and forums: the register, contacts, ratings, events, invitations, the door."""
