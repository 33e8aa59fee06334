"""The sample register, made by the verbs."""
