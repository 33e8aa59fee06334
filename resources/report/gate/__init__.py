"""What would tell the public what is exempt, beyond names: facts, lists that leave out, counts that are too small."""
