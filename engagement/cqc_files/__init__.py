"""CQC's own files: the directory, the latest ratings, HSCA active locations. Read, check, preview, take in."""
