"""The Proud to Care awards of the sample county, to explore and to show."""

from awards.sample.making import add_awards

__all__ = ["add_awards"]
