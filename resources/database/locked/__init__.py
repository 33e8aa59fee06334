"""A file that is locked: encrypted with a key of its own, which a passphrase or the code of a recovery sheet opens."""
