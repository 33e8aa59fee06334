"""Files of responses as Microsoft Forms, Google Forms and SurveyMonkey export them, and the words their answers use."""
