"""Papers of i-Work: Word files, all of them marked as not for publication."""
