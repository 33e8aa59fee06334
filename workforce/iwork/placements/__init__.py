"""From referral to in post and after: stages, tasters, support, checkpoints, pay, benefits and reminders."""
