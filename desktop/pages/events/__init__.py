"""The pages of the forums: events, their people, the door, the paper sheet."""
