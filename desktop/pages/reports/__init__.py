"""The page of reports to a committee."""
