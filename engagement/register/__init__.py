"""The register: providers, their services, contacts, contract statuses, ratings, and the market they make up."""
