"""Employers: from their interest to their posts."""
