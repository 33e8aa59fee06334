"""Projects: milestones, outcomes, who takes part, what they say, reports due to funders, apprentices in the team."""
