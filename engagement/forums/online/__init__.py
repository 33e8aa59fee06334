"""Attendance from online meetings: read, summed by person, matched to contacts, reviewed, taken in."""
