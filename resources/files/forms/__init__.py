"""Files of responses as forms export them, and the words their answers use."""
