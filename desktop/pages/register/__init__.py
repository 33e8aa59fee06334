"""The pages of the register: services and their providers, contacts, duplicates, imports."""
