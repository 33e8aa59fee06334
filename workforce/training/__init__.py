"""Training: courses and sessions, who learned what, and the learning packages for services that need them."""
