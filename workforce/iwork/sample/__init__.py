"""The sample register: invented people and posts at the sample county’s providers, made by the verbs."""
