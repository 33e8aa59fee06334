"""Attendance from online meetings: what was taken in, and the review of a file."""
