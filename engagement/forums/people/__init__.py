"""Who is asked, who answers, and whether there is a place: audience, invitations, participants, capacity."""
