"""The ceremony: guests, running order, citations, certificates, letters."""
