"""The report to the committee, where every capability's sections come together."""
