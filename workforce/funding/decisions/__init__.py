"""What was decided of who may claim: kept with its facts and rules, and held against what is known since."""
