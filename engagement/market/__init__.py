"""The market: how services are rated, by area and kind, as at a date, and what may be said of it."""
