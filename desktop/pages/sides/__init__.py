"""What pages with sides are made of."""
