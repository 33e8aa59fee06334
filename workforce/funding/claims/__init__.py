"""Claims: what a provider asks for, each step of it, what proves it, and what speaks against it."""
