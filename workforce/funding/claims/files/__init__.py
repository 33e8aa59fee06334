"""Lists of claims from files: a provider's filled form, or what a payer says was claimed."""
