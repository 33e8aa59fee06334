"""Scoring workbooks that come back from judges: read, checked, shown, taken in."""
