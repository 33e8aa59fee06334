"""Plain English: long sentences, initials nobody explained, and the age at which a text can be read."""
