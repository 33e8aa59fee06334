"""The survey, training and grants of the sample county, to explore and to show."""

from workforce.sample.making import add_survey
from workforce.sample.training_and_grants import add_training_and_grants

__all__ = ["add_survey", "add_training_and_grants"]
