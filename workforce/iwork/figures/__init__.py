"""Figures of the register for a committee: public by construction, so that no number of a few people is in them."""
