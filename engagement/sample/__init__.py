"""The sample county: 360 invented providers with their services, people, ratings and forums, to explore and to show."""

from engagement.sample.making import make

__all__ = ["make"]
