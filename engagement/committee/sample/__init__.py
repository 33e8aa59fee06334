"""The reports of the sample county to its committee, to explore and to show."""

from engagement.committee.sample.making import SampleReports, add_reports, decide_last, keep_back

__all__ = ["SampleReports", "add_reports", "decide_last", "keep_back"]
