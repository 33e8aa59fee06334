"""The recruitment survey of the sample county: two waves with answers whose truth is known, to explore and to show."""

from workforce.sample.making import add_survey

__all__ = ["add_survey"]
